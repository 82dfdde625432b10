"""The first frame: the HTML page that the browser gets, already in the reader's language and direction.

Streamlit has no right-to-left mode. Its page is therefore sent with ``lang`` and ``dir`` set and with our style
sheets inside, so that nothing flashes from left to right; see `style/`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

import streamlit

from workbench import wording

LANGUAGE_COOKIE: Final = "claims_language"
REVIEWER_COOKIE: Final = "claims_reviewer"

_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ICON_LINK: Final = re.compile(r'<link rel="shortcut icon"[^>]*>')
_STYLE_SHEETS: Final = ("fonts.css", "page.css", "rtl.css")


def preferred(cookie: str, accepted: str) -> wording.Language:
    """The language to show: the cookie's, else the first of ours in an ``Accept-Language`` header, else Arabic."""
    chosen = wording.known(cookie)
    if chosen:
        return chosen
    for entry in accepted.split(","):
        offered = wording.known(entry.split(";")[0].strip().lower().split("-")[0])
        if offered:
            return offered
    return "ar"


def reviewer(cookie: str, otherwise: str) -> str:
    """The name in the reviewer cookie, percent-decoded, else ``otherwise``; at most 80 characters."""
    return unquote(cookie).strip()[:80] or otherwise


@cache
def page(language: wording.Language) -> bytes:
    """The page in ``language``, as UTF-8."""
    words = wording.of(language)
    html = _installed().replace(
        '<html lang="en"', f'<html lang="{language}" dir="{words.direction}"', 1
    )
    title = words("Claim workbench")
    html = html.replace("<title>Streamlit</title>", f"<title>{title}</title>", 1)
    html = _ICON_LINK.sub(f'<link rel="icon" href="{_icon()}" />', html, count=1)
    return html.replace("</head>", f"<style>{_styles(words)}</style></head>", 1).encode()


@cache
def script_hashes() -> tuple[str, ...]:
    """The CSP sources (``'sha256-…'``) of the scripts that stand inline in Streamlit's page."""
    digests = (
        hashlib.sha256(body.encode()).digest() for body in _INLINE_SCRIPT.findall(_installed())
    )
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def _installed() -> str:
    """Streamlit's own page, as it is installed."""
    return (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def _icon() -> str:
    """The icon of the browser's tab, as a data address; Streamlit's named icons come from outside."""
    drawing = (files("workbench") / "style" / "icon.svg").read_text(encoding="utf-8")
    return f"data:image/svg+xml,{quote(drawing.strip())}"


def _styles(words: wording.Words) -> str:
    """Our style sheets, and the words that Streamlit itself only has in English."""
    sheets = "".join(
        (files("workbench") / "style" / name).read_text(encoding="utf-8") for name in _STYLE_SHEETS
    )
    replaced = {
        "--word-drop": words("Drop files here"),
        "--word-browse": words("Choose files"),
        "--word-lost": words(
            "The server does not answer. What you decided is kept in this browser and sent when it is back."
        ),
    }
    values = "".join(
        f"{name}: {json.dumps(text, ensure_ascii=False)};" for name, text in replaced.items()
    )
    return f":root {{ {values} }}\n{sheets}"
