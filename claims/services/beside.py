"""What somebody says of many files or documents beside them: in a table, or in the names of the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.errors import InputError, UnreadableFile
from claims.model import Lineage, Source
from claims.report.exports import commas
from claims.services.choices import chosen
from claims.services.dating import Saying
from claims.services.intake import About, called
from claims.slots.time import spelt_date

NAMES: Final = ("document", "id", "file", "name")
"""Columns that name what a row is of; the first one that a row fills counts."""
ENTRIES: Final = (
    *("published", "publisher", "lineage", "title", "author", "address", "language", "archive"),
)
"""Columns of what is said of it; an empty cell leaves what stands."""
_OTHERS: Final = ("title", "author", "address", "language", "archive")
_GAPS: Final = re.compile(r"\{(published|publisher|)\}")
_DAY: Final = (
    r"(?P<published>\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{4}[-_.]\d{2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{4})"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        name: of the file or document that it is of.
        said: what its cells say, by column; empty cells are left out.
    """

    name: str
    said: Mapping[str, str]

    def about(self, general: About) -> About:
        """What is said of a file, over what is said of all.

        Raises:
            InputError: the kind of source is none.
        """
        publisher = self._publisher(general.publisher)
        published = self.said.get("published", general.published)
        return About(published, publisher, self.said.get("address", general.address))

    def _publisher(self, general: Source | None) -> Source | None:
        name = self.said.get("publisher", general.name if general else "")
        kind = _kind(self.said)
        known = general.lineage if general and general.name == name else Lineage.UNKNOWN
        return Source(name, kind or known) if name or kind else None

    def saying(self, document: str, reason: str) -> Saying:
        """What is said of a document of that id.

        Raises:
            InputError: the kind of source is none.
        """
        others = {name: self.said[name] for name in _OTHERS if name in self.said}
        return Saying(
            document,
            published=self.said.get("published"),
            publisher=self.said.get("publisher"),
            lineage=_kind(self.said),
            others=others,
            reason=self.said.get("reason", reason),
        )


def _kind(said: Mapping[str, str]) -> Lineage | None:
    return chosen(Lineage, said["lineage"], "lineage") if "lineage" in said else None


def rows_of(path: Path) -> tuple[Row, ...]:
    """The rows of a table (CSV in UTF-8) that say something.

    Raises:
        InputError: it is no such table, or it names no files or documents, or says nothing of them that can be said.
        UnreadableFile: the system does not give it to us.
    """
    try:
        with path.open("rb") as stream:
            cells = list(commas.read(stream))
    except OSError as error:
        raise UnreadableFile(
            f"{called(path)} cannot be opened: {error.strerror}.",
            next_step="Check that the file is there and that you may read it.",
        ) from error
    columns = set(cells[0]) if cells else set()
    if not columns & set(NAMES) or not columns & set(ENTRIES):
        raise InputError(
            f"{called(path)} does not say of which document what is to stand.",
            next_step=f"Give it one of the columns {', '.join(NAMES)}, and some of {', '.join(ENTRIES)}; `claims export documents.csv` has them.",
        )
    return tuple(row for each in cells if (row := _row(each)).name and row.said)


def _row(cells: Mapping[str, str]) -> Row:
    filled = {name: value.strip() for name, value in cells.items() if value.strip()}
    name = next((filled[one] for one in NAMES if one in filled), "")
    return Row(name, {one: filled[one] for one in (*ENTRIES, "reason") if one in filled})


def of_files(
    rows: Sequence[Row], paths: Sequence[Path], before: Callable[[Path], About]
) -> tuple[dict[Path, About], tuple[str, ...]]:
    """What a table says of each of these files, over what is said of it ``before``, and the rows that name none of them.

    A file is named with its folders, or by its name alone where no other one has it.

    Raises:
        InputError: two rows are of one file.
    """
    own: dict[Path, About] = {}
    left: list[str] = []
    for row in rows:
        meant = [path for path in paths if called(path) == row.name]
        meant = meant or [path for path in paths if called(path.name) == row.name]
        if len(meant) != 1:
            left.append(row.name)
            continue
        if meant[0] in own:
            raise InputError(
                f"Two rows of the table are of {row.name}.", next_step="Leave one of them out."
            )
        own[meant[0]] = row.about(before(meant[0]))
    return own, tuple(left)


def in_names(
    pattern: str, paths: Sequence[Path], general: About
) -> tuple[dict[Path, About], tuple[str, ...]]:
    """What the names of files say by a pattern such as ``{published}_{publisher}_{}.txt``, and the names that do not fit it.

    A day whose figures can be read in two ways does not fit.

    Raises:
        InputError: the pattern names neither day nor publisher, or one of them twice.
    """
    whole = _pattern(pattern)
    own: dict[Path, About] = {}
    left: list[str] = []
    for path in paths:
        found = whole.fullmatch(called(path.name))
        said = {} if found is None else {k: v for k, v in found.groupdict().items() if v}
        if "published" in said:
            said["published"] = _day(said["published"])
        if not said or not all(said.values()):
            left.append(called(path))
            continue
        if "publisher" in said:
            said["publisher"] = said["publisher"].replace("_", " ").strip()
        own[path] = Row(called(path), said).about(general)
    return own, tuple(left)


def _pattern(text: str) -> re.Pattern[str]:
    gaps = _GAPS.findall(text)
    if not {*gaps} & {"published", "publisher"} or any(
        gaps.count(name) > 1 for name in ("published", "publisher")
    ):
        raise InputError(
            f"{text!r} does not say where in a name the day or the publisher stands.",
            next_step="Write the words published and publisher in braces where they stand, each once, and empty braces for anything.",
        )
    return re.compile("".join(_parts(text)), re.DOTALL)


def _parts(text: str) -> Iterator[str]:
    ways = {"published": _DAY, "publisher": "(?P<publisher>.+)", "": ".*?"}
    for place, part in enumerate(_GAPS.split(text)):
        yield ways[part] if place % 2 else re.escape(part)


def _day(figures: str) -> str:
    """Figures of a day as EDTF, "" where they are none or can be read in two ways."""
    if len(figures) == len("20180403") and figures.isdecimal():
        figures = f"{figures[:4]}-{figures[4:6]}-{figures[6:]}"
    return spelt_date(re.sub("[_.]", "-", figures))


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said of single files that are handed in: by a table, or by a pattern of their names.

    Attributes:
        table: None for none.
        pattern: "" for none.
    """

    table: Path | None = None
    pattern: str = ""

    def of(
        self, paths: Sequence[Path], general: About
    ) -> tuple[dict[Path, About], tuple[str, ...]]:
        """What is said of each of these files, over what is said of all, and what is of none of them.

        Raises:
            InputError: table or pattern cannot be used.
        """
        own, left = in_names(self.pattern, paths, general) if self.pattern else ({}, ())
        if self.table is None:
            return own, left
        told, unknown = of_files(rows_of(self.table), paths, lambda path: own.get(path, general))
        return own | told, (*left, *unknown)
