"""Whose turn a pair is where several people are asked about it and more are there: known to all, and nobody's doing.

For each pair the team stands in another order, which follows from its key and their names alone. Who comes early in it meets the
pair before others. So those who work at once begin with different pairs, without anything that one did being seen in what
another is given.
"""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b

from claims.model import PairKey

_BYTES = 8


def turn(key: PairKey, who: str, team: Collection[str]) -> int:
    """How many of the team come before this person on a pair.

    Args:
        key: the pair.
        who: the person.
        team: the names of all who may be asked.
    """
    mine = _lot(key, who)
    return sum(_lot(key, name) < mine for name in team if name != who)


def _lot(key: PairKey, name: str) -> bytes:
    return blake2b(f"{key}~{name}".encode(), digest_size=_BYTES).digest()
