"""``evaluate``: how far the engine's claims are those that people labelled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

import claims
from claims.cli.options import FINDINGS, FINE, Json
from claims.cli.terminal import emit, quoted, show, tell
from claims.errors import InputError
from claims.evaluation import Pin, Score, fallen, fingerprint, load_labels, pinned, score
from claims.model import Extraction

Labels = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER", help="Label files (*.toml) and beside them the pin, baseline.json."
    ),
]
Update = Annotated[
    bool, typer.Option("--update", help="Pin what is reached now; floors only rise.")
]
Lower = Annotated[
    bool, typer.Option("--allow-regression", help="With --update: floors may fall, too.")
]
Missed = Annotated[bool, typer.Option("--missed", help="Tell every label and claim that is wrong.")]


def evaluate(
    labels: Labels = Path("tests/evaluation/labels"),
    update: Update = False,
    allow_regression: Lower = False,
    missed: Missed = False,
    as_json: Json = False,
) -> None:
    """Compare the engine's claims with labelled ones and hold each figure against its pinned floor.

    Exit code 1: a figure fell below its floor, or the labels are not those that were pinned.
    """
    cases = load_labels(labels)
    if not cases:
        raise InputError(
            f"{labels} holds no label files.", next_step="Name a folder with *.toml label files."
        )
    reached = score(cases, _read)
    path = labels.parent / "baseline.json"
    pin = Pin.from_json(path.read_text(encoding="utf-8")) if path.is_file() else None
    _show(reached, pin, as_json=as_json)
    if missed:
        _tell_missed(reached)
    if update:
        if pin is not None and not allow_regression:
            _refuse_fall(pin, reached)
        path.write_text(pinned(cases, reached).to_json(), encoding="utf-8")
        tell(f"{path}: {len(reached.figures)} floors pinned")
        raise typer.Exit(FINE)
    raise typer.Exit(FINDINGS if _wrong(pin, fingerprint(cases), reached) else FINE)


def _read(data: bytes, name: str, published: str) -> Extraction:
    return claims.extract(claims.read(data, name=name, published=published))


def _refuse_fall(pin: Pin, reached: Score) -> None:
    down = fallen(pin, reached)
    if down:
        raise InputError(
            "Floors would fall: " + "; ".join(down) + ".",
            next_step="Mend the engine, or say --allow-regression where the fall is meant.",
        )


def _wrong(pin: Pin | None, now: str, reached: Score) -> bool:
    if pin is None:
        tell("nothing is pinned yet: --update writes the pin", style="yellow")
        return True
    down = fallen(pin, reached)
    for one in down:
        tell(one, style="red")
    if pin.fingerprint != now:
        tell("the labels are not those that were pinned: --update pins them", style="yellow")
    return bool(down) or pin.fingerprint != now


def _show(reached: Score, pin: Pin | None, *, as_json: bool) -> None:
    floors = pin.floors if pin is not None else {}
    if as_json:
        emit(
            {
                "figures": reached.figures,
                "floors": floors,
                "labels": reached.labels,
                "claims": reached.claims,
            }
        )
        return
    table = Table("figure", "reached", "floor")
    for name, value in reached.figures.items():
        table.add_row(name, f"{value:.4f}", f"{floors[name]:.4f}" if name in floors else "–")
    show(table)
    tell(f"{reached.labels} labels, {reached.claims} claims in completely labelled texts")


def _tell_missed(reached: Score) -> None:
    for miss in reached.missed:
        what = ", ".join(miss.wrong) or "no claim of its kind"
        tell(f"{quoted(miss.document)}: {quoted(miss.words)}: {what}")
    for miss in reached.extra:
        tell(f"{quoted(miss.document)}: unlabelled {', '.join(miss.wrong)}: {quoted(miss.words)}")
