"""Finds and labels of slots are matched and counted."""

from __future__ import annotations

from dataclasses import replace

from claims.evaluation import (
    Found,
    SlotCase,
    SlotScore,
    Wanted,
    slot_figures,
    slot_fingerprint,
    slot_scores,
)

TWO = (Wanted(("2017",)), Wanted(("2018",)))
CASE = SlotCase("unseen", "en", "date", "in 2017 and 2018", TWO)


def _found(*readings: str, words: str = "", start: int = 0, unnamed: bool = False) -> Found:
    return Found(frozenset(readings), words, start, unnamed)


def _score(case: SlotCase, *finds: Found) -> SlotScore:
    (row,) = slot_scores([case], lambda _: finds)
    return row


def _counts(case: SlotCase, *finds: Found) -> tuple[int, int, int]:
    row = _score(case, *finds)
    return row.labels, row.found, row.right


def test_all_found_and_nothing_else_is_one_and_one() -> None:
    """Order does not matter."""
    row = _score(CASE, _found("2018"), _found("2017"))

    assert (row.precision, row.recall, row.misses) == (1.0, 1.0, ())


def test_a_wrong_value_is_a_find_too_many_and_a_miss() -> None:
    """It costs precision and recall alike, and both are told."""
    row = _score(CASE, _found("2017"), _found("2019"))

    assert (row.precision, row.recall) == (0.5, 0.5)
    assert row.misses[0].missing == (TWO[1],)
    assert row.misses[0].extra == (_found("2019"),)


def test_anything_found_where_nothing_is_stated_costs_precision() -> None:
    """The negative lists count."""
    assert _counts(replace(CASE, wanted=()), _found("2017")) == (0, 1, 0)


def test_the_same_value_twice_serves_one_label() -> None:
    """The second is one too many."""
    assert _counts(replace(CASE, wanted=TWO[:1]), _found("2017"), _found("2017")) == (1, 2, 1)


def test_a_label_that_only_one_find_fulfils_is_served_first() -> None:
    """A label of many readings takes what is left."""
    either = Wanted(("2017", "2018"))
    case = replace(CASE, wanted=(either, TWO[0]))

    assert _counts(case, _found("2017"), _found("2018")) == (2, 2, 2)


def test_what_is_optional_counts_neither_way() -> None:
    """Found or not, the figures are the same."""
    case = replace(CASE, wanted=TWO[:1], optional=TWO[1:])

    assert _counts(case, _found("2017"), _found("2018")) == (1, 1, 1)
    assert _counts(case, _found("2017")) == (1, 1, 1)


def test_a_text_labelled_in_part_only_charges_nothing_for_the_rest() -> None:
    """Only what is wanted is looked for."""
    assert _counts(replace(CASE, wanted=TWO[:1], free=True), _found("2017"), _found("x")) == (
        1,
        1,
        1,
    )


def test_the_words_of_a_find_must_touch_the_words_labelled() -> None:
    """The same place named elsewhere in the text does not serve."""
    case = replace(CASE, wanted=(Wanted(("a",), "Raqqa"),))

    assert _counts(case, _found("a", words="near Raqqa")) == (1, 1, 1)
    assert _counts(case, _found("a", words="Homs")) == (1, 1, 0)


def test_any_value_serves_a_label_of_words_alone() -> None:
    """Some corpora list words without ids."""
    case = replace(CASE, wanted=(Wanted((), "Raqqa"),))

    assert _counts(case, _found("a", words="Raqqa")) == (1, 1, 1)


def test_a_group_in_no_lexicon_is_known_by_its_words() -> None:
    """More or fewer words around the name are no fault; other words are."""
    case = replace(CASE, kind="party", wanted=(Wanted(("?Nasr Brigade",)),))

    assert _counts(case, _found("?the Nasr Brigade")) == (1, 1, 1)
    assert _counts(case, _found("?Fath Brigade")) == (1, 1, 0)


def test_finds_behind_the_part_looked_at_do_not_count() -> None:
    """What stands there only gives the context."""
    case = replace(CASE, wanted=TWO[:1], until=10)

    assert _counts(case, _found("2017"), _found("2018", start=12)) == (1, 1, 1)


def test_where_names_count_the_unnamed_and_repeated_do_not() -> None:
    """A party named twice in a sentence is named."""
    case = replace(CASE, kind="party", names=True, wanted=(Wanted(("isis",)),))
    finds = (_found("isis"), _found("isis"), _found("market", unnamed=True))

    assert _counts(case, *finds) == (1, 1, 1)


def test_each_collection_language_and_kind_has_a_row_and_two_figures() -> None:
    """Counts of one row do not run into another."""
    rows = slot_scores([CASE, replace(CASE, language="ar")], lambda _: [_found("2017")])

    assert [(row.language, row.texts) for row in rows] == [("en", 1), ("ar", 1)]
    assert slot_figures(rows) == {
        "unseen en date precision": 1.0,
        "unseen en date recall": 0.5,
        "unseen ar date precision": 1.0,
        "unseen ar date recall": 0.5,
    }


def test_a_changed_label_changes_the_fingerprint() -> None:
    """So that labels are not bent unseen."""
    assert slot_fingerprint([CASE]) != slot_fingerprint([replace(CASE, wanted=TWO[:1])])
