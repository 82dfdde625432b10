"""What a person said of the first steps, kept in cookies of their browser as language and name are: every tab knows it.

A case holds nothing of it; another person at the same browser begins anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

_SHOWN: Final = {"shown": True, "hidden": False}


@dataclass(frozen=True, slots=True)
class Guide:
    """What is known of the first steps.

    Attributes:
        shown: whether they are to be shown, None while the person did not say.
        previewed: whether the person has looked at a report of this case.
    """

    shown: bool | None = None
    previewed: bool = False


def read(cookies: Mapping[str, str], reviewer: str, case: str) -> Guide:
    """What the browser of a person holds; a case is "" where the server has only one."""
    said, looked = _names(reviewer, case)
    return Guide(_SHOWN.get(cookies.get(said, "")), bool(cookies.get(looked)))


def written(guide: Guide, reviewer: str, case: str) -> dict[str, str]:
    """The cookies that hold it, by name; nothing is written of what nobody said, as another tab may know better."""
    said, looked = _names(reviewer, case)
    found = {said: "shown" if guide.shown else "hidden"} if guide.shown is not None else {}
    return found | ({looked: "1"} if guide.previewed else {})


def _names(reviewer: str, case: str) -> tuple[str, str]:
    return f"claims_steps_{_tag(reviewer)}", f"claims_looked_{_tag(reviewer, case)}"


def _tag(*parts: str) -> str:
    """Names of people in any script, as the name of a cookie can hold them."""
    return sha256(repr(parts).encode()).hexdigest()[:12]
