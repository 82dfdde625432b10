"""Question, scope and versions of the report: laid down, and the next one tells what has changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from claims.errors import NotAllowed, Stale
from claims.model import Scale
from claims.model.plain import dumps, to_plain
from claims.report.build import build
from claims.report.formats import FORMATS
from claims.report.value import Link, Listing, Thing
from claims.review.roles import Action
from claims.services import Case
from claims.services.versions import Given, Said, given
from claims.store.audit import GIVE_OUT
from claims.store.people import put_fact
from claims.verdict.vocabulary import built_in
from tests.report.written import markdown as as_markdown

OWN_WORDS = """
id = "desk/1"
scale = "verdict"
source = "House style of the desk"
name = { ar = "أحكام المكتب", en = "Verdicts of the desk" }

[[term]]
id = "open"
stands_for = ["not_enough_evidence"]
name = { ar = "مفتوح", en = "Open" }
definition = { ar = "لا أدلة كافية.", en = "Too little evidence." }
"""


def _said(case: Case, language: str = "en") -> str:
    return str(build(case.report.content(), language))


def test_question_and_scope_stand_first(compared: Case) -> None:
    """In the words of the people who work on it; one can be laid down without the other."""
    assert compared.report.describe() == ("", "")
    compared.report.describe(question="من قصف؟")
    assert compared.report.describe(scope="March 2018") == ("من قصف؟", "March 2018")
    assert "من قصف؟" in str(build(compared.report.content(), "en").front)


def test_a_version_tells_what_has_changed_since(compared: Case) -> None:
    """Judged pairs, outcomes and documents; nothing while nothing has."""
    assert "not given out before" in _said(compared)
    key = next(item.key for item in compared.pairs.list(relation="agree").items)
    assert compared.report.give_out("for the editor").number == 1
    assert "Nothing that the report says has changed." in _said(compared)
    compared.review.decide(key, relation="agree")
    compared.documents.add_bytes(b"Paper (agency): sunday bridge\n", name="paper.txt")
    version = compared.report.content().version
    assert version is not None
    kinds = Counter((each.kind, each.how) for each in version.changes)
    both_in_one = {("incident", "gone"): 1}
    assert kinds == {("document", "new"): 1, ("pair", "new"): 1, ("claim", ""): 2} | both_in_one
    page = as_markdown(build(compared.report.content(), "en")).decode()
    told = [line for line in page.splitlines() if line.startswith("- [")]
    assert any("[pair " in line and "judged since: “agree”" in line for line in told)
    (both,) = (line for line in told if "was “Not Enough Evidence” and is “Supported”" in line)
    assert both.count("(#claim-") == 2
    assert sum("was added since" in line for line in told) == 1
    assert "for the editor" in _said(compared, "ar")
    assert compared.report.give_out().number == 2
    version = compared.report.content().version
    assert version is not None
    assert version.changes == ()
    assert compared.audit.verify() == ()


def test_a_version_holds_each_word_once_for_all_that_follow_each_other(compared: Case) -> None:
    """Of many claims that nobody judged only the ids are laid down."""
    compared.report.give_out()

    kept = _kept(compared)

    assert kept.said == ()
    told = [(one.kind, one.word.en) for one in kept.alike]
    assert len(told) == len(set(told))
    claims = [name for one in kept.alike if one.kind == "claim" for name in one.ids]
    assert claims == [each.proposal.id for each in compared.report.content().outcomes]


def test_a_version_laid_down_thing_by_thing_is_read_as_before(compared: Case) -> None:
    """What was given out by an earlier program has its corrections told."""
    compared.report.give_out()
    kept = _kept(compared)
    said = (Said(one.kind, name, one.word) for one in kept.alike for name in one.ids)
    with compared._desk.writing(Action.ADJUDICATE, GIVE_OUT, "") as writer:
        put_fact(writer, "report version", dumps(to_plain(replace(kept, said=(*said,), alike=()))))
    key = compared.pairs.list(relation="agree").items[0].key
    compared.review.decide(key, relation="agree")

    version = compared.report.content().version

    assert version is not None
    kinds = Counter((each.kind, each.how) for each in version.changes)
    assert kinds == {("pair", "new"): 1, ("claim", ""): 2, ("incident", "gone"): 1}


def _kept(case: Case) -> Given:
    with case._desk.reading() as connection:
        kept = given(connection)
    assert kept is not None
    return kept


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_has_one_new_word_is_told_in_one_sentence(compared: Case, language: str) -> None:
    """A vocabulary that the case brings changes the word of every claim; each is named, and leads to itself."""
    compared.report.give_out()
    compared.verdicts.bring(OWN_WORDS)
    content = compared.report.content()
    assert content.version is not None
    named = [each.id for each in content.version.changes if each.kind == "claim"]

    listing = next(
        block
        for section in build(content, language).sections
        if section.anchor == "since"
        for block in section.blocks
        if isinstance(block, Listing)
    )

    (told,) = (each for each in listing.items if each.rests_on[0].thing is Thing.CLAIM)
    assert len(named) >= 3
    assert [each.id for each in told.rests_on] == named
    assert [each.to.id for each in told.pieces if isinstance(each, Link)] == named


def test_a_report_says_no_code_where_the_case_has_no_word(compared: Case) -> None:
    """What is proposed, and what would change it, stand there by their names in the vocabulary of the program."""
    compared.verdicts.bring(OWN_WORDS)
    key = next(item.key for item in compared.pairs.list(relation="agree").items)
    compared.review.decide(key, relation="agree")

    told = as_markdown(build(compared.report.content(), "ar")).decode()

    names = [each.name.ar for each in built_in(Scale.VERDICT).terms]
    assert sum(name in told for name in names) >= 2
    assert not [code for code in ("supported", "refuted", "conflicting") if code in told]


def test_who_reviews_gives_nothing_out(compared: Case) -> None:
    """It takes an adjudicator or an admin."""
    compared.people.put("ana", "admin")
    compared.people.put("ben", "reviewer")
    with pytest.raises(NotAllowed):
        compared.acting_as("ben").report.give_out()


def test_a_report_is_given_out_as_it_was_written(compared: Case, tmp_path: Path) -> None:
    """One gathering for the file and for what is laid down; the file says the number under which it is given out."""
    given = compared.report.publish(tmp_path / "v.md", "en", note="for the editor")

    assert (given.number, given.note, given.changes) == (1, "for the editor", ())
    assert compared.report.content().version == given
    key = compared.pairs.list().items[0].key
    compared.review.decide(key, relation="unsure")
    assert compared.report.publish(tmp_path / "w.md", "en").number == 2
    assert "judged since: “unsure”" in (tmp_path / "w.md").read_text("utf-8")


def test_what_was_written_is_not_given_out_when_the_case_went_on(
    compared: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next report would tell of changes that the one given out already held."""

    def slow(_report: object, _told: object, into: BinaryIO) -> None:
        compared.review.decide(compared.pairs.list().items[0].key, relation="unsure")
        into.write(b"the report")

    monkeypatch.setitem(FORMATS, "md", slow)
    with pytest.raises(Stale):
        compared.report.publish(tmp_path / "v.md", "en")
    assert compared.report.content().version is None


@pytest.mark.parametrize("by", ["ben", "ana"])
def test_publishing_does_not_tell_of_a_hidden_answer(
    compared: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    """What a colleague answers meanwhile, unseen, is in no report and stops none; what one answered oneself does."""
    compared.review.require(2)
    key = compared.pairs.list().items[0].key

    def slow(_report: object, _told: object, into: BinaryIO) -> None:
        compared.review.decide(key, relation="unsure", by=by)
        into.write(b"the report")

    monkeypatch.setitem(FORMATS, "md", slow)
    if by == "ana":
        with pytest.raises(Stale):
            compared.report.publish(tmp_path / "v.md", "en")
    else:
        compared.report.publish(tmp_path / "v.md", "en")
    assert (compared.report.content().version is None) is (by == "ana")
    assert compared.audit.verify() == ()
