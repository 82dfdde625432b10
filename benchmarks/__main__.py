"""``python -m benchmarks [STAGE ...]``: one row per stage, all of them without arguments."""

from __future__ import annotations

import platform
import sys

from benchmarks.corpus import corpus
from benchmarks.measure import Row, measured
from benchmarks.stages import STAGES

_COPIES = 40


def main(names: list[str]) -> int:
    """Measure the stages named and print a table; 2 for a name that no stage has."""
    unknown = sorted(set(names) - set(STAGES))
    if unknown:
        print(
            f"No such stage: {', '.join(unknown)}. There are: {', '.join(STAGES)}.", file=sys.stderr
        )
        return 2
    texts = corpus(_COPIES)
    characters = sum(len(text) for _, text in texts)
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, one core"
    )
    print(
        f"{len(texts)} documents (seeds × {_COPIES}), {characters:,} characters; median of rounds, processor time\n"
    )
    print(Row.HEAD)
    for name in names or STAGES:
        print(measured(name, STAGES[name], texts), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
