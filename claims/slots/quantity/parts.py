"""Parts of totals: ``5 اشخاص بينهم 3 أطفال``, "four, including a woman and two children"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.slots.quantity.behind import tell_from_behind
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import Count
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.people import coordinated
from claims.slots.quantity.phrases import marker_at
from claims.slots.quantity.units import MEASURE, PEOPLE

_FROM_TOTAL = 14
_TO_PART = 3
_BRACKETS = 60
_PAIR, _NAMED = 2, 4
_LIST_ENDS = frozenset({",", "،", ")", ";", "؛"})
_DURATIONS = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})
_PLACE = 7
_IN = frozenset({"in", "في"})
OPENERS = frozenset({"(", '"', "«", "“", ":"})
CLOSERS = frozenset({")", "»", "”"})
_ARE = frozenset({"were", "are", "كانوا", "من"})
_BEHIND = frozenset({"منهم", "منهن", "منها", "of"})


def attach_parts(page: Page, drafts: Sequence[Draft], markers: Sequence[int]) -> None:
    """Give every figure that is a part of another its total, and the total's unit where it has none of its own.

    Args:
        page: the text.
        drafts: its figures, in order.
        markers: tokens at which a list of parts may be opened.
    """
    firsts = [draft.first for draft in drafts]
    for at in markers:
        end = marker_at(page, at)
        if end and (
            page.words[at] not in page.lexicon.sets["are"] or _figure_at(drafts, firsts, end)
        ):
            _attach(
                page, _Around(drafts, bisect_left(firsts, at), bisect_left(firsts, end)), at, end
            )


def _figure_at(drafts: Sequence[Draft], firsts: Sequence[int], at: int) -> bool:
    place = bisect_left(firsts, at)
    return place < len(drafts) and firsts[place] == at and drafts[place].people


class _Around(NamedTuple):
    """The figures around a marker: those before number ``left``, those from number ``right`` on."""

    drafts: Sequence[Draft]
    left: int
    right: int

    def before(self) -> Iterator[Draft]:
        """The figures before the marker, nearest first."""
        for place in range(self.left - 1, -1, -1):
            yield self.drafts[place]

    def behind(self) -> Iterator[Draft]:
        """The figures behind the marker, nearest first."""
        for place in range(self.right, len(self.drafts)):
            yield self.drafts[place]


def _attach(page: Page, around: _Around, at: int, end: int) -> None:
    nearest = next(around.before(), None)
    counted = nearest is not None and page.words[at] in _BEHIND and nearest.core_end == at
    kind = _kind_behind(page, end) if counted else None
    parts = [] if kind is not None else _chain(page, around.behind(), end)
    if not parts and nearest is not None:
        parts = [nearest] if counted else _told_before(page, around, at, end)
    if nearest is not None and kind is not None:
        nearest.of, nearest.end = nearest.of or kind[0].of, max(nearest.end, kind[1])
    total = _total(page, around.before(), parts)
    if total is None and parts:
        total = _announced(page, around.behind(), at, parts[-1])
    parts = _same_fate(parts, total)
    alone = counted and kind is None
    if alone and parts and not parts[0].told:
        tell_from_behind(page, parts[0], end)
    for part in parts:
        _belongs(part, total, alone=alone or (total is not None and _stops(page, total.end, at)))
    if total is not None and parts and total.people and not total.told and not alone:
        comma = page.word[parts[-1].end] in {"،", ","}
        tell_from_behind(page, total, parts[-1].end + comma)
        for part in parts:
            _belongs(part, total)


def _told_before(page: Page, around: _Around, at: int, end: int) -> list[Draft]:
    """The parts that an English marker closes rather than opens: "22 people, two women and a child among them"."""
    if page.words[at] != "among" or page.word[end].isalnum():
        return []
    found: list[Draft] = []
    for draft in around.before():
        gap = page.words[draft.end : found[0].first if found else at]
        if not draft.people or gap != (("and",) if found else ()):
            break
        found.insert(0, draft)
    return found


def _kind_behind(page: Page, at: int) -> tuple[Noun, int] | None:
    """The people behind "of them": ``25 منهم أطفال``, "seven of whom were children"; and one past their words."""
    while page.word[at] in _ARE:
        at += 1
    found = page.lexicon.noun_at(page.words, at)
    return found if found is not None and found[0].form is not Count.ONE and found[0].of else None


def _announced(page: Page, drafts: Iterator[Draft], at: int, last: Draft) -> Draft | None:
    """The total of a headline that names a part first: ``بينهم طفلة.. إصابة خمسة مدنيين``."""
    if page.word[at - 1] not in {"", "\n"} or page.word[last.end] not in {".", ":", "…"}:
        return None
    for draft in drafts:
        if draft.first > last.end:
            gap = page.words[last.end : draft.first]
            near = len(gap) <= _FROM_TOTAL and "\n" not in gap
            return draft if draft.people and near else None
    return None


def attach_brackets(page: Page, drafts: Sequence[Draft]) -> None:
    """Give a list of people in brackets right behind a total that total: ``6 مدنيين (طفلان وامرأتان ورجلان)``."""
    for place, (total, first) in enumerate(pairwise(drafts)):
        gap = page.words[total.end : first.first]
        if gap[:1] == ("(",) and total.people and not total.vague:
            _by_place(page, total, _inside(page, drafts, place + 1, total.end))
        if not gap or len(gap) > _TO_PART or _ended(page, total.end, first.first):
            continue
        if gap[-1] in OPENERS and total.people and first.people:
            behind = _Around(drafts, place, place + 1).behind()
            for part in _chain(page, behind, first.first):
                if CLOSERS & set(page.words[first.first : part.first]) or part.total is not None:
                    break
                _belongs(part, total)


def _inside(page: Page, drafts: Sequence[Draft], place: int, opened: int) -> list[Draft]:
    """The figures from number ``place`` on that stand in the brackets that open at token ``opened``."""
    end = next(
        (
            at
            for at in range(opened, min(opened + _BRACKETS, len(page.words)))
            if page.word[at] == ")"
        ),
        0,
    )
    found = []
    for draft in drafts[place:]:
        if draft.end > end:
            break
        found.append(draft)
    return found


def _by_place(page: Page, total: Draft, listed: list[Draft]) -> None:
    """Give a toll's figures by place, each behind a name, what it counts: "deaths: 90 (Kassala 50, Gedaref 40)".

    Only bare figures that a comma or the bracket closes and that the total can hold are of such a list.
    """
    whole = total.high if total.high is not None else total.low
    if len(listed) < _PAIR or whole is None or sum(draft.low or 0 for draft in listed) > whole:
        return
    first = total.end + 1
    for draft in listed:
        name = page.words[first : draft.first]
        known = any(word in page.lexicon.nouns or word in page.lexicon.befell for word in name)
        behind = page.word[draft.end] in _LIST_ENDS
        if draft.unit or not draft.exact or not name or len(name) > _NAMED or known or not behind:
            return
        first = draft.end + 1
    for draft in listed:
        draft.unit, draft.counts, draft.told = total.unit, total.counts, total.told
        draft.total = total


def _same_fate(parts: list[Draft], total: Draft | None) -> list[Draft]:
    """The parts up to the first that tells another fate: in ``7 قتلى بينهم طفلان و23 جريحاً`` the injured are no part."""
    if total is None or not total.told:
        return parts
    for place, part in enumerate(parts):
        if part.told and part.unit != total.unit:
            return parts[:place]
    return parts


def _chain(page: Page, behind: Iterator[Draft], end: int) -> list[Draft]:
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
    """A list goes on past one strange word: ``طفل رضيع وامرأة حامل و3 رجال``; ``خمسة أطفال ثلاثة من عائلة``.

    So does a list by place, ``منها 19 في إدلب و7 في اللاذقية``.
    """
    gap = page.words[one.end : other.first]
    if not gap:
        return other.of == "family"
    placed = gap[0] in _IN and page.word[other.core_end] in _IN and not other.unit
    return placed and other.joined and len(gap) <= _PLACE and not _stops(page, one.end, other.first)


def _stops(page: Page, start: int, end: int) -> bool:
    lexicon = page.lexicon
    return any(
        word in lexicon.ends or word in lexicon.befell or word in lexicon.clauses
        for word in page.words[start:end]
    )


def _total(page: Page, before: Iterator[Draft], parts: Sequence[Draft]) -> Draft | None:
    at = parts[0].first if parts else 0
    for draft in before:
        if draft in parts or draft.unit in _DURATIONS or _only_family(parts, draft):
            continue
        if at - draft.end > _FROM_TOTAL or _ended(page, draft.end, at):
            return None
        if draft.total is None:
            return None if parts and _exceeds(parts[0], draft) else draft
    return None


def _only_family(parts: Sequence[Draft], draft: Draft) -> bool:
    """Whether a figure counts the family that people before it are of (seven members *of one family*, including two children)."""
    return draft.unit == "families" and bool(parts) and parts[0].people


def _exceeds(part: Draft, total: Draft) -> bool:
    """Whether a part is larger than its total: of 122 missiles and 36 drones "87 of them" were of both.

    Four children among three civilians stay a part: such a total is wrong, and a check says so.
    """
    return not part.of and part.low is not None and total.high is not None and part.low > total.high


def _ended(page: Page, start: int, end: int) -> bool:
    return any(word in page.lexicon.ends for word in page.words[start:end])


def _belongs(part: Draft, total: Draft | None, *, alone: bool = False) -> None:
    """Tie a part to its total.

    Args:
        part: the figure of a part.
        total: what it is a part of, None where nothing is.
        alone: whether the part has a predicate of its own, which tells nothing of the total (60 passengers, *20 of whom drowned*).
    """
    if total is None:
        return
    if not total.unit and (part.people or part.told):
        total.unit, total.counts = "persons", PEOPLE
    if part.counts and total.counts and part.counts != total.counts:
        return
    if not part.unit and total.counts == MEASURE:
        return
    if not part.unit:
        part.unit, part.counts = total.unit, total.counts
    if total.told and part.people and not part.told:
        part.tell(total.unit)
    if part.told and not (part.by_noun or alone or total.told) and total.people:
        total.tell(part.unit)
    part.total = total
