"""Deciding by keyboard: what is stored is what was on the screen, exactly once."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from claims.model import Claim, Comparison, Decision, Note, Relation, SameEvent, Slot, Thing, Topic
from claims.services import open_case
from claims.services.stages import Stages
from tests.browser.conftest import NewVisit, Visit, steered
from tests.browser.served import Served
from tests.factories import a_message
from tests.stages import STAGES, compare_all

RELATIONS = {"KeyA": "agree", "KeyP": "partial", "KeyS": "unsure", "KeyX": "not_comparable"}


def ready(visit: Visit) -> Page:
    """The compare screen with a pair on it."""
    page = visit.open("compare")
    page.locator(".compare:not([data-key=''])").wait_for()
    return page


def saved(page: Page) -> None:
    """Wait until nothing is on its way any more."""
    expect(page.locator(".saving")).to_have_attribute("data-state", "saved", timeout=30_000)


def key_on_screen(page: Page) -> str:
    """The pair on the screen."""
    return page.locator(".compare").get_attribute("data-key") or ""


def decisions(window: Visit) -> list[Decision]:
    """The decisions of this window that stand, in the order they were stored."""
    with steered(window.served) as case:
        return [one for one in case.review.decisions() if one.by == window.reviewer]


def words(found: list[Decision]) -> list[tuple[str, str]]:
    """Pair and relation of each decision."""
    return [(str(one.key), one.mark.relation.value) for one in found if one.mark]


def shown_at_press(page: Page) -> list[tuple[str, str]]:
    """The pair that stood on the screen at each press of a relation, and that relation; where none stood, none."""
    pressed = page.evaluate("window.pressed")
    return [
        (key, RELATIONS[code])
        for code, key, repeat in pressed
        if key and code in RELATIONS and not repeat
    ]


@pytest.mark.parametrize("pause", [20, 80, 200])
def test_what_is_stored_is_what_was_on_the_screen(
    many: Served, visit: NewVisit, pause: int
) -> None:
    """A hundred blind presses at a steady beat: pair by pair, word by word, in order, each once."""
    window = visit(many)
    page = ready(window)
    beat = random.Random(pause)  # noqa: S311 - a steady choice
    for _ in range(100):
        page.keyboard.press(beat.choice(list(RELATIONS)))
        page.wait_for_timeout(pause)
    saved(page)
    assert len(page.evaluate("window.pressed")) == 100
    assert words(decisions(window)) == shown_at_press(page)


def test_the_pairs_of_the_samples_are_decided_by_keyboard(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """Thirty presses at 80 ms on the five articles, taking back the last word where they run out."""
    window = visit(seeds_of_my_own)
    page = ready(window)
    left = int(page.locator(".compare").get_attribute("data-left") or 0)
    beat = random.Random(5)  # noqa: S311 - a steady choice
    for number in range(30):
        page.keyboard.press(beat.choice(list(RELATIONS)) if number < left - 1 else "KeyY")
        page.wait_for_timeout(80)
    saved(page)
    stored = words(decisions(window))
    assert len(stored) == min(30, left - 1)
    assert stored == shown_at_press(page)


def test_a_decision_survives_a_restart(many_of_my_own: Served, visit: NewVisit) -> None:
    """And its pair is not asked again."""
    window = visit(many_of_my_own)
    page = ready(window)
    first = key_on_screen(page)
    page.keyboard.press("KeyA")
    saved(page)
    many_of_my_own.stop()
    many_of_my_own.start()
    page = ready(window)
    assert words(decisions(window)) == [(first, "agree")]
    assert key_on_screen(page) != first


def test_what_is_remarked_is_what_is_on_the_screen(many: Served, visit: NewVisit) -> None:
    """Without a pair in the address, and after a key; what was written and not kept waits with its pair."""
    window = visit(many, "en")
    page = ready(window)
    first = key_on_screen(page)
    page.get_by_text("Notes, tags and links").click()
    note(page, first, "of the first")
    page.get_by_role("textbox", name="Note", exact=True).fill("not kept")
    page.locator(".compare .why").click()
    page.keyboard.press("KeyS")
    expect(page.locator(".compare")).not_to_have_attribute("data-key", first)
    second = key_on_screen(page)
    note(page, second, "of the second", before="")
    page.locator(".compare .why").click()
    page.keyboard.press("KeyZ")
    expect(page.locator(".compare")).to_have_attribute("data-key", first)
    expect(page.get_by_text("of the first", exact=False)).to_be_visible()
    expect(page.get_by_text("of the second", exact=False)).to_be_hidden()
    expect(page.get_by_role("textbox", name="Note", exact=True)).to_have_value("not kept")
    with steered(many) as case:
        ours = case.acting_as(window.reviewer).remarks
        found = [
            [each.content for each in ours.of(Topic(Thing.PAIR, key))] for key in (first, second)
        ]
    assert found == [[Note("of the first")], [Note("of the second")]]


def note(page: Page, key: str, text: str, before: str | None = None) -> None:
    """Write a note where the remarks are about this pair, and wait until it is kept."""
    expect(page.get_by_role("combobox", name="About")).to_have_value(f"Pair {key[:16]}")
    field = page.get_by_role("textbox", name="Note", exact=True)
    if before is not None:
        expect(field).to_have_count(1)
        expect(field).to_have_value(before)
    field.fill(text)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text(text, exact=False)).to_be_visible()


def test_a_decision_is_taken_back_and_taken_again(many: Served, visit: NewVisit) -> None:
    """The pair comes back to the screen; the new word stands, the old one stays in the record."""
    window = visit(many)
    page = ready(window)
    first = key_on_screen(page)
    page.keyboard.press("KeyA")
    saved(page)
    page.keyboard.press("KeyZ")
    expect(page.locator(".compare")).to_have_attribute("data-key", first)
    saved(page)
    assert decisions(window) == []
    page.keyboard.press("KeyX")
    saved(page)
    assert words(decisions(window)) == [(first, "not_comparable")]
    with steered(many) as case:
        rows = [row for row in case.review.history(first) if row.by == window.reviewer]
    assert len(rows) == 3


def test_taking_back_works_after_the_page_was_opened_anew(many: Served, visit: NewVisit) -> None:
    """The last word is the case's, not the page's; the reason that was given for it is in its field again."""
    window = visit(many)
    page = ready(window)
    first = key_on_screen(page)
    type_a_reason(page, "one bridge")
    page.keyboard.press("KeyA")
    saved(page)
    page = ready(window)
    page.keyboard.press("KeyZ")
    expect(page.locator(".compare")).to_have_attribute("data-key", first)
    saved(page)
    assert decisions(window) == []
    expect(page.locator(".desk textarea")).to_have_value("one bridge")


def test_what_is_taken_back_before_it_left_brings_its_reason_back(
    many: Served, visit: NewVisit
) -> None:
    """A decision that waits for a connection and is taken back was never stored; the words typed with it are on the screen."""
    window = visit(many)
    page = ready(window)
    first = key_on_screen(page)
    page.context.set_offline(True)
    page.keyboard.press("KeyS")
    type_a_reason(page, "one bridge")
    second = key_on_screen(page)
    page.keyboard.press("KeyA")
    page.keyboard.press("KeyZ")
    expect(page.locator(".compare")).to_have_attribute("data-key", second)
    expect(page.locator(".desk textarea")).to_have_value("one bridge")
    page.context.set_offline(False)
    saved(page)
    assert words(decisions(window)) == [(first, "unsure")]


def type_a_reason(page: Page, reason: str) -> None:
    """Into the field of the pair on the screen."""
    page.keyboard.press("KeyR")
    page.keyboard.type(reason)
    page.keyboard.press("Escape")


def test_a_held_key_decides_once(many: Served, visit: NewVisit) -> None:
    """The keyboard repeats, the decision does not."""
    window = visit(many)
    page = ready(window)
    for _ in range(10):
        page.keyboard.down("KeyA")
        page.wait_for_timeout(20)
    page.keyboard.up("KeyA")
    saved(page)
    assert len(decisions(window)) == 1


def test_a_double_click_decides_once(many: Served, visit: NewVisit) -> None:
    """The second click falls on the pair that the first one brought, which nobody has read."""
    window = visit(many)
    page = ready(window)
    page.locator('[data-do="unsure"]').first.dblclick()
    saved(page)
    assert len(decisions(window)) == 1


def test_typing_a_reason_does_not_decide(many: Served, visit: NewVisit) -> None:
    """Letters go into the box; the reason goes with the decision."""
    window = visit(many)
    page = ready(window)
    first = key_on_screen(page)
    page.keyboard.press("KeyR")
    page.keyboard.type("caps and axes")
    assert key_on_screen(page) == first
    page.keyboard.press("Escape")
    page.keyboard.press("KeyA")
    saved(page)
    (decision,) = decisions(window)
    assert decision.mark is not None
    assert (str(decision.key), decision.mark.reason) == (first, "caps and axes")


def test_how_sure_one_is_and_a_comment_go_with_the_answer(many: Served, visit: NewVisit) -> None:
    """By keyboard: M shows both fields; taken back, they stand there again; the next pair begins without."""
    window = visit(many)
    page = ready(window)
    first = key_on_screen(page)
    rest = page.locator(".desk .rest")
    expect(rest).to_be_hidden()
    page.keyboard.press("KeyM")
    rest.locator("select").select_option("0.7")
    page.keyboard.press("Tab")
    page.keyboard.type("ask the monitor")
    page.keyboard.press("Escape")
    page.keyboard.press("KeyA")
    expect(rest).to_be_hidden()
    saved(page)
    (decision,) = decisions(window)
    assert decision.mark is not None
    assert str(decision.key) == first
    assert (decision.mark.confidence, decision.mark.comment) == (0.7, "ask the monitor")
    page.keyboard.press("KeyZ")
    expect(page.locator(".compare")).to_have_attribute("data-key", first)
    expect(rest.locator("select")).to_have_value("0.7")
    expect(rest.locator("input")).to_have_value("ask the monitor")


def test_keys_go_by_their_place_on_an_arabic_layout(many: Served, visit: NewVisit) -> None:
    """The key under A says ش there and still means agree."""
    window = visit(many)
    page = ready(window)
    page.evaluate(
        "window.dispatchEvent(new KeyboardEvent('keydown', {key: 'ش', code: 'KeyA', bubbles: true}))"
    )
    saved(page)
    assert [relation for _, relation in words(decisions(window))] == ["agree"]


def test_a_key_with_a_modifier_is_the_browsers(many: Served, visit: NewVisit) -> None:
    """Ctrl+A selects, it does not agree."""
    window = visit(many)
    page = ready(window)
    first = key_on_screen(page)
    page.keyboard.press("Control+KeyA")
    page.keyboard.press("Alt+KeyC")
    assert key_on_screen(page) == first


def test_a_conflict_asks_for_its_slot_in_place(many: Served, visit: NewVisit) -> None:
    """Nothing fails: the question is asked, a digit answers, Enter confirms."""
    window = visit(many)
    page = ready(window)
    first = key_on_screen(page)
    page.keyboard.press("KeyC")
    expect(page.locator(".ask")).to_be_visible()
    assert key_on_screen(page) == first
    page.keyboard.press("Digit1")
    expect(page.locator("[data-slot=date]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    saved(page)
    (decision,) = decisions(window)
    assert decision.mark is not None
    assert (str(decision.key), decision.mark.slots) == (first, (Slot.DATE,))
    assert decision.mark.same_event is SameEvent.YES


def test_enter_takes_the_suggested_slots_that_it_names(many: Served, visit: NewVisit) -> None:
    """The button says what Enter will do."""
    window = visit(many, "en")
    page = ready(window)
    page.keyboard.press("KeyC")
    expect(page.locator(".ask button")).to_contain_text("Conflict: Target")
    page.keyboard.press("Enter")
    saved(page)
    (decision,) = decisions(window)
    assert decision.mark is not None
    assert decision.mark.slots == (Slot.TARGET,)


def test_the_gate_is_kept_and_a_contradiction_is_said(many: Served, visit: NewVisit) -> None:
    """Not one event cannot agree: the screen says so, nothing is sent; unsure of the event can."""
    window = visit(many, "en")
    page = ready(window)
    first = key_on_screen(page)
    page.keyboard.press("KeyN")
    page.keyboard.press("KeyA")
    expect(page.locator(".notice")).to_contain_text("one event")
    assert key_on_screen(page) == first
    page.keyboard.press("KeyU")
    page.keyboard.press("KeyA")
    saved(page)
    (decision,) = decisions(window)
    assert decision.mark is not None
    assert decision.mark.same_event is SameEvent.UNSURE


def test_marked_slots_are_never_dropped_in_silence(many: Served, visit: NewVisit) -> None:
    """Agree with a marked slot is asked about; Escape clears the mark."""
    window = visit(many, "en")
    page = ready(window)
    page.keyboard.press("Digit4")
    page.keyboard.press("KeyA")
    expect(page.locator(".notice")).to_contain_text("Slots are marked")
    assert decisions(window) == []
    page.keyboard.press("Escape")
    page.keyboard.press("KeyA")
    saved(page)
    assert len(decisions(window)) == 1


def test_a_pair_put_off_comes_again(many: Served, visit: NewVisit) -> None:
    """Later is no decision."""
    window = visit(many)
    page = ready(window)
    first = key_on_screen(page)
    page.keyboard.press("KeyK")
    assert key_on_screen(page) != first
    assert decisions(window) == []


def test_a_pair_that_changed_meanwhile_comes_back(many_of_my_own: Served, visit: NewVisit) -> None:
    """What was on the screen is no longer the newest: nothing is stored, the reader sees why, and their reason is there again."""
    window = visit(many_of_my_own, "en")
    page = ready(window)
    first = key_on_screen(page)
    recompare(many_of_my_own)
    type_a_reason(page, "both name one bridge")
    page.keyboard.press("KeyA")
    expect(page.locator(".notice")).to_contain_text("A decision was not stored")
    saved(page)
    assert decisions(window) == []
    page.keyboard.press("KeyK")
    expect(page.locator(".compare")).to_have_attribute("data-key", first)
    expect(page.locator(".notice")).to_contain_text("This pair was compared anew")
    expect(page.locator(".desk textarea")).to_have_value("both name one bridge")
    page.keyboard.press("KeyP")
    saved(page)
    assert words(decisions(window)) == [(first, "partial")]
    assert [one.mark.reason for one in decisions(window) if one.mark] == ["both name one bridge"]


def recompare(served: Served) -> None:
    """Compare again with other words, so that every pair gets its next version."""

    def other(claims: Sequence[Claim], **options: object) -> tuple[Comparison, ...]:
        assert options is not None
        return tuple(
            replace(
                one,
                slots=tuple(replace(slot, message=a_message("new words")) for slot in one.slots),
            )
            for one in compare_all(claims)
        )

    stages = Stages(STAGES.read, STAGES.extract, other)
    with steered(served) as case, open_case(case.settings, stages=stages) as again:
        assert again.pairs.compare().changed > 0


def test_decisions_reach_a_server_that_was_killed(many_of_my_own: Served, visit: NewVisit) -> None:
    """Presses into the void are kept, shown as unsaved, and arrive in order after the restart.

    The reader is told in their language; no dialog of Streamlit's bars the way to keys and buttons.
    """
    window = visit(many_of_my_own)
    page = ready(window)
    page.keyboard.press("KeyA")
    saved(page)
    many_of_my_own.kill()
    page.wait_for_timeout(5_000)
    bar = page.evaluate("getComputedStyle(document.querySelector('.stApp'), '::after').content")
    assert "الخادم لا يجيب" in bar
    for code in ("KeyA", "KeyP", "KeyS", "KeyX", "KeyA"):
        page.keyboard.press(code)
        page.wait_for_timeout(80)
    clicked = key_on_screen(page)
    page.locator("[data-do=partial]").click()
    expect(page.locator(".saving")).not_to_have_attribute("data-state", "saved")
    many_of_my_own.start()
    saved(page)
    assert words(decisions(window)) == [*shown_at_press(page), (clicked, "partial")]
    assert len(decisions(window)) == 7


def test_decisions_of_a_closed_tab_are_sent_by_the_next_one(
    many_of_my_own: Served, visit: NewVisit
) -> None:
    """What never reached the server waits in the browser; every screen says so, and leads to where it is sent."""
    window = visit(many_of_my_own)
    page = ready(window)
    many_of_my_own.kill()
    page.keyboard.press("KeyA")
    page.keyboard.press("KeyX")
    expected = shown_at_press(page)
    page.close()
    many_of_my_own.start()
    later = window.again()
    page = later.open("overview")
    expect(page.locator(".unsent p bdi")).to_have_text("2")
    page.locator(".unsent a").click()
    saved(page)
    assert words(decisions(window)) == expected
    page = later.open("overview")
    page.wait_for_timeout(4_500)
    expect(page.locator(".unsent")).to_be_empty()


def test_the_address_names_the_pair_on_the_screen(many: Served, visit: NewVisit) -> None:
    """A link opens the same pair for somebody else; who goes on has the next one in it, and who asks for others none that is not among them."""
    page = ready(visit(many, "en"))
    page.keyboard.press("KeyK")
    page.keyboard.press("KeyK")
    page.wait_for_url("**pair=**")
    key = key_on_screen(page)
    other = visit(many).page
    other.goto(page.url)
    expect(other.locator(".compare")).to_have_attribute("data-key", key)
    page.keyboard.press("KeyA")
    page.wait_for_function(
        "key => { const pair = new URL(location.href).searchParams.get('pair'); return pair && pair !== key; }",
        arg=key,
    )
    saved(page)
    page.get_by_text("Only some pairs").click()
    page.get_by_label("From", exact=True).fill("1990-01-01")
    page.keyboard.press("Enter")
    page.wait_for_url("**since=1990-01-01**")
    expect(page.locator(".compare:not([data-key=''])")).to_have_count(0)
    expect(page.locator(".compare")).to_have_count(1)
    expect(page.locator(".compare")).to_have_attribute("data-key", "")
    page.wait_for_timeout(2_500)
    expect(page.locator(".compare")).to_have_attribute("data-key", "")
    assert "pair=" not in page.url


def test_a_second_tab_does_not_offer_what_the_first_decided(many: Served, visit: NewVisit) -> None:
    """Both tabs stand at the same next pair, and a pair is asked once."""
    window = visit(many)
    first, second = ready(window), ready(window.again())
    for code in ("KeyA", "KeyX"):
        offered = key_on_screen(second)
        assert key_on_screen(first) == offered
        first.keyboard.press(code)
        second.wait_for_function(
            "key => [...document.querySelectorAll('*')].map((host) => host.shadowRoot && host.shadowRoot.querySelector('.compare')).find(Boolean).dataset.key !== key",
            arg=offered,
        )
    assert key_on_screen(second) == key_on_screen(first)


def test_a_lost_connection_loses_nothing(many: Served, visit: NewVisit) -> None:
    """The network goes and comes back; each decision is stored once."""
    window = visit(many)
    page = ready(window)
    window.context.set_offline(True)
    for code in ("KeyA", "KeyP", "KeyS"):
        page.keyboard.press(code)
        page.wait_for_timeout(50)
    window.context.set_offline(False)
    saved(page)
    assert words(decisions(window)) == shown_at_press(page)


def test_a_case_that_another_program_holds_takes_the_decision_later(
    many_of_my_own: Served, visit: NewVisit
) -> None:
    """The reader is told that nothing is lost, goes on, and both words arrive by themselves."""
    window = visit(many_of_my_own, "en")
    page = ready(window)
    with closing(sqlite3.connect(many_of_my_own.case, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        page.keyboard.press("KeyA")
        expect(page.locator(".notice")).to_contain_text("Nothing is lost", timeout=15_000)
        page.keyboard.press("KeyX")
        expect(page.locator(".saving")).not_to_have_attribute("data-state", "saved")
        other.execute("ROLLBACK")
    saved(page)
    assert words(decisions(window)) == shown_at_press(page)
    assert len(decisions(window)) == 2


def test_two_reviewers_do_not_see_or_change_each_others_work(many: Served, visit: NewVisit) -> None:
    """Both judge the same first pair; each word stands under its own name."""
    huda, ana = visit(many), visit(many)
    first = key_on_screen(ready(huda))
    assert key_on_screen(ready(ana)) == first
    huda.page.keyboard.press("KeyA")
    ana.page.keyboard.press("KeyX")
    saved(huda.page)
    saved(ana.page)
    assert words(decisions(huda)) == [(first, "agree")]
    assert words(decisions(ana)) == [(first, "not_comparable")]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_scrolls_for_spans_of_sixty_words(
    many: Served, visit: NewVisit, language: str
) -> None:
    """At 1366 by 768 the quotes, the slots and every key of the decision are on the screen."""
    window = visit(many, language)
    page = ready(window)
    seen = 0
    for _ in range(30):
        page.locator("blockquote").first.wait_for()
        quotes = page.locator("blockquote").all_inner_texts()
        seen = max(seen, *(len(quote.split()) for quote in quotes))
        assert page.evaluate(OVERFLOW) == [], quotes
        page.keyboard.press("KeyS")
    assert seen == 60


OVERFLOW = """() => {
  const root = [...document.querySelectorAll('*')].map((host) => host.shadowRoot && host.shadowRoot.querySelector('.compare')).find(Boolean);
  const main = document.querySelector('[data-testid=stMain]');
  const boxes = [main, ...root.querySelectorAll('.passage')].filter((box) => box.scrollHeight > box.clientHeight + 1);
  const low = [...root.querySelectorAll('button')].filter((one) => one.offsetParent && one.getBoundingClientRect().bottom > window.innerHeight);
  return [...boxes.map((box) => `${box.className} ${box.scrollHeight} > ${box.clientHeight}`), ...low.map((one) => one.textContent)];
}"""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_of_the_context_stands_beside_the_claim(
    seeds: Served, visit: NewVisit, language: str
) -> None:
    """V lengthens the page instead of scrolling the claim out of its frame; the keys stay in view."""
    page = ready(visit(seeds, language))
    page.keyboard.press("KeyV")
    expect(page.locator(".compare.opened")).to_be_visible()
    for passage in page.locator(".passage").all():
        assert passage.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    for shown in (page.locator("blockquote").all(), page.locator(".relations button").all()):
        assert shown
        for one in shown:
            expect(one).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_value_is_cut_off_at_its_beginning(
    seeds: Served, visit: NewVisit, language: str
) -> None:
    """Of what does not fit whole lines are left out below; no line ends in the midst of words, whichever way they are written."""
    page = ready(visit(seeds, language))
    for _ in range(6):
        assert page.evaluate(CUT_SIDEWAYS) == []
        page.keyboard.press("KeyK")


CUT_SIDEWAYS = """() => {
  const root = [...document.querySelectorAll('*')].map((host) => host.shadowRoot && host.shadowRoot.querySelector('.compare')).find(Boolean);
  const ends = (box) => box.scrollWidth > box.clientWidth + 1 || getComputedStyle(box).webkitLineClamp !== 'none' || getComputedStyle(box).textOverflow !== 'clip';
  const told = (box) => box.scrollHeight > box.clientHeight + 4 && !box.classList.contains('cut');
  return [...root.querySelectorAll('.cell')].filter((box) => ends(box) || told(box)).map((box) => box.textContent);
}"""


def test_the_key_map_opens_on_a_question_mark_and_keys_can_be_switched_off(
    many: Served, visit: NewVisit
) -> None:
    """Single keys are optional, as WCAG 2.1.4 asks."""
    window = visit(many, "en")
    page = ready(window)
    first = key_on_screen(page)
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("KeyA")
    page.get_by_role("button", name="Single keys act").click()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("KeyA")
    assert key_on_screen(page) == first
    page.get_by_role("button", name="Agree", exact=True).click()
    saved(page)
    assert words(decisions(window)) == [(first, Relation.AGREE.value)]
