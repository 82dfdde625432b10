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
from workbench.wording import mark

LANGUAGE_COOKIE: Final = "claims_language"
REVIEWER_COOKIE: Final = "claims_reviewer"

_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ICON_LINK: Final = re.compile(r'<link rel="shortcut icon"[^>]*>')
_STREAMLIT: Final = (
    mark("Skip to main content"),
    mark("App pages"),
    mark("Sidebar"),
    mark("Collapse sidebar"),
    mark("Expand sidebar"),
    mark("Link to heading"),
    mark("Choose an option"),
    mark("Choose options"),
    mark("No results"),
    mark("Open"),
    mark("Close"),
    mark("Clear value"),
    mark("Clear all"),
    mark("Select all"),
    mark("Selected values"),
    mark("Pagination"),
    mark("Next page"),
    mark("Previous page"),
    mark("Copy to clipboard"),
    mark("file upload"),
    mark("Step up"),
    mark("Step down"),
    mark("Page not found"),
    mark("The page that you have requested does not seem to exist. Running the app's main page."),
)
"""What Streamlit says in English only, most of it to screen readers."""

_STREAMLIT_ELSE: Final = {
    "Upload": mark("Choose files"),
    "Upload directories": mark("Choose a folder"),
    "Add files": mark("Choose files"),
    "Only one file is allowed.": mark("One file at a time: remove one of them."),
    "files are not allowed.": mark(
        "Files of this kind are not taken here. Remove it and choose another."
    ),
}
"""What we say otherwise than Streamlit, in English too."""

_STREAMLIT_OPEN: Final = {
    "Page {}": mark("Page {value}"),
    "Help for {}": mark("Help for {value}"),
    "Remove {}": mark("Remove {value}"),
    **dict.fromkeys(
        ("{} files are not allowed.", "Error: {} files are not allowed."),
        mark("Files of this kind are not taken here. Remove it and choose another."),
    ),
    **dict.fromkeys(
        ("File must be {} or smaller.", "Error: File must be {} or smaller."),
        mark("The file is too large: at most {value}. Remove it and choose another."),
    ),
    "Shortcut {}": mark("Shortcut {value}"),
}
"""The same with a value in it."""

_BROKEN: Final = (
    "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error details"
    " have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower right of your app)."
)
_OURS: Final = mark(
    "This screen cannot be drawn: a fault of the program, not of yours. What was stored is safe. Open another screen, and tell whoever runs the server; its log holds the details."
)
"""What a reader is told instead, in either language, when our own code fails."""

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
    head = f"<style>{_styles(words)}</style>{_rewording(words)}"
    return html.replace("</head>", f"{head}</head>", 1).encode()


@cache
def script_hashes() -> tuple[str, ...]:
    """The CSP sources (``'sha256-…'``) of the scripts that stand inline: Streamlit's, and ours that rewords it."""
    bodies = (*_INLINE_SCRIPT.findall(_installed()), _own("words.js"))
    digests = (hashlib.sha256(body.encode()).digest() for body in bodies)
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def _installed() -> str:
    """Streamlit's own page, as it is installed."""
    return (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def _icon() -> str:
    """The icon of the browser's tab, as a data address; Streamlit's named icons come from outside."""
    return f"data:image/svg+xml,{quote(_own('icon.svg').strip())}"


def _own(name: str) -> str:
    return (files("workbench") / "style" / name).read_text(encoding="utf-8")


def _rewording(words: wording.Words) -> str:
    """Streamlit's words in the reader's language and the script that puts them in."""
    table = {says: words(says) for says in _STREAMLIT}
    table |= {says: words(ours) for says, ours in _STREAMLIT_ELSE.items()}
    table |= {says: words(ours, value="{}") for says, ours in _STREAMLIT_OPEN.items()}
    table[_BROKEN] = words(_OURS)
    said = json.dumps(table, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<script id="streamlit-words" type="application/json">{said}</script>'
        f"<script>{_own('words.js')}</script>"
    )


def _styles(words: wording.Words) -> str:
    """Our style sheets, and the words that Streamlit itself only has in English."""
    sheets = "".join(map(_own, _STYLE_SHEETS))
    replaced = {
        "--word-drop": words("Drop files here"),
        "--word-lost": words(
            "The server does not answer. What you decided is kept in this browser and sent when it is back."
        ),
    }
    values = "".join(
        f"{name}: {json.dumps(text, ensure_ascii=False)};" for name, text in replaced.items()
    )
    return f":root {{ {values} }}\n{sheets}"
