"""The command that serves a case."""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path

import pytest
from streamlit import config
from typer.testing import CliRunner

from claims.services import Settings
from workbench import demo, launch, options

WIDE = ".".join("0" * 4)
"""The address that means every address."""


def test_every_shipped_option_is_known_to_streamlit() -> None:
    """A renamed option would otherwise be lost in silence."""
    given = {**options.SHIPPED, **options.of_server("127.0.0.1", 1, 5)}
    assert set(given) <= set(config._config_options_template)
    assert config._config_options_template["runner.postScriptGC"].default_val is True


@pytest.mark.parametrize("host", ["127.0.0.1", WIDE, "::", "192.0.2.7"])
def test_the_servers_address_is_always_concrete(host: str) -> None:
    """Streamlit asks public servers for its own address when none is named."""
    given = options.of_server(host, 8642, 50_000_000)
    assert given["browser.serverAddress"] not in {"", WIDE, "::"}
    assert given["server.maxUploadSize"] == 50


def test_a_port_that_is_taken_is_not_chosen() -> None:
    """A second workbench finds a port of its own."""
    with closing(socket.socket()) as taken:
        try:
            taken.bind(("127.0.0.1", launch.USUAL_PORT))
            taken.listen()
        except OSError:
            pass  # somebody else's workbench runs here, which is as good
        assert launch.free_port("127.0.0.1") not in {0, launch.USUAL_PORT}


def test_the_case_that_is_named_is_served_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative name means this folder, whatever the server does later."""
    monkeypatch.chdir(tmp_path)
    assert launch.chosen("here.db", None, None).case == str(tmp_path / "here.db")
    assert launch.chosen("postgresql://h/x", None, None).case == "postgresql://h/x"


def test_without_a_name_the_case_is_kept_with_the_persons_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written into the folder one happens to stand in."""
    monkeypatch.chdir(tmp_path)
    assert launch.chosen(None, None, None).case.endswith("claim-workbench/case.db")
    monkeypatch.setenv("CLAIMS_CASE", "set.db")
    assert launch.chosen(None, None, None).case == str(tmp_path / "set.db")


def test_a_file_that_is_no_case_is_refused_with_the_next_step(tmp_path: Path) -> None:
    """Exit 2, a message on stderr, the file as it was."""
    wrong = tmp_path / "notes.db"
    wrong.write_text("shopping list " * 100)
    result = CliRunner().invoke(launch.command, ["--case", str(wrong)])
    assert result.exit_code == 2
    assert "workbench:" in result.stderr
    assert wrong.read_text().startswith("shopping list")


def test_an_address_that_is_not_ours_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    """No case, no folder, no stack trace; what to give instead."""
    host = "192.0.2.1"
    words = ["--case", str(tmp_path / "new" / "case.db"), "--host", host, "--port", "8642"]
    result = CliRunner().invoke(launch.command, words)
    assert result.exit_code == 2
    assert f"Nothing can be served at {host}:8642" in result.stderr
    assert "--host" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_refused_when_it_was_asked_for(tmp_path: Path) -> None:
    """Another one would not be where the reader looks."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        words = ["--case", str(tmp_path / "case.db"), "--port", port]
        result = CliRunner().invoke(launch.command, words)
    assert result.exit_code == 2
    assert f"127.0.0.1:{port}" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_setting_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt name does not pass in silence."""
    monkeypatch.setenv("CLAIMS_PROT", "8000")
    result = CliRunner().invoke(launch.command, [])
    assert result.exit_code == 2
    assert "CLAIMS_PORT" in result.stderr


def test_the_samples_are_found_in_a_checkout() -> None:
    """Five articles, beside the package when it is installed."""
    assert len(list(demo.seeds().glob("*.txt"))) == 5


def test_a_case_is_made_where_there_is_none(tmp_path: Path) -> None:
    """The first start needs no step before it."""
    path = tmp_path / "case.db"
    demo.prepare(Settings(case=str(path)), with_seeds=False)
    assert path.is_file()
