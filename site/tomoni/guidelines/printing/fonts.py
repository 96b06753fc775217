"""The letters of each language: Han signs have other shapes in Japan, China and Korea."""

# Pairs of book letters and plain letters, the freely available Noto first; what a machine lacks,
# fontconfig replaces.
JAPANESE = (
    '"Noto Serif CJK JP", "Noto Serif JP", "Hiragino Mincho ProN", "Yu Mincho", IPAexMincho',
    '"Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", IPAexGothic',
)
CHINESE = ('"Noto Serif CJK SC", "Noto Serif SC"', '"Noto Sans CJK SC", "Noto Sans SC"')
KOREAN = ('"Noto Serif CJK KR", "Noto Serif KR"', '"Noto Sans CJK KR", "Noto Sans KR"')
LATIN = ('"Noto Serif"', '"Noto Sans"')
FAMILIES = {
    "ja": JAPANESE,
    "zh": CHINESE,
    "ko": KOREAN,
    "ne": (
        '"Noto Serif Devanagari", "Noto Sans Devanagari"',
        '"Noto Sans Devanagari", "Noto Serif Devanagari"',
    ),
}


def families_of(html_lang: str) -> tuple[str, str]:
    """Return the book letters and the plain letters of a language, with what fills their gaps."""
    own = FAMILIES.get(html_lang.partition("-")[0], LATIN)
    # A foreign sign in a text is most often Japanese: a name, or the original of a word.
    serif = dict.fromkeys((own[0], LATIN[0], JAPANESE[0], "serif"))
    sans = dict.fromkeys((own[1], LATIN[1], JAPANESE[1], "sans-serif"))
    return ", ".join(serif), ", ".join(sans)


def font_styles(html_lang: str) -> str:
    """Return the CSS that gives a text, and passages of other languages in it, their letters."""
    serif, sans = families_of(html_lang)
    rules = [
        f"@page {{ font-family: {sans} }}",
        f"html {{ --serif: {serif}; --sans: {sans} }}",
    ]
    for language in ("ja", "zh", "ko", "ne", "en", "pt", "es", "vi", "id", "fil"):
        if language != html_lang.partition("-")[0]:
            serif, sans = families_of(language)
            rules.append(
                f"[lang]:lang({language}) {{ --serif: {serif}; --sans: {sans};"
                " font-family: var(--serif) }"
            )
    return "\n".join(rules)
