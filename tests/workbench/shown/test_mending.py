"""The keys and labels of the reading screen."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

from claims.model import EditKind, Question
from claims.services import Refused
from tests.factories import a_claim
from tests.workbench.shown.test_documents import an_edit
from workbench import wording
from workbench.mending import Done
from workbench.shown import mending

EN = wording.of("en")
SCRIPTS = {
    entry.name: entry.read_text("utf-8")
    for entry in (files("workbench.components") / "reading").iterdir()
    if entry.name.endswith(".js")
}


def test_no_key_is_bound_twice() -> None:
    """One place on the keyboard does one thing."""
    assert max(Counter(key.code for key in mending.KEYS).values()) == 1
    assert max(Counter(key.name for key in mending.KEYS).values()) == 1


def test_every_key_has_an_action_and_every_action_a_key() -> None:
    """The list on the screen and the code of the component name the same things."""
    script = SCRIPTS["asking.js"]
    table = script.split("const ACTIONS = {")[1].split("\n};")[0]
    actions = set(re.findall(r"^  (\w+)[:,]", table, re.MULTILINE))
    assert {key.name for key in mending.KEYS} == actions | set(mending.labels(EN)["parts"])  # type: ignore[call-overload]


def test_every_label_that_the_component_asks_for_is_given() -> None:
    """No *undefined* on the screen."""
    asked = set().union(*(re.findall(r"labels\.(\w+)", text) for text in SCRIPTS.values()))
    assert asked <= set(mending.labels(EN)), asked - set(mending.labels(EN))


def test_the_answer_says_what_was_done_or_why_not() -> None:
    """With the token that the component waits for."""
    fine = mending.answer(Done("t", EditKind.SPLIT, "d"), "d", EN)
    assert fine == {"token": "t", "error": "", "said": "The claim was split."}
    elsewhere = mending.answer(Done("t", EditKind.UNDO, "other"), "d", EN)
    assert "another document" in elsewhere["said"]
    error = Refused("Two are needed.", next_step="Mark another part.")
    refused = mending.answer(Done("t", None, "d", "", error), "d", EN)
    assert "Nothing was changed" in refused["error"]
    assert "Mark another part." in refused["error"]


def test_a_question_of_a_newer_engine_tells_the_edit_and_the_new_claims() -> None:
    """Both answers can be given beside it."""
    claim = a_claim("Coalition aircraft struck Raqqa")
    question = Question(an_edit(EditKind.REJECT, by="ana"), (), (), (claim,))
    (asked,) = mending.asked([question], EN)
    assert "rejected by \u2068ana\u2069" in asked["told"]
    assert asked["new"] == [{"id": claim.id, "name": claim.statement}]
