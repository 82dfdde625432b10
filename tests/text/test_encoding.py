"""Bytes are read in the encoding they were written in, or the doubt is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError, UnreadableFile
from claims.text.encoding import decode

TITLE = "قصف مستشفى"
SENTENCE = "قُتل خمسة مدنيين في غارة على سوق بلدة الخيام، وأصيب آخرون بحسب الدفاع المدني."
PAGE = "\n".join([TITLE, SENTENCE] * 20)
MIXED = "قال متحدث باسم CENTCOM إن طائرة F-16 أصابت 3 مواقع قرب Raqqa."
WIDE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize(
    "text", [TITLE, SENTENCE, PAGE, MIXED], ids=["title", "sentence", "page", "mixed"]
)
@pytest.mark.parametrize("encoding", WIDE)
def test_unicode_is_read_with_and_without_a_mark(text: str, encoding: str) -> None:
    """UTF-8 and UTF-16 are recognised with a byte order mark and without one, UTF-32 with one."""
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.broken, decoded.alternatives) == (text, 0, ())


@pytest.mark.parametrize(
    "text", [TITLE, SENTENCE, PAGE, MIXED], ids=["title", "sentence", "page", "mixed"]
)
@pytest.mark.parametrize(
    ("written", "read"),
    [("windows-1256", "windows-1256"), ("iso8859-6", "iso8859-6")],
    ids=["1256", "8859-6"],
)
def test_arabic_code_pages_are_told_apart(text: str, written: str, read: str) -> None:
    """Also a title of two words is read in the code page it was written in."""
    data = text.encode(written, "replace")
    decoded = decode(data)
    assert (decoded.encoding, decoded.text, decoded.alternatives) == (
        read,
        data.decode(written),
        (),
    )


@pytest.mark.parametrize("encoding", ["windows-1256", "iso8859-6"])
def test_a_word_that_both_code_pages_can_read_is_asked_about(encoding: str) -> None:
    """Where both readings are words, the other one is named instead of a silent guess."""
    decoded = decode("مجلس".encode(encoding))
    assert decoded.alternatives
    readings = {decoded.text, *(beginning for _, beginning in decoded.alternatives)}
    assert "مجلس" in readings
    assert decoded.confidence <= 0.5


def test_western_text_is_no_arabic() -> None:
    """Accented Latin text is read as windows-1252."""
    text = "Le général a déclaré à Alep que trois civils ont été tués."
    decoded = decode(text.encode("windows-1252"))
    assert (decoded.text, decoded.encoding) == (text, "windows-1252")


def test_text_of_another_script_is_doubted() -> None:
    """Cyrillic bytes do not become Arabic without a word."""
    data = "Три мирных жителя погибли в результате авиаудара по больнице в городе Ракка.".encode(
        "windows-1251"
    )
    decoded = decode(data)
    assert decoded.alternatives
    assert decoded.confidence <= 0.5


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    """A broken byte costs one character, which is counted, and not the whole text."""
    decoded = decode(PAGE.encode().replace(b"\n", b"\n\xff", 1) + b"\xd9")
    assert decoded.encoding == "utf-8"
    assert decoded.broken == decoded.text.count("\ufffd") == 2
    assert 0.9 < decoded.confidence < 1


@pytest.mark.parametrize("broken", [b"\xff", b"\x93", b"\xd9", b"\xe2\x80"])
@pytest.mark.parametrize(
    "text",
    [
        "Five people died in “Hajin”. A monitor said so",
        "It’s the second strike there. A monitor said so",
        "The town (هجين) was struck twice. A monitor said so",
        "كتبت الصحيفة. قتل خمسة",
    ],
    ids=["quotes", "apostrophe", "name", "arabic"],
)
def test_little_utf8_with_a_broken_byte_stays_utf8(text: str, broken: bytes) -> None:
    """One quotation mark or one name that only UTF-8 spells is enough; the code pages would make three signs of it."""
    before, after = text.encode().split(b". ")
    decoded = decode(before + b". " + broken + b" " + after)
    assert decoded.encoding == "utf-8"
    assert decoded.text.replace("\ufffd", "") == text.replace(". ", ".  ")
    (place,) = decoded.unread
    assert set(place.of(decoded.text)) == {"\ufffd"}
    assert decoded.confidence < 1


@pytest.mark.parametrize("damage", [b"\xff" * 4000, b"\xd9" * 500, b"\xfe\xff\x80"])
def test_a_hole_in_utf8_is_one_place(damage: bytes) -> None:
    """However long it is."""
    data = PAGE.encode()
    decoded = decode(data[:1000] + damage + data[1000:])
    assert (decoded.encoding, decoded.broken) == ("utf-8", 1)


def test_a_mark_of_utf8_settles_it_with_a_broken_byte() -> None:
    """Without it, one accent and one broken byte would be either."""
    decoded = decode(b"\xef\xbb\xbfRaqqa \xff, in May")
    assert (decoded.text, decoded.encoding) == ("Raqqa \ufffd, in May", "utf-8")


def test_a_replacement_character_that_was_written_is_no_broken_byte() -> None:
    """It came as a character; somebody else's program had broken the byte."""
    decoded = decode("كتب \ufffd الصحيفة".encode() + b"\xff")
    (place,) = decoded.unread
    assert place.end == len(decoded.text)


@pytest.mark.parametrize("text", ["«المقال»، ", "نعم، لا، هل؟ ", "قال: «لا»، ثم صمت. "])
@pytest.mark.parametrize("times", [1, 40])
def test_letters_before_punctuation_make_no_utf8(text: str, times: int) -> None:
    """In windows-1256 "ل»،" has the bytes of a character of UTF-8; the letters around it have not."""
    assert decode((text * times).encode("windows-1256")).encoding == "windows-1256"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_that_is_cut_off_is_utf16(encoding: str) -> None:
    """Half a character at the end is the one place that cannot be read."""
    decoded = decode(SENTENCE.encode(encoding)[:-1])
    assert decoded.encoding.startswith("utf-16")
    assert decoded.text == SENTENCE[:-1] + "\ufffd"
    assert decoded.broken == 1


def test_a_declared_encoding_comes_first() -> None:
    """What a person names is used even where another reading is likelier."""
    assert decode(SENTENCE.encode("windows-1256"), "iso8859-1").encoding == "iso8859-1"


def test_a_declared_encoding_that_does_not_fit_is_refused() -> None:
    """Bytes that are not in the named encoding are an error with a next step."""
    with pytest.raises(UnreadableFile) as caught:
        decode(SENTENCE.encode("windows-1256"), "utf-8")
    assert caught.value.next_step


def test_an_unknown_encoding_is_refused() -> None:
    """A name that no encoding has is an error that repeats it."""
    with pytest.raises(InputError, match="klingon"):
        decode(b"x", "klingon")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_utf8_is_read_as_it_is(text: str) -> None:
    """Whatever is valid UTF-8 and does not look like UTF-16 comes back unaltered, without a mark at its head."""
    data = text.encode()
    decoded = decode(data)
    assert decoded.encoding.startswith("utf-16") or decoded.text == data.decode("utf-8-sig")


@given(st.binary(max_size=80))
def test_no_bytes_are_dropped(data: bytes) -> None:
    """Any bytes either become a text in which unread ones are counted, or are refused."""
    try:
        decoded = decode(data)
    except UnreadableFile:
        return
    assert 0 <= decoded.confidence <= 1
    assert decoded.broken <= decoded.text.count("\ufffd")
    assert bool(decoded.text) == bool(data.removeprefix(b"\xef\xbb\xbf")) or data[:2] in {
        b"\xff\xfe",
        b"\xfe\xff",
    }
