"""Dictionary forms become the written forms of news text."""

from __future__ import annotations

import pytest

from claims.extraction.lexicon import kinds, look_up, match, noun_forms, past_forms, spots_of, table
from claims.text.tokens import tokens


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("استهدفت", "strike"),
        ("واستهدفتها", "strike"),
        ("يستهدفون", "strike"),
        ("باستهداف", "strike"),
        ("الغارات", "strike"),
        ("وغارتين", "strike"),
        ("أصيبوا", "casualties"),
        ("لمقتل", "casualties"),
        ("والجرحى", "casualties"),
        ("تدميرهما", "damage"),
        ("سيطرته", "control"),
        ("واعتقلت", "arrest"),
        ("struck", "strike"),
        ("wounded", "casualties"),
    ],
)
def test_a_written_form_leads_to_its_kind(written: str, kind: str) -> None:
    """Persons, pronouns, the article and prepositions do not hide a predicate."""
    words = tokens(written).words

    found = look_up("predicates", words[0])

    assert kind in {word.kind for word in found}


def test_a_weak_verb_changes_its_last_letter() -> None:
    """The last letter of نفى gives way to an ending and opens before a pronoun."""
    forms = set(past_forms("نفى"))

    assert {"نفي", "نفت", "نفوا", "نفاه"} <= forms


def test_a_feminine_noun_opens_its_ending_before_a_pronoun() -> None:
    """The ending of سيطرة is written ت before a pronoun."""
    assert {"سيطره", "سيطرته", "سيطرتهم"} <= set(noun_forms("سيطرة"))


def test_an_entry_of_several_words_needs_all_of_them() -> None:
    """بحسب ما أفاد is one cue; half of a phrase is none."""
    words = tokens("على حد قول الوزارة").words

    hit = match("cues", words, 0, len(words))

    assert hit is not None
    assert hit[1] == 3
    assert match("cues", words, 0, 2) is None


def test_a_verb_that_needs_company_stays_silent_alone() -> None:
    """لقي is about casualties only with حتفه or its like near by."""
    alone = tokens("لقي ترحيبا واسعا من السكان").words
    together = tokens("لقي خمسة مدنيين حتفهم").words

    assert match("predicates", alone, 0, len(alone)) is None
    assert match("predicates", together, 0, len(together)) is not None


def test_every_kind_that_a_predicate_names_is_defined() -> None:
    """The predicate lists use no kind without caption and definition in both languages."""
    used = {word.kind for words in table("predicates").values() for word in words}

    assert used <= set(kinds())


@pytest.mark.parametrize("name", ["predicates", "cues", "clauses", "modality"])
def test_no_entry_begins_but_at_the_spots_of_a_document(name: str) -> None:
    """The spots of a text leave out words that only begin phrases and go on otherwise, and nothing that `match` finds."""
    cut = tokens(
        "في حين قال من حضر إن القصف أسفر عن ثلاثة قتلى، من قبل أن يؤدي الهجوم الجوي إلى نزوح. "
        "According to the mayor, shells hit the market as a result of the fighting, in which two may have been killed"
    )
    words, end = cut.words, len(cut)
    found = [at for at in range(end) if match(name, words, at, end)]
    spots = spots_of(name, cut, 0, end)

    assert found
    assert set(found) <= set(spots)
    assert words.index("من") not in spots
    assert spots_of(name, cut, 5, 12) == tuple(at for at in spots if 5 <= at < 12)
