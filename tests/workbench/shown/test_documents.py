"""Documents as they are shown."""

from __future__ import annotations

from dataclasses import replace

from claims.model import (
    Attribution,
    Edit,
    EditKind,
    Finding,
    Lineage,
    LiveClaim,
    Maker,
    Problem,
    Role,
    Span,
)
from claims.services import AddReport, ReadAgain, Refusal
from tests.factories import a_claim, a_document, a_message, an_extraction
from tests.workbench.shown.test_pairs import a_head
from workbench import wording
from workbench.mending import Standing
from workbench.shown import documents, mending
from workbench.shown.claims import detail

EN = wording.of("en")
TEXT = "A strike hit. Share this"


def shown_pieces(reading: documents.Reading) -> list[tuple[str, list[str]]]:
    """The pieces of a document with their marks."""
    return [(piece["text"], piece["marks"]) for piece in reading["pieces"]]


def an_edit(kind: EditKind, *, by: str, reason: str = "") -> Edit:
    """A row of what people changed."""
    at = "2018-04-03T12:00:00.000000+00:00"
    return Edit(1, kind, "d", by, at, reason, (), (), (), "", "", 1)


def test_claims_are_marked_and_told_in_full() -> None:
    """Every claim lies under its own mark; the chosen one and those around it carry what they say."""
    extraction = an_extraction(a_document(TEXT), a_claim("A strike hit"))
    (claim,) = extraction.claims
    assert ("A strike hit", [f"claim:{claim.id}"]) in shown_pieces(documents.reading(extraction))
    standing = Standing(extraction, {claim.id: LiveClaim(claim, Maker.MACHINE)}, {}, ())
    told = mending.details(standing, claim.id, EN)[claim.id]
    assert told["statement"] == "A strike hit"
    assert told["speakers"][0]["lineage"] == "official"
    assert told["maker"] == "read by the engine"
    assert mending.details(standing, "f" * 16, EN) == {claim.id: told}


def test_a_claim_in_its_text_is_told_by_kind_and_by_what_was_done_and_noted() -> None:
    """What the machine read as it stands, what somebody changed, and what a check noted something on."""
    noted = a_claim(
        "strike",
        start=2,
        kind="strike",
        findings=(Finding("weekday", a_message("a Friday"), Span(2, 8)),),
    )
    extraction = an_extraction(a_document(TEXT), a_claim("A strike hit", kind="damage"), noted)
    one, other = extraction.claims
    looks = documents.reading(extraction, {one.id})["looks"]
    assert looks == {
        one.id: {"kind": "damage", "changed": True, "noted": False},
        other.id: {"kind": "strike", "changed": False, "noted": True},
    }
    read = LiveClaim(one, Maker.MACHINE), LiveClaim(other, Maker.HUMAN)
    assert Standing(extraction, {e.claim.id: e for e in read}, {}, ()).changed == {other.id}


def test_a_file_is_no_speaker() -> None:
    """Where nobody has said who published a document, its own words are nobody's by name; the file stands in the facts."""
    document = a_document(TEXT)
    own = a_claim("A strike hit", attribution=(Attribution(document.name, Lineage.UNKNOWN),))
    extraction = an_extraction(replace(document, title="Raid on a town"), own)
    standing = Standing(extraction, {own.id: LiveClaim(own, Maker.MACHINE)}, {}, ())
    (speaker,) = mending.details(standing, own.id, EN)[own.id]["speakers"]
    assert (speaker["name"], speaker["known"]) == ("no publisher given", "")
    assert document.name in documents.facts(extraction, EN)


def test_the_version_changes_with_the_claims() -> None:
    """A browser keeps a text until what stands in it is something else."""
    one, other = (
        an_extraction(a_document(TEXT), a_claim(words)) for words in ("A strike hit", "A strike")
    )
    assert documents.version(one) == documents.reading(one)["version"]
    assert documents.version(one) != documents.version(other)


def test_a_claim_that_a_person_made_says_who() -> None:
    """Beside what it says stands who made it, and every change, newest first."""
    (claim,) = an_extraction(a_document(TEXT), a_claim("A strike hit")).claims
    edit = an_edit(EditKind.CORRECT, by="ana", reason="misread")
    undo = an_edit(EditKind.UNDO, by="ben")
    told = detail(LiveClaim(claim, Maker.HUMAN, edit), (edit, undo), EN)
    assert told["maker"].startswith("corrected by \u2068ana\u2069, 3 Apr 2018, 12:00 UTC")
    first, second = told["history"]
    assert first.startswith("taken back by")
    assert second.endswith("misread\u2069")


def test_the_name_of_a_file_is_offered_as_nobodys_name() -> None:
    """Where nobody has said who published a document, the field for who says it begins empty; else with the publisher."""
    claim = replace(
        a_claim("A strike hit"), attribution=(Attribution("post.txt", Lineage.UNKNOWN),)
    )
    live = LiveClaim(claim, Maker.MACHINE, None)
    assert detail(live, (), EN, "post.txt")["given"]["speaker"] == ""
    assert detail(live, (), EN)["given"]["speaker"] == "post.txt"


def test_page_chrome_and_what_was_not_understood_are_marked() -> None:
    """What the engine set aside or could not read is seen in its place."""
    extraction = an_extraction(a_document(TEXT))
    chrome = replace(extraction.sentences[0], span=Span(14, 24), role=Role.CHROME)
    problem = Problem("not-understood", a_message("odd words"), "", Span(2, 8))
    marked = replace(extraction, sentences=(chrome,), problems=(problem,))
    shown = documents.reading(marked)
    assert ("Share this", ["chrome"]) in shown_pieces(shown)
    assert ("strike", ["problem"]) in shown_pieces(shown)


def test_an_address_names_words_only_where_the_text_has_some() -> None:
    """What lies beyond the end, is turned round, is blank or is no number names none."""
    extraction = an_extraction(a_document("One odd word"))
    assert documents.words_at("4-7", extraction) == (4, 7)
    for asked in ("", "4", "7-4", "4-4", "3-4", "4-99", "x-y", "-1-4"):
        assert documents.words_at(asked, extraction) is None


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
    assert "has this very file already" in present
    bare = refused.translate(dict.fromkeys((0x2068, 0x2069)))
    assert "It holds no text. Type it in." in bare


def test_damaged_documents_that_were_passed_over_are_told() -> None:
    """Nobody believes that all was read again when some could not be."""
    report = ReadAgain(documents=3, revised=1, unread=("a" * 16, "b" * 16))
    assert "2 documents are damaged and were passed over" in documents.reread(
        report, wording.of("en")
    )
    assert "وثيقتان تالفتان" in documents.reread(report, wording.of("ar"))
    assert "damaged" not in documents.reread(ReadAgain(documents=3), wording.of("en"))


def test_why_a_file_is_not_taken_in_is_said_in_the_readers_language() -> None:
    """What the engine says of a broken file is no English in an Arabic line."""
    refusal = Refusal("broken.txt", "A case cannot be taken into itself.", "Choose another case.")
    (line,) = documents.notices(AddReport(refused=(refusal,)), wording.of("ar"))
    assert "اختر قضية أخرى" in line
    assert "Choose" not in line
