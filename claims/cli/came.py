"""How what somebody said came from a file, on a line of the terminal."""

from __future__ import annotations

from claims.cli.terminal import quoted
from claims.model import TakenIn


def came_from_file(how: TakenIn | None) -> str:
    """How what somebody said came from a file; "" where it was said in the case."""
    if how is None:
        return ""
    sender = quoted(how.sender or "–")
    return f"  taken in by {quoted(how.by)} on {how.at} from a file of {sender} {how.file}"
