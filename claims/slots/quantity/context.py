"""Figures whose noun stands elsewhere: before them, or with a figure that they continue.

``حصيلة القتلى المدنيين 23`` · "the death toll rose to 45" · ``221 غارة في العراق، و10 آلاف و701 في سوريا`` ·
"destroyed a Humvee and damaged two others".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.slots.quantity.behind import tell_from_behind
from claims.slots.quantity.bounds import apply_bound
from claims.slots.quantity.draft import Draft, Page, tells
from claims.slots.quantity.forms import Count
from claims.slots.quantity.kinds import TOLLS
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.silencers import silencers
from claims.slots.quantity.tolls import bare_toll
from claims.slots.quantity.units import MEASURE, PEOPLE, THINGS

_REACH = 7
_DATE = 4
_SINCE = frozenset({"since", "منذ"})
_CONTINUES = 10
_FAR, _NAME, _OWNED = 14, 4, 3
_IN = frozenset({"in", "في"})
_AND = frozenset({"and", "و", "&"})
_OF_MANY = frozenset({"families"})
_PERSONS = frozenset({"اخرين", "اخرون", "اخران"})
"""How others are written who are people: other families are «أخرى»."""
_NOT_MEANT = frozenset({"strikes", "areas", "cities", "villages", "states"})
_MANY_PERSONS = frozenset({"اخرين", "اخرون"})
_PAIR = 2
_BEHIND = frozenset(
    {
        "في",
        "in",
        ".",
        "،",
        ",",
        "\n",
        "",
        ")",
        "و",
        "and",
        "؛",
        "على",
        "عن",
        "over",
        "during",
        "خلال",
    }
)


def noun_elsewhere(page: Page, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Give ``draft``, which has no noun of its own, the one it shares; nothing where there is none."""
    if draft.others:
        _like_the_last(page, draft, earlier)
        return
    stop = earlier[-1].end if earlier else 0
    head = (
        _named_within(page, draft)
        or _named_head(page, draft, stop)
        or _exceeded(page, draft, stop)
        or _head(page, draft, stop)
        or bare_toll(page, draft, stop)
    )
    if head is not None:
        noun, kind = head
        _assign(draft, noun.unit, kind or noun.of, noun.counts)
    elif earlier and _paired(page, draft, earlier[-1]):
        _assign(draft, earlier[-1].unit, earlier[-1].of, earlier[-1].counts)
    elif earlier and listed_by_place(page, draft, earlier[-1]):
        _assign(draft, earlier[-1].unit, earlier[-1].of, earlier[-1].counts)
        draft.total = earlier[-1].total or (None if _placed(page, earlier[-1]) else earlier[-1])
    elif earlier and draft.low != 1:
        _continue(page, draft, earlier[-1])


def _named_within(page: Page, draft: Draft) -> tuple[Noun, str] | None:
    """What ``عدد …`` names between the verb that bounds a figure and the figure: ``تجاوز عدد القتلى 9 آلاف``."""
    for at in range(draft.first, draft.core if draft.bounded else draft.first):
        if page.words[at] in page.lexicon.heads:
            return _behind_head(page, at + 1, draft.core)
    return None


def _exceeded(page: Page, draft: Draft, stop: int) -> tuple[Noun, str] | None:
    """The toll whose verb opens the clause and bounds the figure: «تخطّت الوفيات في البلاد وحدها 41 ألفاً»."""
    lexicon = page.lexicon
    if page.latin(draft.core) or not draft.exact:
        return None
    for at in range(draft.first - 1, max(stop, draft.first - _REACH) - 1, -1):
        word = page.words[at]
        if word in lexicon.ends or word in lexicon.clauses or word in {"،", ",", ":"}:
            return None
        noun = lexicon.nouns.get(word)
        bound = lexicon.before.get(page.word[at - 1])
        if noun is not None and noun.counts == PEOPLE:
            if bound is None or not noun.definite or noun.form is not Count.MANY:
                return None
            apply_bound(draft, bound)
            return noun, ""
        if word in lexicon.befell:
            return None
    return None


def _paired(page: Page, draft: Draft, last: Draft) -> bool:
    """Whether the figure is set beside the one before it: "1,102 killed, up from 986", ``مقابل 986 في آب``."""
    if last.counts not in {PEOPLE, THINGS} or draft.first - last.end > _CONTINUES:
        return False
    if page.word[draft.core_end] not in _BEHIND or not page.lexicon.ends.isdisjoint(
        page.words[last.end : draft.first]
    ):
        return False
    return any(page.phrase(draft.first - size, size) in page.lexicon.paired for size in (1, 2, 3))


def _placed(page: Page, draft: Draft) -> bool:
    """Whether a place follows the bare number: "19 in Idlib"."""
    return draft.end == draft.core_end and page.word[draft.core_end] in _IN


def listed_by_place(page: Page, draft: Draft, last: Draft) -> bool:
    """Whether the figure goes on a list by place: "34 violations: 19 in Idlib and seven in Latakia"."""
    if not _placed(page, draft) or last.counts not in {PEOPLE, THINGS} or draft.bounded:
        return False
    between = page.words[last.end : draft.first]
    if len(between) > _FAR or not page.lexicon.ends.isdisjoint(between):
        return False
    if not page.lexicon.clauses.isdisjoint(between) or any(
        word in page.lexicon.befell for word in between
    ):
        return False
    before = page.word[draft.first - 1]
    if _placed(page, last):
        return draft.joined or before in {",", "،"}
    return before == ":"


def _named_head(page: Page, draft: Draft, stop: int) -> tuple[Noun, str] | None:
    """What "number of …" names, behind a linking word: "the number of reports of casualties was 396"."""
    lexicon = page.lexicon
    link = page.word[draft.first - 1]
    linked = link in lexicon.front and (link.isalpha() or link == ":")
    if not linked and not draft.bounded:
        return None
    for at in range(draft.first - 1, max(stop, draft.first - _FAR) - 1, -1):
        word = page.words[at]
        if word in lexicon.ends:
            return None
        if word == "toll" and page.word[at - 1] == "death":
            return lexicon.nouns["killed"], ""
        if word in lexicon.shares_of:
            return lexicon.nouns["%"], ""
        if word in lexicon.heads:
            return _behind_head(page, at + 1, draft.first)
    return None


def _behind_head(page: Page, at: int, stop: int) -> tuple[Noun, str] | None:
    """The noun behind a head like عدد, with the kind that follows it."""
    for place in range(at, min(at + _NAME, stop)):
        found = page.lexicon.noun_at(page.words, place)
        if found is not None and found[0].form in (Count.MANY, Count.ANY):
            noun, end = found
            second = page.lexicon.noun_at(page.words, end)
            of_people = second is not None and second[0].counts == PEOPLE
            return noun, second[0].of if second is not None and of_people else ""
    return None


def share_change(page: Page, drafts: Sequence[Draft]) -> None:
    """``من 5 إلى 10 قتلى``, "the toll rose from 5 to 10", "7 out of 9 missiles": both figures count the same."""
    for one, other in pairwise(drafts):
        gap = page.words[one.core_end : other.core]
        if not one.unit and other.unit and _out_of(page, gap):
            _assign(one, other.unit, other.of, other.counts)
            one.told = one.by_noun = False
            tell_from_behind(page, one, other.end)
            one.total = other
        elif one.unit and not other.unit and _bare_whole(page, one, other):
            told = one.counts == PEOPLE
            _assign(other, "persons" if told else one.unit, one.of, one.counts)
            one.total = other
        if len(gap) != 1 or not (gap[0] in {"الي", "to"} or _back_from(page, one, gap[0])):
            continue
        if other.unit and not one.unit:
            _assign(one, other.unit, other.of, other.counts)
        elif one.unit and not other.unit:
            _assign(other, one.unit, one.of, one.counts)


def _out_of(page: Page, gap: Sequence[str]) -> bool:
    """Whether the words between two figures make the first a part of the second: "of the", "of Gaza's"."""
    if " ".join(gap) in page.lexicon.outof:
        return True
    return 1 < len(gap) <= _OWNED and gap[0] == "of" and gap[-1].endswith("'s")


def _bare_whole(page: Page, one: Draft, other: Draft) -> bool:
    """Whether a bare figure is the whole of a counted one before it: «50 جثة من أصل 200»."""
    return page.phrase(one.end, other.core - one.end) in page.lexicon.wholly


def _back_from(page: Page, one: Draft, word: str) -> bool:
    """Whether what a figure rose from follows it: "rose to 38 from 31"."""
    return word == "from" and page.word[one.core - 1] == "to"


def _assign(draft: Draft, unit: str, of: str, counts: str) -> None:
    draft.unit, draft.counts, draft.of = unit, counts, draft.of or of
    draft.told = draft.by_noun = tells(unit, counts)
    draft.settle_point()


def _head(page: Page, draft: Draft, stop: int) -> tuple[Noun, str] | None:
    """The counted noun before the figure with only linking words and kinds between, and the kind named there."""
    kind, linked, adjective = "", draft.bounded, False
    for at in range(draft.first - 1, max(stop, draft.first - _REACH) - 1, -1):
        word = page.words[at]
        if word in page.lexicon.front:
            linked = True
            continue
        if _since(page, at):
            linked = True
            continue
        found = page.lexicon.nouns.get(word)
        noun = _longest(page, at, found)
        if noun is None and word.startswith("ال") and not adjective:
            adjective = True
            continue
        if noun is None or noun.form in (Count.TWO, Count.TWO_OF):
            return None
        listed = page.word[at + 1] == ":" and at + 2 == draft.first
        named = noun.definite or listed or page.word[at - 1] in page.lexicon.heads
        if noun.arabic and not named:
            return None
        if noun.unit == "persons" and noun.of and not kind and _told_before(page, at):
            kind = noun.of
            continue
        plural = noun.form is not Count.ONE or (not noun.arabic and noun.counts == PEOPLE)
        noun = _both_tolls(page, at, noun)
        return (noun, kind) if plural and noun.counts != MEASURE and linked | noun.arabic else None
    return None


def _both_tolls(page: Page, at: int, noun: Noun) -> Noun:
    """Dead and injured that one figure counts, ``قتلى وجرحى بالعشرات``, "the dead and wounded: 40", are casualties."""
    joined = noun.prefix == "و"
    first = page.lexicon.nouns.get(page.word[at - (1 if joined else 2)])
    if not (joined or page.word[at - 1] in _AND) or first is None or first.unit == noun.unit:
        return noun
    both = {first.unit, noun.unit} <= TOLLS
    return replace(noun, unit="casualties") if both else noun


def _since(page: Page, at: int) -> bool:
    """Whether the word at ``at`` is of the day that a toll counts from: "the toll since 3 April to 58"."""
    for back in range(at, max(-1, at - _DATE), -1):
        word = page.words[back]
        if word in _SINCE:
            return True
        if word not in silencers().months and not word.isdecimal():
            return False
    return False


def _told_before(page: Page, at: int) -> bool:
    found = page.lexicon.nouns.get(page.word[at - 1])
    return found is not None and found.counts == PEOPLE


def _continue(page: Page, draft: Draft, last: Draft) -> None:
    """A figure that "and" joins to one before it in the same sentence and that nothing counted follows."""
    if not draft.joined or not last.unit or last.total is not None:
        return
    between = page.words[last.end : draft.first]
    if len(between) > _CONTINUES or page.word[draft.core_end] not in _BEHIND:
        return
    if any(word in page.lexicon.ends or word in page.lexicon.befell for word in between):
        return
    if last.counts != MEASURE:
        _assign(draft, last.unit, last.of, last.counts)


def _like_the_last(page: Page, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Read "others": people where a word tells what befell them, else more of the last thing named."""
    for at in range(draft.first - 1, max(0, draft.first - 2 * _REACH) - 1, -1):
        word = page.words[at]
        told = word in page.lexicon.befell or (at == draft.first - 1 and word in page.lexicon.near)
        if told:
            draft.unit, draft.counts = "persons", PEOPLE
            return
        if word in page.lexicon.ends:
            return
        found = page.lexicon.nouns.get(word)
        if found is not None and found.counts != MEASURE and found.unit not in _NOT_MEANT:
            noun = _longest(page, at, found) or found
            if _of_persons(page, draft, noun):
                continue
            draft.unit, draft.counts = noun.unit, noun.counts
            return
    if earlier and earlier[-1].people:
        draft.unit, draft.counts = "persons", PEOPLE


def _of_persons(page: Page, draft: Draft, noun: Noun) -> bool:
    """Whether Arabic others are people, and so none of the families, or of the things, named before (من تحت *أنقاض منزل* … 7 آخرون).

    Two others may be two things (منزلين … اثنين آخرين).
    """
    said = page.words[draft.core : draft.end]
    if noun.unit in _OF_MANY:
        return not _PERSONS.isdisjoint(said)
    many = draft.low != _PAIR and not _MANY_PERSONS.isdisjoint(said)
    return noun.counts != PEOPLE and many


def _longest(page: Page, at: int, noun: Noun | None) -> Noun | None:
    """The noun phrase that ends with token ``at`` (armed vehicle), else its last word."""
    pair = page.lexicon.nouns.get(f"{page.word[at - 1]} {page.words[at]}")
    return pair or noun
