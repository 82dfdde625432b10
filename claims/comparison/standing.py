"""What was compared already, so that only what is new has to be: a frozen value that each change of the claims replaces.

It holds of each claim only what decides whom it meets, and can be kept as bytes, document by document. What the pairs
that met came to is for the caller to keep: a `Step` says which are to be compared, and which part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from claims.comparison.compare import compare
from claims.comparison.fingerprint import fingerprint
from claims.comparison.index import Index, Pairs
from claims.comparison.traits import Traits, joined, split, traits_of
from claims.model import Claim, Comparison, PairKey, SameEvent


class Step(NamedTuple):
    """What a change of the claims changes among the pairs.

    Attributes:
        after: the claims as they stand now.
        met: pairs to compare: those of claims that came, and others that meet only since.
        parted: pairs of claims that stay and meet no longer.
    """

    after: Standing
    met: tuple[PairKey, ...]
    parted: tuple[PairKey, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Claims that were held against each other.

    Attributes:
        traits: what decides whom they meet, of those that can be compared.
    """

    traits: Traits = field(default_factory=lambda: traits_of(()))

    @classmethod
    def of_parts(cls, parts: Iterable[bytes]) -> Standing:
        """The claims that were kept as these bytes, by a program of the same `engine`."""
        return cls(joined([traits_of(()), *map(Traits.from_bytes, parts)]))

    @staticmethod
    def engine() -> str:
        """Names the program that compares: what was kept under another name is worth nothing."""
        return fingerprint()

    def changed(self, came: Sequence[Claim], gone: Iterable[str] = ()) -> Step:
        """The same with other claims.

        Args:
            came: new claims, and those that say something else now.
            gone: ids of claims that are there no longer.
        """
        away = {*gone, *(claim.id for claim in came)}
        stay = np.array([name not in away for name in self.traits.ids.tolist()], dtype=np.bool_)
        whole, found, lost = Index(self.traits).changed(
            traits_of(came), None if stay.all() else stay
        )
        return Step(Standing(whole.traits), _keys(whole, found), _keys(whole, lost))

    def passed_over(self) -> int:
        """How many claims were held against none, for too many others say what they say."""
        return Index(self.traits).passed_over()

    def parts(self, claims: Sequence[Claim]) -> dict[str, bytes]:
        """What is to be kept of these claims, for each of their documents."""
        documents = {
            name: place for place, name in enumerate(dict.fromkeys(one.document for one in claims))
        }
        of = {claim.id: documents[claim.document] for claim in claims}
        most = 2 * len(of) > len(self.traits)
        traits = self.traits if most else traits_of(claims)
        groups = np.array([of.get(name, -1) for name in traits.ids.tolist()], dtype=np.int64)
        return {
            name: part.to_bytes()
            for name, part in zip(documents, split(traits, groups, len(documents)), strict=True)
        }


def compare_keys(
    claims: Mapping[str, Claim],
    keys: Iterable[PairKey],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Comparison, ...]:
    """The comparison of each pair that is suggested, in the order of ``keys``.

    Args:
        claims: both sides of every pair, by id.
        keys: pairs that meet.
        progress: called with pairs done and pairs in all.
    """
    wanted = tuple(keys)
    found = []
    for done, key in enumerate(wanted, 1):
        comparison = compare(claims[key.left], claims[key.right])
        if comparison.same_event is not SameEvent.NO:
            found.append(comparison)
        if progress is not None:
            progress(done, len(wanted))
    return tuple(found)


def compare_apart(claims: Mapping[str, Claim], keys: Iterable[PairKey]) -> tuple[Comparison, ...]:
    """The comparison of each pair, suggested or not, in the order of ``keys``; ``claims`` as for `compare_keys`."""
    return tuple(compare(claims[key.left], claims[key.right]) for key in keys)


def _keys(index: Index, pairs: Pairs) -> tuple[PairKey, ...]:
    return tuple(sorted((PairKey.of(*ids) for ids in index.key_pairs(pairs)), key=str))
