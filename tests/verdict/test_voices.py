"""Sources of which nobody has said who they are."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Document, Message, Source
from claims.verdict.voices import retold, voices


def a_document(name: str, **rest: object) -> Document:
    """A document of that name."""
    made = Document(name, name, "0" * 64, "text", "ar", "utf-8")
    return replace(made, **rest)  # type: ignore[arg-type]


def test_a_publisher_is_a_name_and_a_title_stands_for_one() -> None:
    """Only where neither is known, it is said that none is given, with the file."""
    found = voices(
        [
            a_document("a.txt", publisher=Source("Daily")),
            a_document("b.txt", title="Raid on the market"),
            a_document("c.txt"),
        ]
    )

    assert found == {
        "b.txt": Message("Raid on the market", "Raid on the market"),
        "c.txt": Message("ناشر غير مذكور (الملف c.txt)", "no publisher given (file c.txt)"),
    }


def test_a_title_of_two_documents_stands_for_neither() -> None:
    """Their words would be taken for those of one source."""
    found = voices([a_document("a.txt", title="News"), a_document("b.txt", title="News")])

    assert {each.en for each in found.values()} == {
        "no publisher given (file a.txt)",
        "no publisher given (file b.txt)",
    }


def test_a_sentence_is_told_with_what_a_source_is_called() -> None:
    """Only names in isolates are names; braces and backslashes of a title are letters."""
    called = voices([a_document("a.txt", title=r"{x} \1"), a_document("b {.txt")])
    told = Message("قالت \u2068a.txt\u2069", "\u2068b {.txt\u2069 and a.txt by \u2068Daily\u2069")

    assert retold(told, called) == Message(
        "قالت \u2068{x} \\1\u2069",
        "\u2068no publisher given (file b {.txt)\u2069 and a.txt by \u2068Daily\u2069",
    )
