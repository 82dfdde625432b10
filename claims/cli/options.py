"""Options that several commands share, each said once, and the exit codes."""

from __future__ import annotations

import re
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated, Final, Literal, NoReturn, TypeVar

import typer

from claims.errors import SettingsError
from claims.report.wording import Wording, wording
from claims.settings import language_around, load_settings

FINE: Final = 0
FINDINGS: Final = 1
"""Something is not as it should be; or, with ``--exit-code``, needs a person. What that is, each command says."""
WRONG_USE: Final = 2
"""What was asked cannot be done; nothing was changed."""


told_of_findings: ContextVar[bool] = ContextVar("told_of_findings", default=False)
"""Whether whoever called wants to be told by the exit code; set before the verb."""


def end(*, needs_person: bool) -> NoReturn:
    """Leave with 0; with 1 when something needs a person and whoever called asked to be told (``--exit-code``)."""
    raise typer.Exit(FINDINGS if needs_person and told_of_findings.get() else FINE)


_ONE_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}[~?%]?", re.ASCII)


def publication(value: str | None) -> str | None:
    """The EDTF of a date of publication: one day, month, season or year (``2018-04-03``, ``2018~``), or in words (3 April 2018).

    Raises:
        typer.BadParameter: the text is no such date, or no calendar holds it.
    """
    if value is None:
        return None
    from claims.slots.time import spelt_date
    from claims.slots.time.edtf import interval

    text = value.strip()
    if _ONE_DATE.fullmatch(text) and interval(text) is not None:
        return text
    spelt = spelt_date(text)
    if not spelt:
        raise typer.BadParameter(
            f"{value!r} is no date. Write a day as 2018-04-03, or less of it: 2018-04, 2018."
        )
    return spelt


T = TypeVar("T", str, list[str], None)


def named(value: T) -> T:
    """Check that every file or folder has a name: "" would be the folder one stands in.

    Raises:
        typer.BadParameter: a name is empty.
    """
    if value is not None and "" in ([value] if isinstance(value, str) else value):
        raise typer.BadParameter("A name is empty. Name a file; quote what holds blanks.")
    return value


def acting(context: typer.Context, parameter: typer.CallbackParam, value: str) -> str:
    """Check that a name that is given is one: without this, "" would be whoever the settings name.

    Raises:
        typer.BadParameter: it is empty.
    """
    source = context.get_parameter_source(parameter.name or "")
    if not value.strip() and source is not None and source.name == "COMMANDLINE":
        raise typer.BadParameter("The name is empty. Name whoever acts, or leave --by out.")
    return value


def as_path(value: str | Path) -> Path:
    """The file of that name.

    Raises:
        typer.BadParameter: the name is empty.
    """
    return Path(named(str(value)))


Json = Annotated[
    bool, typer.Option("--json", help="Write JSON lines to stdout; `claims schema` says which.")
]
Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Documents of one set; - is standard input.",
        show_default=False,
        callback=named,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        callback=publication,
        help="When every FILE was published: ISO 8601 (2018-04-03), EDTF (2018-04), or in words (3 April 2018).",
    ),
]
Language = Annotated[
    Literal["ar", "en"] | None,
    typer.Option(
        "--language",
        "--lang",
        help="Language of what is printed; without it CLAIMS_LANGUAGE, then the settings file.",
    ),
]


def words_in(language: str | None) -> Wording:
    """The words of this language; without one those of the language of the settings."""
    return wording(load_settings(language=language).language)


def words_of_refusal(language: str | None) -> Wording:
    """The same where something is wrong, perhaps the settings themselves: then those of the environment, or English."""
    try:
        return words_in(language)
    except SettingsError:
        return wording(language or language_around())


Extractor = Annotated[
    Literal["rules", "language-model"] | None,
    typer.Option(
        "--extractor",
        help="Who reads the claims; a language model is sent the text. Without it that of the settings.",
    ),
]
CaseFile = Annotated[
    str | None,
    typer.Option(
        "--case",
        metavar="PATH",
        help="The case file; without it CLAIMS_CASE, then case.db in this folder.",
    ),
]
Knowingly = Annotated[
    bool,
    typer.Option(
        "--knowingly", help="Go on though something speaks against it; what, the refusal says."
    ),
]
Reviewer = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who acts; without it the actor of the settings.",
        callback=acting,
    ),
]
