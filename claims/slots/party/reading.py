"""One text while it is read: its words, what was found so far, where it plays."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.quick import quick
from claims.slots.party.heads import modifiers
from claims.slots.party.lexicon import lexicon as listed
from claims.slots.party.nations import forms
from claims.slots.party.theatres import counted, speaking, strength
from claims.slots.party.trie import QUOTES, Case, Match, Sense, Ways, arabic, walk
from claims.slots.triggers import Kind

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from claims.slots.party.entries import Entry
    from claims.slots.party.lexicon import Lexicon
    from claims.text.tokens import Tokens

_CLOSING = {'"': '"', "'": "'", "«": "»", "“": "”", "„": "“", "‘": "’", "”": "“", "(": ")"}
CLOSERS = frozenset([*_CLOSING, *_CLOSING.values()])
BREAKS = frozenset("\n.,;:!?()[]{}|،؛؟…-/\\*•·@&+=~")
OFFICE = "office"
"""Group of a mention whose words say more of who speaks than its party does."""
_POSSESSIVE = 2
_MOST_HARM = 3
_IN = frozenset({"في", "فى", "to"})
_BEYOND = ("\n",) * 24
_LONGEST_QUOTATION = 8
_DISGUISED = re.compile("[.*/|·•~!a-z@1379](?<=[\u0620-\u064a].)[.*/|·•~!]{0,3}(?=[\u0620-\u064a])")
_LETTERS = {"1": "ا", "3": "ع", "7": "ح", "9": "ق", "a": "ا", "d": "د", "@": "ا"}
_MARKS = frozenset(".*/|·•~!")
_LONGEST_DISGUISE = 9
_SHORTEST_DISGUISE = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A party found in the text.

    Attributes:
        first: its first token.
        end: the token after its last one.
        entry: who it is; None for words that are passed over.
        cut: letters to leave out at the beginning (a conjunction, a preposition).
        tail: letters to leave out at the end (an English possessive).
        name: its own words where they name it more closely than the entry, else "".
        state: id of the state when a demonym named it, else "".
        group: group of the head of the phrase, "" for a bare name.
    """

    first: int
    end: int
    entry: Entry | None
    cut: int = 0
    tail: int = 0
    name: str = ""
    state: str = ""
    group: str = ""


mentioned = quick(Mention)
"""Makes a `Mention`, at a third of the cost of its class."""


class Reading:
    """The state of reading one text.

    Attributes:
        tokens: the text.
        words: its folded words, letters that were split to dodge filters closed up, followed by line feeds: a look
            beyond either end of the text finds a line feed.
        lexicon: what names mean.
        forms: demonyms and names of states; see `claims.slots.party.nations.forms`.
        chrome: whether plain English nouns are the page's own (a text in Arabic).
        floor: the token that no further mention may reach back beyond.
        found: the parties so far, in order.
        persons: for the last part of a personal name who it speaks for.
    """

    __slots__ = (
        "_as_cut",
        "_ends",
        "_matches",
        "_seen",
        "_starts",
        "_strengths",
        "chrome",
        "floor",
        "forms",
        "found",
        "lexicon",
        "persons",
        "tokens",
        "words",
    )

    def __init__(self, tokens: Tokens, lexicon: Lexicon, *, chrome: bool) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.chrome = chrome
        self.forms = forms()
        self.words: Sequence[str] = (*tokens.words, *_BEYOND)
        self._starts: Sequence[int] = tokens.starts
        self._ends: Sequence[int] = tokens.ends
        self.floor = 0
        self.found: list[Mention] = []
        self.persons: dict[str, Entry] = {}
        self._seen: Counter[str] | None = None
        self._strengths: dict[tuple[str, ...], int] = {}
        self._matches: dict[int, list[Match]] = {}
        self._as_cut = _DISGUISED.search(tokens.shadow.text) is None
        if not self._as_cut:
            self._close_up()

    def _starts_of_names(self) -> Iterable[tuple[int, Ways]]:
        """The tokens whose words can begin a name, and how."""
        if self._as_cut and self.lexicon is listed():
            return _NAMES.starts(self.tokens)
        hot = self.lexicon.hot
        return [(at, hot[word]) for at, word in enumerate(self.words) if word in hot]

    def matches(self, at: int) -> list[Match]:
        """All names that begin at token ``at``, those of one reading of its word longest first."""
        known = self._matches.get(at)
        if known is None:
            ways = self.lexicon.hot.get(self.words[at])
            begun = ways is not None and self.begins(ways, at)
            known = self._matches[at] = self._walked(at, ways) if ways and begun else []
        return known

    def begun(self) -> Iterator[tuple[int, list[Match]]]:
        """The tokens at which a name may begin, beyond `floor`, which may rise meanwhile, and the names there."""
        words, known = self.words, self._matches
        for at, ways in self._starts_of_names():
            onward = ways.onward
            if onward is not None:
                behind = words[at + 1]
                if behind not in onward and behind not in ways.further:
                    continue
            if at < self.floor:
                continue
            matches = known.get(at)
            if matches is None:
                matches = known[at] = self._walked(at, ways)
            if matches:
                yield at, matches

    def _walked(self, at: int, ways: Ways) -> list[Match]:
        starts, words, forms = ways.starts, self.words, self.forms
        found = walk(starts[0], words, at + 1, forms)
        if len(starts) > 1:
            for way in starts[1:]:
                found += walk(way, words, at + 1, forms)
        return found

    def begins(self, ways: Ways, at: int) -> bool:
        """Whether the word behind ``at`` lets a name begin there; false settles most words at once."""
        if ways.onward is None:
            return True
        word = self.words[at + 1]
        return word in ways.onward or word in ways.further

    def allowed(self, sense: Sense, first: int, end: int) -> bool:
        """Whether a sense holds here: its theatre and its capitals."""
        if sense.case and not self._written(sense.case, first, end):
            return False
        return not sense.theatres or self.strength(sense) > 0

    def strength(self, sense: Sense) -> int:
        """How much of the text speaks for a sense that depends on where the text plays; 0 for not at all."""
        if sense.default and not self.theatres():
            return 1
        return self._strength(sense.theatres)

    def theatres(self) -> Counter[str]:
        """How many words of each theatre stand in the text."""
        if self._seen is None:
            self._seen = counted(speaking(self.tokens) if self._as_cut else self.words)
        return self._seen

    def _strength(self, theatres: tuple[str, ...]) -> int:
        known = self._strengths.get(theatres)
        if known is None:
            known = self._strengths[theatres] = strength(theatres, self.theatres())
        return known

    def plays(self, theatres: tuple[str, ...]) -> bool:
        """Whether the text plays in one of ``theatres``; true when none is asked for."""
        return not theatres or self._strength(theatres) > 0

    def large(self, at: int) -> bool:
        """Whether the raw word at ``at`` begins with a capital; false beyond the text."""
        return (
            0 <= at < len(self._starts) and self.tokens.shadow.initial(self._starts[at]).isupper()
        )

    def hyphened(self, at: int) -> bool:
        """Whether a hyphen behind a word with a capital stands at ``at``: "Al-Shifa"."""
        return self.words[at] == "-" and self.large(at - 1)

    def placed(self, at: int) -> bool:
        """Whether the word before ``at`` makes what follows a place: «في مدرسة», "near the bridge", not «أضرار في مدرسة», "damage to the school"."""
        before = self.words[at - 1]
        if before not in modifiers().locative:
            return False
        ahead = self.words[max(0, at - 1 - _MOST_HARM) : at - 1]
        return before not in _IN or modifiers().harm.isdisjoint(ahead)

    def bounds(self, first: int, end: int, cut: int = 0, tail: int = 0) -> tuple[int, int]:
        """First and last raw offset of tokens ``first`` up to, not including, ``end``."""
        return self.tokens.shadow.bounds(self._starts[first] + cut, self._ends[end - 1] - tail)

    def raw(self, first: int, end: int) -> str:
        """The raw words of these tokens."""
        return self.tokens.shadow.quote(self._starts[first], self._ends[end - 1])

    def closed(self, first: int, end: int) -> int:
        """``end``, or the token after the mark that closes a quotation opened between ``first`` and ``end``."""
        if self.words[end] not in CLOSERS:
            return end
        for at in range(first, end):
            closing = _CLOSING.get(self.words[at])
            if closing is not None and self.words[end] in {closing, self.words[at]}:
                inside = self.words[at + 1 : end]
                return end if closing in inside or self.words[at] in inside else end + 1
        return end

    def possessive(self, end: int) -> int:
        """How many letters an English possessive takes at the end of the token before ``end``."""
        last = self.words[end - 1]
        return _POSSESSIVE if last.endswith("'s") else 0

    def quoted(self, at: int) -> int:
        """The token that closes the quotation opened at ``at``; ``at`` when none is opened or it is long."""
        closing = _CLOSING.get(self.words[at])
        if closing is None:
            return at
        for end in range(at + 2, at + _LONGEST_QUOTATION):
            if self.words[end] in {closing, self.words[at]}:
                return end
            if self.words[end] in BREAKS:
                return at
        return at

    def _written(self, case: Case, first: int, end: int) -> bool:
        if case == Case.FIRST:
            return self.large(first)
        if case == Case.ALL:
            return self.raw(first, first + 1).removesuffix("'s").removesuffix("’s").isupper()
        return self.large(end - 1) or self.words[end - 1] in QUOTES

    def _close_up(self) -> None:
        """Join the pieces of words that were split to dodge filters, in one pass."""
        old = self.tokens
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for found in _DISGUISED.finditer(old.shadow.text):
            at = bisect_right(old.starts, found.start() - 1) - 1
            for _ in range(_LONGEST_DISGUISE):
                if at <= done or not old.glued(at) or old.words[at - 1] in BREAKS:
                    break
                at -= 1
            end, whole = _disguised(old, at, self.lexicon)
            if at < done or not whole:
                continue
            words += [*old.words[done:at], whole]
            starts += [*old.starts[done:at], old.starts[at]]
            ends += [*old.ends[done:at], old.ends[end - 1]]
            done = end
        if not done:
            self._as_cut = True
            return
        self.words = (*words, *old.words[done:], *_BEYOND)
        self._starts = (*starts, *old.starts[done:])
        self._ends = (*ends, *old.ends[done:])


def _begun(word: str) -> Ways | None:
    """What a word may begin in the lexicon, for the pass that all kinds of values share."""
    return listed().hot.get(word)


_NAMES = Kind(_begun)


def _disguised(text: Tokens, at: int, lexicon: Lexicon) -> tuple[int, str]:
    """The end of a split word that begins at ``at``, and the word; "" when no name has such a word."""
    best = (at, "")
    if not arabic(text.words[at]):
        return best
    pieces = [text.words[at]]
    for end in range(at + 1, min(at + _LONGEST_DISGUISE, len(text))):
        word = text.words[end]
        if not text.glued(end) or not (word in _MARKS or word in _LETTERS or arabic(word)):
            break
        if word in _MARKS:
            continue
        pieces.append(_LETTERS.get(word, word))
        whole = "".join(pieces)
        if len(whole) >= _SHORTEST_DISGUISE and whole in lexicon.known and arabic(word):
            best = (end + 1, whole)
    return best
