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
