"""Files on their way into a case: which, how large, what is said about them."""

from __future__ import annotations

import fnmatch
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.errors import InputError, UnreadableFile
from claims.model import Extraction, Source, Wordlist
from claims.services.stages import Stages
from claims.slots.time import spelt_date
from claims.store.rows import storable

PATTERN: Final = "*.txt"
"""What is taken from a folder; a file that is named itself is always tried."""


@dataclass(frozen=True, slots=True)
class About:
    """What a person says of the files they hand in.

    Attributes:
        published: publication date as EDTF, "" when unknown.
        publisher: who published them, None when unknown.
        address: where they were published, "" when unknown.
    """

    published: str = ""
    publisher: Source | None = None
    address: str = ""

    def extract(self, stages: Stages, data: bytes, name: str, wordlist: Wordlist) -> Extraction:
        """Read the bytes and what they claim.

        Raises:
            UnreadableFile: there is no text in them.
        """
        document = stages.read(
            data,
            name=storable(name),
            published=spelt_date(self.published) or self.published,
            publisher=self.publisher,
            address=self.address,
        )
        return stages.extract(document, wordlist)


def files_of(files: str | Path | Iterable[str | Path]) -> list[Path]:
    """The files meant: those named, and those below the folders named, each once.

    Raises:
        InputError: one of them does not exist, or a folder holds nothing to take in.
    """
    given = [files] if isinstance(files, (str, Path)) else list(files)
    found = [path for name in given for path in _meant(name)]
    if not found:
        raise InputError("No file was named.", next_step="Name files, or folders that hold them.")
    return list(dict.fromkeys(found))


def called(path: str | Path) -> str:
    """What messages call a file: its name with its folders, as text that can be written anywhere."""
    return os.fsencode(path).decode("utf-8", "replace")


def _meant(name: str | Path) -> list[Path]:
    """The file of that name, or the files below the folder of that name.

    Raises:
        InputError: there is none.
    """
    if not str(name):
        raise InputError("A name is empty.", next_step="Name files or folders; nothing was added.")
    try:
        mode = Path(name).stat().st_mode
        return _below(Path(name)) if stat.S_ISDIR(mode) else [Path(name)]
    except (FileNotFoundError, ValueError) as error:
        raise InputError(
            f"There is no {called(name)}.", next_step="Check the name; nothing was added."
        ) from error
    except OSError as error:
        raise UnreadableFile(
            f"{called(error.filename or name)} cannot be opened: {error.strerror}.",
            next_step="Check the name and your rights; nothing was added.",
        ) from error


def _below(folder: Path) -> list[Path]:
    found = sorted(_files(folder))
    if not found:
        raise InputError(
            f"The folder {called(folder)} holds no {PATTERN}.",
            next_step="Name the files themselves, or another folder; nothing was added.",
        )
    return found


def _files(folder: Path) -> Iterator[Path]:
    """Every file below that fits the pattern; links to folders are not followed, so that there is an end.

    Raises:
        OSError: a folder cannot be looked into.
    """
    for above, _, names in os.walk(folder, onerror=_unseen):
        for name in fnmatch.filter(names, PATTERN):
            path = Path(above, name)
            if path.is_file():
                yield path


def _unseen(error: OSError) -> None:
    raise error


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a file of at most ``most`` bytes.

    Raises:
        InputError: it is larger.
        UnreadableFile: the system does not give it to us.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise UnreadableFile(
            f"{called(path)} cannot be opened: {error.strerror}.",
            next_step="Check that the file is there and that you may read it.",
        ) from error
    if len(data) > most:
        raise too_large(called(path), most)
    return data


def too_large(name: str, most: int) -> InputError:
    """The refusal of a file of more than ``most`` bytes."""
    return InputError(
        f"{name} is larger than {most} bytes.",
        next_step="Split it, or raise CLAIMS_MAX_BYTES.",
    )
