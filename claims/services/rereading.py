"""Read stored documents again, as a newer engine does: what people edited stays theirs.

The text stays as it is stored; the publication date follows what people say of the document. A claim that is read in the same words stays the
same claim under the same id, whatever its slots say now, so that pairs, decisions and edits go on speaking of it; what
it said before is kept. A claim that is not read any more does not stand, and is kept. Where a person edited, their
claims stand; they are asked again when the engine reads something else there now.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claims.errors import InputError, Refused
from claims.model import Claim, Document, Extraction, MachineClaim, Question
from claims.review.edits import succession
from claims.review.roles import Action
from claims.review.surroundings import surroundings
from claims.services.desk import Desk, held
from claims.services.laid_down import wordlist_of
from claims.services.log import log
from claims.services.results import Watch
from claims.services.standing import questions_in, settle
from claims.store import documents, findable, readings
from claims.store.document_rows import reading_body
from claims.store.engine import Reader
from claims.store.readings import Again
from claims.store.writer import Writer


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """What reading documents again changed.

    Attributes:
        documents: how many were read.
        changed: ids of those in which something is read otherwise now.
        revised: claims that are read otherwise in the same words; they keep their ids.
        new: claims that were not read before.
        gone: claims that are not read any more; they are kept, and do not stand.
        questions: what this run asks people who edited; never the same twice.
        unread: ids of those that are damaged and were passed over.
    """

    documents: int = 0
    changed: tuple[str, ...] = ()
    revised: int = 0
    new: int = 0
    gone: int = 0
    questions: tuple[Question, ...] = ()
    unread: tuple[str, ...] = ()

    def __add__(self, other: ReadAgain) -> ReadAgain:
        """Both reports as one, in this order."""
        return ReadAgain(
            self.documents + other.documents,
            self.changed + other.changed,
            self.revised + other.revised,
            self.new + other.new,
            self.gone + other.gone,
            self.questions + other.questions,
            self.unread + other.unread,
        )


def extract_again(desk: Desk, wanted: Sequence[str], progress: Watch | None) -> ReadAgain:
    """Read documents again, each in a transaction of its own: stopped halfway, those that were read are stored.

    One that is damaged is passed over and named in the report.

    Args:
        desk: the open case.
        wanted: ids of documents; none: all of them.
        progress: told before each document, and once at the end.

    Raises:
        NotFound: the case holds no such document.
    """
    with desk.reading(action=Action.ADD) as connection:
        known = documents.ids(connection)
    names = tuple(wanted) or known
    for name in wanted:
        held(name if name in known else None, "document", name)
    report = ReadAgain()
    for done, name in enumerate(names):
        if progress is not None:
            progress(done, len(names), name)
        try:
            report += _again(desk, name)
        except InputError as error:
            unread(f"document {name}", error)
            report += ReadAgain(unread=(name,))
    if progress is not None:
        progress(len(names), len(names), "")
    return report


def unread(name: str, error: InputError | Refused) -> None:
    """Note in the log that something stored is damaged and was passed over."""
    log.warning("damaged, passed over", what=name, error=error.message)


def _again(desk: Desk, name: str) -> ReadAgain:
    """Read one document again; the reading is done outside of any transaction, anew when another one came between."""
    while True:
        found = anew(desk, name)
        if found.same:
            return ReadAgain(1)
        with desk.writing(Action.ADD, "extract document again", name) as writer:
            if not found.holds(writer.connection):
                continue
            return found.store(desk, writer)


@dataclass(frozen=True, slots=True)
class Anew:
    """A reading of a stored document that is not stored yet.

    Attributes:
        document: as it was read, its date from its own dateline where nobody gave one.
        number: of the reading before.
        again: what the new one changes.
        same: whether it changes nothing.
    """

    document: Document
    number: int
    again: Again
    same: bool

    def holds(self, connection: Reader) -> bool:
        """Whether no other reading came between."""
        return readings.number(connection, self.document.id) == self.number

    def store(self, desk: Desk, writer: Writer) -> ReadAgain:
        """Write it down, and what stands because of it, in a transaction that is open."""
        name = self.document.id
        if self.same:
            return ReadAgain(1)
        before = questions_in(writer.connection, name)
        readings.add(
            writer, self.again, made_at=desk.now(), made_by=desk.who(), program=desk.program
        )
        findable.recall(writer.connection, name)
        settle(writer, name)
        asked = tuple(each for each in questions_in(writer.connection, name) if each not in before)
        revised, new, gone = len(self.again.heirs), len(self.again.new), len(self.again.gone)
        writer.detail = {"revised": revised, "new": new, "gone": gone, "asked": len(asked)}
        log.info("document read again", document=name, revised=revised, new=new, gone=gone)
        return ReadAgain(1, (name,), revised, new, gone, asked)


def anew(desk: Desk, name: str, described: Callable[[Document], Document] | None = None) -> Anew:
    """Read a stored document again, outside of any transaction.

    Args:
        desk: the open case.
        name: its id.
        described: makes of the stored document the one to be read; None reads it as it is stored.

    Raises:
        NotFound: the case holds no such document.
    """
    with desk.reading() as connection:
        document = held(documents.document(connection, name), "document", name)
        number = readings.number(connection, name)
        machine = readings.machine(connection, name)
        body = readings.body(connection, name)
        wordlist = wordlist_of(connection)
    read = desk.stages.extract(described(document) if described else document, wordlist)
    dated = read.document if described else document
    found = _changes(dated, machine, read)
    changes = found.new or found.gone or found.heirs
    return Anew(dated, number, found, not changes and reading_body(found.extraction) == body)


def _changes(document: Document, machine: Sequence[MachineClaim], extraction: Extraction) -> Again:
    """What a reading changes in what was read before."""
    own = Extraction(document, extraction.sentences, extraction.claims, extraction.problems)
    present = [each.claim for each in machine if each.gone is None]
    gone = [each.claim for each in machine if each.gone is not None]
    heirs = succession(present, gone, own.claims)
    kept = set(heirs.values())
    stored = {claim.id: claim for claim in present}
    around = dict(zip((claim.id for claim in own.claims), surroundings(own), strict=True))
    return Again(
        extraction=own,
        heirs={
            name: own.claims[place]
            for place, name in heirs.items()
            if not _same(stored.get(name), own.claims[place])
        },
        new=tuple(claim for place, claim in enumerate(own.claims) if place not in heirs),
        gone=tuple(claim.id for claim in present if claim.id not in kept),
        around=around,
    )


def _same(stored: Claim | None, claim: Claim) -> bool:
    """Whether a claim stands as it is read now."""
    return stored is not None and replace(claim, id=stored.id) == stored
