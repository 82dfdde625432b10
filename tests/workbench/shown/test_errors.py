"""Errors in the reader's language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import claims
import workbench
from claims import errors
from claims.report import refusals
from claims.review.roles import DOES, Action, TeamRole, check
from workbench import wording
from workbench.shown.errors import explain

PACKAGE = Path(claims.__file__).parent
KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.ClaimsError)
]
RAISED = {kind.__name__ for kind in KINDS} | {"ModelUnavailable", "Refusal"}
TERMINAL = (
    "cli/", "evaluation/", "settings.py", "launch.py", "report/package/check.py", "slots/time/reasons.py",
)  # fmt: skip
"""What is only ever said in a terminal: commands, labels of developers, settings before a server starts."""
HOLE = re.compile(r"\{[^{}]*\}")


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_sentence_follows_one_of_ours(kind: type[errors.ClaimsError]) -> None:
    """Also what nobody translated yet comes with what is safe in the reader's language, and word for word."""
    error = kind("A sentence of tomorrow.", next_step="Do as it says.")
    arabic, english = explain(error, wording.of("ar")), explain(error, wording.of("en"))
    assert arabic != english
    for said in (arabic, english):
        assert "A sentence of tomorrow." in said
        assert "Do as it says." in said


def test_what_happened_what_is_safe_and_what_to_do_are_said() -> None:
    """Three sentences, none of them twice, and no id that nobody can read."""
    error = errors.Stale(
        "Pair a~b is no more: one of its claims was edited, or is not read any more.",
        next_step="Nothing was stored. Answer it on the claims as they were (`claims decide --former`), answer all such pairs as unsure"
        " (`claims close-former`), or compare the claims anew (`claims compare`) and take the next pair.",
    )
    assert explain(error, wording.of("en")) == (
        "This pair is no more: one of its claims was edited, or is not read any more. Nothing was overwritten. Compare the claims "
        "anew and take the next pair. In a case for several, the People screen closes such pairs as unsure."
    )
    assert explain(error, wording.of("ar")) == (
        "لم يعد هذا الزوج قائما: صُحّح أحد ادعاءيه أو لم يعد يُقرأ. لم يُكتب فوق شيء. قارن الادعاءات من جديد وخذ الزوج "
        "التالي. وفي قضية يراجعها أكثر من شخص، تُغلق شاشة الأشخاص مثل هذه الأزواج على أنها غير محسومة."
    )


@pytest.mark.parametrize("action", Action)
def test_a_refusal_by_role_is_said_in_words(action: Action) -> None:
    """Whatever was asked for: what it is, who may, and whom to ask, without English in an Arabic sentence."""
    team = {"هدى": "auditor", "سلمى": TeamRole.ADMIN}
    with pytest.raises(errors.NotAllowed) as refused:
        check(team, "هدى", action)
    said = explain(refused.value, wording.of("ar"))
    assert "\u2068هدى\u2069" in said
    assert "\u2068سلمى\u2069" in said
    assert not re.search("[A-Za-z]", said.replace("auditor", "")), said
    assert DOES[action] in explain(refused.value, wording.of("en"))


def test_what_a_person_wrote_is_not_translated() -> None:
    """A reviewer who is called “admin” stays so."""
    said = refusals.told_in("admin does not work on this case.", "ar")
    assert said is not None
    assert "\u2068admin\u2069" in said


def test_the_nearest_class_speaks_first() -> None:
    """The nearest class speaks where the sentence does not."""
    assert "changed" in explain(errors.Stale("x"), wording.of("en"))
    assert "role" in explain(errors.NotAllowed("x"), wording.of("en"))


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
    for package in (PACKAGE, Path(workbench.__file__).parent)
    for path in sorted(package.rglob("*.py"))
    if not path.relative_to(package).as_posix().startswith(TERMINAL)
    for text in sentences(path)
    if text.strip()
}
"""Every sentence of an error that may reach a screen, the engine's and the workbench's, and a file that says it."""


def test_the_walk_finds_the_engines_errors() -> None:
    """The list that the next tests hold against the catalogue is no empty one."""
    assert len(SAID) > 200
    assert "Pair {}: a conflict names at least one slot." in SAID


@pytest.mark.parametrize("text", SAID, ids=[f"{path}-{n}" for n, path in enumerate(SAID.values())])
def test_every_sentence_of_the_engine_is_said_in_arabic(text: str) -> None:
    """No English detail inside an Arabic sentence: add the sentence to claims/report/data/refusals.toml."""
    said = HOLE.sub("7", text)
    shown = explain(errors.Refused("x", next_step=said), wording.of("ar"))
    _, step = refusals.safe_and_step(said)
    assert (
        not step
        or step not in re.sub("[\u2068\u2069]", "", shown)
        or not re.search("[A-Za-z]{3}", step)
    )


def test_the_catalogue_holds_nothing_that_the_engine_never_says() -> None:
    """A sentence that was reworded in the engine is reworded here."""
    spoken = {HOLE.sub("{}", text) for text in SAID}
    stripped = {refusals.safe_and_step(text)[1] for text in spoken}
    known = {HOLE.sub("{}", form.says) for form in refusals.forms()}
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
