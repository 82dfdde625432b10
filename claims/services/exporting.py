"""Write a case as data for other programs, and read back what people filled in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import UnknownFormat, UnreadableFile
from claims.services.desk import Desk
from claims.services.files import refuse_own, whole_or_not
from claims.services.filled_in import Plan, plan_of, recorded
from claims.services.results import Refusal, Watch
from claims.services.walking import Walk

if TYPE_CHECKING:
    from claims.report.exports.formats import Write


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of data that was written.

    Attributes:
        path: where.
        count: things written: rows of all tables, lines, annotations, features, records.
        faults: things that could not be read and are not in it.
    """

    path: Path
    count: int
    faults: tuple[Refusal, ...] = ()


class Exports:
    """The data of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def formats(self) -> tuple[str, ...]:
        """The names of the formats."""
        from claims.report.exports.formats import DATA_FORMATS

        return tuple(DATA_FORMATS)

    def file_name(self, format: str) -> str:  # noqa: A002 - the word people use
        """What the file of a format is called when nobody names it.

        Raises:
            UnknownFormat: there is no such format.
        """
        ending, _ = _writer(format)
        return _name(self._desk.store.title, format, ending)

    def write(
        self,
        format: str,  # noqa: A002 - the word people use
        path: str | Path = "",
        *,
        language: str = "",
        watch: Watch | None = None,
    ) -> Exported:
        """Write the case in one format; an older file of that name stays whole until the new one is.

        A claim at a time is in memory. What cannot be read is listed and left out.

        Args:
            format: one of `formats`.
            path: where to; "" for the name of the case in this folder.
            language: of names and explanations, ``ar`` or ``en``; "" for that of the settings.
            watch: told of progress.

        Raises:
            UnknownFormat: there is no such format.
            InputError: the file would take the place of the case.
            StoreError: the file cannot be written.
        """
        ending, write = _writer(format)
        desk = self._desk
        target = Path(path or _name(desk.store.title, format, ending))
        refuse_own(target, desk.store)
        with desk.reading() as connection, whole_or_not(target) as stream:
            walk = Walk(connection, desk.store.title, desk.now(), desk.program, desk.who(), watch)
            count = write(walk, stream, language or desk.settings.language)
        return Exported(target, count, tuple(walk.faults.values()))

    def refuse(self, path: str | Path) -> None:
        """Pass when nothing is lost by writing a file: it is no part of a case.

        Raises:
            InputError: it is.
        """
        refuse_own(Path(path), self._desk.store)

    def preview(self, path: str | Path, *, knowingly: bool = False) -> Plan:
        """What the columns ``my_…`` of a table that was exported (CSV or XLSX) would change; nothing is changed.

        Of pairs they hold a decision, of pairs, claims and documents a note and tags. Rows are known by their id.
        An empty cell changes nothing: what stands is never taken back by it.

        Args:
            path: of the table.
            knowingly: read it as the actor's though it says that it is somebody else's, or not whose; and let it replace what
                they answered, noted or tagged after it was made.

        Raises:
            UnreadableFile: the file cannot be read.
            InputError: it is no such table.
            Refused: what was filled in is somebody else's.
        """
        source = Path(path)
        try:
            stream = source.open("rb")
        except OSError as error:
            raise UnreadableFile(
                f"{source} cannot be read: {error.strerror}.",
                next_step="Check the name and your rights.",
            ) from error
        with stream, self._desk.reading() as connection:
            return plan_of(connection, self._desk.who(), source, stream, knowingly=knowingly)

    def apply(self, plan: Plan) -> Plan:
        """Record what was previewed, each as a row of its own; what is refused is listed and the rest goes on.

        Returns:
            What was recorded, with what was refused.
        """
        return recorded(self._desk, plan)


def _writer(name: str) -> tuple[str, Write]:
    """Ending and writer of a format.

    Raises:
        UnknownFormat: there is no such format.
    """
    from claims.report.exports.formats import DATA_FORMATS

    if name not in DATA_FORMATS:
        raise UnknownFormat(
            f"No data can be written as {name!r}.",
            next_step=f"Use one of: {', '.join(DATA_FORMATS)}.",
        )
    return DATA_FORMATS[name]


def _name(title: str, format: str, ending: str) -> str:  # noqa: A002 - the word people use
    return f"{title}.{format}" if format.endswith(ending) else f"{title}.{format}.{ending}"
