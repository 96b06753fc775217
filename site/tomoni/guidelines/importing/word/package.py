"""The ZIP that a .docx is: opened within bounds, and its XML parsed without entities."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from tomoni.guidelines.importing.refusals import refusal

_MOST_MEMBERS = 10_000
_MOST_BYTES = 400 * 1024 * 1024  # of all members together
_LARGEST_PART = 100 * 1024 * 1024
_SMALL_PART = 32 * 1024 * 1024
_RATIO = 250  # XML of real documents packs to a tenth or twentieth
_RATIO_FROM = 4 * 1024 * 1024
_ENCRYPTED = 0x1
_MACROS = ("vbaproject.bin", "vbadata.xml")
_MACRO_TYPE = b"macroEnabled"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/officeDocument"

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    KeyError,
)


class Package:
    """The parts of a Word file."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {one.filename: one for one in self._zip.infolist()}
        except _BROKEN as error:
            raise refusal("damaged") from error
        self._refuse()

    def _refuse(self) -> None:
        members = self._members.values()
        if any(one.flag_bits & _ENCRYPTED for one in members):
            raise refusal("password")
        if len(members) > _MOST_MEMBERS or sum(one.file_size for one in members) > _MOST_BYTES:
            raise refusal("unpacks")
        if any(name.lower().rpartition("/")[2] in _MACROS for name in self._members):
            raise refusal("macros")
        if _MACRO_TYPE in self._bytes("[Content_Types].xml"):
            raise refusal("macros")

    def _checked(self, name: str, most: int) -> zipfile.ZipInfo:
        one = self._members[name]
        ratio = one.file_size / max(1, one.compress_size)
        if one.file_size > most or (one.file_size > _RATIO_FROM and ratio > _RATIO):
            raise refusal("unpacks")
        return one

    def _bytes(self, name: str) -> bytes:
        """Return the bytes of a small part; empty where there is none."""
        if name not in self._members:
            return b""
        one = self._checked(name, _SMALL_PART)
        try:
            with self._zip.open(one) as stream:
                data = stream.read(_SMALL_PART + 1)
        except _BROKEN as error:
            raise refusal("damaged") from error
        if len(data) > _SMALL_PART:
            raise refusal("unpacks")
        return data

    def tree(self, name: str) -> Element | None:
        """Return the root of a part; None where the file has no such part."""
        data = self._bytes(name)
        if not data.strip():
            return None
        try:
            root: Element = fromstring(data, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise refusal("damaged") from error
        return root

    def stream(self, name: str, depth: int) -> Iterator[Element]:
        """Yield the elements at one depth of a large part, each forgotten after its turn."""
        if name not in self._members:
            raise refusal("damaged")
        try:
            with self._zip.open(self._checked(name, _LARGEST_PART)) as raw:
                yield from _elements(raw, depth)
        except (ParseError, DefusedXmlException, LookupError, *_BROKEN) as error:
            raise refusal("damaged") from error

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return for each relation of a part its kind and the name of the part it leads to."""
        folder, name = posixpath.split(part)
        root = self.tree(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        found: dict[str, tuple[str, str]] = {}
        for one in root.iter(_RELATIONS) if root is not None else ():
            target = one.get("Target", "")
            whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = one.get("Type", "").rpartition("/")[2]
            outside = one.get("TargetMode") == "External"
            found[one.get("Id", "")] = (kind, target if outside else posixpath.normpath(whole))
        return found

    @cached_property
    def main(self) -> str:
        """Return the name of the part that holds the text."""
        for kind, target in self.related("").values():
            if kind == _MAIN[1:] and target in self._members:
                return target
        return "word/document.xml"


def _elements(raw: IO[bytes], depth: int) -> Iterator[Element]:
    stack: list[Element] = []
    for event, element in iterparse(raw, events=("start", "end"), forbid_dtd=True):
        if event == "start":
            stack.append(element)
            continue
        stack.pop()
        if len(stack) == depth:
            yield element
            element.clear()
            if stack:
                stack[-1].clear()
