"""``claims mentions``: one array for each line."""

from __future__ import annotations

import json
import subprocess

import pytest
from jsonschema import Draft202012Validator

from claims.report.schemas import schema_of

from .program import WHOLE, call, environment

TEXTS = {
    "date": "وقعت الغارة في 23 مارس 2018 وكانت 27 آذار/مارس 2018 أخرى",
    "quantity": "قُتل 5 مدنيين وأصيب أكثر من خمسة عشر شخصا",
    "place": "غارات على الرقة ودير الزور",
    "party": "قال التحالف الدولي إن تنظيم داعش انسحب",
}


@pytest.mark.parametrize("kind", TEXTS)
def test_each_line_gives_one_array_valid_by_its_schema(kind: str) -> None:
    """In the order of the lines; a line with nothing in it, or nothing at all, gives an empty one."""
    text = TEXTS[kind]
    found = call("mentions", "--kind", kind, "--json", stdin=f"{text}\n\n  \nلا شيء\n{text}\n")
    valid = Draft202012Validator(schema_of(f"{kind}-mentions"))

    first, blank, spaces, nothing, last = found.lines
    assert blank == spaces == nothing == []
    assert first == last
    assert first
    for entry in first:
        assert text[entry["span"]["start"] : entry["span"]["end"]] == entry["text"]
    valid.validate(first)
    assert found.code == 0


def test_relative_dates_are_read_from_the_reference() -> None:
    """The grammar looks back from it."""
    found = call("mentions", "--kind", "date", "--reference", "2018-04-03", "--json", stdin="أمس\n")

    assert [entry["edtf"] for entry in found.lines[0]] == ["2018-04-02"]


def test_only_a_line_feed_ends_a_line() -> None:
    """Carriage returns and the line separator stay inside; spans count them."""
    found = call("mentions", "--kind", "quantity", "--json", stdin="5 killed\r\nx\u20285 killed\n")

    assert len(found.lines) == 2
    assert found.lines[1][0]["span"]["start"] == 2


def test_bytes_that_are_no_text_are_told_and_stand_as_one_sign() -> None:
    """Exit code 1, and the rest of the line is read."""
    found = call("mentions", "--kind", "quantity", "--json", stdin=b"\xff 5 killed\n")

    assert found.code == 1
    assert found.lines[0][0]["span"]["start"] == 2
    assert "not UTF-8" in found.err


def test_an_answer_comes_with_each_line() -> None:
    """Another program may ask line by line and wait for each answer."""
    with subprocess.Popen(
        [*WHOLE, "mentions", "--kind", "quantity", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as asked:
        assert asked.stdin
        assert asked.stdout
        for text in ("5 killed", "nothing"):
            asked.stdin.write(f"{text}\n".encode())
            asked.stdin.flush()
            answer = json.loads(asked.stdout.readline())
            assert [entry["text"] for entry in answer] == (["5 killed"] if text[0] == "5" else [])
        asked.stdin.close()
        assert asked.wait(timeout=60) == 0


def test_a_person_sees_the_words_and_what_they_mean() -> None:
    """Line by line."""
    seen = call("mentions", "--kind", "date", stdin="on 3 May 2019\n")

    assert "3 May 2019" in seen.out
    assert '"edtf": "2019-05-03"' in seen.out
