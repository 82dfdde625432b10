"""Where a text plays: what decides between parties that share a name.

«التحالف» is the International Coalition in a text about Raqqa and the Saudi-led one in a text about Saada; «النظام» is
the Syrian government only where the text speaks of Syria. The words of ``party_theatres.toml`` are counted once per
text, whatever is written onto them; a shared name means the party whose theatre has most words, provided that no other
theatre has more than twice as many. Where none of its theatres shows, a shared name means nothing.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import table
from claims.slots.party.trie import written
from claims.slots.triggers import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.text.tokens import Tokens

_OUTNUMBERED = 2


@cache
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in table("theatres")["theatre"]:
        for word in row["words"].split():
            for form in written(word):
                found.setdefault(form, []).append(row["id"])
    return {word: tuple(dict.fromkeys(ids)) for word, ids in found.items()}


def _theatres(word: str) -> tuple[str, ...] | None:
    return _words().get(word)


_SPEAKING = Kind(_theatres)


def counted(words: Iterable[str]) -> Counter[str]:
    """How many different words of each theatre stand among the folded ``words``."""
    known = _words()
    found: Counter[str] = Counter()
    for word in set(words):
        if word in known:
            for theatre in known[word]:
                found[theatre] += 1
    return found


def speaking(cut: Tokens) -> Iterator[str]:
    """The words of a text that speak for a theatre."""
    return (cut.words[at] for at, _ in _SPEAKING.starts(cut))


def strength(theatres: Sequence[str], seen: Counter[str]) -> int:
    """How many words speak for one of ``theatres``; 0 when others outnumber them by far."""
    own = max((seen[theatre] for theatre in theatres), default=0)
    most = max(seen.values(), default=0)
    return own if own * _OUTNUMBERED >= most else 0
