"""A field for a day, a month or a year by which documents are asked for."""

from __future__ import annotations

from datetime import datetime

from streamlit.delta_generator import DeltaGenerator

from workbench.views.asking import day


def whole_day(column: DeltaGenerator, name: str, label: str) -> str:
    """A field for a day, a month or a year; what is not written to its end yet asks for nothing."""
    said = day(column, name, label).strip()
    return said if any(_written(said, form) for form in ("%Y-%m-%d", "%Y-%m", "%Y")) else ""


def _written(said: str, form: str) -> bool:
    try:
        return datetime.strptime(said, form).strftime(form) == said  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return False
