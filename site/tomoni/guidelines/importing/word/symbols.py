"""Signs that Word writes in its symbol fonts, as the ordinary signs they look like."""

_PRIVATE = 0xF000
_SIGNS = {
    0xA7: "■", 0xA8: "□", 0xB7: "・", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□",
    0x75: "◆", 0x76: "◆", 0x77: "◆", 0xA1: "○", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFC: "✓",
    0xFE: "☑", 0xAB: "★", 0xB2: "◇", 0x9F: "・", 0xF0: "⇨", 0xDF: "←", 0xE1: "↑", 0xE2: "↓",
    0x52: "☑", 0xA3: "□",
}  # fmt: skip
_LETTERED = {"o": "○", "l": "●", "n": "■", "u": "◆"}  # bullets written as a letter of such a font


def symbol(text: str) -> str:
    """Return the text with each sign of a symbol font replaced by an ordinary one."""
    if text in _LETTERED:
        return _LETTERED[text]
    return "".join(sign_of(ord(sign)) for sign in text)


def sign_of(code: int) -> str:
    """Return the ordinary sign for a code of a symbol font, other signs as they are."""
    if _PRIVATE <= code <= _PRIVATE + 0xFF:
        return _SIGNS.get(code - _PRIVATE, "・")
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "〓"  # noqa: PLR2004 -- Unicode's own bounds
