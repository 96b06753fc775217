"""Message catalogues without gettext tools, and honest fallbacks between languages."""

from collections.abc import Iterable
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation import trans_real


def compile_catalogues(folders: Iterable[Path]) -> int:
    """Compile each catalogue below `folders` that is newer than its compiled form; return how many.

    Raises `OSError` where a folder cannot be written and a catalogue has no compiled form.
    """
    compiled = 0
    for folder in folders:
        for po in sorted(folder.rglob("*.po")):
            mo = po.with_suffix(".mo")
            if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
                continue
            temporary = mo.with_name(f"{mo.name}.new")
            polib.pofile(str(po)).save_as_mofile(str(temporary))
            temporary.replace(mo)
            compiled += 1
    return compiled


def catalogue_folders() -> list[Path]:
    """Return the folders with catalogues: the core's, and each plugin's own beside its code."""
    folders = [Path(folder) for folder in settings.LOCALE_PATHS]
    plugins = Path(__file__).resolve().parents[2] / "plugins"
    if plugins.is_dir():
        folders += sorted(plugins.glob("*/locale"))
    return folders


def install_fallbacks() -> None:
    """Let every language but easy Japanese fall back to English instead of Japanese.

    Django falls back to `LANGUAGE_CODE`, which is Japanese here: a reader of Nepali would meet
    single Japanese words between Nepali ones. Django has no public way to choose (as of 5.2). It
    builds its catalogues anew when settings or files change, so the way of building is changed.
    """
    trans_real.DjangoTranslation._add_fallback = _add_fallback  # type: ignore[attr-defined]  # noqa: SLF001
    trans_real._translations.clear()  # type: ignore[attr-defined]  # noqa: SLF001


_add_djangos_fallback = trans_real.DjangoTranslation._add_fallback  # type: ignore[attr-defined]  # noqa: SLF001


def _add_fallback(self: trans_real.DjangoTranslation, localedirs: list[str] | None = None) -> None:
    if self.language().startswith(("ja", "en")):
        _add_djangos_fallback(self, localedirs)
    elif self.domain == "django":
        self.add_fallback(trans_real.translation("en"))
    else:
        self.add_fallback(
            trans_real.DjangoTranslation("en", domain=self.domain, localedirs=localedirs)
        )
