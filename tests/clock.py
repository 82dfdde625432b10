"""A clock in the hand of a test."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

BEGIN = datetime(2018, 4, 3, 12, tzinfo=UTC)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = BEGIN

    def __call__(self) -> str:
        """What it says."""
        return self.time.isoformat(timespec="microseconds")

    def go(self, minutes: float) -> None:
        """Move it, forward or back."""
        self.time += timedelta(minutes=minutes)
