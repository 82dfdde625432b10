"""Files that hold what the program wrote when somebody last looked at it."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS"
"""Set to 1 in the environment to write the files anew; look at the change before it is kept."""


def golden(name: str, made: bytes) -> bytes:
    """What the file ``name`` holds; ``made`` is written to it when `UPDATE` is set."""
    path = FOLDER / name
    if os.environ.get(UPDATE) == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made)
    return path.read_bytes()
