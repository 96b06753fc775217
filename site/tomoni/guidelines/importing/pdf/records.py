"""What the reading process tells of each page, in a form that travels as JSON."""

from dataclasses import asdict, dataclass, field


@dataclass
class Row:
    """A printed line of text, a table, or something beside the text."""

    kind: str  # text, table, ruby, turned, picture
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float = 0.0
    strong: bool = False
    column: int = 0
    cells: list[list[str]] = field(default_factory=list)


@dataclass
class Page:
    """One page: its measures and its rows in reading order."""

    number: int
    width: float
    height: float
    rows: list[Row]
    signs: int = 0
    unknown: int = 0  # signs whose code the file does not tell
    failed: bool = False

    def to_json(self) -> dict[str, object]:
        return asdict(self)


def page_from(found: dict[str, object]) -> Page:
    """Return a page from its JSON."""
    rows = found.pop("rows")
    read = [Row(**one) for one in rows] if isinstance(rows, list) else []
    return Page(rows=read, **found)  # type: ignore[arg-type]
