"""Components of ours (Streamlit components v2): each a folder with ``index.html``, ``index.css`` and JavaScript.

A component gets plain data made in `workbench.shown` and puts document text on the page by ``textContent`` only.
The JavaScript files of a folder are joined, ``index.js`` last, behind ``dom.js`` and ``keymap.js`` that all share; the
style sheet stands behind ``base.css``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

Renderer = Callable[..., Any]


@cache
def renderer(name: str) -> Renderer:
    """The mounting command of the component in the folder ``name``."""
    ours = files("workbench.components")
    folder, shared = ours / name, (ours / "dom.js", ours / "keymap.js")
    scripts = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".js")),
        key=lambda entry: (entry.name == "index.js", entry.name),
    )
    mount: Renderer = st.components.v2.component(
        f"workbench_{name}",
        html=(folder / "index.html").read_text(encoding="utf-8"),
        css="\n".join(
            sheet.read_text(encoding="utf-8") for sheet in (ours / "base.css", folder / "index.css")
        ),
        js="\n".join(script.read_text(encoding="utf-8") for script in (*shared, *scripts)),
    )
    return mount
