"""Which program compares: a name that changes with every rule and every list that a comparison rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

_ROOMS: Final = ("comparison", "extraction", "model", "slots", "text")
_MADE: Final = "__pycache__"


@cache
def fingerprint() -> str:
    """32 hex digits over all files of the rooms that comparing rests on."""
    found = blake2b(digest_size=16)
    for room in _ROOMS:
        for path, file in _files(files("claims") / room, room):
            content = file.read_bytes()
            found.update(f"{path} {len(content)}\n".encode())
            found.update(content)
    return found.hexdigest()


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{name}/{entry.name}"
        if entry.is_file():
            yield path, entry
        elif entry.name != _MADE:
            yield from _files(entry, path)
