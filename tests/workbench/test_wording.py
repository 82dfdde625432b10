"""Nothing untranslated, nothing hard-coded."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import workbench
from workbench import wording
from workbench.wording import upkeep

PACKAGE = Path(workbench.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
TEXT_ARGUMENTS = {"label", "help", "placeholder", "body", "title", "page_title", "caption"}
DRAWN = {
    "button", "caption", "download_button", "error", "expander", "file_uploader", "info",
    "markdown", "metric", "pills", "segmented_control", "subheader", "success", "text",
    "text_area", "text_input", "title", "toggle", "warning", "write", "form_submit_button",
}  # fmt: skip


def names(message: str) -> set[str]:
    """The names in braces of a message."""
    return {field for _, field, _, _ in Formatter().parse(message) if field}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_message_of_the_code_is_translated(language: wording.Language) -> None:
    """A missing, stale or empty entry of a catalogue fails here."""
    translated = dict(upkeep.entries(upkeep.catalogue(language)))
    assert set(translated) == set(upkeep.used())
    for message, text in translated.items():
        forms = text if isinstance(text, tuple) else (text,)
        assert all(form.strip() for form in forms), message


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_a_translation_fills_the_same_names(language: wording.Language) -> None:
    """No value is lost or asked for that nobody gives; a plural form may leave out its count."""
    for message, text in upkeep.entries(upkeep.catalogue(language)):
        sources = message if isinstance(message, tuple) else (message,)
        given = set().union(*map(names, sources))
        for form in text if isinstance(text, tuple) else (text,):
            assert given - {"count"} <= names(form) <= given, message


def test_arabic_has_its_six_plural_forms() -> None:
    """None, one, two, few, many and hundred are said differently."""
    words = wording.of("ar")
    said = [words.many("{count} claim", "{count} claims", n) for n in (0, 1, 2, 3, 11, 100)]
    assert len(set(said)) == 6
    assert said[3:] == ["3 ادعاءات", "11 ادعاءً", "100 ادعاء"]


def drawn_literals(source: Path) -> Iterator[str]:
    """Letters that are handed to Streamlit as they stand in the code."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if ast.unparse(node.func).startswith("typer."):
            continue  # the command line speaks English
        named = [word.value for word in node.keywords if word.arg in TEXT_ARGUMENTS]
        first = node.args[:1] if node.func.attr in DRAWN else []
        for value in [*named, *first]:
            for part in ast.walk(value):
                if isinstance(part, ast.Call | ast.Subscript):
                    break
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_words_are_drawn_that_no_catalogue_holds(source: Path) -> None:
    """What a reader sees comes from a catalogue; a date as an example is no word."""
    assert [text for text in drawn_literals(source) if re.search("[^\\W\\d_]", text)] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_extractor_sees_every_message(source: Path) -> None:
    """Babel does not look into f-strings: no new message may be said there."""
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if not isinstance(node, ast.JoinedStr):
            continue
        for call in ast.walk(node):
            if isinstance(call, ast.Call) and call.args:
                function = getattr(call.func, "id", getattr(call.func, "attr", ""))
                literal = isinstance(call.args[0], ast.Constant)
                assert not (function in wording.KEYWORDS and literal), ast.unparse(call)


def test_components_hold_no_words_of_their_own() -> None:
    """Markup and scripts get every word from Python, except names of keys and attributes."""
    for page in PACKAGE.glob("components/*/index.html"):
        assert re.sub(r"<[^>]*>|\s|\?", "", page.read_text("utf-8")) == "", page
    for script in PACKAGE.glob("components/**/*.js"):
        code = re.sub(r"//[^\n]*", "", script.read_text("utf-8"))
        literals = re.findall(r"'((?:[^'\\\n]|\\.)*)'", code)
        sentences = [text for text in literals if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text)]
        assert [text for text in sentences if not re.fullmatch(r"[a-z -]+", text)] == [], script


def test_names_inside_a_sentence_keep_their_own_direction() -> None:
    """A Latin file name does not break an Arabic sentence apart."""
    assert wording.isolate("a.txt") == "\u2068a.txt\u2069"


def test_only_our_languages_are_known() -> None:
    """A cookie cannot ask for a file of its choice."""
    assert wording.known("ar") == "ar"
    assert wording.known("../../etc/passwd") is None
