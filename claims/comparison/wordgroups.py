"""Which groups of words of a data file stand in a claim: "so far", «حتى الآن», *air strike*."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from claims.text.shadow import fold

WRITTEN_ON: Final = r"(?:[وفبل]{0,2}(?:ال)?|لل)"
"""What may be written onto the front of an Arabic word."""


@cache
def word_groups(name: str, before: str = "") -> dict[str, re.Pattern[str]]:
    """For each group of a file of ``data`` a pattern that finds one of its words, whole words only, in folded text.

    Args:
        name: of the file, without its ending; its ``version`` is no group.
        before: expression for what may stand on the front of a word.
    """
    text = (files(__package__) / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return {
        group: re.compile("|".join(rf"\b{before}{re.escape(fold(word))}\b" for word in words))
        for group, words in tomllib.loads(text).items()
        if group != "version"
    }
