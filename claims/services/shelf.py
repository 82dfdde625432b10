"""The cases of one folder: list them, open several at once, lay out new ones, take over a colleague's.

A case is named by its file without folder and ending (``var/demo.db`` → ``demo``). The case of the settings, the one a
server was started with, always has its name; the others lie in `Shelf.folder`.
"""

from __future__ import annotations

import io
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import IO, BinaryIO, Final, TextIO

from claims.errors import InputError, NotAllowed, NotFound, Refused, StoreError
from claims.review.roles import Action, check
from claims.services.case import Case, open_case
from claims.services.making import used_or_gone
from claims.services.restoring import restore
from claims.services.results import LoadReport
from claims.services.stages import Stages
from claims.settings import Settings
from claims.store.engine import address_of
from claims.store.glance import Glance, glance
from claims.store.originals import Originals
from claims.store.store import originals_beside

ENDING: Final = ".db"
LONGEST: Final = 80
MOST_OPEN: Final = 8
"""Cases beside that of the settings that are held open at a time."""
_NAME: Final = re.compile(r"[^\W_](?:[\w .()-]*[\w)])?")
"""Letters and digits of any script, and between them spaces and a few signs: what every file system takes as it is."""
_DATABASE: Final = b"SQLite format 3\x00"
_LARGEST: Final = 4_000_000_000
"""Bytes that a packed backup may unpack to."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One case of the shelf.

    Attributes:
        name: by which it is opened.
        documents: how many it holds; None when whoever asks does not work on it, or it cannot be looked at.
        changed: when something was last written to it, ISO 8601 in UTC; "" when nothing was, or that is not told.
        closed: whether whoever asks is not among the people it names.
    """

    name: str
    documents: int | None = None
    changed: str = ""
    closed: bool = False


@dataclass(slots=True)
class Shelf:
    """The cases that one program serves; may be used by many threads.

    Attributes:
        settings: they name the case that is there from the start, and the folder of the others.
        stages: what reads, extracts and compares in all of them; None for ours, as the settings say.
    """

    settings: Settings
    stages: Stages | None = None
    _open: dict[str, Case] = field(default_factory=dict)
    _turns: dict[str, Lock] = field(default_factory=dict)
    _turn: Lock = field(default_factory=Lock)

    @property
    def home(self) -> str:
        """The name of the case of the settings."""
        return unicodedata.normalize("NFC", Path(str(address_of(self.settings.case).database)).stem)

    @property
    def folder(self) -> Path | None:
        """Where the other cases lie: the folder of the settings, else that of a case that is a file."""
        if self.settings.shelf is not None:
            return self.settings.shelf
        address = address_of(self.settings.case)
        return Path(str(address.database)).parent if "sqlite" in address.drivername else None

    def open(self, name: str = "") -> Case:
        """The case of that name, one for all who ask; "" for the one of the settings.

        Raises:
            NotFound: there is none of that name.
            StoreError: it cannot be opened.
        """
        name = name or self.home
        with self._turn:
            turn = self._turns.setdefault(name, Lock())
        with turn:
            if name not in self._open:
                self._open[name] = open_case(self._settings(name, there=True), stages=self.stages)
            case = self._open[name]
        self._let_go(name, case)
        return case

    def holds(self, name: str) -> bool:
        """Whether there is a case of that name, as far as can be seen without opening it."""
        file = self._file(name) if _NAME.fullmatch(name) else None
        return name == self.home or (file is not None and file.is_file())

    def list(self, by: str = "") -> tuple[Kept, ...]:
        """All cases by name, with what ``by`` may know of each; nothing is opened or changed by looking."""
        files = {self.home: self._file(self.home)}
        for file in sorted(self.folder.glob(f"*{ENDING}")) if self.folder else ():
            files.setdefault(unicodedata.normalize("NFC", file.stem), file)
        who = by or self.settings.actor
        seen = ((name, glance(file) if file else None) for name, file in files.items())
        return tuple(_kept(name, found, who) for name, found in seen if found or name == self.home)

    def create(self, name: str, *, by: str = "", closed: bool = False) -> Case:
        """Lay out a new, empty case and open it.

        Args:
            name: by which it is opened, and what its file is called.
            by: who makes it; "" for the actor of the settings.
            closed: whether only people who are named in it may work on it; whoever makes it is its first admin.

        Raises:
            InputError: that cannot be the name of a case.
            Refused: there is a case or a file of that name, or no folder for cases.
            NotAllowed: the case of the settings names people, and ``by`` is no admin there.
            StoreError: it cannot be written.
        """
        with self._new(name, by) as settings, open_case(settings, stages=self.stages) as made:
            if closed:
                acting = made.acting_as(by)
                acting.people.put(acting.actor, "admin")
        return self.open(_named(name))

    def take_over(self, name: str, file: BinaryIO, *, by: str = "") -> Case:
        """Make a new case of what a colleague handed over: a dump, or a backup with its originals packed as ZIP.

        It is held against its record first; what does not verify does not become a case.

        Args:
            name: of the new case.
            file: its bytes, from the beginning.
            by: who takes it over; "" for the actor of the settings.

        Raises:
            InputError: it is neither, or was changed; or that cannot be the name of a case.
            Corrupt: a backup does not verify.
            Refused: there is a case or a file of that name, or no folder for cases.
            NotAllowed: the case of the settings names people, and ``by`` is no admin there.
        """
        with self._new(name, by) as settings:
            if zipfile.is_zipfile(file):
                _restore(file, settings)
            else:
                file.seek(0)
                with used_or_gone(settings, self.stages) as made:
                    made.acting_as(by).load(_lines(file))
        return self.open(_named(name))

    def merge(self, name: str, into: Case, *, knowingly: bool = False) -> LoadReport:
        """Take what another case of the shelf holds into a case; nothing is overwritten, the other stays as it is.

        Args:
            name: of the other case.
            into: in the hands of whoever does it: an admin of both, where people are named.
            knowingly: take in what others than the actor said as well; the record says who did.

        Raises:
            NotFound: there is no case of that name.
            Refused: it is the same one, or holds words of others; or the two say different things under one name, and nothing was changed.
        """
        other = self.open(name).acting_as(into.actor)
        if other.path == into.path:
            raise Refused("A case cannot be taken into itself.", next_step="Choose another case.")
        with tempfile.TemporaryFile(
            "w+", encoding="utf-8", errors="surrogateescape", newline="\n"
        ) as lines:
            other.dump(lines)
            lines.seek(0)
            return into.load(lines, knowingly=knowingly, other_case=True)

    def may_create(self, by: str = "") -> bool:
        """Whether somebody may lay out cases here: anybody, as long as the case of the settings names nobody."""
        try:
            self._allow(by)
        except NotAllowed:
            return False
        return True

    def close(self) -> None:
        """Let go of every case."""
        with self._turn:
            for case in self._open.values():
                case.close()
            self._open.clear()

    def _let_go(self, name: str, case: Case) -> None:
        """Note that a case was asked for just now, and close those asked for longest ago beyond `MOST_OPEN`.

        Who still holds a closed one can go on with it: it only takes up new connections.
        """
        with self._turn:
            self._open.pop(name, None)
            self._open[name] = case
            others = [one for one in self._open if one != self.home]
            for old in others[:-MOST_OPEN]:
                self._open.pop(old).close()

    def _allow(self, by: str) -> None:
        home = self.open().acting_as(by)
        check({one.name: one.role for one in home.people.list()}, home.actor, Action.MANAGE)

    @contextmanager
    def _new(self, name: str, by: str) -> Iterator[Settings]:
        """Settings of a case that is not there yet, in the turn of its name."""
        self._allow(by)
        name = _named(name)
        with self._turn:
            turn = self._turns.setdefault(name, Lock())
        with turn:
            settings = self._settings(name, there=False)
            file = Path(settings.case)
            if name == self.home or file.exists() or originals_beside(file).exists():
                raise Refused(
                    f"There is a case {name!r} already.",
                    next_step="Nothing was changed. Give another name.",
                )
            yield settings

    def _file(self, name: str) -> Path | None:
        """The file of a case; None for one on a server."""
        if name == self.home:
            address = address_of(self.settings.case)
            return Path(str(address.database)) if "sqlite" in address.drivername else None
        return None if self.folder is None else self.folder / f"{name}{ENDING}"

    def _is_case(self, file: Path) -> bool:
        return file.is_file() and glance(file, wait=self.settings.lock_timeout) is not None

    def _settings(self, name: str, *, there: bool) -> Settings:
        if name == self.home:
            return self.settings
        file = self._file(name) if _NAME.fullmatch(name) else None
        if file is None and not there:
            raise Refused(
                "This server has no folder for cases.",
                next_step="Whoever runs it names one in CLAIMS_SHELF.",
            )
        if file is None or (there and not self._is_case(file)):
            raise NotFound(
                f"There is no case {name!r} here.",
                next_step="Open one of the list of cases, or ask whoever sent you the link.",
            )
        return self.settings.model_copy(update={"case": str(file), "originals": None})


def _named(name: str) -> str:
    """The name of a case as it is kept.

    Raises:
        InputError: it cannot be the name of a file everywhere.
    """
    told = unicodedata.normalize("NFC", name).strip()
    if len(told) > LONGEST or not _NAME.fullmatch(told):
        raise InputError(
            "That cannot be the name of a case.",
            next_step=f"Give 1 to {LONGEST} letters, digits, spaces and dashes, beginning with a letter or digit.",
        )
    return told


def _kept(name: str, found: Glance | None, who: str) -> Kept:
    if found is None:
        return Kept(name)
    if found.people and who not in found.people:
        return Kept(name, closed=True)
    return Kept(name, found.documents, found.changed)


def _lines(file: BinaryIO) -> TextIO:
    return io.TextIOWrapper(file, encoding="utf-8", errors="surrogateescape", newline="\n")


def _restore(packed: IO[bytes], settings: Settings) -> None:
    """Unpack a backup beside the case to be, and restore it from there.

    No name in the archive is used for a path: the case file is known by its first bytes, an original by its hash.
    """
    with tempfile.TemporaryDirectory(dir=Path(settings.case).parent) as folder:
        backup = Path(folder) / f"backup{ENDING}"
        originals = Originals(originals_beside(backup))
        try:
            with zipfile.ZipFile(packed) as archive:
                if sum(one.file_size for one in archive.infolist()) > _LARGEST:
                    raise _no_backup()
                for one in archive.infolist():
                    data = b"" if one.is_dir() else archive.read(one)
                    if data.startswith(_DATABASE) and not backup.exists():
                        backup.write_bytes(data)
                    elif data:
                        originals.keep(data)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise _no_backup() from error
        except OSError as error:
            raise StoreError(
                f"The backup could not be unpacked: {error.strerror}.",
                next_step="Nothing became of it. Make room and try again.",
            ) from error
        if not backup.exists():
            raise _no_backup()
        restore(backup, settings)


def _no_backup() -> InputError:
    return InputError(
        "That is no backup of a case.",
        next_step="Pack the case file and its folder of originals, as `claims backup` wrote them, into one ZIP file.",
    )
