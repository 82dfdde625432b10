"""Forms as JSON lines: one value, one line, whichever way the reader cuts lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def to_line(form: BaseModel | Iterable[BaseModel] | Mapping[str, Any]) -> str:
    """The form as one line of JSON, without the line feed.

    Letters stay readable; characters that some readers take for the end of a line (U+0085, U+2028, U+2029) and
    halves of surrogate pairs (from file names that are not UTF-8) are written as escapes.
    """
    text = json.dumps(_plain(form), ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _plain(form: BaseModel | Iterable[BaseModel] | Mapping[str, Any]) -> object:
    if isinstance(form, BaseModel):
        return form.model_dump()
    if isinstance(form, Mapping):
        return dict(form)
    return [each.model_dump() for each in form]
