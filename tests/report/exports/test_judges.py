"""What others made reads what is written: JSON-LD by pyld, HTML by html5lib, which takes nothing for granted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import html5lib
import pytest
from pyld import jsonld

from claims.report.build import build
from tests.report.examples import case
from tests.report.written import html as render

from .test_lines import loaded, with_places

_OA: Final = "http://www.w3.org/ns/oa#"
_ANNOTATION: Final = "http://www.w3.org/ns/anno.jsonld"
_CONTEXTS: Final = {
    _ANNOTATION: {
        "oa": _OA,
        "id": {"@id": "@id", "@type": "@id"},
        "type": {"@id": "@type", "@type": "@vocab"},
        "Annotation": "oa:Annotation",
        "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
        "Software": "https://www.w3.org/ns/activitystreams#Application",
        "TextualBody": "oa:TextualBody",
        "TextPositionSelector": "oa:TextPositionSelector",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "assessing": "oa:assessing",
        "describing": "oa:describing",
        "tagging": "oa:tagging",
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
        "body": {"@id": "oa:hasBody", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"},
        "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "start": {"@id": "oa:start"},
        "end": {"@id": "oa:end"},
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "generator": {"@id": "https://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
        "generated": "http://purl.org/dc/terms/issued",
        "name": "http://xmlns.com/foaf/0.1/name",
        "items": {
            "@id": "https://www.w3.org/ns/activitystreams#items",
            "@type": "@id",
            "@container": "@list",
        },
    },
    "https://schema.org": {"@vocab": "https://schema.org/"},
}
"""The terms of both standards that are used here, as their documents define them: no test asks the network."""


def contexts(address: str, _: object) -> dict[str, Any]:
    """What stands at the addresses of both contexts."""
    found = {"@context": _CONTEXTS[address]}
    return {"contextUrl": None, "documentUrl": address, "document": found}


def expanded(made: dict[str, Any]) -> list[dict[str, Any]]:
    """The same with every term as the address it stands for; terms that nobody defines are gone."""
    found: list[dict[str, Any]] = jsonld.expand(made, {"documentLoader": contexts})
    return found


def keys(node: object) -> Iterator[str]:
    """Every member of every object but contexts."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name != "@context":
                yield name
                yield from keys(value)
    elif isinstance(node, list):
        for each in node:
            yield from keys(each)


@pytest.mark.parametrize("name", ["annotations", "claimreview"])
def test_no_term_is_lost_when_json_ld_is_expanded(name: str) -> None:
    """What a context does not define, a reader of JSON-LD drops silently."""
    made = loaded(name, with_places())
    given = [each for each in keys(made) if each != "@graph"]
    found = [each for each in keys(expanded(made)) if each not in {"@value", "@list", "@graph"}]
    ids = sum(each in {"id", "@id"} for each in given)

    assert len([each for each in found if each != "@id"]) == len(given) - ids


def test_an_annotation_says_the_same_to_a_reader_of_rdf() -> None:
    """Selectors, bodies and motivation under the addresses of the standard."""
    (page,) = expanded(loaded("annotations", with_places()))
    items = page["https://www.w3.org/ns/activitystreams#items"][0]["@list"]

    for each in items:
        assert each["@type"] == [f"{_OA}Annotation"]
        (target,) = each[f"{_OA}hasTarget"]
        kinds = {kind for one in target[f"{_OA}hasSelector"] for kind in one["@type"]}
        assert kinds == {f"{_OA}TextPositionSelector", f"{_OA}TextQuoteSelector"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_is_html_without_one_fault(language: str) -> None:
    """A strict parser finds nothing to mend."""
    html5lib.HTMLParser(strict=True).parse(render(build(case(), language)).decode())
