"""``claims merge``, ``split``, ``groupings`` and ``undo --of groupings``: each line is of its form, each exit code true."""

from __future__ import annotations

from .program import call
from .test_case import accounts, key, valid

__all__ = ["accounts", "key"]


def _several() -> int:
    """How many incidents two sources tell of."""
    return len(call("incidents", "--sources", "2", "--json").lines)


def test_an_incident_is_split_merged_and_the_newest_word_taken_back(key: str) -> None:
    """Each is a row of its own, and the incidents follow it."""
    left, right = key.split("~")
    done = valid(call("split", left, right, "--reason", "two raids", "--json"), "grouping")
    assert done.code == 0
    assert done.lines[0]["said"] == {
        "kind": "split",
        "parts": [[right], [left]],
        "reason": "two raids",
    }
    assert _several() == 0
    merged = valid(call("merge", left, right, "--by", "ben", "--json"), "grouping").lines[0]
    assert (merged["said"]["kind"], merged["by"]) == ("merge", "ben")
    assert _several() == 1
    back = valid(call("undo", "--of", "groupings", "--by", "ben", "--json"), "grouping").lines[0]
    assert (back["said"], back["undoes"]) == (None, merged["id"])
    assert _several() == 0


def test_every_word_is_kept_with_who_said_it_and_whether_it_stands(key: str) -> None:
    """Of the case, and of one incident; the one that was taken back says so."""
    left, right = key.split("~")
    call("split", left, right, "--reason", "two raids")
    call("undo", "--of", "groupings")
    found = valid(call("groupings", "--json"), "grouping")
    assert [(line["said"] is None, line["live"]) for line in found.lines] == [
        (False, False),
        (True, True),
    ]
    assert valid(call("groupings", left, "--json"), "grouping").lines == found.lines
    shown = call("groupings").out
    assert f"1  split (taken back)  {right} | {left}" in shown
    assert "two raids" in shown
    assert "takes back 1" in shown
    assert shown.endswith("groupings: 2\n")


def test_what_cannot_be_meant_is_refused_and_nothing_recorded(key: str) -> None:
    """One incident alone, all its claims, a name that nothing has, nothing to undo."""
    left, right = key.split("~")
    refused = (
        ("merge", left, right),
        ("split", left, left, right),
        ("split", left, "nothing"),
        ("merge", left, "nothing"),
        ("groupings", "nothing"),
        ("undo", "--of", "groupings"),
    )
    for words in refused:
        found = call(*words)
        assert (found.code, found.out) == (2, ""), words
        assert "error: " in found.err
    assert call("groupings", "--json").lines == []


def test_a_reader_changes_nothing(key: str) -> None:
    """The role is checked for whoever is named with --by."""
    left, right = key.split("~")
    call("people", "ana", "--role", "admin", "--by", "ana")
    call("people", "rita", "--role", "reader", "--by", "ana")
    assert call("split", left, right, "--by", "rita").code == 2
    assert call("split", left, right, "--by", "ana").code == 0


def test_another_s_word_waits_until_all_have_answered(key: str) -> None:
    """While answers are missing, it is printed to whoever said it alone."""
    left, right = key.split("~")
    call("policy", "--reviewers", "2")
    call("split", left, right, "--by", "ben")
    assert len(call("groupings", "--by", "ben", "--json").lines) == 1
    assert call("groupings", "--by", "eve", "--json").lines == []
