"""What is remembered of speakers from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.model import Attribution
from claims.text.shadow import fold

_MEMORY = 12
_SINGLE = frozenset({"person", "local sources"})
"""Kinds of source that are people, not organisations."""
_ARTICLE = "ال"
_ONTO = "ل"


@dataclass(frozen=True, slots=True)
class Voice:
    """What is remembered of speakers from sentence to sentence, newest last.

    ``floor`` has who speaks on (صرح … بما يلي:), ``label`` whom the line right above names before a colon, ``person`` the
    newest person of an English text, whom *he* or *she* means.
    """

    named: tuple[Attribution, ...] = ()
    kinds: tuple[str, ...] = ()
    last: Attribution | None = None
    floor: Attribution | None = None
    label: Attribution | None = None
    person: Attribution | None = None

    def heard(self, speaker: Attribution, kind: str, *, personal: bool = False) -> Voice:
        """The memory after ``speaker``, a party of ``kind``, has spoken or been named; ``personal`` where one person speaks."""
        named, kinds = (*self.named, speaker)[-_MEMORY:], (*self.kinds, kind)[-_MEMORY:]
        return Voice(named, kinds, speaker, person=speaker if personal else self.person)

    def body(self) -> Attribution | None:
        """The newest source that is an organisation or may be one: *it* and *the statement* are of no witness."""
        pairs = zip(reversed(self.named), reversed(self.kinds), strict=True)
        return next((speaker for speaker, kind in pairs if kind not in _SINGLE), None)

    def somebody(self) -> Attribution | None:
        """The newest source that is one person or may be one: *he* is no organisation that the lexicons know."""
        pairs = zip(reversed(self.named), reversed(self.kinds), strict=True)
        return next((speaker for speaker, kind in pairs if not kind or kind in _SINGLE), None)

    def given_floor(self, speaker: Attribution) -> Voice:
        """The memory after ``speaker`` has begun a statement that goes on for more than a sentence."""
        return replace(self, floor=speaker)

    def organised(self, kinds_meant: frozenset[str], nouns: frozenset[str]) -> Attribution | None:
        """The newest source of one of ``kinds_meant``, or one that no lexicon knows and whose name holds a noun of ``nouns``."""
        for speaker, kind in zip(reversed(self.named), reversed(self.kinds), strict=True):
            unknown = not kind and not nouns.isdisjoint(fold(speaker.text).split())
            if unknown or kind in kinds_meant:
                return speaker
        return None

    def meant(self, kinds_meant: frozenset[str]) -> Attribution | None:
        """The newest source of one of ``kinds_meant``; the newest of all when it is empty."""
        for speaker, kind in zip(reversed(self.named), reversed(self.kinds), strict=True):
            if not kinds_meant or kind in kinds_meant:
                return speaker
        return None

    def kind_of(self, speaker: Attribution) -> str:
        """The kind of party that a remembered speaker is, "" where it is not known."""
        pairs = zip(reversed(self.named), reversed(self.kinds), strict=True)
        return next((kind for one, kind in pairs if one is speaker), "")

    def by_word(self, word: str) -> Attribution | None:
        """The newest source in whose name ``word`` stands."""
        for speaker in reversed(self.named):
            if word in speaker.text.split():
                return speaker
        return None

    def headed(self, noun: str) -> Attribution | None:
        """The newest source whose name begins with a folded definite noun, there without article (الموقع for موقع الخابور).

        Where the noun stood alone it only pointed to somebody itself, so that it is no name to find anybody by.
        """
        bare = noun.removeprefix(_ARTICLE)
        names = ((fold(speaker.text).split(), speaker) for speaker in reversed(self.named))
        return next(
            (one for name, one in names if name and name != [noun] and _plain(name[0]) == bare),
            None,
        )


def _plain(noun: str) -> str:
    """The first word of a name without what is written onto it (لموقع، الموقع)."""
    return noun.removeprefix(_ONTO).removeprefix(_ARTICLE)
