"""Language and name of the person at the browser, kept in cookies there, and the case that the page is about."""

from __future__ import annotations

from claims.services import ClaimsError
from workbench import (
    components,
    context,
    frame,
    guided,
    navigation,
    outbox,
    shelved,
    state,
    wording,
)
from workbench.shown import keys


def switch() -> None:
    """The name of the case, and buttons that change the language; goes to the beginning of the screen when asked to."""
    if _form("switch", reviewer=None, case=_about()):
        navigation.go(state.current().screen or "overview")


def form() -> None:
    """Language and name."""
    _form("person", reviewer=state.current().reviewer, case=None)


def _about() -> dict[str, object]:
    """What keeps the page in its case, see ``components/person/case.js``; ``leave`` is where it goes on, in another one."""
    current = state.current()
    return {
        "key": shelved.CASE,
        "name": current.case,
        "settings": shelved.address(current.case, "settings") if current.case else "/settings",
        "compare": shelved.address(current.case, "compare"),
        "mark": _mark(current.case),
        "there": context.shelf().holds(current.case),
        "cookie": shelved.COOKIE,
        "most": shelved.MOST,
        "leave": shelved.address(current.opened) if current.opened else "",
    }


def _mark(name: str) -> str:
    """What decisions of this case are filed under in the browser; "" of one that cannot be opened."""
    try:
        return outbox.mark_of(context.case(name))
    except ClaimsError:
        return ""


def _form(key: str, reviewer: str | None, case: dict[str, object] | None) -> bool:
    """Draw it; whether it is asked to lead to the beginning of the screen."""
    current, words = state.current(), state.current().words
    result = components.renderer("person")(
        key=key,
        on_home_change=lambda: None,
        data={
            "language": words.language,
            "languages": [
                {"id": language, "name": name} for language, name in wording.AUTONYMS.items()
            ],
            "languageCookie": frame.LANGUAGE_COOKIE,
            "reviewer": reviewer,
            "me": current.reviewer,
            "case": case,
            "reviewerCookie": frame.REVIEWER_COOKIE,
            "kept": guided.written(current.guide, current.reviewer, current.case),
            "labels": {
                "case": words("Case:"),
                "me": words("Reviewer:"),
                "language": words("Language"),
                "reviewer": words("Your name as reviewer"),
                "save": words("Save"),
                "unsent": words("Decided, and only in this browser so far:"),
                "sendThem": words("Open Compare, which stores it"),
                **keys.everywhere(words),
            },
        },
    )
    return bool(result.home)
