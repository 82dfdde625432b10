"""How what somebody said came from a file, on a line of the terminal."""

from __future__ import annotations

from claims.cli.terminal import quoted
from claims.model import TakenIn
from claims.report.wording import Wording


def came_from_file(how: TakenIn | None, words: Wording) -> str:
    """How what somebody said came from a file; "" where it was said in the case."""
    if how is None:
        return ""
    sender = quoted(how.sender or "–")
    told = words.text("line_taken_in", by=quoted(how.by), at=how.at, sender=sender, file=how.file)
    return f"  {told}"
