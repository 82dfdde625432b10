"""Long work on documents: taking them in, also those of another case, and reading them again. No click on the screen interrupts it.

It draws nothing and asks no screen: the screen that began it looks at it from time to time. Every document is stored
whole in a transaction of its own, so that a server that is stopped meanwhile leaves no half of one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from claims.model import Source
from claims.services import (
    Case,
    ClaimsError,
    DescribedMany,
    Describes,
    LoadReport,
    ReadAgain,
    Watch,
)
from workbench.shown.documents import described, described_many, not_described, notices, reread
from workbench.shown.errors import explain
from workbench.shown.outcomes import loaded
from workbench.wording import Words, isolate

_WORKERS: Final = 4
"""Jobs at a time, of all tabs; they write one after the other all the same."""

_workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="intake")


@dataclass(frozen=True, slots=True)
class File:
    """One document as it was handed in."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class About:
    """What the reader says of all files: date of publication and who published them, "" and None when unknown."""

    published: str = ""
    publisher: Source | None = None


class Work(ABC):
    """A piece of long work; begins at once.

    Args:
        case: what it works on, in the hands of whoever began it.
        words: the language of the lines.
    """

    def __init__(self, case: Case, words: Words) -> None:
        self._case = case
        self._words = words
        self._lines: tuple[str, ...] = ()
        self._step = ("", 0.0)
        self._refused = False
        self._wrong: tuple[str, ...] = ()
        self._work: Future[None] = _workers.submit(self._run)

    @property
    def done(self) -> bool:
        """Whether it has come to its end."""
        return self._work.done()

    @property
    def refused(self) -> bool:
        """Whether the engine refused any part of it so far."""
        return self._refused

    @property
    def step(self) -> tuple[str, float]:
        """What is at hand, in words, and how much of that is done, 0 to 1."""
        return self._step

    @property
    def lines(self) -> tuple[str, ...]:
        """A line on each file so far, and on what went wrong."""
        return self._lines

    @property
    def wrong(self) -> tuple[str, ...]:
        """Those of the lines that say what went wrong."""
        return self._wrong

    def result(self) -> tuple[str, ...]:
        """All lines; waits for the end, and raises what the work failed of if that was a fault of ours."""
        self._work.result()
        return self._lines

    @abstractmethod
    def _run(self) -> None:
        """Do it, telling `_step` and `_lines`."""

    def _reading_again(self, done: int, total: int, _name: str) -> None:
        """Tell how many documents were read again so far."""
        reading = self._words(
            "Reading documents again: {number} of {total}",
            number=min(done + 1, total),
            total=total,
        )
        self._step = (reading, done / total if total else 0.0)

    def _fail(self, *lines: str) -> None:
        self._lines += lines
        self._wrong += lines

    def _compare(self) -> None:
        words = self._words
        comparing = words("Comparing the claims of all documents")
        self._step = (comparing, 0.0)

        def watch(done: int, total: int, _name: str) -> None:
            self._step = (comparing, done / total if total else 0.0)

        try:
            self._case.pairs.compare(progress=watch)
        except ClaimsError as error:
            self._fail(explain(error, words))


class Job(Work):
    """Taking files in and comparing again.

    Args:
        case: where they go, in the hands of whoever handed them in.
        files: what was handed in.
        about: what is said of them.
        words: the language of the lines.
        left_out: the names of files that were handed in with them and are not taken in.
    """

    def __init__(
        self,
        case: Case,
        files: Sequence[File],
        about: About,
        words: Words,
        left_out: Sequence[str] = (),
    ) -> None:
        self._files = tuple(files)
        self._about = about
        self._left_out = tuple(left_out)
        super().__init__(case, words)

    def _run(self) -> None:
        added, words = False, self._words
        for name in self._left_out:
            self._fail(
                words(
                    "{name}: not added. Of a folder only text files (.txt) are taken in. If it is an account, save it as text, or paste its words.",
                    name=isolate(name),
                )
            )
        for done, file in enumerate(self._files):
            reading = words(
                "Reading {name}: {number} of {total}",
                name=isolate(file.name),
                number=done + 1,
                total=len(self._files),
            )
            self._step = (reading, done / len(self._files))
            added = self._add(file) or added
        if added:
            self._compare()

    def _add(self, file: File) -> bool:
        """Take one file in; whether it was new."""
        about = self._about
        try:
            report = self._case.documents.add_bytes(
                file.data, name=file.name, published=about.published, publisher=about.publisher
            )
        except ClaimsError as error:
            self._refused = True
            self._fail(f"{isolate(file.name)}: {explain(error, self._words)}")
            return False
        told = notices(report, self._words, file.name)
        if report.refused:
            self._refused = True
            self._fail(*told)
        else:
            self._lines += told
        return bool(report.added)


class TakingIn(Work):
    """Taking in what another case or a file of one has more, and comparing it with what was there.

    Args:
        case: where it goes, in the hands of whoever takes it in.
        load: takes it in.
        words: the language of the lines.
    """

    def __init__(self, case: Case, load: Callable[[], LoadReport], words: Words) -> None:
        self._load = load
        super().__init__(case, words)

    def _run(self) -> None:
        words = self._words
        self._step = (words("Holding the file against its record …"), 0.0)
        try:
            report = self._load()
        except ClaimsError as error:
            self._refused = True
            self._fail(explain(error, words))
            return
        self._lines += (loaded(report, words),)
        self._compare()


class Rereading(Work):
    """Reading documents again and comparing again, because of what the case changed.

    Args:
        case: the case, in the hands of whoever changed it.
        change: makes the change and reads again what it touches, telling progress.
        words: the language of the lines.
    """

    def __init__(self, case: Case, change: Callable[[Watch], ReadAgain], words: Words) -> None:
        self._change = change
        super().__init__(case, words)

    def _run(self) -> None:
        words = self._words
        try:
            report = self._change(self._reading_again)
        except ClaimsError as error:
            self._refused = True
            self._fail(explain(error, words))
            return
        self._lines += (reread(report, words),)
        if report.changed:
            self._compare()


class Describing(Work):
    """Saying what a document is, and comparing again where it is read otherwise because of that.

    Args:
        case: the case, in the hands of whoever says it.
        change: says it; None when there was nothing to take back.
        words: the language of the lines.
    """

    def __init__(self, case: Case, change: Callable[[], Describes | None], words: Words) -> None:
        self._change = change
        super().__init__(case, words)

    def _run(self) -> None:
        words = self._words
        self._step = (words("Reading the document again"), 0.0)
        try:
            done = self._change()
        except ClaimsError as error:
            self._refused = True
            self._fail(explain(error, words))
            return
        if done is None:
            self._lines += (words("There is no word of yours on it to take back."),)
            return
        self._lines += (described(done.read, words),)
        if done.read.changed:
            self._compare()


class Dating(Work):
    """Saying of many documents when they were published and by whom, or taking that back, and comparing again.

    Args:
        case: the case, in the hands of whoever says it.
        token: of the submission.
        change: says it, telling progress.
        words: the language of the lines.
        back: whether it takes words back.
    """

    def __init__(
        self,
        case: Case,
        token: str,
        change: Callable[[Watch], DescribedMany],
        words: Words,
        *,
        back: bool = False,
    ) -> None:
        self.token, self.back = token, back
        self.kept: tuple[str, ...] = ()
        self._change = change
        super().__init__(case, words)

    def _run(self) -> None:
        words = self._words
        try:
            report = self._change(self._reading_again)
        except ClaimsError as error:
            self._refused = True
            self._fail(explain(error, words))
            return
        self.kept = report.documents
        if report.refused:
            self._refused = True
            self._fail(*not_described(report, words))
        if report.documents:
            self._lines += (described_many(report, words, back=self.back),)
        if report.read.changed:
            self._compare()
