"""Edits that are not stored yet: what a person asks for, made of the claims they saw and held against the text.

Nothing here reads or writes a case. Only this module brings in the slot modules, which take a moment to load.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.extraction.mentions import Mentions, find_mentions
from claims.model import Attribution, Claim, Document, EditKind, Part, Span
from claims.review import amending
from claims.review.correcting import Correction, corrected
from claims.review.holding import hold


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


def split(document: Document, claim: Claim, parts: Sequence[Span | Claim]) -> Draft:
    """A claim cut into parts; see `claims.review.amending.split`."""
    given = tuple(Part) if any(isinstance(part, Claim) for part in parts) else ()
    mentions = find_mentions(document)
    made = amending.split(mentions, claim, parts)
    return Draft(EditKind.SPLIT, document, (claim,), made, given).held(mentions)


def merge(document: Document, claims: tuple[Claim, ...]) -> Draft:
    """One claim of several; see `claims.review.amending.merge`."""
    mentions = find_mentions(document)
    made = amending.merge(mentions, claims)
    return Draft(EditKind.MERGE, document, claims, (made,)).held(mentions)


def anchor(document: Document, claim: Claim, words: Span) -> Draft:
    """A claim at other words; see `claims.review.amending.anchor`."""
    mentions = find_mentions(document)
    made = amending.anchor(mentions, claim, words)
    return Draft(EditKind.ANCHOR, document, (claim,), (made,)).held(mentions)


def correct(document: Document, claim: Claim, said: Correction) -> Draft:
    """A claim with one part corrected; see `claims.review.correcting`."""
    mentions = find_mentions(document)
    made = corrected(mentions, claim, said)
    given = (said.part,) if said.given else ()
    return Draft(EditKind.CORRECT, document, (claim,), (made,), given).held(mentions)


def add(document: Document, words: Span, kind: str, speaker: Attribution | None) -> Draft:
    """A claim that the engine missed, read in its words; see `claims.review.amending.added`."""
    said = () if speaker is None else (speaker,)
    mentions = find_mentions(document)
    made = amending.added(mentions, words, kind, said)
    given = (Part.KIND, Part.SPEAKER) if said else (Part.KIND,)
    return Draft(EditKind.ADD, document, (), (made,), given).held(mentions)


def add_whole(document: Document, claim: Claim) -> Draft:
    """A claim that the engine missed, as a person gave it."""
    made = replace(claim, id="", findings=())
    return Draft(EditKind.ADD, document, (), (made,), tuple(Part)).held(find_mentions(document))


def reject(document: Document, claim: Claim) -> Draft:
    """A claim that is none."""
    return Draft(EditKind.REJECT, document, (claim,))


def accept(document: Document, claim: Claim) -> Draft:
    """A claim that waits, taken over."""
    made = replace(claim, id="", findings=())
    return Draft(EditKind.ACCEPT, document, (claim,), (made,), waits=True)
