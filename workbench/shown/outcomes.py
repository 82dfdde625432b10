"""Problems and tallies as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from claims.model import Decision, Document, Extraction, Problem, Relation, Slot
from claims.services import LoadReport
from workbench.shown import documents, names
from workbench.shown.keys import Key, cap
from workbench.shown.passage import visible
from workbench.shown.tables import Column, Row, Table, evidence, plain, table
from workbench.wording import Words, isolate

_NO_WORDS: Final = "–"


@dataclass(frozen=True, slots=True)
class Passage:
    """A problem with the words it is about.

    Attributes:
        problem: what is wrong.
        document: what its document is called, "" when it belongs to none.
        quote: the words concerned, "" when it is about the whole document.
    """

    problem: Problem
    document: str
    quote: str


def passages(
    found: Iterable[Problem], read: Callable[[str], Document], headlines: Mapping[str, str]
) -> list[Passage]:
    """Each problem with its words; a document is asked for once for all of its problems.

    Args:
        found: problems, those of one document one after the other.
        read: gives the document of an id.
        headlines: what stands above the text of each document, by its id.
    """
    shown = []
    for name, group in groupby(found, key=lambda problem: problem.document):
        document = read(name) if name else None
        shown += [_passage(problem, document, headlines.get(name, "")) for problem in group]
    return shown


def _passage(problem: Problem, document: Document | None, headline: str) -> Passage:
    if document is None:
        return Passage(problem, "", "")
    quote = problem.span.of(document.text) if problem.span else ""
    return Passage(problem, documents.entitled(document, headline), quote)


def opened(row: str) -> dict[str, str]:
    """What a row of `problems` asks of the reading screen: its document and, where there are any, the words concerned."""
    document, _, words = row.partition(" ")
    return {"document": document, "words": words} if words else {"document": document}


def problems(found: Iterable[Passage], words: Words) -> Table:
    """What was not understood, with the words concerned; a row opens its document at them."""
    columns: list[Column] = [
        {"name": words("Document"), "opens": True},
        {"name": words("Words"), "wide": True},
        {"name": words("What is wrong")},
    ]
    rows = [_problem(passage, words) for passage in found]
    return table(words("Problems"), columns, rows)


def within(extraction: Extraction, words: Words) -> Table:
    """What was not understood in one document; a row that has words leads to them in the text."""
    columns: list[Column] = [
        {"name": words("Words"), "wide": True, "opens": True},
        {"name": words("What is wrong")},
    ]
    text = extraction.document.text
    rows = [
        Row(
            id=f"{one.span.start}-{one.span.end}" if one.span else "",
            cells=[
                evidence(one.span.of(text) if one.span else _NO_WORDS),
                plain(one.message.within(words.language)),
            ],
        )
        for one in extraction.problems
    ]
    return table(words("Problems"), columns, rows)


def conflicts(suggested: Mapping[Slot, int], decisions: Iterable[Decision], words: Words) -> Table:
    """How often each slot is suggested to be in conflict, and how often the decisions that stand name it; a row opens those pairs."""
    marks = [decision.mark for decision in decisions if decision.mark]
    named = Counter(slot for mark in marks for slot in mark.slots)
    columns: list[Column] = [
        {"name": words("Conflicts by slot"), "opens": True},
        {"name": words("Suggested"), "number": True},
        {"name": words("Decided by me"), "number": True},
    ]
    rows = [
        Row(
            id=slot.value if suggested[slot] else "",
            cells=[
                plain(words(names.SLOTS[slot])),
                plain(words.number(suggested[slot])),
                plain(words.number(named[slot])),
            ],
        )
        for slot in Slot
    ]
    return table(words("Conflicts by slot"), columns, rows)


def relations(counted: Mapping[Relation, int], caption: str, words: Words) -> Table:
    """How many pairs there are of each relation."""
    spoken = {
        f"{names.RELATION_SIGNS[relation]} {words(name)}": counted.get(relation, 0)
        for relation, name in names.RELATIONS.items()
    }
    return _tally(spoken, caption, words)


def keys(known: Iterable[Key], words: Words) -> Table:
    """What each key does."""
    columns: list[Column] = [{"name": words("Key")}, {"name": words("What it does")}]
    rows = [Row(id="", cells=[plain(cap(key, words)), plain(words(key.does))]) for key in known]
    return table(words("Keys"), columns, rows)


def _tally(counts: Mapping[str, int], caption: str, words: Words) -> Table:
    columns: list[Column] = [{"name": caption}, {"name": words("Number"), "number": True}]
    rows = [
        Row(id="", cells=[plain(name), plain(words.number(count))])
        for name, count in counts.items()
    ]
    return table(caption, columns, rows)


def _problem(passage: Passage, words: Words) -> Row:
    problem = passage.problem
    return Row(
        id=_place(problem),
        cells=[
            evidence(passage.document or _NO_WORDS),
            evidence(passage.quote or _NO_WORDS),
            plain(problem.message.within(words.language)),
        ],
    )


def _place(problem: Problem) -> str:
    """Where it stands: the document's id, and the words from one point to another."""
    span = problem.span
    return f"{problem.document} {span.start}-{span.end}" if span else problem.document


def loaded(report: LoadReport, words: Words) -> str:
    """What was taken in from another case."""
    if report.restored:
        return words("The case was empty; it is now what the file holds.")
    taken = words(
        "Taken in: documents {documents}, pairs {pairs}, decisions {decisions}, edits {edits}.",
        documents=report.documents,
        pairs=report.pairs,
        decisions=report.decisions,
        edits=report.edits,
    )
    further = [
        words("Rulings, remarks and the like: {count}.", count=report.further),
        words("Parties and places of the case's own list: {count}.", count=report.words),
    ]
    each = [
        f"{isolate(visible(name))} {words.number(count)}" for name, count in report.answers.items()
    ]
    whose = words("Decisions of: {people}.", people=words(", ").join(each))
    told = zip((taken, *further, whose), (True, report.further, report.words, each), strict=True)
    return " ".join(sentence for sentence, said in told if said)
