"""The JSON forms other programs rely on."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

import claims
from claims.model import DateValue, Level, Party, Place, Quantity, Relation, Slot, Span
from claims.report.forms import (
    claim_form,
    comparison_form,
    date_form,
    party_form,
    place_form,
    quantity_form,
)
from claims.report.lines import to_line
from claims.report.schemas import FORMS, schema_of

from .examples import case, command, comparison, network

CLAIM_KEYS = [
    "id",
    "document",
    "span",
    "quote",
    "statement",
    "kind",
    "date",
    "places",
    "actors",
    "targets",
    "quantities",
    "attribution",
    "polarity",
    "modality",
    "checkable",
    "findings",
]
COMPARISON_KEYS = ["key", "left", "right", "same_event", "relation", "score", "slots", "dependence"]


def test_a_claim_has_the_promised_keys_in_the_promised_order() -> None:
    """New keys may follow; none of these is renamed, moved or left out."""
    of, strike, _ = network()
    plain = json.loads(to_line(claim_form(strike, of)))

    assert list(plain)[: len(CLAIM_KEYS)] == CLAIM_KEYS
    assert list(plain["document"]) == ["name", "sha256"]
    assert list(plain["span"]) == ["start", "end"]
    assert list(plain["date"])[:4] == ["edtf", "text", "span", "reason"]
    assert list(plain["places"][0])[:7] == ["name", "id", "lat", "lon", "relation", "text", "span"]
    assert list(plain["targets"][0])[:3] == ["name", "text", "span"]
    assert list(plain["attribution"][0])[:5] == ["source", "lineage", "cue", "text", "span"]


def test_a_quantity_has_the_promised_keys_in_the_promised_order() -> None:
    """Bounds first, then what is counted."""
    of, _, toll = network()
    plain = json.loads(to_line(claim_form(toll, of)))["quantities"][0]

    assert list(plain) == [
        "low",
        "high",
        "low_open",
        "high_open",
        "approximate",
        "unit",
        "of",
        "text",
        "span",
    ]
    assert (plain["low"], plain["high"]) == (4, 4)


def test_a_finding_is_said_in_both_languages() -> None:
    """With the check that noticed it and the words it is about."""
    of, release = command()
    (plain,) = json.loads(to_line(claim_form(release, of)))["findings"]

    assert list(plain) == ["check", "message", "span"]
    assert set(plain["message"]) == {"ar", "en"}


_RAID = b"Coalition aircraft bombed a school in Raqqa on 3 May 2017, a local network said."
_RAID_TOO = b"The coalition struck a base in Raqqa on 3 May 2017, the command said."


def test_a_comparison_has_the_promised_keys_and_both_claims() -> None:
    """Levels are in capitals, as in the model."""
    ours, strike, _ = network()
    theirs, release = command()
    found = comparison(strike, release, {Slot.TARGET: Level.DIFFERENT}, Relation.CONFLICT)
    first, second = sorted(((strike, ours), (release, theirs)), key=lambda each: each[0].id)

    plain = json.loads(to_line(comparison_form(found, claim_form(*first), claim_form(*second))))

    assert list(plain)[: len(COMPARISON_KEYS)] == COMPARISON_KEYS
    assert plain["key"] == f"{plain['left']['id']}~{plain['right']['id']}"
    assert {each["slot"]: each["level"] for each in plain["slots"]}["target"] == "DIFFERENT"
    assert set(plain["slots"][0]) == {"slot", "level", "message"}


def test_the_parts_of_a_comparison_add_up_to_its_score() -> None:
    """Each with its reason in both languages."""
    texts = [claims.read(raw, name=name) for name, raw in (("one", _RAID), ("other", _RAID_TOO))]
    told = {claims.extract(text).claims[0]: text for text in texts}
    found = claims.compare(*told)
    forms = {claim.id: claim_form(claim, text) for claim, text in told.items()}
    plain = json.loads(
        to_line(comparison_form(found, forms[found.key.left], forms[found.key.right]))
    )

    assert plain["parts"]
    assert sum(part["value"] for part in plain["parts"]) == pytest.approx(plain["score"])
    assert all(set(part["message"]) == {"ar", "en"} for part in plain["parts"])


def test_offsets_of_a_form_cut_the_quote_out_of_the_text() -> None:
    """In code points of the document's text."""
    for document in case().documents:
        for claim in case().claims:
            if claim.document == document.id:
                form = claim_form(claim, document)
                assert document.text[form.span.start : form.span.end] == form.quote


@pytest.mark.parametrize("form", FORMS)
def test_every_schema_is_a_schema_of_its_draft_with_an_id_of_its_own(form: str) -> None:
    """A validator accepts it."""
    schema = schema_of(form)
    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:claim-workbench:{form}:1"


def test_forms_of_the_example_are_valid_by_their_schemas() -> None:
    """Claims and mentions alike."""
    span = Span(0, 1)
    mentions = {
        "date-mentions": date_form(DateValue("2018", "x", span, "full")),
        "place-mentions": place_form(Place("x", "", None, 1.5, "in", "x", span)),
        "party-mentions": party_form(Party("x", "", "state", "x", span)),
        "quantity-mentions": quantity_form(
            Quantity(None, 2.5, False, True, False, "%", "", "x", span)
        ),
    }

    for name, form in mentions.items():
        Draft202012Validator(schema_of(name)).validate(json.loads(to_line([form])))
        Draft202012Validator(schema_of(name)).validate([])
    for document in case().documents:
        for claim in case().claims:
            line = to_line(claim_form(claim, document))
            Draft202012Validator(schema_of("claim")).validate(json.loads(line))


def test_a_schema_refuses_what_is_not_of_its_form() -> None:
    """An unknown key, a small level or a missing span are no claims."""
    of, strike, _ = network()
    plain = json.loads(to_line(claim_form(strike, of)))
    valid = Draft202012Validator(schema_of("claim"))

    assert not valid.is_valid({**plain, "extra": 1})
    assert not valid.is_valid({**plain, "span": None})
    assert not valid.is_valid({**plain, "attribution": []})
    assert not valid.is_valid({**plain, "modality": "certain"})
