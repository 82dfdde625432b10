"""The cases that a server serves."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.services import Settings
from workbench import context


def test_settings_are_read_once_for_all_looks_at_the_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every screen asks for the shelf several times; one of other settings is another shelf."""
    read: list[Settings] = []

    def loaded() -> Settings:
        read.append(Settings(case=str(tmp_path / "case.db")))
        return read[-1]

    monkeypatch.setattr(context, "load_settings", loaded)
    monkeypatch.setenv(context.CASE_VARIABLE, str(tmp_path / "one.db"))
    assert context.shelf() is context.shelf()
    assert len(read) == 1
    first = context.shelf()
    monkeypatch.setenv(context.CASE_VARIABLE, str(tmp_path / "two.db"))
    assert context.shelf() is not first
    assert len(read) == 2
