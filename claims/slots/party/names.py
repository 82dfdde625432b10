"""What a party that a claim names by its English name is called in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claims.slots.party.entries import entries


def name_in(name: str, language: str) -> str:
    """The name of a party in ``language`` where the lexicon knows it by its English name, else as it is."""
    return _arabic_names().get(name, name) if language == "ar" else name


@cache
def _arabic_names() -> Mapping[str, str]:
    return {entry.en: entry.ar for entry in entries().values()}
