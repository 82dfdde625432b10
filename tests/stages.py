"""Stages that are easy to steer, for tests of what stands around them.

A text is a list of lines ``Speaker (lineage): event target``. Each line is a sentence and a claim of its speaker; two
claims of different speakers that name one event are a pair: *agree* when they name one target, else *conflict* on it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

from claims.errors import UnreadableFile
from claims.model import (
    PLAIN,
    Attribution,
    Claim,
    Comparison,
    Document,
    Extraction,
    Lineage,
    Party,
    Problem,
    Relation,
    Slot,
    Source,
    Span,
    Wordlist,
)
from claims.services.stages import Stages
from tests.factories import a_claim, a_comparison, a_message, an_extraction

LINE = re.compile(r"(?P<speaker>[^(\n]+) \((?P<lineage>[^)]+)\): (?P<event>\S+) (?P<target>.+)")

TWO_ACCOUNTS = """\
Department (official): monday hideout
Department (official): tuesday depot
Department (official): friday convoy
Network (local network): monday checkpoint
Network (local network): tuesday depot
Network (local network): friday barracks
"""
"""Six claims; three pairs: conflicts on monday and friday, agreement on tuesday."""


def read(
    data: bytes, *, name: str, published: str, publisher: Source | None, address: str
) -> Document:
    """UTF-8 to a document."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{name} is no text.", next_step="Choose another file.") from error
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        id=digest[:16],
        name=Path(name).name,
        sha256=digest,
        text=text,
        language="ar" if "ا" in text else "en",
        encoding="utf-8",
        publisher=publisher,
        published=published,
        published_reason="given" if published else "",
        address=address,
    )


def extract(document: Document, _wordlist: Wordlist = PLAIN, /) -> Extraction:
    """One claim for each line; a line of another form is a problem."""
    claims, problems, start = [], [], 0
    for line in document.text.splitlines(keepends=True):
        span = Span(start, start + len(line.rstrip("\n")))
        start += len(line)
        match = LINE.fullmatch(span.of(document.text))
        if match is None:
            problems.append(Problem("not-understood", a_message(), document.id, span))
        else:
            claims.append(_claim(document, span, match))
    found = an_extraction(document, *claims)
    return Extraction(document, found.sentences, found.claims, tuple(problems))


def _claim(document: Document, span: Span, match: re.Match[str]) -> Claim:
    start = span.start + match.start("target")
    target = Party(match["target"], "", "armed group", match["target"], Span(start, span.end))
    return a_claim(
        match.group(),
        start=span.start,
        document=document.id,
        kind="strike",
        targets=(target,),
        attribution=(Attribution(match["speaker"], Lineage(match["lineage"])),),
        context=span,
    )


def event_of(claim: Claim) -> str:
    """The event that a claim names; other words than a line's, as an edit leaves them, are of Monday."""
    match = LINE.fullmatch(claim.quote)
    return match["event"] if match else "monday"


def compare(left: Claim, right: Claim) -> Comparison:
    """Agreement or conflict on the target."""
    agree = left.targets[0].name == right.targets[0].name
    return a_comparison(
        left.id,
        right.id,
        relation=Relation.AGREE if agree else Relation.CONFLICT,
        conflicting=() if agree else (Slot.TARGET,),
    )


def compare_all(
    claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
) -> tuple[Comparison, ...]:
    """Every pair of one event and two speakers, by key."""
    pairs = [
        (left, right)
        for left, right in combinations(sorted(claims, key=lambda claim: claim.id), 2)
        if event_of(left) == event_of(right) and left.speaker.source != right.speaker.source
    ]
    for done, _ in enumerate(pairs, 1):
        if progress is not None:
            progress(done, len(pairs))
    return tuple(compare(left, right) for left, right in pairs)


STAGES = Stages(read, extract, compare_all)
