"""Make a verdict package of a case: report, data, originals or only their hashes, signed with the key of the case."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from claims.errors import InputError, NotPrinted, StoreError
from claims.report.archive import member as entry
from claims.report.build import build
from claims.report.exports.formats import DATA_FORMATS
from claims.report.formats import FORMATS, PAPER_IN_PACKAGE, holds
from claims.report.package import seal
from claims.report.package.check import Checked
from claims.report.package.check import check as check_package
from claims.report.package.crate import (
    DATA,
    MANIFEST,
    METADATA,
    ORIGINALS,
    SIGNATURE,
    Head,
    Member,
    manifest,
    metadata,
    original,
)
from claims.report.package.readme import README, readme
from claims.services.auditing import head_for, newest_for
from claims.services.desk import Desk
from claims.services.files import refuse_own, signing_key_of, whole_or_not
from claims.services.gathering import content_in, with_faults
from claims.services.reporting import LANGUAGES, in_seconds, telling
from claims.services.results import Watch
from claims.services.vouching import vouch
from claims.services.walking import Walk
from claims.store.engine import Reader
from claims.store.verify import Fault

_PRIVATE: Final = 0o600
_BYTES: Final = "application/octet-stream"
_REPORTS: Final = {"html": "text/html", "pdf": "application/pdf"}
_DATA: Final = {
    DATA: ("jsonl", "application/jsonl"),
    "data/tables.xlsx": (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "data/annotations.jsonld": ("annotations", "application/ld+json"),
    "data/claimreview.jsonld": ("claimreview", "application/ld+json"),
    "data/sources.ris": ("ris", "application/x-research-info-systems"),
}


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that was made.

    Attributes:
        path: where.
        key: the public key it can be checked with, 64 hex digits.
        members: files in it that are signed.
        without: names of reports that are not in it; its README says why.
    """

    path: Path
    key: str
    members: int
    without: tuple[str, ...] = ()


class Packages:
    """The verdict packages of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(
        self,
        path: str | Path,
        *,
        language: str = "",
        originals: bool = True,
        knowingly: bool = False,
        watch: Watch | None = None,
    ) -> Packed:
        """Make a package; the same case and version of the program give the same bytes.

        But for the head of the record while pairs wait for answers, which is blinded, and what is over it.

        The record is verified first: a signature says that it held.

        Args:
            path: where to.
            language: of the report, ``ar`` or ``en``; "" for that of the settings.
            originals: whether the original bytes of the documents come along, or only their hashes.
            knowingly: make it though the record does not verify; its report says so.
            watch: told of progress.

        Raises:
            Corrupt: the record does not verify.
            InputError: no report can be had in this language, or the case holds nothing yet.
            StoreError: the file cannot be written.
        """
        wanted = language or self._desk.settings.language
        if wanted not in LANGUAGES:
            raise InputError(
                f"No report can be written in {wanted!r}.", next_step="Choose ar or en."
            )
        target = Path(path)
        refuse_own(target, self._desk.store)
        private = self._private()
        with self._desk.reading() as connection, tempfile.TemporaryDirectory() as folder:
            room = Path(folder)
            head = self._head(connection, wanted)
            faults = vouch(
                connection, self._desk.store.originals, "the package", knowingly=knowingly
            )
            reports, unset = self._reports(connection, head, faults, (room, watch))
            members = [
                *reports,
                *self._data(connection, head, room, watch),
            ]
            if originals:
                members.extend(self._originals(connection, head, room))
            (room / README).write_bytes(readme(head, members, unset=unset))
            members.append(_member(room, README, "README", "text/markdown"))
            _notes(room, head, members, private)
            with whole_or_not(target) as stream, zipfile.ZipFile(stream, "w") as archive:
                for name in (METADATA, MANIFEST, SIGNATURE, *(each.path for each in members)):
                    with (room / name).open("rb") as file, archive.open(entry(name), "w") as packed:
                        shutil.copyfileobj(file, packed)
        there = {each.path for each in members}
        without = tuple(name for name in map("report.{}".format, _REPORTS) if name not in there)
        return Packed(target, seal.public_of(private), len(members) + 1, without)

    def key(self) -> str:
        """The public key of the case, 64 hex digits; made when there is none yet."""
        return seal.public_of(self._private())

    def _head(self, connection: Reader, language: str) -> Head:
        newest = newest_for(connection, self._desk.who())
        if newest is None:
            raise InputError(
                "The case holds nothing yet.", next_step="Add documents: `claims add FILE`."
            )
        desk, last = self._desk, head_for(connection)
        return Head(desk.store.title, newest.at, desk.program, language, last.seq, last.hash)

    def _reports(
        self,
        connection: Reader,
        head: Head,
        faults: tuple[Fault, ...],
        into: tuple[Path, Watch | None],
    ) -> tuple[list[Member], bool]:
        """The reports, and whether the pages of one could not be set: the package is made without it."""
        room, watch = into
        made: list[Member] = []
        unset = False
        content = with_faults(content_in(connection, self._desk, in_seconds(watch)), faults)
        content = replace(content, made_at=head.made_at)
        report = build(content, head.language)
        for name, kind in _REPORTS.items():
            if not holds(name, len(content.claims)) or (
                name == "pdf" and len(content.claims) > PAPER_IN_PACKAGE
            ):
                continue
            path = f"report.{name}"
            try:
                with (room / path).open("wb") as file:
                    FORMATS[name](report, telling(watch), file)
            except NotPrinted:
                unset = True
            else:
                made.append(_member(room, path, f"Report ({name}, {head.language})", kind))
        return made, unset

    def _data(
        self, connection: Reader, head: Head, room: Path, watch: Watch | None
    ) -> Iterator[Member]:
        (room / "data").mkdir()
        for path, (name, kind) in _DATA.items():
            walk = Walk(connection, head.title, head.made_at, head.program, "", watch)
            with (room / path).open("wb") as stream:
                DATA_FORMATS[name][1](walk, stream, head.language)
            yield _member(room, path, f"Data ({name})", kind)

    def _originals(self, connection: Reader, head: Head, room: Path) -> Iterator[Member]:
        (room / ORIGINALS).mkdir()
        walk = Walk(connection, head.title, head.made_at, head.program, "")
        for document in walk.documents():
            path = original(document.sha256, document.name)
            (room / path).parent.mkdir(exist_ok=True)
            (room / path).write_bytes(self._desk.store.originals.read(document.sha256))
            member = _member(room, path, document.title or document.name, _BYTES)
            row = walk.described(document.id)
            yield replace(
                member,
                author=document.author,
                address=document.address,
                archive=document.archive,
                described="" if row is None else f"Described by {row.by}, {row.at[:10]}",
            )

    def _private(self) -> bytes:
        """The private key of the case, in a file beside it that only its owner can read; made once."""
        path = signing_key_of(self._desk.store)
        try:
            if not path.exists():
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
                with os.fdopen(handle, "wb") as file:
                    file.write(seal.new_key())
            private = path.read_bytes()
            seal.public_of(private)
        except (OSError, ValueError) as error:
            raise StoreError(
                f"The signing key {path} cannot be used: {error}.",
                next_step="Put it back from a backup; a new key is a new identity.",
            ) from error
        return private


def check(path: str | Path, key: str = "") -> Checked:
    """Check a package on any machine; no case is needed.

    Args:
        path: the package.
        key: the public key it must be signed with, 64 hex digits or PEM; "" accepts the one inside, which proves only
            that the package is whole.

    Raises:
        UnreadableFile: it cannot be read.
        InputError: the key is none, or the file is larger than any package.
    """
    try:
        public = seal.public_from(key) if key else ""
    except ValueError as error:
        raise InputError(
            f"That is no public key: {error}.", next_step="Give 64 hex digits, or a PEM file."
        ) from error
    return check_package(Path(path), public)


def _member(room: Path, path: str, title: str, kind: str) -> Member:
    with (room / path).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Member(path, digest, (room / path).stat().st_size, title, kind)


def _notes(room: Path, head: Head, members: list[Member], private: bytes) -> None:
    (room / METADATA).write_bytes(metadata(head, members))
    described = _member(room, METADATA, "", "application/ld+json")
    listed = manifest([described, *members])
    (room / MANIFEST).write_bytes(listed)
    (room / SIGNATURE).write_bytes(seal.signature(private, listed))
