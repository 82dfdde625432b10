"""What a tab remembers."""

from __future__ import annotations

from workbench import guided, state


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


def test_what_was_said_of_the_first_steps_holds_in_every_tab_of_the_same_person() -> None:
    """Another person at the browser, or another case, begins anew."""
    kept = guided.written(guided.Guide(shown=False, previewed=True), "هدى", "raqqa")
    as_huda = {"claims_reviewer": "%D9%87%D8%AF%D9%89", **kept}
    assert state.begin(as_huda, {}, "root", "raqqa").guide == guided.Guide(False, True)
    assert state.begin(as_huda, {}, "root", "other").guide == guided.Guide(False, False)
    assert state.begin(kept, {}, "ana", "raqqa").guide == guided.Guide(None, False)
    assert all(name.isascii() for name in kept)


def test_a_tab_writes_only_what_was_said_in_it() -> None:
    """Or it would take back what another tab knows."""
    assert guided.written(guided.Guide(), "ana", "") == {}
    assert len(guided.written(guided.Guide(shown=True), "ana", "")) == 1
