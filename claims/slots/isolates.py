"""Words of a text inside a sentence of ours that may run the other way.

Without an isolate the signs between two Arabic quotations in an English sentence run from right to left, and the
quotations change places before the eyes of the reader.
"""

from __future__ import annotations

import re

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_OTHER = {
    "ar": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "en": re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"),
}


def isolated(words: str, language: str) -> str:
    """``words`` as they may stand in a sentence of ``language``: between isolates where they hold letters of the other direction.

    Controls of direction in the words themselves are left out: one that is not closed would reach beyond them.
    """
    plain = words.translate(_CONTROLS)
    return f"{_FIRST_STRONG}{plain}{_POP}" if _OTHER[language].search(plain) else plain
