"""Outcomes on the command line: each line is of its form, and each exit code says what it should."""

from __future__ import annotations

from pathlib import Path

from tests.verdict.test_vocabulary import OWN

from .program import call
from .test_case import accounts, key, valid

__all__ = ["accounts", "key"]


def test_a_proposal_is_shown_confirmed_overridden_and_taken_back(key: str) -> None:
    """For a claim and for an incident; exit code 1 while something waits."""
    call("decide", key, "--relation", "agree")
    name = key.split("~", maxsplit=1)[0]
    found = valid(call("--exit-code", "outcomes", "claim", name, "--json"), "outcome")
    assert (found.code, found.lines[0]["state"]) == (1, "open")
    digest = found.lines[0]["digest"]
    done = valid(call("conclude", "claim", name, "--seen", digest, "--json"), "conclusion")
    assert done.lines[0]["outcome"]["term"] == found.lines[0]["proposed"]
    assert call("outcomes", "claim", name).code == 0
    call("conclude", "claim", name, "--as", "refuted", "--reason", "no")
    shown = call("outcomes", "claim", name, "--language", "ar").out
    assert "مدحوض" in shown
    assert call("conclude", "claim", name, "--as", "refuted").code == 2
    assert call("conclude", "claim", name, "--seen", "0").code == 2
    undone = valid(call("undo", "--of", "conclusions", "--json"), "conclusion")
    assert not undone.lines[0]["overrides"]
    assert call("--exit-code", "outcomes", "incident", "--open").code == 1
    call("conclude", "incident", name)
    assert call("outcomes", "incident", "--open").code == 0


def test_words_are_listed_and_brought(key: str, folder: Path) -> None:
    """Three scales; a file of one's own takes the place of one of them."""
    assert key
    lines = valid(call("vocabulary", "--json"), "vocabulary").lines
    assert [line["id"] for line in lines] == ["airwars/1", "averitec/1", "every-casualty/1"]
    file = folder / "own.toml"
    file.write_text(OWN, "utf-8")
    assert call("vocabulary", "--bring", str(file)).code == 0
    assert "desk/1" in call("vocabulary", "verdict").out
    file.write_bytes(b"\xff")
    assert call("vocabulary", "--bring", str(file)).code == 2


def test_no_code_stands_where_the_vocabulary_lacks_a_word(key: str, folder: Path) -> None:
    """What is proposed has its usual name then, in the list and in the refusal, in the reader's language."""
    (folder / "own.toml").write_text(OWN, "utf-8")
    name = key.split("~", maxsplit=1)[0]
    assert call("vocabulary", "--bring", folder / "own.toml").code == 0
    listed = call("outcomes", "claim", name, "--language", "ar")
    refused = call("conclude", "claim", name, "--language", "ar")
    assert refused.code == 2
    for told in (listed.out, refused.err):
        assert "أدلة غير كافية" in " ".join(told.split())
        assert "not_enough_evidence" not in told
