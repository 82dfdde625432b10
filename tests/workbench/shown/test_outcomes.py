"""Problems and tallies as tables."""

from __future__ import annotations

from claims.model import Document, Extraction, Problem, Relation, Slot, Span
from claims.services import LoadReport
from tests.factories import a_conflict, a_decision, a_document, a_message
from workbench import wording
from workbench.shown import outcomes
from workbench.shown.tables import Row

EN = wording.of("en")


def texts(row: Row) -> list[str]:
    """The words of a row."""
    return [cell["text"] for cell in row["cells"]]


def test_a_problem_shows_the_words_concerned() -> None:
    """What was not understood is quoted from the document."""
    document = a_document("One odd word")
    problem = Problem("not-understood", a_message("not read"), document.id, Span(4, 7))
    asked: list[str] = []

    def read(name: str) -> Document:
        asked.append(name)
        return document

    found = outcomes.passages([problem, problem], read, {document.id: "Raid on a town"})
    rows = outcomes.problems(found, EN)["rows"]
    assert [texts(row) for row in rows] == [["Raid on a town", "odd", "not read"]] * 2
    assert asked == [document.id]
    assert outcomes.opened(rows[0]["id"]) == {"document": document.id, "words": "4-7"}


def test_a_problem_of_a_file_without_document_is_listed_too() -> None:
    """Nothing is left out for want of a document."""
    known: dict[str, Document] = {}
    problem = Problem("unreadable", a_message("broken"))
    found = outcomes.passages([problem], known.__getitem__, {})
    assert texts(outcomes.problems(found, EN)["rows"][0]) == ["–", "–", "broken"]


def test_a_problem_without_words_opens_its_document() -> None:
    """There is no place in it to go to."""
    document = a_document("One odd word")
    problem = Problem("unreadable", a_message("broken"), document.id)
    found = outcomes.passages([problem], lambda _: document, {})
    row = outcomes.problems(found, EN)["rows"][0]
    assert outcomes.opened(row["id"]) == {"document": document.id}


def test_what_was_not_understood_in_a_document_names_its_place() -> None:
    """The words lead to where they stand; what is about the whole document leads nowhere."""
    document = a_document("One odd word")
    odd = Problem("not-understood", a_message("not read"), document.id, Span(4, 7))
    whole = Problem("unreadable", a_message("broken"), document.id)
    rows = outcomes.within(Extraction(document, (), (), (odd, whole)), EN)["rows"]
    assert [(row["id"], *texts(row)) for row in rows] == [
        ("4-7", "odd", "not read"),
        ("", "–", "broken"),
    ]


def test_what_was_taken_in_says_whose_answers_came() -> None:
    """By name and number; nothing is said of answers where none came."""
    report = LoadReport(False, 0, 0, 3, answers={"ana": 2, "ben": 1})
    told = outcomes.loaded(report, EN)
    assert told.replace("\u2068", "").replace("\u2069", "").endswith("Decisions of: ana 2, ben 1.")
    assert "Decisions of" not in outcomes.loaded(LoadReport(False, 1, 0, 0), EN)


def test_what_else_came_from_a_file_is_told_where_something_did() -> None:
    """The list of parties and places decides how claims are read from then on."""
    report = LoadReport(False, 1, 0, 0, further=2, words=3)
    assert outcomes.loaded(report, EN).endswith(
        "Rulings, remarks and the like: 2. Parties and places of the case's own list: 3."
    )
    assert "list" not in outcomes.loaded(LoadReport(False, 1, 0, 0), EN)


def test_conflicts_are_counted_by_the_slots_they_name() -> None:
    """A decision without slots counts nowhere."""
    decisions = [
        a_decision(a_conflict("a", "b", slots=(Slot.TARGET, Slot.DATE)), 1),
        a_decision(a_conflict("a", "c"), 2),
    ]
    suggested = dict.fromkeys(Slot, 0) | {Slot.PLACE: 1200}
    rows = outcomes.conflicts(suggested, decisions, EN)["rows"]
    counted = {texts(row)[0]: texts(row)[2] for row in rows}
    assert counted == {"Date": "1", "Place": "0", "Actor": "0", "Target": "2", "Quantity": "0"}
    assert [(row["id"], texts(row)[1]) for row in rows if row["id"]] == [("place", "1,200")]


def test_every_relation_has_its_row_also_when_there_is_none() -> None:
    """Zero is said, not left out."""
    rows = outcomes.relations({Relation.CONFLICT: 3}, "Suggested", EN)["rows"]
    assert [texts(row)[1] for row in rows] == ["0", "3", "0", "0", "0"]
