"""Parts that are more than the total they are a part of.

A figure that its claim counts by itself (*five died, among them a woman, and nine were taken to hospital*) is no part.
"Among them" lists need not add up, they must only not exceed: in *23 killed, among them 7 children and 4 women* the rest
are men. Parts are added only where nobody can be counted twice: women and children are different people, women and
civilians are not. Approximate figures and totals with an open bound decide nothing.
A list behind a colon that closes its sentence (*15 people: six men, four women and three children.*) must add up.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claims.checks.figures import all_read, exact, hull, read_figures, wider_units
from claims.checks.noticed import Noticed, about, notice
from claims.checks.wording import addition, cited, listed, load, message, number, says
from claims.model import Extraction, Quantity, Role, Sentence

_OPENING = frozenset("(:")
"""Signs before the parts of a total: *(4 men, 3 women)*, *12 people: four men …*."""


def exceeding_parts(extraction: Extraction) -> Iterator[Noticed]:
    """A finding for each total that its parts exceed."""
    text = extraction.document.text
    counting = {claim.context for claim in extraction.claims if claim.quantities}
    figures = [figure for claim in extraction.claims for figure in claim.quantities]
    apart = {figure.span for figure in figures if figure.total is None}
    for sentence in extraction.sentences:
        words = sentence.span.of(text)
        signed = not _OPENING.isdisjoint(words) and sentence.span in counting
        opened = signed or says("parts", words)
        if sentence.role is Role.CHROME or not opened:
            continue
        found = read_figures(extraction, sentence)
        for total in found:
            most = exact(total)
            parts = tuple(
                part for part in found if part.total == total.span and part.span not in apart
            )
            over = _apart(parts, total) if most is not None else ()
            if most is None or not over:
                continue
            come_to = sum(_least(part) for part in over)
            broken = come_to < most and _broken_down(text, sentence, total, over, parts)
            whole = hull(total.span, *(part.span for part in parts))
            if (come_to > most or broken) and all_read(text, whole, found, sentence.language):
                yield _told(extraction, total, over, broken=broken)


def _broken_down(
    text: str,
    sentence: Sentence,
    total: Quantity,
    over: tuple[Quantity, ...],
    parts: tuple[Quantity, ...],
) -> bool:
    """Whether a colon opens a list that names everybody and closes its sentence (*15 people: six men, four women and three children.*)."""
    if len(over) <= 1 or set(over) != set(parts) or any(exact(part) is None for part in parts):
        return False
    between = text[total.span.end : over[0].span.start]
    last = text[over[-2].span.end : over[-1].span.start]
    rest = text[over[-1].span.end : sentence.span.end]
    closed = not any(letter.isalnum() for letter in rest) and "…" not in rest and ".." not in rest
    joined = "and" in last.split() or "و" in last
    return between.rstrip().endswith(":") and joined and closed


def _least(part: Quantity) -> int | float:
    return 0 if part.approximate or part.low is None else part.low


def _apart(parts: tuple[Quantity, ...], total: Quantity) -> tuple[Quantity, ...]:
    """The parts that come to most and hold nobody twice, in order."""
    fitting = [part for part in parts if total.unit in {"", *wider_units(part.unit)}]
    best: tuple[Quantity, ...] = ()
    for kinds in _exclusive():
        chosen = _largest(fitting, kinds)
        if sum(map(_least, chosen)) > sum(map(_least, best)):
            best = chosen
    single = max(fitting, key=_least, default=None)
    if single is not None and _least(single) > sum(map(_least, best)):
        return (single,)
    return best


def _largest(parts: list[Quantity], kinds: frozenset[str]) -> tuple[Quantity, ...]:
    """Of each kind the largest part; parts of one kind may lie within each other."""
    largest: dict[str, Quantity] = {}
    for part in sorted(parts, key=_least):
        if part.of in kinds:
            largest[part.of] = part
    return tuple(sorted(largest.values(), key=lambda part: part.span))


@cache
def _exclusive() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(kinds) for kinds in load("words.toml")["exclusive"]["kinds"])


def _told(
    extraction: Extraction, total: Quantity, over: tuple[Quantity, ...], *, broken: bool
) -> Noticed:
    said = exact(total) or 0
    spans = (total.span, *(part.span for part in over))
    name = "total-parts" if len(over) > 1 else "total-part"
    name = "total-sum" if broken else name
    told = message(
        name,
        total=cited(total),
        parts=listed(cited(part) for part in over),
        sum=addition(_least(part) for part in over),
        said=number(said),
    )
    return notice("total", told, hull(*spans), about(extraction, *spans))
