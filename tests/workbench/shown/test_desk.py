"""The keys and labels of the compare screen."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from types import ModuleType

import pytest

from workbench import wording
from workbench.shown import (
    dating,
    desk,
    dispute,
    drawing,
    incident,
    keys,
    matrix,
    mending,
)

COMPONENT = files("workbench.components") / "compare"
SCRIPTS = {
    entry.name: entry.read_text("utf-8")
    for entry in COMPONENT.iterdir()
    if entry.name.endswith(".js")
}


@pytest.mark.parametrize("screen", [dating, desk, dispute, drawing, incident, matrix, mending])
def test_no_key_is_bound_twice(screen: ModuleType) -> None:
    """One place on the keyboard does one thing, on every screen that has keys of its own."""
    assert max(Counter(key.code for key in screen.KEYS).values()) == 1
    assert max(Counter(key.name for key in screen.KEYS).values()) == 1


def test_no_screen_with_keys_is_left_out() -> None:
    """Every module that lists keys is asked above."""
    found = {
        entry.name.removesuffix(".py")
        for entry in files("workbench.shown").iterdir()
        if entry.name.endswith(".py") and "\nKEYS: " in entry.read_text("utf-8")
    }
    assert found == {"dating", "desk", "dispute", "drawing", "incident", "matrix", "mending"}


def test_every_key_has_an_action_and_every_action_a_key() -> None:
    """The list on the screen and the code of the component name the same things."""
    table = SCRIPTS["keys.js"].split("const ACTIONS = {")[1].split("\n};")[0]
    actions = re.findall(r"^  (\w+)[:,]", table, re.MULTILINE)
    assert set(actions) == {key.name for key in desk.KEYS}


def test_every_label_that_the_component_asks_for_is_given() -> None:
    """No *undefined* on the screen."""
    given = desk.labels(wording.of("en"))
    asked = set().union(*(re.findall(r"labels\.(\w+)", text) for text in SCRIPTS.values()))
    assert asked <= set(given), asked - set(given)


def test_an_arabic_reader_sees_the_letter_of_an_arabic_keyboard() -> None:
    """The key cap shows both letters, since keys go by their place."""
    agree = next(key for key in desk.KEYS if key.name == "agree")
    assert keys.cap(agree, wording.of("ar")) == "A ش"
    assert keys.cap(agree, wording.of("en")) == "A"
