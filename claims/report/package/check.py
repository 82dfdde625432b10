"""Check a package with nothing but the package and a public key: hashes, signature, originals, every quote."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Final

from claims.errors import InputError, UnreadableFile
from claims.model import Message
from claims.report.package import seal
from claims.report.package.crate import (
    DATA,
    MANIFEST,
    METADATA,
    ORIGINALS,
    SIGNATURE,
    hash_in,
    hashes,
    order,
)
from claims.report.package.frame import framed_otherwise

MOST_MEMBERS: Final = 100_000
LARGEST: Final = 4 << 30
"""Bytes of a member, unpacked, at most; nothing is unpacked before this was looked at."""

_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
"""What comes of a member whose bytes were changed: it is of another length, method or code, or said to be encrypted."""

_CHUNK: Final = 1 << 20
_LARGEST_NOTE: Final = 32 << 20


@dataclass(frozen=True, slots=True)
class PackageFault:
    """What is wrong with a package: in which member, and what."""

    member: str
    message: Message


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a package found.

    Attributes:
        key: the public key that signed it, 64 hex digits; "" when nothing readable did.
        known: whether that is the key that was asked for; False when none was.
        members: files that the manifest names.
        quotes: quotes that stand in their documents to the letter.
        faults: all that is wrong; empty when the package is as it was made.
    """

    key: str
    known: bool
    members: int
    quotes: int
    faults: tuple[PackageFault, ...]


def check(path: Path, public: str = "") -> Checked:
    """Check a package.

    Args:
        path: the file.
        public: the key it must be signed with, 64 hex digits; "" accepts the one inside, which proves only that the
            package is whole.

    Raises:
        UnreadableFile: the file cannot be read, or is no zip file.
        InputError: it is larger than anything this program makes.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _bounded(archive)
            found = _check(archive, public)
            return found if found.faults else replace(found, faults=tuple(_beside(path, archive)))
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"There is no package {path}.",
            next_step="Name the file of a package; `claims verify` without a name checks the case.",
        ) from error
    except (OSError, zipfile.BadZipFile) as error:
        raise UnreadableFile(
            f"{path} is no package: {error}.", next_step="Fetch it again from where it was made."
        ) from error


def _bounded(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS or any(each.file_size > LARGEST for each in infos):
        raise InputError(
            "The file unpacks to more than a package holds.", next_step="Do not unpack it."
        )


def _beside(path: Path, archive: zipfile.ZipFile) -> Iterator[PackageFault]:
    """What no hash speaks of: the order of the members, bytes between, within and behind them, their times and rights."""
    yield from _order(archive)
    with path.open("rb") as file:
        name = framed_otherwise(file, archive)
    if name == "":
        yield _fault(
            path.name,
            "في الملف بايتات ليست من الحزمة.",
            "The file holds bytes that do not belong to the package.",
        )
    elif name is not None:
        yield _fault(
            name,
            "ما كُتب حوله في الملف (وقته أو صلاحياته أو ما يليه) ليس كما يكتبه البرنامج.",
            "What is written around it in the file (its time, rights, what follows) is not as the program writes it.",
        )


def _order(archive: zipfile.ZipFile) -> Iterator[PackageFault]:
    """The first member that does not stand where the signed description of the package puts it."""
    try:
        wanted = order(_note(archive, METADATA))
    except (ValueError, KeyError, *_UNREADABLE) as error:
        yield _fault(METADATA, "لا يمكن قراءته.", f"It cannot be read: {error}")
        return
    for found, name in zip_longest(archive.namelist(), wanted, fillvalue=""):
        if found != name:
            yield _fault(
                found or name,
                "ليس في موضعه: ترتيب الملفات غير الترتيب الذي يكتبها به البرنامج.",
                "It is not in its place: the files are in another order than the program writes them.",
            )
            return


def _check(archive: zipfile.ZipFile, public: str) -> Checked:
    there = archive.namelist()
    missing = [name for name in (MANIFEST, SIGNATURE) if name not in there]
    if missing:
        faults = tuple(
            _fault(name, "لا وجود له في الحزمة.", "It is not in the package.") for name in missing
        )
        return Checked("", False, 0, 0, faults)
    at_hand = MANIFEST
    try:
        manifest = _note(archive, MANIFEST)
        named = hashes(manifest)
        at_hand = SIGNATURE
        signed = _note(archive, SIGNATURE)
        key = seal.key_in(signed)
    except (ValueError, KeyError, *_UNREADABLE) as error:
        message = _fault(at_hand, "لا يمكن قراءته.", f"It cannot be read: {error}")
        return Checked("", False, 0, 0, (message,))
    found = [
        *_signed(manifest, signed, key, public),
        *_names(there, named),
        *_links(archive),
        *_hashed(archive, named),
    ]
    quotes, wrong = _quotes(archive) if DATA in there else (0, [])
    return Checked(key, bool(public) and key == public, len(named), quotes, (*found, *wrong))


def _signed(manifest: bytes, signed: bytes, key: str, public: str) -> Iterator[PackageFault]:
    if not seal.holds(signed, manifest, public or key):
        yield _fault(
            SIGNATURE,
            "التوقيع ليس توقيع هذا المفتاح على قائمة البصمات.",
            "The signature is not that of this key on the manifest.",
        )
    elif not seal.as_written(signed, manifest):
        yield _fault(
            SIGNATURE,
            "ليس مكتوباً كما يكتبه البرنامج.",
            "It is not written as the program writes it.",
        )


def _links(archive: zipfile.ZipFile) -> Iterator[PackageFault]:
    """Members that would be unpacked as links: no hash and no signature speaks of what they lead to."""
    for each in archive.infolist():
        if stat.S_ISLNK(each.external_attr >> 16):
            yield _fault(each.filename, "هو رابط وليس ملفاً.", "It is a link and no file.")


def _names(there: list[str], named: dict[str, str]) -> Iterator[PackageFault]:
    for name in sorted(set(there) - named.keys() - {MANIFEST, SIGNATURE}):
        yield _fault(name, "ليس في قائمة البصمات.", "It is not in the manifest.")
    for name in sorted(named.keys() - set(there)):
        yield _fault(
            name, "في قائمة البصمات وليس في الحزمة.", "The manifest names it; it is not there."
        )
    for name in sorted(
        {each for each in there if there.count(each) > 1} if len(set(there)) < len(there) else ()
    ):
        yield _fault(name, "مكرر في الحزمة.", "It is in the package more than once.")


def _hashed(archive: zipfile.ZipFile, named: dict[str, str]) -> Iterator[PackageFault]:
    there = set(archive.namelist())
    for name, digest in named.items():
        if name not in there:
            continue
        found = _sha256(archive, name)
        if found != digest:
            yield _fault(
                name, "تغيّر: البصمة لا تطابق القائمة.", "It was changed: its hash is another."
            )
        elif name.startswith(ORIGINALS) and found != hash_in(name):
            yield _fault(
                name, "الأصل لا يطابق بصمة اسمه.", "The original is not the one it is named by."
            )


def _sha256(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except _UNREADABLE:
        return ""
    return digest.hexdigest()


def _quotes(archive: zipfile.ZipFile) -> tuple[int, list[PackageFault]]:
    """How many quotes stand in their documents, and those that do not."""
    texts: dict[str, str] = {}
    good, wrong = 0, []
    try:
        with archive.open(DATA) as stream:
            for line in stream:
                found = json.loads(line)
                if found["type"] == "document":
                    texts[found["sha256"]] = found["text"]
                elif found["type"] == "claim":
                    span, text = found["span"], texts.get(found["document"]["sha256"], "")
                    if text[span["start"] : span["end"]] == found["quote"]:
                        good += 1
                    else:
                        wrong.append(_not_there(found["id"]))
    except (ValueError, KeyError, TypeError, *_UNREADABLE) as error:
        wrong.append(_fault(DATA, "لا يمكن قراءته.", f"It cannot be read: {error}"))
    return good, wrong


def _not_there(claim: str) -> PackageFault:
    return _fault(
        DATA,
        f"اقتباس الادعاء {claim} ليس في موضعه من الوثيقة.",
        f"The quote of claim {claim} does not stand in its document where it says.",
    )


def _note(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(_LARGEST_NOTE)


def _fault(member: str, ar: str, en: str) -> PackageFault:
    return PackageFault(member, Message(ar, en))
