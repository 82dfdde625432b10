"""Which incidents people merged or split: who, when, why, and where the claims stand now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from claims.model import Grouping, GroupingKind, Incident
from claims.report.captions import moment, words_of
from claims.report.later import Each
from claims.report.ledger import Ledger, link, links
from claims.report.parts.outcomes import Fact
from claims.report.parts.who import who
from claims.report.value import Code, Facts, Paragraph, Piece, Section, Sentence, Thing, Words

_FEWEST: Final = 2
"""Parts of a merge that an incident holds where the merge is what put it together."""


def regroupings(of: Ledger) -> Section:
    """The section, one part for each merge or split that stands; says so when there is none."""
    words, rows = of.words, of.content.groupings
    title = (Words(words.text("groupings_title")),)
    withheld = "_withheld" if of.content.waits else ""
    key = "groupings_note" if rows else "groupings_none"
    note = Paragraph((Sentence(words.pieces(f"{key}{withheld}"), (of.method,)),))
    return Section("groupings", title, (note,), Each(partial(_grouping, of), rows))


def regrouped_facts(of: Ledger, one: Incident) -> Iterator[Fact]:
    """The merges that put an incident together, and the splits that parted others from it."""
    for row in of.regrouped.get(one.id, ()):
        if row.said is None:
            continue
        here = [one.id in _incidents(of, part) for part in row.said.parts]
        if row.said.kind is GroupingKind.MERGE and sum(here) >= _FEWEST:
            yield of.words.word("grouping", row.said.kind), told_of(of, row)
        elif row.said.kind is GroupingKind.SPLIT and sum(here) == 1:
            away = [
                name
                for part, own in zip(row.said.parts, here, strict=True)
                if not own
                for name in part
            ]
            pieces = of.words.pieces(
                "grouping_parted",
                told=told_of(of, row),
                count=Code(str(len(away))),
                where=_where(of, away),
            )
            yield of.words.word("grouping", row.said.kind), pieces


def told_of(of: Ledger, row: Grouping) -> tuple[Piece, ...]:
    """Which merge or split, by whom, when and why."""
    reason = "" if row.said is None else row.said.reason
    return of.words.pieces(
        "grouping_told",
        grouping=link(of.grouping(row)),
        who=who(of.words, row.by, row.taken_in),
        when=Code(moment(row.at)),
        reason=words_of(reason or "–"),
    )


def parts_of(of: Ledger, row: Grouping) -> tuple[Piece, ...]:
    """In one line how many claims each part of a merge or split has, and where they stand now."""
    words = of.words
    return words.listed(
        (
            words.pieces(
                "grouping_counted",
                part=words.text("grouping_part_of", number=number),
                count=Code(str(len(part))),
                where=_where(of, part),
            )
            for number, part in enumerate(() if row.said is None else row.said.parts, 1)
        ),
        by="semicolon",
    )


def _grouping(of: Ledger, row: Grouping) -> Section:
    words, ref, said = of.words, of.grouping(row), row.said
    parts = () if said is None else said.parts
    done = "" if said is None else words.word("grouping", said.kind)
    reason = "" if said is None else said.reason
    rows = (
        *(_part(of, number, part) for number, part in enumerate(parts, 1)),
        (words.text("grouping_by"), who(words, row.by, row.taken_in)),
        (words.text("time"), (Code(moment(row.at)),)),
        (words.text("reason"), (words_of(reason or "–"),)),
    )
    title = words.pieces("grouping_title", grouping=ref.label, done=done)
    return Section(anchor=ref.anchor, title=title, blocks=(Facts(rows),), things=(ref,))


def _part(of: Ledger, number: int, part: Sequence[str]) -> Fact:
    """The claims of a part as they were, and the incidents in which they, or what people made of them, stand now."""
    there = [name for name in part if name in of.claims]
    gone = ((Code(name),) for name in part if name not in of.claims)
    claims = of.words.listed([*links(map(of.claim, there)), *gone])
    pieces = of.words.pieces("grouping_part", claims=claims, where=_where(of, part))
    return of.words.text("grouping_part_of", number=number), pieces


def _incidents(of: Ledger, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for name in names for each in of.incidents_of(name)))


def _where(of: Ledger, names: Sequence[str]) -> tuple[Piece, ...]:
    """The incidents in which some claims stand now."""
    found = sorted(_incidents(of, names), key=partial(of.number, Thing.INCIDENT))
    return of.words.listed(links(map(of.incident, found))) or (Words("–"),)
