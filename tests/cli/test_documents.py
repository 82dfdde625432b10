"""Documents of a case are found and described from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import call
from tests.cli.test_case import valid

ACCOUNT = "قصف طيران التحالف الدولي مدينة الرقة يوم الثلاثاء."


@pytest.fixture(autouse=True)
def _case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ACCOUNT, encoding="utf-8")
    assert call("add", "a.txt").code == 0


def test_documents_are_found_with_the_words_around() -> None:
    """Whatever the spelling; near ones when asked."""
    (found,) = valid(call("documents", "الرقه", "--json"), "found").lines
    assert [hit["words"] for hit in found["hits"]] == ["الرقة"]
    assert valid(call("documents", "التحالق", "--json"), "found").lines == []
    assert len(valid(call("documents", "التحالق", "--near", "--json"), "found").lines) == 1
    assert "الرقة" in call("documents", "الرقة").out


def test_a_document_is_described_and_taken_back() -> None:
    """Every word is printed with who said it; one that changes nothing is refused."""
    said = ("--title", "Raid", "--publisher", "Network", "--lineage", "local network")
    (row,) = valid(call("about", "a.txt", *said, "--reason", "seen", "--json"), "card").lines
    assert (row["said"]["title"], row["reason"], row["stands"]) == ("Raid", "seen", True)
    assert row["said"]["publisher"] == {"name": "Network", "lineage": "local network"}
    assert call("about", "a.txt", *said).code == 2
    assert call("about", "a.txt", "--undo", "--title", "x").code == 2
    assert "Raid" in call("about", "a.txt").out
    rows = valid(call("about", "a.txt", "--undo", "--json"), "card").lines
    assert [each["stands"] for each in rows] == [False, True]
    assert rows[1]["said"] is None
