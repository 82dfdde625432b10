"""A speaker or a place that was asked for and that no claim of the case has, in words."""

from __future__ import annotations

from claims.model import UnknownName
from workbench.shown.passage import visible
from workbench.wording import Words


def told(missing: UnknownName, words: Words) -> str:
    """That there is none of that name, and which names there are much like it."""
    none = words(
        "No claim of the case has this speaker or place: {name}", name=visible(missing.name)
    )
    if not missing.near:
        return none
    near = words(", ").join(map(visible, missing.near))
    return f"{none}. " + words("Much like it here: {names}", names=near)
