"""Which claims stand: from what the engine reads and what people changed.

State is computed, never remembered: `live` is a function of the machine's claims and of the rows of edits. Three rules:

* An edit stands until a row takes it back. The claims it replaces do not stand, those it makes do.
* What the engine did not read when a person edited, and now reads in words that the edit is about, waits: a person's
  work is never doubled or overruled by a newer engine. It stands as soon as the edit is taken back.
* A person is asked again when the engine's own claim under their edit is another one now, or is gone, or new ones wait;
  `EditKind.KEEP` answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from claims.model import Claim, Edit, EditKind, LiveClaim, MachineClaim, Maker, Question

_ANSWERS: Final = frozenset({EditKind.KEEP, EditKind.UNDO})


def standing(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that nobody took back, in their order; answers and undo rows are none."""
    return tuple(edit for edit in _not_undone(edits) if edit.kind not in _ANSWERS)


def _not_undone(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    rows = tuple(edits)
    undone = {row.about for row in rows if row.kind is EditKind.UNDO}
    return tuple(row for row in rows if row.id not in undone)


def replacing(edits: Iterable[Edit]) -> Mapping[str, Edit]:
    """The standing edit that replaces a claim, by the id of the claim."""
    return {claim.id: edit for edit in standing(edits) for claim in edit.replaced}


def live(machine: Iterable[MachineClaim], edits: Iterable[Edit]) -> tuple[LiveClaim, ...]:
    """The claims that stand, in the order of their spans, each with who made it.

    Args:
        machine: everything the engine ever read in one document.
        edits: every row of edits on that document.
    """
    stand = standing(edits)
    taken = {claim.id for edit in stand for claim in edit.replaced}
    own = [
        LiveClaim(each.claim, Maker.MACHINE)
        for each in machine
        if each.gone is None and each.claim.id not in taken and _waits_for(each, stand) is None
    ]
    made = [
        LiveClaim(claim, Maker.HUMAN, edit)
        for edit in stand
        for claim in edit.made
        if claim.id not in taken
    ]
    return tuple(sorted((*own, *made), key=lambda each: each.claim.span))


def _waits_for(machine: MachineClaim, stand: Iterable[Edit]) -> Edit | None:
    """The standing edit whose words a claim stands in that the engine read only afterwards."""
    return next(
        (
            edit
            for edit in stand
            if machine.reading > edit.reading and _is_about(edit, machine.claim)
        ),
        None,
    )


def _is_about(edit: Edit, claim: Claim) -> bool:
    return any(claim.span.overlaps(own.span) for own in (*edit.replaced, *edit.made))


def questions(machine: Iterable[MachineClaim], edits: Iterable[Edit]) -> tuple[Question, ...]:
    """What people have to be asked again, in the order of their edits; nothing that they answered."""
    read = {each.claim.id: each for each in machine}
    rows = tuple(edits)
    stand = standing(rows)
    answers = {
        row.about: row
        for row in _not_undone(rows)
        if row.kind is EditKind.KEEP and row.about is not None
    }
    wait = _waiting(read.values(), stand)
    found = (_question(edit, answers.get(edit.id), read, wait) for edit in stand)
    return tuple(question for question in found if question is not None)


def waiting(machine: Iterable[MachineClaim], edits: Iterable[Edit]) -> tuple[Claim, ...]:
    """The claims that wait until the edit in whose words they stand is taken back, or somebody accepts them."""
    found = _waiting(machine, standing(edits))
    return tuple(each.claim for group in found.values() for each in group)


def _waiting(
    machine: Iterable[MachineClaim], stand: Sequence[Edit]
) -> dict[int, list[MachineClaim]]:
    """The claims that wait, by the id of the first edit that they wait for."""
    taken = {claim.id for edit in stand for claim in edit.replaced}
    found: dict[int, list[MachineClaim]] = defaultdict(list)
    for each in machine:
        edit = _waits_for(each, stand)
        if edit is not None and each.gone is None and each.claim.id not in taken:
            found[edit.id].append(each)
    return found


def _question(
    edit: Edit,
    answer: Edit | None,
    read: Mapping[str, MachineClaim],
    wait: Mapping[int, Sequence[MachineClaim]],
) -> Question | None:
    last = answer or edit
    seen = tuple(claim for claim in last.replaced if claim.id in read)
    under = [read[claim.id] for claim in edit.replaced if claim.id in read]
    new = [each.claim for each in wait.get(edit.id, ()) if each.reading > last.reading]
    before = {claim.id: essence(claim) for claim in seen}
    changed = any(
        (each.gone is not None and each.gone > last.reading)
        or (each.gone is None and essence(each.claim) != before.get(each.claim.id))
        for each in under
    )
    if not changed and not new:
        return None
    now = tuple(each.claim for each in under if each.gone is None)
    return Question(edit, seen, now, tuple(new))


def essence(claim: Claim) -> Claim:
    """What a claim says and where: without its id, and without what the checks noticed."""
    return replace(claim, id="", findings=())


def lineage_of(claim: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Every row that a claim comes from or goes into, with answers and undo rows, in their order."""
    rows = tuple(edits)
    known, found = {claim}, set[int]()
    while True:
        more = {row.id for row in rows if row.id not in found and _touches(row, known, found)}
        if not more:
            return tuple(row for row in rows if row.id in found)
        found |= more
        known |= {own.id for row in rows if row.id in more for own in (*row.replaced, *row.made)}


def kin(edits: Iterable[Edit]) -> Mapping[str, frozenset[str]]:
    """All other forms of each claim that edits made of it, or it of them, taken back or not, by its id; no claim without any.

    What stood in one claim's place is that claim in another form, and so are further claims in the same place, one after the other. A claim
    that was split, or that several were merged to, is another form of each of these, and these are none of each other. So is what was
    rejected and what somebody added in the same words.
    """
    every = tuple(edits)
    rows = [row for row in every if row.replaced and row.made]
    alike, known = _one_by_one(rows), set[str]()
    below: defaultdict[str, set[str]] = defaultdict(set)
    became = [(one.id, other.id) for row in rows for one, other in product(row.replaced, row.made)]
    for one, other in (*became, *_added_again(every)):
        known |= {one, other}
        below[alike(one)].add(alike(other))
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for claim in known:
        forms[alike(claim)].add(claim)
    found: dict[str, set[str]] = {claim: set(forms[alike(claim)]) for claim in known}
    for head in tuple(forms):
        for under in _reached(head, below):
            for above, made in product(forms[head], forms[under]):
                found[above].add(made)
                found[made].add(above)
    return {claim: frozenset(each - {claim}) for claim, each in found.items()}


def _added_again(edits: Iterable[Edit]) -> Iterator[tuple[str, str]]:
    """Claims that were rejected, each with what somebody added afterwards in words of theirs."""
    rejected: list[Claim] = []
    for row in edits:
        if row.kind is EditKind.REJECT:
            rejected.extend(row.replaced)
        elif row.kind is EditKind.ADD:
            for one, other in product(rejected, row.made):
                if one.document == other.document and one.span.overlaps(other.span):
                    yield one.id, other.id


def _one_by_one(rows: Iterable[Edit]) -> Callable[[str], str]:
    """One name for all claims that took each other's place one by one."""
    name: dict[str, str] = {}

    def of(claim: str) -> str:
        while name.get(claim, claim) != claim:
            claim = name[claim]
        return claim

    for row in rows:
        if len(row.replaced) == len(row.made) == 1:
            name[of(row.made[0].id)] = of(row.replaced[0].id)
    return of


def _reached(head: str, below: Mapping[str, Collection[str]]) -> set[str]:
    found, ahead = set[str](), [head]
    while ahead:
        more = set(below.get(ahead.pop(), ())) - found - {head}
        found |= more
        ahead += more
    return found


def _touches(row: Edit, claims: Collection[str], rows: Collection[int]) -> bool:
    return row.about in rows or any(own.id in claims for own in (*row.replaced, *row.made))


def succession(
    present: Sequence[Claim], gone: Sequence[Claim], found: Sequence[Claim]
) -> Mapping[int, str]:
    """Which of the claims read before a claim read anew is: by its place in ``found``, the id of the earlier one.

    The words decide, not the values: span and kind must be the same. Where several claims stand in the same words, as
    the days of a list do, they are told apart by the spans of their slots, so that a value that is read better stays
    the same claim. What cannot be told apart is a new claim.

    Args:
        present: what the engine read last.
        gone: what it read earlier and not any more; they come back only as they were.
        found: what it reads now.
    """
    heirs: dict[int, str] = {}
    for trait, among in (
        (essence, (*present, *gone)),
        (_name, (*present, *gone)),
        (_anchors, present),
        (_figures, present),
        (_words, present),
    ):
        _match(trait, among, found, heirs)
    return heirs


Trait = Callable[[Claim], Hashable]


def _match(
    trait: Trait, among: Sequence[Claim], found: Sequence[Claim], heirs: dict[int, str]
) -> None:
    """Note whoever is alone with a trait on both sides."""
    taken = set(heirs.values())
    earlier = _by(trait, ((claim.id, claim) for claim in among if claim.id not in taken))
    later = _by(trait, ((place, claim) for place, claim in enumerate(found) if place not in heirs))
    for key, places in later.items():
        ids = earlier.get(key, [])
        if len(ids) == len(places) == 1:
            heirs[int(places[0])] = str(ids[0])


def _by(
    trait: Trait, claims: Iterator[tuple[str, Claim]] | Iterator[tuple[int, Claim]]
) -> dict[Hashable, list[str | int]]:
    groups: dict[Hashable, list[str | int]] = defaultdict(list)
    for name, claim in claims:
        groups[trait(claim)].append(name)
    return groups


def _name(claim: Claim) -> Hashable:
    return claim.id


def _words(claim: Claim) -> Hashable:
    return claim.span, claim.kind


def _figures(claim: Claim) -> Hashable:
    """Words, and where its day and its figures stand."""
    day = None if claim.date is None else claim.date.span
    return claim.span, claim.kind, day, tuple(each.span for each in claim.quantities)


def _anchors(claim: Claim) -> Hashable:
    """Words, and where every slot stands."""
    places = [each.span for each in claim.places]
    parties = [each.span for each in (*claim.actors, *claim.targets)]
    return _figures(claim), tuple(sorted((*places, *parties)))
