"""Tables among the pieces: one piece holds a whole table, its cells also readable as lines."""

from tomoni.guidelines.importing.result import SetAside, Table
from tomoni.guidelines.outlining.pieces import TABLE, Piece

MERGED = ("←", "↑")


def piece_of(block: Table) -> Piece:
    """Return a table as a piece; its text holds each cell once, as the account wants it."""
    rows = [list(row) for row in block.rows]
    return Piece(
        str(block.id),
        TABLE,
        as_text(block.caption, rows),
        line=block.line,
        table={
            "caption": block.caption,
            "rows": rows,
            "header_rows": block.header_rows,
            "header_columns": block.header_columns,
        },
    )


def table_of(piece: Piece) -> Table | SetAside:
    """Return a piece as a table again; one that has lost its cells stands as text set aside."""
    if not piece.table:
        return SetAside(piece.uuid, piece.text, piece.line, piece.reason)
    return Table(
        piece.uuid,
        piece.table["caption"],
        tuple(tuple(row) for row in piece.table["rows"]),
        piece.table["header_rows"],
        piece.table["header_columns"],
        piece.line,
    )


def as_text(caption: str, rows: list[list[str]]) -> str:
    lines = ["\t".join(cell for cell in row if cell not in MERGED) for row in rows]
    return "\n".join([caption, *lines] if caption else lines)
