"""Quantities in running text."""

from __future__ import annotations

from claims.model import Quantity, Slot, Span, Unread
from claims.model.quick import quick
from claims.slots.quantity.ages import age, bare_age
from claims.slots.quantity.bounds import bound_before, loosen
from claims.slots.quantity.context import noun_elsewhere, share_change
from claims.slots.quantity.counted import count_noun
from claims.slots.quantity.draft import MARGIN, Draft, Page
from claims.slots.quantity.figures import find_starts, read_figures
from claims.slots.quantity.lexicon import lexicon
from claims.slots.quantity.parts import attach_brackets, attach_parts
from claims.slots.quantity.people import tell
from claims.slots.quantity.ranges import join_ranges
from claims.slots.quantity.silence import (
    Taken,
    designates,
    model,
    moment,
    name_or_date,
    never,
    no_count,
)
from claims.slots.quantity.singles import read_singles
from claims.slots.quantity.units import MEASURE, PEOPLE, THINGS
from claims.text.tokens import Tokens, tokens

_made = quick(Quantity)
_BLANKS = ("",) * MARGIN
_SHARED = 16
_ONES = frozenset({"واحد", "واحده", "واحدا", "one"})


def find_quantities(
    text: str | Tokens, *, language: str = "", taken: tuple[Span, ...] = ()
) -> tuple[Quantity, ...]:
    """All quantities of ``text``, in the order of their spans.

    Args:
        text: raw text or its tokens.
        language: "ar" or "en" where known; settles only whether ``1.250`` may group (never in English).
        taken: raw spans that are dates or times; numbers in them are no quantities.

    Returns:
        What the words state: bounds, approximation, unit, of whom. A number with no unit is not a quantity.
    """
    cut = tokens(text)
    page = Page(cut, cut.words, lexicon(), language, (*cut.words, *_BLANKS))
    drafts = _read(page, Taken(taken))
    spans = {id(draft): _span(page, draft) for draft in drafts}
    found = [_quantity(page, draft, spans) for draft in drafts]
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _read(page: Page, taken: Taken) -> list[Draft]:
    starts = find_starts(page.cut)
    numbers = read_figures(page, starts.figures)
    figures = join_ranges(page, [one for one in numbers if not taken.covers(page, one)])
    drafts: list[Draft] = []
    for draft in figures:
        if drafts and draft.core < drafts[-1].end and not drafts[-1].implied:
            continue
        if never(page, draft):
            continue
        bound_before(page, draft)
        count_noun(page, draft)
        if _stands(page, draft):
            loosen(page, draft)
            drafts.append(draft)
    drafts = _apart(drafts)
    drafts = read_singles(page, drafts, starts)
    for at, draft in enumerate(drafts):
        if not draft.unit:
            noun_elsewhere(page, draft, drafts[max(0, at - 3) : at])
    drafts = [draft for at, draft in enumerate(drafts) if not _of_nothing(page, drafts, at)]
    share_change(page, drafts)
    tell(page, drafts)
    attach_parts(page, drafts, starts.markers)
    attach_brackets(page, drafts)
    return [draft for draft in drafts if _whole(page, draft)]


def _of_nothing(page: Page, drafts: list[Draft], at: int) -> bool:
    """Whether a share is of "them" and no people or things were counted before it in the sentence."""
    draft = drafts[at]
    if not draft.theirs:
        return False
    if not at or drafts[at - 1].low == 1 or drafts[at - 1].counts not in {PEOPLE, THINGS}:
        return True
    gap = page.words[drafts[at - 1].end : draft.first]
    return len(gap) > _SHARED or not page.lexicon.ends.isdisjoint(gap)


def _stands(page: Page, draft: Draft) -> bool:
    if draft.unit == "years" and age(page, draft):
        draft.unit = "years of age"
    if moment(page, draft):
        return False
    if draft.low == 0 and draft.counts == MEASURE and not draft.digits:
        return False
    one = page.words[draft.core] in _ONES and draft.core_end - draft.core == 1
    if draft.unit:
        no_figure = model(page, draft) or designates(page, draft)
        return not (one and no_count(page, draft)) and not no_figure
    if draft.definite or one:
        return False
    if bare_age(page, draft):
        draft.unit, draft.counts = "years of age", MEASURE
        return True
    return not name_or_date(page, draft)


def _apart(drafts: list[Draft]) -> list[Draft]:
    """Without figures whose words another one has taken in (شخصين اثنين, طفلين شقيقين)."""
    found: list[Draft] = []
    for draft in drafts:
        last = found[-1] if found else None
        if last is None or not _same_words(last, draft):
            if last is not None and draft.first < last.end:
                last.end = draft.first
            found.append(draft)
        elif last.implied and (draft.unit == last.unit or draft.first == last.end):
            last.end = max(last.end, draft.end)
            if last.counts == THINGS:
                last.unit = draft.unit or last.unit
    return found


def _same_words(last: Draft, draft: Draft) -> bool:
    """Whether ``draft`` says again what ``last`` says: two duals in a row, or words already taken in."""
    if draft.implied and last.implied and draft.first == last.end:
        return draft.counts == last.counts in {PEOPLE, THINGS} and not draft.joined
    if draft.first >= last.end:
        return False
    return last.implied or not draft.unit


def _whole(page: Page, draft: Draft) -> bool:
    """Whether the draft says what it counts, or can be nothing but a quantity, and holds no doubtful point."""
    if draft.grouped is not None and page.language != "en":
        return False
    if draft.counts in {PEOPLE, THINGS} and isinstance(draft.low, float):
        return False
    return bool(draft.unit) or _plainly(page, draft)


def _plainly(page: Page, draft: Draft) -> bool:
    """A figure without a noun that is bounded, approximate, large in words, grouped, or all there is."""
    if draft.implied or draft.others:
        return False
    words = page.words[draft.core : draft.core_end]
    if words[-1] == "k" or "-" in words:
        return False
    shaped = draft.vague or len(words) > 1 or (draft.exact and "," in words[0])
    return bool(shaped) or draft.bounded or draft.approximate or len(words) == len(page.words)


def _span(page: Page, draft: Draft) -> Span:
    starts, ends = page.cut.starts, page.cut.ends
    start = starts[draft.first] + (draft.trim if draft.first <= draft.core else 0)
    return page.cut.shadow.span(start, ends[draft.end - 1])


def _quantity(page: Page, draft: Draft, spans: dict[int, Span]) -> Quantity:
    span = spans[id(draft)]
    return _made(
        low=draft.low,
        high=draft.high,
        low_open=draft.low_open,
        high_open=draft.high_open,
        approximate=draft.approximate,
        unit=draft.unit,
        of=draft.of,
        text=span.of(page.cut.shadow.raw),
        span=span,
        total=spans.get(id(draft.total)) if draft.total is not None else None,
    )


def find_unread(text: str | Tokens) -> tuple[Unread, ...]:
    """Words that state a number of something counted which nobody can know: ``عدد من القتلى``, "several strikes"."""
    cut = tokens(text)
    tables = lexicon()
    found: list[Unread] = []
    for at in find_starts(cut).unread:
        end = _unread_at(cut, at)
        noun = tables.noun_at(cut.words, end) if end else None
        if noun is not None:
            span = cut.span(at, noun[1])
            found.append(Unread(Slot.QUANTITY, span.of(cut.shadow.raw), span))
    return tuple(found)


def _unread_at(cut: Tokens, at: int) -> int:
    for size in (3, 2, 1):
        if " ".join(cut.words[at : at + size]) in lexicon().unread:
            return at + size
    return 0
