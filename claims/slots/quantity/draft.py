"""A quantity while it is being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.slots.quantity.lexicon import Lexicon
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.units import MEASURE, PEOPLE
from claims.text.tokens import Tokens

MARGIN = 32
_UNTOLD = frozenset({"persons", "members"})


@dataclass(frozen=True, slots=True)
class Page:
    """The text being read.

    Attributes:
        cut: its tokens.
        words: its folded words.
        lexicon: the tables.
        language: the language hint.
        word: the folded words again, "" up to `MARGIN` tokens beyond either end (so ``word[-1]`` is "").
    """

    cut: Tokens
    words: Sequence[str]
    lexicon: Lexicon
    language: str
    word: Sequence[str]

    def phrase(self, at: int, size: int) -> str:
        """``size`` words from ``at`` on, joined by spaces; none of a table where the text ends before."""
        return " ".join(self.word[at : at + size])

    def latin(self, at: int) -> bool:
        """Whether the token at ``at`` is written in Latin letters."""
        return "a" <= self.word[at][:1] <= "z"

    def glued(self, at: int) -> bool:
        """Whether no space stands between token ``at`` and the one before it."""
        if not 0 < at < len(self.words) or self.cut.starts[at] != self.cut.ends[at - 1]:
            return False
        return self.words[at - 1] != "\n"


@dataclass(slots=True)
class Draft:
    """A figure and what is known of it so far; token positions, not offsets.

    Attributes:
        first: first token of its words, bounds included.
        end: one past its last token, noun included.
        core: first token of the number itself.
        core_end: one past the last token of the number itself.
        low: as in `claims.model.Quantity`, like the four that follow.
        joined: whether "and" is written onto its first word.
        digits: whether it is written in digits only.
        scale: its largest scale word, 0 when none.
        grouped: the value if its point groups thousands.
        trim: letters written onto the first word that are no part of it.
        definite: whether the Arabic article is written onto it.
        counts: "people", "things", "measure", "" while unknown.
        told: whether the unit says what befell the people.
        by_noun: whether its own noun says so (``23 قتيلا``).
        others: whether it counts "others".
        implied: whether it is a lone singular or dual, with no number word.
        vague: whether it is a vague number word (عشرات).
        bounded: whether a phrase has bounded it already.
        theirs: whether it is a share of what was counted before.
        total: the draft that this one is a part of.
    """

    first: int
    end: int
    core: int
    core_end: int
    low: int | float | None
    high: int | float | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    joined: bool = False
    digits: bool = False
    scale: int = 0
    grouped: int | None = None
    trim: int = 0
    definite: bool = False
    unit: str = ""
    of: str = ""
    counts: str = ""
    told: bool = False
    by_noun: bool = False
    others: bool = False
    implied: bool = False
    vague: bool = False
    bounded: bool = False
    theirs: bool = False
    total: Draft | None = None

    @property
    def people(self) -> bool:
        """Whether people are counted."""
        return self.counts == PEOPLE

    @property
    def exact(self) -> bool:
        """Whether it is one plain number so far."""
        return self.low is not None and self.low == self.high

    def take(self, noun: Noun, end: int) -> None:
        """Let ``noun``, whose words end before ``end``, be what is counted."""
        self.unit, self.counts = noun.unit, noun.counts
        self.of = self.of or noun.of
        self.told = self.by_noun = tells(noun.unit, noun.counts)
        self.end = max(self.end, end)
        self.settle_point()

    def tell(self, unit: str) -> None:
        """Let ``unit`` be what befell the people; a rate (a day, each year) stays."""
        _, slash, period = self.unit.partition("/")
        self.unit, self.counts, self.told = f"{unit}{slash}{period}", PEOPLE, True

    def settle_point(self) -> None:
        """A point before three digits groups where whole things are counted (1.250 قتيل); else it stays in doubt."""
        if self.grouped is not None and self.counts and self.counts != MEASURE and self.exact:
            self.low = self.high = self.grouped
            self.grouped = None


def tells(unit: str, counts: str) -> bool:
    """Whether a unit of people says what befell them; "persons" and "members" do not."""
    return counts == PEOPLE and unit not in _UNTOLD
