"""The report as a page: text stays text, every link arrives, nothing comes from outside."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.report.build import build
from claims.report.content import ReportContent
from claims.report.html import shown, told

from .examples import case
from .golden import golden
from .hostile import OVERRIDE, PAYLOADS, with_text
from .page import Element, parse
from .written import html as render


def page(content: ReportContent, language: str = "en") -> Element:
    """The report on the content as its reader meets it."""
    return parse(render(build(content, language)))


def shape(element: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Elements and names of attributes in order, without the boxes around controls."""
    return [
        (each.tag, tuple(name for name in each.attributes if name != "lang"))
        for each in element.all()
        if each.attributes.get("class") != "control"
    ]


def held(text: str) -> str:
    """The text as a page may hold it: line feeds, pictures of controls, and U+FFFD for what is no character."""
    pictures = {
        **{code: 0x2400 + code for code in range(0x20) if code not in {9, 10}},
        0x7F: 0x2421,
    }
    kept = text.replace("\r\n", "\n").replace("\r", "\n").translate(pictures)
    ends = "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    return re.sub(f"[\x80-\x9f\ud800-\udfff\ufdd0-\ufdef{ends}]", "\ufffd", kept)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_text_is_html_without_one_fault(payload: str, language: str) -> None:
    """A strict parser finds nothing to mend, whatever stands in a name, a quote or a reason."""
    html5lib.HTMLParser(strict=True).parse(render(build(with_text(payload), language)).decode())


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_hostile_text_adds_no_element_and_no_attribute(payload: str, language: str) -> None:
    """Whatever stands in a name, a quote or a reason, the page is built of the same elements."""
    harmless = page(with_text("plain"), language)
    hostile = page(with_text(payload), language)

    assert shape(hostile) == shape(harmless)
    assert held(payload) in hostile.all("blockquote")[0].text


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=30))
def test_any_text_is_shown_as_text(text: str) -> None:
    """Reading the page gives back the text, what no page may hold as a sign; a strict parser finds nothing to mend."""
    made = f"<!DOCTYPE html><title>t</title><p>{shown('x' + text)}</p>"
    html5lib.HTMLParser(strict=True).parse(made)
    body = parse(f"<p>{shown('x' + text)}</p>".encode()).text

    assert body == "x" + held(text)


def test_controls_are_shown_by_their_number_in_a_box_of_their_own() -> None:
    """An override neither acts on what follows nor vanishes."""
    body = parse(f"<p>{shown(OVERRIDE)}</p>".encode())

    (box,) = body.all("span", class_="control")
    assert box.attributes["data-code"] == "U+202E"
    assert box.text == "\u202e"
    assert body.text == OVERRIDE


def test_isolates_of_our_own_sentences_become_elements() -> None:
    """A quote inside a sentence keeps its direction and its place."""
    assert told("on \u2068<b>\u2069 against \u2068c\u2069") == (
        "on <bdi>&lt;b&gt;</bdi> against <bdi>c</bdi>"
    )


@given(st.text("\u2066\u2067\u2068\u2069ab<", max_size=12))
def test_isolates_are_closed_whatever_comes(text: str) -> None:
    """A stray or missing end of an isolate cannot reach beyond its sentence."""
    assert parse(f"<p>{told(text)}</p>".encode()).all("p")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_link_arrives_at_one_place_of_the_page(language: str) -> None:
    """Links stay inside the page, and no id stands twice."""
    body = page(case(), language)
    ids = [each.attributes["id"] for each in body.all() if "id" in each.attributes]
    links = [each.attributes["href"] for each in body.all("a")]

    assert len(ids) == len(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert all(link.startswith("#") for link in links)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_runs_and_nothing_is_fetched(language: str) -> None:
    """No script, no handler, no picture or style from outside; the policy of the page says so too."""
    body = page(case(), language)
    names = {name for each in body.all() for name in each.attributes}
    policies = [
        each.attributes["content"]
        for each in body.all("meta")
        if each.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    digest = hashlib.sha256(body.all("style")[0].text.encode()).digest()

    assert not body.all("script")
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "style"})
    style = f"style-src 'sha256-{base64.b64encode(digest).decode()}'"
    assert policies == [f"default-src 'none'; {style}; base-uri 'none'; form-action 'none'"]
    assert "url(" not in body.all("style")[0].text
    assert "@import" not in body.all("style")[0].text


def test_quotes_equal_the_text_of_the_document() -> None:
    """The marked words are ``text[start:end]``; line ends are line feeds, as every HTML reader makes them."""
    content = case()
    quotes = {claim.quote for claim in content.claims}
    texts = [document.text.replace("\r\n", "\n") for document in content.documents]

    for quote in page(content).all("blockquote"):
        (marked,) = quote.all("mark")
        assert marked.text in quotes
        assert any(quote.text in text for text in texts)


def test_quotes_keep_their_direction_in_a_report_of_the_other_language() -> None:
    """Arabic quotes run from the right in an English report, English ones from the left in an Arabic one."""
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        body = page(case(), language)
        html = body.all("html")[0].attributes

        assert (html["lang"], html["dir"]) == (language, direction)
        assert {(q.attributes["lang"], q.attributes["dir"]) for q in body.all("blockquote")} == {
            ("ar", "rtl"),
            ("en", "ltr"),
        }


@pytest.mark.parametrize("language", ["ar", "en"])
def test_headings_descend_step_by_step_and_tables_are_named(language: str) -> None:
    """A reader who cannot see the page finds the way by headings, captions and scopes."""
    body = page(case(), language)
    levels = [int(each.tag[1]) for each in body.all() if re.fullmatch("h[1-6]", each.tag)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for table in body.all("table"):
        assert table.all("caption")[0].text
        assert {each.attributes["scope"] for each in table.all("th")} == {"col", "row"}


def test_levels_are_said_in_words_beside_their_sign() -> None:
    """Colour is never the only difference."""
    marks = [
        each for each in page(case()).all("span") if "DIFFERENT" in each.attributes.get("class", "")
    ]

    assert {each.text for each in marks} == {"≠\xa0different"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_same_content_gives_the_same_bytes(language: str) -> None:
    """No clock, no random order; the page is the one that was looked at last."""
    made = render(build(case(), language))

    assert made == render(build(case(), language))
    assert made == golden(f"test_the_same_content_gives_the_same_bytes_{language}.html", made)
