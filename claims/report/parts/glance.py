"""The case at a glance: source by date, incidents along the days, places on a chart; each picture beside its table."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from heapq import nsmallest
from itertools import islice

from claims.model import Cell, Incident, MatrixRow, Place
from claims.report.captions import words_of
from claims.report.later import Each
from claims.report.ledger import Ledger, link, links
from claims.report.parts.incidents import days_of
from claims.report.pictures.chart import Spot, Units, chart, near
from claims.report.pictures.grid import MOST_ROWS, MOST_SOURCES, SIGNS, grid
from claims.report.pictures.timeline import MOST, Mark, timeline
from claims.report.value import (
    Block,
    Code,
    Paragraph,
    Picture,
    Piece,
    Row,
    Section,
    Sentence,
    Table,
    Thing,
    Words,
)
from claims.report.value import Mark as Sign
from claims.slots.place import caption as place_caption
from claims.slots.time.caption import edtf_words

_MOST_SPOTS = 60
_MOST_PICTURES = 6
"""Of source by date: more are left to the table."""


def glance(of: Ledger) -> Section:
    """The section; says so when there is neither a date nor a place to show."""
    words = of.words
    parts = (("matrix", _matrix(of)), ("timeline", _timeline(of)), ("places", _places(of)))
    made = tuple(
        Section(f"glance-{name}", (Words(words.text(f"{name}_title")),), blocks)
        for name, blocks in parts
        if blocks
    )
    title = (Words(words.text("glance_title")),)
    if not made:
        nothing = Sentence(words.pieces("glance_none"), (of.method,))
        return Section("glance", title, (Paragraph((nothing,)),))
    return Section("glance", title, parts=made)


def _rtl(of: Ledger) -> bool:
    return of.words.language == "ar"


def _matrix(of: Ledger) -> tuple[Block, ...]:
    matrix, words = of.content.matrix, of.words
    if matrix is None or not matrix.rows:
        return ()
    names = {each: of.source_text(each) for each in matrix.sources}
    weight = Counter(cell.source for row in matrix.rows for cell in row.cells)
    order = sorted(names, key=lambda each: (-weight[each], each))
    shown = order[: MOST_SOURCES * _MOST_PICTURES]
    panels = [shown[at : at + MOST_SOURCES] for at in range(0, len(shown), MOST_SOURCES)]
    drawn, cut = list[Picture](), 0
    for number, sources in enumerate(panels, 1):
        telling = (row for row in matrix.rows if any(c.source in sources for c in row.cells))
        rows = list(islice(telling, MOST_ROWS))
        cut += sum(1 for _ in telling)
        days = {row.date: edtf_words(row.date, words.language) for row in rows}
        counts = {"rows": len(rows), "sources": len(sources)}
        alt = words.text("matrix_alt", number=number, pictures=len(panels), **counts)
        drawn.append(Picture(grid(sources, rows, (names, days), alt=alt, rtl=_rtl(of)), alt))
    told = [Sentence(words.pieces("matrix_key"), (of.method,))]
    if (less := len(order) - len(shown)) or cut:
        left = words.pieces("matrix_left", sources=Code(str(less)), rows=Code(str(cut)))
        told.append(Sentence(left, (of.method,)))
    columns = ("time_of", "speaker", "state", "in_conflict", "claims_caption")
    table = Table(
        words.text("matrix_caption"),
        tuple(words.text(key) for key in columns),
        _cells(of, matrix.rows),
    )
    return *drawn, Paragraph(tuple(told)), table


def _cells(of: Ledger, rows: Sequence[MatrixRow]) -> Sequence[Row]:
    """A row of the table for each cell; one row of the matrix at a time is in memory."""
    places, ends = array("L"), array("L")
    for number, row in enumerate(rows):
        places.extend([number] * len(row.cells))
        ends.extend(range(len(row.cells)))
    read = lru_cache(1)(rows.__getitem__)

    def made(at: int) -> Row:
        row = read(places[at])
        return _cell(of, row, row.cells[ends[at]])

    return Each(made, range(len(places)))


def _cell(of: Ledger, row: MatrixRow, cell: Cell) -> Row:
    words = of.words
    return Row(
        (
            (Words(edtf_words(row.date, words.language)),),
            (of.source(cell.source),),
            (Sign(cell.state.value, SIGNS[cell.state], words.text(f"cell_state_{cell.state}")),),
            words.listed((words.mark("slot", slot),) for slot in cell.conflicting) or (Words("–"),),
            words.listed(links(map(of.claim, cell.claims))),
        )
    )


def _timeline(of: Ledger) -> tuple[Block, ...]:
    words = of.words
    every = of.content.incidents
    dated = array("L", (at for at, one in enumerate(every) if one.first or one.last))
    if not dated:
        return ()
    told = map(every.__getitem__, dated)
    shown = nsmallest(MOST, told, key=lambda one: (-len(one.accounts), one.first))
    shown.sort(key=lambda one: (one.first, one.last))
    marks = _marks(of, shown)
    alt = words.text("timeline_alt", count=len(shown))
    columns = ("the_incident", "time_of", "sources_count", "lineages_count")
    table = Table(
        words.text("timeline_caption"),
        tuple(words.text(key) for key in columns),
        Each(lambda at: _when(of, every[at]), dated),
    )
    key = Paragraph((Sentence(words.pieces("timeline_key"), (of.method,)),))
    return Picture(timeline(marks, alt=alt, rtl=_rtl(of)), alt), key, table


def _marks(of: Ledger, shown: list[Incident]) -> list[Mark]:
    """The incidents on the line; open ends reach as far as any day that is said."""
    ends = (end for one in shown for end in (one.first, one.last))
    said = [date.fromisoformat(end) for end in ends if end]
    low, high = min(said), max(said)
    return [
        Mark(
            str(_number(of, one)),
            date.fromisoformat(one.first) if one.first else low,
            date.fromisoformat(one.last) if one.last else high,
            len(one.accounts) > 1,
        )
        for one in shown
    ]


def _number(of: Ledger, one: Incident) -> int:
    return of.number(Thing.INCIDENT, one.id)


def _when(of: Ledger, one: Incident) -> Row:
    counts = (len(one.accounts), one.lineages)
    cells = ((Code(str(count)),) for count in counts)
    return Row((link(of.incident(one.id)), (days_of(of, one),), *cells))


def _places(of: Ledger) -> tuple[Block, ...]:
    words = of.words
    found = _by_place(of)
    if not found:
        return ()
    spots = near([(spot, len(claims)) for spot, claims in found.values()])[:_MOST_SPOTS]
    alt = words.text("places_alt", count=len(spots))
    columns = ("place_name", "coordinates", "state", "claims_caption")
    table = Table(
        words.text("places_caption"),
        tuple(words.text(key) for key in columns),
        Each(lambda each: _place(of, *each), list(found.values())),
    )
    told = [Sentence(words.pieces(each), (of.method,)) for each in ("places_key", "places_lines")]
    if far := len(found) - len(spots):
        told.append(Sentence(words.pieces("places_far", count=Code(str(far))), (of.method,)))
    drawn = chart(spots, alt=alt, units=Units(*words.text("chart_units").split()))
    return Picture(drawn, alt), Paragraph(tuple(told)), table


def _by_place(of: Ledger) -> dict[str, tuple[Spot, Sequence[int]]]:
    """The places with coordinates that claims name unambiguously, the most told first, with the numbers of the claims."""
    apart = _parting(of)
    claims: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    where: dict[str, tuple[str, float, float]] = {}
    for number, claim in enumerate(of.content.claims):
        for place in claim.places:
            if _known(place) and number not in claims[place.id][-1:]:
                name = place_caption(place, of.words.language)
                where.setdefault(place.id, (name, float(place.lat or 0), float(place.lon or 0)))
                claims[place.id].append(number)
    order = sorted(where, key=lambda each: (-len(claims[each]), each))
    return {
        each: (Spot(*where[each], any(apart[at] for at in claims[each])), claims[each])
        for each in order
    }


def _known(place: Place) -> bool:
    """Whether it is one sure place with coordinates."""
    return None not in (place.lat, place.lon) and place.candidates[1:] == ()


def _parting(of: Ledger) -> bytearray:
    """A mark for each claim on which a pair conflicts, as it is settled or else suggested."""
    marks = bytearray(len(of.content.claims))
    rows = () if of.content.matrix is None else of.content.matrix.rows
    for row in rows:
        for cell in row.cells:
            if cell.conflicting:
                for name in cell.claims:
                    marks[of.claims.at[name]] = 1
    return marks


def _place(of: Ledger, spot: Spot, claims: Sequence[int]) -> Row:
    words = of.words
    key = "conflict" if spot.conflict else "alone"
    state: tuple[Piece, ...] = (
        (Sign("conflict", "≠", words.text("cell_state_conflict")),)
        if key == "conflict"
        else (Words("–"),)
    )
    return Row(
        (
            (words_of(spot.label),),
            (Code(f"{spot.lat:.4f}, {spot.lon:.4f}"),),
            state,
            words.listed(links(of.claim(of.content.claims[at].id) for at in claims)),
        )
    )
