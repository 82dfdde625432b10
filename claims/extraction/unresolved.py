"""Whether a claim hangs on a word that points to somebody or somewhere, and nobody can say to whom or where.

*The town was shelled*, where no town or two were named; *they left at dawn* with nobody before it; «وقتله مجهولون»; *those attacks
killed ten*, without day or place; *confirmed the air strikes*. Such a claim is nothing that could be true or false by itself. A toll with its figure, day and
place is one all the same: who is meant by a pronoun beside it does not matter to what is counted.
"""

from __future__ import annotations

from claims.extraction.lexicon import look_up
from claims.extraction.mentions import Mentions
from claims.extraction.opinions import says_little
from claims.extraction.pointers import bare_kind, kind_of_place, words_of
from claims.extraction.spread import Atom

PRONOUN = "pronoun"
"""Id of the reason."""
_DEEDS = frozenset({"strike", "clash"})
_ARTICLE = "ال"
_TIES = "وف"
_OBJECTS = ("هما", "ها", "هم", "هن", "ه")
_SHORTEST = 3


def unresolved(mentions: Mentions, atom: Atom, statement: str) -> str:
    """`PRONOUN` where a word without which the claim cannot be understood was not resolved, else "".

    Args:
        mentions: of the document.
        atom: the claim.
        statement: its words with what was found in brackets.
    """
    if says_little(mentions, atom.draft):
        return PRONOUN
    if atom.draft.lead is not None or _whole(atom):
        return ""
    lost = _nobody(mentions, atom, statement) or _object_alone(mentions, atom)
    return PRONOUN if lost or (not atom.places and _points(mentions, atom)) else ""


def _whole(atom: Atom) -> bool:
    """Whether a claim has a day, a place, and a figure or an attack, and can be held against others whoever its pronouns mean."""
    told = bool(atom.quantities) or atom.kind in _DEEDS
    return told and atom.date is not None and bool(atom.places)


def _nobody(mentions: Mentions, atom: Atom, statement: str) -> bool:
    """Whether a pronoun heads the claim and whom it means does not stand in brackets behind it."""
    if mentions.tokens.words[atom.draft.tokens.first] not in words_of("persons"):
        return False
    return not any(word.startswith("[") for word in statement.split(" ", 3)[:3])


def _object_alone(mentions: Mentions, atom: Atom) -> bool:
    """Whether whom an Arabic verb at the head befell is a pronoun alone (*وقتله* مجهولون), nobody being named or counted."""
    word = mentions.tokens.words[atom.draft.tokens.first]
    if atom.draft.targets or atom.quantities or not word.endswith(_OBJECTS):
        return False
    bare = next(word.removesuffix(end) for end in _OBJECTS if word.endswith(end))
    if len(bare.lstrip(_TIES)) < _SHORTEST:
        return False
    return all(any(one.role == "verb" for one in look_up("predicates", w)) for w in (word, bare))


def _points(mentions: Mentions, atom: Atom) -> bool:
    """Whether the words name a kind of place with the article, or *the area* or *those* deeds without a day."""
    phrase = kind_of_place(mentions, atom.draft)
    kinds = set(map(bare_kind, phrase))
    if kinds and (words_of("anywhere") | words_of("by kind alone")).isdisjoint(kinds):
        return True
    words, own = mentions.tokens.words, atom.draft.tokens
    if atom.date is not None:
        return False
    if not kinds.isdisjoint(words_of("unnamed spot")) and not _described(mentions, atom, phrase):
        return True
    return any(
        words[index] in words_of("those")
        and bool(look_up("predicates", words[index + 1].removeprefix(_ARTICLE)))
        for index in range(own.first, own.end - 1)
    )


def _described(mentions: Mentions, atom: Atom, phrase: tuple[str, ...]) -> bool:
    """Whether words behind *the area* say which one is meant (المنطقة الصناعية، *the area of* …, *the site where*)."""
    words, own = mentions.tokens.words, atom.draft.tokens
    for index in range(own.first, own.end - len(phrase)):
        end = index + len(phrase)
        if words[index:end] == phrase:
            behind = words[end]
            return behind.startswith(_ARTICLE) or behind in words_of("describing")
    return False
