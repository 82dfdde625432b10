"""A sum stated behind its addends: *13,221 in Iraq and 10,701 in Syria, 23,922 in all*.

Decided only where a word of summing stands beside the total, every number between the first addend and the total was
read as an exact figure of one kind, and nothing says that something else is counted too: an earlier toll, an unnamed
number, a list of examples. A total that any run of addends makes holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.checks.figures import all_read, exact, hull, people, read_figures, wider_units
from claims.checks.noticed import Noticed, about, notice
from claims.checks.wording import addition, cited, listed, message, pattern, says
from claims.model import Extraction, Quantity, Role, Sentence, Span
from claims.text.shadow import shadow

_CUE_REACH = 12
"""Letters that may stand between a word of summing and its total (*a total of some 28*)."""
_GAP = 60
"""Letters that may stand between one figure and the next: a place, what was done with the first."""
_FEWEST = 2
_ANYBODY = "persons"
_ENDS = frozenset(".!?؟;؛\n")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with the figures before it that it adds up."""

    addends: tuple[Quantity, ...]
    total: Quantity


def wrong_sums(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each stated sum that its addends do not make."""
    text = extraction.document.text
    for sentence in extraction.sentences:
        words = sentence.span.of(text)
        if sentence.role is Role.CHROME or not (
            says("sum-before", words) or says("sum-after", words)
        ):
            continue
        found = read_figures(extraction, sentence)
        for total in _totals(text, sentence, found):
            stated = _sum(text, sentence, found, total)
            if stated is not None and not _holds(stated):
                yield _told(extraction, stated)


def _totals(text: str, sentence: Sentence, found: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """The exact figures with a word of summing right before or right behind them."""
    folded = shadow(sentence.span.of(text))
    start = sentence.span.start
    before = [
        folded.span(*cue.span()).shifted(start)
        for cue in pattern("sum-before").finditer(folded.text)
    ]
    behind = [
        folded.span(*cue.span()).shifted(start)
        for cue in pattern("sum-after").finditer(folded.text)
    ]
    for figure in found:
        if exact(figure) is None or figure.total is not None:
            continue
        own = figure.span
        led = any(0 <= own.start - cue.end <= _CUE_REACH or own.covers(cue) for cue in before)
        if led or any(0 <= cue.start - own.end <= _CUE_REACH for cue in behind):
            yield figure


def _sum(text: str, sentence: Sentence, found: tuple[Quantity, ...], total: Quantity) -> Sum | None:
    """The addends of a total, None where it cannot be said what they are."""
    addends: list[Quantity] = []
    nearest = total
    for candidate in reversed(found[: found.index(total)]):
        if candidate.total is not None:
            continue
        gap = text[candidate.span.end : nearest.span.start]
        if len(gap) > _GAP or _ENDS & set(gap) or not _addend(candidate, total):
            break
        addends.insert(0, candidate)
        nearest = candidate
    if len(addends) < _FEWEST or len({_counted(addend) for addend in addends}) > _kinds(total):
        return None
    whole = Span(addends[0].span.start, sentence.span.end)
    if _undecided(text, sentence, whole, (*addends, total)):
        return None
    return Sum(tuple(addends), total)


def _addend(figure: Quantity, total: Quantity) -> bool:
    if exact(figure) is None:
        return False
    if not total.unit or not figure.unit or total.unit in wider_units(figure.unit):
        return True
    return total.unit == _ANYBODY and people(figure)


def _counted(addend: Quantity) -> tuple[str, str]:
    return addend.unit, addend.of


def _kinds(total: Quantity) -> int:
    """How many different things may be added: only a wider total holds several."""
    return _FEWEST if total.unit else 1


def _undecided(text: str, sentence: Sentence, whole: Span, figures: tuple[Quantity, ...]) -> bool:
    """Whether something between and behind the figures may be counted that is not among them."""
    ends = [
        whole.start,
        *(edge for one in figures for edge in (one.span.start, one.span.end)),
        whole.end,
    ]
    words = " ".join(text[ends[at] : ends[at + 1]] for at in range(0, len(ends), 2))
    if any(says(name, words) for name in ("running", "partial", "spared")):
        return True
    summed = hull(*(value.span for value in figures))
    return not all_read(text, summed, figures, sentence.language)


def _holds(stated: Sum) -> bool:
    """Whether some run of at least two addends makes the total."""
    values = [exact(addend) or 0 for addend in stated.addends]
    said = exact(stated.total)
    return any(
        sum(values[first:end]) == said
        for first in range(len(values))
        for end in range(first + _FEWEST, len(values) + 1)
    )


def _told(extraction: Extraction, stated: Sum) -> Noticed:
    spans = (*(addend.span for addend in stated.addends), stated.total.span)
    told = message(
        "total-sum",
        parts=listed(cited(addend) for addend in stated.addends),
        sum=addition(exact(addend) or 0 for addend in stated.addends),
        total=cited(stated.total),
    )
    return notice("total", told, hull(*spans), about(extraction, *spans))
