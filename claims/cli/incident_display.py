"""Incidents and the matrix of a case as text that a fact-checker reads.

What happened, where and when; who counts how many; on what the accounts part, both sides quoted; then each source in
its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from claims.cli.display import mark
from claims.cli.terminal import message, quoted
from claims.model import (
    Cell,
    CellState,
    Claim,
    Incident,
    IncidentSheet,
    MatrixRow,
    SheetCell,
    SheetRow,
    Sign,
    Slot,
    Toll,
    Towards,
)
from claims.report.captions import kind_caption, slot_values, source_caption
from claims.report.wording import Wording
from claims.services import toll_caption
from claims.slots.place import caption as place_caption
from claims.slots.time import edtf_words

MatrixClaims: TypeAlias = Mapping[str, Claim]

_QUOTES: Final = 3
"""So many quotes of one source are printed."""
_LENGTH: Final = 240
"""Characters of a quote that are printed."""
_VALUES: Final = 3
_PLACES: Final = 2
_SIGNS: Final = {
    CellState.CONFLICT: ("✗", "bold red"),
    CellState.PARTIAL: ("≈", "yellow"),
    CellState.AGREE: ("=", "green"),
    CellState.UNSURE: ("?", "dim"),
    CellState.ALONE: ("·", "dim"),
}


def incident_block(found: IncidentSheet, words: Wording) -> RenderableType:
    """One incident: its title, counts, where accounts part, and each source in its own words."""
    one = found.incident
    head = Text.assemble((title(one, words), "bold"), "  ", (one.id, "dim cyan"))
    counts = words.text(
        "incident_counts",
        sources=len(one.accounts),
        lineages=one.lineages,
        claims=len(one.claims),
    )
    lines = [Text(counts, style="dim"), *_spread(one, words)]
    lines.extend(_toll(toll, words) for toll in one.tolls)
    lines.extend(_parted(found, words))
    lines.extend(_once(found, words))
    for row in found.rows:
        lines.extend(_account(row, words))
    return Group(head, Padding(Group(*lines), (0, 0, 1, 2)))


def title(one: Incident, words: Wording) -> str:
    """What happened, where and when, in the reader's language."""
    places = [place_caption(place, words.language) for place in one.places[:_PLACES]]
    where = words.text("comma").join(quoted(place) for place in places)
    return " · ".join(
        (
            kind_caption(one.kinds[0], words.language) if one.kinds else "–",
            where or words.text("incident_no_place"),
            days(one.first, one.last, words) or words.text("incident_undated"),
        )
    )


def days(first: str, last: str, words: Wording) -> str:
    """A stretch of days in words; "" when both ends are open."""
    if not first and not last:
        return ""
    edtf = first if first == last else f"{first or '..'}/{last or '..'}"
    return edtf_words(edtf, words.language)


def _spread(one: Incident, words: Wording) -> Iterator[Text]:
    if (one.earliest, one.latest) != (one.first, one.last):
        spread = days(one.earliest, one.latest, words)
        yield Text(words.text("incident_spread", dates=spread), style="dim")


def _toll(toll: Toll, words: Wording) -> Text:
    """The range in words, and who says which."""
    last = [one for one in toll.counts if one.last]
    said = words.text("semicolon").join(
        f"{quoted(source_caption(one.source, words.language))} {_number(one.low, one.high)}"
        for one in last
    )
    return Text.assemble((toll_caption(toll, words.language), "bold"), f" ({said})")


def _number(low: float, high: float | None) -> str:
    if high is None:
        return f"{low:g}+"
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def _parted(found: IncidentSheet, words: Wording) -> Iterator[Text]:
    """On what the accounts part: slot by slot whoever is in conflict, else who stands alone against others."""
    for slot in Slot:
        cells = [
            (row.source, cell) for row in found.rows for cell in row.cells if cell.slot is slot
        ]
        apart = [(source, cell) for source, cell in cells if cell.conflicts]
        alone = [(source, cell) for source, cell in cells if cell.sign is Sign.ALONE]
        if apart:
            yield Text(f"✗ {words.word('slot', slot)}", style="bold red")
        elif alone:
            yield Text(f"≠ {words.word('slot', slot)}", style="bold yellow")
        for source, cell in apart or alone:
            yield Text(f"    {_source(source, words)}: {_said(cell, words)}")


def _said(cell: SheetCell, words: Wording) -> str:
    """The words of a cell, each once."""
    texts = list(dict.fromkeys(said.text for said in cell.said))
    told = words.text("comma").join(quoted(f"«{text}»") for text in texts[:_VALUES])
    return told or "–"


def _source(name: str, words: Wording) -> str:
    return quoted(source_caption(name, words.language))


def _once(found: IncidentSheet, words: Wording) -> Iterator[Text]:
    for each in found.lineages:
        if len(each.sources) > 1:
            reason = words.text("incident_copy" if each.reason == "copy" else "incident_origin")
            names = words.text("comma").join(_source(name, words) for name in each.sources)
            yield Text(words.text("incident_once", sources=names, reason=reason), style="dim")


def _account(row: SheetRow, words: Wording) -> Iterator[Text]:
    """A source and its words, on lines of their own so that Arabic is set from the right."""
    lineage = words.mark("lineage", row.lineage).text
    yield Text.assemble((_source(row.source, words), "bold"), (f" ({lineage})", "dim"))
    yield from _quotes(row.quotes, words)


def _quotes(quotes: Iterable[str], words: Wording) -> Iterator[Text]:
    every = _outer(quotes)
    for quote in every[:_QUOTES]:
        yield Text("  " + quoted(shortened(quote)))
    if len(every) > _QUOTES:
        yield Text("  " + words.text("incident_more", number=len(every) - _QUOTES), style="dim")


def _outer(quotes: Iterable[str]) -> list[str]:
    """Quotes that are no part of another one."""
    every = list(dict.fromkeys(quotes))
    return [one for one in every if not any(one != other and one in other for other in every)]


def shortened(quote: str) -> str:
    """A quote, cut at a word where it is long."""
    plain = " ".join(quote.split())
    return plain if len(plain) <= _LENGTH else plain[:_LENGTH].rsplit(" ", 1)[0] + " …"


def matrix_block(row: MatrixRow, claims: MatrixClaims, words: Wording) -> RenderableType:
    """One date: each source with its sign, its words, and how it stands to whom."""
    lines: list[Text] = []
    for cell in row.cells:
        lines.extend(_cell(cell, claims, words))
    head = Text(edtf_words(row.date, words.language), style="bold")
    return Group(head, Padding(Group(*lines), (0, 0, 1, 2)))


def _cell(cell: Cell, claims: MatrixClaims, words: Wording) -> Iterator[Text]:
    sign, style = _SIGNS[cell.state]
    own = [claims[name] for name in cell.claims if name in claims]
    lineage = words.mark("lineage", own[0].speaker.lineage).text if own else "–"
    yield Text.assemble(
        (f"{sign} ", style), (_source(cell.source, words), "bold"), (f" ({lineage})", "dim")
    )
    yield from _quotes((claim.quote for claim in own), words)
    if cell.state is CellState.ALONE:
        yield Text("  " + words.text("matrix_alone"), style="dim")
    seen = set()
    for each in cell.towards:
        if each.source not in seen and each.relation.value == cell.state.value:
            seen.add(each.source)
            yield _towards(each, claims, words)


def _towards(each: Towards, claims: MatrixClaims, words: Wording) -> Text:
    left, right = claims.get(each.key.left), claims.get(each.key.right)
    line = Text("  ").append_text(mark(words, "relation", each.relation)).append(" ")
    if left is None or right is None:
        return line.append(_source(each.source, words))
    if left.speaker.source == each.source:
        left, right = right, left
    slots = each.slots or _both(left, right)
    told = words.text(
        "matrix_towards",
        other=_source(each.source, words),
        slots=words.text("comma").join(words.word("slot", slot) for slot in slots),
        said=_values(left, slots, words),
        saying=_values(right, slots, words),
    )
    return line.append(message(told))


def _both(left: Claim, right: Claim) -> tuple[Slot, ...]:
    """The slots that both sides state."""
    return tuple(
        slot
        for slot in Slot
        if tuple(slot_values(left, slot, "en")) and tuple(slot_values(right, slot, "en"))
    )


def _values(claim: Claim, slots: Iterable[Slot], words: Wording) -> str:
    said = [text for slot in slots for _, text in slot_values(claim, slot, words.language)]
    texts = list(dict.fromkeys(said))[:_VALUES]
    return words.text("comma").join(quoted(f"«{text}»") for text in texts) or "–"
