"""Parts of totals: ``5 اشخاص بينهم 3 أطفال``, "four, including a woman and two children"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.lexicon import PEOPLE
from claims.slots.quantity.people import coordinated
from claims.slots.quantity.phrases import marker_at

_FROM_TOTAL = 14
_TO_PART = 3
_BEHIND = frozenset({"منهم", "منهن", "منها"})


def attach_parts(page: Page, drafts: Sequence[Draft]) -> None:
    """Give every figure that is a part of another its total, and the total's unit where it has none of its own."""
    for at, word in enumerate(page.words):
        if word not in page.lexicon.marker_openers:
            continue
        end = marker_at(page, at)
        if end:
            _attach(page, drafts, at, end)


def _attach(page: Page, drafts: Sequence[Draft], at: int, end: int) -> None:
    before = [draft for draft in drafts if draft.end <= at]
    behind = [draft for draft in drafts if draft.first >= end]
    parts = _chain(page, behind, end)
    if not parts and before and page.words[at] in _BEHIND and before[-1].end == at:
        parts, before = [before[-1]], before[:-1]
    total = _total(page, before, parts[0].first if parts else end)
    for part in parts:
        _belongs(part, total)


def _chain(page: Page, behind: Sequence[Draft], end: int) -> list[Draft]:
    """The figures of the list that the marker opens."""
    found: list[Draft] = []
    for draft in behind:
        if not found:
            if draft.first - end > _TO_PART or _stops(page, end, draft.first):
                return found
        elif not coordinated(page, found[-1], draft) and not _listed(page, found[-1], draft):
            return found
        found.append(draft)
    return found


def _listed(page: Page, one: Draft, other: Draft) -> bool:
    """A list goes on past one strange word: ``طفل رضيع وامرأة حامل و3 رجال``; ``خمسة أطفال ثلاثة من عائلة``."""
    gap = page.words[one.end : other.first]
    if not gap:
        return other.of == "family"
    return False


def _stops(page: Page, start: int, end: int) -> bool:
    lexicon = page.lexicon
    return any(
        word in lexicon.ends or word in lexicon.befell or word in lexicon.clauses
        for word in page.words[start:end]
    )


def _total(page: Page, before: Sequence[Draft], at: int) -> Draft | None:
    for draft in reversed(before):
        if at - draft.end > _FROM_TOTAL or _ended(page, draft.end, at):
            return None
        if draft.total is None:
            return draft
    return None


def _ended(page: Page, start: int, end: int) -> bool:
    return any(word in page.lexicon.ends for word in page.words[start:end])


def _belongs(part: Draft, total: Draft | None) -> None:
    if total is None:
        return
    if not total.unit and (part.people or part.told):
        total.unit, total.counts = "persons", PEOPLE
    if part.counts and total.counts and part.counts != total.counts:
        return
    if not part.unit:
        part.unit, part.counts = total.unit, total.counts
    if total.told and part.people and not part.told:
        part.unit, part.told = total.unit, True
    if part.told and not part.by_noun and total.people and not total.told:
        total.unit, total.told = part.unit, True
    part.total = total
