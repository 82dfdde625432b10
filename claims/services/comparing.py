"""One run of the comparison: what is new is read, held against what was kept of all others, and written down.

What was compared is kept in the case, so that a run in another process, or after a restart, compares no more than what
came or changed since the last one. A run over all claims is made where nothing is kept, or by another program.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeAlias

from claims.model import Claim, Comparison, PairKey
from claims.review.order import rank
from claims.review.roles import Action
from claims.services.desk import Desk
from claims.services.policy import reviewers_of
from claims.services.rounds import ended
from claims.services.stages import Comparing, Standing
from claims.store import claims, facets, lifting, pairing, tallies, traits
from claims.store.engine import Reader
from claims.store.pairing import Changes, How
from claims.store.writer import Writer

Watching: TypeAlias = Callable[[int, int], None] | None


@dataclass(frozen=True, slots=True)
class Base:
    """What a run builds on; when it is another one by the time of writing, the run is made again.

    Attributes:
        present: the present claims with their revisions.
        run: number of the last run.
        doubted: claims whose pairs were changed since by something else.
    """

    present: dict[str, int]
    run: int
    doubted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found.

    Attributes:
        base: what it builds on.
        found: comparisons of the suggested pairs among those that it looked at.
        after: the claims as they stand now; None when nothing is kept of them.
        whole: whether it looked at all pairs.
        away: claims that came, changed or went.
        parted: pairs of other claims that meet no longer.
        around: the present claims of all documents in which one came, changed or went.
        documents: these documents.
        apart: what both sides say now in pairs of changed claims that are suggested no longer.
    """

    base: Base
    found: tuple[Comparison, ...]
    after: Standing | None = None
    whole: bool = True
    away: tuple[str, ...] = ()
    parted: tuple[PairKey, ...] = ()
    around: tuple[Claim, ...] = ()
    documents: tuple[str, ...] = ()
    apart: tuple[Comparison, ...] = ()


def run(desk: Desk, watch: Watching, *, afresh: bool = False) -> Run:
    """Compare what is new; all claims with ``afresh``, or where the stages remember nothing."""
    comparing = desk.stages.comparing
    if comparing is not None:
        return _updated(desk, comparing, watch, afresh=afresh)
    with desk.reading(action=Action.COMPARE) as connection:
        base, every = base_of(connection), claims.all_live(connection)
    return Run(base, desk.stages.compare_all(every, progress=watch))


def base_of(connection: Reader) -> Base:
    """What a run would build on now."""
    present, doubted = claims.present(connection), traits.doubted(connection)
    return Base(present, traits.run_of(connection), doubted)


def _updated(desk: Desk, comparing: Comparing, watch: Watching, *, afresh: bool) -> Run:
    remembered = desk.remembered
    with remembered.lock, desk.reading(action=Action.COMPARE) as connection:
        base = base_of(connection)
        if remembered.standing is None or remembered.run != base.run:
            kept = traits.kept(connection, comparing.engine())
            remembered.run = base.run
            remembered.revisions = {} if kept is None else kept.revisions
            remembered.standing = None if kept is None else comparing.standing(kept.parts)
        known = {} if afresh else remembered.revisions
        before = None if afresh else remembered.standing
        new = {
            name
            for name, revision in base.present.items()
            if known.get(name) != revision or name in base.doubted
        }
        gone = [name for name in known if name not in base.present]
        documents = claims.documents_of(connection, [*new, *gone])
        around = claims.of_documents(connection, documents)
        step = (before or comparing.standing(())).changed(
            [claim for claim in around if claim.id in new], gone
        )
        sides = {claim.id: claim for claim in around}
        stored = pairing.keys_of(connection, None if before is None else sorted(new))
        earlier = _standing(stored, base.present)
        every = chain(step.met, earlier)
        missing = {side for key in every for side in (key.left, key.right)} - sides.keys()
        sides |= {claim.id: claim for claim in claims.several(connection, sorted(missing))}
    found = comparing.compare(sides, step.met, progress=watch)
    suggested = {each.key for each in found}
    apart = comparing.compare_apart(sides, [key for key in earlier if key not in suggested])
    away = tuple(sorted({*new, *gone}))
    whole = before is None
    return Run(base, found, step.after, whole, away, step.parted, around, documents, apart)


def _standing(keys: Iterable[PairKey], present: Collection[str]) -> tuple[PairKey, ...]:
    """Those of these pairs whose sides both stand."""
    both = (key for key in keys if key.left in present and key.right in present)
    return tuple(sorted(both, key=str))


class Written(NamedTuple):
    """What a run changed.

    Attributes:
        changes: among the pairs.
        run: its number, None when nothing is kept of it.
    """

    changes: Changes
    run: int | None


def write(writer: Writer, desk: Desk, made: Run) -> Written:
    """Write down what a run found, and what is to be kept of it."""
    connection, at = writer.connection, desk.now()
    reviewers = reviewers_of(connection)
    how = How(rank, partial(ended, connection), at)
    if made.whole:
        changes = pairing.replace(writer, made.found, how, made.apart)
        lifting.rebuild(connection, reviewers)
        facets.rebuild(connection)
        traits.forget(writer, recorded=True)
    else:
        keys = [one.key for one in made.found]
        touched = pairing.sides(connection, made.away, [*keys, *made.parted])
        with lifting.in_order(connection, reviewers, touched, keys):
            changes = pairing.revise(
                writer, made.found, how, away=made.away, parted=made.parted, apart=made.apart
            )
        away = set(made.away)
        facets.revise(connection, made.away, (one for one in made.around if one.id in away))
    tallies.rebuild(connection)
    return Written(changes, _keep(writer, desk, made))


def _keep(writer: Writer, desk: Desk, made: Run) -> int | None:
    comparing = desk.stages.comparing
    if comparing is None or made.after is None or not made.documents:
        return None
    parts = made.after.parts(made.around)
    revisions: dict[str, dict[str, int]] = {name: {} for name in made.documents}
    for claim in made.around:
        revisions[claim.document][claim.id] = made.base.present[claim.id]
    traits.settle_doubts(writer)
    return traits.keep(
        writer,
        comparing.engine(),
        {name: (revisions[name], parts.get(name, b"")) for name in made.documents},
    )


def remember(desk: Desk, made: Run, written: Written) -> None:
    """What was written is what the next run here builds on."""
    remembered = desk.remembered
    with remembered.lock:
        if written.run is not None:
            remembered.standing, remembered.revisions = made.after, made.base.present
            remembered.run = written.run
