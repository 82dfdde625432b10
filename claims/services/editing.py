"""People edit claims: split, merge, anchor, correct, add, reject, accept; keep, undo, look back.

What the engine read is never overwritten: an edit replaces claims by others, and taking it back brings them back. What
stands is computed from both (`claims.review.edits`) and written down in the same transaction. A claim that an edit
made or brought back is compared at the next `Pairs.compare`; pairs of a claim that does not stand leave the queue, and
what was decided on them is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claims.errors import InputError, Refused
from claims.model import (
    Attribution,
    Claim,
    Document,
    Edit,
    EditKind,
    Extraction,
    Part,
    Span,
)
from claims.review.edits import essence
from claims.review.roles import Action
from claims.review.surroundings import surroundings
from claims.services.choices import chosen
from claims.services.desk import Desk, held
from claims.services.laid_down import wordlist_of
from claims.services.log import log
from claims.services.standing import (
    changed,
    check_draft,
    check_top,
    examined,
    questions_in,
    settle,
)
from claims.store import claims as claim_rows
from claims.store import documents, readings
from claims.store import edits as store
from claims.store.engine import Reader
from claims.store.rows import storable
from claims.store.writer import Writer

if TYPE_CHECKING:
    from claims.review.correcting import Value
    from claims.services.drafts import Draft, Ground

LONGEST_REASON: Final = 10_000
LONGEST_TOKEN: Final = 200

Words = Span | tuple[int, int]
"""A stretch of a document: a `Span`, or start and end."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who edits, why, and the idempotency key of the submission."""

    by: str
    reason: str
    token: str


class Editing:
    """What people change about the claims of a case.

    Every method takes the id of a claim, or the claim as it was seen: then it is refused as stale when the claim says
    something else by now.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def split(
        self,
        claim: Claim | str,
        parts: Sequence[Words | Claim],
        *,
        by: str = "",
        reason: str = "",
        token: str = "",
    ) -> Edit:
        """Cut a claim into two or more: each part the words of one, or the claim itself as it should be.

        What stands in the words of a part is read anew; what stands in none of them is shared by all, but for figures.

        Args:
            claim: the claim.
            parts: words of its sentence, or claims.
            by: who edits; "" for the actor.
            reason: why.
            token: one for each submission: the same token again gives the edit that is already stored.

        Raises:
            InputError: words or values that the document does not bear out.
            NotFound: the case holds no such claim.
            Refused: no such split can be made, or the token belongs to another submission.
            Stale: the claim does not stand any more, or says something else by now.
            NotAllowed: the person's role does not cover it.
        """
        from claims.services import drafts

        ground, (own,) = self._seen((claim,), by)
        cut = tuple(part if isinstance(part, Claim) else span_of(part) for part in parts)
        return self._store(drafts.split(ground, own, cut), self._hand(by, reason, token))

    def merge(self, *claims: Claim | str, by: str = "", reason: str = "", token: str = "") -> Edit:
        """Make one claim of several of one document, speaker and day; the first one's kind counts. As `split`."""
        from claims.services import drafts

        ground, own = self._seen(claims, by)
        return self._store(drafts.merge(ground, own), self._hand(by, reason, token))

    def anchor(
        self,
        claim: Claim | str,
        words: Words,
        *,
        by: str = "",
        reason: str = "",
        token: str = "",
    ) -> Edit:
        """Anchor a claim at other words. Its slots stay; empty ones are read in the new words. As `split`."""
        from claims.services import drafts

        ground, (own,) = self._seen((claim,), by)
        draft = drafts.anchor(ground, own, span_of(words))
        return self._store(draft, self._hand(by, reason, token))

    def correct(  # noqa: PLR0913 - every field of the form is a word of its own here
        self,
        claim: Claim | str,
        part: Part | str,
        value: Value,
        *,
        words: Words | None = None,
        by: str = "",
        reason: str = "",
        token: str = "",
    ) -> Edit:
        """Correct a slot, the speaker, kind, polarity, modality or statement of a claim.

        Args:
            claim: the claim.
            part: what is wrong.
            value: what is right: a `Span` that the slot modules read, a value of the model, a text, or None for *not
                stated* (`claims.review.correcting` says what each means).
            words: where a value given as text stands in the document.
            by: who edits; "" for the actor.
            reason: why.
            token: as in `split`.

        Raises:
            InputError: it is no such value, or stands on words that are not there.
            Refused: the slot modules do not read one value in the words, or the claim says so already.
        """
        from claims.review.correcting import Correction
        from claims.services import drafts

        said = Correction(chosen(Part, part), value, None if words is None else span_of(words))
        ground, (own,) = self._seen((claim,), by)
        return self._store(drafts.correct(ground, own, said), self._hand(by, reason, token))

    def add(  # noqa: PLR0913 - every field of the form is a word of its own here
        self,
        document: str,
        words: Words | Claim,
        *,
        kind: str = "other",
        speaker: Attribution | str = "",
        by: str = "",
        reason: str = "",
        token: str = "",
    ) -> Edit:
        """Add a claim that the engine missed.

        Args:
            document: id of the document.
            words: its words: date, places and figures are read in them; or the claim as it should be.
            kind: id of its kind.
            speaker: who says it, or their name as in `correct`; "" for the publisher's own voice.
            by: who edits; "" for the actor.
            reason: why.
            token: as in `split`.

        Raises:
            InputError: words that are not there, or no such kind.
            NotFound: the case holds no such document.
            Refused: the very claim is there already.
        """
        from claims.services import drafts

        with self._desk.reading(by=by, action=Action.EDIT) as connection:
            ground = self._ground(connection, document)
        if isinstance(words, Claim):
            draft = drafts.add_whole(ground, words)
        else:
            draft = drafts.add(ground, span_of(words), kind, speaker)
        return self._store(draft, self._hand(by, reason, token))

    def reject(
        self, claim: Claim | str, reason: str = "", *, by: str = "", token: str = ""
    ) -> Edit:
        """Say that a claim is none: it does not stand any more. As `split`."""
        from claims.services import drafts

        ground, (own,) = self._seen((claim,), by)
        return self._store(drafts.reject(ground, own), self._hand(by, reason, token))

    def accept(
        self, claim: Claim | str, reason: str = "", *, by: str = "", token: str = ""
    ) -> Edit:
        """Take over a claim that waits because a newer engine reads it where somebody had edited; see `asking`."""
        from claims.services import drafts

        ground, (own,) = self._seen((claim,), by)
        return self._store(drafts.accept(ground, own), self._hand(by, reason, token))

    def keep(self, edit: int, *, by: str = "", reason: str = "") -> Edit:
        """Let an edit stand though the engine reads something else by now: nobody is asked for this again.

        Raises:
            NotFound: the case holds no such edit.
            Refused: nothing is asked about it.
        """
        hand = self._hand(by, reason, "")
        with self._desk.writing(Action.EDIT, "keep edit", str(edit), by=hand.by) as writer:
            about = held(store.get(writer.connection, edit), "edit", str(edit))
            asked = [q for q in questions_in(writer.connection, about.document) if q.edit == about]
            if not asked:
                raise Refused(
                    f"Nothing is asked about edit {edit}.", next_step="It stands as it is."
                )
            row = self._row(EditKind.KEEP, about.document, about.text, hand)
            row = replace(row, replaced=asked[0].now, about=edit)
            return store.append(writer, _read_at(writer, row), ())

    def undo(self, *, by: str = "", token: str = "") -> Edit | None:
        """Take back the newest edit (or `keep`) of a person (the actor) that still stands, by a new row.

        What it replaced stands again, as far as the engine still reads it. Called again, it takes back the one before.

        Returns:
            The row that undoes; its ``about`` names what was taken back. None: nothing to undo.

        Raises:
            Refused: a later edit builds on what it made, or the token belongs to another submission.
        """
        hand = self._hand(by, "", token)
        with self._desk.writing(Action.EDIT, "undo edit", hand.by, by=hand.by) as writer:
            stored = store.with_token(writer.connection, hand.by, hand.token)
            if stored is not None and stored.kind is not EditKind.UNDO:
                raise _other(stored)
            if stored is not None:
                return stored
            about = store.newest_of(writer.connection, hand.by)
            if about is None:
                return None
            check_top(writer.connection, about)
            row = self._row(EditKind.UNDO, about.document, about.text, hand)
            undone = store.append(writer, _read_at(writer, replace(row, about=about.id)), ())
            settle(writer, about.document)
            return undone

    def _hand(self, by: str, reason: str, token: str) -> Hand:
        for words, most in ((reason, LONGEST_REASON), (token, LONGEST_TOKEN)):
            if len(words) > most:
                raise InputError(
                    f"A text of {len(words)} characters is too long here.",
                    next_step=f"Use at most {most}.",
                )
        return Hand(self._desk.who(by), storable(reason), storable(token))

    def _seen(self, wanted: Iterable[Claim | str], by: str) -> tuple[Ground, tuple[Claim, ...]]:
        """The claims that are meant, and the document of the first with what the case adds to its reading.

        Raises:
            NotFound: the case holds no such claim.
            Stale: one of them says something else by now.
        """
        found: list[Claim] = []
        with self._desk.reading(by=by, action=Action.EDIT) as connection:
            for each in wanted:
                name = each.id if isinstance(each, Claim) else each
                stored = held(claim_rows.claim(connection, name), "claim", name)
                if isinstance(each, Claim) and each != stored:
                    raise changed(name)
                found.append(stored)
            if not found:
                raise InputError("No claim was named.", next_step="Name the claims by their ids.")
            name = found[0].document
            ground = self._ground(connection, name)
        return ground, tuple(found)

    def _ground(self, connection: Reader, name: str) -> Ground:
        from claims.services.drafts import Ground

        document = held(documents.document(connection, name), "document", name)
        return Ground(document, wordlist_of(connection))

    def _store(self, draft: Draft, hand: Hand) -> Edit:
        """Store an edit and settle what stands, when what it replaces still stands as it was seen."""
        document = draft.document
        with self._desk.reading(by=hand.by, action=Action.EDIT) as connection:
            stored = store.with_token(connection, hand.by, hand.token)
            extraction = held(
                documents.extraction(connection, document.id), "document", document.id
            )
            without = wordlist_of(connection).without
        if stored is not None:
            return _same(stored, draft)
        made = examined(extraction, draft.made, draft.replaced, without)
        around = surroundings(Extraction(document, extraction.sentences, made, ()))
        subject = draft.replaced[0].id if draft.replaced else document.id
        with self._desk.writing(
            Action.EDIT, f"{draft.kind.value} claim", subject, by=hand.by
        ) as writer:
            stored = store.with_token(writer.connection, hand.by, hand.token)
            if stored is not None:
                return _same(stored, draft)
            check_draft(writer.connection, draft.replaced, made, waits=draft.waits)
            row = self._row(draft.kind, document.id, _hash(document), hand)
            row = replace(row, replaced=draft.replaced, made=made, given=draft.given)
            edit = store.append(writer, _read_at(writer, row), around)
            settle(writer, document.id)
        log.info("claim edited", edit=edit.id, kind=edit.kind.value, document=document.id)
        return edit

    def _row(self, kind: EditKind, document: str, text: str, hand: Hand) -> Edit:
        return Edit(
            id=0,
            kind=kind,
            document=document,
            by=hand.by,
            at=self._desk.now(),
            reason=hand.reason,
            replaced=(),
            made=(),
            given=(),
            text=text,
            program=self._desk.program,
            reading=0,
            token=hand.token,
        )


def span_of(words: Words) -> Span:
    """The span that is meant.

    Raises:
        InputError: it is none.
    """
    if isinstance(words, Span):
        return words
    try:
        return Span(*words)
    except (ValueError, TypeError) as error:
        raise InputError(
            f"{words!r} are no words of a document.", next_step="Give start and end, start first."
        ) from error


def _hash(document: Document) -> str:
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def _read_at(writer: Writer, row: Edit) -> Edit:
    return replace(row, reading=readings.number(writer.connection, row.document))


def _same(stored: Edit, draft: Draft) -> Edit:
    """The stored edit, when it is what was submitted again."""
    replaced = [claim.id for claim in stored.replaced] == [claim.id for claim in draft.replaced]
    made = [essence(claim) for claim in stored.made] == [essence(claim) for claim in draft.made]
    if (stored.kind, stored.document) == (draft.kind, draft.document.id) and replaced and made:
        return stored
    raise _other(stored)


def _other(stored: Edit) -> Refused:
    return Refused(
        f"Edit {stored.id} was stored under this token, and is another one.",
        next_step="Load the document anew and edit again.",
    )
