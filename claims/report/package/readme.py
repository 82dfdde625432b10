"""The README of a package: what it is, how it is checked, what is inside; English and Arabic in one file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Final

from claims.report.formats import PAPER_IN_PACKAGE
from claims.report.markdown import escaped
from claims.report.package.crate import ORIGINALS, Head, Member

README: Final = "README.md"
_PAPER: Final = "report.pdf"
_TITLE: Final = re.compile(r"(?P<what>Report|Data) \((?P<format>[\w.]+)(?:, (?P<language>\w\w))?\)")
"""How the crate calls reports and data."""
_FROM: Final = {"ar": "rtl", "en": "ltr"}


def readme(head: Head, members: Sequence[Member], *, unset: bool = False) -> bytes:
    """The file, in UTF-8; ``unset`` says that the pages of the PDF could not be set."""
    text = (files("claims.report") / "data" / "package_readme.toml").read_text("utf-8")
    words = tomllib.loads(text)
    parts = (
        _within(head, members, words[language], (language, unset)) for language in ("en", "ar")
    )
    return ("\n".join(line for part in parts for line in part) + "\n").encode("utf-8", "replace")


def _within(
    head: Head, members: Sequence[Member], words: dict[str, str], of: tuple[str, bool]
) -> Iterator[str]:
    language, unset = of
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
        yield f"- `{each.path.replace('`', '_')}`: {_called(each, words)}"
    if not any(each.path.startswith(ORIGINALS) for each in members):
        yield ""
        yield words["missing"]
    if not any(each.path == _PAPER for each in members):
        yield ""
        yield words["no_pages"] if unset else words["no_pdf"].format(most=PAPER_IN_PACKAGE)
    yield ""
    yield "</div>"
    yield ""


def _called(member: Member, words: dict[str, str]) -> str:
    """What a member is called: reports and data in the language of the words, an original by its own name."""
    made = _TITLE.fullmatch(member.title)
    if made is None:
        return escaped(member.title)
    language = words.get(f"in_{made['language']}", "")
    return words[made["what"]].format(format=escaped(made["format"]), language=language)
