"""The one shared resource: the case that this server serves."""

from __future__ import annotations

import threading
from functools import cache
from typing import Final

from claims.services import Case, Settings, configure_log, load_settings, open_case

CASE_VARIABLE: Final = "CLAIMS_CASE"
"""Environment variable that names the case; set by `workbench.launch`."""

_opening = threading.Lock()


def case() -> Case:
    """The open case; one for all sessions of this server.

    Raises:
        StoreError: when it cannot be opened.
    """
    settings = load_settings()
    with _opening:
        return _opened(settings)


@cache
def _opened(settings: Settings) -> Case:
    configure_log(settings)
    return open_case(settings)
