"""Where reading starts: one look-up per word, for all kinds of values together.

Nothing is read from most words of a text: a date begins at a month or at figures, a party at «قوات» or "army". A
`Kind` of value says so word by word: what a written word sets off in it, None for nothing. The words of a text are looked up
once, in one table from word form to what it sets off in every kind at once; `Kind.starts` gives the places of one
kind, and what the pass found stays with the tokens, so that the next kind finds it done. Words that set off nothing
cost that one look-up.

A kind joins the table with its first text; the table then begins anew (four times in the life of a process, at most). It
forgets everything when it is full.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.text.tokens import Tokens

_MOST_WORDS = 131_072
R = TypeVar("R")


Hits = tuple[tuple[int, Any], ...]
"""What one word sets off: the number of each kind that it sets something off in, and what."""


class Table(dict[str, Hits | None]):
    """What each word seen so far sets off in some of ``kinds``, None where it is nothing at all."""

    def __init__(self, kinds: tuple[Kind[Any], ...]) -> None:
        """Begin an empty table of these kinds."""
        super().__init__()
        self.kinds = kinds

    def __missing__(self, word: str) -> Hits | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        read = [(number, kind.read(word)) for number, kind in enumerate(self.kinds)]
        self[word] = hits = tuple([hit for hit in read if hit[1] is not None]) or None
        return hits

    def places(self, cut: Tokens) -> list[list[tuple[int, Any]]]:
        """For each kind the tokens that set something off in it, with what they set off."""
        found: list[list[tuple[int, Any]]] = [[] for _ in self.kinds]
        note = [each.append for each in found]
        read = list(map(self.__getitem__, cut.words))
        for at, hits in zip(compress(range(len(read)), read), filter(None, read), strict=True):
            for number, hit in hits:
                note[number]((at, hit))
        return found


class Pass:
    """The table of the kinds that have been asked for so far."""

    def __init__(self) -> None:
        """Begin without any kind."""
        self._table = Table(())

    def table(self, kind: Kind[Any]) -> Table:
        """The table, with that kind in it."""
        table = self._table
        if kind not in table.kinds:
            self._table = table = Table((*table.kinds, kind))
        return table


SHARED: Final = Pass()
"""The pass that the kinds of values share."""


class Kind(Generic[R]):
    """One kind of value and what sets it off."""

    def __init__(self, read: Callable[[str], R | None], shared: Pass = SHARED) -> None:
        """Take the function that says what a folded word sets off, None for nothing."""
        self.read = read
        self._shared = shared

    def starts(self, cut: Tokens) -> list[tuple[int, R]]:
        """The tokens that set something off, ascending, each with what it sets off."""
        table = self._shared.table(self)
        found: list[tuple[int, R]] = cut.once(table.kinds, table.places)[table.kinds.index(self)]
        return found
