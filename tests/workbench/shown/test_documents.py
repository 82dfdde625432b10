"""Documents as they are shown."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Problem, Role, Span
from claims.services import AddReport, Refusal
from tests.factories import a_claim, a_document, a_message, an_extraction
from tests.workbench.shown.test_pairs import a_head
from workbench import wording
from workbench.shown import documents

EN = wording.of("en")
TEXT = "A strike hit. Share this"


def test_claims_are_marked_and_the_chosen_one_is_told_in_full() -> None:
    """Every claim lies under its own mark; only the chosen one carries its detail."""
    extraction = an_extraction(a_document(TEXT), a_claim("A strike hit"))
    claim = extraction.claims[0].id
    quiet = documents.reading(extraction, "", EN)
    assert {"text": "A strike hit", "marks": [f"claim:{claim}"]} in quiet["pieces"]
    assert quiet["detail"] is None
    chosen = documents.reading(extraction, claim, EN)
    assert chosen["detail"] is not None
    assert chosen["detail"]["statement"] == "A strike hit"
    assert chosen["detail"]["speakers"][0]["lineage"] == "official"


def test_a_claim_that_the_document_does_not_hold_is_not_chosen() -> None:
    """An old link opens the document, with nothing chosen."""
    extraction = an_extraction(a_document(TEXT), a_claim("A strike hit"))
    assert documents.reading(extraction, "f" * 16, EN)["chosen"] == ""


def test_page_chrome_and_what_was_not_understood_are_marked() -> None:
    """What the engine set aside or could not read is seen in its place."""
    extraction = an_extraction(a_document(TEXT))
    chrome = replace(extraction.sentences[0], span=Span(14, 24), role=Role.CHROME)
    problem = Problem("not-understood", a_message("odd words"), "", Span(2, 8))
    shown = documents.reading(replace(extraction, sentences=(chrome,), problems=(problem,)), "", EN)
    assert {"text": "Share this", "marks": ["chrome"]} in shown["pieces"]
    assert {"text": "strike", "marks": ["problem"]} in shown["pieces"]
    assert shown["problems"] == ["odd words"]


def test_each_file_has_its_own_line() -> None:
    """Added, already there, refused: what became of each file, and what to do."""
    report = AddReport(
        added=(a_head(),),
        present=(a_head("old.txt"),),
        refused=(Refusal("photo.jpg", "It holds no text.", "Type it in."),),
    )
    added, present, refused = documents.notices(report, EN)
    assert "a.txt" in added
    assert "1 claim read" in added
    assert "already holds" in present
    assert "It holds no text. Type it in." in refused
