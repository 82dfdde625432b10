"""What is gathered from the whole case for the screens that show it at a glance, kept until the case changes.

Incidents hold what a person may see of the words of others, so they are shared by those to whom claims are grouped in the same way; who speaks of
which date, and what is proposed, is the same for everybody who may read the case; of conclusions each sees their own and what everybody
may, which the state of the case that they see tells apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from claims.model import Claim, Incident, Matrix, Matter, Outcome
from claims.services import Case
from workbench import aside, remembered, state
from workbench.shown import conclusions
from workbench.shown import incidents as shown
from workbench.shown.incidents import Gist
from workbench.shown.voices import Voices


def gists(case: Case, least: int, *, stay: bool = False) -> Sequence[Gist]:
    """The incidents that at least so many sources tell of, from the earliest on; ``stay`` as in `aside.gathered`."""
    said = state.current().words("Gathering the incidents …")
    return aside.gathered(case, f"incidents {least}", lambda: _gists(case, least), said, stay=stay)


def _gists(case: Case, least: int) -> Sequence[Gist]:
    as_of = case.audit.state()
    found, claims = case.incidents.list(), case.incidents.claims()

    def work_out() -> list[Gist]:
        known = remembered.last(case, "gists", dict[str, _Told])
        wanted = [one for one in found if len(one.accounts) >= least]
        return [_gist(one, claims, known) for one in wanted]

    return remembered.of(case, f"incidents {least} {_grouped(found)}", work_out, as_of=as_of)


_Told = tuple[tuple[Claim, ...], Gist]
"""A gist with the claims that it is of."""


def _gist(one: Incident, claims: Mapping[str, Claim], known: dict[str, _Told]) -> Gist:
    """The gist of an incident: the known one where neither it nor what its claims say has changed."""
    own = tuple(claims[name] for name in one.claims if name in claims)
    told = known.get(one.id)
    if told is None or told[1].incident != one or told[0] != own:
        told = known[one.id] = own, shown.gist(one, own)
    return told[1]


def _grouped(incidents: Iterable[Incident]) -> str:
    """The same text for the same claims grouped in the same way: all else of an incident follows from the case."""
    groups = "\n".join(" ".join(one.claims) for one in incidents)
    return sha256(groups.encode()).hexdigest()


def matrix(case: Case) -> Matrix:
    """Source by date."""

    def make() -> Matrix:
        return remembered.of(case, "matrix", case.incidents.matrix)

    said = state.current().words("Gathering who speaks of which date …")
    return aside.gathered(case, "matrix", make, said)


def voices(case: Case) -> Voices:
    """What sources are called of which nobody has said who they are."""
    return remembered.of(case, "voices", case.verdicts.voices)


def outcomes(case: Case, about: Matter) -> Sequence[Outcome]:
    """What is proposed for each incident or claim and what people said of it: what says more before what says less."""

    def work_out() -> list[Outcome]:
        return sorted(case.verdicts.proposals(about), key=conclusions.weight)

    def make() -> Sequence[Outcome]:
        return remembered.of(case, f"outcomes {about}", work_out)

    said = state.current().words("Working out what the decisions come to …")
    return aside.gathered(case, f"outcomes {about}", make, said)
