"""A role is given: to whom, which one; asked once more only where nobody could take it back."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from claims.services import TeamRole
from workbench import state
from workbench.plainly import plainly
from workbench.shown import team as shown
from workbench.shown.passage import visible
from workbench.wording import Words, isolate


def draw(words: Words, roles: Mapping[str, TeamRole]) -> None:
    """Draw the form, with the people of the case and their roles."""
    if not roles:
        st.session_state.setdefault("person_name", state.current().reviewer)
        st.session_state.setdefault("person_role", TeamRole.ADMIN)
    with st.form("person"):
        name, role = st.columns(2)
        name.text_input(words("Name"), key="person_name")
        role.selectbox(
            words("Role"),
            list(TeamRole),
            format_func=lambda one: words(shown.ROLES[one]),
            key="person_role",
        )
        asked = st.form_submit_button(words("Name or give this role"), type="primary")
    if made := st.session_state.pop("person_maker", ""):
        st.success(
            words("{who} made this case and is an admin as well.", who=isolate(visible(made)))
        )
    if asked:
        person, given = st.session_state["person_name"].strip(), st.session_state["person_role"]
        if not person:
            st.error(words("Nobody was named. Nothing was changed. Write a name first."))
            return
        mine = roles.get(person) if person == state.current().reviewer else None
        if mine is TeamRole.ADMIN and given is not TeamRole.ADMIN:
            st.warning(
                words(
                    "You would be no admin any more, and only another admin could make you one again. Nothing was changed yet."
                )
            )
            st.button(words("Give it up all the same"), on_click=_put, args=(person, given))
        else:
            with plainly():
                put = state.case().people.put(person, given)
                st.session_state["person_maker"] = put.maker
                st.rerun()


def _put(person: str, role: TeamRole) -> None:
    """What was asked once more about a role; a callback."""
    with plainly():
        state.case().people.put(person, role)
