"""Ours beside the packages of others on the same expressions, and how many each reads exactly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.peers import DATE, NUMBER, PEERS
from benchmarks.peers.process import ENDED, answers

Answer = Sequence[str] | str

_OURS = "ours"
_RIGHT = "ok"
_NOTHING = "–"
_MISSING = "not installed"
_PUBLISHED = 10
_TITLE = {DATE: "dates", NUMBER: "numbers"}


def side_by_side() -> Iterator[str]:
    """The lines of both tables: dates, then numbers."""
    content = tomllib.loads((Path(__file__).parent / "expressions.toml").read_text("utf-8"))
    for kind in (DATE, NUMBER):
        yield from _table(kind, content[kind], content["reference"])
        yield ""


def ours(kind: str, text: str, reference: str) -> list[str]:
    """What the project reads: dates as EDTF, numbers with their bounds."""
    if kind == DATE:
        from claims.slots.time import find_dates

        return [found.edtf for found in find_dates(text, reference=reference[:_PUBLISHED])]
    from claims.evaluation import found_of
    from claims.slots.quantity import find_quantities

    return [
        reading.partition("|")[0]
        for found in find_quantities(text)
        for reading in found_of(found).readings
    ]


def right(row: dict[str, Any], answer: Answer, *, bounds: bool) -> bool:
    """Whether an answer is exactly the gold: all values, none else; order and repetition are free.

    Args:
        row: an expression with its gold.
        answer: what was read.
        bounds: whether the marks of bounds must be right, too; otherwise the bare numbers are.
    """
    if isinstance(answer, str):
        return False
    gold = row["gold"] if bounds else [n for one in row["gold"] for n in _numbers(one)]
    return set(answer) == set(gold) or list(answer) == row.get("also")


def _numbers(gold: str) -> list[str]:
    return re.findall(r"[\d.]+", gold)


def _table(kind: str, rows: list[dict[str, Any]], reference: str) -> Iterator[str]:
    peers = [peer for peer in PEERS if kind in peer.asked]
    texts = [row["text"] for row in rows]
    columns: dict[str, Sequence[Answer] | None] = {
        _OURS: [ours(kind, text, reference) for text in texts]
    }
    for peer in peers:
        columns[peer.name] = answers(peer, kind, texts, reference) if peer.installed else None
    yield f"{len(rows)} {_TITLE[kind]}, as of {reference}"
    yield _line("", columns, "")
    for number, row in enumerate(rows):
        shown = [
            _MISSING if given is None else _shown(row, given[number], bounds=_exact(kind, name))
            for name, given in columns.items()
        ]
        yield _line(
            f"{kind[0].upper()}{number + 1:02}", shown, f"{row['text']} = {', '.join(row['gold'])}"
        )
    scores = [
        _MISSING
        if given is None
        else str(
            sum(
                right(row, one, bounds=_exact(kind, name))
                for row, one in zip(rows, given, strict=True)
            )
        )
        for name, given in columns.items()
    ]
    yield _line("all", scores, f"of {len(rows)}")


def _exact(kind: str, name: str) -> bool:
    """Ours must give the bounds of numbers, too; of a date there is nothing to leave out."""
    return kind == DATE or name == _OURS


def _shown(row: dict[str, Any], answer: Answer, *, bounds: bool) -> str:
    if answer == ENDED:
        return "process ended"
    if right(row, answer, bounds=bounds):
        return _RIGHT
    return "; ".join(answer) or _NOTHING


def _line(head: str, cells: Iterator[str] | Sequence[str] | dict[str, Any], tail: str) -> str:
    return f"{head:<5}" + "".join(f"{_short(cell):<24}" for cell in cells) + tail


def _short(cell: str) -> str:
    return cell if len(cell) < 24 else cell[:22] + "…"
