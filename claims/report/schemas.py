"""JSON Schemas (draft 2020-12) of the forms, made from the models that write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from claims.report import (
    case_forms,
    document_forms,
    forms,
    incident_forms,
    outcome_forms,
    quality_forms,
    reading_forms,
    review_forms,
)

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
VERSION: Final = 1
"""Rises when a key of a form is renamed or removed."""

FORMS: Final[Mapping[str, Any]] = {
    "claim": forms.ClaimForm,
    "comparison": forms.ComparisonForm,
    "date-mentions": tuple[forms.DateForm, ...],
    "quantity-mentions": tuple[forms.QuantityForm, ...],
    "place-mentions": tuple[forms.PlaceForm, ...],
    "party-mentions": tuple[forms.PartyForm, ...],
    "added": case_forms.AddedForm,
    "compared": case_forms.ComparedForm,
    "incident": incident_forms.IncidentForm,
    "grouping": incident_forms.GroupingForm,
    "matrix": incident_forms.MatrixRowForm,
    "queue": case_forms.QueueForm,
    "decision": case_forms.DecisionForm,
    "history": case_forms.HistoryForm,
    "verdict": case_forms.VerdictForm,
    "outcome": outcome_forms.OutcomeForm,
    "conclusion": outcome_forms.ConclusionForm,
    "vocabulary": outcome_forms.VocabularyForm,
    "described": case_forms.DescribedForm,
    "report": case_forms.ReportForm,
    "export": case_forms.ExportForm,
    "read-back": case_forms.ReadBackForm,
    "problem": case_forms.ProblemForm,
    "record": case_forms.RecordForm,
    "packed": case_forms.PackedForm,
    "checked": case_forms.CheckedForm,
    "loaded": case_forms.LoadedForm,
    "backup": case_forms.BackupForm,
    "restored": review_forms.RestoredForm,
    "released": review_forms.ReleasedForm,
    "closed": review_forms.ClosedForm,
    "remark": review_forms.RemarkForm,
    "edit": review_forms.EditForm,
    "dispute": review_forms.DisputeForm,
    "ruling": review_forms.RulingForm,
    "agreement": review_forms.AgreementForm,
    "person": review_forms.PersonForm,
    "policy": review_forms.PolicyForm,
    "party": reading_forms.OwnPartyForm,
    "place": reading_forms.OwnPlaceForm,
    "check": reading_forms.CheckForm,
    "reread": reading_forms.RereadForm,
    "found": document_forms.FoundForm,
    "card": document_forms.SaidForm,
    "setting": case_forms.SettingForm,
    "serve": case_forms.ServeForm,
    "reached-claims": quality_forms.ClaimsReachedForm,
    "reached-pairs": quality_forms.PairsReachedForm,
    "reached-slots": quality_forms.SlotsReachedForm,
}
"""What one line of JSON is, by the name of its form."""


def schema_of(form: str) -> dict[str, Any]:
    """The JSON Schema of one form.

    Args:
        form: a key of `FORMS`.

    Raises:
        KeyError: there is no such form.
    """
    body = TypeAdapter(FORMS[form]).json_schema(mode="serialization")
    head = {"$schema": DIALECT, "$id": f"urn:claim-workbench:{form}:{VERSION}"}
    return {**head, "title": form, **{key: body[key] for key in body if key != "title"}}
