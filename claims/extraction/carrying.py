"""Whether an Arabic party is told to have done a deed: not where it stands before a noun of that and does something else, nor beside an *or*.

«تواصل قوات النظام *قصفها*» tells by its verb that the party does what the noun says. «تبحث الحكومة … بعد *الهجوم*» does not: whoever
stands before a noun of action without such a verb is the subject of another one, and who did the deed is not told.
"""

from __future__ import annotations

from claims.extraction.lexicon import look_up
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, Range
from claims.extraction.standing import Scene, Stand
from claims.extraction.triggers import Trigger
from claims.model import Party

_NOUNS = frozenset({"noun", "masdar"})
_OR, _BETWEEN = "او", "بين"
_LOST = frozenset({"casualties", "damage", "displacement"})
_ACTING = frozenset({"verb", "light"})
_DEEDS = frozenset({"strike", "clash", "casualties", "damage", "arrest", "control", "displacement"})


def does_something_else(scene: Scene, here: Stand, deed: Trigger) -> bool:
    """Whether an Arabic party stands before a noun of action and no word says that it does this.

    Args:
        scene: the clause.
        here: where the party stands.
        deed: the first predicate of the clause, behind the party.
    """
    words, first = scene.words, deed.tokens.first
    if deed.role not in _NOUNS or deed.kind not in _DEEDS or words[first].isascii():
        return False
    between = words[here.tokens.end : first]
    ahead = words[scene.clause.tokens.first : here.tokens.first]
    return any(map(str.isalpha, between)) and not any(map(_carries, (*ahead, *between)))


def _carries(word: str) -> bool:
    """Whether a word tells that its subject does what a noun of action says: a verb of doing, or a predicate of its own."""
    forms = {word, word.removeprefix("و"), word.removeprefix("ف")}
    known = (one for form in forms for one in look_up("predicates", form))
    return not forms.isdisjoint(markers().carrying) or any(one.role in _ACTING for one in known)


def either(words: tuple[str, ...], party: Range) -> bool:
    """Whether an Arabic party is one of two of whom one did it (القوات الروسية *أو* السورية): it is not told which."""
    ahead = words[max(0, party.first - 1) : party.first]
    behind = words[party.end : party.end + 1]
    return _OR in (*ahead, *behind)


def sideless(mentions: Mentions, kind: str, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """The doers of a claim; of Arabic losses none that is only a side of the fight they came of (قتلى في معارك *بين* الجيش و…).

    Args:
        mentions: of the document.
        kind: of the claim.
        actors: who does it.
    """
    if kind not in _LOST:
        return actors
    return tuple(party for party in actors if not is_side(mentions, party))


def is_side(mentions: Mentions, party: Party) -> bool:
    """Whether an Arabic party stands behind *between*, as one side of a fight."""
    first = mentions.token_at(party.span.start)
    return mentions.tokens.words[max(0, first - 1)] == _BETWEEN
