"""Days of publication on the command line: asked for after adding, and said of many files and documents at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import call
from tests.cli.test_case import valid

FRIDAY = "قصفت طائرات مدينة الرقة صباح اليوم الجمعة 29 تشرين الثاني."
YESTERDAY = "Aircraft struck a depot of ISIS in Raqqa yesterday."


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(FRIDAY, encoding="utf-8")
    Path("in/2018-04-03_Furat_Post_1.txt").write_text(YESTERDAY, encoding="utf-8")


def published() -> dict[str, str]:
    """The date of each document, by its name."""
    found = valid(call("documents", "--json"), "found").lines
    return {each["document"]["name"]: each["document"]["published"] for each in found}


def test_what_was_added_without_a_day_is_told_with_what_it_says_of_its_day() -> None:
    """On standard error, so that results stay clean; nothing is taken from it."""
    done = call("add", "in")
    assert done.code == 0
    assert "documents without a day of publication: 2" in done.err
    assert "accounts of one event may stay apart" in done.err
    assert "2024-11-29" in done.err
    assert "The name of the file holds" in done.err
    assert "documents without a day" not in done.out
    assert set(published().values()) == {""}


def test_what_was_added_with_a_day_is_not_asked_for_one() -> None:
    """No word too many."""
    assert "without a day" not in call("add", "in", "--published", "2018-04-03").err


def test_documents_without_a_day_are_listed_with_their_hints() -> None:
    """In words for people, by ground and days for programs."""
    call("add", "in")
    told = call("documents", "--state", "undated").out
    assert "documents: 2" in told
    assert "that day last fell on that weekday in" in told
    lines = valid(call("documents", "--state", "undated", "--json"), "found").lines
    hints = {each["document"]["name"]: each["day_hints"] for each in lines}
    assert [one["ground"] for one in hints["a.txt"]] == ["today"]
    assert "2024-11-29" in hints["a.txt"][0]["days"]


def test_a_table_beside_the_files_says_when_and_by_whom_they_were_published() -> None:
    """Over what holds for all; a row that is of no file is told, with exit code 1, and the rest is in."""
    Path("about.csv").write_text(
        "file;published;publisher;lineage\na.txt;2019-11-29;Network;local network\nb.txt;2018;;\n",
        encoding="utf-8",
    )
    done = call("add", "in", "--publisher", "Agency", "--about", "about.csv")
    assert done.code == 1
    assert "b.txt" in done.err
    found = valid(call("documents", "--json"), "found").lines
    by_name = {each["document"]["name"]: each["document"] for each in found}
    assert by_name["a.txt"]["published"] == "2019-11-29"
    assert by_name["a.txt"]["publisher"] == {"name": "Network", "lineage": "local network"}
    assert by_name["2018-04-03_Furat_Post_1.txt"]["publisher"]["name"] == "Agency"


def test_a_pattern_says_where_names_hold_day_and_publisher() -> None:
    """A name that does not fit is told, and its file is in without a day."""
    done = call("add", "in", "--names", "{published}_{publisher}_{}.txt")
    assert done.code == 1
    assert "a.txt" in done.err
    assert published() == {"a.txt": "", "2018-04-03_Furat_Post_1.txt": "2018-04-03"}
    found = valid(call("documents", "Aircraft", "--json"), "found").lines
    assert found[0]["document"]["publisher"]["name"] == "Furat Post"


@pytest.mark.parametrize("pattern", ["{}.txt", "{published}{published}", "plain"])
def test_a_pattern_that_names_nothing_once_is_refused(pattern: str) -> None:
    """And nothing was added."""
    done = call("add", "in", "--names", pattern)
    assert done.code == 2
    assert "does not say where" in done.err


def test_a_table_says_what_many_documents_are() -> None:
    """What cannot be used is told, with exit code 1, and the rest stands; a second time it stands so already."""
    call("add", "in")
    Path("days.csv").write_text(
        "name,published,reason,sha256\na.txt,2019-11-29,asked them,x\nnone.txt,2018,,x\n"
        "2018-04-03_Furat_Post_1.txt,soon,,x\n",
        encoding="utf-8",
    )
    done = call("about", "--from", "days.csv")
    assert done.code == 1
    assert "documents described: 1, so already: 0, refused: 2" in done.out
    assert "is no date" in done.err
    assert published()["a.txt"] == "2019-11-29"
    (row,) = valid(call("about", "a.txt", "--json"), "card").lines
    assert row["reason"] == "asked them"
    assert "so already: 1" in call("about", "--from", "days.csv").out


def test_the_table_that_an_export_writes_is_filled_in_and_read_back() -> None:
    """Its other columns are not read."""
    call("add", "in")
    call("export", "documents.csv", "--out", "days.csv")
    text = Path("days.csv").read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    place = lines[0].split(",").index('"published"')
    cells = lines[1].split(",")
    cells[place] = '"2018-04-04"'
    Path("days.csv").write_text("\n".join([lines[0], ",".join(cells)]), encoding="utf-8")
    assert call("about", "--from", "days.csv").code == 0
    assert sorted(published().values()) == ["", "2018-04-04"]


def test_a_table_without_names_or_entries_is_refused() -> None:
    """With the columns that it needs."""
    call("add", "in")
    Path("odd.csv").write_text("published\n2018\n", encoding="utf-8")
    done = call("about", "--from", "odd.csv")
    assert done.code == 2
    assert "Give it one of the columns" in " ".join(done.err.split())
    assert call("about", "--from", "odd.csv", "a.txt").code == 2
    assert call("about").code == 2
