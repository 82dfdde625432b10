"""Sources of which nobody has said who they are."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Document, Message, Source
from claims.verdict.voices import retold, voices


def a_document(name: str, **rest: object) -> Document:
    """A document of that name."""
    made = Document(name, name, "0" * 64, "text", "ar", "utf-8")
    return replace(made, **rest)  # type: ignore[arg-type]


def test_a_publisher_is_a_name_and_a_title_stands_beside_none() -> None:
    """Where nobody is named that is said, with the title or headline, else with the file."""
    found = voices(
        [
            a_document("a.txt", publisher=Source("Daily")),
            a_document("b.txt", title="Raid on the market"),
            a_document("c.txt"),
            a_document("d.txt"),
        ],
        {"d.txt": "Ministry: raid on a depot", "b.txt": "not the title"},
    )

    assert found == {
        "b.txt": Message(
            "«Raid on the market» (ناشر غير مذكور)", "“Raid on the market” (no publisher given)"
        ),
        "c.txt": Message("ناشر غير مذكور (الملف c.txt)", "no publisher given (file c.txt)"),
        "d.txt": Message(
            "«Ministry: raid on a depot» (ناشر غير مذكور)",
            "“Ministry: raid on a depot” (no publisher given)",
        ),
    }


def test_documents_of_one_title_are_told_apart_by_their_files() -> None:
    """Their words would be taken for those of one source."""
    found = voices([a_document("a.txt", title="News"), a_document("b.txt", title="News")])

    assert {each.en for each in found.values()} == {
        "“News” (no publisher given, file a.txt)",
        "“News” (no publisher given, file b.txt)",
    }


def test_a_long_headline_is_cut_at_a_word_and_isolates_nothing() -> None:
    """A sentence that is told stays one; what a headline hides in bidi isolates does not end those of the sentence."""
    found = voices([a_document("a.txt", title="Shells \u2069hit " + "the market " * 20)])
    (told,) = found.values()
    assert told.en.startswith("“Shells hit the market")
    assert told.en.endswith("the market …” (no publisher given)")
    assert len(told.en) < 110


def test_a_sentence_is_told_with_what_a_source_is_called() -> None:
    """Only names in isolates are names; braces and backslashes of a title are letters."""
    called = voices([a_document("a.txt", title=r"{x} \1"), a_document("b {.txt")])
    told = Message("قالت \u2068a.txt\u2069", "\u2068b {.txt\u2069 and a.txt by \u2068Daily\u2069")

    assert retold(told, called) == Message(
        "قالت \u2068«{x} \\1» (ناشر غير مذكور)\u2069",
        "\u2068no publisher given (file b {.txt)\u2069 and a.txt by \u2068Daily\u2069",
    )
