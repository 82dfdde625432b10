"""Documents as they are shown."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Edit, EditKind, LiveClaim, Maker, Problem, Role, Span
from claims.services import AddReport, Refusal
from tests.factories import a_claim, a_document, a_message, an_extraction
from tests.workbench.shown.test_pairs import a_head
from workbench import wording
from workbench.shown import documents

EN = wording.of("en")
TEXT = "A strike hit. Share this"


def shown_pieces(reading: documents.Reading) -> list[tuple[str, list[str]]]:
    """The pieces of a document with their marks."""
    return [(piece["text"], piece["marks"]) for piece in reading["pieces"]]


def an_edit(kind: EditKind, *, by: str, reason: str = "") -> Edit:
    """A row of what people changed."""
    at = "2018-04-03T12:00:00.000000+00:00"
    return Edit(1, kind, "d", by, at, reason, (), (), (), "", "", 1)


def test_claims_are_marked_and_the_chosen_one_is_told_in_full() -> None:
    """Every claim lies under its own mark; only the chosen one carries its detail."""
    extraction = an_extraction(a_document(TEXT), a_claim("A strike hit"))
    (claim,) = extraction.claims
    quiet = documents.reading(extraction, None, (), EN)
    assert ("A strike hit", [f"claim:{claim.id}"]) in shown_pieces(quiet)
    assert quiet["detail"] is None
    chosen = documents.reading(extraction, LiveClaim(claim, Maker.MACHINE), (), EN)
    assert chosen["detail"] is not None
    assert chosen["detail"]["statement"] == "A strike hit"
    assert chosen["detail"]["speakers"][0]["lineage"] == "official"


def test_a_claim_that_a_person_made_says_who() -> None:
    """Beside what it says stands who made it, and every change, newest first."""
    extraction = an_extraction(a_document(TEXT), a_claim("A strike hit"))
    (claim,) = extraction.claims
    edit = an_edit(EditKind.CORRECT, by="ana", reason="misread")
    undo = an_edit(EditKind.UNDO, by="ben")
    shown = documents.reading(extraction, LiveClaim(claim, Maker.HUMAN, edit), (edit, undo), EN)
    assert shown["detail"] is not None
    assert shown["detail"]["maker"].startswith(
        "corrected by \u2068ana\u2069, 3 Apr 2018, 12:00 UTC"
    )
    first, second = shown["detail"]["history"]
    assert first.startswith("taken back by")
    assert second.endswith("misread\u2069")


def test_page_chrome_and_what_was_not_understood_are_marked() -> None:
    """What the engine set aside or could not read is seen in its place."""
    extraction = an_extraction(a_document(TEXT))
    chrome = replace(extraction.sentences[0], span=Span(14, 24), role=Role.CHROME)
    problem = Problem("not-understood", a_message("odd words"), "", Span(2, 8))
    marked = replace(extraction, sentences=(chrome,), problems=(problem,))
    shown = documents.reading(marked, None, (), EN)
    assert ("Share this", ["chrome"]) in shown_pieces(shown)
    assert ("strike", ["problem"]) in shown_pieces(shown)
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
