"""The sample case: five real articles about one air campaign."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from claims.services import Case, Settings, open_case

_HERE = Path(__file__).parent


def seeds() -> Path:
    """The folder of the sample articles: beside the package when installed, at the root of a checkout."""
    installed = _HERE / "seeds"
    return installed if installed.is_dir() else _HERE.parent / "seeds"


def prepare(settings: Settings, *, with_seeds: bool) -> None:
    """Make the case if it is not there, bring its tables up to date, fill it with the samples if it is empty.

    Args:
        settings: they name the case.
        with_seeds: whether an empty case gets the sample articles.

    Raises:
        ClaimsError: when the file is no case, or a newer program made it.
    """
    with open_case(settings) as case:
        if with_seeds and not case.documents.list(limit=1).items:
            _fill(case)


def _fill(case: Case) -> None:
    console = Console(file=sys.stderr)
    with Progress(console=console, transient=True) as progress:
        reading = progress.add_task("Reading the sample articles", total=None)
        added = case.documents.add(
            seeds(),
            progress=lambda done, total, _: progress.update(reading, completed=done, total=total),
        )
        comparing = progress.add_task("Comparing their claims", total=None)
        report = case.pairs.compare(
            progress=lambda done, total, _: progress.update(comparing, completed=done, total=total)
        )
    console.print(f"Sample case: {len(added.added)} articles, {report.pairs} pairs to look at.")
