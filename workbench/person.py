"""Language and name of the person at the browser; both are kept in cookies there."""

from __future__ import annotations

from workbench import components, frame, state, wording


def switch() -> None:
    """Buttons that change the language."""
    _form("switch", reviewer=None)


def form() -> None:
    """Language and name."""
    _form("person", reviewer=state.current().reviewer)


def _form(key: str, reviewer: str | None) -> None:
    words = state.current().words
    components.renderer("person")(
        key=key,
        data={
            "language": words.language,
            "languages": [
                {"id": language, "name": name} for language, name in wording.AUTONYMS.items()
            ],
            "languageCookie": frame.LANGUAGE_COOKIE,
            "reviewer": reviewer,
            "reviewerCookie": frame.REVIEWER_COOKIE,
            "labels": {
                "language": words("Language"),
                "reviewer": words("Your name as reviewer"),
                "save": words("Save"),
            },
        },
    )
