"""Verdicts and report: what each incident and claim comes to, with its trace; the report and the data to take along."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from claims.model import Matter, Outcome, Scale
from claims.services import Case
from workbench import address, gathering, navigation, state, wording
from workbench.shown import conclusions as shown
from workbench.shown import incidents
from workbench.shown.voices import Called
from workbench.views import asking, beginning, listing, outcome, report
from workbench.wording import Words

_BETWEEN = {"ar": "، ", "en": ", "}
_SCALES = {Matter.INCIDENT: Scale.GRADE, Matter.CLAIM: Scale.VERDICT}


def show() -> None:
    """Draw the screen."""
    words, case = state.current().words, state.case()
    if beginning.instead(case, words("Verdicts and report")):
        return
    st.title(words("Verdicts and report"), anchor=False)
    if not address.asked("outcome"):
        report.draw(case, words)
    about = Matter(asking.choice("about", words("About"), shown.MATTERS))
    found = gathering.outcomes(case, about)
    if not found:
        st.info(words("There are no verdicts yet: they follow from decisions on pairs."))
        return
    named = address.asked("outcome")
    one = next((each for each in found if named and each.proposal.id == named), None)
    if one is not None:
        _ways_on(one, found, words)
        outcome.show(case, one, _names(case, about, [one], words)[one.proposal.id], _SCALES[about])
        return
    standing = asking.choice("state", words("State"), {"all": wording.mark("all"), **shown.STATES})
    kept = [each for each in found if standing in {"all", each.state}]
    page = listing.page(kept)
    opened = listing.draw(shown.outcomes(page, _names(case, about, page, words), words), "outcomes")
    if opened:
        navigation.go("verdicts", **address.rest("outcome"), outcome=opened)


def _ways_on(one: Outcome, found: Sequence[Outcome], words: Words) -> None:
    """Back to the list as it was, or on to the next one that nobody has concluded."""
    back, on = st.columns([1, 4])
    if back.button(words("All outcomes")):
        navigation.go("verdicts", **address.rest("outcome"))
    waiting = shown.next_open(one, found)
    if waiting and on.button(words("The next one without a conclusion")):
        navigation.go("verdicts", **{**address.rest(), "outcome": waiting})


def _names(
    case: Case, about: Matter, found: Sequence[Outcome], words: Words
) -> dict[str, tuple[str, str]]:
    """What each is called, and whose word it is."""
    called = Called(gathering.voices(case), words)
    if about is Matter.CLAIM:
        claims = case.claims.several(each.proposal.id for each in found)
        return {name: (one.statement, called(one.speaker.source)) for name, one in claims.items()}
    by_id = {each.incident.id: each for each in gathering.gists(case, 1)}
    gists = [by_id[each.proposal.id] for each in found if each.proposal.id in by_id]
    return {
        each.incident.id: (
            incidents.name(each, words),
            _BETWEEN[words.language].join(called(one.source) for one in each.incident.accounts),
        )
        for each in gists
    }
