"""How far the engine's claims are those that a person labelled.

A claim *matches* a label when it is of the same kind and its quote covers at least half of the labelled words. Among several, the one
with the most slots right is taken, and each claim serves one label. A matched claim is *right* when its date, places,
figures and speaker are all as labelled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.evaluation.labels import Label, Labelled
from claims.model import Claim, Extraction, Quantity, Span

Read = Callable[[bytes, str, str], Extraction]

_SLOTS = ("date", "places", "actors", "targets", "figures", "speaker")
_MUST = ("date", "places", "figures", "speaker")


@dataclass(frozen=True, slots=True)
class Miss:
    """A label that no claim got right, or a claim that no label asks for.

    Attributes:
        document: name of the label file.
        words: the labelled words or the claim's quote.
        wrong: slots that differ; empty when there was no match at all.
    """

    document: str
    words: str
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Figures of one run, each from 0 to 1, with what went wrong.

    Attributes:
        figures: ``claim recall``, ``right recall``, ``claim precision``, one ``<slot> accuracy`` each, ``span exactness``.
        labels: number of labels.
        claims: number of claims in completely labelled documents.
        missed: labels without a right claim.
        extra: claims of completely labelled documents without a label.
    """

    figures: dict[str, float]
    labels: int
    claims: int
    missed: tuple[Miss, ...]
    extra: tuple[Miss, ...]


@dataclass(slots=True)
class _Tally:
    found: int = 0
    right: int = 0
    labels: int = 0
    claims: int = 0
    matched: int = 0
    exact: int = 0
    spans: int = 0


def score(labelled: tuple[Labelled, ...], read: Read) -> Score:
    """Run ``read(data, name, published)`` over the labelled documents and count."""
    tally = _Tally()
    slots = dict.fromkeys(_SLOTS, 0)
    missed: list[Miss] = []
    extra: list[Miss] = []
    for case in labelled:
        extraction = read(case.data, f"{case.name}.txt", case.published)
        text = extraction.document.text
        tally.spans += len(extraction.claims)
        tally.exact += sum(c.span.of(text) == c.quote for c in extraction.claims)
        pairs = _matched(case.labels, extraction.claims)
        for label, claim in zip(case.labels, pairs, strict=True):
            tally.labels += 1
            wrong = _wrong(label, claim) if claim is not None else ()
            if claim is None or set(wrong) & set(_MUST):
                missed.append(Miss(case.name, label.span.of(text), wrong))
            if claim is not None:
                tally.found += 1
                tally.right += not set(wrong) & set(_MUST)
                for slot in _SLOTS:
                    slots[slot] += slot not in wrong
        if case.complete:
            used = {c.id for c in pairs if c is not None}
            wanted = [c for c in extraction.claims if c.kind not in {"other", "position"}]
            tally.claims += len(wanted)
            tally.matched += sum(c.id in used for c in wanted)
            extra.extend(Miss(case.name, c.quote, (c.kind,)) for c in wanted if c.id not in used)
    return Score(_figures(tally, slots), tally.labels, tally.claims, tuple(missed), tuple(extra))


def _figures(tally: _Tally, slots: dict[str, int]) -> dict[str, float]:
    def share(part: int, whole: int) -> float:
        return round(part / whole, 4) if whole else 1.0

    return {
        "claim recall": share(tally.found, tally.labels),
        "right recall": share(tally.right, tally.labels),
        "claim precision": share(tally.matched, tally.claims),
        **{f"{slot} accuracy": share(right, tally.found) for slot, right in slots.items()},
        "span exactness": share(tally.exact, tally.spans),
    }


def _matched(labels: tuple[Label, ...], claims: tuple[Claim, ...]) -> list[Claim | None]:
    """For each label its claim; the pairs with the fewest wrong slots are made first."""
    ranked = sorted(
        (len(_wrong(label, claim)), i, j)
        for i, label in enumerate(labels)
        for j, claim in enumerate(claims)
        if label.kind == claim.kind and _covers(claim.span, label.span)
    )
    chosen: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return [claims[chosen[i]] if i in chosen else None for i in range(len(labels))]


def _covers(quote: Span, words: Span) -> bool:
    common = min(quote.end, words.end) - max(quote.start, words.start)
    return 2 * common >= len(words)


def _wrong(label: Label, claim: Claim) -> tuple[str, ...]:
    given = {
        "date": (claim.date.edtf if claim.date else "") == label.date,
        "places": set(label.places) <= {p.name for p in claim.places}
        and bool(label.places) == bool(claim.places),
        "actors": set(label.actors) <= {p.name for p in claim.actors},
        "targets": set(label.targets) <= {p.name for p in claim.targets},
        "figures": set(label.figures) <= {_figure(q) for q in claim.quantities},
        "speaker": label.speaker == (claim.speaker.source if claim.speaker.span else ""),
    }
    return tuple(slot for slot in _SLOTS if not given[slot])


def _figure(quantity: Quantity) -> str:
    low = "" if quantity.low is None else f"{quantity.low:.12g}"
    if quantity.high is None:
        number = f"{low}+"
    elif quantity.high == quantity.low:
        number = low
    else:
        number = f"{low}-{quantity.high:.12g}"
    about = "~" if quantity.approximate else ""
    return f"{quantity.unit or '-'} {quantity.of or '-'} {about}{number}"
