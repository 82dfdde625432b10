"""Duckling (Haskell, Meta) through pyduckling-native, Arabic.

The binding was last built for CPython 3.9. Its extension uses nothing that later versions took away; loading it by its
path works at least up to 3.11. With a folder of time zones of today it stops ("invalid timezone file"), so it is given
an empty one and reads in UTC.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import importlib.util
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.peers import DATE, FOLDER, NUMBER
from benchmarks.peers.serve import plain, serve

_LENGTH = {"year": 4, "quarter": 7, "month": 7}
_DAY = 10


def _binding() -> ModuleType:
    (extension,) = (FOLDER / "duckling" / "duckling").glob("duckling.cpython-39-*.so")
    loader = importlib.machinery.ExtensionFileLoader("duckling.duckling", str(extension))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    if spec is None:
        raise ImportError(loader.name)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    sys.modules[loader.name] = module
    return importlib.import_module("duckling")


class _Duckling:
    """The runtime with Arabic loaded; one dimension is asked for at a time."""

    def __init__(self) -> None:
        self.binding = _binding()
        with tempfile.TemporaryDirectory() as nothing:
            self.zones = self.binding.load_time_zones(str(Path(nothing)))
        language = self.binding.parse_lang("AR")
        default = self.binding.default_locale_lang(language)
        self.locale = self.binding.parse_locale("AR", default)

    def values(self, text: str, moment: datetime, dimension: str) -> list[dict[str, Any]]:
        """The values found, in order."""
        seconds = int(moment.replace(tzinfo=UTC).timestamp())
        now = self.binding.parse_ref_time(self.zones, "UTC", seconds)
        context = self.binding.Context(now, self.locale)
        wanted = self.binding.parse_dimensions([dimension])
        return [one["value"] for one in self.binding.parse(text, context, wanted, False)]

    def dates(self, text: str, moment: datetime) -> list[str]:
        """The dates as EDTF."""
        return [_edtf(value) for value in self.values(text, moment, "time")]

    def numbers(self, text: str, moment: datetime) -> list[str]:
        """The numbers."""
        return [plain(value["value"]) for value in self.values(text, moment, "number")]


def _edtf(value: dict[str, Any]) -> str:
    if value["type"] == "value":
        return str(value["value"])[: _LENGTH.get(value["grain"], _DAY)]
    first = _cut(value.get("from"))
    last = _cut(value.get("to"), before=True)
    return first if first == last else f"{first}/{last}"


def _cut(end: dict[str, Any] | None, *, before: bool = False) -> str:
    """One end of an interval; the later one is given as the first moment behind it."""
    if end is None:
        return ".."
    length = _LENGTH.get(end["grain"], _DAY)
    if before and end["grain"] in {"day", "week"}:
        return (date.fromisoformat(end["value"][:_DAY]) - timedelta(days=1)).isoformat()
    return str(end["value"])[:length]


if __name__ == "__main__":
    duckling = _Duckling()
    serve({DATE: duckling.dates, NUMBER: duckling.numbers})
