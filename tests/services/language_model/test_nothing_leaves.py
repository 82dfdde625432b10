"""Nothing of a document leaves the machine unless a language model is switched on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import environment

from .stand_in import a_proposal, proposing, serving

WATCHED = """
import sys
from pathlib import Path

log = Path(sys.argv.pop(1))

def watch(event, arguments):
    if event.startswith("socket."):
        with log.open("a") as lines:
            lines.write(event + chr(10))

sys.addaudithook(watch)
from claims.cli import main
main()
"""
"""The command, with every use of a socket written down by the interpreter itself."""

OUTWARD = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
"""Uses of a socket that reach for another one."""

ACCOUNT = "The US Department of Defense said a strike hit a depot in Raqqa on 3 May 2019."
OTHER = "قالت شبكات محلية إن غارة استهدفت مدرسة في الرقة في 3 أيار 2019."


def sockets(folder: Path, *words: str, **more: str) -> list[str]:
    """The uses of sockets while a command runs to its end in a folder with two accounts."""
    (folder / "one.txt").write_text(ACCOUNT, "utf-8")
    (folder / "two.txt").write_text(OTHER, "utf-8")
    log = folder / "sockets"
    log.touch()
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(log), *words],
        cwd=folder,
        env=environment(CLAIMS_ACTOR="ana", **more),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return log.read_text().splitlines()


@pytest.mark.parametrize(
    "words",
    [
        ("extract", "one.txt", "two.txt"),
        ("compare", "one.txt", "two.txt"),
        ("add", "one.txt", "two.txt"),
    ],
    ids=lambda words: words[0],
)
def test_with_default_settings_no_socket_is_opened(words: tuple[str, ...], tmp_path: Path) -> None:
    """Not even to look up a name."""
    assert sockets(tmp_path, *words) == []


def test_with_a_server_named_but_not_switched_on_no_socket_is_opened(tmp_path: Path) -> None:
    """The address alone sends nothing, and an estimate looks nobody up and connects to nobody."""
    with serving(proposing()) as server:
        more = {"CLAIMS_LM_ENDPOINT": server.url, "CLAIMS_LM_MODEL": "m"}
        assert sockets(tmp_path, "extract", "one.txt", **more) == []
        estimate = ("extract", "--extractor", "language-model", "--estimate", "one.txt")
        assert OUTWARD.isdisjoint(sockets(tmp_path, *estimate, **more))
    assert server.asked == []


def test_switched_on_the_same_watch_sees_the_connection(tmp_path: Path) -> None:
    """So that the tests above would fail if something were sent."""
    with serving(proposing(a_proposal("a strike hit a depot in Raqqa"))) as server:
        seen = sockets(
            tmp_path,
            *("extract", "--extractor", "language-model", "one.txt"),
            CLAIMS_LM_ENDPOINT=server.url,
            CLAIMS_LM_MODEL="m",
            CLAIMS_LM_CACHE=str(tmp_path / "answers"),
        )
    assert not OUTWARD.isdisjoint(seen)
    assert len(server.asked) == 1
