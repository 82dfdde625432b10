"""Text cut into pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from workbench.shown.passage import Marked, direction, pieces, placed, visible

LETTERS = st.text(st.sampled_from("ab اب😀\n"), min_size=1, max_size=40)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Marked], Span]:
    """A text, marks on it, and the stretch to show."""
    text = draw(LETTERS)

    def span() -> Span:
        start = draw(st.integers(0, len(text)))
        return Span(start, draw(st.integers(start, len(text))))

    marks = [Marked(span(), str(number)) for number in range(draw(st.integers(0, 5)))]
    return text, marks, span()


@given(marked_texts())
def test_the_pieces_joined_are_the_stretch(drawn: tuple[str, list[Marked], Span]) -> None:
    """Cutting loses and repeats nothing, also with letters outside of the basic plane."""
    text, marks, within = drawn
    assert "".join(piece["text"] for piece in pieces(text, marks, within)) == within.of(text)


@given(marked_texts())
def test_each_letter_has_exactly_the_marks_that_cover_it(
    drawn: tuple[str, list[Marked], Span],
) -> None:
    """Overlapping and nested marks are all kept, and none spreads."""
    text, marks, within = drawn
    position = within.start
    for piece in pieces(text, marks, within):
        covering = {m.mark for m in marks if m.span.start <= position < m.span.end}
        assert set(piece["marks"]) == covering
        position += len(piece["text"])


def test_the_innermost_mark_stands_last() -> None:
    """A date inside of a claim is drawn on top of the claim."""
    marks = [Marked(Span(2, 4), "date"), Marked(Span(0, 9), "claim")]
    assert pieces("on 3 April", marks, Span(0, 9))[1] == {"text": " 3", "marks": ["claim", "date"]}


@given(st.text(st.sampled_from("ab ا😀\u202e\x07\n"), max_size=40), st.integers(0, 40))
def test_every_piece_says_where_it_stands(text: str, at: int) -> None:
    """Counted in code points of the text, whatever stands on the screen in the place of a control character."""
    marks = [Marked(Span(min(at, len(text)), len(text)), "claim")]
    position = 0
    for piece in placed(text, marks):
        assert piece["start"] == position
        position += piece["size"]
        raw = text[piece["start"] : position]
        assert piece["text"] == visible(raw)
        assert piece["text"] == raw or piece["size"] == 1
    assert position == len(text)


def test_directional_overrides_are_shown_and_not_obeyed() -> None:
    """A text cannot turn itself round or hide a control character."""
    assert visible("safe\u202eexe.gpj\x07") == "safe‹U+202E›exe.gpj␇"
    assert visible("two\nlines") == "two\nlines"


def test_direction_follows_the_letters_that_there_are_more_of() -> None:
    """An Arabic name in an English sentence does not turn the sentence round."""
    assert direction("التحالف شن غارة BBC") == "rtl"
    assert direction("The network فرات reported it") == "ltr"
    assert direction("27 - 28") == "auto"
