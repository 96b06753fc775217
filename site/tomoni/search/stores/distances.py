"""How far one place lies from another."""

from math import asin, cos, radians, sin, sqrt

# The mean radius of the earth, in metres.
RADIUS = 6_371_008.8


def metres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Return the distance between two places, each a latitude and a longitude in degrees."""
    (south, west), (north, east) = here, there
    rise = sin(radians(north - south) / 2) ** 2
    run = sin(radians(east - west) / 2) ** 2
    chord = rise + cos(radians(south)) * cos(radians(north)) * run
    return 2 * RADIUS * asin(sqrt(min(1.0, chord)))


def metres_from(
    here: tuple[float, float] | None, latitude: float | None, longitude: float | None
) -> float | None:
    """Return the distance of a place that may be unknown, like the one that asks."""
    if here is None or latitude is None or longitude is None:
        return None
    return metres(here, (latitude, longitude))
