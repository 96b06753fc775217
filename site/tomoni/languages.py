"""The languages that Tomoni can speak, in the order in which they are offered."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A content language: its code in addresses, its own name, and its tag for HTML."""

    code: str
    own_name: str
    english_name: str
    html_lang: str


# `simple` is a registered BCP 47 variant, but readers' voices do not know it: HTML says "ja".
LANGUAGES = (
    Language("ja", "日本語", "Japanese", "ja"),
    Language("ja-simple", "やさしい日本語", "Easy Japanese", "ja"),
    Language("pt-br", "Português (Brasil)", "Brazilian Portuguese", "pt-BR"),
    Language("es", "Español", "Spanish", "es"),
    Language("en", "English", "English", "en"),
    Language("ne", "नेपाली", "Nepali", "ne"),
    Language("vi", "Tiếng Việt", "Vietnamese", "vi"),
    Language("zh-hans", "简体中文", "Simplified Chinese", "zh-Hans"),
    Language("id", "Bahasa Indonesia", "Indonesian", "id"),
    Language("fil", "Filipino", "Filipino", "fil"),
    Language("ko", "한국어", "Korean", "ko"),
)


def html_lang_of(code: str) -> str:
    """Return the `lang` attribute for a content language's code."""
    return next((entry.html_lang for entry in LANGUAGES if entry.code == code), code)


def own_name_of(code: str) -> str:
    """Return what a content language calls itself."""
    return next((entry.own_name for entry in LANGUAGES if entry.code == code), code)
