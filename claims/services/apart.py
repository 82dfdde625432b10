"""A case in a place of its own, for as long as something is tried out or put together in it; it goes with that place."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.services.desk import Desk
from claims.store.store import Store, open_store


@contextmanager
def apart(desk: Desk) -> Iterator[Store]:
    """An empty case in a folder that is deleted afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(
            Path(folder) / "apart.db",
            originals=None,
            timeout=desk.store.timeout,
            at=desk.now(),
            program=desk.program,
        )
        try:
            yield store
        finally:
            store.close()
