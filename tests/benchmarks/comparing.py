"""Time the comparison of two editions: `python -m tests.benchmarks.comparing`.

Prints the seconds for 50 and 200 sections, every second of which was edited; with common ids, as
editions of the site have them, and without, as two imported files.
"""

import os
import random
import time

import django

SIZES = (50, 200)


def seconds(sections: int, *, ids: bool) -> float:
    """Return the processor time of one comparison with nothing kept from before."""
    from tests.guidelines.test_comparing import edited, random_text  # noqa: PLC0415 -- app ready

    from tomoni.guidelines.comparing import compare  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.comparing.likeness import runs_of  # noqa: PLC0415 -- app ready
    from tomoni.guidelines.comparing.words import words_of  # noqa: PLC0415 -- app ready

    chance = random.Random(7)  # noqa: S311 -- the same each time
    old = random_text(chance, sections)
    new = edited(chance, old, sections // 2, ids=ids)
    words_of.cache_clear()
    runs_of.cache_clear()
    started = time.process_time()
    compare(old, new)
    return time.process_time() - started


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tomoni.project.settings.test")
    django.setup()
    for ids in (True, False):
        short, long = (seconds(size, ids=ids) for size in SIZES)
        named = "common ids" if ids else "no ids"
        print(f"{named}: 50 sections {short:.2f} s, 200 sections {long:.2f} s")  # noqa: T201


if __name__ == "__main__":
    main()
