"""Bytes to text: which encoding, and how sure that is.

In this order: what a person declared, a byte order mark, UTF-16 by its zero and Arabic high bytes, strict UTF-8,
UTF-8 with some broken bytes, then a judgement among windows-1256, ISO-8859-6 and windows-1252 by how well their
readings form words; for what fits none of them charset-normalizer is asked. Nothing is dropped: a byte that cannot be
read becomes U+FFFD, and its place is noted.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.errors import InputError, UnreadableFile
from claims.model.span import Span
from claims.text.letters import likelihood

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UTF16_HIGH = bytes([0x00, 0x06, 0x20])
"""High bytes of Latin letters, Arabic letters and typographic punctuation."""
_UTF16_SHARE = 0.7
_UTF16_LEAST = 4
_SAMPLE = 65_536
_BROKEN = re.compile("\ufffd+")
_ESCAPED = re.compile("[\udc80-\udcff]+")
_SEQUENCES = re.compile(
    rb"(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
    rb"|\xf4[\x80-\x8f][\x80-\xbf]{2})+"
)
"""Characters of UTF-8 beyond ASCII, one after the other."""
_CHANCE = 3
"""So many bytes of UTF-8 may come about by chance: a letter and punctuation of windows-1256, such as "ل»،"."""
_MOST_OF_ONE = 8
"""Broken bytes in a row count as so many at most: a hole in a file is one damage."""
_ARABIC = "ء-يٱ-ۓۿ"
_MARKS = "ً-ْـ"
_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC_RUN = re.compile(f"[{_ARABIC}{_MARKS}]+")
_MISPLACED = re.compile(f"[ةى](?=[{_ARABIC}])|^[{_MARKS}ةى]|^ئ$|ءء")
_TYPOGRAPHIC = set("،؛؟«»“”‘’–—…•€°·\u00a0\u200c\u200d\u200e\u200f©®£")
_WESTERN = set("àâäáãåæçèéêëìíîïñòóôöøùúûüýÿœßÀÂÄÁÅÇÈÉÊËÍÎÓÔÖØÚÛÜŒ")
_SINGLE_BYTE = ("windows-1252", "windows-1256", "iso8859-6")
"""In this order when they read the same."""
_GOOD_ENOUGH = 0.85
_CLOSE = 0.1
_SURE_NATS = 3.0
"""One reading is e³ ≈ 20 times likelier than the other: enough to choose without asking."""
_STRANGE_NATS = 9.0
"""A character that no Arabic text holds counts like a letter of one in ten thousand."""
_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were read.

    Attributes:
        text: the characters, without a byte order mark.
        encoding: name of the encoding.
        confidence: 0 to 1.
        unread: where bytes could not be read and stand as U+FFFD, in order.
        alternatives: other encodings that fit nearly as well, with the beginning of the text as each reads it.
    """

    text: str
    encoding: str
    confidence: float = 1.0
    unread: tuple[Span, ...] = ()
    alternatives: tuple[tuple[str, str], ...] = ()

    @property
    def broken(self) -> int:
        """In how many places bytes could not be read."""
        return len(self.unread)


class _Reading(NamedTuple):
    encoding: str
    text: str
    share: float
    likelihood: float


def decode(data: bytes, declared: str = "") -> Decoded:
    """Read ``data`` as text.

    Args:
        data: the bytes of a file.
        declared: the encoding a person or a header named, "" to find out.

    Raises:
        InputError: when no such encoding exists.
        UnreadableFile: when the bytes are not in the declared encoding, or in none that is known.
    """
    if declared:
        return _declared(data, declared)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    wide = _utf16(data)
    if wide is not None:
        return wide
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _single_byte(data)


def _declared(data: bytes, declared: str) -> Decoded:
    try:
        encoding = codecs.lookup(declared).name
        text = data.decode(encoding)
    except LookupError as error:
        raise InputError(
            f"No encoding is called {declared!r}.",
            next_step="Name one like utf-8, windows-1256 or iso-8859-6, or leave it out.",
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"The bytes are not {declared}: position {error.start} cannot be read.",
            next_step="Name another encoding, or leave it out to have it found.",
        ) from error
    return Decoded(text.removeprefix("\ufeff"), encoding)


def _marked(data: bytes, encoding: str) -> Decoded:
    """Read what follows a byte order mark; halves of surrogate pairs are kept for the reader to show."""
    if encoding == "utf-8":
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            return _damaged(data, marked=True) or _single_byte(data)
    return _wide(data, encoding, 1.0)


def _wide(data: bytes, encoding: str, confidence: float) -> Decoded:
    """Read two or four bytes for each unit; a unit that is cut off at the end is one place that cannot be read."""
    whole = len(data) - len(data) % (4 if "32" in encoding else 2)
    try:
        text, unread = data[:whole].decode(encoding, "surrogatepass"), []
    except UnicodeDecodeError:
        text = data[:whole].decode(encoding, "replace")
        unread = _stretches(_BROKEN, text)
    if whole < len(data):
        text += "\ufffd"
        unread.append(Span(len(text) - 1, len(text)))
    return Decoded(text, encoding, confidence, tuple(unread))


def _utf16(data: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: every second byte is a high byte of a known block, the others are not."""
    sample = data[: min(len(data) & ~1, _SAMPLE)]
    if len(sample) < _UTF16_LEAST:
        return None
    even, odd = sample[0::2], sample[1::2]
    shares = [sum(map(part.count, _UTF16_HIGH[:2])) / len(part) for part in (even, odd)]
    low, high = sorted(shares)
    if high < _UTF16_SHARE or low > high / 2:
        return None
    encoding = "utf-16-be" if shares[0] > shares[1] else "utf-16-le"
    return _wide(data, encoding, round(high - low, 2))


def _damaged(data: bytes, *, marked: bool = False) -> Decoded | None:
    """Read UTF-8 in which some bytes are broken; None when it never was UTF-8.

    What speaks for UTF-8 are the bytes that form its characters: all of them where some stand in a row, one less
    for a character alone, which a code page may spell by chance. What speaks against it are the others.
    """
    text, unread = _lenient(data, "utf-8")
    runs = [len(run.group()) for run in _SEQUENCES.finditer(data)]
    sound = sum(size if size > _CHANCE else size - 1 for size in runs) + _CHANCE * marked
    broken = sum(min(_signs(hole), _MOST_OF_ONE) for hole in _SEQUENCES.split(data))
    if sound <= broken:
        return None
    return Decoded(text, "utf-8", round(sound / (sound + broken), 3), unread)


def _signs(hole: bytes) -> int:
    """Broken characters among bytes that form none of UTF-8; the beginning of a character is one."""
    return hole.decode("utf-8", "replace").count("\ufffd")


def _lenient(data: bytes, encoding: str) -> tuple[str, tuple[Span, ...]]:
    """The text with U+FFFD for every byte that cannot be read, and where these stand."""
    try:
        text = data.decode(encoding, "surrogateescape")
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, tuple(_stretches(_BROKEN, text))
    places = _stretches(_ESCAPED, text)
    return (_ESCAPED.sub(_replaced, text) if places else text), tuple(places)


def _replaced(match: re.Match[str]) -> str:
    return "\ufffd" * len(match.group())


def _stretches(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _single_byte(data: bytes) -> Decoded:
    readings = sorted(
        (_reading(data, encoding) for encoding in _SINGLE_BYTE),
        key=lambda one: (one.share, one.likelihood),
        reverse=True,
    )
    best = readings[0]
    if best.share < _GOOD_ENOUGH:
        return _asked(data, best)
    rivals = [
        one for one in readings[1:] if best.share - one.share < _CLOSE and one.text != best.text
    ]
    if not rivals:
        return _as(best, data, round(best.share, 2))
    best, *rivals = sorted((best, *rivals), key=lambda one: one.likelihood, reverse=True)
    if best.likelihood - rivals[0].likelihood >= _SURE_NATS:
        return _as(best, data, round(best.share, 2))
    return _as(best, data, 0.5, rivals)


def _as(
    reading: _Reading, data: bytes, confidence: float, doubts: Sequence[_Reading] = ()
) -> Decoded:
    """The whole of the bytes in the encoding of a reading of their beginning."""
    text, unread = _lenient(data, reading.encoding)
    return Decoded(text, reading.encoding, confidence, unread, _beginnings(doubts))


def _reading(data: bytes, encoding: str) -> _Reading:
    text = data[:_SAMPLE].decode(encoding, "replace")
    good = total = 0
    for character in text:
        if character > "\x7f" and character in _TYPOGRAPHIC:
            good += 1
            total += 1
    for word in _LETTERS.findall(text):
        high = sum(character > "\x7f" for character in word)
        total += high
        good += high if high and _well_formed(word, high) else 0
    total += sum(
        not character.isalnum() and character > "\x7f" and character not in _TYPOGRAPHIC
        for character in text
    )
    strange = sum(
        character > "\x7f" and character not in _TYPOGRAPHIC and not _ARABIC_RUN.match(character)
        for character in text
    )
    return _Reading(
        encoding, text, good / total if total else 0.0, likelihood(text) - strange * _STRANGE_NATS
    )


def _well_formed(word: str, high: int) -> bool:
    """Whether a run of letters may be a word: all Arabic with letters in their places, or Latin with few accents."""
    if _ARABIC_RUN.fullmatch(word):
        return not _MISPLACED.search(word)
    accents = sum(character in _WESTERN for character in word)
    tail = word[1:]
    return (
        accents == high
        and high * 2 <= len(word) + 1
        and (not tail or tail.islower() or tail.isupper())
    )


def _asked(data: bytes, fallback: _Reading) -> Decoded:
    """Ask charset-normalizer about bytes that none of our readings fits."""
    import charset_normalizer

    match = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    if match is None:
        if fallback.share < 1 - _GOOD_ENOUGH:
            raise UnreadableFile(
                "The bytes are text in no encoding that is known.",
                next_step="Open the file where it reads well and save it as UTF-8, or name its encoding.",
            )
        return _as(fallback, data, round(fallback.share / 2, 2), [fallback])
    text, unread = _lenient(data, match.encoding)
    doubt = [] if text[: len(fallback.text)] == fallback.text else [fallback]
    return Decoded(text, match.encoding, 0.5, unread, _beginnings(doubt))


def _beginnings(readings: Sequence[_Reading]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.encoding, " ".join(one.text.split())[:40]) for one in readings[:_ALTERNATIVES]
    )
