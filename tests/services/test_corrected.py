"""Rulings and what is known of documents are corrections of a report as judged pairs and outcomes are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Lineage, PairKey, Particulars, Source
from claims.model.plain import dumps, to_plain
from claims.report.build import build
from claims.report.content import Changed, Unreadable
from claims.review.roles import Action
from claims.services import Case
from claims.services.corrected import cards_changed
from claims.services.versions import given
from claims.store.audit import GIVE_OUT
from claims.store.people import put_fact
from tests.report.written import written

NETWORK = Source("شبكة النهر", Lineage.LOCAL_NETWORK)


@pytest.fixture
def parted(compared: Case) -> tuple[Case, PairKey]:
    """A pair on which ana and ben part, in a report that was given out."""
    key = compared.pairs.list().items[0].key
    compared.review.decide(key, relation="conflict", slots=["target"])
    compared.acting_as("ben").review.decide(key, relation="agree")
    compared.report.give_out()
    return compared, key


def _changes(case: Case) -> list[Changed]:
    version = case.report.content().version
    assert version is not None
    return list(version.changes)


def _rulings(case: Case) -> list[tuple[str, str, str]]:
    return [
        (each.how, each.before.en, each.after.en)
        for each in _changes(case)
        if each.kind == "ruling"
    ]


def _cards(case: Case) -> list[tuple[str, str, str]]:
    return [
        (each.entry, each.before.en, each.after.en) for each in _changes(case) if each.how == "card"
    ]


def _settle(case: Case, key: PairKey, relation: str, *slots: str) -> None:
    case.acting_as("eve").adjudication.settle(key, relation=relation, slots=slots, ground="misread")


def _describe(case: Case, **said: object) -> None:
    name = case.documents.list().items[0].id
    card = replace(case.documents.particulars(name), **said)  # type: ignore[arg-type]
    case.documents.describe(name, card, reason="a letter of theirs")


def _page(case: Case, language: str, name: str = "md") -> str:
    return written(name, build(case.report.content(), language)).decode()


def test_a_ruling_on_answers_that_stay_as_they_are_is_told(parted: tuple[Case, PairKey]) -> None:
    """With what the decisions said and what the ruling says; the pair itself is not told as judged anew."""
    case, key = parted
    assert _changes(case) == []
    _settle(case, key, "conflict", "target")
    assert _rulings(case) == [("over", "agree, conflict", "conflict (target)")]
    assert not [each for each in _changes(case) if each.kind == "pair"]
    case.report.give_out()
    assert _changes(case) == []


def test_another_ruling_is_told_with_the_one_before(parted: tuple[Case, PairKey]) -> None:
    """Also where only the slots are others; the same ruling again is none."""
    case, key = parted
    _settle(case, key, "conflict", "target")
    case.report.give_out()
    _settle(case, key, "conflict", "target", "date")
    assert _rulings(case) == [("", "conflict (target)", "conflict (date, target)")]
    _settle(case, key, "conflict", "target")
    assert _rulings(case) == []


def test_a_ruling_that_fell_is_told_with_what_holds_instead(parted: tuple[Case, PairKey]) -> None:
    """As long as there are answers; without any only that it holds no more."""
    case, key = parted
    _settle(case, key, "unsure")
    case.report.give_out()
    case.review.decide(key, relation="partial", slots=["target"])
    assert _rulings(case) == [("lapsed", "unsure", "agree, partial")]
    case.review.undo(by="ana")
    case.review.undo(by="ana")
    case.review.undo(by="ben")
    assert _rulings(case) == [("gone", "unsure", "unsure")]


def test_a_ruling_on_a_pair_that_was_not_judged_then_is_told(compared: Case) -> None:
    """Beside that the pair was judged."""
    compared.report.give_out()
    key = compared.pairs.list().items[0].key
    compared.review.decide(key, relation="agree")
    _settle(compared, key, "unsure")
    assert _rulings(compared) == [("new", "unsure", "unsure")]


def test_what_is_said_of_a_document_since_is_told_entry_by_entry(
    parted: tuple[Case, PairKey],
) -> None:
    """With what was known before; what was taken back again is not told."""
    case, _ = parted
    _describe(
        case,
        title="The raid",
        publisher=NETWORK,
        author="S. Omar",
        published="2019-05-09",
        address="https://example.org/raid",
        archive="https://archive.example.org/raid",
    )
    assert _cards(case) == [
        ("called", "unknown", "The raid"),
        ("publisher", "unknown", "شبكة النهر"),
        ("lineage", "unknown", "local network"),
        ("written_by", "unknown", "S. Omar"),
        ("published", "unknown", "2019-05-09"),
        ("address", "unknown", "https://example.org/raid"),
        ("archive", "unknown", "https://archive.example.org/raid"),
    ]
    case.report.give_out()
    assert _changes(case) == []
    _describe(case, publisher=replace(NETWORK, lineage=Lineage.OFFICIAL))
    assert [name for name, _, _ in _cards(case)] == ["lineage"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("a ruling since says “conflict (target)”", "(Publisher): before unknown")),
        ("ar", ("حكم بأنها «تعارض", "(الناشر): قبلُ غير معروف")),
    ],
)
def test_the_page_says_both_in_its_language(
    parted: tuple[Case, PairKey], language: str, told: tuple[str, str]
) -> None:
    """A sentence each, which leads to the pair and to the document."""
    case, key = parted
    _settle(case, key, "conflict", "target")
    _describe(case, publisher=NETWORK)
    document = case.documents.list().items[0].id

    lines = [line for line in _page(case, language).splitlines() if line.startswith("- [")]

    (ruled,) = (line for line in lines if told[0] in line)
    assert f"(#pair-{key})" in ruled
    assert any(told[1] in line and f"(#document-{document})" in line for line in lines)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_version_of_an_earlier_program_tells_of_neither(
    parted: tuple[Case, PairKey], language: str
) -> None:
    """It laid nothing down to compare with: nothing is told as changed, and the report says so."""
    case, key = parted
    _settle(case, key, "conflict", "target")
    _describe(case, publisher=NETWORK)
    with case._desk.reading() as connection:
        kept = given(connection)
    earlier = to_plain(kept)
    assert isinstance(earlier, dict)
    assert earlier.pop("cards")
    earlier.pop("rulings", None)
    earlier.pop("edits", None)
    with case._desk.writing(Action.ADJUDICATE, GIVE_OUT, "") as writer:
        put_fact(writer, "report version", dumps(earlier))

    assert (_rulings(case), _cards(case)) == ([], [])
    said = {"ar": "برنامج أقدم", "en": "An earlier program gave it out"}[language]
    assert said in _page(case, language)


def test_a_document_of_which_what_was_said_cannot_be_read_has_no_corrections(
    parted: tuple[Case, PairKey],
) -> None:
    """It stands as it came, which nobody said."""
    case, _ = parted
    _describe(case, publisher=NETWORK)
    case.report.give_out()
    content = case.report.content()
    (document, *_) = content.documents
    bare = replace(content, documents=(replace(document, publisher=None),))
    then = {document.id: Particulars.of(document)}
    assert [each.entry for each in cards_changed(then, bare)] == ["publisher", "lineage"]
    lost = replace(bare, left_out=(Unreadable("description", document.id, "unreadable"),))
    assert list(cards_changed(then, lost)) == []


def _told(case: Case, *kinds: str) -> list[tuple[str, str, str, str]]:
    return [
        (each.kind, each.how, each.before.en, each.after.en)
        for each in _changes(case)
        if each.kind in kinds
    ]


def test_other_slots_under_the_same_relation_are_told(parted: tuple[Case, PairKey]) -> None:
    """With those before; what was taken back again is not told."""
    case, key = parted
    case.review.decide(key, relation="conflict", slots=["target", "date"])
    before, after = "agree; conflict (target)", "agree; conflict (date, target)"
    assert _told(case, "pair") == [("pair", "parts", before, after)]
    case.review.undo(by="ana")
    assert _told(case, "pair") == []


def test_another_kind_of_conflict_is_told(parted: tuple[Case, PairKey]) -> None:
    """A later update is another finding than a definition."""
    case, key = parted
    case.review.decide(key, relation="conflict", slots=["target"], apparent="definition")
    (told,) = _told(case, "pair")
    assert told[1] == "parts"
    assert told[3] != told[2]
    assert told[3].startswith("agree; conflict (")


def test_another_relation_is_told_once(parted: tuple[Case, PairKey]) -> None:
    """Not once more in detail."""
    case, key = parted
    case.review.decide(key, relation="partial", slots=["date"])
    assert [how for _, how, _, _ in _told(case, "pair")] == [""]


def test_the_same_ruling_for_other_reasons_is_told(parted: tuple[Case, PairKey]) -> None:
    """Ground before words; the words themselves stand beside the pair."""
    case, key = parted
    ruling = {"relation": "conflict", "slots": ["target"]}
    judge = case.acting_as("eve").adjudication
    judge.settle(key, **ruling, ground="misread", note="a market")  # type: ignore[arg-type]
    case.report.give_out()
    judge.settle(key, **ruling, ground="evidence", note="a market")  # type: ignore[arg-type]
    ((_, how, before, after),) = _told(case, "ruling")
    assert (how, before != after) == ("ground", True)
    judge.settle(key, **ruling, ground="misread", note="two witnesses")  # type: ignore[arg-type]
    assert [how for _, how, _, _ in _told(case, "ruling")] == ["reason"]


def _conclude(case: Case, claim: str, reason: str) -> None:
    way = next(iter(case.verdicts.vocabulary("resolution").terms)).id
    judge = case.acting_as("eve").verdicts
    judge.override("claim", claim, "refuted", reason=reason, resolution=way)


def test_other_reasons_for_the_same_outcome_are_told(parted: tuple[Case, PairKey]) -> None:
    """Of a claim and of an incident."""
    case, key = parted
    _conclude(case, key.left, "as the log says")
    case.report.give_out()
    _conclude(case, key.left, "as two logs say")
    assert [(kind, how) for kind, how, _, _ in _told(case, "claim")] == [("claim", "reason")]


def test_what_people_change_about_claims_is_told(compared: Case) -> None:
    """An edit that was made since, and one that was taken back; the page leads to the edit."""
    claim = compared.claims.list().items[0]
    compared.report.give_out()
    edit = compared.claims.correct(claim.id, "target", None, reason="not said")
    (made,) = _told(compared, "edit")
    assert made[1] == "new"
    assert edit.made[0].id in made[3]
    assert f"(#edit-{edit.id})" in _page(compared, "en")
    compared.report.give_out()
    assert _told(compared, "edit") == []
    compared.claims.undo()
    assert [how for _, how, _, _ in _told(compared, "edit")] == ["gone"]


def test_what_an_edit_changed_is_told_among_the_corrections(compared: Case) -> None:
    """Slot by slot; the claim that was read before is told as replaced, with the edit, not as vanished."""
    claim = next(each for each in compared.claims.list().items if each.targets and each.checkable)
    compared.report.give_out()
    edit = compared.claims.correct(claim.id, "target", None, reason="not said")
    lines = [line for line in _page(compared, "en").splitlines() if line.startswith("- [")]
    (told,) = (line for line in lines if "made since" in line)
    assert "target: before: " in told
    assert "now: not stated" in told
    there = [line for line in _page(compared, "en").splitlines() if claim.id in line]
    (gone,) = (line for line in there if "was replaced by what a person made of it" in line)
    assert f"(#edit-{edit.id})" in gone
    assert "حلّ محله ما صنعه شخص" in _page(compared, "ar")


def test_a_claim_that_was_rejected_is_told_as_that(compared: Case) -> None:
    """With the edit, which says why."""
    claim = next(each for each in compared.claims.list().items if each.checkable)
    compared.report.give_out()
    edit = compared.claims.reject(claim.id, reason="a headline of another story")
    (told,) = (
        line for line in _page(compared, "en").splitlines() if "was rejected by a person" in line
    )
    assert claim.id in told
    assert f"(#edit-{edit.id})" in told


def test_a_conclusion_is_told_with_what_became_of_it(parted: tuple[Case, PairKey]) -> None:
    """Concluded since though the word is the same, overtaken, up to date again, and taken back."""
    case, key = parted
    judge = case.acting_as("eve").verdicts
    way = next(iter(case.verdicts.vocabulary("resolution").terms)).id

    def told() -> list[str]:
        return [how for kind, how, _, _ in _told(case, "claim") if kind == "claim"]

    judge.confirm("claim", key.left, reason="as the log says", resolution=way)
    assert told() == ["concluded"]
    case.report.give_out()
    assert told() == []
    case.review.decide(key, relation="unsure")
    assert "overtaken" in told()
    assert "the case has gone on since" in _page(case, "en")
    case.report.give_out()
    assert told() == []
    judge.confirm("claim", key.left)
    assert "renewed" in told()
    case.report.give_out()
    judge.undo()
    judge.undo()
    assert "withdrawn" in told()


@pytest.mark.parametrize(
    ("language", "judged", "outcome"),
    [
        ("en", "judged since: “unsure”", "the outcome was “"),
        ("ar", "صدرت فيها قرارات بعد ذلك", "كانت النتيجة «"),
    ],
)
def test_what_came_out_is_told_before_what_was_judged(
    compared: Case, language: str, judged: str, outcome: str
) -> None:
    """Pairs of which the same was said stand in one sentence, behind the outcomes."""
    compared.report.give_out()
    first, *others = [item.key for item in compared.pairs.list().items]
    compared.review.decide(first, relation="agree")
    for key in others[:2]:
        compared.review.decide(key, relation="unsure")
    lines = [line for line in _page(compared, language).splitlines() if line.startswith("- [")]
    (together,) = (line for line in lines if judged in line)
    assert together.count("(#pair-") == 2
    assert lines.index(next(line for line in lines if outcome in line)) < lines.index(together)
