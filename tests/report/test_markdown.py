"""The report as Markdown: what a reader of Markdown makes of it is what was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claims.report.build import build
from claims.report.content import ReportContent
from claims.report.markdown import escaped, started
from claims.report.runs import visible

from .examples import case
from .golden import golden
from .hostile import PAYLOADS, with_text
from .page import Element, parse
from .written import markdown as render


def page(content: ReportContent, language: str = "en") -> Element:
    """The file as its reader meets it: tables and bare addresses are known to most programs."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parse(reader.render(render(build(content, language)).decode()).encode())


def shape(element: Element) -> list[str]:
    """The elements in order."""
    return [each.tag for each in element.all() if each.tag != "br"]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_text_adds_no_element(payload: str, language: str) -> None:
    """Whatever stands in a name, a quote or a reason, the page is built of the same elements."""
    assert shape(page(with_text(payload), language)) == shape(page(with_text("plain"), language))


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_text_is_shown_as_text(text: str) -> None:
    """Reading the file gives back the text."""
    made = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .render(started(escaped(f"x{text}x")))
    )
    (paragraph,) = parse(made.encode()).all("p")

    assert paragraph.text == visible(f"x{text}x")
    assert not paragraph.all()


def test_quotes_equal_the_text_of_the_document() -> None:
    """The marked words are ``text[start:end]``, line ends as line breaks."""
    content = case()
    body = page(content)
    marked = [each.text for each in body.all("mark")]

    assert marked
    assert set(marked) <= {claim.quote for claim in content.claims}
    assert {each.attributes["dir"] for each in body.all("blockquote")} == {"rtl", "ltr"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_link_arrives_at_one_place_of_the_file(language: str) -> None:
    """Links stay inside the file."""
    anchors = page(case(), language).all("a")
    links = [each.attributes["href"] for each in anchors if "href" in each.attributes]
    places = [each.attributes["id"] for each in anchors if "id" in each.attributes]

    assert links
    assert len(places) == len(set(places))
    assert {link.removeprefix("#") for link in links} <= set(places)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_same_content_gives_the_same_bytes(language: str) -> None:
    """No clock, no random order; the file is the one that was looked at last."""
    made = render(build(case(), language))

    assert made == golden(f"report_{language}.md", made)
