"""Labelled cases, precision and recall for each stage, pinned floors."""

from claims.evaluation.gate import Pin, fallen, fingerprint, pinned
from claims.evaluation.labels import Label, Labelled, load_labels
from claims.evaluation.score import Miss, Score, score

__all__ = [
    "Label",
    "Labelled",
    "Miss",
    "Pin",
    "Score",
    "fallen",
    "fingerprint",
    "load_labels",
    "pinned",
    "score",
]
