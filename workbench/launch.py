"""The command ``workbench``: serve one case to a browser on this machine.

Messages and progress go to stderr; the address goes to stdout, so that a script can read it.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
import urllib.error
import urllib.request
import webbrowser
from contextlib import closing
from pathlib import Path
from typing import Annotated, Final

import platformdirs
import typer

from claims.services import ClaimsError, InputError, Settings, load_settings, warm
from workbench import asgi, context, demo, options, sweeps

USUAL_PORT: Final = 8642
"""Tried first when no port is asked for: what a browser keeps for us (decisions not yet sent) belongs to one port."""

_WRONG_USE: Final = 2
_START_SECONDS: Final = 30

command = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@command.command()
def start(
    case: Annotated[
        str | None, typer.Option("--case", help="The case file; made when it is not there.")
    ] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 0 finds a free one.")
    ] = None,
    with_demo: Annotated[
        bool, typer.Option("--demo", help="Fill an empty case with the sample articles.")
    ] = False,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open a browser when the server answers.")
    ] = False,
) -> None:
    """Serve the claim-verification workbench for one case.

    What is not given here comes from CLAIMS_CASE, CLAIMS_HOST, CLAIMS_PORT and claims.toml.
    """
    try:
        settings = chosen(case, host, port)
        listening = port_of(settings)
        if "://" not in settings.case:
            Path(settings.case).parent.mkdir(parents=True, exist_ok=True)
        demo.prepare(settings, with_seeds=with_demo)
    except (ClaimsError, OSError) as error:
        typer.echo(f"workbench: {error}", err=True)
        raise typer.Exit(_WRONG_USE) from error
    serve(settings.case, settings.host, listening, open_browser=open_browser)


def serve(case_path: str | Path, host: str, port: int, *, open_browser: bool = False) -> None:
    """Serve the case until the process is told to stop.

    Args:
        case_path: the case file, or the address of its database.
        host: address to listen on.
        port: port to listen on.
        open_browser: whether to open a browser as soon as the server answers.
    """
    os.environ[context.CASE_VARIABLE] = str(case_path)
    settings = load_settings()
    address = f"http://{_spoken(host)}:{port}"
    typer.echo(f"Claim workbench: {address}")
    typer.echo(f"Case: {settings.masked()['case']}   (stop with Ctrl+C)", err=True)
    sys.stdout.flush()
    threading.Thread(target=_warm, daemon=True).start()
    if open_browser:
        threading.Thread(target=_open, args=(address,), daemon=True).start()
    application = asgi.application(host)
    application.run(config={**options.SHIPPED, **options.of_server(host, port, settings.max_bytes)})


def chosen(case: str | None, host: str | None, port: int | None) -> Settings:
    """The settings with what was given; the case of the person's data folder where nothing names one.

    Raises:
        SettingsError: a setting is unknown or impossible.
    """
    settings = load_settings(case=case, host=host, port=port)
    if "case" in settings.model_fields_set:
        absolute = settings.case if "://" in settings.case else str(Path(settings.case).resolve())
    else:
        absolute = str(Path(platformdirs.user_data_dir("claim-workbench")) / "case.db")
    return settings.model_copy(update={"case": absolute})


def port_of(settings: Settings) -> int:
    """The port of the settings, or a free one when they leave it open.

    Raises:
        InputError: the host is no address of this machine, or somebody listens at the port.
    """
    host, port = settings.host, settings.port
    try:
        return _bindable(host, port) if port else free_port(host)
    except OSError as error:
        raise InputError(
            f"Nothing can be served at {host}:{port}: {error.strerror}.",
            next_step="Name an address of this machine with --host and a free port, or 0, with --port.",
        ) from error


def free_port(host: str) -> int:
    """The usual port, or another free one when it is taken.

    Raises:
        OSError: when ``host`` is no address of this machine.
    """
    try:
        return _bindable(host, USUAL_PORT)
    except OSError:
        return _bindable(host, 0)


def main() -> None:
    """Entry point of the command ``workbench``."""
    command()


def _warm() -> None:
    """Read lexicons and rules beforehand; they stay, so no sweep of memory looks at them again."""
    with sweeps.put_off():
        warm()


def _bindable(host: str, port: int) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        return int(probe.getsockname()[1])


def _spoken(host: str) -> str:
    """The address as a browser on this machine writes it."""
    if host in {"0.0.0.0", "::", ""}:  # noqa: S104 - compared, not bound
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _open(address: str) -> None:
    """Open a browser once the server answers; give up quietly after half a minute."""
    waiting = threading.Event()
    for _ in range(_START_SECONDS * 5):
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=1):  # noqa: S310 - our own address
                webbrowser.open(address)
                return
        except urllib.error.URLError:
            waiting.wait(0.2)
