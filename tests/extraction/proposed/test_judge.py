"""Proposals stand with our own values, or fall with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from claims.extraction import extract
from claims.extraction.proposed import (
    Judged,
    Passage,
    Proposal,
    ProposedDate,
    ProposedFigure,
    ProposedSpeaker,
    assemble,
    cut,
    judge,
    read,
)
from claims.model import Document, Lineage, Modality, Polarity, Slot, Source, Unread
from tests.factories import a_document

PRESS = Source("Daily Post", Lineage.AGENCY)
RAID = "A strike killed 21 people in Raqqa on 3 May 2019."
TOLD = (
    "Fighting went on near Aleppo. The US Department of Defense said that a strike killed 21 people "
    "in Raqqa on 3 May 2019."
)


def judged(text: str, quote: str, *, sentence: int = 0, **given: Any) -> Judged:
    """What becomes of one proposal for a text of Daily Post, all of it one passage."""
    reading = read(a_document(text, publisher=PRESS, published="2019-05-06"))
    given.setdefault("kind", "casualties")
    passages = cut(reading, 100_000).passages
    return judge(reading, passages[0], [Proposal(sentence, quote, **given)])


def codes(found: Judged) -> list[str]:
    """The ids of the problems."""
    return [problem.code for problem in found.problems]


def test_a_claim_holds_what_we_read_at_the_words_it_names() -> None:
    """Date, figure, place: the values are those of our own slot modules."""
    found = judged(
        RAID,
        "A strike killed 21 people in Raqqa on 3 May 2019",
        date=ProposedDate("3 May 2019", "2019-05-03"),
        places=("Raqqa",),
        figures=(ProposedFigure("21 people", 21, 21),),
    )
    (claim,) = found.claims
    ours = next(one for one in extract(a_document(RAID)).claims if one.kind == "casualties")
    assert not found.problems
    assert (claim.date, claim.places, claim.quantities) == (ours.date, ours.places, ours.quantities)
    assert claim.span.of(RAID) == claim.quote
    assert [link.source for link in claim.attribution] == ["Daily Post"]


def test_a_claim_of_the_rules_proposed_again_is_the_same_claim() -> None:
    """Two extractors that see the same give the same id."""
    document = a_document(RAID, publisher=PRESS)
    ours = next(one for one in extract(document).claims if one.kind == "casualties")
    assert ours.date
    found = judged(
        RAID,
        ours.quote,
        date=ProposedDate(ours.date.text),
        places=tuple(one.text for one in ours.places),
        targets=tuple(one.text for one in ours.targets),
        actors=tuple(one.text for one in ours.actors),
        figures=tuple(ProposedFigure(one.text) for one in ours.quantities),
    )
    assert [claim.id for claim in found.claims] == [ours.id]


@pytest.mark.parametrize(
    "quote",
    [
        "A strike destroyed a hospital in Idlib",
        "A strike killed 12 people in Raqqa",
        "strike in Raqqa",
    ],
)
def test_words_that_are_not_in_the_text_are_no_claim(quote: str) -> None:
    """Invented, changed, or put together from elsewhere."""
    found = judged(RAID, quote)
    assert (found.claims, codes(found)) == ((), ["proposal-quote-missing"])
    assert quote in found.problems[0].message.en


@pytest.mark.parametrize("quote", ["strike", "…", "", "21"])
def test_a_single_word_is_no_claim(quote: str) -> None:
    """Or none at all."""
    assert codes(judged(RAID, quote)) == ["proposal-quote-short"]


TWICE = "A strike hit a school. Days went by. A strike hit a school."


def test_words_that_stand_twice_need_the_number_of_their_sentence() -> None:
    """With it, the claim is the one of that sentence."""
    found = judged(TWICE, "A strike hit a school", sentence=2, kind="strike")
    assert [claim.span.start for claim in found.claims] == [TWICE.rindex("A strike")]


def test_words_that_stand_twice_without_a_sentence_are_no_claim() -> None:
    """Which one is meant cannot be known."""
    found = judged(TWICE, "A strike hit a school", sentence=99, kind="strike")
    assert (found.claims, codes(found)) == ((), ["proposal-quote-twice"])
    assert found.problems[0].span is None


def test_words_that_stand_twice_in_their_sentence_are_no_claim() -> None:
    """Neither is a guess."""
    found = judged("They hit a post and then they hit a post.", "hit a post", kind="strike")
    assert codes(found) == ["proposal-quote-twice"]


def test_a_wrong_number_does_not_hide_words_that_stand_once() -> None:
    """The words decide."""
    found = judged(TOLD, "Fighting went on near Aleppo", sentence=1, kind="clash")
    assert [claim.quote for claim in found.claims] == ["Fighting went on near Aleppo"]


def test_a_figure_that_contradicts_the_text_is_never_stored() -> None:
    """Twelve where the text says 21: the claim falls, and both are told."""
    found = judged(
        RAID, "A strike killed 21 people", figures=(ProposedFigure("21 people", 12, 12),)
    )
    assert (found.claims, codes(found)) == ((), ["proposal-value-differs"])
    message = found.problems[0].message
    assert "12" in message.en
    assert "21" in message.en
    assert "12" in message.ar


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("21 people", 21, 21),
        ("21 people", 21.0, None),
        ("21", None, 21),
        ("killed 21 people", 21, 21),
        ("21 people", None, None),
    ],
)
def test_a_figure_that_agrees_is_ours(words: str, low: float | None, high: float | None) -> None:
    """Said in full, in part, or not at all."""
    found = judged(RAID, "A strike killed 21 people", figures=(ProposedFigure(words, low, high),))
    assert [(one.low, one.high) for claim in found.claims for one in claim.quantities] == [(21, 21)]


def test_an_open_figure_may_be_given_by_its_bound_or_its_least_number() -> None:
    """More than five: five, or six; never ten."""
    text = "More than five raids hit Raqqa."
    for low, fits in [(5, True), (6, True), (10, False)]:
        figures = (ProposedFigure("More than five raids", low),)
        found = judged(text, "More than five raids hit Raqqa", kind="strike", figures=figures)
        assert bool(found.claims) is fits


def test_a_figure_at_words_without_one_cannot_be_held_against_the_text() -> None:
    """A number that we do not read there is a fault; without a number, the words are stated but not understood."""
    stated = judged(RAID, "A strike killed 21 people", figures=(ProposedFigure("strike", 1, 1),))
    assert (stated.claims, codes(stated)) == ((), ["proposal-value-unread"])
    silent = judged(RAID, "A strike killed 21 people", figures=(ProposedFigure("strike"),))
    (claim,) = silent.claims
    assert claim.quantities == ()
    assert [(one.slot, one.text) for one in claim.unread] == [(Slot.QUANTITY, "strike")]


def test_a_date_that_is_not_in_the_text_is_no_date() -> None:
    """However likely it sounds."""
    found = judged(
        RAID, "A strike killed 21 people", date=ProposedDate("4 June 2018", "2018-06-04")
    )
    assert (found.claims, codes(found)) == ((), ["proposal-words-missing"])


@pytest.mark.parametrize(
    ("edtf", "fits"),
    [
        ("2019-05-03", True),
        ("2019-05-03T14:00", True),
        ("2019-05", True),
        ("2019", True),
        ("", True),
        ("2019-05-04", False),
        ("2018-05-03", False),
        ("3 May", False),
        ("2019-13-40", False),
        ("XXXX-05-03", True),
        ("XXXX-06-03", False),
    ],
)
def test_a_date_must_say_what_we_read(edtf: str, *, fits: bool) -> None:
    """The same day, or less exactly; another one, or none that a calendar knows, brings the claim down."""
    found = judged(RAID, "A strike killed 21 people", date=ProposedDate("3 May 2019", edtf))
    assert [claim.date.edtf for claim in found.claims if claim.date] == ["2019-05-03"] * fits
    assert codes(found) == ["proposal-value-differs"] * (not fits)


def test_a_date_may_not_be_made_more_exact_than_the_text() -> None:
    """A day where the text says a month is an invention."""
    found = judged(
        "A strike killed 21 people in May 2019.",
        "A strike killed 21 people",
        date=ProposedDate("May 2019", "2019-05-14"),
    )
    assert codes(found) == ["proposal-value-differs"]


def test_words_that_hold_two_dates_are_no_date() -> None:
    """One claim, one day."""
    text = "Strikes hit Raqqa on 3 May 2019 and on 9 May 2019."
    words = "3 May 2019 and on 9 May 2019"
    found = judged(text, "Strikes hit Raqqa", kind="strike", date=ProposedDate(words))
    assert codes(found) == ["proposal-several-readings"]


def test_one_day_of_a_list_is_read_with_its_month() -> None:
    """The words name the day, we read the rest."""
    text = "قصفت الطائرات مواقع قرب البوكمال (28 و27 و26 مارس 2018)."
    found = judged(
        text,
        "قصفت الطائرات مواقع قرب البوكمال",
        kind="strike",
        date=ProposedDate("27", "2018-03-27"),
        places=("البوكمال",),
    )
    (claim,) = found.claims
    assert claim.date
    assert claim.date.edtf == "2018-03-27"
    assert claim.places
    assert claim.borrowed == (claim.date.span,)
    assert claim.statement.endswith("]")


@pytest.mark.parametrize("slot", ["places", "actors", "targets"])
def test_names_that_are_not_in_the_text_bring_the_claim_down(slot: str) -> None:
    """In every slot."""
    named: dict[str, Any] = {slot: ("Homs army",)}
    found = judged(RAID, "A strike killed 21 people", **named)
    assert (found.claims, codes(found)) == ((), ["proposal-words-missing"])


def test_names_that_we_cannot_read_are_stated_but_not_understood() -> None:
    """They get no value from anybody."""
    found = judged(
        "A strike hit the Blurgh in Raqqa.", "A strike hit the Blurgh", kind="strike",
        places=("the Blurgh",),
    )  # fmt: skip
    (claim,) = found.claims
    assert claim.places == ()
    (unread,) = claim.unread
    assert unread == Unread(
        Slot.PLACE, unread.span.of("A strike hit the Blurgh in Raqqa."), unread.span
    )


def test_one_party_cannot_do_it_to_itself() -> None:
    """The same words as actor and target are no reading."""
    text = "ISIS attacked the Syrian army in Homs."
    found = judged(
        text, "ISIS attacked the Syrian army", kind="clash", actors=("ISIS",), targets=("ISIS",)
    )
    assert codes(found) == ["proposal-both-sides"]
    good = judged(
        text, "ISIS attacked the Syrian army", kind="clash",
        actors=("ISIS",), targets=("the Syrian army",),
    )  # fmt: skip
    assert [(claim.actors[0].name, claim.targets[0].name) for claim in good.claims] == [
        ("ISIS", "Syrian army")
    ]


def test_a_speaker_that_we_hear_too_is_taken_with_our_cue() -> None:
    """And with the kind of source it is."""
    found = judged(
        TOLD, "a strike killed 21 people in Raqqa", sentence=1,
        speaker=ProposedSpeaker("The US Department of Defense", "said"),
    )  # fmt: skip
    (claim,) = found.claims
    assert claim.speaker.source == "US Department of Defense"
    assert claim.speaker.cue == "said"
    assert claim.speaker.lineage is Lineage.OFFICIAL


def test_a_speaker_that_we_hear_cannot_be_left_out() -> None:
    """The words of a department do not become those of the paper."""
    found = judged(TOLD, "a strike killed 21 people in Raqqa", sentence=1)
    assert (found.claims, codes(found)) == ((), ["proposal-speaker-left-out"])
    assert "US Department of Defense" in found.problems[0].message.en


def test_another_speaker_than_the_one_we_hear_brings_the_claim_down() -> None:
    """Though the text names that one, too."""
    text = "ISIS fled. The US Department of Defense said that a strike killed 21 people in Raqqa."
    found = judged(
        text, "a strike killed 21 people", sentence=1, speaker=ProposedSpeaker("ISIS", "said")
    )
    assert codes(found) == ["proposal-speaker-differs"]


def test_a_speaker_that_the_text_does_not_name_brings_the_claim_down() -> None:
    """Nobody is made to speak."""
    found = judged(RAID, "A strike killed 21 people", speaker=ProposedSpeaker("Reuters", "said"))
    assert codes(found) == ["proposal-words-missing"]


def test_a_speaker_that_we_do_not_hear_needs_a_word_of_saying_in_the_text() -> None:
    """With one, it is added, and the word is kept."""
    text = "A strike killed 21 people in Raqqa, thus the White Helmets."
    quote = "A strike killed 21 people in Raqqa"
    bare = judged(text, quote, speaker=ProposedSpeaker("the White Helmets"))
    assert codes(bare) == ["proposal-speaker-without-cue"]
    invented = judged(text, quote, speaker=ProposedSpeaker("the White Helmets", "announced"))
    assert codes(invented) == ["proposal-speaker-without-cue"]
    far = judged(text, quote, speaker=ProposedSpeaker("the White Helmets", "A strike"))
    assert codes(far) == ["proposal-speaker-without-cue"]
    itself = judged(text, quote, speaker=ProposedSpeaker("the White Helmets", "Helmets"))
    assert codes(itself) == ["proposal-speaker-without-cue"]
    (claim,) = judged(text, quote, speaker=ProposedSpeaker("the White Helmets", "thus")).claims
    assert claim.speaker.source == "Syrian Civil Defence (White Helmets)"
    assert (claim.speaker.text, claim.speaker.cue) == ("White Helmets", "thus")


def test_what_cannot_speak_is_no_speaker() -> None:
    """A place, a number."""
    found = judged(RAID, "A strike killed 21 people", speaker=ProposedSpeaker("21", "killed"))
    assert codes(found) == ["proposal-speaker-unread"]


def test_words_that_only_point_back_name_whom_we_resolve() -> None:
    """He added: the one who spoke before."""
    text = (
        "قالت وزارة الدفاع الأمريكية إن غارة قتلت 21 شخصا في الرقة. "
        "وأضافت أن غارة ثانية استهدفت مستودعا."
    )
    (claim,) = judged(
        text, "غارة ثانية استهدفت مستودعا", sentence=1, kind="strike",
        speaker=ProposedSpeaker("وأضافت"),
    ).claims  # fmt: skip
    assert claim.speaker.source == "US Department of Defense"


def test_a_not_right_before_the_quote_still_counts() -> None:
    """Cutting it off does not turn the claim round."""
    text = "الطائرات لم تقصف مدرسة في الرقة."
    (claim,) = judged(text, "تقصف مدرسة في الرقة", kind="strike").claims
    assert claim.polarity is Polarity.NEGATED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("القوات لم تنسحب، قصفت الطائرات مدرسة في الرقة.", "قصفت الطائرات مدرسة"),
        ("القوات لم تنسحب قصفت الطائرات مدرسة في الرقة.", "قصفت الطائرات مدرسة"),
        ("They did not stay. Jets bombed a school in Raqqa.", "Jets bombed a school"),
        ("They did not stay, jets bombed a school in Raqqa.", "jets bombed a school"),
    ],
)
def test_a_not_of_another_clause_does_not_count(text: str, quote: str) -> None:
    """It is not borrowed over a mark or another verb."""
    (claim,) = judged(text, quote, kind="strike").claims
    assert claim.polarity is Polarity.AFFIRMED


@pytest.mark.parametrize("quote", ["قصفت الطائرات مدرسة في الرقة؟", "قصفت الطائرات مدرسة في الرقة"])
def test_a_question_stays_a_question(quote: str) -> None:
    """With its mark, or with its mark cut off."""
    (claim,) = judged("هل قصفت الطائرات مدرسة في الرقة؟", quote, kind="strike").claims
    assert (claim.checkable, claim.unchecked) == (False, "question")


def test_a_denied_claim_stays_denied() -> None:
    """The word of saying decides, whoever proposes."""
    text = "The US Department of Defense denied that a strike killed 21 people in Raqqa."
    (claim,) = judged(
        text, "a strike killed 21 people in Raqqa",
        speaker=ProposedSpeaker("The US Department of Defense", "denied"),
    ).claims  # fmt: skip
    assert claim.modality is Modality.DENIED


def test_two_figures_of_one_kind_become_two_claims() -> None:
    """One figure, one claim; none is dropped."""
    text = "A strike killed 21 people and injured 40 others in Raqqa."
    found = judged(
        text, text[:-1], figures=(ProposedFigure("21 people", 21), ProposedFigure("40 others", 40))
    )
    assert [[one.low for one in claim.quantities] for claim in found.claims] == [[21], [40]]


def test_a_figure_that_the_kind_does_not_count_is_left_out_and_told() -> None:
    """A strike does not count the dead; the claim stands without the figure."""
    found = judged(
        RAID, "A strike killed 21 people", kind="strike", figures=(ProposedFigure("21 people"),)
    )
    assert [claim.quantities for claim in found.claims] == [()]
    assert codes(found) == ["proposal-figure-aside"]


def test_what_stands_in_another_sentence_is_borrowed_in_brackets() -> None:
    """And the span it came from is kept."""
    text = "It happened on 3 May 2019 in Raqqa. A strike killed 21 people."
    (claim,) = judged(
        text, "A strike killed 21 people", sentence=1,
        date=ProposedDate("3 May 2019"), places=("Raqqa",),
    ).claims  # fmt: skip
    assert claim.statement.startswith("[")
    assert "Raqqa]" in claim.statement
    assert claim.borrowed[0].of(text) == "3 May 2019"


def test_words_of_another_passage_are_out_of_reach() -> None:
    """What was not asked about together is not mixed."""
    text = "It happened on 3 May 2019. A strike killed 21 people."
    reading = read(a_document(text, publisher=PRESS))
    proposal = Proposal(1, "A strike killed 21 people", "casualties", ProposedDate("3 May 2019"))
    assert codes(judge(reading, Passage((1,)), [proposal])) == ["proposal-words-missing"]
    assert codes(judge(reading, Passage((0,)), [proposal])) == ["proposal-quote-missing"]


def whole(document: Document, *proposals: Proposal) -> Any:
    """The extraction of a document with these proposals."""
    reading = read(document)
    return assemble(
        reading, [judge(reading, one, proposals) for one in cut(reading, 99_999).passages]
    )


def test_every_sentence_is_accounted_for() -> None:
    """Claimed, in a problem, or not understood."""
    text = "A strike hit a school. Days went by. A strike hit a market."
    found = whole(
        a_document(text),
        Proposal(0, "A strike hit a school", "strike"),
        Proposal(2, "A strike hit a palace", "strike"),
    )
    assert [claim.quote for claim in found.claims] == ["A strike hit a school"]
    assert [problem.code for problem in found.problems] == [
        "not-understood",
        "proposal-quote-missing",
    ]
    assert [problem.span.of(text) for problem in found.problems] == [
        "Days went by.",
        "A strike hit a market.",
    ]


def test_a_claim_proposed_twice_is_one() -> None:
    """And claims come in the order of the text."""
    text = "A strike hit a school. A strike hit a market."
    late, early = (
        Proposal(1, "A strike hit a market", "strike"),
        Proposal(0, "A strike hit a school", "strike"),
    )
    found = whole(a_document(text), late, early, late)
    assert [claim.quote for claim in found.claims] == [
        "A strike hit a school",
        "A strike hit a market",
    ]


def test_the_date_of_a_dateline_counts() -> None:
    """As it does for the rules."""
    text = "الثلاثاء 03/أبريل/2018 - 12:11 م\nقصفت الطائرات مواقع في الرقة أمس."
    document = a_document(text, language="ar")
    assert whole(document).document.published == extract(document).document.published
