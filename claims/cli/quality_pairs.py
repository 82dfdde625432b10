"""The pairs of ``evaluate``: how far suggestions are what people said of them, and how sure they should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from rich.box import SIMPLE
from rich.table import Table

import claims
from claims.cli.terminal import emit, quoted, show, tell
from claims.evaluation import (
    Account,
    Happening,
    Judged,
    Pin,
    calibrate,
    judge_pairs,
    load_pairs,
    pair_figures,
    pair_fingerprint,
    reliability,
    steps_to_toml,
)
from claims.model import Extraction, Source
from claims.report.quality_forms import PairsReachedForm, ReliabilityForm

FOLDER: Final = "pairs"


def pairs_reached(
    labels: Path, floors: Mapping[str, float], *, missed: bool, as_json: bool
) -> Pin | None:
    """Compare the labelled pairs beside ``labels`` and show the figures; None where there are none."""
    folder = labels.parent / FOLDER
    happenings = load_pairs(folder)
    if not happenings and not floors:
        tell(
            f"pairs are not evaluated: {folder} holds no labelled pairs; a checkout of the project has them",
            style="yellow",
        )
        return None
    judged = _judged(happenings)
    figures = pair_figures(judged)
    form = _form(judged, figures, floors)
    if as_json:
        emit(form)
    else:
        _show(form)
    if missed:
        _tell_missed(judged)
    return Pin(pair_fingerprint(happenings), figures)


def calibration(labels: Path) -> str:
    """The steps of ``claims/comparison/data/confidence.toml`` as the pairs held out beside ``labels`` give them."""
    return steps_to_toml(calibrate(_judged(load_pairs(labels.parent / FOLDER))))


def _judged(happenings: tuple[Happening, ...]) -> tuple[Judged, ...]:
    return judge_pairs(happenings, _read, claims.compare)


def _read(account: Account) -> Extraction:
    document = claims.read(
        account.text.encode(),
        name=f"{account.id}.txt",
        published=account.published,
        publisher=Source(account.publisher),
    )
    return claims.extract(document)


def _form(
    judged: Sequence[Judged], figures: Mapping[str, float], floors: Mapping[str, float]
) -> PairsReachedForm:
    rows = [
        ReliabilityForm(
            held=row.held,
            relation=row.relation,
            pairs=row.pairs,
            predicted=row.predicted,
            observed=row.observed,
        )
        for row in reliability(judged)
    ]
    return PairsReachedForm(
        part="pairs",
        figures=dict(figures),
        floors=dict(floors),
        pairs=sum(one.label is not None for one in judged),
        across=sum(one.across for one in judged),
        near=sum(one.label is not None and bool(one.label.near) for one in judged),
        reliability=tuple(rows),
    )


def _show(form: PairsReachedForm) -> None:
    table = Table("figure", "reached", "floor")
    for name, value in form.figures.items():
        floor = form.floors.get(name)
        table.add_row(name, f"{value:.4f}", "–" if floor is None else f"{floor:.4f}")
    show(table)
    sure = Table("pairs", "suggested", "how many", "predicted", "observed", box=SIMPLE)
    for row in form.reliability:
        said = "held out" if row.held else "open"
        shares = (f"{value:.3f}" for value in (row.predicted, row.observed))
        sure.add_row(said, row.relation.value, str(row.pairs), *shares)
    show(sure)
    tell(
        f"{form.pairs} labelled pairs, {form.across} across languages, {form.near} near misses; last "
        "table: how sure suggestions are, and how often they are right (of unsure: one event after all); what is predicted "
        "for pairs held out is what the other happenings held out give"
    )


def _tell_missed(judged: Sequence[Judged]) -> None:
    for one in judged:
        if one.held or one.right:
            continue
        if one.sides is None or one.found is None:
            words = (one.label.left.words, one.label.right.words) if one.label else ()
            tell(f"{quoted(one.happening)}: not read: {' / '.join(map(quoted, words))}")
            continue
        sides = " / ".join(quoted(claim.quote) for claim in one.sides)
        tell(f"{quoted(one.happening)}: {sides}: {_said(one)}")


def _said(one: Judged) -> str:
    found = (
        f"suggested {one.found.same_event.value}, {one.found.relation.value}" if one.found else ""
    )
    if one.label is None:
        return f"two happenings; {found}"
    wanted = ("|".join(sorted(group)) for group in (one.label.same, one.label.relations))
    return f"labelled {', '.join(filter(None, wanted))}; {found}"
