"""Where no pair comes, the command line says why in one true sentence, and what else waits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claims

from .program import Run, call
from .test_case import accounts, key

__all__ = ["accounts", "key"]

FORMER = "Pairs that are asked no more"
DUE = "Claims came, changed or went since the last comparison"


def _said(*words: str) -> str:
    """What is told on standard error, in one line."""
    done = call(*words)
    assert done.code == 0, done.err
    return " ".join(done.err.split())


def _edit(key: str, folder: Path) -> None:
    """Take the first claim of a pair back, as the screens do."""
    with claims.open(folder / "case.db", actor="ana") as case:
        case.claims.reject(key.split("~", maxsplit=1)[0], "an advertisement")


def test_a_case_without_claims_says_where_pairs_come_from(folder: Path) -> None:
    """There is nothing to compare yet."""
    claims.open(folder / "case.db").close()
    for verb in ("queue", "next"):
        assert "The case has no claims. `claims add`" in _said(verb)


def test_claims_that_were_never_compared_are_told(accounts: Path) -> None:
    """By queue and next, until they are."""
    call("add", accounts)
    for verb in ("queue", "next"):
        said = _said(verb)
        assert "The case has no pairs yet." in said
        assert DUE in said
    call("compare")
    assert _said("queue") == ""


def test_claims_that_no_other_speaks_of_are_told(accounts: Path) -> None:
    """They were compared, and `claims compare` would find nothing more."""
    call("add", accounts / "official.txt")
    call("compare")
    assert _said("queue").startswith("The case has no pairs: no two sources")


def test_who_has_answered_everything_is_told_so(key: str) -> None:
    """And not to compare, or to add."""
    call("decide", key, "--relation", "agree")
    for words in (("queue",), ("next",)):
        assert _said(*words) == "You have answered all pairs: 1."


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("decided", "You have answered none of the pairs that are asked."),
        ("settled", "No pair has the answers of all who are asked."),
        ("disputed", "Nothing is in dispute"),
        ("former", "No pair that is asked no more waits for your answer."),
    ],
)
def test_a_status_without_a_pair_says_what_it_asks_for(key: str, status: str, said: str) -> None:
    """No filter is blamed where none was given."""
    assert key
    assert _said("queue", "--status", status).startswith(said)


def test_a_filter_without_a_pair_is_named(key: str) -> None:
    """Also where other pairs wait."""
    for verb in ("queue", "next"):
        assert "fits the filters" in _said(verb, "--since", "2020-01-01")
    assert "follows this one" in _said("queue", "--after", _after(key))


def _after(key: str) -> str:
    (pair,) = call("queue", "--json").lines
    assert pair["key"] == key
    return str(pair["after"])


def test_what_others_have_in_hand_is_no_pair_of_mine(key: str) -> None:
    """Neither answered nor filtered."""
    call("people", "ana", "--role", "admin", "--by", "ana")
    call("people", "ben", "--role", "reviewer", "--by", "ana")
    assert call("next", "--by", "ben", "--json").lines[0]["key"] == key
    told = _said("next", "--by", "ana")
    assert "is in others' hands" in told
    assert re.search(r"The first of them comes back at \d{4}-\d\d-\d\d \d\d:\d\d UTC", told)


def test_when_pairs_come_back_is_not_told_where_several_answer_blindly(key: str) -> None:
    """A lease that is renewed belongs to a pair that its holder has not answered."""
    call("people", "ana", "--role", "admin", "--by", "ana")
    for name in ("ben", "eve"):
        call("people", name, "--role", "reviewer", "--by", "ana")
    call("policy", "--reviewers", "2", "--by", "ana")
    for name in ("ben", "eve"):
        assert call("next", "--by", name, "--json").lines[0]["key"] == key
    told = _said("next", "--by", "ana")
    assert "is in others' hands" in told
    assert "comes back" not in told


def test_after_an_edit_it_is_said_which_pairs_are_asked_no_more_and_what_can_be_done(
    key: str, folder: Path
) -> None:
    """By queue, next and compare; a comparison is said to be due until it is made, former pairs until they are answered."""
    _edit(key, folder)
    for verb in ("queue", "next"):
        said = _said(verb)
        assert DUE in said
        assert f"{FORMER} (a claim was edited" in said
    compared = _said("compare")
    assert DUE not in compared
    assert FORMER in compared
    refused: Run = call("decide", key, "--relation", "agree")
    assert refused.code == 2
    assert "claims decide --former" in refused.err.replace("\n", " ")
    assert "claims close-former" in refused.err.replace("\n", " ")
    assert call("decide", key, "--relation", "agree", "--former").code == 0
    assert FORMER not in _said("queue")


def test_a_version_that_never_was_is_misuse(key: str) -> None:
    """Nothing was compared anew."""
    refused = call("decide", key, "--relation", "agree", "--seen", "2")
    assert refused.code == 2
    assert "never had a version 2: it is at 1" in refused.err.replace("\n", " ")


def test_verdicts_count_what_the_policy_lacks_whoever_asks(key: str) -> None:
    """A pair with one of two answers lacks one, for those who gave it as for a reader; and one that all answered lacks none."""
    call("people", "boss", "--role", "admin", "--by", "boss")
    for name, role in (("ana", "reviewer"), ("ben", "reviewer"), ("rea", "reader")):
        call("people", name, "--role", role, "--by", "boss")
    assert "long numbers" in _said("policy", "--reviewers", "2", "--by", "boss")
    for name, lacking in (("ana", 1), ("ben", 0)):
        call("decide", key, "--relation", "agree", "--by", name)
        for who in ("ana", "ben", "rea"):
            told = call("--exit-code", "verdicts", "--by", who)
            assert f"pairs that not all 2 who are asked have answered: {lacking}" in told.out
            assert told.code == (1 if lacking else 0)
    call("policy", "--reviewers", "1", "--by", "boss")
    assert "pairs that nobody has answered: 0" in call("verdicts", "--by", "rea").out
