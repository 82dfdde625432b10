"""The corpora of phrasings as cases: ``tests/slots/corpus/<language>/<kind>*.toml``.

The files are the finders' own tests; their heads say how they are written. A *meaning* has many phrasings, a sentence
lists all it states, and what stands under *never* must give nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claims.evaluation.slot_cases import LANGUAGES, UNLISTED, SlotCase, Wanted, notation

_COLLECTION = "corpus"
_Table = Mapping[str, Any]


def load_corpus(folder: Path) -> tuple[SlotCase, ...]:
    """All cases of a folder of corpora, by language and file; none where the folder holds none."""
    return tuple(
        case
        for language in LANGUAGES
        for prefix, cases in _READERS.items()
        for path in sorted((folder / language).glob(f"{prefix}*.toml"))
        for case in cases(language, tomllib.loads(path.read_text(encoding="utf-8")))
    )


def _dates(language: str, table: _Table) -> Iterator[SlotCase]:
    def case(text: str, wanted: tuple[Wanted, ...], row: _Table) -> SlotCase:
        reference = row.get("reference", table.get("reference", ""))
        told = table.get("language", "")
        return SlotCase(_COLLECTION, language, "date", text, wanted, told=told, reference=reference)

    for row in table.get("meaning", ()):
        for words in row["phrasings"]:
            yield case(words, (Wanted((row["edtf"],)),), row)
    for row in table.get("sentence", ()):
        yield case(row["text"], tuple(Wanted((edtf,), words) for edtf, words in row["dates"]), row)
    for row in table.get("never", ()):
        for words in row["phrasings"]:
            yield case(words, (), {})


def _quantities(language: str, table: _Table) -> Iterator[SlotCase]:
    def case(text: str, *wanted: Wanted) -> SlotCase:
        return SlotCase(_COLLECTION, language, "quantity", text, wanted)

    for row in table.get("meaning", ()):
        for phrase in row["phrasings"]:
            yield case(phrase, Wanted((_amount(row),)))
    for row in table.get("sentence", ()):
        wanted = (Wanted((_amount(each),), each["words"]) for each in row["quantities"])
        yield case(row["text"], *wanted)
    for row in table.get("never", ()):
        for phrase in row["phrasings"]:
            yield case(phrase)


def _amount(row: _Table) -> str:
    marks = {name: row.get(name, False) for name in ("low_open", "high_open", "approximate")}
    number = notation(row.get("low"), row.get("high"), **marks)
    return f"{number}|{row.get('unit', '')}|{row.get('of', '')}"


def _places(language: str, table: _Table) -> Iterator[SlotCase]:
    def case(text: str, *wanted: Wanted, free: bool = False) -> SlotCase:
        return SlotCase(_COLLECTION, language, "place", text, wanted, free=free)

    for row in table.get("meaning", ()):
        reading = f"among {row['id']}" if row.get("candidate") else row["id"]
        for sentence, words in row["say"]:
            yield case(sentence, Wanted((reading,), words), free=True)
    for row in table.get("only", ()):
        yield case(row["say"], *(Wanted((), words) for words in row["places"]))
    for row in table.get("never", ()):
        for sentence in row["say"]:
            yield case(sentence)


def _parties(language: str, table: _Table) -> Iterator[SlotCase]:
    def case(text: str, ids: list[str], until: int | None = None) -> SlotCase:
        wanted = tuple(Wanted((one or UNLISTED,)) for one in ids)
        return SlotCase(_COLLECTION, language, "party", text, wanted, until=until)

    for row in table.get("meaning", ()):
        beside = row.get("beside", "")
        for phrase in row["phrasings"]:
            text = f"{phrase}. {beside}" if beside else phrase
            yield case(text, [row["id"]], until=len(phrase))
    for row in table.get("text", ()):
        yield case(row["text"], row["parties"])
    for row in table.get("never", ()):
        for text in row["texts"]:
            yield case(text, [])


_READERS = {"dates": _dates, "quantities": _quantities, "places": _places, "parties": _parties}
