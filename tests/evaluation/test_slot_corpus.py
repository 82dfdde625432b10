"""Corpora and unseen labels are read as cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import InputError
from claims.evaluation import KINDS, SlotCase, Wanted, load_corpus, load_unseen

ROOT = Path(__file__).parent.parent
CORPUS, UNSEEN = ROOT / "slots" / "corpus", ROOT / "evaluation" / "slots"


def _written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def _corpus(folder: Path, name: str, text: str) -> list[SlotCase]:
    return list(load_corpus(_written(folder, name, text)))


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_corpora_have_statements_and_silence_of_every_kind(language: str, kind: str) -> None:
    """Each kind and language is measured on what is there and on what is not."""
    cases = [case for case in load_corpus(CORPUS) if (case.language, case.kind) == (language, kind)]

    assert any(case.wanted for case in cases)
    assert any(not case.wanted and not case.free for case in cases)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_unseen_texts_are_120_and_more_in_each_language(language: str) -> None:
    """Every text is asked for every kind, and some of them for silence in all."""
    texts: dict[str, list[SlotCase]] = {}
    for case in load_unseen(UNSEEN):
        if (case.collection, case.language) == ("unseen", language):
            texts.setdefault(case.text, []).append(case)

    assert len(texts) >= 120
    assert all([case.kind for case in cases] == list(KINDS) for cases in texts.values())
    assert any(not any(case.wanted for case in cases) for cases in texts.values())


def test_no_text_is_both_unseen_and_held_out() -> None:
    """What was told of one says nothing about the other."""
    texts: dict[str, set[str]] = {}
    for case in load_unseen(UNSEEN):
        texts.setdefault(case.collection, set()).add(case.text)

    assert len(texts["held out"]) >= 80
    assert not texts["held out"] & texts["unseen"]


def test_a_phrasing_wants_the_date_of_its_meaning(tmp_path: Path) -> None:
    """With the reference and the language of its file, unless its row has another reference."""
    table = 'reference = "2018-04-03"\nlanguage = "en"\n[[meaning]]\nedtf = "2018-04-02"\nphrasings = ["yesterday"]\n'
    (case,) = _corpus(tmp_path, "en/dates.toml", table)

    assert (case.text, case.wanted) == ("yesterday", (Wanted(("2018-04-02",)),))
    assert (case.reference, case.told, case.kind) == ("2018-04-03", "en", "date")


def test_a_sentence_wants_each_quantity_at_its_words(tmp_path: Path) -> None:
    """In the notation of the labels."""
    table = '[[sentence]]\ntext = "at least 5 dead"\nquantities = [{ words = "at least 5", low = 5, unit = "killed" }]\n'
    (case,) = _corpus(tmp_path, "en/quantities.toml", table)

    assert case.wanted == (Wanted(("5+|killed|",), "at least 5"),)


def test_a_place_in_a_sentence_leaves_the_others_alone(tmp_path: Path) -> None:
    """The corpus of places labels one name of a sentence; a doubtful one may be among several."""
    table = '[[meaning]]\nid = "geonames:1"\ncandidate = true\nsay = [["near Hit and Rawa", "near Hit"]]\n[[never]]\nsay = ["hit by it"]\n'
    said, never = _corpus(tmp_path, "en/places.toml", table)

    assert said.wanted == (Wanted(("among geonames:1",), "near Hit"),)
    assert said.free
    assert (never.wanted, never.free) == ((), False)


def test_what_stands_beside_a_party_is_context_only(tmp_path: Path) -> None:
    """Finds in it are not looked at."""
    table = '[[meaning]]\nid = "coalition"\nbeside = "It was in Raqqa."\nphrasings = ["the coalition"]\n'
    (case,) = _corpus(tmp_path, "en/parties.toml", table)

    assert case.text == "the coalition. It was in Raqqa."
    assert case.until == len("the coalition")


def test_an_unseen_label_may_have_several_readings(tmp_path: Path) -> None:
    """Bars part them, semicolons in quantities; an asterisk leaves a kind open."""
    table = """
[[text]]
text = "five fell in Hit"
published = "2018-04-03"
quantities = ["5|killed|;5|persons|"]
places = ["Hit = geonames:1|local"]
optional_dates = ["*"]
"""
    date, quantity, place, party = load_unseen(_written(tmp_path, "en.toml", table))

    assert quantity.wanted == (Wanted(("5|killed|", "5|persons|")),)
    assert place.wanted == (Wanted(("geonames:1", "local"), "Hit"),)
    assert (date.free, party.free, party.names) == (True, False, True)
    assert {case.reference for case in (date, quantity, place, party)} == {"2018-04-03"}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('text = "x"\ndate = ["2018"]', "unknown key 'date'"),
        ('text = "x"\nplaces = ["Hit = geonames:1"]', "does not hold the words 'Hit'"),
    ],
)
def test_a_slip_in_an_unseen_label_is_named(tmp_path: Path, row: str, told: str) -> None:
    """An unknown key or words that are not there."""
    _written(tmp_path, "en.toml", f"[[text]]\n{row}\n")

    with pytest.raises(InputError, match=told):
        load_unseen(tmp_path)


def test_a_folder_without_corpora_gives_no_cases(tmp_path: Path) -> None:
    """Outside of a checkout there is nothing to measure."""
    assert load_corpus(tmp_path) == ()
    assert load_unseen(tmp_path) == ()
