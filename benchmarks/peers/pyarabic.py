"""pyarabic, number words to a number; it always gives one, 0 where it reads none."""

from __future__ import annotations

import importlib
from datetime import datetime

from benchmarks.peers import NUMBER
from benchmarks.peers.serve import plain, serve

_read = importlib.import_module("pyarabic.number").text2number


def _numbers(text: str, _moment: datetime) -> list[str]:
    number = _read(text)
    return [plain(number)] if number else []


if __name__ == "__main__":
    serve({NUMBER: _numbers})
