"""The Streamlit options that the workbench is shipped with, and why.

They are handed to the server by `workbench.launch`, so that they hold from any working directory.
"""

from __future__ import annotations

from typing import Final

_MEGABYTE: Final = 1_000_000
_FONT: Final = "'IBM Plex Sans Arabic', 'Noto Naskh Arabic', sans-serif"

SHIPPED: Final[dict[str, object]] = {
    # A full garbage collection after every run holds the interpreter for 60-70 ms; measured in the design notes.
    "runner.postScriptGC": False,
    "runner.magicEnabled": False,
    # Nothing leaves the machine: no usage statistics, no links to search engines beside an error.
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "server.headless": True,
    "server.fileWatcherType": "none",
    "server.runOnSave": False,
    "server.enableAgentApi": False,
    "logger.hideWelcomeMessage": True,
    "theme.font": _FONT,
    "theme.headingFont": _FONT,
    "theme.baseRadius": "6px",
    "theme.paddingTop": "1rem",
    "theme.showSidebarBorder": True,
    "theme.light.primaryColor": "#1c5d7a",
    "theme.light.linkColor": "#1c5d7a",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f3f5f7",
    "theme.light.textColor": "#1d2733",
    "theme.light.borderColor": "#d5dbe1",
    "theme.dark.primaryColor": "#2f7da3",
    "theme.dark.linkColor": "#8cc6e0",
    "theme.dark.backgroundColor": "#14191f",
    "theme.dark.secondaryBackgroundColor": "#1d242c",
    "theme.dark.textColor": "#e6eaee",
    "theme.dark.borderColor": "#3a444f",
}


def of_server(host: str, port: int, max_bytes: int) -> dict[str, object]:
    """The options that depend on where the server listens and how large a file may be.

    A concrete ``browser.serverAddress`` keeps Streamlit from asking public servers for the machine's own address.
    """
    wildcard = host in {"0.0.0.0", "::", ""}  # noqa: S104 - compared, not bound
    return {
        "server.address": host,
        "server.port": port,
        "server.maxUploadSize": max(1, max_bytes // _MEGABYTE),
        "browser.serverAddress": "localhost" if wildcard else host,
        "browser.serverPort": port,
    }
