"""JSON Schemas (draft 2020-12) of the forms, made from the models that write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from claims.report import forms

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
VERSION: Final = 1

FORMS: Final[Mapping[str, TypeAdapter[Any]]] = {
    "claim": TypeAdapter(forms.ClaimForm),
    "comparison": TypeAdapter(forms.ComparisonForm),
    "date-mentions": TypeAdapter(tuple[forms.DateForm, ...]),
    "quantity-mentions": TypeAdapter(tuple[forms.QuantityForm, ...]),
    "place-mentions": TypeAdapter(tuple[forms.PlaceForm, ...]),
    "party-mentions": TypeAdapter(tuple[forms.PartyForm, ...]),
}


def schema_of(form: str) -> dict[str, Any]:
    """The JSON Schema of one form.

    Args:
        form: a key of `FORMS`.

    Raises:
        KeyError: there is no such form.
    """
    body = FORMS[form].json_schema(mode="serialization")
    head = {"$schema": DIALECT, "$id": f"urn:claim-workbench:{form}:{VERSION}"}
    return {**head, "title": form, **{key: body[key] for key in body if key != "title"}}
