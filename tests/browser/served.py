"""A workbench server of our own, started and stopped by tests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 60


def free_port() -> int:
    """A port that nobody listens on now."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def standing(served: Served) -> Iterator[Served]:
    """The server while it is up."""
    served.start()
    try:
        yield served
    finally:
        served.stop()


@dataclass
class Served:
    """A case and the server in front of it.

    Attributes:
        case: the case file.
        folder: where log and record are written; not the folder of the project.
        arguments: more arguments of the command.
        settings: settings as environment variables.
        name: of the case among those of the folder, as addresses have it; "" for the one the server was started with.
        port: kept over a restart, as a browser's storage belongs to it.
    """

    case: Path
    folder: Path
    arguments: tuple[str, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)
    name: str = ""
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def reached(self) -> list[str]:
        """Whom the server looked up or connected to so far."""
        record = self.folder / "reached.txt"
        return record.read_text().splitlines() if record.exists() else []

    def start(self) -> None:
        """Start and wait until it answers and its case does."""
        command = [sys.executable, "-m", "tests.browser.recorded", str(self.folder / "reached.txt")]
        command += ["--case", str(self.case), "--port", str(self.port), *self.arguments]
        outside = {n: v for n, v in os.environ.items() if not n.startswith("CLAIMS_")}
        environment = {**outside, "PYTHONPATH": str(ROOT), **self.settings}
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=self.folder, env=environment, stdout=log, stderr=log
            )
        self._wait(self.process)

    def stop(self) -> None:
        """Ask the server to stop, and wait for it."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()
        self.process = None

    def kill(self) -> None:
        """Kill the server in the middle of whatever it does."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        self.process = None

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/health", timeout=2):  # noqa: S310 - our own address
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"no answer: {(self.folder / 'server.log').read_text()}")
