"""What a person reads in a terminal, as it was looked at last."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console, RenderableType

from claims.cli import display
from claims.model import DocumentHead, Message, QueueItem, Side
from claims.report.wording import wording
from tests.report.examples import case, decision
from tests.report.golden import golden


def seen(*blocks: RenderableType, width: int = 100) -> bytes:
    """The blocks on a terminal without colour."""
    stream = io.StringIO()
    Console(file=stream, width=width, highlight=False, markup=False).print(*blocks, sep="\n")
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines()).encode()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_claims_are_told_with_quote_slots_and_findings(language: str) -> None:
    """One block each."""
    made = seen(*(display.claim_block(claim, wording(language)) for claim in case().claims))

    assert made == golden(f"test_claims_are_told_{language}.txt", made)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_pair_is_told_side_by_side_and_slot_by_slot(language: str) -> None:
    """With the sign and the word of each level."""
    content = case()
    claims = {claim.id: claim for claim in content.claims}
    pair = content.comparisons[0]
    left, right = claims[pair.key.left], claims[pair.key.right]
    made = seen(display.comparison_block(pair, left, right, wording(language)))

    assert made == golden(f"test_a_pair_is_told_{language}.txt", made)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_decisions_and_verdicts_are_told_with_reasons(language: str) -> None:
    """Who, when and why; which rules."""
    content = case()
    words = wording(language)
    verdict = content.verdicts[0]
    claim = next(each for each in content.claims if each.id == verdict.claim)
    made = seen(
        display.decision_block(content.decisions[0], words),
        display.verdict_block(verdict, claim, words),
    )

    assert made == golden(f"test_decisions_and_verdicts_are_told_{language}.txt", made)


def test_an_item_of_the_queue_says_why_it_is_next() -> None:
    """Before the pair itself."""
    content = case()
    claims = {claim.id: claim for claim in content.claims}
    pair = content.comparisons[0]
    sides = [Side(claims[each], head(), "", "") for each in (pair.key.left, pair.key.right)]
    why = Message("تعارض محتمل", "a likely conflict")
    item = QueueItem(pair.key, 1, sides[0], sides[1], pair, why)

    assert seen(display.queue_block(item, wording("en"))).startswith(b"a likely conflict\n")


def test_a_row_that_takes_back_says_which_one() -> None:
    """A dash stands where nothing is said any more, and the number of what was."""
    key = case().comparisons[0].key
    row = decision(3, key, "ana", "")
    silent = type(row)(4, None, key, "ana", row.at, 3, True, 1)

    made = seen(display.decision_block(silent, wording("en"))).decode()
    assert made == f"4  {key}  –  takes back 3  \u2068ana\u2069  {row.at}\n"


def test_an_answer_from_before_a_change_says_so() -> None:
    """It stands, on what both claims said then; one on what they say now says nothing of it."""
    row = decision(3, case().comparisons[0].key, "ana", "")
    said = "said before one of the two claims, or how it is read, changed"
    assert said.encode() not in seen(display.decision_block(row, wording("en")))
    assert said.encode() in seen(
        display.decision_block(replace(row, overtaken=True), wording("en"))
    )


def test_hostile_words_cannot_act_on_the_terminal() -> None:
    """A reason with an escape sequence is shown."""
    row = decision(3, case().comparisons[0].key, "ana\x1b[2J", "\u202eevil")

    made = seen(display.decision_block(row, wording("en"))).decode()

    assert "\x1b" not in made
    assert "ana␛[2J" in made
    assert "<U+202E>evil" in made


def head() -> DocumentHead:
    """A document of the case, without its text."""
    return DocumentHead("a" * 16, "a.txt", "a" * 64, "en", None, "", "", "", 10, 1, 0)
