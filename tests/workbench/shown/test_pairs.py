"""A pair as the compare screen shows it."""

from __future__ import annotations

import json
from dataclasses import replace

from claims.model import (
    DocumentHead,
    Finding,
    Level,
    Party,
    QueueItem,
    ScorePart,
    Side,
    Slot,
    SlotComparison,
    Source,
    Span,
)
from tests.factories import a_claim, a_comparison, a_decision, a_mark, a_message, an_attribution
from workbench import wording
from workbench.shown.pairs import card

EN, AR = wording.of("en"), wording.of("ar")
TEXT = "On Monday 😀 planes hit the army. Nobody died."
QUOTE = "planes hit the army"
START = TEXT.index(QUOTE)
ARMY = Span(TEXT.index("army"), TEXT.index("army") + 4)


def a_head(name: str = "a.txt") -> DocumentHead:
    """The head of a document."""
    return DocumentHead(
        "d" * 16, name, "f" * 64, "en", Source("The Herald"), "2018-04-03", "given", "", 45, 1, 0
    )


def an_item() -> QueueItem:
    """Two claims that part on the target."""
    target = Party("Syrian army", "a", "state", "army", ARMY)
    one = a_claim(QUOTE, start=START, targets=(target,), id="a" * 16)
    other = a_claim("a strike", attribution=(an_attribution("Furat Post"),), id="b" * 16)
    comparison = a_comparison(one.id, other.id)
    return QueueItem(
        comparison.key,
        3,
        Side(one, a_head(), TEXT[:START], TEXT[START + len(QUOTE) :]),
        Side(other, a_head("b.txt"), "", " fell."),
        comparison,
        a_message("likely conflict"),
    )


def test_who_published_it_is_not_said_twice() -> None:
    """Where the publisher speaks, the document is called by its title or file instead."""
    item = an_item()
    own = replace(item.left, claim=a_claim(QUOTE, attribution=(an_attribution("The Herald"),)))
    titled = replace(own, document=replace(own.document, title="Planes over the river"))
    assert card(replace(item, left=own), EN)["left"]["title"] == "a.txt"
    assert card(replace(item, left=titled), EN)["left"]["title"] == "Planes over the river"


def test_a_document_that_nobody_named_is_called_by_its_headline() -> None:
    """What stands above its text goes before the name of its file, and behind what people say it is called."""
    item = an_item()
    own = replace(
        item.left,
        claim=a_claim(QUOTE, attribution=(an_attribution("The Herald"),)),
        headline="Planes hit the army",
    )
    titled = replace(own, document=replace(own.document, title="Planes over the river"))
    assert card(replace(item, left=own), EN)["left"]["title"] == "Planes hit the army"
    assert card(replace(item, left=titled), EN)["left"]["title"] == "Planes over the river"


def test_the_quote_is_whole_and_lit_where_its_slots_stand() -> None:
    """Context and quote keep every letter; the target lies under its own mark."""
    left = card(an_item(), EN)["left"]
    assert "".join(piece["text"] for piece in left["before"]) == TEXT[:START]
    assert "".join(piece["text"] for piece in left["quote"]) == QUOTE
    assert {"text": "army", "marks": ["target"]} in left["quote"]
    assert (left["title"], left["published"]) == ("The Herald", "3 April 2018")


def test_a_document_without_a_day_of_publication_says_so() -> None:
    """Whoever judges the date sees why there is none."""
    item = an_item()
    undated = replace(item.left, document=replace(item.left.document, published=""))
    assert card(replace(item, left=undated), EN)["left"]["published"] == "no day of publication"


def test_the_version_on_the_screen_goes_with_the_pair() -> None:
    """What is decided can be told apart from a pair that has changed since."""
    assert card(an_item(), EN)["version"] == 3


def test_levels_are_said_in_words_and_signs() -> None:
    """Nothing rests on colour."""
    rows = {row["slot"]: row for row in card(an_item(), EN)["rows"]}
    assert (rows["target"]["sign"], rows["target"]["word"]) == ("≠", "different")
    assert (rows["date"]["sign"], rows["date"]["word"]) == ("=", "equal")


def test_a_slot_that_one_side_states_is_told_from_one_that_neither_does() -> None:
    """Not stated is no difference, and half stated is not nothing."""
    slots = (
        SlotComparison(Slot.TARGET, Level.ABSENT, a_message()),
        SlotComparison(Slot.PLACE, Level.ABSENT, a_message()),
    )
    item = an_item()
    shown = card(replace(item, comparison=replace(item.comparison, slots=slots)), EN)
    said = {row["slot"]: row["word"] for row in shown["rows"]}
    assert (said["target"], said["place"]) == ("only one side", "not stated")


def test_every_slot_has_its_row_in_the_order_of_its_key() -> None:
    """The fourth key means the target, whatever was compared."""
    rows = [row["slot"] for row in card(an_item(), EN)["rows"]]
    assert rows == ["date", "place", "actor", "target", "quantity"]


def test_the_parts_of_the_score_are_named_and_signed() -> None:
    """A slot goes by its name, anything else by its own words."""
    parts = (
        ScorePart("target", -0.5, a_message("army, not group")),
        ScorePart("words", 0.25, a_message("words in common")),
    )
    item = an_item()
    shown = card(replace(item, comparison=replace(item.comparison, parts=parts)), EN)
    named = [(part["name"], part["value"]) for part in shown["parts"]]
    assert named == [("Target", "−0.5"), ("words in common", "+0.25")]


def test_findings_and_an_earlier_word_of_mine_are_shown() -> None:
    """A check that noticed something speaks where the decision is taken."""
    item = an_item()
    noticed = replace(
        item.left.claim, findings=(Finding("weekday", a_message("a Friday"), Span(0, 1)),)
    )
    mine = a_decision(a_mark("a" * 16, "b" * 16))
    shown = card(replace(item, left=replace(item.left, claim=noticed), mine=mine), EN)
    assert shown["left"]["notes"] == ["a Friday"]
    assert shown["mine"] == "Your word so far: Agree"
    earlier = card(replace(item, mine=replace(mine, overtaken=True)), EN)
    assert earlier["mine"].startswith("You said Agree before a claim changed")


def test_a_card_is_plain_data_in_either_language() -> None:
    """It can be sent to a browser as it is."""
    assert json.loads(json.dumps(card(an_item(), AR)))["rows"][3]["word"] == "مختلف"
