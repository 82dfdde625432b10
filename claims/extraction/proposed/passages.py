"""A long document in pieces: whole sentences, each in exactly one of them, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.proposed.reading import Reading
from claims.model import Role


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences that are asked about together.

    Attributes:
        sentences: their numbers in the document, ascending.
    """

    sentences: tuple[int, ...]

    @property
    def halves(self) -> tuple[Passage, ...]:
        """The passage as two of about half as many sentences; () when it is a single sentence."""
        middle = len(self.sentences) // 2
        if not middle:
            return ()
        return Passage(self.sentences[:middle]), Passage(self.sentences[middle:])


@dataclass(frozen=True, slots=True)
class Cut:
    """A document in passages.

    Attributes:
        passages: in order; no sentence stands in two.
        too_long: numbers of sentences that are longer than a passage may be, and are not asked about.
    """

    passages: tuple[Passage, ...]
    too_long: tuple[int, ...]


def cut(reading: Reading, most: int) -> Cut:
    """Cut at sentence borders into passages of at most ``most`` code points; what is set aside is left out."""
    sized = [(number, len(reading.parts[number].span)) for number in reading.asked]
    return Cut(
        tuple(Passage(numbers) for numbers in _filled(sized, most)),
        tuple(number for number, size in sized if size > most),
    )


def _filled(sized: list[tuple[int, int]], most: int) -> Iterator[tuple[int, ...]]:
    held: list[int] = []
    room = most
    for number, size in sized:
        if size > most:
            continue
        if size > room and held:
            yield tuple(held)
            held, room = [], most
        held.append(number)
        room -= size
    if held:
        yield tuple(held)


def headline(reading: Reading) -> str:
    """The document's first headline, "" without one."""
    found = (part for part in reading.parts if part.role is Role.HEADLINE)
    return next((part.span.of(reading.document.text) for part in found), "")
