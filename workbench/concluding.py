"""What a person concludes on the screen: the proposal that was shown is confirmed, or other words are chosen and why.

What was shown comes along, so that nobody confirms what they have not seen.
"""

from __future__ import annotations

import uuid
from typing import Final

import streamlit as st

from claims.model import Outcome
from claims.services import ClaimsError
from workbench import state
from workbench.shown.errors import explain

_TOLD: Final = "concluded"


def key(name: str, found: Outcome) -> str:
    """Under which key the session knows a field of this outcome: what was chosen for one is never taken for the next."""
    return f"conclusion_{name} {found.proposal.id}"


def conclude(found: Outcome) -> None:
    """Store what the fields say of this proposal; a callback."""
    words, proposal = state.current().words, found.proposal
    chosen = str(st.session_state[key("term", found)] or "")
    reason = str(st.session_state[key("reason", found)])
    way = str(st.session_state.get(key("resolution", found)) or "")
    if proposal.parted and not way:
        st.session_state[_TOLD] = (
            False,
            words(
                "Nothing was recorded yet, for the accounts contradict each other. Choose one of the ways under “How the disagreement was resolved”, then conclude."
            ),
        )
        return
    verdicts = state.case().verdicts
    said = {"reason": reason, "resolution": way, "seen": proposal.digest, "token": uuid.uuid4().hex}
    try:
        if found.proposed is not None and chosen == found.proposed.id:
            verdicts.confirm(proposal.matter, proposal.id, **said)
        else:
            verdicts.override(proposal.matter, proposal.id, chosen, **said)
    except ClaimsError as error:
        st.session_state[_TOLD] = (False, explain(error, words))
        return
    st.session_state[key("reason", found)] = ""
    st.session_state[_TOLD] = (True, words("Recorded. It can be taken back."))


def undo() -> None:
    """Take back the person's newest conclusion; a callback."""
    words = state.current().words
    try:
        taken = state.case().verdicts.undo(token=uuid.uuid4().hex)
    except ClaimsError as error:
        st.session_state[_TOLD] = (False, explain(error, words))
        return
    told = words("Your newest conclusion is taken back.") if taken else words("Nothing to undo.")
    st.session_state[_TOLD] = (True, told)


def tell() -> None:
    """Say once what became of the last step."""
    fine, told = st.session_state.pop(_TOLD, (True, ""))
    if told:
        (st.success if fine else st.error)(told)
