"""What people write beside the flow, on every screen that shows a thing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import streamlit as st
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.testing.v1 import AppTest

from claims.model import ClaimMark, Evidence, Note, Quality, Slot, Tag, Thing, Topic
from claims.services import Case
from tests.workbench.conftest import Screen


def _keep(running: AppTest) -> None:
    (button,) = (each for each in running.button if each.label == "Keep it")
    button.click().run()
    assert not running.exception
    assert not running.error


def _key(name: str, topic: Topic) -> str:
    return f"remark_{name} {topic.thing.value} {topic.id}"


def _opened(running: AppTest) -> AppTest:
    """The screen with its remarks open."""
    running.session_state["remarks"] = True
    return running.run()


def _things(case: Case) -> dict[str, tuple[Topic, str, dict[str, str]]]:
    """A thing of each kind, and the screen on which it is shown."""
    item, *others = case.review.queue()
    decision = case.review.decide(item.key, relation="agree")
    for other in others:
        case.review.decide(other.key, relation="agree")
    key, document = str(item.key), item.left.document.id
    incident = next(one.id for one in case.incidents.list() if item.key.left in one.claims)
    at = {"document": document, "claim": item.key.left}
    ruled = others[0].key
    case.review.decide(ruled, relation="unsure", by="ben")
    case.acting_as("dan").adjudication.settle(ruled, relation="agree", ground="evidence")
    judged = case.verdicts.proposals("incident")[0].proposal.id
    case.verdicts.confirm("incident", judged)
    concluded = Topic(Thing.CONCLUSION, f"incident~{judged}")
    return {
        "ruling": (Topic(Thing.RULING, str(ruled)), "compare", {"pair": str(ruled)}),
        "conclusion": (concluded, "verdicts", {"about": "incident", "outcome": judged}),
        "document": (Topic(Thing.DOCUMENT, document), "reading", {"document": document}),
        "claim": (Topic(Thing.CLAIM, item.key.left), "reading", at),
        "pair": (Topic(Thing.PAIR, key), "compare", {"pair": key}),
        "decision": (Topic(Thing.DECISION, str(decision.id)), "compare", {"pair": key}),
        "incident": (Topic(Thing.INCIDENT, incident), "incidents", {"incident": incident}),
    }


@pytest.mark.parametrize("thing", list(Thing))
def test_notes_tags_and_links_are_written_on_everything(
    case: Case, screen: Screen, thing: Thing
) -> None:
    """A link carries address, copy, hash and time; the newest is taken back, a note withdrawn."""
    topic, name, query = _things(case)[thing.value]
    running = _opened(screen(name, **query))
    running.selectbox(key="remark_about").set_value(f"{thing.value} {topic.id}").run()
    running.text_input(key=_key("text", topic)).set_value("see the video")
    _keep(running)
    running.radio(key=f"remark_kind_{thing.value}").set_value("tag").run()
    running.text_input(key=_key("name", topic)).set_value("army")
    _keep(running)
    running.radio(key=f"remark_kind_{thing.value}").set_value("link").run()
    link = Evidence("https://example.org/v", "https://archive.org/v", "a" * 64, "2018-04-03", "it")
    for field in ("address", "archive", "sha256", "retrieved", "comment"):
        running.text_input(key=_key(field, topic)).set_value(getattr(link, field))
    _keep(running)
    assert [row.content for row in case.remarks.of(topic)] == [
        Note("see the video"),
        Tag("army"),
        link,
    ]
    running.button(key="remark_undo").click().run()
    note = case.remarks.of(topic)[0]
    running.button(key=f"remark_away_{note.id}").click().run()
    assert [row.content for row in case.remarks.of(topic)] == [Tag("army")]


def test_a_claim_is_marked(case: Case, screen: Screen) -> None:
    """How it was read, with the slot that is wrong; no other thing is marked."""
    topic, name, query = _things(case)["claim"]
    running = _opened(screen(name, **query))
    running.radio(key="remark_kind_claim").set_value("mark").run()
    running.selectbox(key=_key("quality", topic)).set_value(Quality.WRONG_SLOT)
    running.multiselect(key=_key("slots", topic)).set_value([Slot.DATE])
    _keep(running)
    (row,) = case.remarks.of(topic)
    assert row.content == ClaimMark(Quality.WRONG_SLOT, (Slot.DATE,), "")
    running.selectbox(key="remark_about").set_value(f"document {query['document']}").run()
    assert "mark" not in running.radio(key="remark_kind_document").options


def test_what_others_wrote_of_a_pair_that_waits_is_not_shown(case: Case, screen: Screen) -> None:
    """The screen shows what the services do."""
    case.review.require(2)
    key = str(case.review.queue()[0].key)
    case.acting_as("ben").remarks.note(Topic(Thing.PAIR, key), "it is the army")
    running = _opened(screen("compare", pair=key))
    assert not [each for each in running.text if "army" in each.value]
    running = _opened(screen("compare", reviewer="ben", pair=key))
    assert [each for each in running.text if "army" in each.value]


def _two_pairs(case: Case) -> tuple[Topic, Topic]:
    first, second, *_ = (Topic(Thing.PAIR, str(item.key)) for item in case.review.queue())
    return first, second


def test_what_is_typed_waits_with_its_pair_until_it_is_kept(case: Case, screen: Screen) -> None:
    """The next pair has empty fields, the first has its own again; once kept, they are empty."""
    first, second = _two_pairs(case)
    running = _opened(screen("compare", pair=first.id))
    running.text_input(key=_key("text", first)).set_value("half a thought").run()
    running.query_params["pair"] = second.id
    running.run()
    assert running.text_input(key=_key("text", second)).value == ""
    running.query_params["pair"] = first.id
    running.run()
    assert running.text_input(key=_key("text", first)).value == "half a thought"
    _keep(running)
    assert running.text_input(key=_key("text", first)).value == ""
    assert [row.content for row in case.remarks.of(first)] == [Note("half a thought")]
    assert case.remarks.of(second) == ()


def test_what_is_typed_is_there_when_the_page_is_loaded_again(case: Case, screen: Screen) -> None:
    """Until it is kept; of nobody else."""
    first, _ = _two_pairs(case)
    running = _opened(screen("compare", pair=first.id))
    running.text_input(key=_key("text", first)).set_value("half a thought").run()
    other = _opened(screen("compare", reviewer="ben", pair=first.id))
    assert other.text_input(key=_key("text", first)).value == ""
    again = _opened(screen("compare", pair=first.id))
    assert again.text_input(key=_key("text", first)).value == "half a thought"
    _keep(again)
    again = _opened(screen("compare", pair=first.id))
    assert again.text_input(key=_key("text", first)).value == ""


def test_a_field_that_a_new_server_emptied_says_nothing(case: Case, screen: Screen) -> None:
    """The browser gives back what was typed in it: an empty field that came before that would have been its newest word."""
    first, _ = _two_pairs(case)
    running = _opened(screen("compare", pair=first.id))
    running.text_input(key=_key("text", first)).set_value("half a thought").run()
    st.cache_resource.clear()
    del running.session_state["remark_drafts"]
    running.text_input(key=_key("text", first)).set_value("").run()
    assert not any(running.session_state["remark_drafts"].values())
    again = _opened(screen("compare", pair=first.id))
    again.text_input(key=_key("text", first)).set_value("half a thought").run()
    again.text_input(key=_key("text", first)).set_value("").run()
    assert [*again.session_state["remark_drafts"].values()] == [{"text": ""}]


def test_what_is_refused_stays_in_its_fields(case: Case, screen: Screen) -> None:
    """A hash that is none: the address is not typed again, and kept once the hash is mended."""
    first, _ = _two_pairs(case)
    running = _opened(screen("compare", pair=first.id))
    running.radio(key="remark_kind_pair").set_value("link").run()
    running.text_input(key=_key("address", first)).set_value("https://example.org/v")
    running.text_input(key=_key("sha256", first)).set_value("no hash")
    running.button(key="remark_keep").click().run()
    assert running.error
    assert case.remarks.of(first) == ()
    assert running.text_input(key=_key("address", first)).value == "https://example.org/v"
    assert running.text_input(key=_key("sha256", first)).value == "no hash"
    running.text_input(key=_key("sha256", first)).set_value("a" * 64)
    _keep(running)
    (row,) = case.remarks.of(first)
    assert row.content == Evidence("https://example.org/v", "", "a" * 64, "", "")
    assert running.text_input(key=_key("address", first)).value == ""


def test_a_draft_is_shown_to_nobody_else_who_sits_down_there(case: Case, screen: Screen) -> None:
    """Under another name the field is empty; the writer finds it again."""
    first, _ = _two_pairs(case)
    running = _opened(screen("compare", pair=first.id))
    running.text_input(key=_key("text", first)).set_value("it is the army").run()
    ours = running.session_state["state"]
    running.session_state["state"] = replace(ours, reviewer="ben")
    running.run()
    assert running.text_input(key=_key("text", first)).value == ""
    running.session_state["state"] = ours
    running.run()
    assert running.text_input(key=_key("text", first)).value == "it is the army"


def test_every_answer_on_a_pair_stands_beside_it(case: Case, screen: Screen) -> None:
    """With who, when and why, also what was replaced; what is blind stays so."""
    first, _ = _two_pairs(case)
    case.review.decide(first.id, relation="conflict", slots=["target"], reason="it was the army")
    case.review.decide(first.id, relation="unsure")
    case.review.undo()
    running = _opened(screen("compare", pair=first.id))
    tables = [json.loads(proto.json) for proto in _components(running)]
    rows = next(each["rows"] for each in tables if each.get("caption") == "Answers on this pair")
    told = [[cell["text"] for cell in row["cells"]] for row in rows]
    assert [row[2] for row in told] == ["Conflict (Target)", "Unsure", "Conflict (Target)"]
    assert [row[6] for row in told] == ["stands again", "taken back", "replaced"]
    assert (told[2][1], told[2][3]) == ("ana", "it was the army")
    case.review.require(2)
    blind = _opened(screen("compare", reviewer="ben", pair=first.id))
    assert "it was the army" not in "".join(proto.json for proto in _components(blind))


def _components(running: AppTest) -> list[BidiComponent]:
    protos = (getattr(block, "proto", None) for block in running.main)
    return [proto for proto in protos if isinstance(proto, BidiComponent)]
