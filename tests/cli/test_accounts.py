"""``claims extract`` and ``claims compare`` on files: stable lines, useful messages, honest exit codes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import claims
from claims.report.schemas import schema_of

from .program import SEEDS, Run, call

FIRST = "The defence ministry said a strike hit a depot in Raqqa on 3 May 2019."
SECOND = "Local networks said a strike hit a school in Raqqa on 3 May 2019."


def written(folder: Path, name: str, text: str) -> Path:
    """A file of that text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def extracted() -> Run:
    """Claims of all sample articles."""
    return call("extract", *SEEDS, "--json")


def test_claims_of_the_sample_articles_are_valid_by_their_schema(extracted: Run) -> None:
    """Every line, as other programs check it."""
    valid = Draft202012Validator(schema_of("claim"))

    assert len({claim["document"]["name"] for claim in extracted.lines}) == len(SEEDS) == 5
    for claim in extracted.lines:
        valid.validate(claim)


def test_every_offset_on_a_line_cuts_its_words_out_of_the_text(extracted: Run) -> None:
    """Claims and all their slots, in code points of the decoded text."""
    texts = {path.name: claims.read(path.read_bytes(), name=path.name).text for path in SEEDS}
    for claim in extracted.lines:
        text = texts[claim["document"]["name"]]
        for entry in [{**claim, "text": claim["quote"]}, *entries(claim)]:
            assert text[entry["span"]["start"] : entry["span"]["end"]] == entry["text"]


def entries(claim: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything in a claim that has words and a span of its own."""
    lists = ("places", "actors", "targets", "quantities", "attribution", "unread")
    found = [entry for name in lists for entry in claim[name]]
    return [entry for entry in [claim["date"], *found] if entry and entry["span"]]


def test_the_ids_of_claims_are_those_of_their_bytes(extracted: Run) -> None:
    """Calling again, in another order, gives the same claims."""
    again = call("extract", *reversed(SEEDS), "--json")

    assert sorted(again.out.splitlines()) == sorted(extracted.out.splitlines())
    assert len({claim["id"] for claim in extracted.lines}) == len(extracted.lines)


def test_pairs_of_the_sample_articles_are_valid_by_their_schema() -> None:
    """With both claims in the order of the key."""
    found = call("compare", *SEEDS, "--json")
    valid = Draft202012Validator(schema_of("comparison"))

    assert found.lines
    for pair in found.lines:
        valid.validate(pair)
        assert pair["key"] == f"{pair['left']['id']}~{pair['right']['id']}"
        assert pair["left"]["id"] < pair["right"]["id"]


def test_files_on_the_command_line_are_compared_as_the_library_compares_them() -> None:
    """The same pairs with the same relation and confidence; `tests.services.test_one_engine` asks it of a case."""
    every = [
        claim
        for path in map(Path, SEEDS)
        for claim in claims.extract(claims.read(path.read_bytes(), name=path.name)).claims
    ]
    told = {(str(one.key), one.relation.value, one.confidence) for one in claims.compare_all(every)}
    lines = call("compare", *SEEDS, "--json").lines

    assert {(line["key"], line["relation"], line["confidence"]) for line in lines} == told


def test_several_files_are_one_set(folder: Path) -> None:
    """A pair may stand on two files."""
    paths = [written(folder, "a.txt", FIRST), written(folder, "b.txt", SECOND)]

    (pair,) = call("compare", *paths, "--json").lines

    assert {pair["left"]["document"]["name"], pair["right"]["document"]["name"]} == {
        "a.txt",
        "b.txt",
    }
    assert {each["slot"]: each["level"] for each in pair["slots"]}["date"] == "EQUAL"


def test_a_file_given_twice_is_one_document_of_the_set(folder: Path) -> None:
    """Its claims do not meet themselves."""
    one, other = written(folder, "a.txt", FIRST), written(folder, "b.txt", SECOND)

    assert (
        call("compare", one, other, one, "--json").out == call("compare", one, other, "--json").out
    )


def test_a_suggested_conflict_needs_a_person(folder: Path) -> None:
    """Exit code 1, and the pair is there all the same."""
    paths = [written(folder, "a.txt", FIRST), written(folder, "b.txt", SECOND)]

    found = call("--exit-code", "compare", *paths, "--json")

    assert (found.code, len(found.lines)) == (1, 1)
    assert call("compare", *paths, "--json").code == 0


def test_a_weekday_that_cannot_be_needs_a_person(folder: Path) -> None:
    """3 May 2019 was a Friday: a finding on the line, exit code 1."""
    path = written(folder, "a.txt", FIRST.replace("3 May", "Saturday 3 May"))

    found = call("--exit-code", "extract", path, "--json")

    assert found.code == 1
    assert [entry["check"] for claim in found.lines for entry in claim["findings"]] == ["weekday"]


def test_a_text_without_fault_is_fine(folder: Path) -> None:
    """Exit code 0."""
    assert call("extract", written(folder, "a.txt", FIRST), "--json").code == 0


def test_the_date_of_publication_gives_relative_words_their_day(folder: Path) -> None:
    """*Yesterday* is a day only with it."""
    path = written(folder, "a.txt", "A strike hit a depot in Raqqa yesterday.")

    (claim,) = call("extract", path, "--json", "--published", "2019-05-04").lines

    assert claim["date"]["edtf"] == "2019-05-03"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    """The others come out, the message names the file and what to do, the exit code is 2."""
    path = written(folder, "a.txt", FIRST)

    found = call("extract", "missing.txt", path, "--json")

    assert found.code == 2
    assert [claim["document"]["name"] for claim in found.lines] == ["a.txt"]
    assert "missing.txt cannot be read" in found.err


def test_standard_input_is_a_document_too() -> None:
    """Named by a dash."""
    found = call("extract", "-", "--json", stdin=FIRST)

    assert [claim["document"]["name"] for claim in found.lines] == ["standard input"]


def test_a_person_sees_quote_source_and_reason() -> None:
    """Without ``--json`` the same is told in words, in the language that is asked for."""
    seen = call("extract", "-", "--language", "ar", stdin=FIRST)

    assert FIRST.split(" said ")[1][:20] in seen.out
    assert "2019-05-03" in seen.out
    assert "الهدف" in seen.out
