"""How far the suggestions for pairs are what people said of them.

Every labelled pair whose two claims were read is compared. Beside them each labelled claim is compared with those of all
other happenings: what is called one event there is wrong. What is counted:

``same event``   precision: of the pairs suggested as one event, those that are; recall: of those that are, those suggested
``conflict``     likewise for the suggested relation *conflict*
``slots``        the slots named of suggested conflicts, and of labelled conflicts those named
``kind``         of labelled kinds of apparent conflict, those suggested; not asked where no event in common is right, too
``relation``     share of pairs with an acceptable relation
``read``         share of pairs whose claims both were read
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from claims.evaluation.pair_labels import Account, Address, Happening, PairLabel
from claims.model import Claim, Comparison, Extraction, Relation, SameEvent

ReadAccount = Callable[[Account], Extraction]
Compare = Callable[[Claim, Claim], Comparison]

_ACROSS: Final = "across languages"


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair beside what was suggested for it, None where one claim was not read.

    Attributes:
        happening: name of the happening.
        held: whether it is for measuring only.
        label: what a person said; None for two claims of different happenings.
        sides: both claims.
        found: the suggestion.
        across: whether the sides are in two languages.
    """

    happening: str
    held: bool
    label: PairLabel | None
    sides: tuple[Claim, Claim] | None
    found: Comparison | None
    across: bool = False

    @property
    def right(self) -> bool:
        """Whether the suggested event and relation are acceptable."""
        if self.found is None:
            return False
        if self.label is None:
            return self.found.same_event is not SameEvent.YES
        told = self.found.same_event in self.label.same
        if self.found.same_event is SameEvent.NO:
            return told
        return told and self.found.relation in (self.label.relations or {Relation.UNSURE})


def judge_pairs(
    happenings: Iterable[Happening], read: ReadAccount, compare: Compare
) -> tuple[Judged, ...]:
    """The suggestion for each labelled pair, then those pairs of different happenings that are called one event."""
    judged: list[Judged] = []
    everyone: list[tuple[str, bool, Claim]] = []
    for happening in happenings:
        read_in = {account.id: read(account) for account in happening.accounts}
        language = {name: found.document.language for name, found in read_in.items()}
        claims = {one: _addressed(read_in[one.account], one) for one in happening.claims}
        for label in happening.pairs:
            sides = claims[label.left], claims[label.right]
            across = language[label.left.account] != language[label.right.account]
            judged.append(_judged(happening, label, sides, across, compare))
        everyone.extend((happening.name, happening.held, c) for c in claims.values() if c)
    return (*judged, *_strangers(everyone, compare))


def _judged(
    happening: Happening,
    label: PairLabel,
    sides: tuple[Claim | None, Claim | None],
    across: bool,
    compare: Compare,
) -> Judged:
    one, other = sides
    if one is None or other is None or one.id == other.id:
        return Judged(happening.name, happening.held, label, None, None, across)
    return Judged(happening.name, happening.held, label, (one, other), compare(one, other), across)


def _strangers(everyone: Sequence[tuple[str, bool, Claim]], compare: Compare) -> Iterable[Judged]:
    for (here, held, one), (there, also, other) in combinations(everyone, 2):
        if here == there or one.id == other.id:
            continue
        found = compare(one, other)
        if found.same_event is SameEvent.YES:
            yield Judged(f"{here} / {there}", held or also, None, (one, other), found)


def _addressed(extraction: Extraction, address: Address) -> Claim | None:
    """The claim that an address means; of several, the one whose figures stand in the words and that says least beside them."""

    def beside(claim: Claim) -> tuple[int, int, int, str]:
        others = sum(one.text not in address.words for one in claim.quantities if not one.total)
        return others, len(claim.quote), claim.span.start, claim.id

    return min((c for c in extraction.claims if _fits(c, address)), key=beside, default=None)


def _fits(claim: Claim, address: Address) -> bool:
    return (
        " ".join(address.words.split()) in " ".join(claim.quote.split())
        and address.kind in {"", claim.kind}
        and address.speaker in {"", claim.speaker.source}
    )


def pair_figures(judged: Sequence[Judged]) -> dict[str, float]:
    """All figures by name: of the open pairs, those held out, and those across languages."""
    groups = {
        "open": [one for one in judged if not one.held],
        "held out": [one for one in judged if one.held],
        _ACROSS: [one for one in judged if one.across],
    }
    return {
        f"{group} {name}": value for group, ones in groups.items() for name, value in _figures(ones)
    }


def _figures(judged: list[Judged]) -> list[tuple[str, float]]:
    labelled = [(one.label, one.found) for one in judged if one.label]
    pairs = [(label, found) for label, found in labelled if found]
    yes = [one for one in judged if one.found and one.found.same_event is SameEvent.YES]
    truly = [(label, found) for label, found in pairs if label.same == {SameEvent.YES}]
    clash = [(label, found) for label, found in pairs if found.relation is Relation.CONFLICT]
    loud = len(clash) + sum(
        one.label is None and one.found is not None and one.found.relation is Relation.CONFLICT
        for one in judged
    )
    wanted = [(label, found) for label, found in pairs if label.relations == {Relation.CONFLICT}]
    named = [
        slot in label.slots for label, found in clash if label.slots for slot in found.conflicting
    ]
    asked = [slot in found.conflicting for label, found in wanted for slot in label.slots]
    kinds = [
        found.apparent in label.kinds
        for label, found in pairs
        if label.kinds and not _rightly_none(label, found)
    ]
    shares = [
        ("read", _share(len(pairs), len(labelled))),
        ("same event precision", _share(sum(_is_one(one) for one in yes), len(yes))),
        ("same event recall", _mean([f.same_event is SameEvent.YES for _, f in truly])),
        (
            "conflict precision",
            _share(sum(Relation.CONFLICT in la.relations for la, _ in clash), loud),
        ),
        ("conflict recall", _mean([f.relation is Relation.CONFLICT for _, f in wanted])),
        ("slots precision", _mean(named)),
        ("slots recall", _mean(asked)),
        ("kind accuracy", _mean(kinds)),
        ("relation accuracy", _mean([one.right for one in judged if one.found])),
    ]
    return [(name, value) for name, value in shares if value is not None]


def _is_one(one: Judged) -> bool:
    return one.label is not None and SameEvent.YES in one.label.same


def _rightly_none(label: PairLabel, found: Comparison) -> bool:
    """Whether both were told apart as people also may: then nothing has to be explained."""
    return found.same_event is SameEvent.NO and SameEvent.NO in label.same


def _share(part: int, whole: int) -> float | None:
    """None where nothing was counted: a share of nothing is no success, and a floor without a figure has fallen."""
    return round(part / whole, 4) if whole else None


def _mean(outcomes: Sequence[bool]) -> float | None:
    return _share(sum(outcomes), len(outcomes))
