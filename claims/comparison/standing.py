"""What was compared already, so that only what is new has to be: a frozen value that each change of the claims replaces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from claims.comparison.compare import compare
from claims.comparison.index import Index
from claims.comparison.traits import Traits, joined, only, traits_of
from claims.model import Claim, Comparison, PairKey, SameEvent


@dataclass(frozen=True, slots=True)
class Standing:
    """Claims with the comparison of every pair of them that meets.

    Attributes:
        claims: by their ids.
        traits: of those that can be compared.
        compared: every pair that meets; None where it is surely not one event.
    """

    claims: Mapping[str, Claim] = field(default_factory=dict)
    traits: Traits = field(default_factory=lambda: traits_of(()))
    compared: Mapping[PairKey, Comparison | None] = field(default_factory=dict)

    @property
    def suggested(self) -> tuple[Comparison, ...]:
        """All suggested pairs, sorted by key: what `claims.compare_all` gives of the same claims."""
        kept = (each for each in self.compared.values() if each is not None)
        return tuple(sorted(kept, key=lambda each: str(each.key)))

    def changed(
        self,
        came: Sequence[Claim],
        gone: Iterable[str] = (),
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> Standing:
        """The same with other claims; pairs of claims that stayed are not compared again.

        Args:
            came: new claims, and those that say something else now.
            gone: ids of claims that are there no longer.
            progress: called with pairs done and pairs in all.
        """
        fresh = {claim.id: claim for claim in came}
        away = {*gone, *fresh}
        claims = {name: one for name, one in self.claims.items() if name not in away} | fresh
        stay = ~np.isin(self.traits.ids, sorted(away)) if away else np.ones(len(self.traits), bool)
        traits = joined([only(self.traits, stay), traits_of(fresh.values())])
        index = Index(traits)
        met = sorted((PairKey.of(*ids) for ids in index.key_pairs(index.pairs())), key=str)
        known = {
            key: self.compared[key]
            for key in met
            if key in self.compared and key.left not in away and key.right not in away
        }
        wanted = [key for key in met if key not in known]
        for done, key in enumerate(wanted, 1):
            found = compare(claims[key.left], claims[key.right])
            known[key] = None if found.same_event is SameEvent.NO else found
            if progress is not None:
                progress(done, len(wanted))
        return Standing(claims, traits, known)
