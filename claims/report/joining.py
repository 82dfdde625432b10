"""Pieces of a report as one PDF: pages, tags, outline and links are those of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

import pikepdf
from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    NumberTree,
    Object,
    OutlineItem,
    Page,
    Pdf,
    String,
)

from claims.report.typesetting import Place

LEADS: Final = "report:"
"""How the address of a link begins that leads to another place of the report."""


class Heading(NamedTuple):
    """A line of the outline."""

    level: int
    anchor: str
    title: str


def join(
    parts: Sequence[Path],
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
    """
    with pikepdf.open(parts[0]) as pdf:
        root = pdf.Root.StructTreeRoot
        names = _Names(NameTree.new(pdf))
        names.take(root)
        numbers = NumberTree.new(pdf)
        following = _take_numbers(numbers, root, 0)
        for number, part in enumerate(parts[1:], 1):
            with pikepdf.open(part) as piece:
                _tell_apart(piece, f"{number}-")
                begin = len(pdf.pages)
                pdf.pages.extend(piece.pages)
                for page in list(pdf.pages)[begin:]:
                    _count_on(page, following)
                tree = pdf.copy_foreign(piece.Root.StructTreeRoot)
            _graft(root, tree)
            names.take(tree)
            following = _take_numbers(numbers, tree, following)
        if names.found:
            root.IDTree = names.tree.obj
        root.ParentTree = numbers.obj
        root.ParentTreeNextKey = following
        _lead(pdf, places, called)
        _outline(pdf, places, headings)
        pdf.save(into, deterministic_id=True)


def _count_on(page: Page, by: int) -> None:
    """Numbers that lead from a page to its tags, in the count of the whole."""
    for each in (page.obj, *page.get("/Annots", ())):
        for name in ("/StructParents", "/StructParent"):
            if name in each:
                each[name] = int(each[name]) + by


def _take_numbers(numbers: NumberTree, tree: Object, by: int) -> int:
    """Take over what leads from pages to tags; the number that is free after it."""
    for number, tags in NumberTree(tree.ParentTree).items():
        numbers[number + by] = tags
    return int(tree.ParentTreeNextKey) + by


def _graft(root: Object, tree: Object) -> None:
    """Hang the tags of a piece into the document of the first."""
    (whole,) = _kids(root)
    for document in _kids(tree):
        for each in _kids(document):
            each.P = whole
            whole.K.append(each)
    if "/RoleMap" in tree:
        root.RoleMap = Dictionary({**dict(root.get("/RoleMap", {})), **dict(tree.RoleMap)})


def _kids(node: Object) -> list[Object]:
    kids = node.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


@dataclass(slots=True)
class _Names:
    """The ids of tags, by which cells of tables name their headers."""

    tree: NameTree
    found: bool = False

    def take(self, root: Object) -> None:
        """Take over the ids under a root."""
        if "/IDTree" in root:
            for name, tag in NameTree(root.IDTree).items():
                self.tree[name] = tag
                self.found = True


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
    tree = piece.Root.StructTreeRoot
    if "/IDTree" in tree:
        again = NameTree.new(piece)
        for name, tag in NameTree(tree.IDTree).items():
            again[prefix + name] = tag
        tree.IDTree = again.obj


def _lead(pdf: Pdf, places: Mapping[str, Place], called: Callable[[int], str]) -> None:
    """Make links out of addresses that lead into the report, and give every place its name."""
    names = NameTree.new(pdf)
    pages = list(pdf.pages)
    for anchor, place in places.items():
        names[anchor] = _destination(pages, place)
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.Dests = names.obj
    for page in pages:
        for link in page.get("/Annots", ()):
            address = str(link.A.get("/URI", "")) if "/A" in link else ""
            if address.startswith(LEADS):
                anchor = address.removeprefix(LEADS)
                del link["/A"]
                link.Dest = String(anchor)
                link.Contents = String(called(places[anchor].page + 1))


def _outline(pdf: Pdf, places: Mapping[str, Place], headings: Iterable[Heading]) -> None:
    """The headings of the whole, each under the one above it."""
    pages = list(pdf.pages)
    with pdf.open_outline() as outline:
        outline.root.clear()
        above: list[OutlineItem] = []
        for each in headings:
            line = OutlineItem(each.title, _destination(pages, places[each.anchor]))
            del above[each.level - 1 :]
            (above[-1].children if above else outline.root).append(line)
            above.append(line)


def _destination(pages: Sequence[Page], place: Place) -> Array:
    page = pages[place.page]
    height = float(page.MediaBox[3])
    across, up = (round(Decimal(each), 3) for each in (place.x, height - place.y))
    return Array([page.obj, Name.XYZ, across, up, 0])
