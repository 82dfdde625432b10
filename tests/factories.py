"""Small builders of model values; what a test does not name gets a plain value."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from claims.model import (
    Attribution,
    Claim,
    Comparison,
    Decision,
    Document,
    Extraction,
    Level,
    Lineage,
    Mark,
    Message,
    PairKey,
    Relation,
    Role,
    SameEvent,
    ScorePart,
    Sentence,
    Slot,
    SlotComparison,
    Span,
)

NOON = "2018-04-03T12:00:00.000000+00:00"


def a_message(words: str = "a sentence") -> Message:
    """A message that says the same in both languages."""
    return Message(ar=words, en=words)


def an_attribution(
    source: str = "Department of Defence", lineage: Lineage = Lineage.OFFICIAL
) -> Attribution:
    """Somebody who says it."""
    return Attribution(source, lineage, cue="said", text=source, span=Span(0, len(source)))


def a_claim(quote: str = "a strike hit a checkpoint", *, start: int = 0, **fields: Any) -> Claim:
    """A claim of the official source with these words, and with an id that follows from them."""
    plain: dict[str, Any] = {
        "document": "0" * 16,
        "span": Span(start, start + len(quote)),
        "quote": quote,
        "statement": quote,
        "kind": "strike",
        "date": None,
        "places": (),
        "actors": (),
        "targets": (),
        "quantities": (),
        "attribution": (an_attribution(),),
    }
    values = plain | fields
    seed = f"{values['document']} {values['span']} {values['attribution']} {quote}"
    values.setdefault("id", hashlib.sha256(seed.encode()).hexdigest()[:16])
    return Claim(**values)


def a_comparison(left: str = "a", right: str = "b", **fields: Any) -> Comparison:
    """A comparison of two claim ids: a likely conflict on the target, unless said otherwise."""
    plain: dict[str, Any] = {
        "key": PairKey.of(left, right),
        "same_event": SameEvent.YES,
        "relation": Relation.CONFLICT,
        "slots": (
            SlotComparison(Slot.DATE, Level.EQUAL, a_message("same day")),
            SlotComparison(Slot.TARGET, Level.DIFFERENT, a_message("army, not group")),
        ),
        "parts": (ScorePart("date", 1.5, a_message("same day")),),
        "confidence": 0.8,
        "conflicting": (Slot.TARGET,),
    }
    return Comparison(**(plain | fields))


def a_mark(left: str = "a", right: str = "b", **fields: Any) -> Mark:
    """What a reviewer says of two claims: that they agree, unless said otherwise."""
    plain: dict[str, Any] = {
        "key": PairKey.of(left, right),
        "same_event": SameEvent.YES,
        "relation": Relation.AGREE,
    }
    return Mark(**(plain | fields))


def a_conflict(left: str = "a", right: str = "b", **fields: Any) -> Mark:
    """A mark of conflict on the target."""
    return a_mark(
        left, right, **({"relation": Relation.CONFLICT, "slots": (Slot.TARGET,)} | fields)
    )


def a_decision(mark: Mark | None, number: int = 1, *, by: str = "ana", **fields: Any) -> Decision:
    """A live decision with this mark."""
    key = fields.pop("key", None) or (mark.key if mark else PairKey("a", "b"))
    plain = {"at": NOON, "supersedes": None, "live": True, "seen": 1}
    return Decision(id=number, mark=mark, key=key, by=by, **(plain | fields))


def a_document(text: str = "One sentence. Another one.", **fields: Any) -> Document:
    """A document with this text, its hashes those of the text in UTF-8."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    plain: dict[str, Any] = {
        "id": digest[:16],
        "name": "account.txt",
        "sha256": digest,
        "text": text,
        "language": "en",
        "encoding": "utf-8",
    }
    return Document(**(plain | fields))


def an_extraction(document: Document, *claims: Claim) -> Extraction:
    """What was read in a document: one sentence for each line, and these claims."""
    sentences, start = [], 0
    for number, line in enumerate(document.text.splitlines(keepends=True)):
        words = len(line.rstrip("\n"))
        sentences.append(Sentence(Span(start, start + words), Role.BODY, number, "en"))
        start += len(line)
    own = tuple(replace(claim, document=document.id) for claim in claims)
    return Extraction(document, tuple(sentences), own, ())
