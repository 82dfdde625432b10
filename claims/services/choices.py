"""Words from outside as the choices of the model."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from claims.errors import InputError

E = TypeVar("E", bound=StrEnum)


def chosen(kind: type[E], word: E | str, column: str = "") -> E:
    """The choice that ``word`` names; ``column`` is that of a table which it stands in.

    Raises:
        InputError: it names none.
    """
    try:
        return kind(word)
    except ValueError as error:
        names = ", ".join(choice.value for choice in kind)
        if column:
            raise InputError(
                f"{word!r} in the column {column} is none of its words.",
                next_step=f"Write one of these words: {names}.",
            ) from error
        raise InputError(
            f"{word!r} is no {kind.__name__}.", next_step=f"Choose one of: {names}."
        ) from error
