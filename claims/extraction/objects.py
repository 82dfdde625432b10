"""Where an Arabic name ends before the object of its verb, which is written with the ending ًا («تصدر الوزارة *بياناً*»)."""

from __future__ import annotations

from claims.extraction.mentions import Mentions, Range

_ENDINGS = ("اً", "ًا", "ةً", "ىً")


def before_object(mentions: Mentions, name: Range) -> int:
    """The first token of a range that is written as an object, its end where none is: an object speaks as little as it belongs to a name."""
    quote = mentions.tokens.quote
    line = range(name.first, name.end)
    return next((i for i in line if quote(i, i + 1).endswith(_ENDINGS)), name.end)
