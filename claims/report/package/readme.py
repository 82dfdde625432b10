"""The README of a package: what it is, how it is checked, what is inside; English and Arabic in one file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Final

from claims.report.formats import MOST_CLAIMS
from claims.report.markdown import escaped
from claims.report.package.crate import ORIGINALS, Head, Member

README: Final = "README.md"
_PAPER: Final = "report.pdf"
_FROM: Final = {"ar": "rtl", "en": "ltr"}


def readme(head: Head, members: Sequence[Member]) -> bytes:
    """The file, in UTF-8; it follows from the members alone."""
    text = (files("claims.report") / "data" / "package_readme.toml").read_text("utf-8")
    words = tomllib.loads(text)
    parts = (_within(head, members, words[language], language) for language in ("en", "ar"))
    return ("\n".join(line for part in parts for line in part) + "\n").encode("utf-8", "replace")


def _within(
    head: Head, members: Sequence[Member], words: dict[str, str], language: str
) -> Iterator[str]:
    yield f'<div dir="{_FROM[language]}" lang="{language}">'
    yield ""
    yield f"# {words['title'].format(title=escaped(head.title))}"
    yield ""
    yield words["made"].format(
        audit_hash=head.audit_hash, made_at=head.made_at, program=head.program
    )
    yield ""
    yield words["check"]
    yield ""
    yield "    claims verify PACKAGE --key KEY"
    yield ""
    yield words["without"]
    yield ""
    yield words["proof"]
    yield ""
    yield f"## {words['inside']}"
    yield ""
    for each in members:
        yield f"- `{each.path.replace('`', '_')}`: {escaped(each.title)}"
    if not any(each.path.startswith(ORIGINALS) for each in members):
        yield ""
        yield words["missing"]
    if not any(each.path == _PAPER for each in members):
        yield ""
        yield words["no_pdf"].format(most=MOST_CLAIMS["pdf"])
    yield ""
    yield "</div>"
    yield ""
