"""Handing the case on from the settings screen."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from claims.services import Case, Settings, open_case
from tests.stages import STAGES
from tests.workbench.conftest import Screen, finished


def test_a_colleagues_file_is_taken_in(case: Case, screen: Screen) -> None:
    """What it has more is here afterwards, and told; what is no dump is refused in words."""
    item = case.review.queue(reviewer="ben")[0]
    stream = io.StringIO()
    case.acting_as("ben").review.decide(item.key, relation="agree")
    case.dump(stream)
    running = screen("settings")
    running.file_uploader(key="loaded").upload(
        "case.jsonl", stream.getvalue().encode(), "application/jsonl"
    )
    load = next(one for one in running.button if one.label == "Take in what it has more")
    finished(load.click().run())
    assert not running.exception
    assert "Taken in" in running.text[0].value


def test_what_a_colleague_added_is_held_against_what_was_there(case: Case, screen: Screen) -> None:
    """A third account of one event makes pairs with the two that the case has."""
    stream, before = io.StringIO(), case.pairs.count().total
    with tempfile.TemporaryDirectory() as folder:
        case.backup(Path(folder) / "theirs.db")
        with open_case(Settings(case=f"{folder}/theirs.db"), actor="ben", stages=STAGES) as theirs:
            theirs.documents.add_bytes(b"Witness (eyewitness): friday convoy\n", name="late.txt")
            theirs.dump(stream)
    running = screen("settings")
    running.file_uploader(key="loaded").upload(
        "case.jsonl", stream.getvalue().encode(), "application/jsonl"
    )
    load = next(one for one in running.button if one.label == "Take in what it has more")
    finished(load.click().run())
    assert not running.exception
    assert case.pairs.count().total == before + 2


def test_a_file_that_is_no_case_is_refused(case: Case, screen: Screen) -> None:
    """Nothing is changed."""
    head = case.audit.head()
    running = screen("settings")
    running.file_uploader(key="loaded").upload("case.jsonl", b"\xff nothing", "application/jsonl")
    load = next(one for one in running.button if one.label == "Take in what it has more")
    finished(load.click().run())
    assert not running.exception
    assert running.text[0].value.startswith("✗")
    assert case.audit.head() == head


def test_ones_own_part_is_made_without_what_both_sides_touched(case: Case, screen: Screen) -> None:
    """The words of the refusal lead to this form; a name that nothing has is refused in words, and no file is there."""
    key = str(case.review.queue()[0].key)
    case.review.decide(key, relation="agree")
    running = screen("settings")

    def made(without: str) -> None:
        running.text_input(key="own-part-without").set_value(without)
        next(one for one in running.button if one.label == "Make a file of my own part").click()
        running.run()
        assert not running.exception

    made("nothing-of-the-kind")
    assert running.error
    assert "own-part-made" not in running.session_state
    made(key)
    assert not running.error
    part = running.session_state["own-part-made"]
    assert part.left_out == ((f"pair {key}", 1),)
    assert b'"table":"decisions"' not in b"".join(part.file.pieces())
    made("")
    part = running.session_state["own-part-made"]
    assert b'"table":"decisions"' in b"".join(part.file.pieces())


def test_a_file_of_the_whole_case_is_made_and_can_be_taken_in_elsewhere(
    case: Case, screen: Screen, tmp_path: Path
) -> None:
    """It stands on the disk and is sent from there; nothing of it is in the page."""
    running = screen("settings")
    next(one for one in running.button if one.label == "Make a file of the whole case").click()
    running.run()
    assert not running.exception
    *_, file = running.session_state["whole-case-made"]
    with open_case(Settings(case=str(tmp_path / "other.db")), actor="ben", stages=STAGES) as other:
        other.load(io.StringIO(b"".join(file.pieces()).decode()))
        assert other.pairs.count().total == case.pairs.count().total
