"""Answers kept: the same question about the same bytes is asked, and paid for, once.

One file for each answer, ``<document's SHA-256>/<SHA-256 of the question>.json``, below a folder that only its owner may
read. The question holds everything an answer depends on: address, model, version and text of the prompt, parameters
and sentences. A file that is not whole counts as missing; what it says is checked like any other answer.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from claims.errors import ClaimsError
from claims.services.language_model.answer import proposed

_LARGEST: Final = 20_000_000
_OWNER: Final = 0o700


class Kept(BaseModel):
    """One answer.

    Attributes:
        prompt: version of the instructions.
        model: who answered.
        content: the JSON text of the model.
        tokens_in: tokens it was asked with, None when the server did not say.
        tokens_out: tokens it answered with, likewise.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    prompt: str
    model: str
    content: str
    tokens_in: int | None
    tokens_out: int | None


class Answers:
    """The folder of answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, document: str, question: bytes) -> Kept | None:
        """The answer to a question about the document of that hash, None when there is none that can be used."""
        try:
            with self._file(document, question).open("rb") as file:
                kept = Kept.model_validate_json(file.read(_LARGEST))
        except (OSError, ValidationError):
            return None
        return kept if proposed(kept.content) is not None else None

    def keep(self, document: str, question: bytes, answer: Kept) -> None:
        """Keep an answer; the file appears whole or not at all.

        Raises:
            ClaimsError: the folder cannot be written.
        """
        file = self._file(document, question)
        try:
            self.folder.mkdir(mode=_OWNER, parents=True, exist_ok=True)
            file.parent.mkdir(mode=_OWNER, exist_ok=True)
            _write(file, answer.model_dump_json().encode())
        except OSError as error:
            raise ClaimsError(
                f"The answer of the language model cannot be kept in {self.folder}: {error.strerror}.",
                next_step="Make room, or name another folder in CLAIMS_LM_CACHE.",
            ) from error

    def _file(self, document: str, question: bytes) -> Path:
        return self.folder / document / f"{sha256(question).hexdigest()}.json"


def _write(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
