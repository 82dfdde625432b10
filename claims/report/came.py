"""How what somebody said came from a file, as JSON.

The same promises as in `claims.report.forms`.
"""

from __future__ import annotations

from claims.model import TakenIn
from claims.report.forms import Form


class TakenInForm(Form):
    """How a row came from a file: who took it in, when, whose file it was, and its SHA-256."""

    by: str
    at: str
    sender: str
    file: str


def taken_in_form(how: TakenIn | None) -> TakenInForm | None:
    """How a row came from a file, as JSON; None where it was said in the case."""
    if how is None:
        return None
    return TakenInForm(by=how.by, at=how.at, sender=how.sender, file=how.file)
