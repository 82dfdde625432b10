"""The noun phrase behind an English number: which of its nouns is counted."""

from __future__ import annotations

from dataclasses import replace

from claims.slots.number import number_words
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import Count
from claims.slots.quantity.kinds import both_tolls, shared_kind
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.silencers import silencers
from claims.slots.quantity.units import MEASURE, PEOPLE, THINGS

SIGNS = frozenset({"%", "٪", "$", "€", "£"})
_LONGEST = 6
_CALIBRE = "mm"
_DAY = 2
"""Most figures of a day of the month."""
_WHOSE = frozenset({"his", "her", "its", "their", "our", "the", "those", "these"})


def english_noun(page: Page, draft: Draft, at: int) -> bool:
    """The head of an English noun phrase: the first plural noun, or the last singular one behind "one"."""
    single = 1 in {draft.low, draft.high} and draft.low in {1, None} and not draft.scale
    best: tuple[Noun, int, int] | None = None
    if page.word[at] == "of" and page.word[at + 1] in _WHOSE:
        at += 2
    end = min(at + _LONGEST, len(page.words))
    start = past_day(page, past_size(page, at))
    end = max(end, min(start + _LONGEST, len(page.words)))
    while start < end and not _closes(page, start):
        found = page.lexicon.noun_at(page.words, start)
        if page.words[start] in number_words() and page.word[start + 1] != "-":
            break
        if found is None:
            start = _past_model(page, start)
            end = max(end, min(start + 2, len(page.words)))
            continue
        noun, stop = found
        if noun.arabic and noun.counts != MEASURE:
            break
        if noun.form is Count.ANY and best is not None and best[0].counts == PEOPLE:
            break
        if noun.form is Count.ANY or (noun.form is Count.ONE) == single or noun.counts == MEASURE:
            best = (noun, start, stop)
            if not single:
                break
        start = stop
    if best is None:
        return _designated(page, draft, at) or _bare_others(page, draft, at)
    noun, start, stop = _next_head(page, best)
    draft.take(noun, stop)
    _modifiers(page, draft, at, start)
    draft.end = both_tolls(page, draft, draft.end)
    draft.of = shared_kind(page, draft, stop)
    _age(page, draft, stop)
    return True


def past_size(page: Page, at: int) -> int:
    """Behind the size of what is counted: "two 500-pound bombs", "three 122mm rockets", "15-year-old"; else ``at``."""
    if not page.word[at][:1].isdecimal() or not page.glued(at + 1):
        return at
    if page.word[at + 1] != "-":
        return at + 2 if _measured(page, at) else at
    found = page.lexicon.noun_at(page.words, at + 2)
    if found is None or found[0].counts != MEASURE:
        return at
    end = found[1]
    return end + 2 if page.phrase(end, 2) == "- old" else end


def past_day(page: Page, at: int) -> int:
    """Behind the day that stands before what is counted: "six Aug. 7 strikes"; else ``at``."""
    if page.word[at] not in silencers().months or not page.latin(at):
        return at
    day = at + 1 + (page.word[at + 1] == "." and page.glued(at + 1))
    return day + 1 if page.word[day].isdecimal() and len(page.word[day]) <= _DAY else at


def _measured(page: Page, at: int) -> bool:
    """Whether a unit of measure, or a calibre's, is glued to the figure at ``at`` and a thing follows that it measures."""
    size, found = (
        page.lexicon.nouns.get(page.word[at + 1]),
        page.lexicon.noun_at(page.words, at + 2),
    )
    measures = page.word[at + 1] == _CALIBRE or (size is not None and size.counts == MEASURE)
    return measures and found is not None and found[0].counts == THINGS


def _designated(page: Page, draft: Draft, at: int) -> bool:
    """Weapons by their designator alone: "four GBU-38s", "two FAB-500", "three T-72s"."""
    if page.word[at + 1] != "-" or not page.word[at + 2].isdecimal():
        return False
    several = page.word[at + 3] == "s" and page.glued(at + 3)
    unit = page.lexicon.designators.get(page.word[at])
    if unit is None and several:
        unit = page.lexicon.plurals.get(page.word[at])
    if unit is None:
        return False
    draft.unit, draft.counts = unit, THINGS
    draft.end = at + 3 + several
    return True


def _past_model(page: Page, at: int) -> int:
    """Behind the name of a type in front of what is counted: "four MQ-9 drones", "12 Shahed-136 drones"; else one word on."""
    dashed = page.word[at + 1] == "-" and page.glued(at + 1) and page.glued(at + 2)
    if not dashed or not page.word[at + 2].isdecimal():
        return at + 1
    twin = page.word[at + 3] == "/" and page.word[at + 4].isdecimal()
    return at + 5 if twin else at + 3


def _next_head(page: Page, best: tuple[Noun, int, int]) -> tuple[Noun, int, int]:
    """In "12 killed" "killed" is the head; in "12 wounded soldiers" the soldiers are."""
    noun, _, stop = best
    if noun.form is not Count.ANY or noun.counts != PEOPLE:
        return best
    found = page.lexicon.noun_at(page.words, stop)
    if found is None or found[0].counts != PEOPLE or found[0].form is not Count.MANY:
        return best
    return replace(noun, of=found[0].of or noun.of), stop, found[1]


def _modifiers(page: Page, draft: Draft, at: int, stop: int) -> None:
    """Kinds named before the head: 12 civilian casualties, three other ISIL fighters."""
    for place in range(at, stop):
        if page.word[place] in page.lexicon.others:
            draft.others = False
        found = page.lexicon.noun_at(page.words, place)
        if found is not None and found[0].counts == PEOPLE and draft.people and not draft.of:
            draft.of = found[0].of


def _bare_others(page: Page, draft: Draft, at: int) -> bool:
    if page.word[at] in page.lexicon.others and not draft.vague:
        draft.others, draft.end = True, at + 1
    return False


def _closes(page: Page, at: int) -> bool:
    word = page.words[at]
    if word == "." and page.glued(at) and len(page.word[at - 1]) == 1:
        return not page.word[at - 1].isalpha()
    return word in page.lexicon.phrase_ends or not (
        "a" <= word[0] <= "z" or word in SIGNS or word in "-'\"#"
    )


def _age(page: Page, draft: Draft, at: int) -> None:
    if draft.unit == "years" and page.word[at] in {"old", "-"}:
        old = at if page.word[at] == "old" else at + 1
        if page.word[old] == "old":
            draft.unit, draft.end = "years of age", old + 1
