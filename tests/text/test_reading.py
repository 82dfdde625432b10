"""A document holds the text as it came, and says what could not be kept."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import InputError, UnknownFormat, UnreadableFile
from claims.model import Document, Lineage, Source
from claims.text.damage import MOST_PLACES
from claims.text.reading import display_name, read

SENTENCE = "قُتل خمسة مدنيين في غارة على سوق بلدة الخيام."


def read_or_next_step(data: bytes) -> Document | str:
    """The document, or what a person is told to do."""
    try:
        return read(data, name="x")
    except InputError as error:
        return error.next_step


def codes(document: Document) -> set[str]:
    """Codes of what went wrong while reading."""
    return {problem.code for problem in document.problems}


def test_a_document_is_named_by_its_bytes() -> None:
    """Same bytes, same id; the id is the beginning of their hash."""
    data = SENTENCE.encode()
    document = read(data, name="a.txt")
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == document.sha256[:16] == read(data, name="b.txt").id


def test_what_is_known_about_a_publication_is_kept() -> None:
    """Publisher, date and address come through; a given date says that it was given."""
    source = Source("Furat Post", Lineage.LOCAL_NETWORK)
    document = read(
        SENTENCE.encode(), name="a.txt", published="2018-04-03", publisher=source, address="post/1"
    )
    assert (document.published, document.published_reason) == ("2018-04-03", "given")
    assert (document.publisher, document.address) == (source, "post/1")
    assert read(SENTENCE.encode(), name="a.txt").published_reason == ""


@pytest.mark.parametrize("day", [date(2018, 4, 3), datetime(2018, 4, 3, 23, 59, tzinfo=UTC)])
def test_a_publication_may_be_given_as_a_day(day: date) -> None:
    """Python's own days stand for their EDTF."""
    assert read(SENTENCE.encode(), name="a.txt", published=day).published == "2018-04-03"


def test_a_publisher_may_be_given_by_name_alone_and_nothing_as_none() -> None:
    """What is known is kept, what is not known stays empty."""
    document = read(SENTENCE.encode(), name="a.txt", published=None, publisher="Furat Post")
    assert document.publisher == Source("Furat Post")
    assert (document.published, document.published_reason) == ("", "")
    assert read(SENTENCE.encode(), name="a.txt", publisher="").publisher is None


@pytest.mark.parametrize(
    "raw",
    [
        "سطر\r\nسطر",
        "مقـ ـتل ﷺ ﻗﺮﻳﺔ",
        "أُعلن ≠ أُعلن",
        "\u200fاسم\u200e \u200bx\u2028y\u0085z",
        " مسافة قبل وبعد \n",
        "🇸🇾 ٢٧ ۲۷",
    ],
)
def test_text_is_not_altered(raw: str) -> None:
    """Line ends, tatweel, presentation forms, unnormalised letters, direction marks and space stay as they came."""
    assert read(raw.encode(), name="a").text == raw


def test_a_byte_order_mark_is_no_text() -> None:
    """The mark at the head of a file is not a character of the text."""
    assert read(b"\xef\xbb\xbf" + SENTENCE.encode(), name="a").text == SENTENCE


def test_what_cannot_be_stored_is_replaced_in_place_and_counted() -> None:
    """Control characters and non-characters keep their place as U+FFFD, page breaks become new lines, and it is said."""
    raw = f"a\x00b\x1bc\uffffd\x0ce\x9f {SENTENCE}"
    document = read(raw.encode(), name="a")
    assert document.text == f"a\ufffdb\ufffdc\ufffdd\ne\ufffd {SENTENCE}"
    problem = next(
        problem for problem in document.problems if problem.code == "characters-replaced"
    )
    assert "4 characters that cannot be stored stand as \ufffd." in problem.message.en
    assert "1 page break became a new line." in problem.message.en
    assert "4 محارف" in problem.message.ar
    assert "فاصل واحد" in problem.message.ar
    assert problem.document == document.id


def test_half_a_surrogate_pair_is_replaced_and_counted() -> None:
    """A lone surrogate in UTF-16 does not reach the store."""
    document = read(
        b"\xff\xfe" + "قصف".encode("utf-16-le") + b"\x3d\xd8" + "x".encode("utf-16-le"), name="a"
    )
    assert document.text == "قصف\ufffdx"
    assert codes(document) == {"characters-replaced"}


def test_direction_overrides_stay_and_are_pointed_out() -> None:
    """A text that may be shown in another order than it has keeps its characters and carries a warning."""
    raw = f"صورة \u202egpj.exe\u202c {SENTENCE}"
    document = read(raw.encode(), name="a")
    assert document.text == raw
    assert codes(document) == {"direction-overridden"}


def test_unreadable_bytes_are_counted() -> None:
    """A broken byte in UTF-8 is a problem beside the text."""
    document = read(SENTENCE.encode()[:-2] + b"\xff.", name="a")
    assert codes(document) == {"bytes-unread"}
    assert document.encoding_confidence < 1


def test_each_broken_place_is_named_with_its_line_and_word() -> None:
    """So that a person finds it in the text and in the file."""
    data = f"{SENTENCE}\nA strike hit Raqqa.\n{SENTENCE}".encode()
    document = read(data.replace(b"Raqqa", b"Ra\xffqa"), name="a")
    (problem,) = document.problems
    assert problem.code == "bytes-unread"
    assert problem.span is not None
    assert problem.span.of(document.text) == "Ra\ufffdqa."
    assert "Line 2:" in problem.message.en
    assert "السطر 2:" in problem.message.ar


def test_many_broken_places_do_not_bury_the_rest() -> None:
    """The first ones are named, the others counted."""
    document = read(b"\n".join([SENTENCE.encode() + b"\xff"] * 60), name="a")
    assert len(document.problems) == MOST_PLACES + 1
    assert "Line 20:" in document.problems[-2].message.en
    assert "40 more places" in document.problems[-1].message.en
    assert "40 موضعا" in document.problems[-1].message.ar


@pytest.mark.parametrize(
    ("raw", "english", "arabic"),
    [
        ("\x0c", "1 page break became a new line.", "فاصل واحد."),
        ("\x0c\x0b", "2 page breaks became new lines.", "فاصلان."),
        ("\x07", "1 character that cannot be stored stands as \ufffd.", "محرف واحد."),
        ("\x07" * 11, "11 characters that cannot be stored stand as \ufffd.", "11 محرفا."),
    ],
)
def test_what_was_replaced_is_said_in_whole_words(raw: str, english: str, arabic: str) -> None:
    """Only what happened is told: no "0 page breaks", no "(s)"."""
    (problem,) = read((SENTENCE * 4 + raw).encode(), name="a").problems
    assert problem.message.en == f"{english} The original file is kept as it is."
    assert arabic in problem.message.ar
    assert "0" not in problem.message.en + problem.message.ar


def test_an_error_names_the_folder_of_a_file_too() -> None:
    """Two files of one name are told apart; the document is called by its name alone."""
    with pytest.raises(UnreadableFile, match=r"^june/a\.txt is empty"):
        read(b"", name="june/a.txt")
    assert read(SENTENCE.encode(), name="june/a.txt").name == "a.txt"


def test_doubt_about_the_encoding_is_said_in_both_languages() -> None:
    """A word that two code pages read differently names the other reading."""
    problem = read("مجلس".encode("windows-1256"), name="a").problems[0]
    assert problem.code == "encoding-unsure"
    assert "iso8859-6" in problem.message.en
    assert "iso8859-6" in problem.message.ar


def test_a_person_can_name_the_encoding() -> None:
    """A named encoding settles the doubt."""
    document = read("مجلس".encode("iso8859-6"), name="a", encoding="iso-8859-6")
    assert (document.text, document.problems) == ("مجلس", ())


def test_garbled_arabic_is_pointed_out() -> None:
    """UTF-8 that was once read as windows-1252 and saved again is recognised; its text stays."""
    raw = "قتل خمسة مدنيين".encode().decode("windows-1252", "replace")
    document = read(raw.encode(), name="a")
    assert document.text == raw
    assert "text-garbled" in codes(document)


def test_a_clean_text_has_no_problems() -> None:
    """Ordinary text raises nothing."""
    assert read(SENTENCE.encode(), name="a").problems == ()


@pytest.mark.parametrize("data", [b"", b" \n\t", "\ufeff".encode(), "\u00a0\u2003".encode()])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    """Nothing, and nothing but space, is an error with a next step."""
    with pytest.raises(UnreadableFile) as caught:
        read(data, name="empty.txt")
    assert "empty.txt" in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"PK\x03\x04rest of an archive",
        b"\x89PNG\r\n\x1a\n0000",
        b"\xff\xd8\xff\xe0 jpeg",
        b"\x1f\x8b\x08 gzip",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 doc",
        b"\x00\x00\x00\x18ftypmp42",
        b"SQLite format 3\x00",
        bytes(range(1, 32)) * 20 + b"text",
        b"\x00\x01\x02\x03\x04\x05bin",
        b"\x07",
    ],
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    """What is no text says so, and what to do."""
    with pytest.raises(UnreadableFile) as caught:
        read(data, name="picture.txt")
    assert ".txt" in caught.value.next_step


def test_a_short_text_with_a_stray_control_or_page_breaks_is_read() -> None:
    """A few words stay words: what cannot be stored is the smaller part of them, and a page break is none of it."""
    assert read(b"a dead\x00", name="a.txt").text == "a dead\ufffd"
    assert read(b"\x0c\x0c\x0cab", name="a.txt").text == "\n\n\nab"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html><html><body>x</body></html>", "a.txt"),
        (b"  <html lang=ar>", "a"),
        ("\ufeff<?xml version='1.0'?>".encode(), "a"),
        (b"{\\rtf1 text}", "a.txt"),
        (SENTENCE.encode(), "page.HTML"),
    ],
)
def test_marked_up_files_are_refused_clearly(data: bytes, name: str) -> None:
    """HTML, XML and RTF are another format, not broken text."""
    with pytest.raises(UnknownFormat) as caught:
        read(data, name=name)
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\x.txt", "x.txt"),
        ("C:\\reports\\a.txt", "a.txt"),
        ("folder/", "folder"),
        ("a\x00b\n.txt", "ab .txt"),
        ("\u202egpj.exe", "gpj.exe"),
        ("تقرير  3 نيسان.txt", "تقرير 3 نيسان.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("/", "unnamed"),
    ],
)
def test_names_are_shown_without_folders_and_hidden_characters(name: str, shown: str) -> None:
    """A name is for display only and cannot lead anywhere."""
    assert display_name(name) == shown


def test_a_long_name_keeps_its_ending() -> None:
    """Of a very long name the beginning and the kind of file stay."""
    shown = display_name("x" * 300 + ".txt")
    assert len(shown) == 200
    assert shown.endswith(".txt")


@given(st.text(max_size=80))
def test_any_name_becomes_a_plain_one(name: str) -> None:
    """Whatever it was, a shown name has no folder, no control character, and is not empty."""
    shown = display_name(name)
    assert shown
    assert not set(shown) & set("/\\\x00\n\r\u202e\u200f")
    assert display_name(shown) == shown


@given(
    st.binary(max_size=200)
    | st.text(max_size=120).map(lambda text: text.encode("utf-16", "surrogatepass"))
)
def test_any_bytes_become_storable_text_or_an_error_with_a_next_step(data: bytes) -> None:
    """No file breaks the reader: its text can be stored as UTF-8, or a person is told what to do."""
    document = read_or_next_step(data)
    if isinstance(document, str):
        assert document
        return
    assert document.text.encode("utf-8")
    assert not set(document.text) & set(map(chr, [*range(9), 11, 12, *range(14, 32), 127]))
    assert all(problem.message.ar and problem.message.en for problem in document.problems)


def test_ten_megabytes_in_one_line_are_read() -> None:
    """Size alone is no fault: the whole text is there."""
    raw = (SENTENCE + " ") * 120_000
    assert read(raw.encode(), name="long.txt").text == raw
