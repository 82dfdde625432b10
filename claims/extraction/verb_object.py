"""What stands right behind an Arabic verb that has no subject told: whether it is what the verb is done to.

«استهدفت *مخازن* أسلحة»، «أسر *16 عنصراً*»، «سيطرت *على* قرية»: an object, not the subject that Arabic puts there as well («استهدفت
*المدفعية* محيط البلدة»، «دمر *منزل*» with the vowels of the passive). Agreement and the ending tell them apart; who could attack, a
deed or what is fired there is taken for the subject.
"""

from __future__ import annotations

from claims.extraction.agreement import (
    FEMININE,
    MASCULINE,
    PEOPLE,
    adverbs_of_adding,
    agreement_of,
    is_state,
)
from claims.extraction.lexicon import look_up
from claims.extraction.markers import can_attack, is_held, markers
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.pointers import DEED_UNITS, kinds_of_place
from claims.model import Quantity

_DEED_NOUNS = frozenset({"noun", "masdar"})
_ENTERED = frozenset({"control", "movement", "clash"})
_AIMED = frozenset({"strike", "clash", "control"})
_FIRED = DEED_UNITS | {"drones", "missiles", "munitions", "explosions", "aircraft"}
_TAKEN = "captured"
_DUAL = 2
_MANY = "ون"
_NOMINATIVE = ("ان", "ون")
_OBJECT = ("ا", "ين")


def takes_object(mentions: Mentions, behind: Range, told: tuple[str, str], *, linked: bool) -> bool:
    """Whether what stands right behind the verb that opens a draft is what it is done to, and no subject of it.

    A figure, a place or a thing is none that agrees with another verb, is written as an object, or stands behind a word by which the
    subject goes on; nobody who can attack may stand there, nor a deed or what is fired.
    """
    words, at, end = mentions.tokens.words, behind.first, behind.end
    kind, form = told
    while at < end and words[at] in adverbs_of_adding():
        at, linked = at + 1, True
    at = _behind_means(words, Range(at, end))
    if at >= end:
        return False
    if _acts(mentions, at, end, form) or _stands_for_a_state(mentions, at, end):
        return False
    rest = mentions.span(Range(at, end))
    if kind in _ENTERED and words[at] in markers().placing | {"علي"}:
        return not any(can_attack(party) for party in within(mentions.parties, rest))
    figures = [
        q for q in within(mentions.quantities, rest) if mentions.token_at(q.span.start) == at
    ]
    if figures:
        return _counts_object(mentions, figures[0], form, linked=linked)
    return _is_object(mentions, Range(at, end), told, linked=linked)


def _behind_means(words: tuple[str, ...], here: Range) -> int:
    """The token behind what a deed was done with, at the head of a stretch (بالصواريخ الفراغية)."""
    at = here.first
    while at < here.end and words[at].startswith("ب"):
        bare = words[at].removeprefix("ب")
        if bare.removeprefix("ال") not in markers().means:
            break
        at += 1
        while at < here.end and bare.startswith("ال") and words[at].startswith("ال"):
            at += 1
    return at


def _is_object(mentions: Mentions, here: Range, told: tuple[str, str], *, linked: bool) -> bool:
    """Whether the noun at the head of a stretch is an object: by its ending, or by agreement where it is definite."""
    noun, (kind, form) = mentions.tokens.words[here.first], told
    if not noun.isalpha() or noun.endswith(_NOMINATIVE):
        return False
    if _is_accusative(mentions, here.first):
        return True
    known = agreement_of(noun)
    alike = known in {"", form} or (form == MASCULINE and known == PEOPLE)
    aimed = kind in _AIMED
    if linked and aimed and _is_thing(mentions, here):
        return True
    free = linked or not alike or (known == form and aimed and not noun.endswith("ه"))
    return free and _is_definite(mentions, here.first, here.end)


def _is_thing(mentions: Mentions, here: Range) -> bool:
    """Whether a stretch begins with something that is hit and hits nobody (منشأة، مدرسة), no means of attack."""
    words, found = mentions.tokens.words, within(mentions.parties, mentions.span(here))
    first = [party for party in found if mentions.token_at(party.span.start) == here.first]
    return bool(first) and not can_attack(first[0]) and words[here.first] not in markers().means


def _acts(mentions: Mentions, at: int, end: int, form: str) -> bool:
    """Whether a token begins what can be the subject of an attack: who attacks, a deed, what is fired or flown."""
    word = mentions.tokens.words[at]
    here = within(mentions.parties, mentions.span(Range(at, end)))
    first = [party for party in here if mentions.token_at(party.span.start) == at]
    attacker = any(can_attack(party) and not is_held(party) for party in first)
    bare = word.removeprefix("ال")
    thing = bare in markers().means or word in markers().nameless
    deed = any(
        one.role in _DEED_NOUNS and one.kind in {"strike", "clash"}
        for one in look_up("predicates", word)
    )
    fits = agreement_of(word) in {"", form}
    return attacker or is_state(word) or (fits and (thing or deed))


def _stands_for_a_state(mentions: Mentions, at: int, end: int) -> bool:
    """Whether a bare place right behind the verb has an object behind it, and so may act (قصفت *كييف* بلدة …)."""
    words, found = mentions.tokens.words, within(mentions.places, mentions.span(Range(at, end)))
    if not found or mentions.token_at(found[0].span.start) != at or words[at] in kinds_of_place():
        return False
    behind = mentions.token_at(found[0].span.end - 1) + 1
    if behind >= end or words[at] in markers().around:
        return False
    places = any(mentions.token_at(place.span.start) == behind for place in found[1:])
    things = markers().holdings | markers().around | kinds_of_place()
    return places or words[behind] in things or _is_accusative(mentions, behind)


def _counts_object(mentions: Mentions, figure: Quantity, form: str, *, linked: bool) -> bool:
    """Whether a figure right behind the verb counts what it is done to."""
    stretch = mentions.range(figure.span)
    words = mentions.tokens.words[stretch.first : stretch.end]
    two = figure.low == _DUAL and words[0].endswith(_NOMINATIVE)
    if figure.unit in _FIRED or two or words[-1].endswith(_MANY):
        return False
    if linked or figure.unit == _TAKEN:
        return True
    return form == FEMININE and agreement_of(words[-1]) != FEMININE and words[-1].endswith(_OBJECT)


def _is_accusative(mentions: Mentions, at: int) -> bool:
    """Whether a noun is written as an object: its vowels, or the ending of one thing or of people without the article."""
    word = mentions.tokens.words[at]
    written = mentions.tokens.quote(at, at + 1)
    if written.endswith(("\u0627\u064b", "\u064b\u0627", "\u0629\u064b")):
        return True
    named = any(
        mentions.token_at(place.span.start) == at
        for place in within(mentions.places, mentions.span(Range(at, at + 1)))
    )
    return word.endswith(_OBJECT) and not word.startswith("ال") and not named


def _is_definite(mentions: Mentions, at: int, end: int) -> bool:
    """Whether a noun is no indefinite one: it has the article, is a place, or another noun follows that says whose or which."""
    words = mentions.tokens.words
    here = mentions.span(Range(at, end))
    placed = any(
        mentions.token_at(place.span.start) == at for place in within(mentions.places, here)
    )
    if placed or words[at].startswith("ال"):
        return True
    things = agreement_of(words[at]) == FEMININE and not words[at].endswith("ه")
    if things or words[at] in kinds_of_place() | markers().around | markers().holdings:
        return True
    return at + 1 < end and words[at + 1].startswith("ال")
