"""The incidents screen."""

from __future__ import annotations

import json

from claims.services import Case
from tests.workbench.conftest import Screen
from tests.workbench.views.test_screens import component
from workbench import regrouping, wording
from workbench.shown import regrouping as grouped


def join(case: Case) -> None:
    """A reviewer says of every pair that it is one event."""
    for item in case.review.queue(reviewer="ana"):
        case.review.decide(item.key, relation="agree", by="ana")


def test_what_is_asked_for_stands_in_the_address_and_a_link_opens_the_same_view(
    case: Case, screen: Screen
) -> None:
    """Two sources are the default and are left out of it; another question begins at the first page."""
    join(case)
    running = screen("incidents", page="3")
    assert running.text[0].value == "3 incidents"
    running.text_input(key="address-search").set_value("hideout").run()
    assert running.text[0].value == "1 incident"
    assert running.query_params == {"search": "hideout"}
    again = screen("incidents", search="hideout", sources="1")
    assert again.text_input(key="address-search").value == "hideout"
    assert again.selectbox(key="address-sources").value == "1"
    again.selectbox(key="address-sources").set_value("2").run()
    assert "sources" not in again.query_params


def test_an_incident_shows_its_claims_and_pairs(case: Case, screen: Screen) -> None:
    """A link to it opens it; after its claims were parted it is said that there is none."""
    join(case)
    [incident, *_] = [one for one in case.incidents.list() if len(one.accounts) > 1]
    running = screen("incidents", incident=incident.id)
    assert not running.exception
    told = component(running).json
    assert all(claim in told for claim in incident.claims)
    gone = screen("incidents", incident="f" * 16)
    assert "Nothing is lost" in gone.warning[0].value
    assert gone.button[0].label == "All incidents"


def test_a_link_to_a_pair_puts_it_before_all_others(case: Case, screen: Screen) -> None:
    """The compare screen begins with the pair that the address names."""
    *_, last = case.review.queue(reviewer="ana")
    running = screen("compare", pair=str(last.key))
    told = component(running).json
    keys = [str(item.key) for item in case.review.queue(reviewer="ana")]
    assert min(keys, key=told.index) == str(last.key)
    assert told.count(f'"key":"{last.key}"') + told.count(f'"key": "{last.key}"') == 1


def test_incidents_are_merged_split_and_taken_back(case: Case, screen: Screen) -> None:
    """The same submission is one word; what was refused is told; the history says who, when and why."""
    join(case)
    one, other, *_ = [found for found in case.incidents.list() if len(found.accounts) > 1]

    def ask(token: str, **fields: object) -> regrouping.Done:
        return regrouping.perform(regrouping.Ask.model_validate({"token": token, **fields}), case)

    merge = {"do": "merge", "incident": one.id, "other": other.id, "reason": "same"}
    assert ask("m", **merge).grouping == ask("m", **merge).grouping
    [merged] = [found for found in case.incidents.list() if one.claims[0] in found.claims]
    assert set(merged.claims) == {*one.claims, *other.claims}
    told = json.loads(component(screen("incidents", incident=other.id)).json)
    assert len(told["claims"]) == 4
    assert "merged by" in told["history"][0]
    assert "same" in told["history"][0]

    everything = {"do": "split", "incident": merged.id, "claims": list(merged.claims)}
    whole = ask("w", **everything)
    assert whole.grouping is None
    assert "Nothing was changed" in grouped.answer(whole, wording.of("en"))["error"]
    assert ask("u", do="undo").grouping is not None
    assert one in case.incidents.list()
    assert (
        "taken back"
        in json.loads(component(screen("incidents", incident=one.id)).json)["history"][0]
    )
