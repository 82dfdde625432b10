"""How far reviewers agree: a row for each figure, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from claims.model import Message
from claims.report.captions import words_of
from claims.report.content import AgreementLine
from claims.report.ledger import Ledger
from claims.report.value import Code, Paragraph, Piece, Row, Section, Sentence, Table, Words

_COLUMNS: Final = (
    "field",
    "measure",
    "figure",
    "interval",
    "pairs_count",
    "left_out_pairs",
    "people",
)
_NONE: Final[tuple[Piece, ...]] = (Words("–"),)


def agreement(of: Ledger) -> Section:
    """The section; says so when nobody answered beside another."""
    words, lines = of.words, of.content.agreement
    title = (Words(words.text("agreement_title")),)
    if not lines:
        nothing = Sentence(words.pieces("agreement_none"), (of.method,))
        return Section("agreement", title, (Paragraph((nothing,)),))
    told = [Sentence(words.pieces("agreement_note"), (of.method,))]
    if beside := _reasons(of, of.content.beside_agreement):
        told.append(Sentence(words.pieces("agreement_beside", reasons=beside), (of.method,)))
    table = Table(
        words.text("agreement_caption"),
        tuple(words.text(key) for key in _COLUMNS),
        tuple(_row(of, each) for each in _once(lines)),
    )
    return Section("agreement", title, (Paragraph(tuple(told)), table))


def _once(lines: Sequence[AgreementLine]) -> Sequence[AgreementLine]:
    """The figures without those of all people where these are two alone, whose figures stand under their names."""
    pairs = {each.people for each in lines if each.people}
    return lines if len(pairs) != 1 else [each for each in lines if each.people]


def _reasons(of: Ledger, left: Iterable[tuple[int, Message]]) -> tuple[Piece, ...]:
    """How many are left out, each time with why, in a row."""
    told = (
        of.words.pieces("left_out_why", count=Code(str(count)), why=why.within(of.words.language))
        for count, why in left
    )
    return of.words.listed(told, by="semicolon")


def _row(of: Ledger, line: AgreementLine) -> Row:
    words = of.words
    figure = _told(of, line.why) if line.value is None else (Code(f"{line.value:z.3f}"),)
    return Row(
        (
            (Words(line.field.within(words.language)),),
            (Words(words.text(f"measure_{line.measure}")),),
            figure,
            _ends(of, line),
            (Code(str(line.items)),),
            _reasons(of, line.left_out) or _NONE,
            words.listed((words_of(name),) for name in line.people) or (Words(words.text("all")),),
        )
    )


def _ends(of: Ledger, line: AgreementLine) -> tuple[Piece, ...]:
    """The ends of its interval, or why it has none; nothing more of a figure that is not there, which says why itself."""
    if line.low is None or line.high is None:
        return _told(of, line.no_interval)
    return (Code(f"{line.low:z.3f} … {line.high:z.3f}"),)


def _told(of: Ledger, why: Message | None) -> tuple[Piece, ...]:
    return _NONE if why is None else (Words(why.within(of.words.language)),)
