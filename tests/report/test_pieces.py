"""A long report is set in pieces and is one report all the same."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

import claims.report.pdf
from claims.report.build import build
from claims.report.pieces import Cutter, Node, Stretch
from claims.report.typesetting import set_pages

from .examples import ARABIC, ENGLISH, case
from .test_pdf import UNSEEN
from .written import pdf as render

SMALL = 6000
"""Characters of a piece that cuts the small case in fifteen."""


@pytest.fixture(scope="module", params=["ar", "en"])
def joined(request: pytest.FixtureRequest) -> bytes:
    """The small case in pieces."""
    return render(build(case(), request.param), most=SMALL)


def _row(number: int) -> Node:
    return {"anchor": f"row-{number}", "cells": [[{"text": "x" * number}]]}


BLOCKS = st.one_of(
    st.builds(lambda text: {"kind": "paragraph", "runs": [{"text": text}]}, st.text(max_size=60)),
    st.builds(
        lambda n: {"kind": "table", "rows": [_row(one) for one in range(n)]}, st.integers(0, 9)
    ),
)
SECTIONS = st.recursive(
    st.builds(lambda blocks: {"blocks": blocks, "parts": []}, st.lists(BLOCKS, max_size=3)),
    lambda parts: st.builds(
        lambda blocks, inner: {"blocks": blocks, "parts": inner},
        st.lists(BLOCKS, max_size=3),
        st.lists(parts, max_size=3),
    ),
    max_leaves=8,
)


def _named(sections: list[Node], above: str = "") -> list[Node]:
    return [
        {
            **each,
            "anchor": f"s{above}-{number}",
            "title": [{"text": f"s{above}-{number}"}],
            "parts": _named(each["parts"], f"{above}-{number}"),
        }
        for number, each in enumerate(sections)
    ]


def _said(blocks: list[Node]) -> list[object]:
    """What blocks say, whatever was cut."""
    return [said for each in blocks for said in each["rows" if "rows" in each else "runs"]]


def _flat(sections: list[Node]) -> list[tuple[str, list[object]]]:
    return [
        line
        for each in sections
        for line in ((each["anchor"], _said(each["blocks"])), *_flat(each["parts"]))
    ]


@given(st.lists(SECTIONS, max_size=4), st.integers(1, 400))
def test_pieces_say_what_the_whole_says(sections: list[Node], most: int) -> None:
    """Nothing is lost, said twice or moved; no heading stands alone at an end; what goes on says of what it is."""
    whole = _named(sections)
    pieces = list(Cutter(lambda title: [*title, {"text": "+"}], most).pieces(whole))

    found: list[tuple[str, list[object]]] = []
    for each in (stretch for piece in pieces for stretch in piece):
        if each.anchor:
            found.append((each.anchor, _said(each.blocks)))
        else:
            assert each.title[-1] == {"text": "+"}
            found[-1][1].extend(_said(each.blocks))
    assert found == _flat(whole)
    assert all(piece[-1].blocks for piece in pieces[:-1])
    assert all(_steps(piece) for piece in pieces)


def _steps(piece: list[Stretch]) -> bool:
    """Whether no level of headings is left out, as PDF/UA asks."""
    levels = [0, *(each.level for each in piece)]
    return all(after <= before + 1 for before, after in pairwise(levels))


def test_a_table_longer_than_memory_is_given_on_piece_by_piece() -> None:
    """Rows behind a piece are not made before it was given on."""
    made: list[int] = []

    def rows() -> Iterator[Node]:
        for number in range(1000):
            made.append(number)
            yield _row(number % 10)

    table = {"kind": "table", "rows": rows()}
    section: Node = {"anchor": "s", "title": [], "blocks": iter([table]), "parts": iter(())}
    pieces = Cutter(lambda title: title, 400).pieces([section])

    next(pieces)
    assert len(made) < 100
    assert sum(len(_said(each.blocks)) for piece in pieces for each in piece) > 900


def test_every_link_of_a_joined_report_leads_to_a_place_in_it(joined: bytes) -> None:
    """Also to places that stand in other pieces; no address that only the pieces knew is left."""
    with pikepdf.open(io.BytesIO(joined)) as pdf:
        places = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
        links = [link for page in pdf.pages for link in page.get("/Annots", ())]
        pages = {page.obj.objgen for page in pdf.pages}
        assert len(links) > 40
        assert {str(link.Dest) for link in links} <= set(places)
        assert {place[0].objgen for place in places.values()} <= pages
        assert [link for link in links if "/A" in link] == []


def test_the_tags_of_a_joined_report_are_those_of_one_document(joined: bytes) -> None:
    """One document tag, no id twice, every number on a page has its tag, and every tag a page of the file."""
    with pikepdf.open(io.BytesIO(joined)) as pdf:
        tree = pdf.Root.StructTreeRoot
        tags = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/StructElem"
        ]
        ids = [str(each.ID) for each in tags if "/ID" in each]
        numbers = dict(pikepdf.NumberTree(tree.ParentTree).items())
        pages = {page.obj.objgen for page in pdf.pages}
        assert isinstance(tree.K, pikepdf.Array)
        assert len(tree.K) == 1
        assert len(ids) == len(set(ids)) > 50
        assert set(ids) == set(dict(pikepdf.NameTree(tree.IDTree).items()))
        assert [page.StructParents for page in pdf.pages if page.StructParents not in numbers] == []
        assert {each.Pg.objgen for each in tags if "/Pg" in each} <= pages


def test_a_joined_report_reads_like_one(joined: bytes) -> None:
    """Its quotes are in it, its pages are counted through, and its contents name the pages where sections begin."""
    read = pypdf.PdfReader(io.BytesIO(joined)).pages
    pages = [UNSEEN.sub("", page.extract_text()) for page in read]
    for quote in (ARABIC, ENGLISH):
        assert any(UNSEEN.sub("", quote[:40]) in page for page in pages)
    for number, page in enumerate(pages, 1):
        assert str(number) in (page[: len(str(number))], page[-len(str(number)) :])
    with pikepdf.open(io.BytesIO(joined)) as pdf, pdf.open_outline() as outline:
        places = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())
        at = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        for line in outline.root:
            title = UNSEEN.sub("", line.title)
            named = re.findall(f"{re.escape(title)}\\D*(\\d+)", pages[0].removesuffix("1"))
            assert isinstance(line.destination, pikepdf.Array)
            begins = at[line.destination[0].objgen]
            assert begins in map(int, named), "a title can begin as another one does"
            assert title in pages[begins - 1]
        assert len(places) > 20


def test_the_same_pieces_give_the_same_bytes() -> None:
    """However often they are joined."""
    report = build(case(), "en")
    assert render(report, most=30_000) == render(report, most=30_000)


def test_progress_goes_piece_by_piece_and_never_back() -> None:
    """The front tells seconds, as nobody knows how long it takes; all after it how many pieces are done."""
    seen: list[tuple[int, int]] = []
    render(build(case(), "en"), lambda done, of: seen.append((done, of)), most=20_000)
    pieces = [each for each in seen if each[1]]
    assert pieces == sorted(pieces)
    assert pieces[-1][0] == pieces[-1][1] > 3


@pytest.mark.parametrize("step", ["_keep", "join"])
def test_cutting_and_joining_can_be_given_up(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits is asked after each piece, also while no page is set."""
    begun = False
    done = getattr(claims.report.pdf, step)

    def here(*args: Any) -> Any:
        nonlocal begun
        begun = True
        return done(*args)

    def given_up(_done: int, _of: int) -> None:
        if begun:
            raise KeyboardInterrupt

    monkeypatch.setattr(claims.report.pdf, step, here)
    monkeypatch.setattr(claims.report.pdf, "set_pages", None if step == "_keep" else set_pages)
    with pytest.raises(KeyboardInterrupt):
        render(build(case(), "en"), given_up, most=20_000)
