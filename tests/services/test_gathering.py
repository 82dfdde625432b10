"""A report is made from what can be read: one damaged thing is named in it and stops neither it nor the package."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from claims.errors import Corrupt, InputError
from claims.model import Claim, Document, Particulars
from claims.report.build import build
from claims.report.formats import FORMATS
from claims.report.wording import wording
from claims.services import Case
from claims.services.packaging import check
from claims.store import document_rows, rows, schema
from claims.store.audit import Row
from claims.store.engine import writing
from claims.store.guards import lower_guards, raise_guards
from claims.store.schema import claims
from tests.report.written import markdown as as_markdown
from tests.report.written import written
from tests.stages import TWO_ACCOUNTS

SAYS = {"ar": "ما تُرك لأنه لا يُقرأ", "en": "Left out because it cannot be read"}


@pytest.fixture
def decided(compared: Case) -> Case:
    """A pair is judged, and a second document stands beside the first."""
    compared.documents.add_bytes((TWO_ACCOUNTS + "\nMore.").encode(), name="second.txt")
    compared.pairs.compare()
    first = compared.pairs.list().items[0].key
    compared.review.decide(first, relation="conflict", slots=["target"], reason="not the army")
    return compared


def _damage(case: Case, monkeypatch: pytest.MonkeyPatch, damaged: str) -> str:
    """What is judged cannot be read any more: one claim, or its document with all its claims."""
    judged = case.claims.get(case.review.decisions()[0].key.left)
    bad = judged.id if damaged == "claim" else judged.document
    home = {"claim": rows, "document": document_rows}[damaged]
    sound = getattr(home, f"{damaged}_of")

    def broken(row: Row) -> Claim | Document:
        found: Claim | Document = sound(row)
        if found.id == bad:
            raise InputError("The stored value is none.", next_step="Restore a backup.")
        return found

    monkeypatch.setattr(home, f"{damaged}_of", broken)
    return bad


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("damaged", ["claim", "document"])
def test_one_damaged_thing_is_listed_and_stops_no_report(
    decided: Case, monkeypatch: pytest.MonkeyPatch, damaged: str, language: str
) -> None:
    """Every format of the report is made, and says in its own language what it is made without."""
    whole = decided.report.content()
    bad = _damage(decided, monkeypatch, damaged)

    content = decided.report.content()
    report = build(content, language)

    assert (damaged, bad) in [(each.kind, each.id) for each in content.left_out]
    assert 0 < len(content.claims) < len(whole.claims)
    told = as_markdown(report).decode()
    assert SAYS[language] in told
    assert "The stored value is none." not in told, "no sentence of the program in a report"
    for name in FORMATS:
        assert written(name, report)


@pytest.mark.parametrize("damaged", ["claim", "document"])
def test_nothing_in_a_report_rests_on_what_was_left_out(
    decided: Case, monkeypatch: pytest.MonkeyPatch, damaged: str
) -> None:
    """No pair, decision, incident or outcome of a claim that is not there; what is there has its text."""
    _damage(decided, monkeypatch, damaged)

    content = decided.report.content()

    there = {claim.id for claim in content.claims}
    assert {claim.document for claim in content.claims} <= {each.id for each in content.documents}
    keys = [*(each.key for each in content.comparisons), *(each.key for each in content.decisions)]
    assert {side for key in keys for side in (key.left, key.right)} <= there
    assert {name for one in content.incidents for name in one.claims} <= there
    assert {each.proposal.id for each in content.outcomes} <= there
    assert content.adrift == ()


def _with_everything_said(case: Case) -> None:
    """A ruling, a conclusion, words on a document and on an incident, and a version that was given out."""
    key = case.review.decisions()[0].key
    case.adjudication.settle(key, relation="conflict", slots=["target"], ground="other", note="no")
    case.verdicts.override("claim", key.left, "refuted", reason="seen", resolution="pending")
    case.documents.describe(case.documents.list().items[0].id, Particulars("A raid", language="en"))
    case.incidents.split(key.left, [key.right])
    case.report.give_out("first")


SAID = {
    "decision": (schema.decisions, "mark"),
    "ruling": (schema.adjudications, "body"),
    "conclusion": (schema.conclusions, "body"),
    "description": (schema.descriptions, "body"),
    "grouping": (schema.groupings, "body"),
}
LISTED = {"decision": "pair", "ruling": "pair"}


@pytest.mark.parametrize("damaged", SAID)
def test_one_damaged_word_of_a_person_is_listed_and_stops_neither_report_nor_data(
    decided: Case, tmp_path: Path, damaged: str
) -> None:
    """It is named in the report's own language; what it was said of is not shown as if it had not been said."""
    _with_everything_said(decided)
    table, column = SAID[damaged]
    with writing(decided._desk.store.engine) as connection:
        lower_guards(connection)
        connection.execute(update(table).values({column: "{"}))

    content = decided.report.content()

    kind = LISTED.get(damaged, damaged)
    assert kind in {each.kind for each in content.left_out}
    if kind == "pair":
        gone = {each.id for each in content.left_out}
        assert not gone & {str(each.key) for each in content.comparisons}
    for language, words in SAYS.items():
        told = as_markdown(build(content, language)).decode()
        assert words in told
        assert wording(language).text(f"the_{kind}") in told
    for name in decided.exports.formats():
        assert decided.exports.write(name, tmp_path / name).path.exists()


def test_a_version_that_cannot_be_read_is_not_told_as_the_first(decided: Case) -> None:
    """Nobody is told that nothing was given out before."""
    decided.report.give_out("first")
    with writing(decided._desk.store.engine) as connection:
        lower_guards(connection)
        which = schema.facts.c.name == "report version"
        connection.execute(update(schema.facts).where(which).values(value="{"))

    content = decided.report.content()

    assert [each.kind for each in content.left_out] == ["version"]
    told = as_markdown(build(content, "en")).decode()
    assert wording("en").text("since_unread") in told
    assert wording("en").text("since_none") not in told


def test_a_claim_whose_words_stand_elsewhere_is_left_out(
    decided: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No quote stands in a report that is not ``text[start:end]``."""
    sound, first = rows.claim_of, decided.claims.list().items[0]

    def moved(row: Row) -> Claim:
        claim = sound(row)
        return replace(claim, quote="x" * len(claim.quote)) if claim.id == first.id else claim

    monkeypatch.setattr(rows, "claim_of", moved)
    content = decided.report.content()

    assert [each.id for each in content.left_out] == [first.id]
    assert first.id not in {claim.id for claim in content.claims}


def test_what_is_unreadable_is_not_told_as_gone(
    decided: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version that was given out before the damage is not said to have been corrected by it."""
    decided.report.give_out("first")
    _damage(decided, monkeypatch, "document")

    version = decided.report.content().version

    assert version is not None
    assert not [each for each in version.changes if each.how == "gone"]


def test_a_report_with_something_left_out_is_not_given_out(
    decided: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changes after it could not be told."""
    _damage(decided, monkeypatch, "claim")
    with pytest.raises(Corrupt, match="was not given out"):
        decided.report.give_out()


def test_a_damaged_row_stops_no_package(decided: Case, tmp_path: Path) -> None:
    """It is made knowingly, its report names the claim, and whoever checks it finds every file whole."""
    bad = decided.claims.list().items[0].id
    with writing(decided._desk.store.engine) as connection:
        lower_guards(connection)
        connection.execute(update(claims).where(claims.c.id == bad).values(body="{}"))
        raise_guards(connection)

    packed = decided.package.write(tmp_path / "a.zip", language="en", knowingly=True)

    with zipfile.ZipFile(packed.path) as archive:
        page = archive.read("report.html").decode()
    assert SAYS["en"] in page
    assert bad in page
    assert check(packed.path, packed.key).faults == ()
