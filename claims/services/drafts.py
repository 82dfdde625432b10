"""Edits that are not stored yet: what a person asks for, made of the claims they saw and held against the text.

Nothing here reads or writes a case. Only this module brings in the slot modules, which take a moment to load.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.extraction.mentions import Mentions, find_mentions
from claims.model import Attribution, Claim, Document, EditKind, Part, Span, Wordlist
from claims.review import amending
from claims.review.correcting import Correction, corrected, named_source
from claims.review.holding import hold


@dataclass(frozen=True, slots=True)
class Ground:
    """What edits stand on: a document, and what the case adds to the reading of it."""

    document: Document
    wordlist: Wordlist

    def mentions(self) -> Mentions:
        """Everything that is found in the document."""
        return find_mentions(self.document, self.wordlist)


@dataclass(frozen=True, slots=True)
class Draft:
    """An edit that is not stored yet.

    Attributes:
        kind: what it does.
        document: the document concerned.
        replaced: the claims it replaces, as they were seen.
        made: the claims it makes, borne out by the text; without ids and findings.
        given: parts whose value the person gave.
        waits: whether what it replaces waits instead of standing.
    """

    kind: EditKind
    document: Document
    replaced: tuple[Claim, ...]
    made: tuple[Claim, ...] = ()
    given: tuple[Part, ...] = ()
    waits: bool = False

    def held(self, mentions: Mentions) -> Draft:
        """This draft, when the text bears out what it makes.

        Raises:
            InputError: words, a kind or a value that are not there.
            Refused: a statement that says more than its quote.
        """
        made = tuple(hold(mentions, claim, self.replaced) for claim in self.made)
        return replace(self, made=made)


def split(ground: Ground, claim: Claim, parts: Sequence[Span | Claim]) -> Draft:
    """A claim cut into parts; see `claims.review.amending.split`."""
    given = tuple(Part) if any(isinstance(part, Claim) for part in parts) else ()
    mentions = ground.mentions()
    made = amending.split(mentions, claim, parts)
    return Draft(EditKind.SPLIT, ground.document, (claim,), made, given).held(mentions)


def merge(ground: Ground, claims: tuple[Claim, ...]) -> Draft:
    """One claim of several; see `claims.review.amending.merge`."""
    mentions = ground.mentions()
    made = amending.merge(mentions, claims)
    return Draft(EditKind.MERGE, ground.document, claims, (made,)).held(mentions)


def anchor(ground: Ground, claim: Claim, words: Span) -> Draft:
    """A claim at other words; see `claims.review.amending.anchor`."""
    mentions = ground.mentions()
    made = amending.anchor(mentions, claim, words)
    return Draft(EditKind.ANCHOR, ground.document, (claim,), (made,)).held(mentions)


def correct(ground: Ground, claim: Claim, said: Correction) -> Draft:
    """A claim with one part corrected; see `claims.review.correcting`."""
    mentions = ground.mentions()
    made = corrected(mentions, claim, said)
    given = (said.part,) if said.given else ()
    return Draft(EditKind.CORRECT, ground.document, (claim,), (made,), given).held(mentions)


def add(ground: Ground, words: Span, kind: str, speaker: Attribution | str) -> Draft:
    """A claim that the engine missed, read in its words; see `claims.review.amending.added`. ``speaker`` as in `Editing.add`."""
    mentions = ground.mentions()
    if isinstance(speaker, str):
        said = (named_source(mentions, speaker),) if speaker.strip() else ()
    else:
        said = (speaker,)
    made = amending.added(mentions, words, kind, said)
    given = (Part.KIND, Part.SPEAKER) if said else (Part.KIND,)
    return Draft(EditKind.ADD, ground.document, (), (made,), given).held(mentions)


def add_whole(ground: Ground, claim: Claim) -> Draft:
    """A claim that the engine missed, as a person gave it."""
    made = replace(claim, id="", findings=())
    return Draft(EditKind.ADD, ground.document, (), (made,), tuple(Part)).held(ground.mentions())


def reject(ground: Ground, claim: Claim) -> Draft:
    """A claim that is none."""
    return Draft(EditKind.REJECT, ground.document, (claim,))


def accept(ground: Ground, claim: Claim) -> Draft:
    """A claim that waits, taken over."""
    made = replace(claim, id="", findings=())
    return Draft(EditKind.ACCEPT, ground.document, (claim,), (made,), waits=True)
