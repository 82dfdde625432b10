"""Labelled cases, precision and recall for each stage and each kind of slot, pinned floors."""

from claims.evaluation.gate import Pin, fallen, fingerprint, pins_from_json, pins_to_json
from claims.evaluation.labels import Label, Labelled, load_labels
from claims.evaluation.pair_calibration import (
    Reliability,
    Step,
    calibrate,
    reliability,
    steps,
    steps_to_toml,
)
from claims.evaluation.pair_labels import (
    Account,
    Address,
    Happening,
    PairLabel,
    load_pairs,
    pair_fingerprint,
)
from claims.evaluation.pair_score import (
    Judged,
    judge_pairs,
    pair_figures,
)
from claims.evaluation.score import Miss, Score, score
from claims.evaluation.slot_cases import HELD, KINDS, Found, SlotCase, Wanted, found_of, notation
from claims.evaluation.slot_corpus import load_corpus
from claims.evaluation.slot_labels import load_unseen
from claims.evaluation.slot_score import (
    SlotMiss,
    SlotScore,
    slot_figures,
    slot_fingerprint,
    slot_scores,
)

__all__ = [
    "HELD",
    "KINDS",
    "Account",
    "Address",
    "Found",
    "Happening",
    "Judged",
    "Label",
    "Labelled",
    "Miss",
    "PairLabel",
    "Pin",
    "Reliability",
    "Score",
    "SlotCase",
    "SlotMiss",
    "SlotScore",
    "Step",
    "Wanted",
    "calibrate",
    "fallen",
    "fingerprint",
    "found_of",
    "judge_pairs",
    "load_corpus",
    "load_labels",
    "load_pairs",
    "load_unseen",
    "notation",
    "pair_figures",
    "pair_fingerprint",
    "pins_from_json",
    "pins_to_json",
    "reliability",
    "score",
    "slot_figures",
    "slot_fingerprint",
    "slot_scores",
    "steps",
    "steps_to_toml",
]
