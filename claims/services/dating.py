"""Documents without a day of publication: how many there are, what they themselves say of it, and saying it of many at once.

A day that is missing leaves *today*, *on Friday* and days without a year open, and accounts of one event apart. What a text says
of its own day is only a hint, which nobody takes but a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.errors import InputError, NotAllowed, NotFound, Refused, Stale
from claims.model import DayHint, Lineage, Particulars, Source
from claims.review.roles import Action
from claims.services.describing import Describing
from claims.services.rereading import ReadAgain, unread
from claims.services.results import Refusal, Watch
from claims.store import documents, finding

_OF_ONE = (InputError, NotFound, Refused, Stale)
"""What is wrong with one document and stops no other."""


_NOTHING_READ = ReadAgain()


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says of one document among many; what is None stays as it is.

    Attributes:
        document: its id.
        published: when it was published, as EDTF or in words; "" for what the text says.
        publisher: the name of who published it, "" for nobody.
        lineage: what kind of source that is; None keeps what is known of them.
        others: further entries of the card by their names in `Particulars`.
        seen: date and name of the publisher as whoever says it saw them; None asks for no such thing.
        reason: why.
    """

    document: str
    published: str | None = None
    publisher: str | None = None
    lineage: Lineage | None = None
    others: Mapping[str, str] | None = None
    seen: tuple[str, str] | None = None
    reason: str = ""

    def over(self, card: Particulars) -> Particulars:
        """The card as it stands with what is said."""
        entries = dict(self.others or {})
        if self.published is not None:
            entries["published"] = self.published
        publisher = publisher_over(card.publisher, self.publisher, self.lineage)
        return replace(card, publisher=publisher, **entries)

    def card_seen(self, card: Particulars) -> Particulars:
        """The card as it stood when it was seen, as far as that was told."""
        if self.seen is None:
            return card
        published, name = self.seen
        same = name == (card.publisher.name if card.publisher else "")
        return replace(
            card, published=published, publisher=card.publisher if same else Source.named(name)
        )


@dataclass(frozen=True, slots=True)
class DescribedMany:
    """What became of words on many documents.

    Attributes:
        documents: ids of those of which something was said.
        same: how many stood so already.
        refused: those of which nothing was stored, and why.
        read: what is read otherwise since.
    """

    documents: tuple[str, ...] = ()
    same: int = 0
    refused: tuple[Refusal, ...] = ()
    read: ReadAgain = _NOTHING_READ

    def __add__(self, other: DescribedMany) -> DescribedMany:
        """Both as one, in this order."""
        return DescribedMany(
            self.documents + other.documents,
            self.same + other.same,
            self.refused + other.refused,
            self.read + other.read,
        )


def publisher_over(
    now: Source | None, name: str | None, kind: Lineage | None = None
) -> Source | None:
    """The publisher as it shall stand: what is None stays, an empty name takes it away."""
    called = (now.name if now else "") if name is None else name
    if not called and kind is None:
        return None
    known = now.lineage if now and (name is None or now.name == name) else Lineage.UNKNOWN
    aliases = now.aliases if now and now.name == called else ()
    return Source(called, known if kind is None else kind, aliases)


class Dating(Describing):
    """Many documents at once."""

    def undated(self) -> int:
        """How many documents have no day, month or year of publication."""
        with self._desk.reading() as connection:
            return finding.undated(connection)

    def day_hints(self, ids: Collection[str]) -> dict[str, tuple[DayHint, ...]]:
        """What those of these documents that have no date of publication say of it, by id; one that is damaged is left out."""
        from claims.checks import day_hints

        today = date.fromisoformat(self._desk.now()[:10])
        found: dict[str, tuple[DayHint, ...]] = {}
        with self._desk.reading() as connection:
            for name in ids:
                try:
                    extraction = documents.extraction(connection, name)
                except InputError as error:
                    unread(f"document {name}", error)
                    continue
                if extraction is not None and not extraction.document.published:
                    found[name] = day_hints(extraction, today)
        return found

    def describe_several(
        self, sayings: Iterable[Saying], *, token: str = "", progress: Watch | None = None
    ) -> DescribedMany:
        """Say of several documents what they are, each a row of its own that can be taken back; one that is refused stops no other.

        Args:
            sayings: what is said.
            token: one for the submission: the same one again stores nothing twice.
            progress: told before each document, and once at the end.

        Raises:
            NotAllowed: the actor's role does not cover it.
        """
        wanted = tuple(sayings)
        said = DescribedMany()
        for done, each in enumerate(wanted):
            if progress is not None:
                progress(done, len(wanted), each.document)
            said += self._say(each, token and f"{token} {each.document}")
        if progress is not None:
            progress(len(wanted), len(wanted), "")
        return said

    def _say(self, each: Saying, token: str) -> DescribedMany:
        with self._desk.reading(action=Action.EDIT) as connection:
            head = documents.head(connection, each.document)
        name = each.document if head is None else head.name
        try:
            now = self.particulars(each.document)
            card = each.over(now)
            if not now.changed(card):
                return DescribedMany(same=1)
            done = self.describe(
                each.document, card, seen=each.card_seen(now), reason=each.reason, token=token
            )
        except NotAllowed:
            raise
        except _OF_ONE as error:
            return DescribedMany(refused=(Refusal(name, error.message, error.next_step),))
        return DescribedMany(documents=(each.document,), read=done.read)

    def undo_several(
        self, ids: Sequence[str], *, token: str = "", progress: Watch | None = None
    ) -> DescribedMany:
        """Take back the actor's newest word on each of these documents.

        Raises:
            NotAllowed: the actor's role does not cover it.
        """
        said = DescribedMany()
        for done, name in enumerate(ids):
            if progress is not None:
                progress(done, len(ids), name)
            try:
                undone = self.undo_description(name, token=token and f"{token} {name}")
            except NotAllowed:
                raise
            except _OF_ONE as error:
                said += DescribedMany(refused=(Refusal(name, error.message, error.next_step),))
                continue
            said += (
                DescribedMany(same=1)
                if undone is None
                else DescribedMany((name,), read=undone.read)
            )
        if progress is not None:
            progress(len(ids), len(ids), "")
        return said
