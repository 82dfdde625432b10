"""A case that may have to be made first: what fails leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from claims.services.case import Case, open_case
from claims.services.stages import Stages
from claims.settings import Settings
from claims.store.unused import Before


@contextmanager
def used_or_gone(settings: Settings, stages: Stages | None = None) -> Iterator[Case]:
    """Open the case of the settings; one that is made for it goes again when nothing was written to it.

    Raises:
        StoreError: it cannot be opened or made.
    """
    before = Before.of(settings.case, settings.originals)
    try:
        with open_case(settings, stages=stages) as case:
            yield case
    finally:
        before.restore()
