"""People named one by one without a number: بينهم سيدة وطفلان, "killed a woman and two children".

A lone singular stands for one only in a list of the parts of a total, or right beside the word that tells what befell
the person (``استشهد طفل وطفلة``); it must be indefinite, so that names are not counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.slots.quantity.draft import Draft, Page, tells
from claims.slots.quantity.figures import Starts, one_of
from claims.slots.quantity.forms import Count
from claims.slots.quantity.kinds import refine, served
from claims.slots.quantity.lexicon import VERDICT_REACH
from claims.slots.quantity.noun_phrase import past_size
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.people import _AND
from claims.slots.quantity.phrases import marker_at
from claims.slots.quantity.units import PEOPLE

_PLURAL = "were"
_WAS = frozenset({"was", "reportedly"})
_PASSIVE = 9
_ARTICLES = frozenset({"a", "an"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_REACH = 12
_ADJECTIVES = 2
_OPENERS = frozenset({"(", '"', "«", "“", ":"})
_LAST = frozenset({"ما", "ان"})
_OR_ELSE = "ام"
_AS_FOR = "اما"
_CLOSES_ONE = frozenset({"and", ",", ".", ";", ":", "\n", "", "in", "at", "near", "outside", "on"})


def read_singles(page: Page, drafts: list[Draft], starts: Starts) -> list[Draft]:
    """The figures with the lone singulars that count for one, in their order."""
    taken = {at for draft in drafts for at in range(draft.first, draft.end)}
    fell = page.lexicon.fell
    found: list[Draft] = []
    for at in sorted({*starts.markers, *starts.tells, *_brackets(page, drafts)}):
        subjects = _subjects(page, at, taken)
        found += subjects
        taken.update(i for subject in subjects for i in range(subject.first, subject.end))
        start = _opens(page, at)
        if start:
            found += _one(page, start, taken)
            found += _listed(page, start, taken, told=page.words[at] in fell)
            found += _another(page, start, taken, [*drafts, *found])
    found += [single for draft in drafts for single in _beside(page, draft, taken)]
    if not found:
        return drafts
    singles = _paired(found)
    for single in singles:
        served(page, single)
    return sorted([*drafts, *singles], key=lambda draft: draft.core)


def _another(page: Page, at: int, taken: set[int], earlier: list[Draft]) -> Iterator[Draft]:
    """One more of the people before it in the sentence: «قتل مدني وأصيب آخر», "killed one man and wounded another"; not "another 250"."""
    counted = page.latin(at) and any(draft.first <= at + 1 < draft.end for draft in earlier)
    if page.word[at] not in page.lexicon.another or at in taken or counted:
        return
    behind = page.lexicon.noun_at(page.words, at + 1)
    before = [draft for draft in earlier if draft.people and draft.end <= at]
    if not before or (behind is not None and page.latin(at)):
        return
    last = max(before, key=lambda draft: draft.end)
    gap = page.words[last.end : at]
    if len(gap) <= _REACH and page.lexicon.ends.isdisjoint(gap):
        yield Draft(at, at + 1, at, at + 1, 1, 1, unit="persons", counts=PEOPLE, implied=True)


def _one(page: Page, at: int, taken: set[int]) -> Iterator[Draft]:
    """One person whom nothing names: "killing one and wounding another", "killed at least one."."""
    if page.phrase(at, 2) == "at least":
        at += 2
    following = page.word[at + 1]
    if page.word[at] != "one" or at in taken or following not in _CLOSES_ONE:
        return
    least = page.word[at - 1] == "least"
    draft = Draft(
        at - 2 * least, at + 1, at, at + 1, 1, 1, unit="persons", counts=PEOPLE, implied=True
    )
    if least:
        draft.high, draft.bounded = None, True
    taken.add(at)
    yield draft


def _beside(page: Page, draft: Draft, taken: set[int]) -> Iterator[Draft]:
    """A lone victim that "and" joins to counted ones: ``قتيل وخمسة جرحى``."""
    if not (draft.joined and draft.by_noun):
        return
    at = draft.first - 1 - (page.word[draft.first - 1] == "و")
    noun = page.lexicon.nouns.get(page.word[at])
    if noun is None or at in taken or noun.definite or noun.prefix or noun.form is not Count.ONE:
        return
    if tells(noun.unit, noun.counts) and page.word[at - 1] != "بين":
        yield _single(noun, at, at + 1, joined=False)


def _subjects(page: Page, at: int, taken: set[int]) -> list[Draft]:
    """Those whom an English verb speaks of, one by one: "a boy was shot dead", "a man and a pregnant woman were killed"."""
    stop = at - (page.words[at] == "dead" and page.word[at - 1] == "shot")
    verb = page.word[stop - 1]
    passive = page.words[at] in page.lexicon.behind and (verb in _WAS or verb == _PLURAL)
    if not passive and page.words[at] not in page.lexicon.lone["died"]:
        return []
    stop -= passive
    aged = page.word[stop - 1] == page.word[stop - 3] == "," and page.word[stop - 2].isdecimal()
    last = _subject(page, stop - 3 * aged, taken)
    if last is None:
        return []
    if aged:
        last.tell(page.lexicon.behind.get(page.words[at]) or page.lexicon.befell[page.words[at]])
    first = _subject(page, last.first - 1, taken) if page.word[last.first - 1] == "and" else None
    if first is None:
        return [] if verb == _PLURAL else [last]
    return [first, last]


def _subject(page: Page, stop: int, taken: set[int]) -> Draft | None:
    """The one person named right before token ``stop``: "a pregnant woman", "and her son"."""
    for first in range(stop - 1, max(-1, stop - _PASSIVE), -1):
        whose = page.words[first] in _POSSESSIVES and page.word[first - 1] in _AND
        if (whose or page.words[first] in _ARTICLES) and first not in taken:
            if page.word[first - 1] == "not":
                return None
            draft = _english_single(page, first)
            closed = draft is not None and draft.end == stop
            return draft if closed else None
    return None


def _paired(singles: list[Draft]) -> list[Draft]:
    """The singles in their order; those of one kind that "and" joins count as one figure (طفل وطفلة, "a boy and a girl")."""
    found: list[Draft] = []
    for one in sorted(singles, key=lambda draft: draft.core):
        last = found[-1] if found else None
        if last is not None and last.low is not None and _again(last, one):
            last.low = last.high = last.low + 1
            last.end = last.core_end = one.end
        else:
            found.append(one)
    return found


def _again(last: Draft, one: Draft) -> bool:
    beside = one.joined and one.first - last.end in {0, 1}
    return beside and (last.unit, last.of) == (one.unit, one.of)


def _brackets(page: Page, drafts: list[Draft]) -> Iterator[int]:
    """Brackets and quotation marks right behind people, or one word on."""
    for draft in drafts:
        if draft.people and draft.low != 1:
            for at in (draft.end, draft.end + 1):
                if page.word[at] in _OPENERS:
                    yield at


def _opens(page: Page, at: int) -> int:
    """Where the list begins that token ``at`` opens; 0 when it opens none."""
    lexicon, word = page.lexicon, page.words[at]
    if page.word[at - 1] in page.lexicon.lone["every"]:
        return 0
    if word in lexicon.marker_openers:
        end = marker_at(page, at)
        if end:
            return end
    if word in _OPENERS or word in lexicon.fell:
        return at + 1
    told = word in lexicon.befell and not lexicon.fails(
        word, page.words[max(0, at - VERDICT_REACH) : at]
    )
    return at + 1 if told else 0


def _listed(page: Page, at: int, taken: set[int], *, told: bool) -> list[Draft]:
    """The singulars of a list that starts with token ``at``; where ``told``, only victims count, or all behind a word of dying (ارتقاء طفلة)."""
    found: list[Draft] = []
    opens, strange = True, 0
    victims = told and page.words[at - 1] not in page.lexicon.befell
    for place in range(at, min(at + _REACH, len(page.words))):
        word = page.words[place]
        if place in taken:
            opens, strange = False, 0
            continue
        if _breaks(page, word, told=told) or _new_subject(page, place):
            break
        beside = opens or page.word[place - 1] in _AND
        if beside and (word in _ARTICLES or (word in _POSSESSIVES and place > at)):
            draft = _english_single(page, place)
        else:
            draft = _arabic_single(page, place, opens=opens)
        if draft is not None and victims and not draft.told:
            break
        if draft is not None:
            draft.end = refine(page, draft, draft.end)
            found.append(draft)
            taken.update(range(draft.first, draft.end))
            strange = 0
        elif word not in page.lexicon.joints:
            strange += 1
        if strange > _ADJECTIVES or (opens and draft is None and word not in page.lexicon.joints):
            break
        opens = word in page.lexicon.joints
    return found


def _breaks(page: Page, word: str, *, told: bool) -> bool:
    lexicon = page.lexicon
    if word in lexicon.befell and not told:
        return True
    return word in lexicon.ends or word in lexicon.clauses or word == "بين"


def _new_subject(page: Page, at: int) -> bool:
    """Whether ", and" at ``at`` opens a clause of its own: "killed a woman, and a man and his son were wounded"."""
    if page.word[at] != "," or page.word[at + 1] != "and":
        return False
    for word in page.words[at + 2 : at + _REACH]:
        if word in page.lexicon.ends:
            return False
        if word in {"was", _PLURAL}:
            return True
    return False


def _arabic_single(page: Page, at: int, *, opens: bool) -> Draft | None:
    found = page.lexicon.noun_at(page.words, at)
    if found is None:
        return None
    noun, end = found
    if not noun.arabic or noun.definite or not noun.bare or noun.form is not Count.ONE:
        return None
    if noun.prefix not in {"", "و"} or not (opens or noun.prefix):
        return None
    if _no_mother(page, at):
        return None
    if _numbered(page, end) or (page.word[end].isalpha() and _numbered(page, end + 1)):
        return None
    return _single(noun, at, end, joined=noun.prefix == "و" or page.word[at - 1] == "و")


def _no_mother(page: Page, at: int) -> bool:
    """Whether what folded looks like أم is "or" behind a verb of being, or «أما» (as for), which no tanween makes a mother."""
    if page.words[at] == _AS_FOR:
        return "\u064b" not in page.cut.quote(at, at + 1)
    return page.words[at] == _OR_ELSE and page.word[at - 1] in page.lexicon.lone["he was"]


def _numbered(page: Page, at: int) -> bool:
    """Whether a number follows, which then counts the noun itself (شخص واحد)."""
    one = page.word[at] in {"واحد", "واحده"} and not one_of(page, at)
    return one or page.word[at] in _LAST


def _english_single(page: Page, at: int) -> Draft | None:
    start = past_size(page, at + 1)
    for place in range(start, min(start + 3, len(page.words))):
        found = page.lexicon.noun_at(page.words, place)
        if found is None:
            continue
        noun, end = found
        if noun.form is not Count.ONE or not noun.bare or noun.arabic:
            return None
        following = page.lexicon.noun_at(page.words, end)
        if following is not None and following[0].form is not Count.ANY:
            return None
        return _single(noun, at, end, joined=page.word[at - 1] in _AND)
    return None


def _single(noun: Noun, at: int, end: int, *, joined: bool) -> Draft:
    return Draft(
        at,
        end,
        at,
        end,
        1,
        1,
        joined=joined,
        trim=len(noun.prefix),
        unit=noun.unit,
        of=noun.of,
        counts=PEOPLE,
        told=tells(noun.unit, noun.counts),
        by_noun=tells(noun.unit, noun.counts),
        implied=True,
    )
