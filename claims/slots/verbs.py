"""Forms of Arabic verbs that word lists give as a pair of perfect and present («أعلن يعلن»)."""

from __future__ import annotations

from collections.abc import Iterator

from claims.text.shadow import fold


def conjugated(pair: str) -> Iterator[tuple[str, bool]]:
    """Both forms of a perfect and a present verb, folded, with «و» and without; whether each is feminine."""
    for verb in map(fold, pair.split()):
        if verb.startswith("ي"):
            feminine = "ت" + verb[1:]
        else:
            feminine = (verb[:-1] if verb.endswith(("ي", "ا")) else verb) + "ت"
        for joined in ("", "و"):
            yield joined + verb, False
            yield joined + feminine, True
