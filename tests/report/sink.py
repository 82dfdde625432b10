"""A file for those who look at how it is written, and not at what."""

from __future__ import annotations

import io
from typing import Any


class Sink(io.BytesIO):
    """Takes everything and keeps nothing but the place where it is."""

    def __init__(self) -> None:
        super().__init__()
        self._place = 0

    def write(self, data: Any, /) -> int:
        """Let go of it."""
        self._place += len(data)
        return len(data)

    def tell(self) -> int:
        """How much was written."""
        return self._place

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go to a place, of which nothing is kept."""
        self._place = place + (self._place if whence else 0)
        return self._place
