"""What goes to a terminal: readable, isolated, harmless."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.cli import terminal
from claims.cli.terminal import message, quoted, visible
from claims.report.wording import wording

ACTING = set(map(chr, [*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)]))


@given(st.text(st.characters(exclude_categories=())))
def test_no_character_of_a_document_acts_on_the_terminal(text: str) -> None:
    """Escapes, bells, carriage returns and overrides are pictures or numbers."""
    assert not ACTING & set(visible(text))
    assert not ACTING & set(quoted(text))


def test_a_quote_is_one_line_between_isolates() -> None:
    """Line breaks become spaces; what stands around it keeps its direction."""
    assert quoted(" غارة\r\n في  أيار ") == "\u2068غارة في أيار\u2069"


def test_a_quote_cannot_leave_its_isolate() -> None:
    """An isolate's end inside the quote is shown by its number."""
    assert quoted("a\u2069b") == "\u2068a<U+2069>b\u2069"


def test_escape_sequences_are_shown() -> None:
    """A file cannot colour, move or rename the terminal."""
    assert visible("\x1b[31m") == "␛[31m"


def test_isolates_of_our_own_sentences_stay() -> None:
    """A message that quotes a document keeps the quote's direction; all else is shown."""
    assert message("\u2068غارة\u2069 \u202e") == "\u2068غارة\u2069 <U+202E>"


def test_a_message_goes_to_stderr_and_is_not_cut(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """However long it is, it stays on one line, with its next step below."""
    terminal.complain("x" * 300, "Do this.", wording("en"))
    out, err = capsys.readouterr()

    assert out == ""
    assert err == f"error: {'x' * 300}\n  Do this.\n"


def test_markup_in_a_message_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Square brackets are words, not styles."""
    terminal.tell("[bold]x[/bold] :smile:")

    assert capsys.readouterr().err == "[bold]x[/bold] :smile:\n"


def test_progress_is_silent_where_stderr_is_no_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Logs of other programs stay clean."""
    with terminal.watching("Reading") as advance:
        advance(1, 2, "a.txt")

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_is_left_out_when_asked(
    monkeypatch: pytest.MonkeyPatch, no_color: str, coloured: bool
) -> None:
    """NO_COLOR holds on a terminal too."""
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)

    terminal.complain("no such file", "", wording("en"))

    assert ("31m" in stream.getvalue()) is coloured
