"""Incident by incident: when, who tells of it, source by slot, the quotes, the grade and why."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import compress, count
from typing import Final

from claims.comparison.signs import sign_words, voice_words
from claims.comparison.tolls import toll_caption
from claims.model import (
    Claim,
    Incident,
    Modality,
    Polarity,
    Said,
    SheetCell,
    SheetRow,
    Sign,
    Slot,
    Thing,
    Toll,
    Topic,
    Voice,
)
from claims.report.captions import said_pieces, stance_pieces, words_of
from claims.report.later import Each, Joined
from claims.report.ledger import Ledger, link, links
from claims.report.parts.evidence import evidence_facts
from claims.report.parts.outcomes import Fact, facts
from claims.report.parts.passages import passage
from claims.report.parts.regrouped import regrouped_facts
from claims.report.value import (
    Block,
    Code,
    Facts,
    Mark,
    Paragraph,
    Piece,
    Row,
    Section,
    Sentence,
    Table,
    Words,
)
from claims.slots.time.caption import edtf_words

_COLOURS: Final = {
    Sign.AGREES: "agree",
    Sign.COMPATIBLE: "agree",
    Sign.ALONE: "conflict",
    Sign.MIXED: "partial",
    Sign.ONLY: "unsure",
    Sign.OPEN: "unsure",
}
"""Colour of a cell, by how others stand to it."""


def incidents(of: Ledger) -> Section:
    """The section: incident by incident, those of several sources first, then claims that tell of none.

    Every claim is quoted here with its surroundings, so that no reader has to go elsewhere to see its words.
    """
    words = of.words
    title = (Words(words.text("incidents_title")),)
    if not of.content.incidents:
        nothing = Sentence(words.pieces("incidents_none"), (of.method,))
        return Section("incidents", title, (Paragraph((nothing,)),), _without_event(of))
    told, single = array("L"), array("L")
    for number, one in enumerate(of.content.incidents):
        (told if len(one.accounts) > 1 or _concluded(of, one) else single).append(number)
    incident = partial(_numbered, of)
    note = Sentence(words.pieces("incidents_note"), (of.method,))
    return Section(
        anchor="incidents",
        title=title,
        blocks=(Paragraph((note,)),),
        parts=Joined(Each(incident, told), _others(of, Each(incident, single)), _without_event(of)),
    )


def _concluded(of: Ledger, one: Incident) -> bool:
    grade = of.grades.get(one.id)
    return grade is not None and grade.conclusion is not None


def _numbered(of: Ledger, number: int) -> Section:
    return _incident(of, of.content.incidents[number])


def _incident(of: Ledger, one: Incident) -> Section:
    ref = of.incident(one.id)
    title = of.words.pieces("incident_title", incident=ref.label, days=days_of(of, one))
    head: tuple[Block, ...] = (Facts(tuple(_facts(of, one))), _sources(of, one))
    quotes = Each(lambda name: passage(of, of.claims[name]), one.claims)
    blocks = Joined[Block](head, quotes)
    return Section(anchor=ref.anchor, title=title, blocks=blocks, things=(ref,))


def days_of(of: Ledger, one: Incident) -> Piece:
    """The days of an incident in words."""
    said = one.days
    return Words(edtf_words(said, of.words.language) if said else of.words.text("no_date"))


def _facts(of: Ledger, one: Incident) -> list[Fact]:
    words = of.words
    rows: list[Fact] = [
        (words.text("id"), (Code(one.id),)),
        (words.text("lineages_count"), (Code(str(one.lineages)),)),
        *((words.text("toll"), _toll(of, toll)) for toll in sorted(one.tolls, key=_weight)),
        *((words.text("denied_by"), _denial(of, each)) for each in _denying(of, one)),
    ]
    grade = of.grades.get(one.id)
    topics = (
        topic
        for name in one.claims
        for topic in (
            Topic(Thing.INCIDENT, name),
            Topic(Thing.CONCLUSION, f"incident~{name}"),
        )
    )
    graded = () if grade is None else facts(of, grade)
    return [*rows, *regrouped_facts(of, one), *graded, *evidence_facts(of, topics)]


def _denying(of: Ledger, one: Incident) -> list[Claim]:
    """The claims of an incident that deny what happened, or negate it where somebody else says that it did."""
    told = [of.claims[name] for name in one.claims if name in of.claims]
    saying = {each.speaker.source for each in told if each.affirms}
    return [
        each
        for each in told
        if each.modality is Modality.DENIED
        or (each.polarity is Polarity.NEGATED and saying - {each.speaker.source})
    ]


def _denial(of: Ledger, claim: Claim) -> tuple[Piece, ...]:
    """Who denies, in which words."""
    quote = words_of(claim.quote, quoted=True)
    return (
        of.speaker(claim),
        Words(": "),
        quote,
        Words(" ["),
        *link(of.claim(claim.id)),
        Words("]"),
    )


def _weight(toll: Toll) -> tuple[bool, str, float, str]:
    """The dead first, and of each unit the greatest figure, of which the others may be parts."""
    return toll.unit != "killed", toll.unit, -toll.high, toll.of


def _toll(of: Ledger, toll: Toll) -> tuple[Piece, ...]:
    words = of.words
    names = (of.source(name) for name in toll.sources)
    said = words_of(toll_caption(toll, words.language))
    named = words.listed(links(of.claim(claim) for claim in toll.claims if claim in of.claims))
    told = words.pieces("toll_is", range=said, sources=words.listed((name,) for name in names))
    return (*told, Words(" ["), *named, Words("]")) if named else told


def _sources(of: Ledger, one: Incident) -> Table:
    """Source by slot; each cell says whether others agree."""
    words = of.words
    return Table(
        caption=words.text("incident_caption"),
        columns=(
            words.text("speaker"),
            *(words.word("slot", slot) for slot in Slot),
            words.text("claims_caption"),
        ),
        rows=tuple(_account(of, each) for each in of.sheet(one.id).rows),
    )


def _account(of: Ledger, row: SheetRow) -> Row:
    words = of.words
    head = words.pieces(
        "source_of", source=of.source(row.source), lineage=words.mark("lineage", row.lineage)
    )
    named = words.listed(_claims(of, row.claims))
    return Row((head, *(_cell(of, cell) for cell in row.cells), named))


def _claims(of: Ledger, names: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
    """Claims; of those that are more than a plain statement how their words stand to the fact."""
    stances = {name: stance_pieces(of.claims[name], of.words) for name in names}
    yield from links(of.claim(name) for name in names if not stances[name])
    for name, stance in stances.items():
        if stance:
            yield (*link(of.claim(name)), Words(" ("), *stance, Words(")"))


def _cell(of: Ledger, cell: SheetCell) -> tuple[Piece, ...]:
    """How others stand to what is said, whose word that is where it is no mere suggestion, and what is said."""
    words = of.words
    if cell.sign is Sign.SILENT:
        return (Words(words.text("not_stated")),)
    found = sign_words(cell.sign)
    stands = Mark(_COLOURS[cell.sign], found.sign, found.message.within(words.language))
    values = words.listed(dict.fromkeys(_value(of, one) for one in cell.said), by="semicolon")
    if cell.voice is Voice.SUGGESTED:
        return (stands, Words(": "), *values)
    whose = voice_words(cell.voice).within(words.language)
    return (stands, Words(f" ({whose}): "), *values)


def _others(of: Ledger, single: Sequence[Section]) -> tuple[Section, ...]:
    """Those that one source alone tells of, after all that can be compared; no section without any."""
    if not single:
        return ()
    title = (Words(of.words.text("single_title")),)
    return (Section("incidents-single", title, parts=single),)


def _without_event(of: Ledger) -> tuple[Section, ...]:
    """Claims that belong to no incident, such as figures of strength; no section without any."""
    others = bytearray(b"\1") * len(of.content.claims)
    for one in of.content.incidents:
        for name in one.claims:
            others[of.claims.at[name]] = 0
    if not any(others):
        return ()
    note = Sentence(of.words.pieces("without_event_note"), (of.method,))
    title = (Words(of.words.text("without_event_title")),)
    numbers = array("L", compress(count(), others))
    quotes = Each(lambda number: passage(of, of.content.claims[number]), numbers)
    blocks = Joined[Block]((Paragraph((note,)),), quotes)
    return (Section("incidents-none", title, blocks),)


def _value(of: Ledger, said: Said) -> tuple[Piece, ...]:
    """A value of a cell, and how its claim stands to it where that is more than a plain statement."""
    value, stance = (
        said_pieces(said, of.words.language),
        stance_pieces(of.claims[said.claim], of.words),
    )
    return (*value, Words(" ("), *stance, Words(")")) if stance else value
