"""The documents say what the program does: every command and option, every session, every form."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from claims.cli import app
from claims.report.schemas import FORMS, schema_of
from claims.review.adjudication import names

from .sessions import ROOT, agrees, prepare, run, steps

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
VERBS = get_command(app).commands  # type: ignore[attr-defined]
OPTIONS = [
    (verb, option)
    for verb, command in VERBS.items()
    for parameter in command.params
    for option in (*parameter.opts, *parameter.secondary_opts)
    if option.startswith("--")
]


def part(document: str, heading: str) -> str:
    """What stands under a heading of a document in ``docs/``."""
    text = (ROOT / "docs" / document).read_text("utf-8")
    found = re.search(rf"^#+ {re.escape(heading)}$(.*?)(?=^#+ |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"docs/{document} has no heading {heading!r}"
    return found.group(1)


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_its_place_in_the_documents(verb: str) -> None:
    """With the exit codes it can have."""
    assert "Exit code" in part("commands.md", f"claims {verb}")


@pytest.mark.parametrize(("verb", "option"), OPTIONS)
def test_every_option_is_explained_where_its_command_is(verb: str, option: str) -> None:
    """Or, for those that all share, at the top."""
    shared = part("commands.md", "Options that many commands share")

    assert f"`{option}" in part("commands.md", f"claims {verb}") + shared


def test_no_option_is_explained_that_is_not_there() -> None:
    """A document never promises what was removed."""
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    known = {option for _, option in OPTIONS} | {"--help", "--version", "--exit-code"}

    assert set(re.findall(r"`(--[a-z-]+)", text)) <= known


def codes(schema: object) -> Iterator[str]:
    """Every word that a form says one of several may stand."""
    if isinstance(schema, dict):
        yield from (each for each in schema.get("enum", ()) if isinstance(each, str))
        schema = list(schema.values())
    for each in schema if isinstance(schema, list) else ():
        yield from codes(each)


@pytest.mark.parametrize("form", FORMS)
def test_every_code_of_every_form_is_explained(form: str) -> None:
    """Whoever reads JSON knows every word that can come."""
    text = (ROOT / "docs" / "forms.md").read_text("utf-8")

    assert [each for each in codes(schema_of(form)) if f"`{each}`" not in text] == []


@pytest.mark.parametrize("table", ["left_out", "undefined", "no_interval"])
def test_every_code_of_agreement_is_explained(table: str) -> None:
    """What a figure leaves out, why there is none, why it has no interval."""
    text = (ROOT / "docs" / "forms.md").read_text("utf-8")
    known = getattr(names(), table)

    assert known
    assert [each for each in known if f"`{each}`" not in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_key_of_every_form_is_explained(form: str) -> None:
    """At least by its name."""
    text = (ROOT / "docs" / "forms.md").read_text("utf-8")
    schema = schema_of(form)
    keys = set(schema.get("properties", {}))

    assert f"`{form}`" in text
    assert {key for key in keys if f"`{key}`" not in text and f'"{key}"' not in text} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_sessions_in_the_documents_are_what_happens(document: Path, tmp_path: Path) -> None:
    """Each command is run, and what a person sees is compared."""
    environment = prepare(tmp_path)

    for step in steps(document):
        seen = run(step, tmp_path, environment)
        assert agrees(step.seen, seen), f"$ {step.command}\n{seen}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_python_sessions_in_the_documents_are_what_happens(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blocks fenced as ``pycon`` are run line by line, in a folder with the sample corpus."""
    prepare(tmp_path)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(
        r"^```pycon\n(.*?)^```", document.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    session = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, document.name, None, 0)

    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(session, out=report.append)

    assert not report, "".join(report)


@pytest.mark.parametrize(
    ("expected", "seen", "same"),
    [
        ("one\n…\nfour\n", "one\ntwo\nthree\nfour\n", True),
        ("one\n…\n", "one\n", True),
        ("one … three\n", "one two three\n", True),
        ("one\nthree\n", "one\ntwo\nthree\n", False),
        ("one … four\n", "one two\nthree four\n", False),
        ("", "", True),
        ("one\n", "", False),
    ],
)
def test_an_ellipsis_stands_for_anything_but_nothing_else_does(
    expected: str, seen: str, *, same: bool
) -> None:
    """The runner of sessions would notice a session that is not true."""
    assert agrees(expected, seen) is same


EXTRACTION = sorted(path.stem for path in (ROOT / "claims" / "extraction").glob("[a-z]*.py"))


@pytest.mark.parametrize("module", EXTRACTION)
def test_every_module_of_the_extraction_room_has_its_step(module: str) -> None:
    """Who looks for the place of one among so many finds it in the table."""
    told = part("architecture.md", "The extraction room")

    assert f"`{module}`" in told or f"`{module}." in told
