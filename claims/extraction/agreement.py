"""Gender and number of Arabic nouns and verbs: which subject a verb can have that stands without one."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.text.shadow import fold

FEMININE = "feminine"
MASCULINE = "masculine"
PEOPLE = "people"
_ARTICLE = "ال"
_FEMININE_ENDS = ("ه", "ات")
_PEOPLE_ENDS = ("ون", "ين")
_THEY = "وا"
_SHE = "ت"
_PRESENT = ("ي", "ت")
_SHORTEST = 3


def agreement_of(noun: str) -> str:
    """What a folded noun asks of the verb behind it: ``feminine``, ``masculine`` (singular) or ``people``; "" where that is not known."""
    for word in (noun, noun.removeprefix(_ARTICLE)):
        for form, nouns in _nouns().items():
            if word in nouns:
                return form
    if is_state(noun):
        return FEMININE
    if noun.endswith(_FEMININE_ENDS):
        return FEMININE
    return PEOPLE if noun.endswith(_PEOPLE_ENDS) else ""


def is_state(noun: str) -> bool:
    """Whether a folded noun is the name of a state, or of a capital that acts for one, which the lexicon holds."""
    return noun in _states()


def form_of(verb: str) -> str:
    """The subject that a folded verb in the past shows by its ending, in the words of `agreement_of`; "" for one in the present.

    A masculine singular verb also stands before people who are named behind it; whoever asks of a verb without a subject behind it
    is not concerned.
    """
    if len(verb) < _SHORTEST:
        return ""
    if verb.endswith(_THEY):
        return PEOPLE
    if verb.endswith(_SHE):
        return FEMININE
    return "" if verb.startswith(_PRESENT) else MASCULINE


@cache
def adverbs_of_adding() -> frozenset[str]:
    """Folded adverbs between a verb and its object (كما استهدفت *أيضاً* …)."""
    return frozenset(map(fold, load("agreement.toml")["ar"]["too"]))


@cache
def _states() -> frozenset[str]:
    return frozenset(map(fold, load("agreement.toml")["ar"]["states"]))


@cache
def _nouns() -> dict[str, frozenset[str]]:
    data = load("agreement.toml")["ar"]
    return {form: frozenset(map(fold, data[form])) for form in (FEMININE, MASCULINE, PEOPLE)}
