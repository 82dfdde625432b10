"""Files as documents of one set."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import claims
from claims.cli.terminal import complain, message, quoted, tell
from claims.errors import ClaimsError, InputError, UnreadableFile
from claims.model import Extraction, Problem
from claims.settings import Settings

STANDARD_INPUT: Final = Path("-")


class Accounts:
    """The documents of one call; what cannot be used is told of and counted, and the rest goes on.

    Attributes:
        refused: files that could not be used.
        problems: what was not read or not understood.
        findings: what the checks noticed.
    """

    def __init__(self, paths: Sequence[Path], published: str, settings: Settings) -> None:
        self.refused = 0
        self.problems = 0
        self.findings = 0
        self._paths = paths
        self._published = published
        self._settings = settings

    def extractions(self) -> Iterator[Extraction]:
        """What was read in each file, in the order given; problems go to stderr."""
        for path in self._paths:
            try:
                found = self._extraction(path)
            except ClaimsError as error:
                complain(error.message, error.next_step)
                self.refused += 1
                continue
            for problem in found.problems:
                _tell(found, problem, self._settings.language)
            self.problems += len(found.problems)
            self.findings += sum(len(claim.findings) for claim in found.claims)
            yield found

    def _extraction(self, path: Path) -> Extraction:
        name = "standard input" if path == STANDARD_INPUT else path.name
        data = read_bytes(path, self._settings.max_bytes)
        return claims.extract(claims.read(data, name=printable(name), published=self._published))


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a file or, for ``-``, of standard input.

    Raises:
        UnreadableFile: there is no such file, it cannot be read, or it is a folder.
        InputError: it is longer than ``limit`` bytes.
    """
    name = printable(str(path))
    try:
        data = _read(path, limit + 1)
    except IsADirectoryError as error:
        raise UnreadableFile(
            f"{name} is a folder.", next_step=f"Name the files in it, such as {name}/*.txt"
        ) from error
    except OSError as error:
        raise UnreadableFile(
            f"{name} cannot be read: {error.strerror}.", next_step="Check the name and your rights."
        ) from error
    if len(data) > limit:
        raise InputError(
            f"{name} is longer than {limit:,} bytes.",
            next_step="Split it, or raise CLAIMS_MAX_BYTES.",
        )
    return data


def printable(name: str) -> str:
    """A file name as text that can be written anywhere, whatever bytes it is made of."""
    return os.fsencode(name).decode("utf-8", "replace")


def _read(path: Path, most: int) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(most)
    with path.open("rb") as file:
        return file.read(most)


def _tell(found: Extraction, problem: Problem, language: str) -> None:
    words = "" if problem.span is None else f" {quoted(problem.span.of(found.document.text))}"
    tell(
        f"{quoted(found.document.name)}: {message(problem.message.within(language))}{words}",
        style="yellow",
    )
