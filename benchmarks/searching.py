"""Ten thousand documents: a page of the list, search, near search and the filters, as the documents screen asks them."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.corpus import Text

if TYPE_CHECKING:
    from claims.services import Case, Settings

DOCUMENTS: Final = 10_000
ROUNDS: Final = 5
SEED: Final = 20180403
_BATCH: Final = 250
_LETTERS: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهويabcdefghiklmnoprstuvw"
_RARE_WORDS: Final = 100_000
"""Invented words, one in twenty of a text: names and typing errors make a vocabulary long."""

_ASKED: Final[dict[str, dict[str, object]]] = {
    "first page": {},
    "latest date first": {"order": "latest"},
    "by publisher": {"order": "publisher"},
    "one word": {"text": "الرقة"},
    "three words": {"text": "التحالف قصف دير"},
    "a phrase": {"text": '"التحالف الدولي"'},
    "a near word": {"text": "التحالق", "fuzzy": True},
    "two near words": {"text": "coalitoin البوكمل", "fuzzy": True},
    "no hit": {"text": "zzzzzz"},
    "one publisher": {"publisher": "Network 7"},
    "one kind, since": {"lineage": "monitor", "since": "2018-06-01"},
    "pairs wait": {"state": "open"},
}


def searching(texts: Sequence[Text]) -> Iterable[str]:
    """The table on each database: medians of wall time, for a page that is waited for."""
    from claims.services import Settings
    from tests.postgresql import running

    with tempfile.TemporaryDirectory() as folder:
        yield from _on("SQLite", Settings(case=str(Path(folder) / "case.db")), texts)
        with running() as server:
            server.execute("CREATE DATABASE searching")
            originals = Path(folder) / "originals"
            case = Settings(case=server.address("searching"), originals=originals)
            yield from _on("PostgreSQL", case, texts)


def _on(database: str, settings: Settings, texts: Sequence[Text]) -> Iterator[str]:
    from claims.model import DocumentsWanted
    from claims.services import open_case

    with open_case(settings, actor="ana") as case:
        began = time.perf_counter()
        fill(case, texts)
        yield f"{database}: {DOCUMENTS:,} documents, laid down in {time.perf_counter() - began:.0f} s"
        for name, asked in _ASKED.items():
            wanted = DocumentsWanted(**asked)  # type: ignore[arg-type]
            spent, total = [], 0
            for _ in range(ROUNDS):
                began = time.perf_counter()
                _, total = case.documents.search(wanted)
                spent.append((time.perf_counter() - began) * 1000)
            median = statistics.median(spent)
            yield f"  {name:<20}{median:>8.0f} ms   first {spent[0]:>6.0f} ms   {total:>6} found"


def fill(case: Case, texts: Sequence[Text]) -> None:
    """Lay made-up documents down, shuffled from the sentences of the sample articles; none is read for claims."""
    from claims.model import Extraction, Lineage, Source
    from claims.review.roles import Action
    from claims.store import documents
    from claims.text.reading import read

    chance = random.Random(SEED)  # noqa: S311
    lines = [line for _, text in texts[:5] for line in text.splitlines() if line.strip()]
    rare = ["".join(chance.choices(_LETTERS, k=chance.randint(4, 9))) for _ in range(_RARE_WORDS)]
    kinds, desk = list(Lineage), case._desk  # noqa: SLF001 - the store is filled without reading claims
    for start in range(0, DOCUMENTS, _BATCH):
        with desk.writing(Action.ADD, "add documents", "made up") as writer:
            for number in range(start, start + _BATCH):
                text = _text(chance, lines, rare, number)
                name = f"Network {number % 50}"
                document = read(
                    text.encode(),
                    name=f"account{number}.txt",
                    published=f"2018-{1 + number % 12:02}-{1 + number % 28:02}",
                    publisher=Source(name, kinds[number % len(kinds)]),
                )
                desk.store.originals.keep(text.encode())
                laid = Extraction(document, (), (), ())
                documents.insert(
                    writer, laid, (), size=len(text), added_at=desk.now(), added_by="ana"
                )


def _text(chance: random.Random, lines: Sequence[str], rare: Sequence[str], number: int) -> str:
    words = " ".join(chance.choices(lines, k=12)).split()
    told = [chance.choice(rare) if chance.random() < 1 / 20 else word for word in words]
    return f"{number}\n" + " ".join(told)
