"""Long reports tell how far they are, and can be given up at any moment."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claims.errors import StoreError
from claims.report.build import build
from claims.report.formats import FORMATS
from claims.report.typesetting import NotSet, set_pages

from .examples import case

AT = datetime(2020, 1, 1, tzinfo=UTC)


class GivenUpError(Exception):
    """Whoever waited has had enough."""


def room(folder: Path, text: str) -> Path:
    """A folder with a template of that text."""
    (folder / "report.typ").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_a_writer_tells_how_far_it_is(name: str) -> None:
    """What is done only grows, and ends with all of it."""
    told: list[tuple[int, int]] = []

    FORMATS[name](build(case()), lambda done, of: told.append((done, of)), io.BytesIO())

    known = [each for each in told if each[1]]
    assert known == sorted(known)
    assert len({of for _, of in known}) == 1
    assert known[-1][0] == known[-1][1] > 1


@pytest.mark.parametrize("name", FORMATS)
def test_whoever_is_told_can_end_the_work(name: str) -> None:
    """What they raise comes out, and nothing was made."""

    def enough(_done: int, of: int) -> None:
        if of:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        FORMATS[name](build(case()), enough, io.BytesIO())


def test_pages_that_take_long_are_given_up_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process that sets them is gone as well."""
    endless = room(
        tmp_path,
        '#set document(title: "t")\n#for a in range(100000) { for b in range(1000) { let c = a * b } }',
    )
    seen: list[int] = []
    begun: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *words: Any, **how: Any) -> None:
            super().__init__(*words, **how)
            begun.append(self)

    monkeypatch.setattr("claims.report.typesetting.subprocess.Popen", Noted)

    def enough(_done: int, of: int) -> None:
        seen.append(of)
        raise GivenUpError

    with pytest.raises(GivenUpError):
        set_pages(endless, tmp_path, AT, enough)

    assert seen == [0]
    assert [work.poll() for work in begun] == [-signal.SIGKILL]


def test_a_refusal_of_the_typesetter_is_told_in_its_words(tmp_path: Path) -> None:
    """Such as a letter that no font has."""
    with pytest.raises(NotSet, match="unknown variable: nowhere"):
        set_pages(room(tmp_path, "#nowhere"), tmp_path, AT, lambda _done, _of: None)


def test_a_failure_within_the_typesetter_is_no_lack_of_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends by itself and not by a signal, with what it said last."""
    monkeypatch.setattr(
        sys, "executable", str(_script(tmp_path, "echo panicked at a letter >&2; exit 1"))
    )

    with pytest.raises(NotSet, match="panicked at a letter"):
        set_pages(room(tmp_path, "Text"), tmp_path, AT, lambda _done, _of: None)


def test_work_that_is_ended_from_outside_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system does when the memory is used up."""
    monkeypatch.setattr(
        sys, "executable", str(_script(tmp_path, f"kill -{int(signal.SIGKILL)} $$"))
    )

    with pytest.raises(StoreError) as caught:
        set_pages(room(tmp_path, "Text"), tmp_path, AT, lambda _done, _of: None)

    assert "html or docx" in caught.value.next_step


def _script(folder: Path, text: str) -> Path:
    path = Path(tempfile.mkdtemp(dir=folder)) / "python"
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o755)
    return path
