"""Whether a claim hangs on a word that points to somebody or somewhere, and nobody can say to whom or where.

*The town was shelled*, where no town or two were named; *they left at dawn* with nobody before it; *those attacks killed ten*,
without day or place. Such a claim is nothing that could be true or false by itself.
"""

from __future__ import annotations

from claims.extraction.lexicon import look_up
from claims.extraction.mentions import Mentions
from claims.extraction.pointers import bare_kind, kind_of_place, words_of
from claims.extraction.spread import Atom

PRONOUN = "pronoun"
"""Id of the reason."""
_ARTICLE = "ال"


def unresolved(mentions: Mentions, atom: Atom, statement: str) -> str:
    """`PRONOUN` where a word without which the claim cannot be understood was not resolved, else "".

    Args:
        mentions: of the document.
        atom: the claim.
        statement: its words with what was found in brackets.
    """
    words, own = mentions.tokens.words, atom.draft.tokens
    if atom.draft.lead is not None:
        return ""
    head = words[own.first] in words_of("persons") and "[" not in statement
    return PRONOUN if head or (not atom.places and _points(mentions, atom)) else ""


def _points(mentions: Mentions, atom: Atom) -> bool:
    """Whether the words name a kind of place with the article, or *those* deeds without a day."""
    kinds = set(map(bare_kind, kind_of_place(mentions, atom.draft)))
    if kinds and words_of("anywhere").isdisjoint(kinds):
        return True
    words, own = mentions.tokens.words, atom.draft.tokens
    return atom.date is None and any(
        words[index] in words_of("those")
        and bool(look_up("predicates", words[index + 1].removeprefix(_ARTICLE)))
        for index in range(own.first, own.end - 1)
    )
