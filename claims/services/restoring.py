"""Bring a case back from a backup."""

from __future__ import annotations

import tempfile
from contextlib import nullcontext, suppress
from pathlib import Path

from claims.errors import ClaimsError, Corrupt, NotFound, Refused
from claims.review.names import kept
from claims.services.auditing import head_for
from claims.services.desk import person, program_version, utc_now
from claims.services.knowing import note
from claims.settings import Settings
from claims.store import backup as copies
from claims.store.audit import Act, Head
from claims.store.engine import address_of
from claims.store.originals import Originals
from claims.store.store import make_folder, open_store, originals_beside
from claims.store.verify import verify


def restore(
    backup: str | Path, settings: Settings, *, knowingly: bool = False, by: str = ""
) -> Head:
    """Make the case of the settings from a backup that holds; both it and an existing case are left alone.

    The backup is first copied and held against its audit chain and its originals in a place of its own: what does not
    verify does not become a case.

    Args:
        backup: the file.
        settings: of the case to be made.
        knowingly: make a case of it though it does not verify: better a damaged one than none.
        by: who does; "" for the actor of the settings. Where answers are hidden in it, its record says who has them in hand.

    Returns:
        The head of its record as whoever does it may see it, to be held against one that was noted.

    Raises:
        InputError: ``by`` is no name of a person.
        NotFound: there is no such backup.
        Refused: the case exists, or is on a server.
        Corrupt: the backup does not verify.
        StoreError: it cannot be written.
    """
    who = person(by) if by else kept(settings.actor)
    source, url = Path(backup), address_of(settings.case)
    if not source.is_file():
        raise NotFound(
            f"There is no backup {str(source)!r}.", next_step="Name the file of a backup."
        )
    if url.get_backend_name() != "sqlite":
        raise Refused(
            "A case on a server is not restored from a file.",
            next_step="Use pg_restore, or load a dump into an empty database.",
        )
    target = Path(str(url.database))
    left = copies.left_beside(target)
    if target.exists():
        along = ", ".join(path.name for path in left)
        raise Refused(
            f"{target} exists.",
            next_step=f"Move it away first, together with {along}, or name another file; nothing was changed."
            if left
            else "Move it away first, or name another file; nothing was changed.",
        )
    make_folder(target.parent)
    copies.refuse(address_of(source), target)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        tried = Path(folder) / "case.db"
        copies.copy_file(address_of(source), tried, timeout=settings.lock_timeout)
        copies.check_whole(tried)
        came = originals_beside(tried)
        copies.copy_originals(Originals(_originals_of(source)), came)
        head = _held(tried, settings, who, knowingly=knowingly)
        copies.copy_originals(Originals(came), settings.originals or originals_beside(target))
        copies.copy_file(address_of(tried), target, timeout=settings.lock_timeout)
    return head


def _originals_of(backup: Path) -> Path:
    """The folder of originals of a backup; ``case.bak`` of an older program shares that of ``case``."""
    own = originals_beside(backup)
    return own if own.exists() else backup.with_suffix(".originals")


def _held(case: Path, settings: Settings, who: str, *, knowingly: bool) -> Head:
    """The head of a copy that verifies; where answers are hidden in it, its record says who has it in hand."""
    store = open_store(
        case,
        originals=None,
        timeout=settings.lock_timeout,
        at=utc_now(),
        program=program_version(),
    )
    try:
        with store.reading() as connection:
            faults, head = verify(connection, store.originals), head_for(connection)
        if not faults or knowingly:
            title = Path(settings.case).stem
            with suppress(ClaimsError) if faults else nullcontext():
                note(
                    store,
                    Act(who, "restore case", title, utc_now(), program_version()),
                    brought=True,
                )
    finally:
        store.close()
    if faults and not knowingly:
        first = faults[0]
        raise Corrupt(
            f"The backup does not verify: {first.where} {first.id}: {first.message.en}",
            next_step="Nothing became of it. Try an older backup and keep this one, or go on with --knowingly.",
            arabic={first.message.en: first.message.ar},
        )
    return head
