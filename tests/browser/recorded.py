"""Run the workbench and write down whom its process tries to reach.

``python -m tests.browser.recorded FILE ARGUMENT...`` appends one line for each name looked up and each address
connected to; the arguments are those of ``python -m workbench``.
"""

from __future__ import annotations

import runpy
import socket
import sys
from pathlib import Path
from typing import Any


def record(file: Path) -> None:
    """Write every look-up and connection of this process to ``file`` from now on."""

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "socket.getaddrinfo":
            line = f"lookup {arguments[0]}"
        elif event == "socket.connect" and arguments[0].family != socket.AF_UNIX:
            line = f"connect {arguments[1][0]}"
        else:
            return
        with file.open("a") as lines:
            lines.write(line + "\n")

    sys.addaudithook(heard)


if __name__ == "__main__":
    record(Path(sys.argv[1]))
    sys.argv = ["workbench", *sys.argv[2:]]
    runpy.run_module("workbench", run_name="__main__")
