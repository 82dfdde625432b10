"""``agreement``: how far reviewers agree, field by field, on the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from claims.cli.cases import opened
from claims.cli.options import CaseFile, Json, Language, Reviewer, words_in
from claims.cli.terminal import emit, message, quoted, show, sum_up
from claims.report.forms import message_form
from claims.report.review_forms import AgreementForm, LeftOutForm, NoIntervalForm
from claims.report.wording import Wording
from claims.review.adjudication import names

if TYPE_CHECKING:
    from claims.review.agreement import Figure
    from claims.services import Agreement, LeftOut, Measured


def agreement(
    by: Reviewer = "", as_json: Json = False, case: CaseFile = None, language: Language = None
) -> None:
    """Print how far reviewers agree, field by field, with what each figure rests on and what is left out."""
    words = words_in(language)
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).agreement.measure()
    if as_json:
        for each in found.figures:
            emit(_form(found, each))
    else:
        for line in _lines(found, words):
            show(Text(line))
    for out in found.left_out:
        sum_up(_left_out(out, words), as_json=as_json)
    method = names().method.within(words.language)
    told = words.text("line_agreement", count=found.items, method=method)
    sum_up(told, as_json=as_json)


def _lines(found: Agreement, words: Wording) -> Iterator[str]:
    """Field by field: of whom, on how many pairs, and what is left out; below it the figures."""
    shown = found.once
    for (field, people), group in groupby(shown, lambda one: (one.field, one.people)):
        figures = tuple(group)
        told = words.text(
            "line_agreement_on",
            field=names().fields[field].within(words.language),
            who=" – ".join(map(quoted, people)) or words.text("all"),
            count=figures[0].items,
        )
        left = (_left_out(one, words) for one in figures[0].left_out)
        yield words.text("semicolon").join((told, *left))
        yield from (f"  {line}" for line in _figures(figures, words))
    if len(shown) < len(found.figures):
        yield words.text("line_agreement_once")


def _figures(figures: tuple[Measured, ...], words: Wording) -> Iterator[str]:
    """A line for each figure; one line where none of them is there, for one reason."""
    reasons = {_why(each, words) for each in figures}
    if len(reasons) == 1 and all(each.figure.value is None for each in figures):
        yield words.text("line_no_figure", why=reasons.pop())
        return
    for each in figures:
        measure = words.text(f"measure_{each.measure}")
        line = words.text("line_figure", measure=measure, figure=_number(each.figure))
        why = _why(each, words)
        yield f"{line} ({why})" if why else line


def _number(found: Figure) -> str:
    """A figure and the ends of its interval, as far as they are there."""
    if found.value is None:
        return "–"
    ends = "" if found.low is None else f" [{found.low:z.3f}, {found.high:z.3f}]"
    return f"{found.value:z.3f}{ends}"


def _why(one: Measured, words: Wording) -> str:
    """Why a figure is undefined, or why it has no interval; "" where neither is so."""
    why = one.why or one.no_interval
    return "" if why is None else message(why.within(words.language))


def _left_out(one: LeftOut, words: Wording) -> str:
    why = message(one.why.within(words.language))
    return words.text("line_left_out", count=one.count, why=why)


def _form(found: Agreement, one: Measured) -> AgreementForm:
    figure, bare = one.figure, one.no_interval
    return AgreementForm(
        field=one.field,
        people=one.people,
        measure=one.measure,
        items=one.items,
        complete=found.items,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        undefined=figure.why,
        why=None if one.why is None else message_form(one.why),
        no_interval=None
        if bare is None
        else NoIntervalForm(code=figure.bare, why=message_form(bare)),
        method=found.method,
        left_out=tuple(
            LeftOutForm(code=each.code, count=each.count, why=message_form(each.why))
            for each in (*found.left_out, *one.left_out)
        ),
    )
