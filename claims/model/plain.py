"""Values of the model as plain JSON and back, exactly.

    from_plain(Claim, to_plain(claim)) == claim

A dataclass becomes an object with all its fields, an enumeration its value, a tuple a list. On the way back, a field
that is missing takes its default (older rows may not know a newer field); a field that is not known is an error.
`dumps` writes canonical JSON: one value, one text, so that texts can be hashed and compared. It never holds a NUL or
a lone surrogate, which databases refuse: both stand there as escapes.
"""

from __future__ import annotations

import dataclasses
import json
import re
import reprlib
import types
import typing
from collections.abc import Callable, Hashable
from enum import Enum
from functools import cache
from typing import TypeAlias, TypeVar

from claims.errors import InputError

T = TypeVar("T")

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
Decode: TypeAlias = Callable[[object], object]


_SURROGATE = re.compile("[\ud800-\udfff]")
_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)
_SCALARS = frozenset({str, int, float, bool})
_EXACT = _SCALARS | {type(None)}


def to_plain(value: object) -> Plain:
    """``value`` as JSON would hold it.

    Raises:
        TypeError: it is no value of the model.
    """
    if value is None or type(value) in _SCALARS:
        return typing.cast("Plain", value)
    if isinstance(value, Enum):
        return typing.cast("Plain", value.value)
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _names(type(value))}
    raise TypeError(f"no value of the model: {type(value).__name__}")


def from_plain(kind: type[T], plain: Plain) -> T:
    """The value of type ``kind`` that `to_plain` turned into ``plain``.

    Raises:
        InputError: ``plain`` does not have the shape of ``kind``.
        Refused: a rule of the model refuses its values.
    """
    try:
        return typing.cast("T", _decoder(typing.cast("Hashable", kind))(plain))
    except (ValueError, TypeError) as error:
        raise InputError(
            f"Not a {kind.__name__}: {error}.",
            next_step="The line was changed by hand or comes from another program.",
        ) from error


def dumps(plain: Plain) -> str:
    """Canonical JSON: keys sorted, no spaces, letters as they are, NUL and lone surrogates as escapes.

    Raises:
        ValueError: a number is infinite or no number.
    """
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", _CANONICAL.encode(plain))


def loads(text: str) -> Plain:
    """What `dumps` wrote.

    Raises:
        InputError: the text is no JSON.
    """
    try:
        return typing.cast("Plain", json.loads(text, parse_constant=_no_number))
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"Not JSON: {error}.", next_step="Check where the text comes from."
        ) from error


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number")


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass, in order."""
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _decoder(kind: Hashable) -> Decode:
    """The function that reads plain values of one type; built once for each type."""
    origin = typing.get_origin(kind)
    if origin in {typing.Union, types.UnionType}:
        return _union(typing.get_args(kind))
    if origin is tuple:
        return _tuple(typing.get_args(kind)[0])
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if isinstance(kind, type) and kind in _EXACT:
        return _scalar(kind)
    raise TypeError(f"no type of the model: {kind}")


def _scalar(kind: type) -> Decode:
    def read(plain: object) -> object:
        if type(plain) is kind:
            return plain
        if kind is float and type(plain) is int:
            return float(plain)
        raise TypeError(f"{reprlib.repr(plain)} is no {kind.__name__}")

    return read


def _tuple(item: Hashable) -> Decode:
    decode = _decoder(item)

    def read(plain: object) -> object:
        if not isinstance(plain, list):
            raise TypeError(f"{reprlib.repr(plain)} is no list")
        return tuple(decode(entry) for entry in plain)

    return read


def _union(kinds: tuple[Hashable, ...]) -> Decode:
    """The first of ``kinds`` that takes the value; None and plain numbers by their exact type."""
    exact = {kind for kind in kinds if isinstance(kind, type) and kind in _EXACT}
    others = [_decoder(kind) for kind in kinds if kind not in exact]

    def read(plain: object) -> object:
        if type(plain) in exact:
            return plain
        if len(others) == 1:
            return others[0](plain)
        if float in exact and type(plain) is int:
            return float(plain)
        raise TypeError(f"{reprlib.repr(plain)} fits none of {kinds}")

    return read


def _dataclass(kind: type) -> Decode:
    hints = typing.get_type_hints(kind)
    fields = {name: _decoder(hints[name]) for name in _names(kind)}

    def read(plain: object) -> object:
        if not isinstance(plain, dict):
            raise TypeError(f"{reprlib.repr(plain)} is no {kind.__name__}")
        unknown = plain.keys() - fields.keys()
        if unknown:
            raise TypeError(f"{kind.__name__} has no field {min(unknown)!r}")
        return kind(**{name: fields[name](value) for name, value in plain.items()})

    return read
