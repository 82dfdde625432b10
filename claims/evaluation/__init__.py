"""Labelled cases, precision and recall for each stage and each kind of slot, pinned floors."""

from claims.evaluation.gate import Pin, fallen, fingerprint, pins_from_json, pins_to_json
from claims.evaluation.labels import Label, Labelled, load_labels
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
    "Found",
    "Label",
    "Labelled",
    "Miss",
    "Pin",
    "Score",
    "SlotCase",
    "SlotMiss",
    "SlotScore",
    "Wanted",
    "fallen",
    "fingerprint",
    "found_of",
    "load_corpus",
    "load_labels",
    "load_unseen",
    "notation",
    "pins_from_json",
    "pins_to_json",
    "score",
    "slot_figures",
    "slot_fingerprint",
    "slot_scores",
]
