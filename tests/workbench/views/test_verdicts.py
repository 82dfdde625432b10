"""The screen of outcomes and of what leaves the workbench."""

from __future__ import annotations

import json

import pytest
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.testing.v1 import AppTest

from claims.errors import InputError
from claims.model import Claim
from claims.services import Case
from claims.store import rows
from claims.store.audit import Row
from tests.workbench.conftest import Screen
from workbench import address, delivery, state, wording
from workbench.views import listing


def _decided(case: Case) -> str:
    """A case in which somebody sees a contradiction; the id of a claim of that pair."""
    item = case.review.queue(reviewer="ana")[0]
    case.review.decide(item.key, relation="conflict", slots=["target"], by="ana")
    return item.left.claim.id


def test_a_proposal_is_confirmed_and_taken_back(case: Case, screen: Screen) -> None:
    """With the way in which the contradiction was resolved; the trace stands beside it."""
    claim = _decided(case)
    running = screen("verdicts", about="claim", outcome=claim)
    assert not running.exception
    assert "Take back my newest conclusion" not in [one.label for one in running.button]
    running.radio(key=f"conclusion_resolution {claim}").set_value("pending")
    running.text_area(key=f"conclusion_reason {claim}").set_value("the video is awaited")
    _press(running, "Conclude")
    assert not running.exception
    assert running.success
    (said,) = case.verdicts.history("claim", claim)
    assert said.settlement is not None
    assert (said.settlement.resolution.term, said.settlement.overrides) == ("pending", False)  # type: ignore[union-attr]
    assert not any("It is about something else" in one.value for one in running.caption)
    other = case.review.queue(reviewer="ben")[0].right.claim.id
    running = screen("verdicts", about="claim", outcome=other)
    assert any("something else: Conflicting" in one.value for one in running.caption)
    _press(running, "Take back my newest conclusion")
    assert case.verdicts.history("claim", claim)[-1].settlement is None


def test_the_address_is_looked_at_as_often_however_many_outcomes_there_are(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look costs little, but a case of ten thousand documents has thousands of outcomes."""
    looks: list[str] = []
    really = address.asked

    def asked(name: str) -> str:
        looks.append(name)
        return really(name)

    monkeypatch.setattr(address, "asked", asked)
    assert len(case.verdicts.proposals("claim")) > 3
    screen("verdicts", about="claim")
    assert looks.count("outcome") <= 3


def test_another_word_needs_a_reason(case: Case, screen: Screen) -> None:
    """Without one nothing is stored, and it is said; with one it is."""
    claim = _decided(case)
    running = screen("verdicts", "ar", about="claim", outcome=claim)
    running.radio(key=f"conclusion_term {claim}").set_value("refuted")
    running.radio(key=f"conclusion_resolution {claim}").set_value("pending")
    _press(running, "تسجيل الاستنتاج")
    assert running.error
    assert case.verdicts.history("claim", claim) == ()
    running.text_area(key=f"conclusion_reason {claim}").set_value("satellite pictures")
    _press(running, "تسجيل الاستنتاج")
    (said,) = case.verdicts.history("claim", claim)
    assert said.settlement is not None
    assert said.settlement.overrides


def test_a_contradiction_without_a_way_is_refused_in_the_words_of_the_form(
    case: Case, screen: Screen
) -> None:
    """Nothing is stored, what was typed stays, and the message names what stands above the choices, no code."""
    claim = _decided(case)
    running = screen("verdicts", "ar", about="claim", outcome=claim)
    running.text_area(key=f"conclusion_reason {claim}").set_value("صور فضائية")
    _press(running, "تسجيل الاستنتاج")
    (told,) = running.error
    assert running.radio(key=f"conclusion_resolution {claim}").label in told.value
    assert not any(letter.isascii() and letter.isalpha() for letter in told.value)
    assert running.text_area(key=f"conclusion_reason {claim}").value == "صور فضائية"
    assert case.verdicts.history("claim", claim) == ()


def test_what_was_concluded_is_said_and_the_form_begins_with_it(case: Case, screen: Screen) -> None:
    """Whoever comes back sees it above the reasons, and pressing the button again does not turn it back into the proposal."""
    claim = _decided(case)
    case.verdicts.override(
        "claim", claim, "refuted", reason="satellite pictures", resolution="pending"
    )
    running = screen("verdicts", about="claim", outcome=claim)
    (told,) = running.info
    assert "ana" in told.value
    assert "Refuted" in told.value
    assert "satellite pictures" in told.value
    assert running.radio(key=f"conclusion_term {claim}").value == "refuted"
    case.verdicts.undo()
    assert not screen("verdicts", about="claim", outcome=claim).info


def test_one_goes_on_to_the_next_that_nobody_has_concluded_and_back_to_the_list_as_it_was(
    case: Case, screen: Screen
) -> None:
    """What was chosen for one is not taken along; the filter of the list is."""
    claim = _decided(case)
    running = screen("verdicts", about="claim", state="open", outcome=claim)
    running.radio(key=f"conclusion_term {claim}").set_value("refuted")
    _press(running, "The next one without a conclusion")
    other = running.query_params["outcome"]
    assert other != claim
    assert running.radio(key=f"conclusion_term {other}").value != "refuted"
    _press(running, "All outcomes")
    assert "outcome" not in running.query_params
    assert (running.query_params["about"], running.query_params["state"]) == ("claim", "open")


def test_from_a_link_to_an_outcome_that_is_gone_one_goes_on_to_another(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list stands there, as it was asked for, and its rows open."""
    claim = _decided(case)

    def chosen(_table: object, key: str, *_: object) -> str:
        return claim if key == "outcomes" else ""

    monkeypatch.setattr(listing, "draw", chosen)
    running = screen("verdicts", about="claim", state="open", outcome="gone")
    assert not running.exception
    assert (running.query_params["outcome"], running.query_params["state"]) == (claim, "open")


def test_an_outcome_leads_to_its_claim_and_pairs(case: Case, screen: Screen) -> None:
    """Both stand below its reasons, with what one decided; an incident leads to its page."""
    claim = _decided(case)
    running = screen("verdicts", about="claim", outcome=claim)
    protos = (getattr(block, "proto", None) for block in running.main)
    shown = [json.loads(each.json) for each in protos if isinstance(each, BidiComponent)]
    assert [[row["id"] for row in each["rows"]] for each in shown][-2] == [claim]
    assert shown[-1]["rows"][0]["cells"][-1]["text"] == "Conflict"


def _press(running: AppTest, label: str) -> None:
    next(each for each in running.button if each.label == label).click().run()


@pytest.mark.parametrize("about", ["incident", "claim"])
def test_outcomes_are_listed_for_incidents_and_claims(
    case: Case, screen: Screen, about: str
) -> None:
    """Nothing to say is said, too."""
    _decided(case)
    running = screen("verdicts", about=about, state="current")
    assert not running.exception
    assert not running.error


@pytest.mark.parametrize("wanted", ["html", "md", "package", "jsonl", "claims.csv", "geojson"])
def test_everything_that_leaves_has_bytes_and_a_name(
    case: Case, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    """The report, the package and the data."""
    _decided(case)
    tab = state.State(wording.of("ar"), "ana")
    monkeypatch.setattr(state, "current", lambda: tab)
    assert wanted in delivery.formats()
    told: list[tuple[int, int]] = []
    made = delivery.made(
        case, wanted, "ar", watch=lambda done, total, _: told.append((done, total))
    )
    assert b"".join(made.file.pieces())
    assert "." in made.file.name
    assert made.missing == ()
    assert (wanted in delivery.REPORTS) or told[-1][0] == told[-1][1]


def test_a_report_is_made_and_given_out_on_the_screen(case: Case, screen: Screen) -> None:
    """One button makes the file, which waits to be taken along; it says under which number it was given out."""
    _decided(case)
    running = screen("verdicts", "ar")
    running.checkbox(key="report_given").check().run()
    running.text_input(key="report_note").set_value("first").run()
    make = next(each for each in running.button if each.label == "أنشئ الملف")
    make.click().run()

    assert not running.exception
    assert not running.error
    version = case.report.content().version
    assert version is not None
    assert (version.number, version.note) == (1, "first")
    assert any("1" in each.value for each in running.success)


def test_what_is_not_in_a_file_is_said_on_the_screen(
    case: Case, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One claim that cannot be read is named; the rest can be taken along."""
    claim = _decided(case)
    sound = rows.claim_of

    def broken(row: Row) -> Claim:
        if row["id"] == claim:
            raise InputError("Not a Claim.", next_step="Verify.")
        return sound(row)

    running = screen("verdicts")
    running.selectbox(key="report_format").set_value("claims.csv").run()
    monkeypatch.setattr(rows, "claim_of", broken)
    next(each for each in running.button if each.label == "Make the file").click().run()

    assert any(claim in each.value for each in running.text)
