"""Tokens with signs that the server takes for spaces, written so that they stay whole.

Sound tokens hold no ASCII sign, so what is written with one can be read back.
"""

import re

# All that Java or Unicode calls space; the space itself stands between tokens.
_space = re.compile(r"[^\S ]")
_written = re.compile(r"!([0-9a-f]+)!")


def escaped(stream: str) -> str:
    return _space.sub(lambda found: f"!{ord(found[0]):x}!", stream)


def plain(stream: str) -> str:
    """Return what `escaped` was given."""
    if "!" not in stream:
        return stream
    return _written.sub(lambda found: chr(int(found[1], 16)), stream)
