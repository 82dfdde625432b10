"""Labels and claims are matched and counted."""

from __future__ import annotations

from dataclasses import replace

from claims.evaluation import Label, Labelled, score
from claims.model import Attribution, Claim, Document, Extraction, Lineage, Quantity, Span

TEXT = "In May a raid killed five people in the old town."


def _quantity(low: int) -> Quantity:
    return Quantity(low, low, False, False, False, "killed", "", "five people", Span(21, 32))


def _claim(quote: str, low: int = 5, kind: str = "casualties") -> Claim:
    start = TEXT.index(quote)
    return Claim(
        id=f"{kind}{start}",
        document="d",
        span=Span(start, start + len(quote)),
        quote=quote,
        statement=quote,
        kind=kind,
        date=None,
        places=(),
        actors=(),
        targets=(),
        quantities=(_quantity(low),),
        attribution=(Attribution("town.txt", Lineage.UNKNOWN),),
    )


def _label(words: str, kind: str = "casualties") -> Label:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Label(span, kind, "", (), (), (), ("killed - 5",), "")


def _score(labels: tuple[Label, ...], claims: tuple[Claim, ...]) -> dict[str, float]:
    document = Document("d", "town", "0" * 64, TEXT, "en", "utf-8")
    labelled = (Labelled("town", TEXT.encode(), "", complete=True, labels=labels),)
    return score(labelled, lambda *_: Extraction(document, (), claims, ())).figures


def test_a_claim_with_every_slot_right_counts_fully() -> None:
    """One label and the claim it asks for give 1 everywhere."""
    figures = _score((_label("a raid killed five people"),), (_claim("a raid killed five people"),))

    assert set(figures.values()) == {1.0}


def test_a_wrong_figure_is_found_but_not_right() -> None:
    """A claim with another count matches its label and fails it."""
    figures = _score((_label("killed five people"),), (_claim("killed five people", low=6),))

    assert figures["claim recall"] == 1.0
    assert figures["right recall"] == 0.0
    assert figures["figures accuracy"] == 0.0


def test_a_claim_that_no_label_asks_for_costs_precision() -> None:
    """In a completely labelled text every further claim is one too many."""
    claims = (_claim("killed five people"), _claim("a raid", kind="strike"))

    assert _score((_label("killed five people"),), claims)["claim precision"] == 0.5


def test_another_kind_is_no_match() -> None:
    """A strike does not stand for the casualties that the label asks for."""
    figures = _score(
        (_label("killed five people"),), (_claim("killed five people", kind="strike"),)
    )

    assert figures["claim recall"] == 0.0


def test_a_quote_that_is_not_the_text_under_its_span_is_not_exact() -> None:
    """Exactness is counted on the text itself."""
    moved = replace(_claim("killed five people"), span=Span(0, 18))

    assert _score((), (moved,))["span exactness"] == 0.0
