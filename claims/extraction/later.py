"""What the clauses of a sentence take from those behind them: a loss told before its cause, a day told at the very end.

*Five were killed* in a raid on … yesterday; «أغار الطيران على … وأدى إلى …، *وذلك صباح أمس*».
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

from claims.extraction.carrying import sideless
from claims.extraction.draft import Draft
from claims.extraction.lexicon import load, match
from claims.extraction.mentions import Mentions
from claims.extraction.smallwords import speech_words
from claims.model import Modality
from claims.text.shadow import fold

_DEEDS = frozenset({"strike", "clash", "casualties", "damage", "displacement"})
_DONE = _DEEDS | {"arrest"}
_CAUSING = frozenset({"strike", "clash"})
_DONE_TO = frozenset({"casualties", "damage", "displacement"})
_MOVED = frozenset({"movement", "displacement"})
_BROUGHT = frozenset({"casualties", "damage", "arrest"})
_HANGING = frozenset({"effect", "joined", "cause"})
_THAT_IS = "وذلك"
_ADDING = "اضاف"
_THAT_IS_REACH = 3
_HAVE = frozenset({"has", "have", "had"})
_WITHIN = frozenset({"في", "داخل", "قرب", "وسط"})


def told_later(mentions: Mentions, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Effects told before their cause take from it what they leave unsaid (مقتل خمسة وإصابة آخرين جراء قصف …).

    A casualty or damage takes from the clause right after it, which must be joined to it or tell the strike, and be said
    by the same source: day, place and actor each from a clause that tells the cause, from others only where it states
    neither day nor place. A deed that states no place has that of its effect.
    """
    told = list(drafts)
    after: Draft | None = None
    cause: Draft | None = None
    for index in reversed(range(len(told))):
        if not told[index].kind:
            continue
        if after is not None and not (
            _goes_on(told[index], after) or _another_item(mentions, told[index], after)
        ):
            told[index] = _from_after(mentions, told[index], _brought(told[index], cause) or after)
        cause = told[index] if told[index].link == "cause" else cause
        after = told[index] if after is None or not _only_tells(told[index]) else after
    return _dated_behind(mentions, tuple(told))


def _goes_on(here: Draft, after: Draft) -> bool:
    """Whether what stands behind a loss goes on all the time, and so brought no single one about (…، *في استمرار للهجمات على* …)."""
    return after.link == "cause" and after.modality is Modality.REPEATED is not here.modality


def _another_item(mentions: Mentions, here: Draft, after: Draft) -> bool:
    """Whether a semicolon parts what an English sentence lists: the next item brought nothing of this one about."""
    words = mentions.tokens.words
    between = words[here.tokens.end : after.tokens.first]
    return ";" in between and words[here.tokens.first].isascii()


def _dated_behind(mentions: Mentions, told: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Drafts with the day that stands at the very end of their sentence behind وذلك, as far back as they hang together."""
    last = told[-1] if told else None
    if last is None or len(last.dates) != 1 or len(told) == 1:
        return told
    first = mentions.token_at(last.dates[0].span.start)
    words = mentions.tokens.words
    ahead = words[max(last.tokens.first, first - _THAT_IS_REACH) : first]
    closes = words[first - 1] == "،" and mentions.range(last.dates[0].span).end >= last.tokens.end
    if not (_THAT_IS in ahead or closes):
        return told
    found = list(told)
    for index in reversed(range(1, len(told))):
        if found[index].link not in _HANGING or found[index - 1].dates:
            break
        found[index - 1] = replace(found[index - 1], dates=last.dates)
    return tuple(found)


def _brought(here: Draft, cause: Draft | None) -> Draft | None:
    """What brought a loss about that further losses stand behind (قتل 13 *وأصيب 27 ودُمر منزل* بقصف …), None where that is not told."""
    told = cause is not None and here.tail is not None and cause.tokens.first in here.tail
    return cause if told else None


def _only_tells(here: Draft) -> bool:
    """Whether a draft only tells what became of somebody before (قُتل رجل، *الذي نزح من …*، جراء قصف …): it brought nothing about."""
    return here.link == "relative" and here.kind in _MOVED


def _from_after(mentions: Mentions, here: Draft, after: Draft) -> Draft:
    """A draft with what the next one that tells something states for it."""
    if here.kind in _CAUSING and after.link == "effect" and after.kind in _BROUGHT:
        return replace(here, places=here.places or after.places)
    if (
        _closed_by(mentions, here, after)
        or _one_subject(mentions, here, after)
        or _came_together(mentions, here, after)
    ):
        return replace(here, dates=here.dates or after.dates, places=here.places or after.places)
    if here.kind not in _DONE_TO or after.kind not in _DEEDS:
        return _taking(mentions, here, after) if _taken_too(mentions, here, after) else here
    if _both(mentions, here, after):
        here = replace(here, places=after.places, actors=here.actors or after.actors)
    rumoured = after.modality is Modality.POSSIBLE and here.modality is not Modality.POSSIBLE
    caused = after.link == "cause"
    told_alike = here.attribution == after.attribution or (caused and _denied(mentions, here))
    if not told_alike or (rumoured and not caused):
        return here
    if rumoured:
        return replace(_taking(mentions, here, after), actors=here.actors)
    bare = not here.places and (not here.dates or here.kind == after.kind)
    bare = bare and not (after.link == "joined" and _elsewhere(mentions, here))
    joined = (_joins(mentions, after) and after.kind != "displacement") or (
        after.link == "effect" and (after.kind == "strike" or _adds(mentions, after))
    )
    return _taking(mentions, here, after) if after.link == "cause" or (bare and joined) else here


def _joins(mentions: Mentions, after: Draft) -> bool:
    """Whether a clause is joined to the one before it, by و or by كما before a further loss (قُتل اثنان، *كما أصيب ثلاثة* في قصف على …)."""
    words, first = mentions.tokens.words, after.tokens.first
    further = "كما" in words[max(0, first - 1) : first + 1] and after.kind == "casualties"
    return after.link == "joined" or (after.link == "contrast" and further)


def _one_subject(mentions: Mentions, here: Draft, after: Draft) -> bool:
    """Whether an English deed and one that *and* joins to it without a subject of its own were there and then (killed ten and kidnapped three *in … on Sunday*)."""
    words, first = mentions.tokens.words, after.tokens.first
    between = words[here.tokens.end : first]
    if after.link != "joined" or between not in {(), ("and",)}:
        return False
    if not {here.kind, after.kind} <= _DONE or not words[here.tokens.first].isascii():
        return False
    verb = first + (words[first] == "and")
    hit = match("predicates", words, verb, after.tokens.end)
    verbs = hit is not None and hit[0].role == "verb" and words[verb].endswith("ed")
    return verbs and len(after.dates) == 1 and not (here.dates or here.places)


def _came_together(mentions: Mentions, here: Draft, after: Draft) -> bool:
    """Whether *and* joins two English losses of one deed, the place behind both (…, killing three *and injuring nine in* Madaya)."""
    between = mentions.tokens.words[here.tokens.end : after.tokens.first]
    came = here.link == after.link == "effect" and {here.kind, after.kind} <= _DONE_TO
    return came and between == ("and",) and not here.places


def _closed_by(mentions: Mentions, here: Draft, after: Draft) -> bool:
    """Whether place and day close an English sentence behind what those who were struck did (a raid on men who fired at troops near …, *Somalia, May 3*).

    The day behind a comma is that of the whole sentence, and the troops were helped where they were attacked.
    """
    told = after.link == "relative" and {here.kind, after.kind} <= _CAUSING
    bare = not (here.dates or here.places) and len(after.dates) == 1 and bool(after.places)
    if not told or not bare or not mentions.tokens.words[here.tokens.first].isascii():
        return False
    day = mentions.range(after.dates[0].span)
    closes = day.end >= after.tokens.end and mentions.tokens.words[day.first - 1] == ","
    return closes and "had" not in mentions.tokens.words[after.tokens.first : after.tokens.end]


def _elsewhere(mentions: Mentions, here: Draft) -> bool:
    """Whether a loss says itself where it was, in words that name no place (أضرار *في المواقع التي* طالها القصف)."""
    words = mentions.tokens.words
    end = here.tail.end if here.tail is not None else here.tokens.end
    line = range(here.tokens.first, end - 2)
    return any(
        words[i] in _WITHIN
        and words[i + 1].startswith("ال")
        and words[i + 2] in speech_words("relative")
        for i in line
    )


def _adds(mentions: Mentions, after: Draft) -> bool:
    """Whether a loss is added to the one before it (قُتل اثنان، *إضافة إلى* نفوق مواشٍ إثر غارة على …): both came of one deed."""
    first = mentions.tokens.words[after.tokens.first]
    return after.kind == "damage" and first.removeprefix("ب").startswith(_ADDING)


def _both(mentions: Mentions, here: Draft, after: Draft) -> bool:
    """Whether a loss and damage joined to it without a pause happened at the place behind both (مقتل امرأة ودمار مدرسة في …)."""
    words, first = mentions.tokens.words, after.tokens.first
    joined = after.link == "joined" and after.kind == "damage" and here.tokens.end == first
    return joined and not here.places and words[first - 1].isalnum() and here.kind == "casualties"


def _taken_too(mentions: Mentions, here: Draft, after: Draft) -> bool:
    """Whether somebody's taking is joined without a pause to a loss that states nothing (مقتل شاب *واعتقال والده* خلال عملية … في …)."""
    words, first = mentions.tokens.words, after.tokens.first
    joined = after.link == "joined" and after.kind == "arrest" and words[first].startswith("و")
    bare = here.kind == "casualties" and not (here.places or here.dates or here.actors)
    return joined and bare and here.tokens.end == first and here.attribution == after.attribution


def _denied(mentions: Mentions, here: Draft) -> bool:
    """Whether an English loss is denied; the deed it would have come of is not (denied that anybody was hurt *in the raid*)."""
    return here.modality is Modality.DENIED and mentions.tokens.words[here.tokens.first].isascii()


def _taking(mentions: Mentions, here: Draft, after: Draft) -> Draft:
    words = mentions.tokens.words[here.tokens.first : here.tokens.end]
    days = after.dates if len(after.dates) == 1 and of_wounds().isdisjoint(words) else ()
    lent = not any(mentions.span(here.tokens).covers(place.span) for place in here.places)
    nearer = after.link == "cause" and lent and bool(after.places)
    doers = sideless(mentions, here.kind, after.actors)
    return replace(
        here,
        dates=here.dates or days,
        places=after.places if nearer else here.places or after.places,
        actors=here.actors or (() if _kills_itself(words) else doers),
    )


def _kills_itself(words: tuple[str, ...]) -> bool:
    """Whether an English loss has who brought it about as its subject (it *has killed* several): nobody behind it did."""
    return any(
        first in _HAVE and second.isascii() and second.endswith("ed") and second in _losing()
        for first, second in pairwise(words)
    )


@cache
def _losing() -> frozenset[str]:
    """English verbs of killing and wounding, in the past."""
    return frozenset({"killed", "wounded", "injured"})


@cache
def of_wounds() -> frozenset[str]:
    """Folded words by which somebody died later than he was hurt (متأثراً بجراحه): not on the day of what hurt him."""
    return frozenset(map(fold, load("roles.toml")["ar"]["of_wounds"]))
