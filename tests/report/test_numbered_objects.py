"""A PDF that is written object by object is a PDF, and does not stay in memory."""

from __future__ import annotations

import io
import tracemalloc
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.report.numbered_objects import ObjectFile, Tree, reference, written
from claims.report.outlining import Heading, outlined

from .sink import Sink

FRAME = b"<< /Type /Catalog /Pages %s %s >>"


def _closed(file: ObjectFile, more: bytes) -> None:
    """End a file of no pages with further entries of its catalogue."""
    root, pages, info = (file.number() for _ in range(3))
    file.put(pages, b"<< /Type /Pages /Count 0 /Kids [ ] >>")
    file.put(info, b"<< >>")
    file.put(root, FRAME % (reference(pages), more))
    file.close(root, info)


def _held(objects: int) -> int:
    """The most memory, in bytes, that so many objects of a kilobyte take while they are written."""
    tracemalloc.start()
    with written(Sink()) as file:
        for _ in range(objects):
            file.put(file.number(), b"(%s)" % (b"x" * 1000))
        _closed(file, b"")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_ten_times_the_objects_need_no_more_memory() -> None:
    """What was written is gone; where it stands is on the disk."""
    _held(100)
    assert _held(20_000) < 1.5 * _held(2_000)


@pytest.mark.parametrize("count", [0, 1, 100, 101, 10_001])
def test_everything_in_a_tree_is_found(count: int) -> None:
    """By a program that goes down its limits, however many levels it has; a tree of nothing is none."""
    made = io.BytesIO()
    with written(made) as file:
        tree = Tree(file, "Nums")
        for number in range(count):
            tree.put(b"%d" % (2 * number), b"(%d)" % number)
        led = tree.close()
        _closed(file, b"/Tree " + led if led else b"")
    with pikepdf.open(made) as pdf:
        assert ("/Tree" in pdf.Root) == bool(count)
        found = pikepdf.NumberTree(pdf.Root.Tree) if count else {}
        some = range(0, count, 97)
        assert [str(found[2 * each]) for each in some] == [str(each) for each in some]
        assert all(2 * each + 1 not in found for each in some)
        assert len(list(found)) == count


def test_data_and_objects_come_back_as_they_were_written() -> None:
    """Data byte for byte; a number may be led to before its object is written."""
    made = io.BytesIO()
    with written(made) as file:
        early, data = file.number(), file.number()
        for _ in range(500):
            file.put(file.number(), b"<< /To %s >>" % reference(early))
        file.put_stream(data, b"/Kind /Plain", b"endstream\r\n\x00")
        file.put(early, rb"(a \( 7 0 R)")
        _closed(file, b"/Early %s /Data %s" % (reference(early), reference(data)))
    with pikepdf.open(made) as pdf:
        assert str(pdf.Root.Early) == "a ( 7 0 R"
        assert pdf.Root.Data.read_raw_bytes() == b"endstream\r\n\x00"
        led = [
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/To" in each
        ]
        assert len(led) == 500
        assert {str(each.To) for each in led} == {"a ( 7 0 R"}


@st.composite
def _headings(draw: st.DrawFn) -> list[Heading]:
    """Headings of which none is more than one level below the one before."""
    levels: list[int] = []
    for _ in range(draw(st.integers(0, 30))):
        levels.append(draw(st.integers(1, (levels[-1] if levels else 0) + 1)))
    return [Heading(level, f"a{at}", f"\u2068{at}) غارة") for at, level in enumerate(levels)]


@given(_headings())
def test_an_outline_says_what_stands_under_what(headings: list[Heading]) -> None:
    """In reading order, each line with its title, and counted as a reader counts what is open."""
    made = io.BytesIO()
    with written(made) as file:
        root = outlined(file, headings, lambda anchor: b"(%s)" % anchor.encode())
        _closed(file, b"/Outlines " + reference(root))
    with pikepdf.open(made) as pdf:
        found = list(_lines(pdf.Root.Outlines, 0))
    assert found == headings


def _lines(above: pikepdf.Object, level: int) -> list[Heading]:
    """What stands below a line, which leads to the first and the last of it and says how many there are."""
    found, lines, line = list[Heading](), list[pikepdf.Object](), above.get("/First")
    while line is not None:
        assert line.Parent.objgen == above.objgen
        lines.append(line)
        found.append(Heading(level + 1, str(line.Dest), str(line.Title)))
        found.extend(_lines(line, level + 1))
        line = line.get("/Next")
    assert all(after.Prev.objgen == before.objgen for before, after in pairwise(lines))
    assert [each.objgen for each in lines[-1:]] == [
        each.objgen for each in [above.get("/Last")] if each is not None
    ]
    assert int(above.get("/Count", 0)) == len(found)
    return found
