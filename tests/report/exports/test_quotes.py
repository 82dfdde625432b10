"""A quote is ``text[start:end]`` of its document, in every format that carries one."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Span
from claims.report.build import build
from claims.report.content import ReportContent
from claims.report.exports import commas, sheets
from tests.report.examples import case
from tests.report.of_content import OfContent
from tests.report.written import html as render
from tests.report.written import written as as_report

from .test_lines import loaded, with_places, written

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff")
TEXTS = st.text(LETTERS, min_size=1) | st.text(
    st.sampled_from("aب١-\r\n\u202e\u0651\U0001f600 =\"'<&|"), min_size=1
)


def quoting(texts: tuple[str, str], cuts: tuple[int, int]) -> ReportContent:
    """The case with other texts, and claims that quote a stretch of them."""
    content = with_places()
    documents = tuple(replace(d, text=t) for d, t in zip(content.documents, texts, strict=True))
    whole = {each.id: each.text for each in documents}

    def cut(text: str) -> Span:
        start, end = sorted(min(each, len(text)) for each in cuts)
        return Span(start, end)

    claims = tuple(
        replace(
            each,
            span=cut(whole[each.document]),
            quote=cut(whole[each.document]).of(whole[each.document]),
            context=None,
            findings=(),
        )
        for each in content.claims
    )
    return replace(content, documents=documents, claims=claims, problems=())


def expected(content: ReportContent) -> dict[str, str]:
    """The words that stand in the documents, by claim."""
    texts = {each.id: each.text for each in content.documents}
    return {c.id: texts[c.document][c.span.start : c.span.end] for c in content.claims}


def as_on_a_page(quote: str) -> str:
    """The quote with line feeds for line ends, controls as their pictures, and U+FFFD for what is no character."""
    lines = re.sub("\r\n?", "\n", quote)
    return "".join(map(_sign, lines))


def _sign(character: str) -> str:
    code = ord(character)
    if code == 0x7F:
        return "\u2421"
    if code < 0x20 and character not in "\t\n":
        return chr(0x2400 + code)
    lost = 0x80 <= code < 0xA0 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE
    return "\ufffd" if lost else character


def carried(content: ReportContent) -> dict[str, dict[str, str]]:
    """The quotes of each format of data, by claim."""
    lines = [json.loads(each) for each in written("jsonl", content).decode().splitlines()]
    stream = io.BytesIO()
    sheets.write(OfContent(content), stream)
    return {
        "jsonl": {each["id"]: each["quote"] for each in lines if each["type"] == "claim"},
        "claims.csv": {
            each["id"]: each["quote"]
            for each in commas.read(io.BytesIO(written("claims.csv", content)))
        },
        "xlsx": {
            each["id"]: each["quote"]
            for each in sheets.read(io.BytesIO(stream.getvalue()), "claims")
        },
        "annotations": {
            each["id"].rpartition(":")[2]: each["target"]["selector"][1]["exact"]
            for each in loaded("annotations", content)["items"]
        },
        "claimreview": {
            each["itemReviewed"]["@id"].rpartition(":")[2]: each["itemReviewed"]["text"]
            for each in loaded("claimreview", content)["@graph"]
        },
        "geojson": {
            each["id"]: each["quote"]
            for feature in loaded("geojson", content)["features"]
            for each in feature["properties"]["claims"]
        },
    }


@given(st.tuples(TEXTS, TEXTS), st.tuples(st.integers(0, 80), st.integers(0, 80)))
@settings(deadline=None, max_examples=60)
def test_every_quote_of_every_format_stands_in_its_document(
    texts: tuple[str, str], cuts: tuple[int, int]
) -> None:
    """Whatever the text holds, and wherever it is cut."""
    content = quoting(texts, cuts)
    words = expected(content)
    for name, quotes in carried(content).items():
        assert quotes, name
        for claim, quote in quotes.items():
            assert quote == words[claim], name


class _Marked(HTMLParser):
    """The text of every highlighted quote of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.quotes: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser hands them over
        self._within = self._within or tag == "mark"
        if tag == "mark":
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        self._within = self._within and tag != "mark"

    def handle_data(self, data: str) -> None:
        if self._within:
            self.quotes[-1] += data


@given(st.tuples(TEXTS, TEXTS), st.tuples(st.integers(0, 80), st.integers(0, 80)))
@settings(deadline=None, max_examples=30)
def test_every_quote_of_a_page_stands_in_its_document(
    texts: tuple[str, str], cuts: tuple[int, int]
) -> None:
    """The text content of the page, however characters that act are shown; what no page may hold is there as its sign."""
    content = quoting(texts, cuts)
    reader = _Marked()
    reader.feed(render(build(content, "ar")).decode())
    assert reader.quotes
    assert set(reader.quotes) <= set(map(as_on_a_page, expected(content).values()))


@pytest.mark.parametrize("name", ["docx", "md"])
def test_plain_quotes_stand_in_the_other_formats_too(name: str) -> None:
    """Word by word, as their mark-up allows."""
    from docx import Document

    content = case()
    data = as_report(name, build(content, "ar"))
    if name == "docx":
        found = Document(io.BytesIO(data))
        said = "".join(found.element.body.itertext())
    else:
        said = data.decode()
    for quote in expected(content).values():
        assert quote in said or re.escape(quote) in said
