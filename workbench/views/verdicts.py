"""Verdicts and report: each claim's outcome with its trace; the report to look at and to take along."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from claims.model import Claim, Verdict, VerdictLabel
from claims.services import Case
from workbench import components, navigation, remembered, state, wording
from workbench.shown import names, outcomes
from workbench.views import listing


def show() -> None:
    """Draw the screen."""
    words, case = state.current().words, state.case()
    st.title(words("Verdicts and report"))
    _report()
    found = remembered.of(case, "verdicts", lambda: outcomes.by_weight(case.verdicts.compute()))
    if not found:
        st.info(words("There are no verdicts yet: they follow from decisions on pairs."))
        return
    chosen = st.pills(
        words("Verdict"),
        list(VerdictLabel),
        format_func=lambda label: f"{names.VERDICT_SIGNS[label]} {words(names.VERDICTS[label])}",
        key="verdict_labels",
        selection_mode="multi",
    )
    kept = [verdict for verdict in found if not chosen or verdict.label in chosen]
    shown = listing.page(kept)
    claims = _claims(case, shown)
    opened = listing.draw(outcomes.verdicts(shown, claims, words), "verdicts")
    if opened:
        navigation.go("reading", document=claims[opened].document, claim=opened)


def _claims(case: Case, verdicts: Sequence[Verdict]) -> dict[str, Claim]:
    return {verdict.claim: case.claims.get(verdict.claim) for verdict in verdicts}


def _report() -> None:
    words = state.current().words
    language, save, look = st.columns([2, 2, 5], vertical_alignment="bottom")
    chosen = language.radio(
        words("Language of the report"),
        list(wording.LANGUAGES),
        format_func=wording.AUTONYMS.__getitem__,
        index=wording.LANGUAGES.index(words.language),
        horizontal=True,
        key="report_language",
    )
    save.download_button(
        words("Download the report"),
        data=lambda: _written(chosen),
        file_name=f"report-{chosen}.html",
        mime="text/html",
        on_click="ignore",
        type="primary",
    )
    if look.toggle(words("Preview"), key="preview"):
        components.renderer("preview")(
            key=f"preview-{chosen}",
            data={"html": _written(chosen).decode(), "title": words("Report")},
        )


def _written(language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return state.case().report.write(Path(folder) / "report.html", language).read_bytes()
