"""People say what a document is: title, publisher, author, date, address, language, archive; with history and undo.

The text stays as it came, and so does what it came with: each word is a row of its own. Where date, publisher or language
changed, the document is read again in the same transaction, for dates, speakers and comparison depend on them; what
people edited stays theirs (`claims.services.rereading`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from claims.errors import InputError, Refused, Stale
from claims.model import Described, Document, Particulars, Source
from claims.review.roles import Action
from claims.services.desk import Desk, held, missing
from claims.services.log import log
from claims.services.marks import token_of
from claims.services.rereading import Anew, ReadAgain, anew
from claims.slots.time import spelt_date
from claims.slots.time.edtf import interval
from claims.store import descriptions as store
from claims.store import documents
from claims.store.document_rows import described
from claims.store.rows import storable

LONGEST: Final = 2000
"""Characters of one entry of the card."""
LANGUAGES: Final = ("ar", "en", "und")
_READ: Final = frozenset({"publisher", "published", "language"})
"""What the reading of a document rests on."""


@dataclass(frozen=True, slots=True)
class Describes:
    """What became of a word on a document.

    Attributes:
        row: what is stored.
        read: what the document is read as since.
    """

    row: Described
    read: ReadAgain


class Describing:
    """What people say of documents."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def particulars(self, document: str) -> Particulars:
        """What is known of a document beside its text, as it stands.

        Raises:
            NotFound: the case holds no such document.
        """
        with self._desk.reading() as connection:
            return Particulars.of(held(documents.head(connection, document), "document", document))

    def describe(
        self,
        document: str,
        said: Particulars,
        *,
        seen: Particulars | None = None,
        reason: str = "",
        token: str = "",
    ) -> Describes:
        """Say what a document is; what depends on it is read again at once, and compared at the next comparison.

        Args:
            document: its id.
            said: the whole card as it shall stand. A date that is left empty is the one that the text itself states.
            seen: the card as the person saw it; it is refused as stale when it says something else by now.
            reason: why, in the person's words.
            token: one for each submission: the same token again gives what is already stored.

        Raises:
            InputError: the date is none, or an entry or the reason is too long.
            NotFound: the case holds no such document.
            Refused: nothing is changed by it, or the token belongs to another submission.
            Stale: somebody else has described it since.
            NotAllowed: the actor's role does not cover it.
        """
        card, who, given = _tidy(said), self._desk.who(), token_of(token)
        _check_length("reason", reason)
        while True:
            with self._desk.reading(action=Action.EDIT) as connection:
                stored = store.with_token(connection, who, given)
                head = held(documents.head(connection, document), "document", document)
            if stored is not None:
                return _same(stored, document, card)
            now = Particulars.of(head)
            if seen is not None and seen.changed(now):
                raise _stale(document)
            changed = now.changed(card)
            if not changed:
                raise _so_already(document)
            card = replace(card, published_reason=_reason(now, card))
            found = self._anew(document, card) if _READ & {*changed} else None
            resolved = _resolved(card, found)
            if not now.changed(resolved) and now.published_reason == resolved.published_reason:
                raise _so_already(document)
            done = self._store(document, now, resolved, found, (who, reason, given))
            if done is not None:
                return done

    def _anew(self, document: str, card: Particulars | None) -> Anew:
        def as_said(_: Document) -> Document:
            with self._desk.reading() as connection:
                own = held(store.as_it_came(connection, document), "document", document)
            return described(own, card)

        return anew(self._desk, document, as_said)

    def _store(
        self,
        document: str,
        now: Particulars,
        card: Particulars,
        found: Anew | None,
        words: tuple[str, str, str],
    ) -> Describes | None:
        """Write it down; None when something came between."""
        who, reason, token = words
        with self._desk.writing(Action.EDIT, "describe document", document) as writer:
            head = held(documents.head(writer.connection, document), "document", document)
            if Particulars.of(head) != now or not (found is None or found.holds(writer.connection)):
                return None
            said = _words(who, self._desk.now(), storable(reason), token, None)
            row = store.append(writer, document, card, said)
            read = ReadAgain() if found is None else found.store(self._desk, writer)
            writer.detail = {**writer.detail, "changed": " ".join(now.changed(card))}
        log.info("document described", document=document, changed=now.changed(card))
        return Describes(row, read)

    def undo_description(self, document: str, *, token: str = "") -> Describes | None:
        """Take back the actor's newest word on a document that stands, by a new row; None when there is none.

        What stood before stands again, in the words of whoever said it.

        Raises:
            NotFound: the case holds no such document.
            Refused: the token belongs to another submission.
            NotAllowed: the actor's role does not cover it.
        """
        who, given = self._desk.who(), token_of(token)
        while True:
            with self._desk.reading(action=Action.EDIT) as connection:
                held(documents.head(connection, document), "document", document)
                stored = store.with_token(connection, who, given, undo=True)
                newest = store.newest(connection, document, who)
                card = None if newest is None else store.before(connection, newest)
            if stored is not None:
                if stored.document != document:
                    raise _stored_otherwise()
                return Describes(stored, ReadAgain())
            if newest is None:
                return None
            found = self._anew(document, card)
            with self._desk.writing(Action.EDIT, "undo description", document) as writer:
                if store.newest(writer.connection, document, who) != newest or not found.holds(
                    writer.connection
                ):
                    continue
                said = _words(who, self._desk.now(), "", given, newest.id)
                row = store.append(writer, document, card, said)
                return Describes(row, found.store(self._desk, writer))

    def descriptions(self, document: str) -> tuple[Described, ...]:
        """Every word on a document, those that were taken back included, in the order they were stored.

        Raises:
            NotFound: the case holds no such document.
        """
        with self._desk.reading() as connection:
            if storable(document) not in documents.ids(connection):
                raise missing("document", document)
            return store.history(connection, storable(document))

    def described(self) -> Mapping[str, Described]:
        """What is said of every document that somebody described, by its id, under the name of who said it."""
        with self._desk.reading() as connection:
            return {name: row for name, row in store.standing(connection).items() if row.said}


def _words(
    who: str, at: str, reason: str, token: str, undoes: int | None
) -> dict[str, str | int | None]:
    return {"author": who, "made_at": at, "reason": reason, "token": token, "undoes": undoes}


def _tidy(said: Particulars) -> Particulars:
    """The card without what cannot be stored, and only if it can stand so."""
    entries = {
        name: " ".join(storable(getattr(said, name)).split())
        for name in ("title", "author", "published", "address", "archive")
    }
    entries["published"] = spelt_date(entries["published"]) or entries["published"]
    publisher = said.publisher
    if publisher is not None:
        publisher = Source(
            " ".join(storable(publisher.name).split()),
            publisher.lineage,
            tuple(map(storable, publisher.aliases)),
        )
        entries["publisher"] = publisher.name
    for name, value in entries.items():
        _check_length(name, value)
    for alias in () if publisher is None else publisher.aliases:
        _check_length("publisher", alias)
    if publisher is not None and not publisher.name:
        raise InputError(
            "A kind of source needs the name of a source.",
            next_step="Give the publisher's name, or leave the kind unknown.",
        )
    published = entries["published"]
    if published and interval(published) is None:
        raise InputError(
            f"{published!r} is no date.",
            next_step="Write it as 2018-04-03, 2018-04 or 2018, or leave it empty.",
        )
    if said.language not in LANGUAGES:
        raise InputError(
            f"{said.language!r} is no language that is read here.",
            next_step=f"Choose one of: {', '.join(LANGUAGES)}.",
        )
    entries.pop("publisher", None)
    return replace(said, publisher=publisher, **entries)


def _check_length(name: str, value: str) -> None:
    if len(value) > LONGEST:
        raise InputError(
            f"The {name} has {len(value)} characters.", next_step=f"Use at most {LONGEST}."
        )


def _reason(now: Particulars, card: Particulars) -> str:
    """Who says the date: what it was when it did not change, else the person."""
    if card.published == now.published:
        return now.published_reason
    return "given" if card.published else ""


def _resolved(card: Particulars, found: Anew | None) -> Particulars:
    """The card with the date that the text itself states, where nobody gives another one."""
    if found is None or card.published:
        return card
    return replace(
        card,
        published=found.document.published,
        published_reason=found.document.published_reason,
    )


def _same(stored: Described, document: str, card: Particulars) -> Describes:
    """What is stored, when it is what was submitted again."""
    said = stored.said or Particulars()
    left_to_the_text = set() if card.published else {"published"}
    if stored.document == document and not {*said.changed(card)} - left_to_the_text:
        return Describes(stored, ReadAgain())
    raise _stored_otherwise()


def _stored_otherwise() -> Refused:
    return Refused(
        "This submission was stored before, saying something else.",
        next_step="Load the document anew and describe it again.",
    )


def _so_already(document: str) -> Refused:
    return Refused(
        f"Document {document} is described so already.",
        next_step="Nothing was stored. Change an entry first.",
    )


def _stale(document: str) -> Stale:
    return Stale(
        f"Document {document} was described by somebody else since you saw it.",
        next_step="Nothing was stored. Look at it again and describe it.",
    )
