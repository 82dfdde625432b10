"""A folded twin of a text that remembers where each of its characters came from.

The stored text is evidence and is never altered. What the engine reads is a *shadow*: letters folded to one form,
digits to ASCII, marks that carry no reading removed. Every offset in the shadow leads back to code points of the
raw text, so that a span found in the shadow quotes the raw words exactly.

Folding, in this order:

1. presentation forms (U+FB50–U+FDFF, U+FE70–U+FEFC) and fullwidth forms to their letters (NFKC, character by character);
2. removed: tatweel, Arabic diacritics and Quranic marks, zero-width and bidirectional controls, variation selectors;
   a word torn by spaces or points between two tatweels (``تقـ ـتل``, ``مقتـ.ـل``) is closed up;
3. one to one: hamza carriers and alef forms to bare letters (أإآٱ → ا, ؤ → و, ئ → ي), ى and ی → ي, ة → ه, ک → ك,
   Arabic-Indic and Persian digits → 0–9, ٫ → ``.``, ٬ → ``,``, all space characters but the line feed → space, ``_`` → space,
   typographic apostrophes → ``'``, typographic dashes → ``-``, Latin letters to lower case (accents removed).

Nothing else: line feeds, Arabic comma and semicolon, quotation marks and ``#`` stay.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_REMOVED = (
    "\u00ad\u034f\u061c\u0640\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
)
_EXPANDED = "\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e"
_GONE = re.compile(f"[{_REMOVED}]*\u0640[ .\u00a0]{{1,3}}\u0640[{_REMOVED}]*|[{_REMOVED}]+")
_RARE = re.compile(f"[{_EXPANDED}]")
_TAIL = re.compile("[\u0640\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06dc\u0300-\u036f]*")


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
    for code in [*range(0x41, 0x5B), *range(0xC0, 0x250)]:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            table[code] = base
    return table


_FOLD = _one_to_one()


@dataclass(frozen=True, slots=True)
class Shadow:
    """A folded text and the way back.

    Attributes:
        raw: the text as stored.
        text: its folded twin.
        origins: for each character of ``text`` the offset in ``raw`` that it came from, followed by ``len(raw)``;
            None when both texts are the same length, character by character.
    """

    raw: str
    text: str
    origins: Sequence[int] | None

    def span(self, start: int, end: int) -> Span:
        """The raw span behind ``text[start:end]``, marks that belong to its last letter included."""
        if self.origins is None:
            return Span(start, end)
        first = self.origins[start]
        last = self.origins[end - 1] + 1 if end > start else first
        tail = _TAIL.match(self.raw, last)
        return Span(first, tail.end() if tail and end > start else last)

    def quote(self, start: int, end: int) -> str:
        """The raw words behind ``text[start:end]``."""
        return self.span(start, end).of(self.raw)


def shadow(raw: str) -> Shadow:
    """Fold ``raw``; a text that is a shadow already folds to itself."""
    if _RARE.search(raw):
        return _expanded(raw)
    origins = _kept(raw)
    if origins is None:
        return Shadow(raw, raw.translate(_FOLD), None)
    kept = _GONE.sub("", raw)
    return Shadow(raw, kept.translate(_FOLD), origins)


def fold(raw: str) -> str:
    """The shadow of a word or phrase where no way back is needed (lexicon keys)."""
    return shadow(raw).text


def _kept(raw: str) -> list[int] | None:
    origins: list[int] = []
    position = 0
    for match in _GONE.finditer(raw):
        origins.extend(range(position, match.start()))
        position = match.end()
    if position == 0:
        return None
    origins.extend(range(position, len(raw) + 1))
    return origins


def _expanded(raw: str) -> Shadow:
    letters: list[str] = []
    places: list[int] = []
    for index, letter in enumerate(raw):
        wide = unicodedata.normalize("NFKC", letter) if _RARE.match(letter) else letter
        letters.append(wide)
        places.extend([index] * len(wide))
    opened = "".join(letters)
    places.append(len(raw))
    kept = _kept(opened)
    text = _GONE.sub("", opened).translate(_FOLD)
    origins = places if kept is None else [places[index] for index in kept]
    return Shadow(raw, text, origins)
