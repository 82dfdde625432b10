"""JSON forms a line at a time: the case as JSON Lines, as Web Annotations, as ClaimReview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from claims.model import (
    Described,
    Document,
    Outcome,
    Verdict,
    VerdictLabel,
)
from claims.report.came import taken_in_form
from claims.report.captions import told_text
from claims.report.case_forms import decision_form, verdict_form
from claims.report.exports.events import proposed
from claims.report.exports.said import label, settled, state
from claims.report.exports.source import Filed, Judged, Source, web_address
from claims.report.forms import DocumentForm, claim_form, document_form, message_form
from claims.report.incident_forms import grouping_form, incident_form
from claims.report.lines import to_line
from claims.report.outcome_forms import conclusion_form, ruled_by_form
from claims.report.parts.outcomes import state_key
from claims.report.review_forms import edit_form, remark_form, ruling_form
from claims.report.wording import wording

AROUND: Final = 64
"""Code points before and after a quote that a Web Annotation carries."""

Node = Mapping[str, Any]


def put(stream: BinaryIO, nodes: Iterable[Node]) -> int:
    """Write objects, a line each; gives their number."""
    count = 0
    for node in nodes:
        count += 1
        stream.write(to_line(node).encode() + b"\n")
    return count


def put_within(stream: BinaryIO, head: Node, name: str, nodes: Iterable[Node]) -> int:
    """Write one JSON object whose member ``name`` holds the nodes, a line each."""
    stream.write(to_line(head)[:-1].encode() + f', "{name}": ['.encode())
    count = 0
    for count, node in enumerate(nodes, 1):
        stream.write((",\n" if count > 1 else "\n").encode() + to_line(node).encode())
    stream.write(b"\n]}\n")
    return count


def json_lines(source: Source, stream: BinaryIO) -> int:
    """Documents, claims, verdicts, edits, pairs, incidents, merges and splits of these, and evidence, one object a line, each with its ``type``; gives their number."""
    return put(stream, _objects(source))


def _objects(source: Source) -> Iterator[Node]:
    edited: dict[str, DocumentForm | None] = {each.document: None for each in source.edits()}
    for document in source.documents():
        if document.id in edited:
            edited[document.id] = document_form(document)
        yield {"type": "document", **_document(document, source.described(document.id))}
    for filed in source.claims():
        edit = None if filed.edit is None else filed.edit.id
        form = claim_form(filed.claim, filed.document).model_dump()
        yield {"type": "claim", **form, "edit": edit}
        if filed.verdict is not None:
            form = verdict_form(filed.verdict).model_dump()
            yield {
                "type": "verdict",
                **form,
                "state": state(filed.verdict, filed.outcome),
                "concluded": _concluded(filed),
            }
    for each in source.edits():
        yield {"type": "edit", **edit_form(each, edited[each.document]).model_dump()}
    for judged in source.pairs():
        yield {"type": "pair", **_pair(judged)}
    for happened in source.incidents():
        grade = None if happened.outcome is None else _grade(happened.outcome)
        yield {"type": "incident", **incident_form(happened.incident).model_dump(), "grade": grade}
    for word in source.groupings():
        yield {"type": "grouping", **grouping_form(word).model_dump()}
    for row in source.evidence():
        yield {"type": "evidence", **remark_form(row).model_dump()}


def _concluded(filed: Filed) -> Node | None:
    """What a person said of the verdict, None where nobody did."""
    said = None if filed.outcome is None else filed.outcome.conclusion
    return None if said is None else conclusion_form(said).model_dump()


def _document(document: Document, row: Described | None) -> Node:
    publisher = document.publisher
    return {
        "id": document.id,
        "name": document.name,
        "sha256": document.sha256,
        "publisher": None if publisher is None else publisher.name,
        "published": document.published,
        "address": document.address,
        "retrieved": document.retrieved,
        "language": document.language,
        "encoding": document.encoding,
        "title": document.title,
        "author": document.author,
        "archive": document.archive,
        "described": None if row is None else _said_of(row),
        "text": document.text,
    }


def _said_of(row: Described) -> Node:
    """Who said last what a document is, why, and how that came from a file."""
    how = taken_in_form(row.taken_in)
    return {
        "by": row.by,
        "at": row.at,
        "reason": row.reason,
        "taken_in": None if how is None else how.model_dump(),
    }


def _pair(judged: Judged) -> Node:
    comparison, ruling = judged.comparison, judged.ruling
    return {
        "key": str(comparison.key),
        "version": judged.version,
        "same_event": comparison.same_event,
        "relation": comparison.relation,
        "confidence": comparison.confidence,
        "score": comparison.score,
        "slots": [
            {
                "slot": each.slot,
                "level": each.level,
                "message": message_form(each.message).model_dump(),
            }
            for each in comparison.slots
        ],
        "conflicting": list(comparison.conflicting),
        "apparent": comparison.apparent,
        "dependence": comparison.dependence,
        "decisions": [decision_form(each).model_dump() for each in judged.decisions],
        "ruling": None if ruling is None else ruling_form(ruling, in_force=True).model_dump(),
    }


def _grade(outcome: Outcome) -> Node:
    """What is proposed of an incident and why, and what a person said of it."""
    proposal, said = outcome.proposal, outcome.conclusion
    rulings = (step.ruling for step in proposal.steps)
    return {
        "label": proposal.label,
        "proposed": proposed(outcome),
        "policy": proposal.policy,
        "trace": [message_form(step.message).model_dump() for step in proposal.steps],
        "decisions": list(proposal.decisions),
        "rulings": [ruled_by_form(each).model_dump() for each in rulings if each is not None],
        "state": outcome.state.value,
        "concluded": None if said is None else conclusion_form(said).model_dump(),
    }


def web_annotations(source: Source, stream: BinaryIO) -> int:
    """Claims as W3C Web Annotations on the raw texts; gives their number.

    Positions count Unicode code points of the text as it was decoded (``positionUnit`` says so, as the standard leaves
    it open); the quote selector carries what stands around.
    """
    head = {
        "@context": [
            "http://www.w3.org/ns/anno.jsonld",
            {"positionUnit": "urn:claim-workbench:positionUnit"},
        ],
        "id": "urn:claim-workbench:annotations",
        "type": "AnnotationPage",
        "positionUnit": "Unicode code points",
    }
    nodes = (_annotation(filed, source) for filed in source.claims())
    return put_within(stream, head, "items", nodes)


def _annotation(filed: Filed, source: Source) -> Node:
    claim, document = filed.claim, filed.document
    start, end, text = claim.span.start, claim.span.end, document.text
    return {
        "id": f"urn:claim-workbench:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": f"claim-workbench {source.program}"},
        "generated": source.made_at,
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": told_text(claim.statement, claim, filed.edit),
            },
            {"type": "TextualBody", "purpose": "tagging", "value": claim.kind},
            *_verdict_bodies(filed),
        ],
        "target": {
            "source": _address(document),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
            ],
        },
    }


def _verdict_bodies(filed: Filed) -> list[Node]:
    """The verdict with who says it: a person, or a policy whose proposal nobody has confirmed."""
    if not _judged(filed) or filed.verdict is None:
        return []
    said = filed.outcome and filed.outcome.conclusion
    by: Node = (
        {"creator": {"type": "Person", "name": said.by}, "created": said.at}
        if said
        else {"generator": {"type": "Software", "name": filed.verdict.policy}}
    )
    return [
        {
            "type": "TextualBody",
            "purpose": "assessing",
            "value": label(filed.verdict, filed.outcome),
            **by,
        }
    ]


def _judged(filed: Filed) -> bool:
    """Whether a verdict rests on what people said: their decisions, or their word on the verdict itself."""
    return filed.verdict is not None and bool(filed.verdict.decisions or settled(filed.outcome))


def _address(document: Document) -> str:
    """The bytes that were read: a page may have changed since."""
    return f"urn:sha256:{document.sha256}"


_RATING: Final = {
    VerdictLabel.REFUTED.value: 1,
    VerdictLabel.CONFLICTING_EVIDENCE.value: 2,
    VerdictLabel.SUPPORTED.value: 3,
}
_SCALE: Final = "averitec/"
"""The vocabulary whose words have a place on the scale; those of another have a name only."""
_BEST: Final = 3
_ISO_DATE: Final = re.compile(r"\d{4}(-\d{2}){0,2}")
"""What schema.org takes as a date; *about May* or *from … to …* is none."""


def reviews(source: Source, stream: BinaryIO, language: str) -> int:
    """Verdicts that rest on what people said as schema.org ClaimReview, one JSON-LD graph; gives their number.

    What a person said of a verdict holds; of one that nobody has confirmed the explanation says so. Not enough evidence has no place on a scale from refuted to supported, so it has a name and no value.
    """
    nodes = (_review(each, source, language) for each in source.claims() if _judged(each))
    return put_within(stream, {"@context": "https://schema.org"}, "@graph", nodes)


def _review(filed: Filed, source: Source, language: str) -> Node:
    claim, verdict = filed.claim, filed.verdict
    if verdict is None:
        raise ValueError(f"claim {claim.id} has no verdict")
    said = settled(filed.outcome)
    scaled = said is None or said.outcome.vocabulary.startswith(_SCALE)
    value = _RATING.get(label(filed.verdict, filed.outcome) or "") if scaled else None
    rating = {} if value is None else {"ratingValue": value, "bestRating": _BEST, "worstRating": 1}
    return {
        "@type": "ClaimReview",
        "@id": f"urn:claim-workbench:review:{claim.id}",
        "url": f"urn:claim-workbench:review:{claim.id}",
        "datePublished": source.made_at[:10],
        "inLanguage": language,
        "author": {"@type": "Organization", "name": source.title},
        "claimReviewed": told_text(claim.statement, claim, filed.edit),
        "itemReviewed": _item(filed),
        "reviewRating": {
            "@type": "Rating",
            **rating,
            "alternateName": wording(language).mark("verdict", verdict.label).text
            if said is None
            else said.outcome.name.within(language),
            "ratingExplanation": " ".join(_explained(filed, source, verdict, language)),
        },
    }


def _explained(filed: Filed, source: Source, verdict: Verdict, language: str) -> Iterator[str]:
    """Who says the verdict and why, then the rules that led to what was proposed."""
    words = wording(language)
    said = settled(filed.outcome)
    held = words.text(state_key(str(state(filed.verdict, filed.outcome)), waits=source.waits))
    if said is None or filed.outcome is None or filed.outcome.conclusion is None:
        yield words.text("review_proposed", policy=verdict.policy, state=held)
    else:
        how = words.text("concluded_other" if said.overrides else "concluded_same")
        why = words.text("concluded_reason", reason=said.reason) if said.reason else ""
        yield words.text(
            "review_concluded", by=filed.outcome.conclusion.by, how=how, why=why, state=held
        )
        yield words.text("review_trace", policy=verdict.policy)
    yield from (each.within(language) for each in verdict.trace)


def _item(filed: Filed) -> Node:
    """What is reviewed: of a denial that it is one, for whoever denies is named as its author."""
    claim, document = filed.claim, filed.document
    appearance: dict[str, Any] = {"@type": "CreativeWork", "name": document.name}
    if address := web_address(document):
        appearance["url"] = address
    if _ISO_DATE.fullmatch(document.published):
        appearance["datePublished"] = document.published
    if document.publisher is not None:
        appearance["publisher"] = {"@type": "Organization", "name": document.publisher.name}
    return {
        "@type": "Claim",
        "@id": f"urn:claim-workbench:claim:{claim.id}",
        "text": told_text(claim.quote, claim, filed.edit),
        "author": {"@type": "Organization", "name": claim.speaker.source},
        "appearance": appearance,
    }
