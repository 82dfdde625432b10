"""Pictures as dots, for formats that show no SVG; painted by Typst in fonts that packages bring along."""

from __future__ import annotations

import json
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import typst

FONTS: Final = "fontpkg_amiri"
_DOTS: Final = 150
"""To the inch."""
_PAGE: Final = """#set page(width: 17cm, height: auto, margin: 0pt)
#image(bytes(json("data.json")), format: "svg", width: 100%)
"""


def painted(svg: str) -> bytes:
    """The picture as PNG; the same picture gives the same bytes."""
    with tempfile.TemporaryDirectory() as folder, as_file(files(FONTS) / "files") as fonts:
        room = Path(folder)
        (room / "picture.typ").write_text(_PAGE, "utf-8")
        (room / "data.json").write_text(json.dumps(svg), "utf-8")
        made = typst.compile(
            room / "picture.typ",
            root=room,
            font_paths=[fonts],
            ignore_system_fonts=True,
            format="png",
            ppi=_DOTS,
        )
    return bytes(made)
