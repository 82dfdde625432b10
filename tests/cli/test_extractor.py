"""A language model behind the commands, in the place of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.services import open_case
from tests.services.language_model.stand_in import (
    Reply,
    StandIn,
    a_proposal,
    completion,
    proposing,
    serving,
)

from .program import call

TEXT = "A strike killed 21 people in Raqqa on 3 May 2019."
KILLED = a_proposal(
    "A strike killed 21 people in Raqqa",
    kind="casualties",
    places=["Raqqa"],
    figures=[{"words": "21 people", "low": 21, "high": 21}],
)
ON = ("--extractor", "language-model")


@pytest.fixture(autouse=True)
def _account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with one account, its text long enough for the rules to read more than the model proposes."""
    monkeypatch.chdir(tmp_path)
    Path("account.txt").write_text(TEXT, "utf-8")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """A model that proposes one claim, named in the environment but not switched on."""
    monkeypatch.setenv("CLAIMS_LM_MODEL", "stand-in")
    monkeypatch.setenv("CLAIMS_LM_KEY", "sk-secret")
    monkeypatch.setenv("CLAIMS_LM_CACHE", str(tmp_path / "answers"))
    monkeypatch.setenv("CLAIMS_LM_TRIES", "1")
    with serving(proposing(KILLED)) as running:
        monkeypatch.setenv("CLAIMS_LM_ENDPOINT", running.url)
        yield running


def test_the_rules_read_unless_said_otherwise(server: StandIn) -> None:
    """A server that is named is not asked."""
    done = call("extract", "account.txt", "--json")
    assert done.lines
    assert server.asked == []


def test_claims_of_a_model_come_out_like_any_others(server: StandIn) -> None:
    """In the same form; what is sent and what it cost is told beside them."""
    done = call("extract", "account.txt", "--json", *ON)
    assert [line["quote"] for line in done.lines] == [KILLED["quote"]]
    before, after = (line for line in done.err.splitlines() if "stand-in" in line)
    assert "tokens to send, each asked once: at most" in before
    assert "tokens sent: 1,000" in after
    assert "sk-secret" not in done.out + done.err
    assert len(server.asked) == 1


def test_the_setting_switches_it_on_as_well(
    server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the option switches it off again."""
    monkeypatch.setenv("CLAIMS_EXTRACTOR", "language-model")
    assert len(call("compare", "account.txt").err.splitlines()) >= 2
    assert len(server.asked) == 1
    call("extract", "account.txt", "--extractor", "rules")
    assert len(server.asked) == 1


def test_an_estimate_sends_nothing(server: StandIn) -> None:
    """It tells of each file and of all, and knows what is at hand."""
    done = call("extract", "account.txt", "account.txt", "--estimate")
    assert (done.code, done.out, server.asked) == (0, "", [])
    assert "requests: 1 (answers at hand: 0)" in done.err
    assert "in all: requests: 2" in done.err
    call("extract", "account.txt", *ON)
    assert (
        "in all: requests: 0 (answers at hand: 1)"
        in call("extract", "account.txt", "--estimate").err
    )


def test_a_case_takes_in_what_a_model_read_and_records_who(server: StandIn) -> None:
    """The record names the model and the version of what it was asked."""
    done = call("add", "account.txt", *ON)
    assert "claims: 1, problems: 0" in done.out
    assert "tokens sent: 1,000" in done.err
    with open_case("case.db") as case:
        assert [claim.quote for claim in case.claims.list().items] == [KILLED["quote"]]
    dumped = call("dump").out
    assert "language-model stand-in claims/" in dumped
    assert "sk-secret" not in dumped
    assert len(server.asked) == 1


def test_a_file_that_the_case_holds_is_not_sent(server: StandIn) -> None:
    """It costs nothing to name it again."""
    call("add", "account.txt", *ON)
    done = call("add", "account.txt", *ON)
    assert "already there: 1" in done.out
    assert len(server.asked) == 1


@pytest.mark.parametrize("reply", [Reply(401), Reply(500), completion("no JSON")])
def test_without_an_answer_nothing_is_added(server: StandIn, reply: Reply) -> None:
    """A document is not stored as one that claims nothing; the message says what to do."""
    server.replies[:] = [reply]
    done = call("add", "account.txt", *ON)
    assert done.code == 2
    assert "error: " in done.err
    assert "sk-secret" not in done.err
    assert not Path("case.db").exists()


def test_switched_on_without_a_server_is_wrong_use() -> None:
    """Told before any file is read."""
    for words in (("extract", "account.txt"), ("add", "account.txt")):
        done = call(*words, *ON)
        assert done.code == 2
        assert "CLAIMS_LM_ENDPOINT" in done.err
        assert not Path("case.db").exists()


def test_the_key_is_masked_where_settings_are_shown(server: StandIn) -> None:
    """As every secret is."""
    shown = call("config").out
    assert server.url in shown
    assert "sk-secret" not in shown
    assert "********" in shown
