"""Words from outside as the choices of the model."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from claims.errors import InputError

E = TypeVar("E", bound=StrEnum)


def chosen(kind: type[E], word: E | str) -> E:
    """The choice that ``word`` names.

    Raises:
        InputError: it names none.
    """
    try:
        return kind(word)
    except ValueError as error:
        names = ", ".join(choice.value for choice in kind)
        raise InputError(
            f"{word!r} is no {kind.__name__}.", next_step=f"Choose one of: {names}."
        ) from error
