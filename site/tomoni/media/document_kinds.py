"""The kinds of documents that may be uploaded, and how each shows itself in its content."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentKind:
    """A kind of file: the end of its name, its type for the web, and what readers call it.

    `marker` stands in `[Content_Types].xml` of an Office file, or is the whole of `mimetype`
    in an OpenDocument file.
    """

    extension: str
    content_type: str
    label: str
    marker: str = ""


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

TEXT_KINDS = (
    DocumentKind("csv", "text/csv", "CSV"),
    DocumentKind("txt", "text/plain", "TXT"),
)
PDF = DocumentKind("pdf", "application/pdf", "PDF")
ZIP = DocumentKind("zip", "application/zip", "ZIP")
OFFICE_KINDS = (
    DocumentKind(
        "docx",
        f"{_OFFICE}.wordprocessingml.document",
        "Word",
        f"{_OFFICE}.wordprocessingml.document.main+xml",
    ),
    DocumentKind(
        "pptx",
        f"{_OFFICE}.presentationml.presentation",
        "PowerPoint",
        f"{_OFFICE}.presentationml.presentation.main+xml",
    ),
    DocumentKind(
        "xlsx", f"{_OFFICE}.spreadsheetml.sheet", "Excel", f"{_OFFICE}.spreadsheetml.sheet.main+xml"
    ),
)
OPEN_KINDS = (
    DocumentKind("odp", f"{_OPEN}.presentation", "ODP", f"{_OPEN}.presentation"),
    DocumentKind("ods", f"{_OPEN}.spreadsheet", "ODS", f"{_OPEN}.spreadsheet"),
    DocumentKind("odt", f"{_OPEN}.text", "ODT", f"{_OPEN}.text"),
)
DOCUMENT_KINDS = (*TEXT_KINDS, PDF, ZIP, *OFFICE_KINDS, *OPEN_KINDS)


def label_for(extension: str) -> str:
    """Return what readers call a file with this end of its name."""
    known = {kind.extension: kind.label for kind in DOCUMENT_KINDS}
    return known.get(extension.lower(), extension.upper())
