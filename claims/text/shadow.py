"""A folded twin of a text that remembers where each of its characters came from.

The stored text is evidence and is never altered. What the engine reads is a *shadow*: letters folded to one form,
digits to ASCII, marks that carry no reading removed. Every offset in the shadow leads back to code points of the
raw text, so that a span found in the shadow quotes the raw words exactly.

Folding, in this order:

1. presentation forms (U+FB50–U+FDFF, U+FE70–U+FEFC) and fullwidth forms to their letters (NFKC, character by character);
2. removed: tatweel, Arabic diacritics and Quranic marks, zero-width and bidirectional controls, variation selectors;
   a word torn by spaces or points between two tatweels (``تقـ ـتل``, ``مقتـ.ـل``), or by a point before one inside it
   (``ق.ـتل``), is closed up;
3. one to one: hamza carriers and alef forms to bare letters (أإآٱ → ا, ؤ → و, ئ → ي), ى and ی → ي, ة → ه, ک → ك,
   Arabic-Indic and Persian digits → 0–9, ٫ → ``.``, ٬ → ``,``, all space characters but the line feed → space, ``_`` → space,
   typographic apostrophes → ``'``, typographic dashes → ``-``, Latin letters to lower case (accents removed).

Nothing else: line feeds, Arabic comma and semicolon, quotation marks and ``#`` stay.

Four texts in five hold nothing but the 256 characters of `_PAGE`. Their characters become bytes, the bytes that are removed
are dropped, and the rest become folded characters: three passes in C. Every other text takes the way of tables and patterns,
which is thirty times slower and says the same.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.quick import quick
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_REMOVED = (
    "\u00ad\u034f\u061c\u0640\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
)
_EXPANDED = "\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e"
_TORN = "(?:\u0640[ .\u00a0]{1,3}\u0640|(?<=[\u0621-\u064a])\\.\u0640+(?=[\u0621-\u064a]))"
_span = quick(Span)
_GONE = re.compile(f"[{_REMOVED}]*{_TORN}[{_REMOVED}]*|[{_REMOVED}]+")
_RARE = re.compile(f"[{_EXPANDED}]")
_TAIL = re.compile("[\u0640\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06dc\u0300-\u036f]*")
_TATWEEL = "\u0640"
_PARTED = re.compile(_TORN)


def _one_to_one() -> dict[int, str]:
    table: dict[int, str] = {}
    for source, target in (
        ("أإآٱ", "ا"),
        ("ؤ", "و"),
        ("ئىیې", "ي"),
        ("ةۃھہ", "ه"),
        ("ک", "ك"),
        ("٫", "."),
        ("٬", ","),
        ("_", " "),
        ("’‘ʼ`´", "'"),
        ("‐‑‒–—―−", "-"),
        (
            "\t\r\v\f\u0085\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
            " ",
        ),
    ):
        table.update(dict.fromkeys(map(ord, source), target))
    for zero in (0x0660, 0x06F0):
        table.update({zero + value: str(value) for value in range(10)})
    for code in [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            table[code] = base
    return table


_FOLD = _one_to_one()

_PAGE = "".join(
    [
        *("\0\t\n\r", *map(chr, range(0x20, 0x7F))),
        "\u00a0\u00ad´©®°±²×·«»éèáíóöüçÉÖ",
        *("،؛؟\u061c", *map(chr, range(0x620, 0x66E)), "\u0670ٱپچژکگیےۀہۃھۆێ"),
        *map(chr, range(0x6F0, 0x6FA)),
        *map(chr, [*range(0x200B, 0x2016), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]),
        "‘’“”„•…\ufeff",
    ]
)
"""The commonest characters of Arabic and English texts; 256, the first of them NUL, as `codecs.charmap_build` asks."""
_PAGED = codecs.charmap_build(_PAGE)
_FOLDED_PAGE = _PAGE.translate(_FOLD)
_REMOVED_BYTES = bytes(code for code, letter in enumerate(_PAGE) if _GONE.fullmatch(letter))
_MARKED = bytes(code in _REMOVED_BYTES for code in range(256))
"""1 for a byte that is removed, 0 for others: so that its runs are found by searching for one byte."""
_REMOVED_RUN = re.compile(b"\1+")
_TAIL_LETTERS = frozenset(letter for code in range(0x0700) if _TAIL.fullmatch(letter := chr(code)))


@dataclass(frozen=True, slots=True)
class Shadow:
    """A folded text and the way back.

    The way back is a few steps: from ``turns[n]`` on, a character of ``text`` comes from ``shifts[n]`` further on in ``raw``.

    Attributes:
        raw: the text as stored.
        text: its folded twin.
        turns: offsets of ``text``, ascending, at which the shift changes; the first is 0. Empty when both texts are the
            same length, character by character.
        shifts: the shift from each of ``turns`` on.
    """

    raw: str
    text: str
    turns: Sequence[int] = ()
    shifts: Sequence[int] = ()

    def origin(self, offset: int) -> int:
        """The offset in ``raw`` that the character at ``offset`` came from; ``len(raw)`` for the end of ``text``."""
        return offset + self.shifts[bisect_right(self.turns, offset) - 1] if self.turns else offset

    def initial(self, start: int) -> str:
        """The raw character behind ``text[start]``."""
        return self.raw[self.origin(start)]

    def marked(self, start: int, end: int) -> bool:
        """Whether anything was removed between ``start`` and ``end``, or right behind."""
        turns = self.turns
        return bool(turns) and bisect_right(turns, start) != bisect_right(turns, end)

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """First and last offset in ``raw`` of ``text[start:end]``, marks that belong to its last letter included."""
        turns = self.turns
        if not turns:
            return start, end
        shifts, raw = self.shifts, self.raw
        step = bisect_right(turns, start)
        first = start + shifts[step - 1]
        if end <= start:
            return first, first
        if step < len(turns) and turns[step] < end:
            step = bisect_right(turns, end - 1)
        last = end + shifts[step - 1]
        if last < len(raw) and raw[last] in _TAIL_LETTERS:
            tail = _TAIL.match(raw, last)
            last = tail.end() if tail else last
        return first, last

    def span(self, start: int, end: int) -> Span:
        """The raw span behind ``text[start:end]``; see `bounds`."""
        return _span(*self.bounds(start, end))

    def quote(self, start: int, end: int) -> str:
        """The raw words behind ``text[start:end]``; see `bounds`."""
        first, end = self.bounds(start, end)
        return self.raw[first:end]


_shadow = quick(Shadow)


def shadow(raw: str) -> Shadow:
    """Fold ``raw``; a text that is a shadow already folds to itself."""
    if torn(raw):
        return _by_patterns(raw)
    try:
        paged = codecs.charmap_encode(raw, "strict", _PAGED)[0]
    except UnicodeEncodeError:
        return _by_patterns(raw)
    kept = paged.translate(None, _REMOVED_BYTES)
    text = codecs.charmap_decode(kept, "strict", _FOLDED_PAGE)[0]
    if len(kept) == len(paged):
        return _shadow(raw, text)
    turns, shifts = _steps(
        found.span() for found in _REMOVED_RUN.finditer(paged.translate(_MARKED))
    )
    return _shadow(raw, text, turns, shifts)


def torn(raw: str) -> bool:
    """Whether a word is torn by spaces or points between two tatweels, and closed up over them."""
    return _TATWEEL in raw and _PARTED.search(raw) is not None


def fold(raw: str) -> str:
    """The shadow of a word or phrase where no way back is needed (lexicon keys)."""
    return shadow(raw).text


def _steps(removed: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Turns and shifts of a text without the stretches ``removed``."""
    turns, shifts, shift = [0], [0], 0
    for first, end in removed:
        turns.append(first - shift)
        shift += end - first
        shifts.append(shift)
    return turns, shifts


def _by_patterns(raw: str) -> Shadow:
    """Fold a text with characters beyond the page, or with torn words."""
    if _RARE.search(raw):
        return _expanded(raw)
    text = _GONE.sub("", raw).translate(_FOLD)
    if len(text) == len(raw):
        return Shadow(raw, text)
    return Shadow(raw, text, *_steps(found.span() for found in _GONE.finditer(raw)))


def _expanded(raw: str) -> Shadow:
    letters: list[str] = []
    places: list[int] = []
    for index, letter in enumerate(raw):
        wide = unicodedata.normalize("NFKC", letter) if _RARE.match(letter) else letter
        letters.append(wide)
        places.extend([index] * len(wide))
    opened = "".join(letters)
    places.append(len(raw))
    kept: list[int] = []
    position = 0
    for found in _GONE.finditer(opened):
        kept += places[position : found.start()]
        position = found.end()
    kept += places[position:]
    text = _GONE.sub("", opened).translate(_FOLD)
    return Shadow(raw, text, *_compressed(kept))


def _compressed(origins: Sequence[int]) -> tuple[list[int], list[int]]:
    """Turns and shifts that say the same as the origin of every single character."""
    turns, shifts = [0], [origins[0]]
    for offset, origin in enumerate(origins):
        if origin - offset != shifts[-1]:
            turns.append(offset)
            shifts.append(origin - offset)
    return turns, shifts
