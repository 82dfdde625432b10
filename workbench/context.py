"""The one shared resource: the shelf of cases that this server serves."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

from claims.services import Case, Shelf, configure_log, load_settings

CASE_VARIABLE: Final = "CLAIMS_CASE"
"""Environment variable that names the case; set by `workbench.launch`."""
_VARIABLES: Final = "CLAIMS_"


def shelf() -> Shelf:
    """The cases that can be opened here; one for all sessions of this server.

    Raises:
        SettingsError: a setting is unknown or impossible.
    """
    said = sorted(item for item in os.environ.items() if item[0].startswith(_VARIABLES))
    return _shelf(str(Path.cwd()), tuple(said))


def case(name: str = "") -> Case:
    """The case of that name, one for all sessions of this server; "" for the one it was started with.

    Raises:
        NotFound: there is none of that name.
        StoreError: when it cannot be opened.
    """
    return shelf().open(name)


@cache
def _shelf(_folder: str, _environment: tuple[tuple[str, str], ...]) -> Shelf:
    """Settings are read once and not at each look: a screen asks for the shelf several times, and reading them takes longer than most screens."""
    settings = load_settings()
    configure_log(settings)
    return Shelf(settings)
