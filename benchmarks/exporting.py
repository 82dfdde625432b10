"""Memory of each format of data and report for cases of two sizes: what is walked over must not grow with the case.

Each format is written by a process of its own. *base* is what that process held once the case was open, *more* what it
held beyond that at most while it wrote. Two claims each tell of one event, so that half as many pairs as claims are
suggested; every claim says a day, and a place with coordinates; one pair in twenty is judged, as people's work is held
in memory. Formats of reports that hold no case of the larger size are left out.
"""

from __future__ import annotations

import json
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
EACH: Final = 50
"""Claims of a document."""
JUDGED: Final = 20
"""One pair in so many is judged."""


def exporting(_texts: Sequence[Text]) -> Iterable[str]:
    """The table."""
    from claims.report.exports.formats import DATA_FORMATS
    from claims.report.formats import FORMATS, holds

    reports = [name for name in FORMATS if holds(name, max(SIZES))]
    with tempfile.TemporaryDirectory() as folder:
        cases = [_made(Path(folder) / f"{size}.db", size) for size in SIZES]
        yield f"{'format':<16}" + "".join(f"{f'{size:,} claims':>34}" for size in SIZES)
        yield f"{'':<16}" + f"{'base MB':>10}{'more MB':>10}{'seconds':>10}    " * len(SIZES)
        for name in (*reports, *DATA_FORMATS):
            told = [_asked(case, name) for case in cases]
            yield f"{name:<16}" + "".join(
                f"{base:>10.0f}{more:>10.1f}{seconds:>10.1f}    " for base, more, seconds in told
            )


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
        base, began = held(), time.process_time()
        if name in FORMATS:
            case.report.write(Path(folder) / "report", "en", format=name)
        else:
            case.exports.write(name, Path(folder) / "data")
        print(json.dumps([base, held() - base, time.process_time() - began]))


if __name__ == "__main__":
    _write(*sys.argv[1:3])
