"""Promises about the whole tree that import contracts cannot state.

Who may import whom stands in pyproject.toml and is asked by ``make contracts``; what a machine can read in the
source beyond that is asked here.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = sorted([*ROOT.glob("claims/**/*.py"), *ROOT.glob("workbench/**/*.py")])
TESTS = sorted(ROOT.glob("tests/**/*.py"))
PURE = (
    "errors",
    "model",
    "slots",
    "text",
    "extraction",
    "comparison",
    "checks",
    "verdict",
    "review",
)
MEANINGLESS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "stuff", "base"}
OUTSIDE = {"open", "input", "eval", "exec", "compile", "__import__", "breakpoint", "print"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
HOSTS = {
    "127.0.0.1",
    "localhost",
    "json-schema.org",
    "schema.org",
    "www.w3.org",
    "www.geonames.org",
    "www.apache.org",
    "w3id.org",
}
"""Names of other machines that source may hold: vocabularies and the owners of data, never anything that is called."""
TEXT_FILES = {
    ".py",
    ".toml",
    ".txt",
    ".in",
    ".md",
    ".sh",
    ".html",
    ".j2",
    ".css",
    ".js",
    ".po",
    ".yml",
    ".yaml",
    "",
}


def name_of(path: Path) -> str:
    """A path as people write it."""
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def tracked() -> list[Path]:
    """Files of the project as git or, outside of a checkout, the folder knows them."""
    if not (ROOT / ".git").exists():
        return [
            path
            for path in ROOT.rglob("*")
            if path.is_file() and ".venv" not in path.parts and "var" not in path.parts
        ]
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def pure_modules() -> list[Path]:
    """Modules that may know neither clock nor environment nor network."""
    return [path for path in SOURCE if path.relative_to(ROOT).parts[1].removesuffix(".py") in PURE]


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """All calls in a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_the_tree_is_there() -> None:
    """The questions below are asked of a real tree."""
    assert len(SOURCE) > 100
    assert len(pure_modules()) > 50


@pytest.mark.parametrize("room", ["claims", "workbench"])
def test_every_folder_says_what_it_is_for(room: str) -> None:
    """Each folder of modules has a docstring of at least one sentence."""
    folders = {path.parent for path in SOURCE if path.relative_to(ROOT).parts[0] == room}
    silent = [
        name_of(folder)
        for folder in folders
        if not (folder / "__init__.py").is_file()
        or len(ast.get_docstring(parsed(folder / "__init__.py")) or "") < len("What it is.")
    ]
    assert silent == []


def test_names_say_something() -> None:
    """No module or folder is called after a drawer for everything."""
    assert [
        name_of(path) for path in SOURCE if MEANINGLESS & {path.stem, *path.relative_to(ROOT).parts}
    ] == []


def test_source_holds_no_assert() -> None:
    """A check that a flag can remove is no check."""
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in SOURCE
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Assert)
    ]
    assert found == []


def test_nothing_is_caught_broadly() -> None:
    """Only what can be mended is caught, by its name."""
    broad = {"", "Exception", "BaseException"}
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in SOURCE
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler)
        and (ast.unparse(node.type) if node.type else "") in broad
    ]
    assert found == []


def test_pure_rooms_reach_for_nothing() -> None:
    """Pure rooms open no file, print nothing, run no text as code."""
    found = [
        f"{name_of(path)}:{call.lineno} {ast.unparse(call.func)}"
        for path in pure_modules()
        for call in calls(parsed(path))
        if isinstance(call.func, ast.Name) and call.func.id in OUTSIDE
    ]
    assert found == []


def test_pure_rooms_know_no_clock() -> None:
    """What time it is comes in as an argument."""
    found = [
        f"{name_of(path)}:{call.lineno} {ast.unparse(call.func)}"
        for path in pure_modules()
        for call in calls(parsed(path))
        if isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS
    ]
    assert found == []


def test_only_settings_read_the_environment() -> None:
    """In the engine one module reads environment variables; all others are handed values."""
    readers = {
        name_of(path)
        for path in SOURCE
        if path.relative_to(ROOT).parts[0] == "claims"
        for node in ast.walk(parsed(path))
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"})
        or (isinstance(node, ast.alias) and node.name in {"environ", "getenv"})
    }
    assert readers <= {"claims/settings.py"}


def test_tests_skip_nothing() -> None:
    """A test that need not pass is no test."""
    marks = re.compile(r"^(?:pytest\.)?(?:mark\.)?(?:skip|skipif|xfail|importorskip)$")
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in TESTS
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute)
        and marks.match(ast.unparse(node).removeprefix("pytest."))
    ]
    assert found == []


def test_every_test_can_fail() -> None:
    """Each test asserts something itself, or calls a function of the tests that does."""
    functions = [
        (path, node)
        for path in TESTS
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    strict = {node.name for _, node in functions if _checks(node)}
    found = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path, node in functions
        if node.name.startswith("test_") and node.name not in strict and not _called(node) & strict
    ]
    assert found == []


def _checks(function: ast.AST) -> bool:
    known = re.compile(r"raises|expect|fail|assert_|validate|run_state_machine")
    return any(isinstance(node, ast.Assert) for node in ast.walk(function)) or any(
        known.search(ast.unparse(call.func)) for call in calls(function)
    )


def _called(function: ast.AST) -> set[str]:
    return {ast.unparse(call.func).rpartition(".")[2] for call in calls(function)}


def test_every_folder_of_tests_is_a_package() -> None:
    """Two folders may hold tests of the same name."""
    folders = {path.parent for path in TESTS if path.name.startswith("test_")}
    assert [name_of(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_lexicons_say_what_they_are_and_who_reads_them() -> None:
    """Each data file begins with a comment that says what it holds and names its reader."""
    files = [
        path for ending in ("toml", "csv") for path in ROOT.glob(f"claims/*/data/**/*.{ending}")
    ]
    assert files
    silent = []
    for path in files:
        head = "".join(
            line
            for line in path.read_text("utf-8").splitlines(keepends=True)[:12]
            if line.startswith("#")
        )
        if not re.search(r"\bread", head, re.IGNORECASE):
            silent.append(name_of(path))
    assert silent == []


def test_no_file_names_a_machine() -> None:
    """No absolute path of anybody's home or workshop is in the project."""
    homes = re.compile(r"/(?:work|root|Users|home/(?!app/)[a-z]+)/[\w.-]")
    found = [
        f"{name_of(path)}:{number}"
        for path in tracked()
        if path.suffix in TEXT_FILES and "seeds" not in path.parts
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if homes.search(line)
    ]
    assert found == []


def test_locks_name_no_index() -> None:
    """Where packages come from is the installer's business: the locks hold names, versions and hashes."""
    for path in ROOT.glob("requirements/*"):
        text = path.read_text("utf-8")
        assert "://" not in text, name_of(path)
        assert not re.search(
            r"^--?(?:i|index|extra-index|find-links|f|trusted)", text, re.MULTILINE
        ), name_of(path)


def test_every_locked_package_has_a_hash() -> None:
    """Nothing is installed unseen."""
    for name in ("run", "dev"):
        entries = re.split(
            r"\n(?=[a-z0-9])", (ROOT / f"requirements/{name}.txt").read_text("utf-8")
        )
        assert len(entries) > 40
        assert [
            entry.split()[0]
            for entry in entries
            if "==" not in entry or "--hash=sha256:" not in entry
        ] == []


def test_both_locks_agree() -> None:
    """What is tested is what runs: the development lock pins each package of the other one to the same version."""

    def pins(name: str) -> set[str]:
        text = (ROOT / f"requirements/{name}.txt").read_text("utf-8")
        return set(re.findall(r"^([a-z0-9][\w.-]*==[^ ]+)", text, re.MULTILINE))

    assert pins("run") <= pins("dev")


def test_source_calls_no_other_machine() -> None:
    """Addresses in source are names of vocabularies or of our own server."""
    found = [
        f"{name_of(path)}: {address}"
        for path in SOURCE
        for address in re.findall(r"https?://[\w.-]+", path.read_text("utf-8"))
        if urlsplit(address).hostname not in HOSTS
        and not address.endswith((".example", "example.org", "example.com"))
    ]
    assert found == []
