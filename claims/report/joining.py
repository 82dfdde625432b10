"""Pieces of a report as one PDF: pages, tags, outline and links are those of the whole.

One piece is in memory at a time. What is reached from its pages and tags is written under numbers of the whole; what holds
the whole together (trees of pages, tags, names and headings) is written behind the last piece.
"""

from __future__ import annotations

import re
from array import array
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Page, Pdf, Stream, String

from claims.report.numbered_objects import (
    ObjectFile,
    Tree,
    reference,
    references,
    written,
)
from claims.report.outlining import Heading, outlined
from claims.report.typesetting import Place

LEADS: Final = "report:"
"""How the address of a link begins that leads to another place of the report."""
_LEADING: Final = re.compile(rb"\((?:[^\\()]|\\.)*+\)|\b(\d+) 0 R\b", re.DOTALL)
"""A string, which is passed over, or what leads to an object; qpdf puts a backslash before every bracket in a string."""
_OF_THE_WHOLE: Final = frozenset({"/Pages", "/StructTreeRoot", "/Names", "/Outlines"})


def join(
    parts: Iterable[Path],
    places: Mapping[str, Place],
    headings: Iterable[Heading],
    called: Callable[[int], str],
    into: BinaryIO,
) -> None:
    """Write one file of several, of which the first gives title and language; the same parts give the same bytes.

    Args:
        parts: the pieces, in order.
        places: where anchors stand, on pages counted over all pieces.
        headings: the outline, in reading order.
        called: what a page is called, by its number, where a link is read aloud.
        into: where it is written.

    Raises:
        OSError: the disk takes no more.
    """
    with written(into) as file:
        whole = _Whole(file, places, called)
        for number, part in enumerate(parts):
            with pikepdf.open(part) as piece:
                whole.take(piece, number)
        whole.close(headings)


class _Copy:
    """Takes what is reached from a piece over into the file of the whole."""

    def __init__(self, piece: Pdf, file: ObjectFile) -> None:
        self._piece = piece
        self._file = file
        self._numbers: dict[int, int] = {}
        self._waiting: deque[int] = deque()

    def stands(self, each: Object, number: int) -> None:
        """Let a number of the whole stand where an object of the piece, which is not taken over, is led to."""
        self._numbers[each.objgen[0]] = number

    def number(self, each: Object) -> int:
        """The number of an object in the whole."""
        return self._number(each.objgen[0])

    def said(self, each: Object) -> bytes:
        """An object as it stands in the whole, or what leads to it."""
        if each.is_indirect:
            return reference(self.number(each))
        return self.body(each)

    def body(self, each: Object) -> bytes:
        """An object as it stands in the whole."""
        return _LEADING.sub(self._led, each.unparse(resolved=True))

    def finish(self) -> None:
        """Write all that is led to."""
        while self._waiting:
            old = self._waiting.popleft()
            each = self._piece.get_object(old, 0)
            if isinstance(each, Stream):
                entries = _inside(self.body(_without(each, {"/Length"})))
                self._file.put_stream(self._numbers[old], entries, each.read_raw_bytes())
            else:
                self._file.put(self._numbers[old], self.body(each))

    def _number(self, old: int) -> int:
        if old not in self._numbers:
            self._numbers[old] = self._file.number()
            self._waiting.append(old)
        return self._numbers[old]

    def _led(self, found: re.Match[bytes]) -> bytes:
        return reference(self._number(int(found[1]))) if found[1] else found[0]


class _Whole:
    """What holds the pieces together."""

    def __init__(
        self, file: ObjectFile, places: Mapping[str, Place], called: Callable[[int], str]
    ) -> None:
        self._file = file
        self._places = places
        self._called = called
        self._root, self._all_pages, self._tags, self._document = (file.number() for _ in range(4))
        self._info = 0
        self._said: list[bytes] = []
        """Of the first piece: what its catalogue says, and its document tag."""
        self._roles: dict[str, str] = {}
        self._pages = array("Q")
        self._heights = array("d")
        self._nodes: list[tuple[int, int]] = []
        """Of each piece the number of its node of the tree of pages, and how many pages it has."""
        self._top = array("Q")
        """The tags right below the document tag."""
        self._ids = Tree(file, "Names")
        self._numbers = Tree(file, "Nums")
        self._following = 0

    def take(self, piece: Pdf, number: int) -> None:
        """Write a piece; ``number`` counts them."""
        copy, tree = _Copy(piece, self._file), piece.Root.StructTreeRoot
        (document,) = _kids(tree)
        copy.stands(tree, self._tags)
        copy.stands(document, self._document)
        prefix = f"{number:06}-"
        _tell_apart(piece, prefix)
        self._take_pages(piece, copy)
        self._top.extend(copy.number(each) for each in _kids(document))
        for name, tag in NameTree(tree.IDTree).items() if "/IDTree" in tree else ():
            self._ids.put(_string(prefix + name), copy.said(tag))
        for each, tags in NumberTree(tree.ParentTree).items():
            self._numbers.put(b"%d" % (each + self._following), copy.said(tags))
        self._following += int(tree.ParentTreeNextKey)
        self._roles |= {
            name: str(role) for name, role in tree.get("/RoleMap", Dictionary()).items()
        }
        if not self._said:
            self._info = copy.number(piece.trailer.Info)
            own = _without(piece.Root, _OF_THE_WHOLE)
            self._said = [_inside(copy.body(each)) for each in (own, _without(document, {"/K"}))]
        copy.finish()

    def close(self, headings: Iterable[Heading]) -> None:
        """Write what holds them together."""
        put, (own, tag) = self._file.put, self._said
        nodes = references(number for number, _ in self._nodes)
        put(
            self._all_pages,
            b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (len(self._pages), nodes),
        )
        put(self._document, b"<< %s /K [ %s ] >>" % (tag, references(self._top)))
        self._close_tags()
        names = Tree(self._file, "Names")
        for anchor in sorted(self._places):
            names.put(_string(anchor), self._destination(anchor))
        dests = _entry("Dests", names.close())
        lines = outlined(self._file, headings, self._destination)
        put(
            self._root,
            b"<< %s /Pages %s /StructTreeRoot %s /Names << %s >> /Outlines %s >>"
            % (own, reference(self._all_pages), reference(self._tags), dests, reference(lines)),
        )
        self._file.close(self._root, self._info)

    def _close_tags(self) -> None:
        ids = self._ids.close()
        roles = Dictionary({name: Name(role) for name, role in self._roles.items()})
        said = (
            b"/Type /StructTreeRoot /K [ %s ] /RoleMap %s /ParentTree %s /ParentTreeNextKey %d"
            % (
                reference(self._document),
                roles.unparse(),
                self._numbers.close(),
                self._following,
            )
        )
        self._file.put(self._tags, b"<< %s %s >>" % (said, _entry("IDTree", ids)))

    def _take_pages(self, piece: Pdf, copy: _Copy) -> None:
        node, begin = self._file.number(), len(self._pages)
        copy.stands(piece.Root.Pages, node)
        for page in piece.pages:
            _count_on(page, self._following)
            self._lead(page)
            page.obj.Parent = piece.Root.Pages
            self._pages.append(copy.number(page.obj))
            self._heights.append(float(page.MediaBox[3]))
        kids = self._pages[begin:]
        self._nodes.append((node, len(kids)))
        self._file.put(
            node,
            b"<< /Type /Pages /Parent %s /Count %d /Kids [ %s ] >>"
            % (reference(self._all_pages), len(kids), references(kids)),
        )

    def _lead(self, page: Page) -> None:
        """Make links out of addresses that lead into the report."""
        for link in page.get("/Annots", ()):
            address = str(link.A.get("/URI", "")) if "/A" in link else ""
            if address.startswith(LEADS):
                anchor = address.removeprefix(LEADS)
                del link["/A"]
                link.Dest = String(anchor)
                link.Contents = String(self._called(self._places[anchor].page + 1))

    def _destination(self, anchor: str) -> bytes:
        """Where an anchor stands, as a link says it."""
        place = self._places[anchor]
        up = self._heights[place.page] - place.y
        across, high = (str(round(Decimal(each), 3)).encode() for each in (place.x, up))
        return b"[ %s /XYZ %s %s 0 ]" % (reference(self._pages[place.page]), across, high)


def _count_on(page: Page, by: int) -> None:
    """Numbers that lead from a page to its tags, in the count of the whole."""
    for each in (page.obj, *page.get("/Annots", ())):
        for name in ("/StructParents", "/StructParent"):
            if name in each:
                each[name] = int(each[name]) + by


def _tell_apart(piece: Pdf, prefix: str) -> None:
    """Give the tags of a piece ids that no other piece has."""
    for each in piece.objects:
        if not isinstance(each, Dictionary):
            continue
        if each.get("/Type") == Name.StructElem and "/ID" in each:
            each.ID = String(prefix + str(each.ID))
        traits = each.get("/A")
        for trait in traits if isinstance(traits, Array) else ():
            if isinstance(trait, Dictionary) and "/Headers" in trait:
                trait.Headers = Array([String(prefix + str(one)) for one in trait.Headers])


def _kids(node: Object) -> list[Object]:
    kids = node.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _without(of: Object, names: Collection[str]) -> Dictionary:
    """The entries of a dictionary, or of one with data, but some."""
    return Dictionary({name: each for name, each in of.items() if name not in names})


def _inside(dictionary: bytes) -> bytes:
    """The entries of a dictionary."""
    return dictionary.removeprefix(b"<<").removesuffix(b">>").strip()


def _entry(name: str, value: bytes) -> bytes:
    """An entry of a dictionary, none where there is no value."""
    return b"/%s %s" % (name.encode("ascii"), value) if value else b""


def _string(text: str) -> bytes:
    return String(text).unparse()
