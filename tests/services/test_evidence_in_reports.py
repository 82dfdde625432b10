"""Links to evidence elsewhere stand in a report beside what they are about, as far as everybody may see them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.model import Evidence, PairKey, Thing, Topic
from claims.report.build import build
from claims.report.value import Section
from claims.services import Case
from tests.report.written import html, markdown, word

HASH = "ab" * 32
SEEN = Evidence(
    "https://example.org/pictures",
    "https://archive.example.org/pictures",
    HASH,
    "2019-05-09",
    "smoke over the depot",
)


def _key(case: Case) -> PairKey:
    return case.pairs.list().items[0].key


def _sections(case: Case, language: str = "en") -> dict[str, str]:
    """What each section says by itself, by its anchor."""

    def each(section: Section) -> Iterator[tuple[str, str]]:
        yield section.anchor, str(section.blocks)
        for part in section.parts:
            yield from each(part)

    report = build(case.report.content(), language)
    return dict(pair for section in report.sections for pair in each(section))


@pytest.fixture
def judged(compared: Case) -> Case:
    """A case in which ana judged a pair."""
    compared.review.decide(_key(compared), relation="unsure", confidence=0.7, comment="look again")
    return compared


@pytest.mark.parametrize("thing", ["document", "claim", "pair", "decision", "incident"])
def test_it_stands_where_its_thing_is_shown(judged: Case, thing: str) -> None:
    """With address, archived copy, hash, time, what it shows, and by whom; nowhere that the thing is not."""
    key = _key(judged)
    document = judged.documents.list().items[0].id
    incident = next(each for each in judged.incidents.list() if key.left in each.claims).id
    (decision,) = judged.review.history(key)
    of, anchors = {
        "document": (document, {f"document-{document}"}),
        "claim": (key.left, {f"pair-{key}", f"incident-{incident}"}),
        "pair": (str(key), {f"pair-{key}"}),
        "decision": (str(decision.id), {f"pair-{key}"}),
        "incident": (incident, {f"incident-{incident}"}),
    }[thing]
    judged.remarks.link(Topic(Thing(thing), of), SEEN)

    told = {anchor: said for anchor, said in _sections(judged).items() if SEEN.address in said}

    assert anchors <= told.keys()
    assert thing == "claim" or told.keys() == anchors
    for said in told.values():
        assert all(
            each in said
            for each in (SEEN.archive, HASH, SEEN.retrieved, SEEN.comment, "attached by ", "'ana'")
        )


@pytest.mark.parametrize(
    ("language", "label", "by"),
    [("en", "Evidence elsewhere", "attached by"), ("ar", "دليل خارج القضية", "أضافه")],
)
def test_every_format_tells_it_in_its_language_and_leads_nowhere(
    judged: Case, language: str, label: str, by: str
) -> None:
    """The address is text, as all that comes from outside."""
    judged.remarks.link(Topic(Thing.PAIR, str(_key(judged))), SEEN)
    report = build(judged.report.content(), language)
    page, text = html(report).decode(), markdown(report).decode()
    for said in (page, text):
        assert all(each in said for each in (label, by, HASH))
    assert f'href="{SEEN.address}' not in page
    assert SEEN.address in page
    assert word(report)


def test_what_was_taken_away_stands_no_more(judged: Case) -> None:
    """What is said in its place does; notes and tags never stood there."""
    topic = Topic(Thing.PAIR, str(_key(judged)))
    row = judged.remarks.link(topic, SEEN)
    judged.remarks.note(topic, "a note of ana")
    judged.remarks.tag(topic, "odd-tag")
    assert SEEN.address in str(_sections(judged))
    judged.remarks.withdraw(row.id)
    said = str(_sections(judged))
    assert not [each for each in (SEEN.address, "a note of ana", "odd-tag") if each in said]


def test_who_attached_it_is_called_as_the_case_chose(judged: Case) -> None:
    """Also within what it is said to show."""
    other = judged.acting_as("Nadia Haddad")
    said = Evidence(SEEN.address, comment="sent by Nadia Haddad")
    other.remarks.link(Topic(Thing.PAIR, str(_key(judged))), said)
    assert "Nadia Haddad" in str(_sections(judged))
    judged.report.people("neither")
    shown = _sections(judged)[f"pair-{_key(judged)}"]
    assert SEEN.address in shown
    assert "Nadia" not in shown


def test_it_is_withheld_while_its_pair_waits(blind: Case) -> None:
    """On a pair and a claim until all have answered, from everybody's report, its author's too; of a document at once."""
    key = _key(blind)
    ben = blind.acting_as("ben")
    ben.remarks.link(Topic(Thing.PAIR, str(key)), SEEN)
    ben.remarks.link(Topic(Thing.CLAIM, key.left), SEEN)
    for case in (blind, ben):
        assert SEEN.address not in str(_sections(case))
    document = blind.documents.list().items[0].id
    ben.remarks.link(Topic(Thing.DOCUMENT, document), Evidence("https://example.org/page"))
    assert "https://example.org/page" in str(_sections(blind))
    for item in blind.pairs.list().items:
        for who in ("ana", "ben"):
            blind.review.decide(item.key, relation="unsure", by=who)
    assert SEEN.address in _sections(blind)[f"pair-{key}"]


@pytest.mark.parametrize(
    ("language", "sure", "comment"),
    [("en", "confidence: ", "comment: "), ("ar", "درجة الثقة: ", "تعليق: ")],
)
def test_a_decision_says_how_sure_its_reviewer_was_and_their_comment(
    judged: Case, language: str, sure: str, comment: str
) -> None:
    """Beside the reason; nothing of either where nothing is said."""
    said = _sections(judged, language)[f"pair-{_key(judged)}"]
    assert all(each in said for each in (sure, comment, "'0.7'", "look again"))
    judged.review.decide(_key(judged), relation="unsure", reason="because")
    said = _sections(judged, language)[f"pair-{_key(judged)}"]
    assert not [each for each in (sure, comment) if each in said]
