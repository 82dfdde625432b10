"""A call that makes no sense, as one of our own messages: what was not understood, and the next step, in the reader's language.

Typer tells it in English and in a box. It is caught here, so that a wrong option reads like every other refusal.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any, Final, NoReturn

from typer import Context, TyperException
from typer.core import TyperCommand, TyperGroup, TyperOption

from claims.cli.options import words_of_refusal
from claims.cli.terminal import complain

_LANGUAGE: Final = ("--language", "--lang")
_LANGUAGES: Final = ("ar", "en")
_EXTRA: Final = re.compile(r"Got unexpected extra argument\(s\) \((.*)\)", re.DOTALL)
_BLANKS: Final = re.compile(r"\s+")
_PLAINLY: Final = (("Value error, ", ""), ("' / '", " / "))
"""What Typer writes between its words, and how it is written here."""


class Verbs(TyperGroup):
    """The verbs of ``claims``."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401 - the signature is Typer's
    ) -> Any:  # noqa: ANN401
        """As Typer's, with our message where it would tell a wrong use."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        given = sys.argv[1:] if args is None else list(args)
        try:
            code = super().main(
                given,
                prog_name,
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
        except TyperException as error:
            _refuse(error, given)
        sys.exit(code)


def _refuse(error: Any, given: Sequence[str]) -> NoReturn:  # noqa: ANN401 - Typer gives no public name to what it raises
    """Tell what was not understood; a call without a verb was answered with the list of them."""
    if type(error).__name__ != "NoArgsIsHelpError":
        told = _BLANKS.sub(" ", error.format_message())
        for odd, plain in _PLAINLY:
            told = told.replace(odd, plain)
        told = told.strip()
        complain(
            told, _next_step(getattr(error, "ctx", None), told), words_of_refusal(_language(given))
        )
    sys.exit(error.exit_code)


def _language(given: Sequence[str]) -> str | None:
    """The language that a call names that could not be read whole; None where it names none."""
    found = None
    for at, word in enumerate(given):
        name, is_given, value = word.partition("=")
        if name in _LANGUAGE:
            found = value if is_given else next(iter(given[at + 1 :]), "")
    return found if found in _LANGUAGES else None


def _next_step(context: Context | None, told: str) -> str:
    """What to type: the option that an extra word is a value of, or where the command is explained."""
    if context is None:
        return "`claims --help` explains the command."
    extra = _EXTRA.fullmatch(told)
    meant = [*_meant(context.command, extra[1].split())] if extra else []
    if meant:
        return f"Name it with its option: {', '.join(meant)}."
    return f"`{context.command_path} --help` explains the command."


def _meant(command: object, words: Sequence[str]) -> Iterator[str]:
    """Each word behind the one option of the command that it can be a value of; not a word that could be of several."""
    options = command.params if isinstance(command, TyperCommand) else []
    for word in words:
        fitting = [each for each in options if isinstance(each, TyperOption) and _fits(word, each)]
        if len(fitting) == 1:
            yield f"{fitting[0].opts[0]} {word}"


def _fits(word: str, option: TyperOption) -> bool:
    """Whether a word is a value of an option: one of its words, or a number in its range."""
    kind = option.type_descriptor
    if kind.choices is not None:
        return word in {getattr(each, "value", each) for each in kind.choices}
    if kind.annotation is not int or not word.isdecimal():
        return False
    low, high = option.min, option.max
    return (low is None or low <= int(word)) and (high is None or int(word) <= high)
