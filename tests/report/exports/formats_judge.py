"""Reads exports by packages and schemas of others; what they find wrong is printed, a line each, and how much they read.

Run by itself, with the packages of ``requirements/judge.txt`` and ``requirements/judge-schemas.txt`` and no others.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import bibtexparser
import rispy
import yaml
from bibtexparser.middlewares import LatexDecodingMiddleware
from geojson_pydantic import FeatureCollection
from pydantic import ValidationError
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SDO

_TERM: Final = str(SDO)
_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_LANGUAGE: Final = re.compile(r"[a-z]{3}")


def ris(path: Path) -> Iterator[str]:
    """Every tag is one of RIS; the title of each record is printed."""
    for record in rispy.loads(path.read_text("utf-8-sig")):
        yield from (f"unknown tag {tag}" for tag in record.get("unknown_tag", ()))
        yield f"read {record['title']}"


def bibtex(path: Path) -> Iterator[str]:
    """Every entry is read, and no field of one stands twice; the title of each, without its mark-up, is printed."""
    library = bibtexparser.parse_string(
        path.read_text("utf-8"), append_middleware=[LatexDecodingMiddleware()]
    )
    yield from (f"not read: {block.raw}" for block in library.failed_blocks)
    yield from (f"between entries: {block.raw}" for block in library.comments)
    for entry in library.entries:
        yield f"read {entry.fields_dict['title'].value}"


def geojson(path: Path) -> Iterator[str]:
    """Valid as the models of RFC 7946 are."""
    try:
        made = FeatureCollection.model_validate_json(path.read_bytes())
    except ValidationError as error:
        yield from (f"{each['loc']}: {each['msg']}" for each in error.errors())
        return
    yield from (f"read {each.id}" for each in made.features)


def reviews(path: Path) -> Iterator[str]:
    """Every class and every property is one of schema.org's, as RDF reads the file."""
    made = json.loads(path.read_text("utf-8"))
    made["@context"] = {"@vocab": _TERM, "url": {"@type": "@id"}}
    graph = Graph().parse(data=json.dumps(made), format="json-ld")
    for _, predicate, thing in graph:
        for term in (predicate, thing if predicate == RDF.type else predicate):
            if str(term).startswith(_TERM) and URIRef(term) not in SDO:
                yield f"no term of schema.org: {term}"
    yield from (f"read {each}" for each in graph.subjects(RDF.type, SDO.ClaimReview))


def entities(path: Path) -> Iterator[str]:
    """Every property is one of its schema or of one above it, and its values are of the type that it has there."""
    schemas = _schemas()
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    kinds = {each["id"]: each["schema"] for each in found}
    for each in found:
        name = each["schema"]
        if name not in schemas or schemas[name].get("abstract"):
            yield f"no schema {name}"
            continue
        known = {
            key: form
            for one in _above(name, schemas)
            for key, form in schemas[one].get("properties", {}).items()
        }
        needed = {key for one in _above(name, schemas) for key in schemas[one].get("required", ())}
        yield from (f"{name} without {key}" for key in needed - each["properties"].keys())
        for key, values in each["properties"].items():
            if key not in known:
                yield f"no property {key} of {name}"
                continue
            for value in values:
                if not _fits(value, known[key], kinds, schemas):
                    yield f"{name}.{key} is no {known[key]['type']}: {value}"
        yield f"read {each['id']}"


def _fits(
    value: str, form: Mapping[str, Any], kinds: Mapping[str, str], schemas: Mapping[str, Any]
) -> bool:
    match form.get("type", "string"):
        case "date":
            return _DATE.fullmatch(value) is not None
        case "url":
            return bool(urlsplit(value).scheme and urlsplit(value).netloc)
        case "language":
            return _LANGUAGE.fullmatch(value) is not None
        case "entity":
            return value in kinds and form.get("range", "Thing") in _above(kinds[value], schemas)
    return True


def _schemas() -> dict[str, Any]:
    """The schemas that the package of FollowTheMoney brings along, by name."""
    spec = find_spec("followthemoney")
    places = [] if spec is None else spec.submodule_search_locations or []
    (folder,) = places
    found: dict[str, Any] = {}
    for path in sorted((Path(folder) / "schema").glob("*.y*ml")):
        found |= yaml.safe_load(path.read_text("utf-8"))
    return found


def _above(name: str, schemas: Mapping[str, Any]) -> list[str]:
    """A schema and all that it extends."""
    found = [name]
    for each in found:
        found.extend(one for one in schemas[each].get("extends", ()) if one not in found)
    return found


JUDGES: Final[Mapping[str, Callable[[Path], Iterator[str]]]] = {
    "ris": ris,
    "bibtex": bibtex,
    "geojson": geojson,
    "claimreview": reviews,
    "followthemoney": entities,
}


if __name__ == "__main__":
    for line in JUDGES[sys.argv[1]](Path(sys.argv[2])):
        sys.stdout.write(json.dumps(line) + "\n")
