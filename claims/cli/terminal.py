"""Where results, messages and progress go.

Results go to stdout: JSON lines in UTF-8, or tables for people. Messages and progress go to stderr, coloured only on
a terminal and never with ``NO_COLOR``. Words of documents are evidence and may be hostile: on their way to a
terminal, control characters are shown as pictures, and every stretch is isolated so that Arabic keeps its order.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel
from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from claims.errors import StoreError
from claims.report.lines import to_line
from claims.report.refusals import told_in
from claims.report.wording import Wording

Advance = Callable[..., None]
"""Told of progress: how many are done, of how many, and (or not) the name of the one at hand."""

READER_LEFT = 141
"""Exit code when whoever reads stdout closes it early: 128 + SIGPIPE, as a shell would say."""

_ISOLATE, _POP = "\u2068", "\u2069"
_KEPT = _ISOLATE + _POP
_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = re.compile("[ \t\r\n\u2028\u2029]+")
_BLANKS = re.compile(" +(?=\n)")
_SPACE, _DELETE = 0x20, 0x7F


def results() -> Console:
    """The console of results, on the present stdout."""
    return Console(file=sys.stdout or io.StringIO(), highlight=False, markup=False, emoji=False)


def messages() -> Console:
    """The console of messages, on the present stderr; nowhere when that is closed, and never on stdout."""
    return Console(
        file=sys.stderr or io.StringIO(), highlight=False, markup=False, emoji=False, soft_wrap=True
    )


def emit(form: BaseModel | Iterable[BaseModel] | Mapping[str, Any]) -> None:
    """Write one JSON line to stdout."""
    write(to_line(form) + "\n")


def write(text: str) -> None:
    """Write text to stdout as it is; leave quietly when nobody reads any more.

    Raises:
        StoreError: stdout is a file that cannot be written.
    """
    with to_stdout():
        sys.stdout.write(text)


def show(*renderables: RenderableType) -> None:
    """Write tables and texts for people to stdout, without blanks at the ends of lines."""
    console = results()
    with to_stdout(), console.capture() as captured:
        console.print(*renderables, sep="\n")
    write(_BLANKS.sub("", captured.get()))


def tell(text: str, *, style: str = "") -> None:
    """Write a message to stderr."""
    messages().print(Text(text, style=style))


def sum_up(text: str, *, as_json: bool) -> None:
    """Write a total: to stdout for people, for whom it is a result; beside JSON lines to stderr."""
    if as_json:
        tell(text)
    else:
        show(Text(text))


def complain(
    said: str,
    next_step: str,
    words: Wording,
    *,
    of: str = "",
    arabic: Mapping[str, str] | None = None,
) -> None:
    """Write an error and what to do now to stderr, in the reader's language.

    Args:
        said: what happened, as the engine says it.
        next_step: what to do now, as the engine says it; "" for nothing.
        words: in whose language.
        of: the row or file that it is about; "" where the message names it.
        arabic: the Arabic of sentences within what happened, as the error brings it.
    """
    head = "".join(f"{_in_words(each, words)}: " for each in (of,) if each)
    told = _in_words(said, words, arabic)
    line = Text.assemble((words.text("line_error"), "bold red"), head, told)
    if next_step:
        line.append("\n  " + _in_words(next_step, words))
    messages().print(line)


def _in_words(sentence: str, words: Wording, arabic: Mapping[str, str] | None = None) -> str:
    """A sentence of the engine in the reader's language; word for word where nobody translated it."""
    plain = visible(sentence)
    if words.language == "en":
        return plain
    along = {visible(english): visible(own) for english, own in (arabic or {}).items()}
    known = told_in(plain, words.language, typed=True, arabic=along)
    return quoted(plain) if known is None else message(known)


@contextmanager
def watching(text: str) -> Iterator[Advance]:
    """Progress of a long step on stderr, silent where that is no terminal.

    Yields:
        What to call with how many are done, of how many (0: nobody can say), and the name of the one at hand.
    """
    console = messages()
    display = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = display.add_task(text, total=None)

    def advance(done: int, total: int, name: str = "") -> None:
        described = f"{text} {quoted(name)}" if name else text
        display.update(task, completed=done, total=total or None, description=described)

    with display:
        yield advance


@contextmanager
def to_stdout() -> Iterator[None]:
    """Whatever is written to stdout inside; leaves with `READER_LEFT` when its reader closes it in the meantime.

    Raises:
        StoreError: stdout is closed, or a file that cannot be written.
    """
    if sys.stdout is None:
        raise StoreError(
            "Standard output is closed.", next_step="Let it go to a file, or to /dev/null."
        )
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError as error:
        _give_up()
        raise SystemExit(READER_LEFT) from error
    except OSError as error:
        _give_up()
        raise StoreError(
            f"Standard output cannot be written: {error.strerror}.",
            next_step="Make room, or write elsewhere; what came out is not whole.",
        ) from error


def message(text: str) -> str:
    """Our own sentence, which may quote a document between isolates: these stay, all other controls are shown."""
    return "".join(
        each if each in _KEPT else visible(each) for each in re.split(f"([{_KEPT}])", text)
    )


def visible(text: str) -> str:
    """The text with control characters and directional overrides shown instead of obeyed."""
    return _HOSTILE.sub(_picture, text)


def quoted(text: str) -> str:
    """Words of a document on one line: visible, isolated from the direction of what stands around them."""
    return f"{_ISOLATE}{visible(_SPACES.sub(' ', text).strip())}{_POP}"


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < _SPACE:
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else f"<U+{code:04X}>"


def _give_up() -> None:
    """Let what is still buffered go nowhere, so that the end of the program has nothing to complain of."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
