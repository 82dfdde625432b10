"""Which language a stretch of text is in, by its letters.

Only Arabic and English are told from everything else: these are the languages that the engine reads.
"""

from __future__ import annotations

import re

_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_NOT_LATIN = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
_ARABIC_BLOCKS = (0x06, 0xFB, 0xFC, 0xFD, 0xFE)
_OTHER_ARABIC_SCRIPT = re.compile("[پچژگڤۆێەڕڵٹڈڑںےھۇۈېڭۉ]")
"""Letters of Persian, Kurdish, Urdu and Uighur that Arabic words do not hold."""
_OTHER_LATIN_SCRIPT = re.compile("[ğışĞİŞßñãõêûîâąćęłńśźżőűčřžåäæøœđțșăþðə]")
_OTHER_SHARE = 0.025
"""One in forty letters of another language's own: Persian running text has one in twenty, Arabic news with
foreign names fewer than one in two hundred."""


def language_of(text: str) -> str:
    """``ar`` or ``en`` when most letters are of that script, ``und`` for other languages and for no letters.

    Text in Arabic script that is rich in Persian, Kurdish or Urdu letters is ``und``, and so is text in Latin
    script that is rich in letters English has not.
    """
    latin = len(text.encode("ascii", "replace").translate(None, _NOT_LATIN))
    has_arabic = _ARABIC_LETTER.search(text) is not None
    if has_arabic and not latin:
        return "ar" if _own(text, len(text), _OTHER_ARABIC_SCRIPT) else "und"
    high = text.encode("utf-16-le", "surrogatepass")[1::2]
    arabic = sum(map(high.count, _ARABIC_BLOCKS)) if has_arabic else 0
    latin += high.count(0x01)
    if arabic >= latin:
        return "ar" if arabic and _own(text, arabic, _OTHER_ARABIC_SCRIPT) else "und"
    return "en" if _own(text, latin, _OTHER_LATIN_SCRIPT) else "und"


def _own(text: str, letters: int, foreign: re.Pattern[str]) -> bool:
    return foreign.search(text) is None or len(foreign.findall(text)) <= letters * _OTHER_SHARE
