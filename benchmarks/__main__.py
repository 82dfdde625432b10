"""``python -m benchmarks [NAME ...]``: stages and tables by name; without arguments all but those on demand."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterable, Sequence

from benchmarks.corpus import Text, corpus
from benchmarks.exporting import exporting
from benchmarks.matching import large, matching
from benchmarks.measure import Row, held, measured
from benchmarks.next_pair import next_pair
from benchmarks.pages import pages
from benchmarks.peers import PEERS
from benchmarks.reviewers import reviewers
from benchmarks.screens import screens
from benchmarks.searching import searching
from benchmarks.side_by_side import side_by_side
from benchmarks.stages import STAGES
from benchmarks.text_stage import beside

_COPIES = 40
_TABLES: dict[str, Callable[[Sequence[Text]], Iterable[str]]] = {
    "expressions": lambda _: side_by_side(),
    "peers": beside,
    "matching": lambda _: matching(),
    "million": lambda _: large(),
    "reviewers": reviewers,
    "screens": screens,
    "pages": pages,
    "next": next_pair,
    "searching": searching,
    "exports": exporting,
}
_ON_DEMAND = frozenset({"million", "screens", "pages", "next", "searching", "exports"})


def main(names: list[str]) -> int:
    """Measure the stages and print the tables named; 2 for a name that there is not."""
    known = [*STAGES, *_TABLES]
    unknown = sorted(set(names) - set(known))
    if unknown:
        print(
            f"Nothing is called {', '.join(unknown)} here. There are: {', '.join(known)}.",
            file=sys.stderr,
        )
        return 2
    chosen = names or [name for name in known if name not in _ON_DEMAND]
    texts = corpus(_COPIES)
    _head(texts)
    _measure([name for name in chosen if name in STAGES], texts)
    for name in chosen:
        if name in _TABLES:
            print()
            for line in _TABLES[name](texts):
                print(line, flush=True)
    if not all(peer.installed for peer in PEERS) and set(chosen) & set(_TABLES):
        print("\nPeers are installed by `.venv/bin/python -m benchmarks.peers`.")
    return 0


def _head(texts: Sequence[Text]) -> None:
    characters = sum(len(text) for _, text in texts)
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, one core"
    )
    print(
        f"{len(texts)} documents (seeds × {_COPIES}), {characters:,} characters; median of rounds, processor time"
    )


def _measure(names: Sequence[str], texts: Sequence[Text]) -> None:
    if names:
        print(f"\n{Row.HEAD}")
    for name in names:
        print(measured(name, STAGES[name], texts), flush=True)
    if names:
        print(
            f"most memory that the process has held, lexicons and texts included: {held():,.0f} MB"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
