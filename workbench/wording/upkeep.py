"""The messages in the code and the catalogues beside it: find them, bring them together.

``python -m workbench.wording.upkeep`` adds new ids to both catalogues and takes out those that are gone; a
translator then fills what is empty.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from workbench import wording

Id = str | tuple[str, ...]

_PACKAGE: Final = Path(wording.__file__).parent.parent
_FOLDER: Final = Path(wording.__file__).parent / "messages"
_WIDTH: Final = 110


def used() -> dict[Id, list[str]]:
    """Every message id in the code of the workbench, and the files it stands in."""
    found: dict[Id, list[str]] = {}
    for file, _, message, _, _ in extract_from_dir(
        str(_PACKAGE), method_map=[("**.py", "python")], keywords=wording.KEYWORDS
    ):
        files = found.setdefault(message, [])
        if file not in files:
            files.append(file)
    return found


def catalogue(language: wording.Language) -> Catalog:
    """The catalogue of a language as it stands."""
    return read_po(io.BytesIO((_FOLDER / f"{language}.po").read_bytes()), locale=language)


def entries(catalog: Catalog) -> Iterator[tuple[Id, Id]]:
    """Each id of a catalogue with its translation."""
    for message in catalog:
        if message.id:
            yield _id(message.id), _id(message.string or "")


def update(language: wording.Language) -> None:
    """Write the catalogue with the ids of the code; an English sentence is its own translation."""
    old = catalogue(language)
    known = dict(entries(old))
    new = Catalog(locale=language, header_comment=old.header_comment, fuzzy=False)
    for message, files in sorted(used().items(), key=lambda entry: (entry[1][0], str(entry[0]))):
        ours = message if language == "en" else known.get(message, "")
        new.add(message, ours, locations=[(file, 0) for file in files])
    written = io.BytesIO()
    write_po(written, new, width=_WIDTH, include_lineno=False, omit_header=True)
    head = (_FOLDER / f"{language}.po").read_text(encoding="utf-8").split("\n\n", 1)[0]
    (_FOLDER / f"{language}.po").write_text(f"{head}\n\n{written.getvalue().decode()}", "utf-8")


def _id(text: str | tuple[str, ...] | list[str]) -> Id:
    return text if isinstance(text, str) else tuple(text)


if __name__ == "__main__":
    for each in wording.LANGUAGES:
        update(each)
