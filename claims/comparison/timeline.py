"""The incidents of a case in the order of their days, each with how its sources stand to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claims.comparison.matrix import relations
from claims.model import Comparison, Incident, SameEvent, Timeline, TimelineEntry


def timeline(incidents: Iterable[Incident], comparisons: Iterable[Comparison]) -> Timeline:
    """Incidents by their days.

    Args:
        incidents: those of a case, from the earliest on.
        comparisons: the suggested pairs of the case, or what was decided of them.
    """
    every = tuple(incidents)
    of = {claim: one.id for one in every for claim in one.claims}
    within: defaultdict[str, list[Comparison]] = defaultdict(list)
    for each in comparisons:
        name = of.get(each.key.left)
        if name is not None and name == of.get(each.key.right):
            within[name].append(each)
    entries = [_entry(one, within.get(one.id, ())) for one in every]
    return Timeline(
        tuple(each for each in entries if each.incident.first or each.incident.last),
        tuple(each for each in entries if not (each.incident.first or each.incident.last)),
    )


def _entry(incident: Incident, known: Iterable[Comparison]) -> TimelineEntry:
    state, parted = relations(each for each in known if each.same_event is not SameEvent.NO)
    return TimelineEntry(incident, state, parted)
