"""Photograph every kind of page: `python -m tests.journeys.pictures FOLDER [NAME …]`.

With `--data FOLDER` a town that was built before is used, else a new one is built.
"""

import argparse
import tempfile
from itertools import product
from pathlib import Path

from tests.journeys.browsing import Visitor, chromium
from tests.journeys.places import PLACES, address
from tests.journeys.town import prepare, serve

LANGUAGES = ("ja", "ja-simple", "pt-br", "en")
LOOKS = tuple(product((360, 1280), ("light", "dark")))


def main() -> None:
    options = read_options()
    with tempfile.TemporaryDirectory() as empty:
        data = options.data or Path(empty) / "town"
        prepare(data)
        with serve(data) as town, chromium() as browser:
            visitor = Visitor(browser=browser, base=town.base)
            for place, language in product(PLACES, options.languages):
                wanted = not options.names or place.name in options.names
                if not wanted or language not in place.languages:
                    continue
                where = address(place, language, town)
                tab = visitor.open(where, language=language)
                place.act(tab)
                for width, scheme in LOOKS:
                    tab.set_viewport_size({"width": width, "height": 800})
                    tab.emulate_media(color_scheme=scheme)
                    file = options.folder / f"{place.name}.{language}.{width}.{scheme}.png"
                    tab.screenshot(path=file, full_page=True)
                visitor.leave()
            for complaint in visitor.complaints:
                print(complaint)  # noqa: T201 -- a script's own output


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("names", nargs="*", help="only these kinds of pages")
    parser.add_argument("--data", type=Path, help="the folder of a town built before")
    parser.add_argument("--languages", nargs="+", default=LANGUAGES)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    return options


if __name__ == "__main__":
    main()
