"""Documents: take them in by file or by pasting, with a line on each; list them and open one."""

from __future__ import annotations

import streamlit as st

from workbench import address, intake, navigation, state
from workbench.shown import documents as shown
from workbench.views import adding, asking_documents, dating, listing, next_step, undated


def show() -> None:
    """Draw the screen."""
    current = state.current()
    words = current.words
    st.title(words("Documents"), anchor=False)
    empty = not state.case().documents.list(limit=1).items
    adding.draw(busy=current.job is not None, empty=empty)
    intake.progress()
    intake.told()
    if current.notices and not empty:
        _next()
    if empty:
        st.info(words("The case is empty. Add the accounts that you want to hold side by side."))
        return
    if not _saying():
        undated.draw(state.case(), words)
    _list()


def _saying() -> bool:
    """Whether days and publishers are said on the screen."""
    return address.asked("edit") == "1"


def _next() -> None:
    """Where to go once files are in."""
    case, current = state.case(), state.current()
    pairs = case.pairs.count(reviewer=current.reviewer)
    next_step.draw(case.documents.count()[0], pairs, current.words)


def _list() -> None:
    words, case = state.current().words, state.case()
    wanted = asking_documents.of_documents(case)
    st.toggle(
        words("Say day and publisher in the list"),
        help=words(
            "Each row gets fields; beside them stands what the text itself says of its day."
        ),
        **address.field("edit", _saying(), otherwise=False),
    )
    page = max(1, address.number(address.PAGE))
    found, total = case.documents.search(wanted, page=page, size=listing.PAGE)
    if total and not found:
        found, total = case.documents.search(wanted, page=-(-total // listing.PAGE))
    if not total:
        st.info(words("No document fits. Ask for other words, or take a filter away."))
        return
    st.text(words.many("{count} document", "{count} documents", total))
    listing.pages(total)
    if _saying():
        opened = dating.draw(case, found, words)
    else:
        table = shown.listing(found, words, searched=bool(wanted.text.strip()))
        opened = listing.draw(table, "documents")
    if opened:
        navigation.go("reading", document=opened)
