"""Answers kept on disk."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from claims.services.language_model.cache import Answers, Kept

DOCUMENT = "a" * 64
ANSWER = Kept(prompt="claims/1", model="m", content='{"claims": []}', tokens_in=1, tokens_out=None)


def test_an_answer_is_found_again_by_document_and_question(tmp_path: Path) -> None:
    """And by nothing else."""
    answers = Answers(tmp_path / "deep" / "answers")
    answers.keep(DOCUMENT, b"question", ANSWER)
    assert answers.get(DOCUMENT, b"question") == ANSWER
    assert answers.get("b" * 64, b"question") is None
    assert answers.get(DOCUMENT, b"another") is None


def test_a_later_answer_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    """Whole, and without leaving anything beside it."""
    answers = Answers(tmp_path)
    answers.keep(DOCUMENT, b"question", ANSWER)
    later = ANSWER.model_copy(update={"content": '{"claims":[]}'})
    answers.keep(DOCUMENT, b"question", later)
    assert answers.get(DOCUMENT, b"question") == later
    assert len(list((tmp_path / DOCUMENT).iterdir())) == 1


def test_only_the_owner_may_read_answers(tmp_path: Path) -> None:
    """They quote documents."""
    answers = Answers(tmp_path / "answers")
    answers.keep(DOCUMENT, b"question", ANSWER)
    (file,) = (tmp_path / "answers" / DOCUMENT).iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "answers").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff",
        b'{"prompt": 1}',
        ANSWER.model_copy(update={"content": "no JSON"}).model_dump_json().encode(),
        ANSWER.model_dump_json().encode()[:-5],
    ],
)
def test_a_file_that_is_not_whole_counts_as_missing(tmp_path: Path, content: bytes) -> None:
    """And is written anew."""
    answers = Answers(tmp_path)
    answers.keep(DOCUMENT, b"question", ANSWER)
    (file,) = (tmp_path / DOCUMENT).iterdir()
    file.write_bytes(content)
    assert answers.get(DOCUMENT, b"question") is None
    answers.keep(DOCUMENT, b"question", ANSWER)
    assert answers.get(DOCUMENT, b"question") == ANSWER
