"""What opens within a view or over it by a key is as free of barriers as the view itself."""

from __future__ import annotations

from typing import Final, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import address
from tests.browser.conftest import NewVisit
from tests.browser.served import Served
from tests.browser.test_screens import barriers

_PAIR: Final = ".compare:not([data-key=''])"
_LIST: Final = "dialog[open]"
OPENED: Final = (
    ("compare", _PAIR, ("KeyC",), ".ask"),
    ("compare", _PAIR, ("KeyM",), ".rest"),
    ("compare", _PAIR, ("KeyV",), ".compare.opened"),
    ("compare", _PAIR, ("Shift+Slash",), _LIST),
    ("reading", ".claim", ("KeyJ",), ".detail .acts"),
    ("reading", ".claim", ("KeyJ", "Digit1"), ".detail form"),
    ("reading", ".claim", ("KeyJ", "Digit4"), ".detail form"),
    ("reading", ".claim", ("KeyJ", "Digit0"), ".detail form"),
    ("reading", ".claim", ("KeyJ", "KeyX"), ".detail form"),
    ("reading", ".claim", ("Shift+Slash",), _LIST),
    ("incident", ".incident .claims input", ("Space", "KeyS"), ".group form"),
    ("incident", ".incident .claims input", ("KeyM",), ".group form"),
    ("matrix", ".matrix table", ("Shift+Slash",), _LIST),
    ("timeline", ".drawing", ("Shift+Slash",), _LIST),
    ("documents", ".person button", ("Shift+Slash",), _LIST),
)
"""A view, what stands on it when it is drawn, the keys that are pressed, and what they open."""


@pytest.mark.parametrize(("language", "light"), [("ar", "dark"), ("en", "light")])
def test_forms_and_lists_of_keys_are_without_barriers(
    seeds: Served, visit: NewVisit, language: str, light: Literal["dark", "light"]
) -> None:
    """In both languages, once in the dark."""
    window = visit(seeds, language)
    window.page.emulate_media(color_scheme=light)
    for view, drawn, keys, opened in OPENED:
        page = window.open(*address(view, seeds.case))
        page.locator(drawn).first.wait_for()
        if keys[0] == "Space":
            page.locator(drawn).first.focus()
        for key in keys:
            page.keyboard.press(key)
            if key == "KeyJ":
                page.locator(".detail .acts").wait_for()
        expect(page.locator(opened).first).to_be_visible()
        page.wait_for_timeout(200)
        assert barriers(page) == {}, (view, keys)
