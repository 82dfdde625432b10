"""What went wrong while a text was read, as problems for people: in which encoding, where, and what stands there now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.model.finding import Problem
from claims.model.message import Message
from claims.model.span import Span
from claims.text.encoding import Decoded

MOST_PLACES = 20
"""So many places are named one by one; how many more there are is said once."""

_WORD_REACH = 30
"""A broken place is shown with its word: so many characters before and after it at most."""
_SPACE = re.compile(r"\s")
_FEW = range(3, 11)
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_GARBLED = re.compile(
    "[ØÙ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_GARBLED_SHARE = 0.1


def problems(
    decoded: Decoded, text: str, *, replaced: int, breaks: int, document: str
) -> tuple[Problem, ...]:
    """Everything that a reader of the document should know about how it was read.

    Args:
        decoded: how the bytes were read.
        text: the text as it is kept.
        replaced: how many characters stand as U+FFFD because they cannot be stored.
        breaks: how many page breaks became new lines.
        document: id of the document.
    """
    found = (
        _unsure(decoded),
        *_unread(decoded, text),
        _replaced(replaced, breaks),
        _directed(text),
        _garbled(text),
    )
    return tuple(
        Problem(code, message, document, span) for code, message, span in filter(None, found)
    )


_Found = tuple[str, Message, Span | None]


def _unsure(decoded: Decoded) -> _Found | None:
    if not decoded.alternatives:
        return None
    other = "; ".join(f"{name} («{beginning}»)" for name, beginning in decoded.alternatives)
    message = Message(
        ar=f"لا يمكن الجزم بترميز الملف: قُرئ على أنه {decoded.encoding}، ويحتمل أيضا {other}. اختر الترميز الصحيح.",
        en=f"The file's encoding cannot be told: it was read as {decoded.encoding}, {other} is possible too. Choose the right one.",
    )
    return "encoding-unsure", message, None


def _unread(decoded: Decoded, text: str) -> Iterator[_Found]:
    """One problem for each of the first places, one for the rest."""
    line, counted = 1, 0
    for place in decoded.unread[:MOST_PLACES]:
        line += text.count("\n", counted, place.start)
        counted = place.start
        message = Message(
            ar=f"السطر {line}: تعذرت قراءة بايتات بترميز {decoded.encoding}، وتقوم مقامها في النص العلامة \ufffd.",
            en=f"Line {line}: bytes could not be read as {decoded.encoding}; they stand as \ufffd in the text.",
        )
        yield "bytes-unread", message, _word(place, text)
    more = len(decoded.unread) - MOST_PLACES
    if more > 0:
        message = Message(
            ar=f"وتعذرت قراءة بايتات بترميز {decoded.encoding} في {_places_ar(more)} بعدها.",
            en=f"Bytes could not be read as {decoded.encoding} in {_en(more, 'more place')} after these.",
        )
        yield "bytes-unread", message, None


def _word(place: Span, text: str) -> Span:
    """The place with what is left of its word."""
    before = _SPACE.split(text[max(0, place.start - _WORD_REACH) : place.start])[-1]
    after = _SPACE.split(text[place.end : place.end + _WORD_REACH], maxsplit=1)[0]
    return Span(place.start - len(before), place.end + len(after))


def _replaced(replaced: int, breaks: int) -> _Found | None:
    ar, en = [], []
    if replaced:
        ar.append(f"محارف لا يمكن حفظها وتقوم مقامها العلامة \ufffd: {_ar(replaced, _CHARACTERS)}.")
        stand = "stands" if replaced == 1 else "stand"
        en.append(f"{_en(replaced, 'character')} that cannot be stored {stand} as \ufffd.")
    if breaks:
        ar.append(f"فواصل صفحات صارت أسطرا جديدة: {_ar(breaks, _BREAKS)}.")
        became = "a new line" if breaks == 1 else "new lines"
        en.append(f"{_en(breaks, 'page break')} became {became}.")
    if not en:
        return None
    ar.append("الملف الأصلي محفوظ كما هو.")
    en.append("The original file is kept as it is.")
    return "characters-replaced", Message(" ".join(ar), " ".join(en)), None


def _directed(text: str) -> _Found | None:
    count = sum(map(text.count, _OVERRIDES))
    if not count:
        return None
    change = "changes" if count == 1 else "change"
    message = Message(
        ar=f"في النص محارف خفية تغيّر اتجاه الكتابة، فقد يظهر بترتيب غير ترتيبه الحقيقي. عددها: {_ar(count, _CHARACTERS)}.",
        en=f"The text holds {_en(count, 'hidden character')} that {change} the writing direction; it may be shown in another order than it has.",
    )
    return "direction-overridden", message, None


def _garbled(text: str) -> _Found | None:
    if "Ø" not in text and "Ù" not in text:
        return None
    if len(_GARBLED.findall(text)) <= _GARBLED_SHARE * len(text):
        return None
    message = Message(
        ar="يبدو أن النص العربي تشوّه قبل وصوله: حُفظ بترميز خاطئ. ابحث عن نسخة سليمة من الملف.",
        en="The Arabic text seems to have been garbled before it came here: it was saved with a wrong encoding. Look for a sound copy of the file.",
    )
    return "text-garbled", message, None


_CHARACTERS = ("محرف واحد", "محرفان", "محارف", "محرفا", "محرف")
_BREAKS = ("فاصل واحد", "فاصلان", "فواصل", "فاصلا", "فاصل")
"""One; two; after 3 to 10; after 11 to 99; after whole hundreds."""


def _ar(count: int, forms: tuple[str, str, str, str, str]) -> str:
    one, two, few, many, hundreds = forms
    if count in {1, 2}:
        return (one, two)[count - 1]
    rest = count % 100
    return f"{count} {few if rest in _FEW else many if rest > max(_FEW) else hundreds}"


def _places_ar(count: int) -> str:
    return _ar(count, ("موضع واحد", "موضعين", "مواضع", "موضعا", "موضع"))


def _en(count: int, one: str) -> str:
    return f"{count:,} {one}{'s' * (count != 1)}"
