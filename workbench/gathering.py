"""What is gathered from the whole case for the screens that show it at a glance, kept until the case changes.

Incidents hold what a person may see of the words of others, so they are kept for each person by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claims.model import Matrix, Matter, Outcome
from claims.services import Case
from workbench import remembered, state
from workbench.shown import conclusions
from workbench.shown import incidents as shown
from workbench.shown.incidents import Gist


def gists(case: Case, least: int) -> Sequence[Gist]:
    """The incidents that at least so many sources tell of, from the earliest on."""

    def work_out() -> list[Gist]:
        found = [one for one in case.incidents.list() if len(one.accounts) >= least]
        claims = case.claims.several(name for one in found for name in one.claims)
        return [
            shown.gist(one, [claims[name] for name in one.claims if name in claims])
            for one in found
        ]

    with st.spinner(state.current().words("Gathering the incidents …")):
        return remembered.of(case, f"incidents {least} {case.actor}", work_out)


def matrix(case: Case) -> Matrix:
    """Source by date."""
    with st.spinner(state.current().words("Gathering who speaks of which date …")):
        return remembered.of(case, f"matrix {case.actor}", case.incidents.matrix)


def outcomes(case: Case, about: Matter) -> Sequence[Outcome]:
    """What is proposed for each incident or claim and what people said of it: what says more before what says less."""

    def work_out() -> list[Outcome]:
        return sorted(case.verdicts.proposals(about), key=conclusions.weight)

    with st.spinner(state.current().words("Working out what the decisions come to …")):
        return remembered.of(case, f"outcomes {about} {case.actor}", work_out)
