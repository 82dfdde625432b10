"""Who said something, and who took it in where it came from a file: nobody saw the person say it in this case."""

from __future__ import annotations

from typing import Final

from claims.model import TakenIn
from claims.report.captions import moment, words_of
from claims.report.value import Code, Piece
from claims.report.wording import Wording

_OF_HASH: Final = 16
"""Digits of the hash of a file that are printed; the record has all."""


def who(words: Wording, by: str, how: TakenIn | None) -> tuple[Piece, ...]:
    """Who said it, and how it came from a file, if it did."""
    if how is None:
        return (words_of(by),)
    return words.pieces(
        "taken_in",
        who=words_of(by),
        by=words_of(how.by),
        when=Code(moment(how.at)),
        sender=words_of(how.sender or "–"),
        file=Code(how.file[:_OF_HASH] or "–"),
    )
