"""Claims of one document that are one event: by comparison, or as parts of one sentence; and what one source tells again.

They follow from the claims alone, whatever people say of pairs; so they are kept by document, by source, town and day
(`again`), and a word of a reviewer costs no comparison again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

from claims.comparison.again import by_source, told_again
from claims.comparison.compare import compare
from claims.comparison.weights import weights
from claims.model import Claim, PairKey, SameEvent

_NEXT: Final = 12
"""So many claims of a document are looked at after each one."""

Tie = tuple[PairKey, float]
"""Two claims, and how strongly they are tied: the score of their comparison."""


class Tying(Protocol):
    """Knows which claims of a document, or of a source, are tied."""

    def ties(self, known: Mapping[str, Claim]) -> Iterator[Tie]:
        """The ties among these claims, within each document and of one source across documents."""
        ...


class _Kept(NamedTuple):
    claims: list[Claim]
    ties: tuple[Tie, ...]


@dataclass(slots=True)
class Beside:
    """The ties of documents and sources that were asked for last; whoever shares one lets one at a time ask.

    Attributes:
        met: of how many documents the ties were worked out since somebody set this to 0; of all, once that came to its end.
    """

    met: int = 0
    _of: dict[str, _Kept] = field(default_factory=dict)
    _again: dict[str, _Kept] = field(default_factory=dict)

    def ties(self, known: Mapping[str, Claim]) -> Iterator[Tie]:
        """The ties within each document, then those of one source across documents.

        Args:
            known: the claims that can be of an event, by id; all of a document.
        """
        of_document: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in known.values():
            of_document[claim.document].append(claim)
        for claims in of_document.values():
            claims.sort(key=lambda claim: (claim.span.start, claim.span.end, claim.id))
        self._of = _kept(self._of, of_document, self._within)
        self.met = len(of_document)
        self._again = _kept(self._again, by_source(known), told_again)
        for kept in (*self._of.values(), *self._again.values()):
            yield from kept.ties

    def _within(self, claims: Sequence[Claim]) -> Iterable[Tie]:
        """The ties of a document that are not known from the last time."""
        self.met += 1
        return _ties(claims)


def _kept(
    before: Mapping[str, _Kept],
    every: Mapping[str, list[Claim]],
    ties: Callable[[Sequence[Claim]], Iterable[Tie]],
) -> dict[str, _Kept]:
    """The ties of each group of claims, from the last time where its claims are the same."""
    found = {}
    for name, claims in every.items():
        known = before.get(name)
        same = known is not None and known.claims == claims
        found[name] = known if known and same else _Kept(claims, tuple(ties(claims)))
    return found


def _ties(claims: Sequence[Claim]) -> Iterator[Tie]:
    for index, one in enumerate(claims):
        for other in claims[index + 1 : index + 1 + _NEXT]:
            if not weights().related(one.kind, other.kind):
                continue
            compared = compare(one, other)
            together = one.context is not None and one.context == other.context
            if compared.same_event is SameEvent.YES or (
                together and compared.same_event is SameEvent.UNSURE
            ):
                yield compared.key, compared.score
