"""The peer's side of the conversation: answers questions from stdin until there are no more.

A peer that raises ends here, as it would in a program that uses it; the bench starts it again for the next question.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

Reader = Callable[[str, datetime], Sequence[str]]
"""Reads an expression, as of a moment: values as EDTF or as plain numbers."""

Worker = Callable[[str], object]
"""Works through one document."""


def serve(readers: Mapping[str, Reader], worker: Worker | None = None) -> None:
    """Answer with the reader of the kind asked for, or work through documents and say how long it took."""
    # Some peers print while they read: what they print goes to stderr.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        question = json.loads(line)
        answer: dict[str, Any]
        if worker is not None:
            answer = _worked(worker, question["texts"], question["seconds"])
        else:
            moment = datetime.fromisoformat(question["reference"])
            answer = {"values": list(readers[question["do"]](question["text"], moment))}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _worked(worker: Worker, texts: Sequence[str], seconds: float) -> dict[str, float]:
    worker(texts[0])
    began = time.process_time()
    done = 0
    for text in texts:
        worker(text)
        done += 1
        if time.process_time() - began > seconds:
            break
    return {"documents": done, "seconds": time.process_time() - began}


def plain(number: float) -> str:
    """A number as the gold standard writes it."""
    return f"{number:.12g}"
