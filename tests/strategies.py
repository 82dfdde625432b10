"""Hypothesis strategies for values of the model: any value that its rules allow."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import strategies as st

from claims.model import (
    Apparent,
    Attribution,
    Claim,
    Comparison,
    DateValue,
    Document,
    Extraction,
    Finding,
    Level,
    Lineage,
    Mark,
    Message,
    Modality,
    PairKey,
    Party,
    Place,
    Polarity,
    Problem,
    Quantity,
    Relation,
    Role,
    SameEvent,
    ScorePart,
    Sentence,
    Slot,
    SlotComparison,
    Source,
    Span,
    Unread,
)

HOSTILE = "\x00\r\n\u2028\u202e\ufeff\ufffeاأى٣ـ'\"\\=<&\U0001f600"

texts = st.text(st.sampled_from(HOSTILE) | st.characters(exclude_categories=["Cs"]), max_size=12)
"""Any text that UTF-8 can hold, NUL included."""

words = texts.filter(bool)
offsets = st.integers(0, 10**9)
finite = st.floats(allow_nan=False, allow_infinity=False)
spans = st.tuples(offsets, offsets).map(lambda ends: Span(min(ends), max(ends)))
messages = st.builds(Message, words, words)
lineages = st.sampled_from(Lineage)
slots = st.sampled_from(Slot)
figures = st.none() | st.integers() | finite


T = TypeVar("T")


def several(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """None, one or two of them."""
    return st.lists(items, max_size=2).map(tuple)


dates = st.builds(DateValue, texts, texts, spans, texts, texts, st.none() | st.integers(1, 7))
quantities = st.builds(
    Quantity,
    figures,
    figures,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    texts,
    texts,
    texts,
    spans,
    st.none() | spans,
)
places = st.builds(
    Place,
    texts,
    texts,
    st.none() | finite,
    st.none() | finite,
    texts,
    texts,
    spans,
    several(texts),
    several(texts),
)
parties = st.builds(Party, texts, texts, texts, texts, spans, lineages, several(texts))
attributions = st.builds(
    Attribution, texts, lineages, texts, texts, st.none() | spans, st.none() | spans
)
findings = st.builds(Finding, texts, messages, spans)
unread = st.builds(Unread, slots, texts, spans)
problems = st.builds(Problem, texts, messages, texts, st.none() | spans)
sources = st.builds(Source, texts, lineages, several(texts))
documents = st.builds(
    Document,
    texts,
    texts,
    texts,
    texts,
    texts,
    texts,
    finite,
    st.none() | sources,
    texts,
    texts,
    texts,
    texts,
    several(problems),
)
sentences = st.builds(Sentence, spans, st.sampled_from(Role), offsets, texts, st.booleans())


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim, its span as long as its quote."""
    quote, start = draw(texts), draw(offsets)
    return Claim(
        id=draw(texts),
        document=draw(texts),
        span=Span(start, start + len(quote)),
        quote=quote,
        statement=draw(texts),
        kind=draw(texts),
        date=draw(st.none() | dates),
        places=draw(several(places)),
        actors=draw(several(parties)),
        targets=draw(several(parties)),
        quantities=draw(several(quantities)),
        attribution=draw(st.lists(attributions, min_size=1, max_size=2).map(tuple)),
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        checkable=draw(st.booleans()),
        unchecked=draw(texts),
        context=draw(st.none() | spans),
        borrowed=draw(several(spans)),
        unread=draw(several(unread)),
        findings=draw(several(findings)),
    )


extractions = st.builds(
    Extraction, documents, several(sentences), several(claims()), several(problems)
)
keys = st.lists(words, min_size=2, max_size=2, unique=True).map(lambda ids: PairKey.of(*ids))
comparisons = st.builds(
    Comparison,
    keys,
    st.sampled_from(SameEvent),
    st.sampled_from(Relation),
    several(st.builds(SlotComparison, slots, st.sampled_from(Level), messages)),
    several(st.builds(ScorePart, texts, finite, messages)),
    finite,
    st.none() | st.sampled_from(Apparent),
    several(slots),
    texts,
)
apparents = st.none() | st.sampled_from(Apparent)
confidences = st.none() | st.floats(0, 1)


@st.composite
def marks(draw: st.DrawFn, pairs: st.SearchStrategy[PairKey] = keys) -> Mark:
    """A mark that the model accepts."""
    relation = draw(st.sampled_from(Relation))
    parting = relation in {Relation.CONFLICT, Relation.PARTIAL}
    least = 1 if relation is Relation.CONFLICT else 0
    substantial = parting or relation is Relation.AGREE
    gates = [SameEvent.YES, SameEvent.UNSURE] if substantial else list(SameEvent)
    return Mark(
        key=draw(pairs),
        same_event=draw(st.sampled_from(gates)),
        relation=relation,
        slots=tuple(draw(st.lists(slots, min_size=least, max_size=2))) if parting else (),
        apparent=draw(apparents) if parting else None,
        reason=draw(texts),
        confidence=draw(confidences),
    )
