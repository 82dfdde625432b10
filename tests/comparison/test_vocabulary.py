"""Words of many quotes at once are those of each quote by itself."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from claims.comparison.keys import common_words, rarity
from claims.comparison.vocabulary import Vocabulary
from claims.comparison.words import content_words

QUOTES = st.lists(
    st.text(
        alphabet="قصفتالرقةـ .،_'\u00a0\u200f\u064b\u2028\x1c\n\r\ufefb\ufdfaabcdé-12٣", max_size=40
    ),
    max_size=6,
)


def _read(quote: str) -> list[int]:
    """The same, the long way."""
    return [number for _, number in sorted(map(rarity, content_words(quote) - common_words()))]


@given(QUOTES, st.integers(0, 6), st.integers(0, 6))
@example(["تقـ ـتل المدنيين", "القصفـ. ـعلى", ""], 0, 3)
def test_a_part_of_many_quotes_gives_the_words_of_each(
    quotes: list[str], one: int, other: int
) -> None:
    """Whatever stands between words, torn ones included; the rarest first, each once."""
    vocabulary = Vocabulary()
    vocabulary.read(quotes)
    start, end = sorted((min(one, len(quotes)), min(other, len(quotes))))

    found = vocabulary.part(start, end)

    bounds = found.counts.cumsum().tolist()
    cut = [
        found.values[stop - size : stop].tolist()
        for size, stop in zip(found.counts, bounds, strict=True)
    ]
    assert cut == [_read(quote) for quote in quotes[start:end]]
