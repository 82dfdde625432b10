"""Every screen in both languages, on the five sample articles."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from claims.model import Slot
from claims.services import Settings, open_case
from tests.browser.addresses import TITLES, VIEWS, address
from tests.browser.conftest import NewVisit
from tests.browser.served import Served

LEFT_OPEN: dict[str, str] = {}
"""Rules of axe that a screen may break, and why; there is none, and a new one has to be argued for here."""


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_drawn_in_its_direction_without_barriers_and_asks_nobody_outside(
    seeds: Served, visit: NewVisit, view: str, language: str
) -> None:
    """Direction from the first frame, the title in the reader's language, no foreign request, WCAG 2.2 AA by axe."""
    window = visit(seeds, language)
    screen, query = address(view, seeds.case)
    page = window.open(screen, query)
    direction = "rtl" if language == "ar" else "ltr"
    assert page.evaluate("document.documentElement.dir") == direction
    assert page.evaluate("getComputedStyle(document.body).direction") == direction
    arabic, english = TITLES[screen]
    expect(page).to_have_title(
        f"{arabic} · منضدة الادعاءات" if language == "ar" else f"{english} · Claim workbench"
    )
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    page.wait_for_timeout(300)
    assert barriers(page) == {}
    assert strange(page, language, window.reviewer) == set()
    assert barriers(page) == {}, "with all that folds open"
    assert window.complaints == []
    assert {urlsplit(url).hostname for url in window.asked if url[:4] in {"http", "ws:/"}} == {
        "127.0.0.1"
    }
    assert [
        url for url in window.asked if not url.startswith(("http:", "ws:", "data:", "blob:"))
    ] == []


@pytest.mark.parametrize("view", VIEWS)
def test_no_barriers_in_the_dark(seeds: Served, visit: NewVisit, view: str) -> None:
    """The same rules for readers whose system asks for dark colours."""
    window = visit(seeds)
    window.page.emulate_media(color_scheme="dark")
    page = window.open(*address(view, seeds.case))
    page.wait_for_timeout(300)
    background = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert background == "rgb(20, 25, 31)"
    unfold(page)
    assert barriers(page) == {}


ALLOWED = {"English", "SHA", "Esc", "YYYY", "MM", "DD", "CSV", "PDF", "UTF", "UTC", "jsonl", "zip"}
"""Latin words that stand in the Arabic interface on purpose."""
CASE = "case"
"""The name of the sample case, which is what its file is called."""
SPOKEN = """() => {
  const found = [];
  const shown = (element) => element.tagName === 'text' || element.offsetParent !== null;
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const around = child.parentElement;
        if (around && !around.closest('style, script, [data-testid=stIconMaterial], blockquote, .text') && shown(around)) found.push(child.data);
      } else {
        if (child.shadowRoot) walk(child.shadowRoot);
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (child.getAttribute?.(name)) found.push(child.getAttribute(name));
        walk(child);
      }
    }
  };
  walk(document.body);
  return found;
}"""
"""Every text and name on the page, but for quotes of the documents, which are in their own language."""


ICONS = {"help", "edit_document", "swap_horiz", "table_view", "add", "move_to_inbox", "merge"}
"""Names of icons beside the heads of what can be opened: the font draws one picture for each."""


def unfold(page: Page) -> None:
    """Open all that folds."""
    closed = page.locator("details:not([open]) summary")
    for left in reversed(range(closed.count())):
        closed.first.click()
        expect(closed).to_have_count(left)


def strange(page: Page, language: str, reviewer: str) -> set[str]:
    """Names of the program on a screen (``a_b``, ``a.b``, ``a/1``), and in Arabic any Latin word that is not meant."""
    unfold(page)
    spoken = [
        text for text in page.evaluate(SPOKEN) if reviewer not in text and text.strip() not in ICONS
    ]
    # File names, the path of the case and hashes are what they are.
    bare = [re.sub(r"\S*\.(?:txt|db)\b|\b[0-9a-f]{12,64}\b", "", text) for text in spoken]
    raw = {
        found
        for text in bare
        for found in re.findall(r"[A-Za-z]+(?:[_.][a-z]+[\w.]*|/\d\w*)", text)
    }
    latin = {word for text in bare for word in re.findall("[A-Za-z]{2,}", text)} - ALLOWED - {CASE}
    return raw | (latin if language == "ar" else set())


def test_an_unknown_address_is_said_in_the_readers_language(seeds: Served, visit: NewVisit) -> None:
    """Streamlit's own dialog is English; ours says what is shown instead."""
    page = visit(seeds).open("nowhere")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("لا شاشة بهذا العنوان")
    expect(dialog).to_contain_text("عُرضت لك النظرة العامة")
    assert not re.search("[A-Za-z]{2}", dialog.inner_text())


GRAVE = {"serious", "critical"}
TWO_POINT_TWO = {"rules": {"target-size": {"enabled": True}}}
"""What WCAG 2.2 adds at AA, which axe leaves out unless it is asked for."""


def barriers(page: Page) -> dict[str, list[str]]:
    """What axe finds by the rules of WCAG 2.2 AA, however grave, and what is grave by any other; but for what is left open with its reason."""
    return {
        violation["id"]: [node["html"][:200] for node in violation["nodes"]]
        for violation in Axe().run(page, options=TWO_POINT_TWO).response["violations"]
        if violation["id"] not in LEFT_OPEN
        and (violation["impact"] in GRAVE or any(tag[:4] == "wcag" for tag in violation["tags"]))
    }


def test_the_server_reaches_for_nobody(seeds: Served, visit: NewVisit) -> None:
    """Also when a foreign site knocks at the web socket, which makes Streamlit ask for its own address."""
    window = visit(seeds)
    window.open("overview")
    window.page.goto("about:blank")
    refused = window.page.evaluate(
        """(address) => new Promise((done) => {
          const socket = new WebSocket(address);
          socket.onopen = () => done('open');
          socket.onerror = () => done('refused');
        })""",
        f"{seeds.url.replace('http', 'ws')}/_stcore/stream",
    )
    assert refused == "refused"
    foreign = {
        line for line in seeds.reached if line.split()[1] not in {"127.0.0.1", "localhost", "::1"}
    }
    assert foreign == set()


def test_the_fonts_are_our_own(seeds: Served, visit: NewVisit) -> None:
    """Arabic and Latin are drawn from the faces that the workbench brings along."""
    window = visit(seeds)
    page = window.open(*address("reading", seeds.case))
    page.locator(".claim").first.wait_for()
    loaded = page.evaluate(
        "document.fonts.ready.then((fonts) => [...fonts].filter((face) => face.status === 'loaded').map((face) => face.family))"
    )
    assert {"IBM Plex Sans Arabic", "Noto Naskh Arabic"} <= {name.strip('"') for name in loaded}
    assert [url for url in window.asked if url.endswith(".woff2") and "/fonts/" in url]


def test_the_language_is_switched_by_one_button_and_kept(seeds: Served, visit: NewVisit) -> None:
    """From Arabic to English and over a reload, on the same screen."""
    page = visit(seeds).open("problems")
    page.get_by_role("button", name="English").click()
    expect(page).to_have_title("Problems · Claim workbench")
    assert page.evaluate("document.documentElement.dir") == "ltr"
    page.reload()
    expect(page).to_have_title("Problems · Claim workbench")


def test_the_name_of_the_reviewer_is_kept_in_the_browser(seeds: Served, visit: NewVisit) -> None:
    """An Arabic name, over a reload."""
    window = visit(seeds)
    page = window.open("settings")
    name = page.get_by_role("textbox", name="اسمك بوصفك مراجعًا")
    expect(name).to_have_value(window.reviewer)
    name.fill("هدى")
    page.get_by_role("button", name="حفظ").click()
    window.settle()
    expect(page.get_by_role("textbox", name="اسمك بوصفك مراجعًا")).to_have_value("هدى")


def test_the_record_is_verified_by_one_button(seeds: Served, visit: NewVisit) -> None:
    """And the answer is a sentence."""
    page = visit(seeds, "en").open("settings")
    page.get_by_role("button", name="Verify the whole record").click()
    expect(page.get_by_text("are as they were written")).to_be_visible()


def test_the_report_is_seen_and_taken_along(seeds: Served, visit: NewVisit) -> None:
    """Preview in a frame that runs nothing; the download is the same document."""
    page = visit(seeds, "en").open("verdicts")
    page.get_by_text("Preview").click()
    frame = page.locator("iframe")
    expect(frame).to_have_attribute("sandbox", "", timeout=20_000)
    heading = frame.content_frame.locator("h1")
    expect(heading).to_be_visible()
    page.get_by_role("button", name="Make the file").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    text = download.value.path().read_text("utf-8")
    assert download.value.suggested_filename == "report-en.html"
    assert '<html lang="en"' in text
    assert heading.inner_text() in text


def test_right_to_left_geometry(seeds: Served, visit: NewVisit) -> None:
    """Navigation on the right, first figure on the right, and a folded sidebar out of the way."""
    page = visit(seeds).open("overview")
    sidebar = page.locator("[data-testid=stSidebar]")
    box = sidebar.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] == pytest.approx(1366, abs=1)
    figures = [one.bounding_box() for one in page.locator("[data-testid=stMetric]").all()]
    edges = [figure["x"] for figure in figures if figure]
    assert edges == sorted(edges, reverse=True)
    sidebar.hover()
    page.locator("[data-testid=stSidebarCollapseButton] button").click()
    page.wait_for_timeout(500)
    assert not sidebar.is_visible() or (sidebar.bounding_box() or {"x": 1366})["x"] >= 1366
    page.locator("[data-testid=stExpandSidebarButton]").click()
    page.wait_for_timeout(500)
    unfolded = sidebar.bounding_box()
    assert unfolded is not None
    assert unfolded["x"] + unfolded["width"] == pytest.approx(1366, abs=1)


def test_the_name_of_a_file_is_not_turned_round_in_arabic_words(
    seeds: Served, visit: NewVisit
) -> None:
    """It begins with digits, which right-to-left writing would move behind the rest."""
    page = visit(seeds).open(*address("outcomes", seeds.case))
    name = page.locator(".listing td bdi[dir=rtl] bdi", has_text="000_32e61840420ff080.txt").first
    expect(name).to_have_text("000_32e61840420ff080.txt")
    assert name.evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_the_overview_leads_from_a_number_of_conflicts_to_these_pairs(
    seeds: Served, visit: NewVisit
) -> None:
    """Before anybody decided; the address asks for them, so that the link can be handed on."""
    with open_case(Settings(case=str(seeds.case))) as case:
        found = case.pairs.conflicts()
    page = visit(seeds, "en").open("overview")
    row = page.get_by_role("row", name=re.compile(r"^Target"))
    expect(row.get_by_role("cell").nth(1)).to_have_text(str(found.slots[Slot.TARGET]))
    row.get_by_role("button").click()
    page.wait_for_url(re.compile(r"/compare\?.*slot=target"))
    page.locator(".compare:not([data-key=''])").wait_for()


def test_a_file_of_another_kind_is_refused_in_the_readers_words(
    seeds: Served, visit: NewVisit
) -> None:
    """Streamlit says so in English, to screen readers and to whoever rests on the file."""
    page = visit(seeds, "ar").open("cases")
    page.get_by_text("استلام قضية").first.click()
    uploader = page.locator("[data-testid=stFileUploader]").first
    for kind in ("application/octet-stream", ""):
        uploader.locator("input[type=file]").set_input_files(
            FilePayload(name="x.bin", mimeType=kind, buffer=b"no case")
        )
        expect(uploader.get_by_role("alert")).to_have_text(re.compile("لا تؤخذ هنا ملفات"))
        uploader.get_by_text("x.bin").hover()
        expect(
            page.locator("[data-testid^=stTooltip]", has_text="لا تؤخذ هنا").last
        ).to_be_visible()
        uploader.get_by_role("button", name="x.bin").click()


def test_what_is_refused_is_seen_where_one_pressed(
    seeds_of_my_own: Served, visit: NewVisit
) -> None:
    """Neither above the window nor below it: beside a long form, and brought into view on a small screen."""
    with open_case(Settings(case=str(seeds_of_my_own.case)), actor="ana") as case:
        item = case.review.queue()[0]
        case.review.decide(item.key, relation="conflict", slots=["target"])
    window = visit(seeds_of_my_own, "ar")
    page = window.open("verdicts", f"?about=claim&outcome={item.left.claim.id}")
    page.get_by_role("button", name="تسجيل الاستنتاج").click()
    expect(page.get_by_text("لم يُسجَّل شيء بعد")).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 683, "height": 384})
    page = window.open("people")
    page.get_by_label("الاسم").first.fill("")
    page.get_by_role("button", name="تعيين").click()
    expect(page.locator("[data-testid=stAlertContentError]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("view", "language"), [(view, ("ar", "en")[index % 2]) for index, view in enumerate(VIEWS)]
)
def test_nothing_is_cut_at_twice_the_size(
    seeds: Served, visit: NewVisit, view: str, language: str
) -> None:
    """At 200 % of 1366 by 768 every button and field is within the width or in a table that scrolls in its frame, and the page does not scroll sideways; half of the views in Arabic."""
    window = visit(seeds, language)
    window.page.set_viewport_size({"width": 683, "height": 384})
    page = window.open(*address(view, seeds.case))
    page.wait_for_timeout(500)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 683
    assert page.evaluate(CUT) == []


CUT = """() => {
  const found = [];
  const scrolls = (one) => one && (one.scrollWidth > one.clientWidth && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const walk = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot && !one.closest('[data-testid=stSidebar]')) walk(one.shadowRoot);
      if (!['BUTTON', 'INPUT', 'SELECT', 'TEXTAREA'].includes(one.tagName) || !one.offsetParent || one.closest('[data-testid=stSidebar]') || scrolls(one)) continue;
      const box = one.getBoundingClientRect();
      if (box.width && (box.left < -1 || box.right > window.innerWidth + 1)) found.push(one.textContent || one.getAttribute('aria-label'));
    }
  };
  walk(document);
  return found;
}"""
