"""The form of an answer: what is asked for, and what is taken."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.lexicon import kinds
from claims.services.language_model.answer import answer_schema, answered, proposed

from .stand_in import a_proposal, completion

FULL = a_proposal(
    "A strike killed 21 people",
    sentence=0,
    date={"words": "3 May 2019", "value": "2019-05-03"},
    figures=[{"words": "21 people", "low": 21, "high": None}],
    speaker={"words": "the ministry", "cue": "said"},
)


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every object that a schema describes."""
    if isinstance(node, dict):
        if "properties" in node:
            yield node
        for part in node.values():
            yield from objects(part)
    elif isinstance(node, list):
        for part in node:
            yield from objects(part)


def nodes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every part of a schema that is one itself."""
    yield schema
    named = [part for name in ("$defs", "properties") for part in schema.get(name, {}).values()]
    items = [schema["items"]] if "items" in schema else []
    for part in [*named, *items, *schema.get("anyOf", [])]:
        yield from nodes(part)


def test_the_schema_is_one_that_servers_enforce() -> None:
    """Every member is required and no other allowed; no limit stands in it that servers do not know."""
    schema = answer_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    described = list(objects(schema))
    assert len(described) == 5
    for one in described:
        assert one["additionalProperties"] is False
        assert sorted(one["required"]) == sorted(one["properties"])
    for word in ("maxLength", "minLength", "maxItems", "maximum", "minimum", "title"):
        assert f'"{word}"' not in json.dumps(schema)
    known = {"$defs", "$ref", "additionalProperties", "anyOf", "enum", "items", "properties"}
    assert {word for node in nodes(schema) for word in node} <= known | {"required", "type"}


def test_the_schema_names_the_kinds_of_claims() -> None:
    """All of them and nothing else."""
    assert answer_schema()["$defs"]["ClaimAnswer"]["properties"]["kind"]["enum"] == list(kinds())


@pytest.mark.parametrize("claim", [FULL, a_proposal("A strike hit", sentence=3)])
def test_what_fits_the_schema_is_taken(claim: dict[str, Any]) -> None:
    """With everything stated, and with nothing."""
    jsonschema.validate({"claims": [claim]}, answer_schema())
    found = proposed(json.dumps({"claims": [claim]}))
    assert found
    assert (len(found.proposals), found.misfits) == (1, ())
    assert found.proposals[0].quote == claim["quote"]


@pytest.mark.parametrize("member", FULL)
def test_a_claim_that_lacks_a_member_is_left_out_alone(member: str) -> None:
    """The other ones are taken."""
    lacking = {name: value for name, value in FULL.items() if name != member}
    found = proposed(json.dumps({"claims": [lacking, FULL]}))
    assert found
    assert (len(found.proposals), len(found.misfits)) == (1, 1)


@pytest.mark.parametrize("number", ["1e999", "NaN", "Infinity", "1" + "0" * 5000, '"12"', "true"])
def test_a_figure_that_is_no_plain_number_is_no_figure(number: str) -> None:
    """Endless, not a number, longer than any count, a text, a truth value."""
    text = json.dumps({"claims": [FULL]}).replace('"low": 21', f'"low": {number}')
    found = proposed(text)
    assert found is None or (found.proposals, len(found.misfits)) == ((), 1)


@pytest.mark.parametrize(
    "content", ["", " ", "null", "[]", "{}", '{"claims": null}', '{"claims": [], "more": 1}', "{"]
)
def test_what_is_no_list_of_claims_is_nothing(content: str) -> None:
    """Nothing is looked for in it."""
    assert proposed(content) is None


@given(st.binary(max_size=200))
def test_no_bytes_are_too_strange(body: bytes) -> None:
    """What is no completion cannot be used, and says so."""
    assert answered(body).unusable == "no completion"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*FULL, "claims", "words"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_no_json_is_too_strange(content: Any) -> None:
    """Whatever a model writes, it is a list of claims or it is not."""
    try:
        text = json.dumps({"claims": content}, ensure_ascii=False)
        body = completion(text).body
    except UnicodeEncodeError:
        return
    found, said = proposed(text), answered(body)
    assert (found is None) == bool(said.unusable)
    assert found is None or not found.proposals


def test_tokens_are_what_the_server_counted() -> None:
    """Also of an answer that cannot be used: it was paid for."""
    said = answered(completion("{").body)
    assert (said.content, said.tokens_in, said.tokens_out) == ("", 1000, 200)
    silent = answered(completion({"claims": []}, usage=False).body)
    assert (silent.tokens_in, silent.tokens_out, silent.unusable) == (None, None, "")


@pytest.mark.parametrize(
    ("finish", "why"), [("stop", ""), ("length", "cut off"), ("content_filter", "refused")]
)
def test_an_answer_that_did_not_end_by_itself_is_not_used(finish: str, why: str) -> None:
    """Though what came out of it may look whole."""
    assert answered(completion({"claims": []}, finish=finish).body).unusable == why
