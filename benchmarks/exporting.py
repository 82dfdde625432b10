"""Memory of each format of data and report, and of the package, for cases of two sizes: it must hardly grow with the case.

Each is written by a process of its own. *base* is what that process held once the case was open, *more* what it held
beyond that at most while it wrote, *grows* how much of it each further 1,000 claims took. *seconds* are those of the
processor, of the pages of a PDF, which are set by a further process, too. Two claims each tell of one event, so that half as many pairs as claims are
suggested; every claim says a day, and a place with coordinates; one pair in twenty is judged, as people's work is held
in memory. PDF, which takes half an hour for the larger case, is measured on smaller ones.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Final

from benchmarks.corpus import Text
from benchmarks.measure import held
from claims.model import (
    PLAIN,
    Claim,
    Comparison,
    DateValue,
    Document,
    Extraction,
    PairKey,
    Place,
    Span,
    Wordlist,
)
from claims.services import Case

SIZES: Final = (5_000, 50_000)
PAPER: Final = "pdf"
SHORT: Final = (2_000, 10_000)
"""Of PDF: 50,000 claims take half an hour of a processor (``python -m benchmarks.exporting CASE pdf``)."""
PACKAGE: Final = "package"
EACH: Final = 50
"""Claims of a document."""
JUDGED: Final = 20
"""One pair in so many is judged."""


def exporting(_texts: Sequence[Text]) -> Iterable[str]:
    """The table."""
    from claims.report.exports.formats import DATA_FORMATS
    from claims.report.formats import FORMATS

    with tempfile.TemporaryDirectory() as folder:
        cases = {size: _made(Path(folder) / f"{size}.db", size) for size in {*SIZES, *SHORT}}
        column = f"{'claims':>8}{'base MB':>9}{'more MB':>9}{'seconds':>9}"
        yield f"{'format':<16}{column * 2}{'grows MB':>10}"
        for name in (*DATA_FORMATS, *FORMATS, PACKAGE):
            sizes = SHORT if name == PAPER else SIZES
            yield _line(name, sizes, [_asked(cases[size], name) for size in sizes])


def _line(name: str, sizes: Sequence[int], told: Sequence[tuple[float, float, float]]) -> str:
    columns = "".join(
        f"{size:>8,}{base:>9.0f}{more:>9.1f}{seconds:>9.1f}"
        for size, (base, more, seconds) in zip(sizes, told, strict=True)
    )
    grown = 1000 * (told[-1][1] - told[0][1]) / (sizes[-1] - sizes[0])
    return f"{name:<16}{columns}{grown:>10.2f}"


def _made(path: Path, size: int) -> Path:
    from claims.services import open_case
    from claims.services.stages import Stages
    from tests import stages

    engine = Stages(stages.read, _with_day_and_place, _of_one_event)
    with open_case(path, actor="ana", stages=engine) as case:
        for number in range(size // EACH):
            text = "\n".join(_lines(number))
            case.documents.add_bytes(text.encode(), name=f"{number}.txt")
        case.pairs.compare()
        for key in _keys(case)[::JUDGED]:
            case.review.decide(key, relation="partial", reason="as both texts say")
    return path


def _with_day_and_place(document: Document, wordlist: Wordlist = PLAIN, /) -> Extraction:
    """What the lines tell, each with a day and a place that follow from its event."""
    from tests import stages

    plain = stages.extract(document, wordlist)
    return replace(plain, claims=tuple(map(_placed, plain.claims)))


def _placed(claim: Claim) -> Claim:
    from tests import stages

    event = stages.event_of(claim)
    span, number = Span(claim.span.start, claim.span.start + len(event)), zlib.crc32(event.encode())
    day = date(2011, 1, 1) + timedelta(days=number % 3_000)
    place = Place(
        f"Place {number % 500}",
        f"local:{number % 500}",
        30 + number % 50 / 10,
        40.0,
        "in",
        event,
        span,
    )
    return replace(claim, date=DateValue(day.isoformat(), event, span, "given"), places=(place,))


def _keys(case: Case) -> list[PairKey]:
    """Every suggested pair."""
    found: list[PairKey] = []
    after = ""
    while True:
        page = case.pairs.list(limit=1000, after=after)
        found.extend(item.key for item in page.items)
        after = page.next
        if not after:
            return found


def _lines(document: int) -> Iterator[str]:
    """Lines of which each tells of the event of one line of the document beside it."""
    for line in range(EACH):
        yield f"S{(document + line) % 40} (agency): event{document // 2}x{line} target{document}x{line}"


def _of_one_event(
    claims: Sequence[Claim],
    *,
    progress: Callable[[int, int], None] | None = None,  # noqa: ARG001 - as a stage is called
) -> tuple[Comparison, ...]:
    """Every pair of claims that tell of one event."""
    from tests import stages

    by_event = defaultdict[str, list[Claim]](list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        by_event[stages.event_of(claim)].append(claim)
    return tuple(
        stages.compare(*two) for told in by_event.values() for two in combinations(told, 2)
    )


def _asked(case: Path, name: str) -> tuple[float, float, float]:
    """What a process of its own tells: MB held once the case is open, MB beyond that, seconds."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.exporting", str(case), name],
        check=True,
        capture_output=True,
        text=True,
    )
    base, more, seconds = json.loads(done.stdout)
    return base, more, seconds


def _write(path: str, name: str) -> None:
    from claims.report.formats import FORMATS
    from claims.services import open_case

    with open_case(path) as case, tempfile.TemporaryDirectory() as folder:
        case.documents.list(limit=1)
        base, began, target = held(), time.process_time(), Path(folder) / "made"
        if name == PACKAGE:
            case.package.write(target, language="en")
        elif name in FORMATS:
            case.report.write(target, "en", format=name)
        else:
            case.exports.write(name, target)
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = time.process_time() - began + children.ru_utime + children.ru_stime
        print(json.dumps([base, held() - base, seconds]))


if __name__ == "__main__":
    _write(*sys.argv[1:3])
