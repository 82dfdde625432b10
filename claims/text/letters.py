"""How likely a string of Arabic letters is, to choose between two readings of the same bytes.

Shares of letters and of words with the article are counted on the five articles in ``seeds/`` (10,498 letters, 2,227
words) and rounded; letters that are not in the table count as one in ten thousand.
"""

from __future__ import annotations

import math
import re

_PER_MILLE = {
    "ا": 155, "ل": 108, "ي": 76, "م": 63, "ت": 55, "و": 52, "ر": 52, "ن": 51, "د": 39, "ع": 33, "ف": 32, "ة": 30,
    "ق": 28, "ب": 27, "ح": 21, "س": 21, "ه": 19, "ش": 16, "ى": 14, "ك": 14, "أ": 13, "ط": 12, "ج": 10, "ظ": 7,
    "خ": 7, "ص": 7, "إ": 6.5, "ض": 6, "ز": 5.5, "غ": 4.6, "ث": 4.2, "ذ": 3, "ء": 2.5, "ئ": 2.4, "آ": 1.5, "ؤ": 1,
}  # fmt: skip
_ARTICLE_SHARE = 0.29
_LOGS = {letter: math.log(share / 1000) for letter, share in _PER_MILLE.items()}
_RARE = math.log(0.0001)
_WITH, _WITHOUT = math.log(_ARTICLE_SHARE / 0.02), math.log(1 - _ARTICLE_SHARE)
"""A word begins with the article in 29 of 100 cases; its two letters stand there by chance in 2 of 100."""
_WORD = re.compile("[ء-ي]+")
_ARTICLES = ("ال", "وال", "بال", "لل", "فال")


def likelihood(text: str) -> float:
    """Natural logarithm of how likely the Arabic words of ``text`` are; only differences mean something."""
    return sum(_word(word) for word in _WORD.findall(text))


def _word(word: str) -> float:
    letters = sum(_LOGS.get(letter, _RARE) for letter in word)
    return letters + (_WITH if word.startswith(_ARTICLES) else _WITHOUT)
