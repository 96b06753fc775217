"""Files made in tests: Word documents with parts that python-docx does not write, and ZIPs."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from docx import Document
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SPACES = (
    f' xmlns:w="{W}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP with the given parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def rewritten(data: bytes, changes: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP in which parts are replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**parts, **changes})


def word(*elements: str, numbering: str = "", styles: str = "", notes: str = "") -> bytes:
    """Return a .docx whose body holds the given elements of WordprocessingML."""
    document = Document()
    body = document.element.body
    for element in elements:
        body.insert(len(body) - 1, parse_xml(_spaced(element)))
    out = io.BytesIO()
    document.save(out)
    changes: dict[str, str | bytes] = {}
    data = out.getvalue()
    if numbering:
        changes["word/numbering.xml"] = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
    if styles:
        changes["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    if notes:
        changes["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            relations = archive.read("word/_rels/document.xml.rels").decode()
        relation = f'<Relationship Id="notes" Type="{_NOTES}" Target="footnotes.xml"/>'
        changes["word/_rels/document.xml.rels"] = relations.replace(
            "</Relationships>", relation + "</Relationships>"
        )
    return rewritten(data, changes) if changes else data


def _spaced(element: str) -> str:
    """Return the element with the namespaces of Word declared on it."""
    name, rest = re.match(r"(<[\w:]+)(.*)", element, re.DOTALL).groups()
    return name + _SPACES + rest


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return a paragraph with one run."""
    inner = f"<w:rPr>{run}</w:rPr>" if run else ""
    outer = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{outer}<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def numbered(text: str, own: int, depth: int = 0) -> str:
    """Return a paragraph with an automatic number."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{own}"/></w:numPr>')


def pdf(*pages: bytes, resources: bytes = b"<<>>", packed: bytes = b"") -> bytes:
    """Return a PDF whose pages have the given contents, or one content that is packed already."""
    contents = [packed] if packed else [zlib.compress(page) for page in pages]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = b" ".join(b"%d 0 R" % (3 + at * 2) for at in range(len(contents)))
    objects.append(b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(contents)))
    for at, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Contents %d 0 R /Resources %b >>" % (4 + at * 2, resources)
        )
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream"
            % (len(content), content)
        )
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\n" % (
        len(objects) + 1, table, len(objects) + 1,
    ) + b"startxref\n%d\n%%%%EOF\n" % len(out)  # fmt: skip
