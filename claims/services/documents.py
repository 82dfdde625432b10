"""Take files into a case, list and read them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from claims.errors import InputError, NotFound
from claims.model import (
    DOCUMENT_ORDERS,
    DOCUMENT_STATES,
    Document,
    DocumentHead,
    DocumentsWanted,
    Extraction,
    Found,
    Source,
)
from claims.review.finding import hits_in
from claims.review.roles import Action
from claims.review.surroundings import surroundings
from claims.services.beside import Beside, rows_of
from claims.services.dating import Dating, DescribedMany
from claims.services.desk import CANDIDATES, Desk, held, meant, page_size, place
from claims.services.intake import About, called, files_of, read_file, too_large
from claims.services.laid_down import wordlist_of
from claims.services.log import log
from claims.services.rereading import ReadAgain, extract_again, unread
from claims.services.results import AddReport, Page, Refusal, Watch
from claims.slots.time.edtf import interval
from claims.store import documents as store
from claims.store import findable, finding
from claims.store.engine import Reader
from claims.store.originals import sha256
from claims.store.rows import LONGEST_KEY, storable
from claims.text.lookup import terms

MOST_WORDS: Final = 30
"""Words that are looked for at once: each is a question of its own to the database."""
LAST_PAGE: Final = 1_000_000


class Documents(Dating):
    """The documents of a case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)

    def add(
        self,
        files: str | Path | Iterable[str | Path],
        *,
        published: str = "",
        publisher: Source | str | None = None,
        address: str = "",
        beside: Beside | None = None,
        progress: Watch | None = None,
    ) -> AddReport:
        """Read files, extract their claims and store each document whole, in a transaction of its own.

        Args:
            files: files and folders; of a folder, every ``*.txt`` below it, sorted by path.
            published: publication date as EDTF, "" when unknown; holds for every file. If it is no date, every file is
                refused.
            publisher: who published them, or the name alone; None when unknown.
            address: where they were published.
            beside: what is said of single files, over what holds for all.
            progress: told before each file, and once at the end.

        Returns:
            What was added, what the case already held, and what was refused and why.

        Raises:
            InputError: no such file or folder, or nothing to take in.
        """
        about = About(published, Source.named(publisher), address)
        paths = files_of(files)
        own, left = beside.of(paths, about) if beside else ({}, ())
        report = AddReport(left=left)
        for done, path in enumerate(paths):
            if progress is not None:
                progress(done, len(paths), path.name)
            report += self._add_file(path, own.get(path, about))
        if progress is not None:
            progress(len(paths), len(paths), "")
        return report

    def _add_file(self, path: Path, about: About) -> AddReport:
        try:
            data = read_file(path, self._desk.settings.max_bytes)
            return self._take_in(data, called(path), about)
        except InputError as error:
            return AddReport(refused=(Refusal(called(path), error.message, error.next_step),))

    def add_bytes(
        self,
        data: bytes,
        *,
        name: str,
        published: str = "",
        publisher: Source | str | None = None,
        address: str = "",
    ) -> AddReport:
        """Take in one document whose bytes are at hand, as `add` does with a file."""
        about = About(published, Source.named(publisher), address)
        try:
            if len(data) > self._desk.settings.max_bytes:
                raise too_large(name, self._desk.settings.max_bytes)
            return self._take_in(data, name, about)
        except InputError as error:
            return AddReport(refused=(Refusal(name, error.message, error.next_step),))

    def _take_in(self, data: bytes, name: str, about: About) -> AddReport:
        """Store one document, unless its bytes are there; the reading is done outside of any transaction.

        Raises:
            InputError: there is no text in the bytes, or the name is too long to be kept.
        """
        desk = self._desk
        length = len(storable(name).encode())
        if length > LONGEST_KEY:
            raise InputError(
                f"A name of {length} bytes is too long for a document.",
                next_step=f"Give it one of at most {LONGEST_KEY} bytes.",
            )
        digest = sha256(data)
        with desk.reading(action=Action.ADD) as connection:
            present = store.head_by_hash(connection, digest)
            wordlist = wordlist_of(connection)
        if present is not None:
            return AddReport(present=(present,))
        extraction = about.extract(desk.stages, data, name, wordlist)
        document = extraction.document
        desk.store.originals.keep(data)
        with desk.writing(Action.ADD, "add document", document.id) as writer:
            present = store.head_by_hash(writer.connection, digest)
            if present is not None:
                return AddReport(present=(present,))
            store.insert(
                writer,
                extraction,
                surroundings(extraction),
                size=len(data),
                added_at=desk.now(),
                added_by=desk.who(),
            )
            head = store.head(writer.connection, document.id)
        log.info("document added", document=document.id, claims=len(extraction.claims))
        return AddReport(added=() if head is None else (head,))

    def extract_again(
        self, documents: str | Iterable[str] = (), *, progress: Watch | None = None
    ) -> ReadAgain:
        """Read documents again with the engine at hand; what people edited stays theirs.

        Args:
            documents: ids; none: every document of the case.
            progress: told before each document, and once at the end.

        Returns:
            What changed, and what people who edited are asked because of it.

        Raises:
            NotFound: the case holds no such document.
        """
        wanted = [documents] if isinstance(documents, str) else [*documents]
        return extract_again(self._desk, [name for name in wanted if name], progress)

    def describe_from(
        self, table: Path, *, reason: str = "", progress: Watch | None = None
    ) -> DescribedMany:
        """Say of many documents what a table says; see `claims.services.beside`.

        Args:
            table: CSV in UTF-8, with a row for each document.
            reason: why, where a row gives no reason of its own.
            progress: told before each document, and once at the end.

        Raises:
            InputError: it is no such table.
            UnreadableFile: the system does not give it to us.
            NotAllowed: the actor's role does not cover it.
        """
        sayings, refused = [], []
        for row in rows_of(table):
            try:
                sayings.append(row.saying(self.find(row.name).id, reason))
            except (InputError, NotFound) as error:
                refused.append(Refusal(row.name, error.message, error.next_step))
        done = self.describe_several(sayings, progress=progress)
        return DescribedMany(refused=tuple(refused)) + done

    def list(self, *, after: str = "", limit: int = 50, language: str = "") -> Page[DocumentHead]:
        """One page of the documents, in the order they were added; ``language`` leaves out all others.

        A document whose row is damaged is left out, here and in `search`; `Audit.verify` names it.
        """
        size = page_size(limit)
        with self._desk.reading() as connection:
            found = store.page(
                connection, after=place(after), limit=size + 1, language=language, left_out=unread
            )
        return Page.of(found, size)

    def count(self) -> tuple[int, int]:
        """How many documents the case holds, and how many claims stand in them."""
        with self._desk.reading() as connection:
            return store.sizes(connection)

    def search(
        self, wanted: DocumentsWanted, *, page: int = 1, size: int = 50
    ) -> tuple[tuple[Found, ...], int]:
        """The documents of one page of what is asked for, and how many there are on all pages.

        Args:
            wanted: what is asked for, with at most `MOST_WORDS` words.
            page: from 1 to `LAST_PAGE`; beyond the last one it is empty.
            size: documents of a page.

        Raises:
            InputError: there is no such page, order, state or day, or there are too many words.
        """
        if not 1 <= page <= LAST_PAGE or wanted.order not in DOCUMENT_ORDERS:
            raise InputError(
                f"There is no page {page} in the order {wanted.order!r}.",
                next_step=f"Ask for a page from 1 to {LAST_PAGE}, in one of: {', '.join(DOCUMENT_ORDERS)}.",
            )
        if wanted.state and wanted.state not in DOCUMENT_STATES:
            raise InputError(
                f"There is no state {wanted.state!r}.",
                next_step=f"Ask for one of: {', '.join(DOCUMENT_STATES)}.",
            )
        _check_words_and_days(wanted)
        limit, who = page_size(size), self._desk.who()
        with self._desk.reading() as connection:
            heads, total = finding.found(
                connection,
                wanted,
                who,
                page=range((page - 1) * limit, page * limit),
                vocabulary=self._vocabulary,
                left_out=unread,
            )
            names = [head.id for head in heads]
            above = finding.headlines(connection, names)
            texts = finding.texts(connection, names if wanted.text.strip() else (), unread)
        hits = {name: hits_in(document, wanted) for name, document in texts.items()}
        return tuple(
            Found(head, hits.get(head.id, ()), above.get(head.id, "")) for head in heads
        ), total

    def _vocabulary(self, connection: Reader, least: int, most: int) -> Sequence[tuple[int, str]]:
        """The words of that many letters, read once for each number of words that the case holds."""
        return self._desk.looked_up.of(
            str(findable.count(connection)),
            (least, most),
            lambda: findable.vocabulary(connection, least, most),
        )

    def publishers(self, *, limit: int = 200) -> tuple[str, ...]:
        """The names of those who published documents of the case, most documents first."""
        size = page_size(limit)
        with self._desk.reading() as connection:
            return finding.publishers(connection, size)

    def headlines(self, ids: Collection[str]) -> dict[str, str]:
        """The words that stand above the texts of these documents, "" where there are none."""
        with self._desk.reading() as connection:
            return finding.headlines(connection, tuple(ids))

    def get(self, document: str) -> Document:
        """The document of that id, with its text.

        Raises:
            NotFound: the case holds no such document.
        """
        with self._desk.reading() as connection:
            return held(store.document(connection, document), "document", document)

    def head(self, document: str) -> DocumentHead:
        """The document of that id, without its text.

        Raises:
            NotFound: the case holds no such document.
        """
        with self._desk.reading() as connection:
            return held(store.head(connection, document), "document", document)

    def extraction(self, document: str) -> Extraction:
        """What the newest reading of the document of that id gave, with the claims that stand in it now.

        Raises:
            NotFound: the case holds no such document.
        """
        with self._desk.reading() as connection:
            return held(store.extraction(connection, document), "document", document)

    def original(self, document: str) -> bytes:
        """The bytes as they were handed in.

        Raises:
            NotFound: the case holds no such document.
            Corrupt: they are missing or do not have the hash that was recorded.
        """
        return self._desk.store.originals.read(self.head(document).sha256)

    def find(self, text: str) -> DocumentHead:
        """The one document whose id begins with ``text`` or whose name is ``text``.

        Raises:
            NotFound: none, or more than one.
        """
        with self._desk.reading() as connection:
            found = store.named(connection, text, limit=CANDIDATES) if text else ()
        return meant(found, "document", text)


def _check_words_and_days(wanted: DocumentsWanted) -> None:
    count = sum(len(term.words) for term in terms(wanted.text))
    if count > MOST_WORDS:
        raise InputError(
            f"{count} words cannot be looked for at once.", next_step=f"Use at most {MOST_WORDS}."
        )
    for day in (wanted.since, wanted.until):
        if day and interval(day) is None:
            raise InputError(
                f"{day!r} is no date to look for.",
                next_step="Write it as 2018-04-03, 2018-04 or 2018, or leave it empty.",
            )
