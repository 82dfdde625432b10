"""``evaluate``: how far what the engine reads is what people labelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Protocol

import typer
from rich.box import SIMPLE
from rich.table import Table

import claims
from claims.cli.options import FINDINGS, FINE, Json
from claims.cli.quality_pairs import pairs_reached
from claims.cli.terminal import emit, quoted, show, tell
from claims.errors import InputError
from claims.evaluation import (
    HELD,
    Found,
    Pin,
    Score,
    SlotCase,
    SlotMiss,
    SlotScore,
    fallen,
    fingerprint,
    found_of,
    load_corpus,
    load_labels,
    load_unseen,
    pins_from_json,
    pins_to_json,
    score,
    slot_figures,
    slot_fingerprint,
    slot_scores,
)
from claims.model import Extraction
from claims.report.quality_forms import ClaimsReachedForm, SlotsReachedForm


class Part(StrEnum):
    """What can be evaluated by itself."""

    CLAIMS = "claims"
    SLOTS = "slots"
    PAIRS = "pairs"


class Measure(Protocol):
    """Measures one part beside a folder of labels and shows what is reached."""

    def __call__(
        self, labels: Path, floors: Mapping[str, float], /, *, missed: bool, as_json: bool
    ) -> Pin | None:
        """What is reached, None where nothing is labelled."""


Labels = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER", help="Label files (*.toml) and beside them the pins, baseline.json."
    ),
]
Only = Annotated[Part | None, typer.Option("--only", help="Evaluate and pin this part alone.")]
Update = Annotated[
    bool, typer.Option("--update", help="Pin what is reached now; floors only rise.")
]
Lower = Annotated[
    bool, typer.Option("--allow-regression", help="With --update: floors may fall, too.")
]
Missed = Annotated[bool, typer.Option("--missed", help="Tell every label and find that is wrong.")]


def evaluate(
    labels: Labels = Path("tests/evaluation/labels"),
    only: Only = None,
    update: Update = False,
    allow_regression: Lower = False,
    missed: Missed = False,
    as_json: Json = False,
) -> None:
    """Compare what the engine reads with what people labelled, and hold each figure against its pinned floor.

    Exit code 1: a figure fell below its floor, or the labels are not those that were pinned.
    """
    path = labels.parent / "baseline.json"
    pins = pins_from_json(path.read_text(encoding="utf-8")) if path.is_file() else {}
    reached: dict[str, Pin] = {}
    for part in Part:
        if only in {None, part}:
            pin = _MEASURES[part](labels, _floors(pins, part), missed=missed, as_json=as_json)
            if pin is not None:
                reached[part.value] = pin
    if update:
        if not allow_regression:
            _refuse_fall(pins, reached)
        path.write_text(pins_to_json({**pins, **reached}), encoding="utf-8")
        tell(f"{path}: {sum(len(pin.floors) for pin in reached.values())} floors pinned")
        raise typer.Exit(FINE)
    wrong = [_wrong(part, pins.get(part), pin) for part, pin in reached.items()]
    raise typer.Exit(FINDINGS if any(wrong) else FINE)


def _floors(pins: Mapping[str, Pin], part: Part) -> Mapping[str, float]:
    return pins[part].floors if part in pins else {}


def _claims(
    labels: Path, floors: Mapping[str, float], *, missed: bool, as_json: bool
) -> Pin | None:
    cases = load_labels(labels)
    if not cases:
        raise InputError(
            f"{labels} holds no label files.",
            next_step="Call this in a checkout of the project, or name a folder with *.toml label files.",
        )
    reached = score(cases, _read)
    _show_claims(reached, floors, as_json=as_json)
    if missed:
        _tell_missed(reached)
    return Pin(fingerprint(cases), dict(reached.figures))


def _slots(labels: Path, floors: Mapping[str, float], *, missed: bool, as_json: bool) -> Pin | None:
    """The slots, from the folders that a checkout has beside the labels."""
    corpus, unseen = labels.parent.parent / "slots" / "corpus", labels.parent / "slots"
    cases = (*load_corpus(corpus), *load_unseen(unseen))
    if not cases and not floors:
        tell(
            f"slots are not evaluated: neither {corpus} nor {unseen} holds labelled texts; a checkout of the project has them",
            style="yellow",
        )
        return None
    reached = slot_scores(cases, _find)
    _show_slots(reached, floors, as_json=as_json)
    if missed:
        open_rows = (row for row in reached if row.collection != HELD)
        for miss in (miss for row in open_rows for miss in row.misses):
            _tell_slot(miss)
    return Pin(slot_fingerprint(cases), slot_figures(reached))


_MEASURES: Final[Mapping[Part, Measure]] = {
    Part.CLAIMS: _claims,
    Part.SLOTS: _slots,
    Part.PAIRS: pairs_reached,
}


def _read(data: bytes, name: str, published: str) -> Extraction:
    return claims.extract(claims.read(data, name=name, published=published))


def _find(case: SlotCase) -> Sequence[Found]:
    text, told = case.text, case.told
    if case.kind == "date":
        return [
            found_of(v) for v in claims.find_dates(text, reference=case.reference, language=told)
        ]
    if case.kind == "quantity":
        return [found_of(v) for v in claims.find_quantities(text, language=told)]
    if case.kind == "place":
        return [found_of(v) for v in claims.find_places(text, language=told)]
    return [found_of(v) for v in claims.find_parties(text, language=told)]


def _refuse_fall(pins: Mapping[str, Pin], reached: Mapping[str, Pin]) -> None:
    down = [
        one
        for part, pin in reached.items()
        if part in pins
        for one in fallen(pins[part], pin.floors)
    ]
    if down:
        raise InputError(
            "Floors would fall: " + "; ".join(down) + ".",
            next_step="Mend the engine, or say --allow-regression where the fall is meant.",
        )


def _wrong(part: str, pin: Pin | None, now: Pin) -> bool:
    if pin is None:
        tell(f"{part}: nothing is pinned yet, --update writes the pin", style="yellow")
        return True
    down = fallen(pin, now.floors)
    for one in down:
        tell(one, style="red")
    if pin.fingerprint != now.fingerprint:
        tell(
            f"{part}: the labels are not those that were pinned, --update pins them", style="yellow"
        )
    return bool(down) or pin.fingerprint != now.fingerprint


def _show_claims(reached: Score, floors: Mapping[str, float], *, as_json: bool) -> None:
    if as_json:
        emit(
            ClaimsReachedForm(
                part="claims",
                figures=reached.figures,
                floors=dict(floors),
                labels=reached.labels,
                claims=reached.claims,
            )
        )
        return
    table = Table("figure", "reached", "floor")
    for name, value in reached.figures.items():
        table.add_row(name, f"{value:.4f}", _floor(floors.get(name)))
    show(table)
    tell(f"{reached.labels} labels, {reached.claims} claims in completely labelled texts")


def _show_slots(
    reached: Sequence[SlotScore], floors: Mapping[str, float], *, as_json: bool
) -> None:
    titles = ("texts", "kind", "stated", "found", "right", "precision", "recall")
    table = Table(*titles, box=SIMPLE, pad_edge=False, collapse_padding=True)
    for column in table.columns[2:]:
        column.justify = "right"
    for row in reached:
        form = _slot_form(row, floors)
        if as_json:
            emit(form)
            continue
        counts = (str(number) for number in (form.stated, form.found, form.right))
        shares = (
            f"{value:.3f} ({_floor(floor, '.3f')})"
            for value, floor in (
                (form.precision, form.precision_floor),
                (form.recall, form.recall_floor),
            )
        )
        table.add_row(f"{row.collection} {row.language}", row.kind, *counts, *shares)
    if not as_json:
        show(table)
        tell("slots by kind; in brackets the pinned floor")


def _slot_form(row: SlotScore, floors: Mapping[str, float]) -> SlotsReachedForm:
    name = f"{row.collection} {row.language} {row.kind}"
    return SlotsReachedForm(
        part="slots",
        collection=row.collection,
        language=row.language,
        kind=row.kind,
        texts=row.texts,
        stated=row.labels,
        found=row.found,
        right=row.right,
        precision=row.precision,
        recall=row.recall,
        precision_floor=floors.get(f"{name} precision"),
        recall_floor=floors.get(f"{name} recall"),
    )


def _floor(value: float | None, form: str = ".4f") -> str:
    return "–" if value is None else format(value, form)


def _tell_missed(reached: Score) -> None:
    for miss in reached.missed:
        what = ", ".join(miss.wrong) or "no claim of its kind"
        tell(f"{quoted(miss.document)}: {quoted(miss.words)}: {what}")
    for miss in reached.extra:
        tell(f"{quoted(miss.document)}: unlabelled {', '.join(miss.wrong)}: {quoted(miss.words)}")


def _tell_slot(miss: SlotMiss) -> None:
    case = miss.case
    head = f"{case.collection} {case.language} {case.kind}: {quoted(case.text)}"
    stated = [
        f"{' or '.join(one.readings) or 'anything'} {quoted(one.words)}" for one in miss.missing
    ]
    found = [f"{' or '.join(sorted(one.readings))} {quoted(one.words)}" for one in miss.extra]
    tell(
        f"{head}: stated {', '.join(stated) or 'nothing more'}; found {', '.join(found) or 'nothing'}"
    )
