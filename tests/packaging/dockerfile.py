"""A Dockerfile as a list of instructions, and its COPY lines as files; enough for our own, which keeps to simple forms."""

from __future__ import annotations

import fnmatch
import shlex
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction.

    Attributes:
        stage: number of the build stage it stands in, from 0.
        word: ``RUN``, ``COPY`` …
        rest: what follows the word, on one line.
    """

    stage: int
    word: str
    rest: str

    @property
    def words(self) -> list[str]:
        """What follows, cut as a shell would."""
        return shlex.split(self.rest)


def instructions(text: str) -> list[Instruction]:
    """All instructions of a Dockerfile, comments left out and continued lines joined."""
    lines = [
        line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    found: list[Instruction] = []
    stage = -1
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        word, _, rest = line.strip().partition(" ")
        stage += word == "FROM"
        found.append(Instruction(stage, word, rest.strip()))
    return found


def last_stage(steps: list[Instruction]) -> list[Instruction]:
    """What becomes the image."""
    return [step for step in steps if step.stage == max(step.stage for step in steps)]


def one(steps: list[Instruction], word: str) -> Instruction:
    """The only instruction of that word in the last stage."""
    (found,) = (step for step in last_stage(steps) if step.word == word)
    return found


def sent(root: Path, ignore: str) -> list[Path]:
    """Files of ``root`` that a builder would be sent, by the rules of a ``.dockerignore``: the last match decides."""
    rules = [
        line.strip() for line in ignore.splitlines() if line.strip() and not line.startswith("#")
    ]
    return [
        path
        for path in root.rglob("*")
        if path.is_file() and _is_sent(path.relative_to(root), rules)
    ]


def _is_sent(path: Path, rules: list[str]) -> bool:
    kept = True
    for rule in rules:
        pattern, keeps = (rule[1:], True) if rule.startswith("!") else (rule, False)
        if _matches(path, pattern):
            kept = keeps
    return kept


def _matches(path: Path, pattern: str) -> bool:
    """Whether a rule names the path or a folder above it; ``**/`` stands for any folders or none."""
    names = [Path(*path.parts[:depth]) for depth in range(1, len(path.parts) + 1)]
    if pattern.startswith("**/"):
        return any(fnmatch.fnmatch(name.name, pattern[3:]) for name in names)
    return any(
        name.as_posix() == pattern or (pattern == "*" and len(name.parts) == 1) for name in names
    )
