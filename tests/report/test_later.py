"""Parts of a report that are made when they are read are those that a tuple would hold, and no more than one at a time."""

from __future__ import annotations

import io
import tracemalloc
from dataclasses import replace
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.report.build import build
from claims.report.formats import FORMATS
from claims.report.later import ById, Each, Filed, Joined, Numbers, Some, each_of
from claims.report.value import Code, Row, Section, Table, Words

from .examples import case

ITEMS = st.lists(st.integers(), max_size=8)


@given(ITEMS, ITEMS, st.slices(16))
def test_they_are_what_a_tuple_would_be(ones: list[int], others: list[int], some: slice) -> None:
    """Length, order, single parts, slices and equality."""
    parts = Joined(Each(str, ones), tuple(map(str, others)))
    whole = tuple(map(str, [*ones, *others]))

    assert parts == whole
    assert tuple(parts) == whole
    assert repr(parts) == repr(whole)
    assert hash(parts) == hash(whole)
    assert [parts[number] for number in range(-len(whole), len(whole))] == [*whole, *whole]
    assert parts[some] == whole[some]


def test_they_differ_from_others() -> None:
    """In length, in a part, in kind."""
    parts = Each(str, [1, 2])
    assert parts != ("1",)
    assert parts != ("1", "3")
    assert parts != 2
    with pytest.raises(IndexError):
        Joined(parts)[2]


def test_a_row_that_does_not_fit_is_refused_when_it_is_made() -> None:
    """As rows that are there at once are."""
    table = Table("Claims", ("Id", "Quote"), Each(lambda text: Row(((Code(text),),)), ["ab12"]))
    with pytest.raises(ValueError, match="Claims"):
        next(iter(table.rows))


@given(st.lists(st.text(max_size=3), unique=True), st.sets(st.integers(0, 20)), st.text(max_size=3))
def test_things_are_found_by_their_ids(ids: list[str], some: set[int], other: str) -> None:
    """Where they stand in the sequence, and where some of them stand among themselves; nothing else is there."""
    items = [(each, number) for number, each in enumerate(ids)]
    found = ById(items, itemgetter(0))
    chosen = [number for number in sorted(some) if number < len(ids)]
    among = Some(found.at, chosen)

    assert dict(found) == {each[0]: each for each in items}
    assert [found.at[each] for each in ids] == list(range(len(ids)))
    assert [among[ids[number]] for number in chosen] == list(range(len(chosen)))
    assert {each for each in ids if each in among} == {ids[number] for number in chosen}
    assert (len(found), len(among)) == (len(ids), len(chosen))
    assert (other in found) == (other in ids)
    if other not in ids:
        with pytest.raises(KeyError):
            found[other]


def test_a_filed_sequence_is_not_gone_through_for_its_ids() -> None:
    """Nor is what is made of it thing by thing."""
    read: list[int] = []

    def made(number: int) -> str:
        read.append(number)
        return str(number)

    filed = Filed(Each(made, range(9)), Numbers(map(str, range(9)), 9))

    assert ById(each_of(str, filed), str)["7"] == "7"
    assert read == [7]


@pytest.mark.parametrize("count", [0, 100, 10_000])
def test_ids_are_found_however_many_were_foreseen(count: int) -> None:
    """Of one that comes again the last counts."""
    found = Numbers(map(str, (*range(3_000), 7)), count)

    assert all(found[str(number)] == number for number in range(3_000) if number != 7)
    assert (found["7"], len(found), "3000" in found) == (3_000, 3_000, False)


@pytest.mark.parametrize("foreseen", [0, 5_000])
def test_ids_are_not_kept(foreseen: int) -> None:
    """Sixty bytes at most stay of each, however many and however long they are."""
    tracemalloc.start()
    try:
        held = Numbers((f"{number:064}" for number in range(5_000)), foreseen)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(held) == 5_000
    assert kept < 61 * 5_000


@pytest.mark.parametrize("name", ["html", "md", "docx"])
def test_a_writer_holds_one_part_at_a_time(name: str) -> None:
    """However many sections and rows there are: each is let go before the one after the next is made."""
    alive: set[int] = set()
    most = 0

    class Seen(Row):
        __slots__ = ()

        def __del__(self) -> None:
            alive.discard(id(self))

    def row(number: int) -> Row:
        nonlocal most
        made = Seen(((Words(f"row {number}"),),))
        alive.add(id(made))
        most = max(most, len(alive))
        return made

    def section(number: int) -> Section:
        return Section(
            f"s{number}", (Words("s"),), (Table("t", ("c",), Each(row, range(number, 40))),)
        )

    parts = Section("all", (Words("all"),), parts=Each(section, range(20)))
    report = replace(build(case()), sections=(parts,))

    FORMATS[name](report, lambda _done, _of: None, io.BytesIO())

    assert 0 < most <= 3
