"""Which claims speak of one event: from suggestions, from what stands together in a text, from reviewers' words.

Reviewers' words come first and are never undone by a suggestion. Then ties are taken from the strongest to the weakest;
one joins two groups only when their days have a day in common and their places do not exclude each other, for all of
both groups together. Nothing happened after it was told, and news that says no day does not follow other such news to
a day on which it was not published, unless both count the same. So a vague claim may join a group, but it cannot chain together what differs. Last, whole groups
are held against each other (`accounts`), until nothing more comes together: several claims show what no pair of them shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claims.comparison.accounts import Told, retellings
from claims.comparison.beside import Beside, Tie, Tying
from claims.comparison.bounds import Bounds, both, bounds, met, says_when
from claims.comparison.evidence import ALIKE
from claims.comparison.keys import is_event, stretch
from claims.model import Claim, Comparison, Level, Modality, PairKey, SameEvent, Slot

Words = Mapping[PairKey, SameEvent]
"""What reviewers say of pairs: one event or not; pairs on which they differ are left out.

What stands first goes first: where words part over three claims (one event with the second, the second with the third,
but not the first with the third), the later *yes* is left out.
"""

_UNDATED: Final = 8.0
"""Score from which claims of two documents are one event though one of them does not say when."""
_BOUNDED: Final = 3.5
"""The same where its document says when it was published."""


@dataclass(slots=True)
class _Group:
    """Claims that are one event so far, and what they allow together."""

    claims: set[str]
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class _Groups:
    """All groups so far.

    Attributes:
        of: the group of each claim.
        apart: for a claim those that reviewers hold to be other events.
    """

    of: dict[str, _Group]
    apart: Mapping[str, set[str]]

    def ruled(self, key: PairKey) -> None:
        """Make one group of two because people say so, whatever days and places say."""
        one, other = self.of[key.left], self.of[key.right]
        if one is not other and not self._parted(one, other):
            self._join(one, other, met(one.bounds, other.bounds) or both(one.bounds, other.bounds))

    def suggested(self, key: PairKey) -> bool:
        """Make one group of two where they fit and no reviewer parts them; whether that was done."""
        one, other = self.of[key.left], self.of[key.right]
        if one is other:
            return False
        allowed = met(one.bounds, other.bounds)
        if allowed is None or self._parted(one, other):
            return False
        self._join(one, other, allowed)
        return True

    def _parted(self, one: _Group, other: _Group) -> bool:
        """Whether a reviewer says of any two that they are not one event."""
        return any(self.apart.get(name, set()) & other.claims for name in one.claims)

    def _join(self, one: _Group, other: _Group, allowed: Bounds) -> None:
        small, large = sorted((one, other), key=lambda group: len(group.claims))
        large.bounds = allowed
        large.claims |= small.claims
        for name in small.claims:
            self.of[name] = large


def groups(
    claims: Sequence[Claim],
    comparisons: Iterable[Comparison],
    words: Words,
    published: Mapping[str, str],
    beside: Tying | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The ids of the claims of each event, sorted; claims of kinds that are no events only where reviewers join them.

    Args:
        claims: all of them, in any order.
        comparisons: the suggested pairs among them.
        words: what reviewers say, what goes first standing first.
        published: when each document was published, as EDTF, by its id; those that say so.
        beside: knows the ties within documents from the last time; without it all are compared.
    """
    known = _known(claims, words)
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for key, said in words.items():
        if said is SameEvent.NO:
            apart[key.left].add(key.right)
            apart[key.right].add(key.left)
    every = _Groups(
        {
            name: _Group({name}, bounds(claim, stretch(published.get(claim.document, ""))))
            for name, claim in known.items()
        },
        apart,
    )
    for key, said in words.items():
        if said is SameEvent.YES and key.left in known and key.right in known:
            every.ruled(key)
    compared = tuple(comparisons)
    counted = {found.key for found in compared if _one_count(found)}
    for key in _ties(known, compared, published, beside or Beside()):
        if key in counted or not _late(known, key, every.of, published):
            every.suggested(key)
    _retold(every, known, compared)
    return tuple(sorted({tuple(sorted(group.claims)) for group in every.of.values()}))


def _retold(every: _Groups, known: Mapping[str, Claim], compared: Sequence[Comparison]) -> None:
    """Join the groups that tell one event as a whole, until nothing more comes together."""
    kept: dict[frozenset[str], Told] = {}
    joined = True
    while joined:
        groups = [group.claims for group in every.of.values()]
        found = retellings(known, groups, compared, kept)
        joined = any([every.suggested(key) for key in found])  # noqa: C419 (each is to be joined)


def linking(found: Comparison) -> bool:
    """Whether a suggested pair, as people settled it, can make two claims one event, by itself or with others beside it.

    Claims between which no way leads over such pairs, over `links`, over words of reviewers and over what one source tells
    in several documents (`claims.comparison.again.standing_together`) are never one event: a case can be parted there, and
    `groups` of each part gives what `groups` of the whole gives.
    """
    alike = any(one.slot is Slot.PLACE and one.level in ALIKE for one in found.slots)
    return alike or found.same_event is SameEvent.YES


def links(claims: Sequence[Claim], words: Words) -> Iterator[Tie]:
    """Pairs of claims of one document that can be one event without being a suggested pair, and how strongly they are tied.

    Args:
        claims: all of the document.
        words: what reviewers say of pairs.
    """
    return Beside().ties(_known(claims, words))


def _known(claims: Iterable[Claim], words: Words) -> dict[str, Claim]:
    """The claims that can be of an event, by id."""
    joined = {
        one for key, said in words.items() if said is SameEvent.YES for one in (key.left, key.right)
    }
    return {
        claim.id: claim
        for claim in sorted(claims, key=lambda claim: claim.id)
        if claim.checkable and (is_event(claim.kind) or claim.id in joined)
    }


def _late(
    known: Mapping[str, Claim],
    key: PairKey,
    of: Mapping[str, _Group],
    published: Mapping[str, str],
) -> bool:
    """Whether neither says when, and one was published on another day than that on which all of the other's group happened."""
    left, right = known[key.left], known[key.right]
    if left.document == right.document or says_when(left) or says_when(right):
        return False
    return any(
        group.bounds.days[0] == group.bounds.days[1]
        and (told := stretch(published.get(claim.document, ""))) is not None
        and not told.first <= group.bounds.days[0] <= told.last
        for claim, group in ((left, of[right.id]), (right, of[left.id]))
    )


def _ties(
    known: Mapping[str, Claim],
    comparisons: Iterable[Comparison],
    published: Mapping[str, str],
    beside: Tying,
) -> Iterator[PairKey]:
    """Pairs that are suggested as one event, the strongest first."""
    found = {
        each.key: each.score
        for each in comparisons
        if each.key.left in known and each.key.right in known and _strong(known, each, published)
    }
    for key, score in beside.ties(known):
        found.setdefault(key, score)
    for key in [key for key in found if _once_and_again(known, key)]:
        del found[key]
    yield from sorted(found, key=lambda key: (-found[key], str(key)))


def _once_and_again(known: Mapping[str, Claim], key: PairKey) -> bool:
    """Whether one claim tells what comes again and again, and the other what happened once."""
    told = {known[name].modality is Modality.REPEATED for name in (key.left, key.right)}
    return len(told) > 1


def _strong(known: Mapping[str, Claim], found: Comparison, published: Mapping[str, str]) -> bool:
    """Whether a suggestion ties: both say when, or what they do not say is bounded by publication and the rest is alike."""
    sides = [known[found.key.left], known[found.key.right]]
    said = [says_when(claim) for claim in sides]
    sure = found.same_event is SameEvent.YES
    if all(said):
        return sure
    bounded = all(
        when or published.get(claim.document) for when, claim in zip(said, sides, strict=True)
    )
    if not sure and not (bounded and _one_place(found, sides)):
        return False
    if not sure and len({_told_on(claim, published) for claim in sides}) > 1:
        return _one_count(found)
    return found.score >= (_BOUNDED if bounded else _UNDATED)


def _one_place(found: Comparison, sides: Sequence[Claim]) -> bool:
    """Whether both name one place, be it *near* it on one side, and nothing they state excludes each other but figures."""
    levels = {one.slot: one.level for one in found.slots}
    if Level.DIFFERENT in (levels[Slot.DATE], levels[Slot.ACTOR], levels[Slot.TARGET]):
        return False
    named = [{name for name, _ in bounds(claim, None).towns} for claim in sides]
    same = levels[Slot.PLACE] is Level.EQUAL or not named[0].isdisjoint(named[1])
    return found.same_event is not SameEvent.NO and same


def _told_on(claim: Claim, published: Mapping[str, str]) -> str:
    """The day that a claim says, else that of its document: news of two days from one place is mostly two events."""
    if says_when(claim) and claim.date is not None:
        return claim.date.edtf
    return published.get(claim.document, "")


def _one_count(found: Comparison) -> bool:
    return any(one.slot is Slot.QUANTITY and one.level is Level.EQUAL for one in found.slots)
