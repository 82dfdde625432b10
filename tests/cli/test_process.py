"""The program among others: pipes, encodings, signals."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from .program import SEEDS, WHOLE, environment, process


@pytest.mark.parametrize("words", ["extract --json", "extract", "compare --json", "schema --json"])
def test_a_reader_who_leaves_early_is_no_error(words: str, folder: Path) -> None:
    """``| head -n 1`` gets its line; nothing is said."""
    verb, *options = words.split()
    files = [] if verb == "schema" else [str(path) for path in SEEDS]
    with subprocess.Popen(
        [*WHOLE, verb, *files, *options],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as asked:
        assert asked.stdout
        assert asked.stderr
        assert asked.stdout.readline()
        asked.stdout.close()
        said = asked.stderr.read().decode()
        code = asked.wait(timeout=120)

    assert "Traceback" not in said
    assert "Broken" not in said
    assert code in {141, 1, 0}


@pytest.mark.parametrize("words", [["schema", "--json"], ["config"]])
def test_a_full_disk_behind_stdout_is_told(words: list[str], folder: Path) -> None:
    """In words, with exit code 2."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*WHOLE, *words],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.startswith(b"error: Standard output cannot be written: No space left")
    assert b"Traceback" not in done.stderr


def shut(words: str, streams: str, folder: Path) -> tuple[int, bytes, bytes]:
    """Call the program by a shell that closes streams; the code, and what came out of the others."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {streams}', "sh", *WHOLE, *words.split()],
        cwd=folder,
        capture_output=True,
        env=environment(),
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("words", ["schema", "schema --json", "config", "--version"])
def test_a_closed_stdout_is_told(words: str, folder: Path) -> None:
    """Nothing is worked out for nobody, and no other file is taken for it."""
    code, _, said = shut(words, ">&-", folder)

    assert (code, said.startswith(b"error: Standard output is closed.")) == (2, True)


@pytest.mark.parametrize(
    "words", ["extract -", "compare -", "load -", "mentions --kind date --json"]
)
def test_a_closed_stdin_is_told(words: str, folder: Path) -> None:
    """It is not an empty text."""
    code, out, said = shut(words, "<&-", folder)

    assert (code, out) == (2, b"")
    assert said.startswith(b"error: Standard input is closed.\n  Name a file instead.")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("words", ["extract missing --json", "add missing --json", "queue"])
def test_messages_never_go_to_stdout(words: str, folder: Path) -> None:
    """Not even when stderr is closed: whoever reads stdout expects JSON lines and nothing else."""
    assert shut(words, "2>&-", folder)[:2] == (2, b"")


def test_lines_are_utf8_whatever_the_locale_says(folder: Path) -> None:
    """Another program reads UTF-8, always."""
    plain = process("extract", SEEDS[0], "--json", folder=folder)
    other = process(
        "extract", SEEDS[0], "--json", folder=folder, LC_ALL="C", PYTHONIOENCODING="ascii"
    )

    assert other.out == plain.out
    assert "غارة" in plain.out or "بقصف" in plain.out


def test_stdout_holds_nothing_but_lines(folder: Path) -> None:
    """Messages are on stderr."""
    found = process("extract", *SEEDS, "--json", folder=folder)

    assert all(line.startswith("{") for line in found.out.splitlines())
    assert "claims" in found.err


def test_an_interrupt_ends_the_program_with_its_own_code(folder: Path) -> None:
    """130, as a shell would say, and no traceback; also where whoever runs the tests ignores interrupts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [*WHOLE, "mentions", "--kind", "quantity", "--json"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as asked:
        assert asked.stdin
        assert asked.stdout
        asked.stdin.write(b"5 killed\n")
        asked.stdin.flush()
        asked.stdout.readline()
        asked.send_signal(signal.SIGINT)
        said = asked.communicate(timeout=60)[1].decode()

    assert asked.returncode == 130
    assert "Traceback" not in said


def test_the_workbench_is_started_as_a_program_of_its_own(folder: Path) -> None:
    """With the case, address and port it is to serve."""
    face = folder / "workbench"
    face.mkdir()
    (face / "__init__.py").touch()
    (face / "__main__.py").write_text("import sys; print(*sys.argv[1:])")

    found = process(
        "serve",
        "--case",
        "a.db",
        "--port",
        "8700",
        folder=folder,
        PYTHONPATH=f"{folder}:{Path(__file__).parents[2]}",
    )

    assert found.out == "--case a.db --host 127.0.0.1 --port 8700\n"
    assert found.code == 0


def test_what_is_started_is_told_as_json_first(folder: Path) -> None:
    """The line is whole before the workbench says anything."""
    face = folder / "workbench"
    face.mkdir()
    (face / "__init__.py").touch()
    (face / "__main__.py").write_text("print('served')")

    found = process(
        "serve", "--json", folder=folder, PYTHONPATH=f"{folder}:{Path(__file__).parents[2]}"
    )

    first, last = found.out.splitlines()
    assert first.startswith('{"case": "case.db", "command": [')
    assert last == "served"
