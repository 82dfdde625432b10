"""The data files of the slots, ``claims/slots/data/*.toml``, as Python values."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def data(name: str) -> dict[str, Any]:
    """The content of ``claims/slots/data/<name>.toml``; read again each time, its readers keep what they make of it."""
    return tomllib.loads((files("claims.slots") / "data" / f"{name}.toml").read_text("utf-8"))
