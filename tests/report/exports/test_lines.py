"""JSON for other programs: valid by what is documented of each form, quotes to the letter."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from claims.model import (
    Chosen,
    Conclusion,
    Matter,
    Modality,
    Polarity,
    Scale,
    Settlement,
    VerdictLabel,
)
from claims.report.content import ReportContent
from claims.report.exports import commas
from claims.report.exports.formats import DATA_FORMATS
from claims.verdict.outcomes import outcomes
from claims.verdict.vocabulary import built_in
from tests.report.examples import case
from tests.report.exports.schema_org import faults
from tests.report.golden import golden
from tests.report.hostile import PAYLOADS, with_text
from tests.report.of_content import OfContent

TEXTUAL = [name for name in DATA_FORMATS if name != "xlsx"]


def written(name: str, content: ReportContent, language: str = "en") -> bytes:
    """The content in one format."""
    stream = io.BytesIO()
    DATA_FORMATS[name][1](OfContent(content, "سلمى"), stream, language)
    return stream.getvalue()


def loaded(name: str, content: ReportContent, language: str = "en") -> Any:
    """The content in one format, read back."""
    return json.loads(written(name, content, language))


def with_places() -> ReportContent:
    """The case with coordinates where one place is meant, and with two candidates where it is not sure."""
    content = case()
    first, second, third = content.claims
    place = first.places[0]
    sure = replace(place, id="geonames:1", lat=34.5, lon=40.9, candidates=("geonames:1",))
    unsure = replace(sure, candidates=("geonames:1", "geonames:2"))
    return replace(
        content,
        claims=(replace(first, places=(sure,)), replace(second, places=(unsure,)), third),
    )


@pytest.mark.parametrize("name", TEXTUAL)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_same_content_gives_the_same_bytes(name: str, language: str) -> None:
    """No clock, no random order; the file is the one that was looked at last."""
    made = written(name, with_places(), language)

    assert made == golden(f"{name}_{language}.{DATA_FORMATS[name][0]}", made)


def test_annotations_point_at_the_words_with_both_selectors() -> None:
    """Position in code points of the raw text, and the quote with what stands around it."""
    content = case()
    texts = {f"urn:sha256:{each.sha256}": each.text for each in content.documents}
    page = loaded("annotations", content)

    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["positionUnit"] == "Unicode code points"
    assert len(page["items"]) == len(content.claims)
    for item in page["items"]:
        position, quote = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert {item["type"], position["type"], quote["type"]} == {
            "Annotation",
            "TextPositionSelector",
            "TextQuoteSelector",
        }


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("published", "address", "kept"),
    [
        ("2020-01-02", "https://example.org/a?b=1", {"datePublished", "url"}),
        ("2020-01", "", {"datePublished"}),
        ("2020-01~", "on paper, page 3", set()),
        ("2020-01/2020-03", "", set()),
        ("", "urn:isbn:0451450523", {"url"}),
        ("", "javascript:alert(1)//example.org", set()),
    ],
)
def test_a_review_is_valid_by_the_published_vocabulary(
    language: str, published: str, address: str, kept: set[str]
) -> None:
    """Every property is one of its class at schema.org, every value of a kind that is expected there; else it is left out."""
    content = case()
    documents = tuple(
        replace(each, published=published, address=address) for each in content.documents
    )
    page = loaded("claimreview", replace(content, documents=documents), language)

    assert page["@context"] == "https://schema.org"
    assert page["@graph"]
    assert [fault for review in page["@graph"] for fault in faults(review)] == []
    assert {"datePublished", "url"} & page["@graph"][0]["itemReviewed"]["appearance"].keys() == kept


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "ClaimReview", "verdict": "no such property"},
        {"@type": "ClaimReview", "datePublished": "soon"},
        {"@type": "ClaimReview", "reviewRating": {"@type": "Claim", "text": "a claim"}},
        {"@type": "ClaimReview", "itemReviewed": {"@type": "Claim", "quote": "below"}},
        {"@type": "Statement"},
    ],
)
def test_what_the_vocabulary_does_not_document_is_noticed(node: dict[str, Any]) -> None:
    """Another property, another value, another class, at any depth."""
    assert list(faults(node))


REVIEW = {"@type", "@id", "url", "datePublished", "inLanguage", "author", "claimReviewed"} | {
    "itemReviewed",
    "reviewRating",
}
"""Keys of a review, all of them in any language."""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_only_what_people_decided_is_a_review(language: str) -> None:
    """A rating has a name always, and a value only on the scale from refuted to supported."""
    graph = loaded("claimreview", case(), language)["@graph"]

    assert [set(review) for review in graph] == [REVIEW]
    rating = graph[0]["reviewRating"]
    assert (rating["worstRating"], rating["ratingValue"], rating["bestRating"]) == (1, 2, 3)
    assert rating["alternateName"]
    assert rating["ratingExplanation"]


def test_what_a_person_said_of_a_verdict_is_what_leaves_the_case() -> None:
    """In place of what was proposed, with name and reason; of what nobody has confirmed that is said."""
    content = case()
    claim = content.claims[0].id
    proposed = next(each.proposal for each in content.outcomes if each.proposal.id == claim)
    words = built_in(Scale.VERDICT)
    chosen = next(each for each in words.terms if each.id == "refuted")
    said = Settlement(
        Chosen(chosen.id, chosen.name, words.id),
        *(proposed.label, proposed.policy, proposed.basis),
        overrides=True,
        reason="the market stands",
    )
    conclusion = Conclusion(
        3, Matter.CLAIM, claim, said, "ana", "2020-01-03T00:00:00.000000Z", None, True
    )
    concluded = replace(content, outcomes=outcomes((proposed,), (conclusion,), words))

    def review(of: ReportContent) -> dict[str, Any]:
        found: dict[str, Any] = loaded("claimreview", of)["@graph"][0]["reviewRating"]
        return found

    def assessed(of: ReportContent) -> dict[str, Any]:
        found: dict[str, Any] = loaded("annotations", of)["items"][0]["body"][-1]
        return found

    def line(of: ReportContent) -> dict[str, Any]:
        found = map(json.loads, written("jsonl", of).splitlines())
        return next(each for each in found if each["type"] == "verdict")

    assert (review(concluded)["ratingValue"], review(concluded)["alternateName"]) == (1, "Refuted")
    assert review(concluded)["ratingExplanation"].startswith(
        "decided by a person, and up to date: ana, other than what was proposed; reason: the market stands."
    )
    assert "which is not the rating" in review(concluded)["ratingExplanation"]
    rows = list(commas.read(io.BytesIO(written("claims.csv", concluded))))
    told = next(row for row in rows if row["id"] == claim)
    assert (told["verdict"], told["verdict_state"]) == ("refuted", "current")
    assert (assessed(concluded)["value"], assessed(concluded)["creator"]["name"]) == (
        *("refuted", "ana"),
    )
    assert (line(concluded)["state"], line(concluded)["concluded"]["outcome"]["term"]) == (
        *("current", "refuted"),
    )
    assert (line(content)["state"], line(content)["concluded"]) == ("open", None)
    assert review(content)["ratingExplanation"].startswith(
        "By the policy lineages/1: proposed; nobody has confirmed it yet."
    )
    assert assessed(content)["generator"] == {"type": "Software", "name": "lineages/1"}


def test_not_enough_evidence_has_no_place_on_the_scale() -> None:
    """It is no weak form of refuted."""
    content = case()
    verdict = replace(content.verdicts[0], label=VerdictLabel.NOT_ENOUGH_EVIDENCE)
    (review,) = loaded("claimreview", replace(content, verdicts=(verdict,)))["@graph"]

    assert "ratingValue" not in review["reviewRating"]
    assert review["reviewRating"]["alternateName"] == "Not Enough Evidence"


@pytest.mark.parametrize(
    ("modality", "english", "arabic"),
    [
        (Modality.DENIED, "Denial: ", "نفي: "),
        (Modality.DOUBTED, "Doubt: ", "تشكيك: "),
        (Modality.ASSERTED, "", ""),
    ],
)
def test_who_denies_is_the_author_of_a_denial(
    modality: Modality, english: str, arabic: str
) -> None:
    """In the language of the words, wherever they stand for the claim; a negation that was read is within its quote."""
    content = case()
    claims = tuple(
        replace(each, modality=modality, polarity=Polarity.NEGATED) for each in content.claims
    )
    denied = replace(content, claims=claims, edits=())
    said = {english + each.statement for each in claims} | {
        arabic + each.statement for each in claims
    }
    quotes = {head + each.quote for each in claims for head in (english, arabic)}

    for review in loaded("claimreview", denied)["@graph"]:
        assert review["claimReviewed"] in said
        assert review["itemReviewed"]["text"] in quotes
    for item in loaded("annotations", denied)["items"]:
        assert item["body"][0]["value"] in said
    for name in ("acled", "followthemoney"):
        text = written(name, denied).decode()
        assert english in text
        assert arabic in text


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", ["annotations", "claimreview", "geojson"])
def test_hostile_text_is_text(name: str, payload: str) -> None:
    """It opens no object and closes none."""
    assert loaded(name, with_text(payload)).keys() == loaded(name, with_text("plain")).keys()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_each_line_is_one_object(payload: str) -> None:
    """Whichever way a reader cuts lines; quotes are the text at their place."""
    lines = written("jsonl", with_text(payload)).decode("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    texts = {each["id"]: each["text"] for each in found if each["type"] == "document"}
    claims = [each for each in found if each["type"] == "claim"]

    assert [each["type"] for each in found] == (
        ["document"] * 2
        + ["claim", "verdict", "claim", "claim"]
        + ["edit"] * 2
        + ["pair"] * 2
        + ["incident"] * 2
        + ["grouping"]
        + ["evidence"]
    )
    for claim in claims:
        text = texts[claim["document"]["sha256"][:16]]
        assert text[claim["span"]["start"] : claim["span"]["end"]] == claim["quote"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_ends_no_record_of_a_citation(payload: str) -> None:
    """As many records as documents, as many entries as documents."""
    ris = written("ris", with_text(payload)).decode("utf-8-sig")
    bibtex = written("bibtex", with_text(payload)).decode()

    assert [line for line in ris.split("\r\n") if line.startswith("TY")] == ["TY  - NEWS"] * 2
    assert [line for line in ris.split("\r\n") if line.startswith("ER")] == ["ER  - "] * 2
    assert sum(line.startswith("@") for line in bibtex.split("\n")) == 2
    plain = bibtex.replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")
