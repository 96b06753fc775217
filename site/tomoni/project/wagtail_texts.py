"""What Wagtail and the packages beside it say in English, and what of it has no Japanese yet.

Their own Japanese is half done. Ours lies in `locale/wagtail` and comes before theirs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import django.conf
import polib
from django.apps import apps
from django.conf import settings

DOMAINS = ("django", "djangojs")
SOURCE = "en"
TARGET = "ja"


@dataclass(frozen=True)
class Text:
    """A text of a package: in which catalogue it is looked up, and where the package uses it."""

    domain: str
    context: str
    msgid: str
    plural: str
    places: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str, bool]:
        # A text with a plural is found only by asking for it with a number.
        return (self.domain, self.context, self.msgid, bool(self.plural))


def our_folder() -> Path:
    """Return the folder of our Japanese for other people's texts."""
    return next(Path(path) for path in settings.LOCALE_PATHS if Path(path).name == "wagtail")


def texts_of_packages() -> list[Text]:
    """Return every text that an installed package, not ours and no plugin, has for translators."""
    found: dict[tuple[str, str, str, bool], Text] = {}
    for folder in _package_folders():
        for domain in DOMAINS:
            for entry in _entries(folder, SOURCE, domain):
                text = _text(entry, domain, folder.parent)
                found.setdefault(text.key, text)
    return list(found.values())


def japanese_of_packages() -> dict[tuple[str, str, str, bool], str]:
    """Return the Japanese that editors read for each text: ours, else the package's own."""
    known: dict[tuple[str, str, str, bool], str] = {}
    for folder in [our_folder(), *_package_folders()]:
        for domain in DOMAINS:
            for entry in _entries(folder, TARGET, domain):
                if entry.translated():
                    words = entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr
                    known.setdefault(_text(entry, domain, folder.parent).key, words)
    return known


def untranslated() -> list[Text]:
    """Return the texts that neither their package nor we say in Japanese."""
    known = japanese_of_packages()
    return [text for text in texts_of_packages() if text.key not in known]


def unknown() -> list[str]:
    """Return what we translate and no installed package says: of another release, or of none."""
    said = {text.key for text in texts_of_packages()}
    return [
        entry.msgid
        for domain in DOMAINS
        for entry in _entries(our_folder(), TARGET, domain)
        if _text(entry, domain, our_folder()).key not in said
    ]


def add(texts: Iterable[Text]) -> None:
    """Put texts into our catalogues, to be translated there."""
    wanted = list(texts)
    for domain in DOMAINS:
        path = _path(our_folder(), TARGET, domain)
        catalogue = polib.pofile(str(path), wrapwidth=0)
        for text in wanted:
            if text.domain == domain:
                catalogue.append(_entry(text))
        catalogue.save()


def _package_folders() -> Iterator[Path]:
    """Yield each package's folder of catalogues, in the order in which Django prefers them."""
    ours = Path(__file__).resolve().parents[1]
    plugins = set(settings.PLUGINS.apps)
    for config in apps.get_app_configs():
        folder = Path(config.path) / "locale"
        entry = f"{type(config).__module__}.{type(config).__qualname__}"
        if folder.is_dir() and not folder.is_relative_to(ours) and entry not in plugins:
            yield folder
    yield Path(django.conf.__file__).parent / "locale"


def _path(folder: Path, language: str, domain: str) -> Path:
    return folder / language / "LC_MESSAGES" / f"{domain}.po"


def _entries(folder: Path, language: str, domain: str) -> list[polib.POEntry]:
    path = _path(folder, language, domain)
    if not path.is_file():
        return []
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


def _text(entry: polib.POEntry, domain: str, package: Path) -> Text:
    places = tuple(f"{package.name}/{place}" for place, _line in entry.occurrences)
    return Text(domain, entry.msgctxt or "", entry.msgid, entry.msgid_plural or "", places)


def _entry(text: Text) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=text.msgid,
        msgctxt=text.context or None,
        occurrences=[(place, "") for place in dict.fromkeys(text.places)],
    )
    if text.plural:
        entry.msgid_plural = text.plural
        entry.msgstr_plural = {0: ""}
    return entry
