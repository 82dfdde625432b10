"""The one shared resource: the shelf of cases that this server serves."""

from __future__ import annotations

from functools import cache
from typing import Final

from claims.services import Case, Settings, Shelf, configure_log, load_settings

CASE_VARIABLE: Final = "CLAIMS_CASE"
"""Environment variable that names the case; set by `workbench.launch`."""


def shelf() -> Shelf:
    """The cases that can be opened here; one for all sessions of this server.

    Raises:
        SettingsError: a setting is unknown or impossible.
    """
    return _shelf(load_settings())


def case(name: str = "") -> Case:
    """The case of that name, one for all sessions of this server; "" for the one it was started with.

    Raises:
        NotFound: there is none of that name.
        StoreError: when it cannot be opened.
    """
    return shelf().open(name)


@cache
def _shelf(settings: Settings) -> Shelf:
    configure_log(settings)
    return Shelf(settings)
