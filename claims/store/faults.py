"""Faults of a database in words: which of them a person can mend, and how."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError as AnyDatabaseError
from sqlalchemy.exc import DBAPIError, IntegrityError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from claims.errors import Corrupt, Locked, StoreError

_BUSY: Final = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED", "55P03", "57014"})
_BROKEN: Final = frozenset({"SQLITE_NOTADB", "SQLITE_CORRUPT", "XX000", "XX001", "XX002"})
_FULL: Final = frozenset({"SQLITE_FULL", "SQLITE_IOERR", "53100", "58030"})
_READ_ONLY: Final = frozenset(
    {"SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN", "25006", "42501"}
)
"""Result codes of SQLite (without what follows the second underscore) and SQLSTATEs of PostgreSQL."""
_IN_DOUBT: Final = frozenset(
    f"SQLITE_IOERR_{what}" for what in ("FSYNC", "DIR_FSYNC", "DELETE", "TRUNCATE", "CLOSE")
)
"""What SQLite says when the disk failed it at the moment of a commit, or just after it."""

_MOVED: Final = "SQLITE_READONLY_DBMOVED"
"""Another file stands where the open one stood, or none."""

_UNDECODABLE: Final = "Could not decode to UTF-8"
"""How Python reports text in a SQLite file that is no UTF-8; there is no code for it."""


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Turn what the database says into a `StoreError` that names the case and the next step.

    Breaches of a constraint and faulty statements are errors in our code and pass through. A broken SQLite file can
    show itself by an error message that is no UTF-8, which Python reports as just that.
    """
    try:
        yield
    except PoolTimeout as error:
        raise locked(case_name(url)) from error
    except UnicodeDecodeError as error:
        raise _broken(case_name(url), "it holds bytes that are no text") from error
    except IntegrityError:
        raise
    except AnyDatabaseError as error:
        known = _known(error, case_name(url))
        if known is None:
            raise
        raise known from error


@contextmanager
def committing(url: URL) -> Iterator[None]:
    """As `translated`, while a transaction is committed: a connection that is lost now leaves open whether it was.

    Raises:
        StoreError: nobody can say whether the transaction was stored.
    """
    try:
        yield
    except AnyDatabaseError as error:
        if error.connection_invalidated or getattr(error.orig, "sqlite_errorname", "") in _IN_DOUBT:
            raise _unknown(case_name(url), _told(error)) from error
        raise


def _unknown(name: str, why: str) -> StoreError:
    return StoreError(
        f"The database of the case {name} did not say whether the last step was stored: {why}.",
        next_step="It was stored whole or not at all. Once the database answers, look whether it is there before you repeat it;"
        " what a screen or a token sends again is stored once.",
    )


def case_name(url: URL) -> str:
    """The case as a person knows it, without a password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.render_as_string(hide_password=True)


def _code(error: DBAPIError) -> str:
    """The primary result code of SQLite by name, or the SQLSTATE of PostgreSQL; "" when there is none."""
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return "_".join(str(name).split("_")[:2])
    return str(getattr(error.orig, "sqlstate", None) or "")


def _told(error: DBAPIError) -> str:
    """What the database says, on one line, to stand at the end of a sentence."""
    return " ".join(str(error.orig).split()).rstrip(".")


def _known(error: DBAPIError, name: str) -> StoreError | None:
    code = _code(error)
    if code in _BUSY:
        return locked(name)
    if code in _BROKEN or (not code and _UNDECODABLE in str(error.orig)):
        return _broken(name, _told(error))
    if code in _FULL:
        return StoreError(
            f"The case {name} could not be written: {_told(error)}.",
            next_step="Nothing was changed. Make room on the disk and try again.",
        )
    if code in _READ_ONLY:
        return _unwritable(name, error)
    if isinstance(error, (OperationalError, InternalError)) and not code.startswith("SQLITE_ERROR"):
        return StoreError(
            f"The database of the case {name} does not answer: {_told(error)}.",
            next_step="Nothing was changed. Check that it runs and can be reached, then try again.",
        )
    return None


def _unwritable(name: str, error: DBAPIError) -> StoreError:
    if getattr(error.orig, "sqlite_errorname", "") == _MOVED:
        return StoreError(
            f"The case file {name} was replaced, renamed or removed while it was open.",
            next_step="Nothing was stored, and what is shown is of the file as it was. Close every program that has the case open, and open it anew.",
        )
    return StoreError(
        f"The case {name} cannot be opened for writing: {_told(error)}.",
        next_step="Check that file and folder exist and that you may write there.",
    )


def _broken(name: str, why: str) -> Corrupt:
    return Corrupt(
        f"The case {name} cannot be read: {why}.",
        next_step="Nothing was written. Open the newest backup instead, and keep this file.",
    )


def locked(name: str) -> Locked:
    """The error of a writer who waited in vain."""
    return Locked(
        f"The case {name} is held by another writer.",
        next_step="Nothing was changed. Try again in a moment.",
    )
