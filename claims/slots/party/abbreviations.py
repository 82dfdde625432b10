"""Letters that a text itself gives to a name: "Karenni Nationalities Defence Force (KNDF)", and KNDF ever after.

Letters in brackets right behind a name that can act or speak are its abbreviation where its words begin with them. They belong
to the mention, and stand for the party wherever the text writes them again in capitals.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.slots.party.entries import kinds
from claims.slots.party.reading import mentioned

if TYPE_CHECKING:
    from claims.slots.party.reading import Mention, Reading

_SHORTEST = 2
_LONGEST = 8


def abbreviated(reading: Reading) -> list[Mention]:
    """The mentions of a text, those that its own abbreviations name among them, in order."""
    known: dict[str, Mention] = {}
    taken = frozenset(mention.first for mention in reading.found)
    found = [_spelt(reading, mention, known, taken) for mention in reading.found]
    return (
        sorted([*found, *_again(reading, found, known)], key=lambda one: one.first)
        if known
        else reading.found
    )


def _spelt(
    reading: Reading, mention: Mention, known: dict[str, Mention], taken: frozenset[int]
) -> Mention:
    """A mention with the letters behind it, which become known, or the party that known letters at its head mean.

    Letters that are a mention of their own, where one begins in ``taken``, stay that.
    """
    letters = "" if mention.end + 1 in taken else _letters(reading, mention)
    if letters:
        known.setdefault(letters, mention)
        return replace(mention, end=mention.end + 3, tail=0)
    if mention.group == "unlisted":
        meant = known.get(reading.raw(mention.first, mention.first + 1))
        return replace(mention, entry=meant.entry, name=meant.name) if meant else mention
    return mention


def _letters(reading: Reading, mention: Mention) -> str:
    """The letters in brackets behind a name that are its abbreviation; "" for none."""
    end = mention.end
    if reading.words[end] != "(" or reading.words[end + 2] != ")":
        return ""
    letters = reading.raw(end + 1, end + 2)
    if not (_SHORTEST <= len(letters) <= _LONGEST and letters.isupper() and letters.isascii()):
        return ""
    if mention.entry is None or not kinds()[mention.entry.kind].speaks:
        return ""
    initials = {word[0] for word in reading.words[mention.first : end] if word[0].isalpha()}
    return letters if initials.issuperset(letters.lower()) else ""


def _again(reading: Reading, found: list[Mention], known: dict[str, Mention]) -> list[Mention]:
    """Where a text writes its abbreviations outside of every mention found so far."""
    folded = {letters.lower(): one for letters, one in known.items()}
    taken = {at for one in found for at in range(one.first, one.end)}
    again = []
    for at, word in enumerate(reading.tokens.words):
        mention = folded.get(word.removesuffix("'s"))
        if (
            mention is not None
            and at not in taken
            and reading.raw(at, at + 1)[:_SHORTEST].isupper()
        ):
            name = mention.name or (mention.entry.en if mention.entry else "")
            again.append(mentioned(at, at + 1, mention.entry, 0, reading.possessive(at + 1), name))
    return again
