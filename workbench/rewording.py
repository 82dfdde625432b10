"""Changing what a case adds to the lexicons from the fields of its screen; what that touches is read again meanwhile.

The work itself is a `workbench.job.Rereading`: it goes on while the reader looks at another screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from claims.model import CaseParty, CasePlace
from claims.services import Case, ReadAgain, Watch
from workbench import state
from workbench.job import Rereading
from workbench.wording import Words, isolate

_FIELDS: Final = {
    "party": ("party_name", "party_id", "party_aliases"),
    "place": ("place_name", "place_id", "place_within", "place_point", "place_aliases"),
}
"""The fields of text of each form."""


def take(entry: CaseParty | CasePlace | None) -> None:
    """Put an entry into the fields of its form."""
    if entry is None:
        return
    sort = "party" if isinstance(entry, CaseParty) else "place"
    fields: dict[str, object] = {
        "name": entry.name,
        "id": entry.id,
        "aliases": "\n".join(entry.aliases),
    }
    if isinstance(entry, CaseParty):
        fields |= {"kind": entry.kind, "lineage": entry.lineage}
    else:
        point = "" if entry.lat is None else f"{entry.lat}, {entry.lon}"
        fields |= {"within": ", ".join(entry.within), "point": point}
    st.session_state.update({f"{sort}_{name}": value for name, value in fields.items()})


def buttons(sort: str, put: Callable[[], None], words: Words) -> None:
    """Draw the buttons of a form that keep or take out what it holds."""
    busy = state.current().job is not None
    st.caption(
        words(
            "Documents that hold one of its names are read again; what people mended in them stays."
        )
    )
    keep, drop = st.columns(2)
    with keep:
        st.form_submit_button(words("Keep"), type="primary", on_click=put, disabled=busy)
    with drop:
        st.form_submit_button(
            words("Take out what has this id"),
            on_click=remove,
            args=(sort,),
            disabled=busy,
        )


def put_party() -> None:
    """Keep the party in the fields; a callback."""
    entry = CaseParty(
        _said("party_id"),
        _said("party_name"),
        st.session_state["party_kind"],
        st.session_state["party_lineage"],
        _lines("party_aliases"),
    )

    def change(case: Case, watch: Watch) -> ReadAgain:
        known = {one.id: one.within for one in case.wordlist.get().parties}
        kept = replace(entry, within=known.get(entry.id, ()))
        return case.wordlist.put(kept, progress=watch)

    _begin(change, _FIELDS["party"])


def put_place() -> None:
    """Keep the place in the fields; a callback."""
    point = _point(_said("place_point"))
    if point is None:
        _refused(_said("place_point"))
        return
    within = tuple(filter(None, map(str.strip, _said("place_within").replace("،", ",").split(","))))
    entry = CasePlace(
        _said("place_id"), _said("place_name"), _lines("place_aliases"), within, *point
    )
    _begin(lambda case, watch: case.wordlist.put(entry, progress=watch), _FIELDS["place"])


def remove(sort: str) -> None:
    """Take out the entry whose id stands in the fields; a callback."""
    identifier = _said(f"{sort}_id")
    _begin(
        lambda case, watch: case.wordlist.remove(sort, identifier, progress=watch), _FIELDS[sort]
    )


def use_checks() -> None:
    """Do with the checks that are chosen and without the others; a callback."""
    used = set(st.session_state["checks_used"])

    def change(case: Case, watch: Watch) -> ReadAgain:
        report = ReadAgain()
        for one in (each for each in case.wordlist.checks() if each.on != (each.id in used)):
            report += case.wordlist.use_check(one.id, on=one.id in used, progress=watch)
        return report

    _begin(change)


def _said(name: str) -> str:
    return str(st.session_state[name]).strip()


def _lines(name: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, str(st.session_state[name]).splitlines())))


def _point(said: str) -> tuple[float | None, float | None] | None:
    """Latitude and longitude, both None when nothing is said; None when it is no pair of numbers."""
    if not said:
        return None, None
    try:
        lat, lon = (float(part) for part in said.replace("،", ",").split(","))
    except ValueError:
        return None
    return lat, lon


def _refused(point: str) -> None:
    current = state.current()
    told = current.words(
        "“{said}” is no point of the earth. Nothing was changed. Write latitude and longitude in degrees, as 35.95, 39.01.",
        said=isolate(point),
    )
    current.notices = current.wrong = (told,)


def _begin(change: Callable[[Case, Watch], ReadAgain], fields: tuple[str, ...] = ()) -> None:
    """Begin the work, unless another one of this tab runs. A callback.

    ``fields`` are empty from then on, for the next entry; what is refused comes back into them.
    """
    current, case = state.current(), state.case()
    if current.job is None:
        current.notices = current.wrong = ()
        current.when_refused = {name: str(st.session_state[name]) for name in fields}
        st.session_state.update(dict.fromkeys(fields, ""))
        current.job = Rereading(case, lambda watch: change(case, watch), current.words)
