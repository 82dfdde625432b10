"""Hand a whole case on: dump, load, backup."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, TextIO

from claims.errors import InputError, NotAllowed, Refused, StoreError
from claims.review.order import rank
from claims.review.roles import Action, check
from claims.services.apart import apart
from claims.services.breaches import check_whole
from claims.services.bringing import Before, Handed, Read, check_added, check_words, note
from claims.services.desk import Desk
from claims.services.knowing import looking, take_note
from claims.services.policy import reviewers_of, waiting
from claims.services.results import LoadReport
from claims.services.rounds import Taken, ended, note_elsewhere
from claims.services.standing import settle
from claims.services.vouching import vouch
from claims.store import audit, facets, findable, lifting, people, tallies, traits
from claims.store import backup as copies
from claims.store import dump as lines
from claims.store import merge as merging
from claims.store.bringing import PERSON, said_since
from claims.store.engine import Reader, writing
from claims.store.schema import decisions
from claims.store.store import Store, originals_beside
from claims.store.verify import verify

ITSELF: Final = Handed()
"""A file is that of whoever it says it is from, or else of whoever takes it in."""

DECISIONS: Final = decisions.name


def dump(desk: Desk, stream: TextIO, *, knowingly: bool = False) -> None:
    """Write everything the case holds as sorted JSON lines, superseded rows and originals included.

    While pairs wait for answers, that is an act of the record: whoever writes it has all answers in hand, and what they answer
    afterwards is not blind.

    Args:
        desk: of the case.
        stream: where to.
        knowingly: write it though pairs wait for answers and nobody is named who may see them all.

    Raises:
        Corrupt: an original is missing or changed; `Audit.verify` tells which else.
        Refused: reviewers who are to be blind could read the others' answers in it.
    """
    with _whole(desk) as connection:
        if not knowingly and shows_answers(connection):
            raise Refused(
                "While pairs wait for answers, a dump holds answers that not everybody may see yet.",
                next_step="Write what you may see (--mine), or the whole knowingly (--knowingly) to a file that no reviewer"
                " reads, wait for the answers, or name an admin (`claims people NAME --role admin`).",
            )
    with (
        looking(desk, "dump case"),
        tempfile.TemporaryFile(
            "w+", encoding="utf-8", errors="surrogatepass", newline="\n"
        ) as laid,
    ):
        with _whole(desk) as connection:
            _lay_out(lines.lines(connection, desk.store.originals), laid)
        stream.writelines(laid)


def _lay_out(found: Iterable[str], laid: TextIO) -> None:
    """Write lines to a file without a name: whoever takes them slowly (a pager, a pipe) would keep everybody from writing meanwhile.

    Raises:
        StoreError: the disk takes no more.
    """
    try:
        laid.writelines(line + "\n" for line in found)
        laid.seek(0)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        raise StoreError(
            "The folder for passing files has no room for the dump.",
            next_step="Make room there, or name another one in TMPDIR; the case was not changed.",
        ) from error


def shows_answers(connection: Reader) -> bool:
    """Whether a whole copy would show answers to people who are to be blind: nobody is named who may see them all."""
    return waiting(connection) and not people.roles(connection)


@contextmanager
def _whole(desk: Desk) -> Iterator[Reader]:
    """The case in the hands of somebody who may see all of it.

    Raises:
        NotAllowed: the actor may not; what they may see, they may write.
    """
    with desk.reading() as connection:
        try:
            check(people.roles(connection), desk.who(), Action.EXPORT)
        except NotAllowed as error:
            raise NotAllowed(
                error.message,
                next_step="Write what you may see (--mine), or ask an admin of the case for the whole.",
            ) from error
        yield connection


def load(desk: Desk, stream: TextIO, handed: Handed = ITSELF) -> LoadReport:
    """Take in what `dump` wrote: fill an empty case with it, or add what this one lacks.

    The dump is first restored in a place of its own and held against its audit chain, so that nothing of it enters
    the case before all of it was read.

    Args:
        desk: of the case.
        stream: the lines.
        handed: whose file it is, and whether words of others in it are taken in.

    Raises:
        InputError: the lines are not those of a dump, were changed, or are of another program.
        Refused: an empty case is filled, not knowingly, with what could not be said in one; or the case says something else under one of the names, the file is of another case, or the file holds answers of somebody who is not named
            here, or of others than the person whose file it is; nothing was changed. While pairs wait, the record says who tried,
            and of which pairs the file held others' hidden answers: whoever puts one together could learn by it what stands here.
    """
    with desk.reading(action=Action.IMPORT):
        pass
    with apart(desk) as other:
        read = Read(stream)
        _restore(other, read)
        if not handed.knowingly and _is_empty(desk):
            with other.reading() as theirs:
                check_whole(theirs)
        try:
            return _take_over(desk, other, handed, read.digest)
        except Refused:
            _note_refused(desk, other)
            raise


def _is_empty(desk: Desk) -> bool:
    with desk.store.reading() as connection:
        return lines.is_empty(connection)


def _restore(store: Store, stream: Iterable[str]) -> None:
    """Fill an empty store and hold it against the chain that came along."""
    with writing(store.engine) as connection:
        lines.restore(connection, store.originals, stream)
        with lines.fitting():
            facets.rebuild(connection)
            tallies.rebuild(connection)
            findable.rebuild(connection)
        faults = verify(connection, store.originals)
    if faults:
        first = faults[0]
        raise InputError(
            f"The dump was changed: {first.where} {first.id}: {first.message.en}",
            next_step="Nothing was taken in. Fetch the file again from where it was dumped.",
            arabic={first.message.en: first.message.ar},
        )


def _take_over(desk: Desk, other: Store, handed: Handed, digest: str) -> LoadReport:
    """Bring what ``other`` holds into the case."""
    with other.reading() as theirs:
        head = audit.head(theirs)
        with desk.writing(Action.IMPORT, audit.TAKEN_IN, head.hash) as writer:
            writer.detail = {"seq": head.seq, "hash": head.hash}
            empty = lines.is_empty(writer.connection)
            take_note(writer, desk.who(), theirs, empty=empty)
            if empty:
                lines.copy(theirs, writer.connection)
                taken = merging.sizes(theirs)
                answers = said_since(theirs, dict.fromkeys(PERSON, 0)).get(DECISIONS, {})
            else:
                handed.check_case(writer.connection, theirs)
                sender = handed.by(desk, theirs)
                knowing, before = Taken.of(theirs), Before.of(writer.connection)
                note_elsewhere(writer, knowing, "" if handed.knowingly else sender)
                asked = reviewers_of(writer.connection)
                there = partial(ended, theirs, people=asked)
                rules = merging.Rules(partial(ended, writer.connection), there, asked, rank)
                taken = merging.merge(writer, theirs, rules)
                knowing.note(writer, before.numbers[DECISIONS])
                answers = said_since(writer.connection, before.numbers).get(DECISIONS, {})
                check_words(writer, theirs, before, handed, sender)
                check_added(writer.connection, taken, handed, sender)
                note(writer, handed, sender, digest)
                if any(change.table not in audit.SAID_BLINDLY for change in writer.changes):
                    traits.forget(writer)
                for document in taken.unsettled:
                    settle(writer, document)
            lifting.rebuild(writer.connection, reviewers_of(writer.connection))
            facets.rebuild(writer.connection)
            tallies.rebuild(writer.connection)
            findable.rebuild(writer.connection)
            copies.copy_originals(other.originals, desk.store.originals.folder)
    return LoadReport(
        empty,
        taken.documents,
        taken.pairs,
        taken.decisions,
        taken.edits,
        taken.further,
        answers,
        taken.words,
    )


def _note_refused(desk: Desk, other: Store) -> None:
    """Let the record say of which pairs a file held hidden answers that was refused: the refusal tells what stands here."""
    with other.reading() as theirs:
        head = audit.head(theirs)
        with desk.writing(Action.IMPORT, audit.TAKEN_IN, head.hash) as writer:
            writer.detail = {"seq": head.seq, "hash": head.hash, "refused": True}
            if waiting(writer.connection):
                take_note(writer, desk.who(), theirs, empty=False, refused=True)


def backup(desk: Desk, path: Path, *, knowingly: bool = False) -> Path:
    """Copy the case file to ``path`` and its originals beside it, while others work on the case.

    The record is verified first: a copy that cannot be restored is none. Where reviewers are to be blind and nobody is named who may see
    all answers, it is made knowingly. While pairs wait for answers, the record says who made
    the copy, as with `dump`.

    Args:
        desk: of the case.
        path: where to.
        knowingly: copy it though pairs wait for answers and nobody is named who may see them all, or though the record does not
            verify; then only `restore` with the same word brings it back.

    Raises:
        Corrupt: the record does not verify, or an original is missing.
        Refused: ``path`` exists, or the case is on a server, or reviewers who are to be blind could read the others' answers in it.
        StoreError: the copy cannot be written.
    """
    with desk.reading(action=Action.EXPORT) as connection:
        copies.refuse(desk.store.engine.url, path)
        if originals_beside(path).resolve() == desk.store.originals.folder.resolve():
            raise Refused(
                f"The originals of a backup {path.name} would lie in the folder of this case, {originals_beside(path).name}.",
                next_step="Name the backup otherwise, or put it in another folder; nothing was written.",
            )
        if not knowingly and shows_answers(connection):
            raise Refused(
                "While pairs wait for answers, a backup holds answers that not everybody may see yet.",
                next_step="Make it knowingly (--knowingly) where no reviewer reads it, wait for the answers, or name an admin"
                " (`claims people NAME --role admin`).",
            )
        vouch(connection, desk.store.originals, "the backup", knowingly=knowingly)
    with looking(desk, "back up case"):
        copies.copy_originals(desk.store.originals, originals_beside(path))
        target = copies.copy_file(desk.store.engine.url, path, timeout=desk.store.timeout)
        # Once more, for those that came meanwhile.
        copies.copy_originals(desk.store.originals, originals_beside(target))
    return target
