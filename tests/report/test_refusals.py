"""What is refused is said in Arabic on the screens and on the command line: every sentence, with its values, commands and options."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import claims
import workbench
from claims import errors
from claims.model import Relation, SameEvent, Slot, Thing
from claims.report import refusals
from claims.store.schema import metadata

PACKAGES = (Path(claims.__file__).parent, Path(workbench.__file__).parent)
RAISED = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.ClaimsError)
} | {"ModelUnavailable", "Refusal"}
DEVELOPERS = ("evaluation/", "cli/quality.py", "slots/time/reasons.py", "launch.py")
"""What is said to those who work on the engine, or run a server."""
HOLE = re.compile(r"\{[^{}]*\}")
ISOLATED = re.compile("\u2068([^\u2069]*)\u2069")
CODES = {each.value for every in (Relation, SameEvent, Slot, Thing) for each in every}
"""What somebody types who is told which words there are."""
TYPED = re.compile(r"`[^`]*`|--[a-z]+(?:-[a-z]+)*|CLAIMS_[A-Z_]+")
"""Commands, options and variables."""


def sentences(source: Path) -> Iterator[str]:
    """Every message and next step of an error raised in a file, values as ``{}``; longer expressions are left out."""
    tree = ast.parse(source.read_text("utf-8"))
    constants = dict(_constants(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in RAISED:
            steps = [word.value for word in node.keywords if word.arg == "next_step"]
            for said in [*node.args[:1], *steps]:
                yield from _texts(said, constants)


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _texts(node: ast.expr, constants: Mapping[str, ast.expr]) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.Name(id=name) if name in constants:
            return _texts(constants[name], constants)
        case ast.IfExp():
            return [*_texts(node.body, constants), *_texts(node.orelse, constants)]
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="get"), args=[_, default]):
            table = constants.get(name)
            values = table.values if isinstance(table, ast.Dict) else []
            return [text for value in [*values, default] for text in _texts(value, constants)]
        case ast.JoinedStr():
            return ["".join(_part(part, constants) for part in node.values)]
    return []


def _part(node: ast.expr, constants: Mapping[str, ast.expr]) -> str:
    if isinstance(node, ast.FormattedValue):
        known = _texts(node.value, constants)
        return known[0] if known else "{}"
    return str(node.value) if isinstance(node, ast.Constant) else ""


SAID = {
    text: path.relative_to(package).as_posix()
    for package in PACKAGES
    for path in sorted(package.rglob("*.py"))
    if not path.relative_to(package).as_posix().startswith(DEVELOPERS)
    for text in sentences(path)
    if text.strip()
}
"""Every sentence of an error, the engine's, the command line's and the workbench's, and a file that says it."""


def test_the_walk_finds_the_engines_errors() -> None:
    """The list that the next tests hold against the catalogue is no empty one."""
    assert len(SAID) > 200
    assert "Pair {}: a conflict names at least one slot." in SAID


@pytest.mark.parametrize("text", SAID, ids=[f"{path}-{n}" for n, path in enumerate(SAID.values())])
def test_every_sentence_is_said_in_arabic_on_screens_and_on_the_command_line(text: str) -> None:
    """And no value of it is a piece of an English sentence: a sentence that only looks like another one needs a form of its own."""
    sentence = HOLE.sub("7", text)
    if not re.search("[A-Za-z]{3}", sentence):
        return
    for typed in (False, True):
        told = refusals.told_in(sentence, "ar", typed=typed)
        assert told is not None, "add it to claims/report/data/refusals.toml"
        assert re.search("[\u0600-\u06ff]", told)
        odd = {each for each in ISOLATED.findall(told) if re.search("[A-Za-z]{3}", each)}
        assert odd <= CODES | set(metadata.tables), told


@pytest.mark.parametrize("form", refusals.forms(), ids=lambda form: form.says[:40])
def test_on_the_command_line_arabic_names_what_the_engine_names(form: refusals.Form) -> None:
    """Every command, option and variable, and no screen to go to."""
    assert set(TYPED.findall(form.says)) <= set(TYPED.findall(form.typed["ar"]))
    assert "شاشة" not in form.typed["ar"]


def test_how_a_next_step_begins_that_says_that_nothing_was_touched_is_said_too() -> None:
    """Alone, before a step, and in English as the engine says it."""
    assert refusals.told_in("Nothing was changed.", "ar") == "لم يتغيّر شيء."
    step = "Nothing was changed. Act under your own name."
    assert refusals.safe_and_step(step) == ("Nothing was changed", "Act under your own name.")
    assert refusals.told_in(step, "ar") == "لم يتغيّر شيء. تصرف باسمك."
    assert refusals.told_in(step, "en", typed=True) == step
    assert refusals.told_in("Nothing was changed. A sentence of tomorrow.", "ar") is None


def test_what_is_typed_stays_as_it_is_typed() -> None:
    """Codes that one chooses from are words on a screen, and codes on the command line; within a command no invisible sign stands."""
    step = "Choose one of: agree, conflict."
    shown, typed = (refusals.told_in(step, "ar", typed=each) for each in (False, True))
    assert shown == "اختر واحدا من: اتفاق، تعارض."
    assert typed == "اختر واحدا من: \u2068agree\u2069، \u2068conflict\u2069."
    left_out = refusals.told_in(
        "What stands here stays. Whoever made the file leaves it out of a new one: `claims dump --mine --without a~b`.",
        "ar",
        typed=True,
    )
    assert left_out is not None
    assert "`claims dump --mine --without a~b`" in left_out


def test_what_a_person_wrote_is_not_translated() -> None:
    """A reviewer who is called “admin” stays so."""
    said = refusals.told_in("admin does not work on this case.", "ar")
    assert said is not None
    assert "\u2068admin\u2069" in said


def test_the_catalogue_holds_nothing_that_the_engine_never_says() -> None:
    """A sentence that was reworded in the engine is reworded here."""
    spoken = {HOLE.sub("{}", text) for text in SAID}
    stripped = {refusals.safe_and_step(text)[1] for text in spoken}
    known = {HOLE.sub("{}", says) for says in refusals.sentences()}
    assert known <= stripped, known - stripped


@pytest.mark.parametrize("form", refusals.forms(), ids=lambda form: form.says[:40])
def test_a_sentence_keeps_its_values_and_is_arabic(form: refusals.Form) -> None:
    """Translations ask for no value that the engine does not give, and both languages are filled."""
    for text in (*form.shown.values(), *form.typed.values()):
        assert text.strip()
        assert set(re.findall(r"\{(\w+)\}", text)) <= set(form.names)
    assert re.search("[\u0600-\u06ff]", form.shown["ar"])


def test_a_known_word_that_holds_a_list_is_said_whole() -> None:
    """An office document that is handed in is called what it is in Arabic too."""
    sentence = (
        "report.docx is a zip archive or an office document (docx, xlsx, odt), not a text file."
    )
    told = refusals.told_in(sentence, "ar")
    assert told is not None
    assert "أرشيف zip أو وثيقة مكتبية (docx أو xlsx أو odt)" in told
