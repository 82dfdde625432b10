"""The report in a real browser: accessible, quiet, in the right order."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from claims.report.build import build
from claims.report.content import ReportContent

from .examples import case
from .written import html as render

LETTER_POSITIONS = """
() => {
  const words = document.querySelector("h1 bdi");
  const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const places = {};
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (let at = 0; at < text.length; at++) {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      places[text.data[at]] = range.getBoundingClientRect().left;
    }
  }
  return places;
}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as it stands on this machine."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


def written(folder: Path, language: str, *, title: str = "case") -> str:
    """Address of a report of the small case that was written to a file."""
    return saved(folder, language, replace(case(), title=title))


def saved(folder: Path, language: str, content: ReportContent) -> str:
    """Address of a report that was written to a file."""
    path = folder / f"{language}.html"
    path.write_bytes(render(build(content, language)))
    return path.as_uri()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_rule_of_accessibility_is_broken(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    """Contrast, names, headings, landmarks and language hold by the rules of axe."""
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(written(tmp_path, language))

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_report_of_the_sample_articles_is_accessible(
    browser: Browser, tmp_path: Path, seeds: ReportContent, language: str
) -> None:
    """Five real articles with a decided pair: all kinds of tables, pictures and quotes, and a map."""
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(saved(tmp_path, language, seeds))

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    page.context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_is_asked_for_and_the_style_is_let_in(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    """The only request is the page itself, and its own policy refuses nothing of it."""
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    address = written(tmp_path, language)
    page.goto(address)

    assert asked == [address]
    assert complaints == []
    assert (
        page.locator("blockquote mark").first.evaluate("it => getComputedStyle(it).backgroundColor")
        == "rgb(255, 234, 160)"
    )
    page.close()


def test_a_directional_override_does_not_turn_what_follows(
    browser: Browser, tmp_path: Path
) -> None:
    """The letters after it stand in the order they were written."""
    page = browser.new_page()
    page.goto(written(tmp_path, "en", title="ab\u202ecd\u2069ef"))

    places = page.evaluate(LETTER_POSITIONS)

    assert [letter for letter in sorted(places, key=places.get) if letter.isalpha()] == list(
        "abcdef"
    )
    page.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_fits_a_telephone(browser: Browser, tmp_path: Path, language: str) -> None:
    """Only tables scroll sideways, within themselves."""
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(written(tmp_path, language))

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
