"""An installation outside of the checkout is whole: commands, data files, demo corpus."""

from __future__ import annotations

import json

import pytest

from tests.packaging.conftest import ROOT, Installation


def test_every_data_file_is_installed(installation: Installation) -> None:
    """Lexicons, templates, migrations, wording, fonts and styles come along: what is no module is there as well."""
    (site,) = installation.home.glob("lib/python*/site-packages")
    wanted = [
        path.relative_to(installation.sources)
        for room in ("claims", "workbench")
        for path in (installation.sources / room).rglob("*")
        if path.is_file()
    ]
    assert len(wanted) > 150
    assert [path.as_posix() for path in wanted if not (site / path).is_file()] == []


def test_the_demo_corpus_is_installed(installation: Installation) -> None:
    """The sample articles lie beside the workbench, byte by byte."""
    (site,) = installation.home.glob("lib/python*/site-packages")
    seeds = {path.name: path.read_bytes() for path in (ROOT / "seeds").glob("*.txt")}
    assert (
        {path.name: path.read_bytes() for path in (site / "workbench" / "seeds").glob("*.txt")}
        == seeds
        != {}
    )


def test_tests_are_not_installed(installation: Installation) -> None:
    """Only the engine and its face are packages of the installation."""
    (site,) = installation.home.glob("lib/python*/site-packages")
    assert not (site / "tests").exists()
    assert not (site / "benchmarks").exists()


def test_the_engine_works_outside_of_the_checkout(installation: Installation) -> None:
    """The installed command extracts claims from an installed sample."""
    (sample,) = installation.home.glob("lib/python*/site-packages/workbench/seeds/004_*.txt")
    done = installation.run("claims", "extract", str(sample), "--json", "--published", "2018-04-03")
    assert done.returncode in {0, 1}, done.stderr
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    text = sample.read_bytes().decode()
    assert claims
    assert all(
        text[claim["span"]["start"] : claim["span"]["end"]] == claim["quote"] for claim in claims
    )


@pytest.mark.parametrize("command", ["claims", "workbench"])
def test_both_commands_explain_themselves(installation: Installation, command: str) -> None:
    """``--help`` needs nothing but the installation."""
    done = installation.run(command, "--help")
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout


def test_the_wheel_carries_licence_and_notice(installation: Installation) -> None:
    """The terms of the project and of others' works travel with it."""
    (terms,) = installation.home.glob(
        "lib/python*/site-packages/claim_workbench-*.dist-info/licenses"
    )
    assert {path.name for path in terms.iterdir()} >= {"LICENSE", "NOTICE"}
