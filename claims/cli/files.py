"""Files as documents of one set."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import claims
from claims.cli.extractor import extracting
from claims.cli.terminal import complain, message, quoted, tell
from claims.errors import ClaimsError, InputError, UnreadableFile
from claims.extraction.account import Account, account
from claims.model import Document, Extraction, Problem
from claims.report.wording import wording
from claims.settings import Settings

STANDARD_INPUT: Final = "-"


class Accounts:
    """The documents of one call; what cannot be used is told of and counted, and the rest goes on.

    Attributes:
        refused: files that could not be used.
        problems: what was not read or not understood.
        findings: what the checks noticed.
        account: what became of the characters of all documents.
    """

    def __init__(
        self,
        paths: Sequence[str],
        published: str,
        settings: Settings,
        extract: Callable[[Document], Extraction] | None = None,
    ) -> None:
        self.refused = 0
        self.problems = 0
        self.findings = 0
        self.account = Account(0, 0, 0, 0)
        self._paths = paths
        self._published = published
        self._settings = settings
        self._extract = extract or extracting(settings)

    def extractions(self) -> Iterator[Extraction]:
        """What was read in each file, in the order given; problems go to stderr."""
        for path in self._paths:
            try:
                found = self._extraction(path)
            except ClaimsError as error:
                complain(error.message, error.next_step, wording(self._settings.language))
                self.refused += 1
                continue
            for problem in found.problems:
                _tell(path, found, problem, self._settings.language)
            self.problems += len(found.problems)
            self.findings += len({one for claim in found.claims for one in claim.findings})
            self.account += account(found)
            yield found

    def _extraction(self, path: str) -> Extraction:
        data = read_bytes(path, self._settings.max_bytes)
        return self._extract(claims.read(data, name=spoken(path), published=self._published))


def read_bytes(path: str, limit: int) -> bytes:
    """The bytes of a file or, for ``-``, of standard input.

    Raises:
        UnreadableFile: there is no such file, it cannot be read, or it is a folder.
        InputError: it is longer than ``limit`` bytes.
    """
    name = spoken(path)
    try:
        data = _read(path, limit + 1)
    except IsADirectoryError as error:
        raise UnreadableFile(
            f"{name} is a folder.",
            next_step=f"Name the files in it, such as {name.rstrip('/')}/*.txt",
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


def spoken(path: str) -> str:
    """What messages call a file: as it was typed, or that it is standard input."""
    return "standard input" if path == STANDARD_INPUT else printable(path)


def standard_input() -> BinaryIO:
    """The bytes of standard input.

    Raises:
        UnreadableFile: whoever started the program closed it.
    """
    if sys.stdin is None:
        raise UnreadableFile("Standard input is closed.", next_step="Name a file instead.")
    return sys.stdin.buffer


def _read(path: str, most: int) -> bytes:
    if path == STANDARD_INPUT:
        return standard_input().read(most)
    with Path(path).open("rb") as file:
        return file.read(most)


def _tell(path: str, found: Extraction, problem: Problem, language: str) -> None:
    words = "" if problem.span is None else f" {quoted(problem.span.of(found.document.text))}"
    tell(
        f"{quoted(spoken(path))}: {message(problem.message.within(language))}{words}",
        style="yellow",
    )
