"""The sample articles, each copy a little different, so that nothing is answered from a cache of whole texts."""

from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"

Text = tuple[bytes, str]
"""The bytes of a document and the text in them."""


def corpus(copies: int) -> list[Text]:
    """The sample articles ``copies`` times over; each copy ends with a line of its own."""
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    marked = [f"{text}\nرقم {copy}" for copy in range(copies) for text in texts]
    return [(text.encode(), text) for text in marked]
