"""Whose a deed is, by the words right around a party, or by the pronoun on an Arabic verbal noun.

*Killed in a U.S. drone strike*: the party right before a noun of attack did it. *An ambulance used by Hamas*: the party behind
the *by* of another verb did nothing that the clause tells.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from claims.extraction.clauses import Clause
from claims.extraction.lexicon import load, look_up
from claims.extraction.markers import NOBODY, can_attack, markers
from claims.extraction.mentions import Range
from claims.extraction.smallwords import accusing, auxiliaries
from claims.extraction.standing import without_epithets
from claims.extraction.triggers import Trigger
from claims.model import Party

_REACH = 2
_BOUND = frozenset(
    {"and", "in", "on", "near", "with", "during", "before", "after", "from", "by", "to"}
)
_PARTICIPLES = ("ed", "wn", "un")
_ARTICLES = frozenset({"a", "an", "the", "another"})
_DEEDS = frozenset({"strike", "clash"})
_NOUNS = frozenset({"noun", "masdar"})
_RULED = frozenset({"announcement", "position"})
"""Kinds of what states and bodies rule (a man *sanctioned by* …): beside a deed its *by* is not that of the deed."""
_GENITIVE = ("'s", "’s")
_APART = _BOUND - {"and"} | {"that", "which", "who", "of", "for", "against", "over"}
"""Words behind an owner by which a deed is no longer his."""
_OWNED_REACH = 6
_LED = (("-", "led"), ("-", "claimed"))
"""What ties a party to the deed behind it (a *Hamas-led* attack)."""
_OF_DEEDS = frozenset(
    {
        "planted",
        "laid",
        "placed",
        "fired",
        "launched",
        "dropped",
        "detonated",
        "conducted",
        "committed",
    }
)
"""Participles whose *by* names who did the deed."""
_WHEN_REACH = 4
_WHEN = frozenset(
    {"earlier", "later", "this", "last", "month", "week", "year", "today", "yesterday", "overnight"}
)
"""Words that say when, between a participle and its *by* (jets delivered *earlier this month* by allies)."""
_PASSIVE = frozenset({"was", "were", "been", "being"})
_WHOSE = ("ها", "هما", "هم", "ه")
"""Arabic pronouns on a verbal noun for who does it."""


def owns_deed(
    words: tuple[str, ...], clause: Clause, party: Party, here: Range, beside: int = 0
) -> bool:
    """Whether an English noun of attack stands right behind a party (a *U.S. drone strike*, an ISIS attack).

    Args:
        words: of the document.
        clause: the clause.
        party: somebody told in it.
        here: where.
        beside: tokens of *and* and a further party right behind it, who did it as well (*Russian* and Syrian air strikes).
    """
    if not can_attack(party) or party.kind in NOBODY or not words[here.first].isascii():
        return False
    before = here.first - 1 - (words[here.first - 1] in _ARTICLES)
    if before > clause.tokens.first and words[before] in answering():
        return False
    first = bisect_right(clause.triggers, here.end - 1, key=lambda t: t.tokens.first)
    deed = next(iter(clause.triggers[first : first + 1]), None)
    if deed is None or deed.role != "noun" or words[deed.tokens.end - 1] not in markers().deeds:
        return False
    gap = words[here.end + beside : deed.tokens.first]
    if gap[:2] in _LED:
        gap = gap[2:]
    apart = _BOUND | auxiliaries()
    return len(gap) <= _REACH and all(word.isalpha() and word not in apart for word in gap)


def brings_about(words: tuple[str, ...], here: Range, lead: tuple[str, ...]) -> bool:
    """Whether a loss is put down to what an English party does at large (*through* Russian *aggression*, two people died)."""
    if words[here.end : here.end + 1] == () or words[here.end] not in hostility():
        return False
    return any(lead[-len(phrase) :] == phrase for phrase in putting_down())


def acts_on(words: tuple[str, ...], end: int, party: Party, here: Range) -> bool:
    """Whether an English party only says whose attack others stand up to (the defence against *Iran's* missile and drone attack, *Russian* aggression).

    Args:
        words: of the document.
        end: one past the last token of the clause.
        party: somebody told in it.
        here: where.
    """
    behind = words[here.end : min(end, here.end + _OWNED_REACH)]
    if behind[:1] != () and behind[0] in hostility():
        return True
    if party.kind in NOBODY or not words[here.end - 1].endswith(_GENITIVE):
        return False
    deed = next((i for i, word in enumerate(behind) if word in markers().deeds | hostility()), None)
    return deed is not None and not any(
        word in _APART or not (word.isalpha() or word == "-") for word in behind[:deed]
    )


@cache
def riding() -> frozenset[str]:
    """English words before what somebody travels on."""
    return frozenset(load("roles.toml")["en"]["riding"])


@cache
def ridden() -> frozenset[str]:
    """English nouns for what armed people travel on."""
    return frozenset(load("roles.toml")["en"]["ridden"])


@cache
def hostility() -> frozenset[str]:
    """English nouns for what a party does at large, no single deed."""
    return frozenset(load("roles.toml")["en"]["hostility"])


@cache
def putting_down() -> tuple[tuple[str, ...], ...]:
    """English words before who brought a loss about."""
    return tuple(tuple(phrase.split()) for phrase in load("roles.toml")["en"]["putting_down"])


@cache
def answering() -> frozenset[str]:
    """English verbs whose object is an attack that somebody else ends by them (strikes *engaged* an ISIS attack)."""
    return frozenset(load("roles.toml")["en"]["answering"])


def blamed_on(words: tuple[str, ...], clause: Clause, lead: tuple[str, ...]) -> bool:
    """Whether a party stands behind the *on* of a deed that somebody is blamed for (officials *blamed the attack on* the ADF)."""
    first = clause.tokens.first
    if lead[-1:] != ("on",) or words[max(0, first - 1)] not in accusing():
        return False
    return lead[-2:-1] != () and lead[-2].isalpha()


def by_another_verb(words: tuple[str, ...], clause: Clause, here: Range, *, taken: bool) -> bool:
    """Whether *by* before a party belongs to a participle that is no predicate, or to a further one.

    Args:
        words: of the document.
        clause: the clause.
        here: the party.
        taken: whether somebody else does the deed already (shot down drones *launched by* Russia).
    """
    first = without_epithets(words, clause.tokens.first, here.first)
    low = max(clause.tokens.first, first - _REACH)
    by = next((i for i in range(first - 1, low - 1, -1) if words[i] == "by"), 0)
    if not by:
        return False
    told = {t.tokens.end - 1: t for t in clause.triggers}
    done = by - 1
    while done > clause.tokens.first and done >= by - _WHEN_REACH and words[done] in _WHEN:
        done -= 1
    apart = done < by - 1 and done not in told and words[done] not in _OF_DEEDS
    if apart and words[done].endswith(_PARTICIPLES):
        return True
    if by - 1 not in told and not taken and _carries_deed(words, clause, by - 1):
        return False
    if by > 1 and words[by - 1] == "claimed" and words[by - 2] in markers().deeds:
        return False
    if by - 1 not in told:
        return words[by - 1].endswith(_PARTICIPLES)
    deeds = any(trigger.kind in _DEEDS for trigger in clause.triggers)
    ruled = told[by - 1].kind in _RULED and deeds
    return ruled or (told[by - 1].role == "light" and taken)


def of_its_doer(words: tuple[str, ...], deed: Trigger) -> bool:
    """Whether a pronoun on a noun of action says whose deed it is (استهداف*ها* لقيادي، هجمات*ها* لمواقع), or a word before it that it is directed (*وجهت* ضربات ل…): what ل stands before is hit."""
    before = words[deed.tokens.first - 1].removeprefix("و") if deed.tokens.first else ""
    if before in markers().directing:
        return True
    word = words[deed.tokens.end - 1]
    bare = next((word.removesuffix(one) for one in _WHOSE if word.endswith(one)), "")
    return deed.role in _NOUNS and any(
        known.role in _NOUNS for known in (look_up("predicates", bare) if bare else ())
    )


def _carries_deed(words: tuple[str, ...], clause: Clause, verb: int) -> bool:
    """Whether a participle of firing stands right behind what was fired, or is passive (a bomb *dropped*, shells were *fired* by)."""
    light = any(one.role == "light" for one in look_up("predicates", words[verb]))
    fired = [t for t in clause.triggers if t.role == "noun" and t.kind in _DEEDS]
    right_behind = any(0 <= verb - t.tokens.end <= 1 for t in fired)
    return light and (right_behind or (bool(fired) and words[verb - 1] in _PASSIVE))
