"""Writers of data hold one thing at a time: a case ten times as long needs no more memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from claims.model import Claim, Document, Span
from claims.report.exports.formats import DATA_FORMATS
from claims.report.exports.source import Filed, Happened, Judged
from tests.report.exports.test_lines import with_places
from tests.report.of_content import OfContent
from tests.report.sink import Sink

FEW, MANY = 10, 100
LONG = 10_000


@dataclass(frozen=True, slots=True)
class _Again(OfContent):
    """A case walked over some times, each time with further words of ten thousand characters."""

    times: int = 1

    def documents(self) -> Iterator[Document]:
        for each in self.content.documents:
            for number in range(self.times):
                yield _longer(each, number)

    def claims(self) -> Iterator[Filed]:
        for each in OfContent.claims(self):
            for number in range(self.times):
                document = _longer(each.document, number)
                yield replace(each, claim=_quoting(each.claim, number), document=document)

    def stands(self, claim: Claim) -> bool:
        return len(claim.quote) == LONG

    def pairs(self) -> Iterator[Judged]:
        for each in OfContent.pairs(self):
            for number in range(self.times):
                left, right = (_quoting(side, number) for side in (each.left, each.right))
                yield replace(each, left=left, right=right)

    def incidents(self) -> Iterator[Happened]:
        for each in OfContent.incidents(self):
            for number in range(self.times):
                yield replace(each, claims=tuple(_quoting(one, number) for one in each.claims))


def _longer(document: Document, number: int) -> Document:
    return replace(document, text=f"{number:0{LONG}}{document.text}")


def _quoting(claim: Claim, number: int) -> Claim:
    return replace(claim, quote=f"{number:0{LONG}}", span=Span(0, LONG), context=None, findings=())


def _held(name: str, times: int) -> int:
    """The most bytes that the writer takes."""
    _, write = DATA_FORMATS[name]
    tracemalloc.start()
    try:
        write(_Again(with_places(), times=times), Sink(), "en")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", DATA_FORMATS)
def test_ten_times_the_case_needs_no_more_memory(name: str) -> None:
    """Whatever is held of each thing would show: its words alone would be more than two megabytes."""
    _held(name, FEW)
    assert _held(name, MANY) < 1.5 * _held(name, FEW) + 500_000
