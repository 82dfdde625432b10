"""A peer that prints while it reads and ends over one expression."""

from __future__ import annotations

import os
import sys
from datetime import datetime

from benchmarks.peers import DATE
from benchmarks.peers.serve import serve


def _dates(text: str, moment: datetime) -> list[str]:
    sys.stdout.write(f"reading {text}\n")
    if text == "fatal":
        os._exit(3)
    return [f"{text} {moment:%Y}"]


if __name__ == "__main__":
    serve({DATE: _dates})
