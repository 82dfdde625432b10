"""What a tab remembers."""

from __future__ import annotations

from workbench import state


def test_a_tab_begins_with_its_cookies() -> None:
    """Language and name of the person at this browser."""
    begun = state.begin(
        {"claims_language": "ar", "claims_reviewer": "%D9%87%D8%AF%D9%89"}, {}, "root"
    )
    assert (begun.words.language, begun.reviewer) == ("ar", "هدى")


def test_without_cookies_the_browser_and_the_settings_decide() -> None:
    """Decisions are never without a name."""
    begun = state.begin({}, {"Accept-Language": "en"}, "ana")
    assert (begun.words.language, begun.reviewer) == ("en", "ana")
    assert begun.flush is None
    assert begun.settled.acknowledged == {}
