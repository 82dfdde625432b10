"""Work in a team on the command line: each line is of its form, and each exit code says what it should."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from claims.settings import load_settings

from .program import call
from .test_case import accounts, key, valid

__all__ = ["accounts", "key"]


def test_two_reviewers_part_and_somebody_settles(key: str) -> None:
    """Next, decide, disputes, settle, history, agreement, verdicts."""
    found = valid(call("--exit-code", "next", "--by", "ana", "--json"), "queue")
    assert (found.code, found.lines[0]["key"]) == (1, key)
    assert call("next", "--by", "ben").code == 0
    assert valid(call("release", key, "--by", "ana", "--json"), "released").lines[0]["held"]
    call("decide", key, "--relation", "agree", "--by", "ana", "--comment", "quick")
    call("decide", key, "--relation", "conflict", "--slot", "target", "--by", "ben")
    disputes = valid(call("--exit-code", "disputes", "--json"), "dispute")
    assert disputes.code == 1
    assert disputes.lines[0]["parting"] == ["relation", "slots"]
    assert call("--exit-code", "disputes").code == 1
    settled = valid(
        call("settle", key, "--relation", "agree", "--ground", "evidence", "--json", "--by", "eve"),
        "ruling",
    )
    assert [each["by"] for each in settled.lines[0]["adopted"]] == ["ana"]
    assert call("--exit-code", "disputes").code == 0
    assert len(call("history", key, "--json").lines) == 3
    figures = valid(call("agreement", "--json"), "agreement").lines
    assert {each["measure"] for each in figures} >= {"percent", "fleiss", "krippendorff"}
    assert {each["items"] for each in figures} == {0}, "where one is asked for nobody was blind"
    assert "answer in sight" in " ".join(call("agreement").out.split())
    undone = valid(call("undo", "--of", "rulings", "--by", "eve", "--json"), "ruling")
    assert (undone.lines[0]["mark"], undone.lines[0]["adopted"]) == (None, [])
    again = ("settle", key, "--relation", "agree", "--ground", "first_adopted", "--by", "eve")
    assert "adopted: \u2068ana" in call(*again).out
    told = call("undo", "--of", "rulings", "--by", "eve").out
    assert "no ruling stands" in told
    assert "adopted" not in told
    assert call("undo", "--of", "rulings", "--by", "eve").code == 2


def test_what_is_settled_though_nobody_parts_is_said(key: str) -> None:
    """It is taken: all may have misread; a dispute that is settled is told without that."""
    for name in ("ana", "ben"):
        call("decide", key, "--relation", "agree", "--by", name)
    rule = ("settle", key, "--relation", "unsure", "--ground", "misread", "--by", "eve")
    done = call(*rule)
    assert done.code == 0
    assert "Nobody parts on this pair" in done.err
    assert "\u2068ana\u2069, \u2068ben\u2069" in done.err
    call("decide", key, "--relation", "conflict", "--slot", "target", "--by", "ben")
    assert "first: \u2068ana" in " ".join(call("disputes").out.split())
    assert call(*rule).err == ""


def test_whose_answer_is_adopted_is_named_where_the_first_has_changed(key: str) -> None:
    """And the ruling says whose it was, before the answers and after."""
    call("decide", key, "--relation", "agree", "--by", "ana")
    call("decide", key, "--relation", "conflict", "--slot", "target", "--by", "ben")
    call("undo", "--by", "ana")
    call("decide", key, "--relation", "agree", "--by", "ana")
    assert "first: \u2068ben" in " ".join(call("disputes").out.split())
    rule = ("settle", key, "--relation", "agree", "--ground", "other_adopted", "--by", "eve")
    refused = call(*rule)
    assert refused.code == 2
    assert "--adopts NAME" in refused.err
    assert "adopted: \u2068ana\u2069" in call(*rule, "--adopts", "ana").out
    assert "adopted: \u2068ana\u2069" in " ".join(call("history", key).out.split())


def test_a_ruling_is_told_with_its_note_and_whether_it_holds(key: str) -> None:
    """One that another replaced, one in force, and one that fell when an answer changed are told apart."""
    call("decide", key, "--relation", "agree", "--by", "ana")
    call("decide", key, "--relation", "conflict", "--slot", "target", "--by", "ben")
    rule = ("settle", key, "--relation", "agree", "--ground", "evidence", "--by", "eve", "--note")
    assert "first look" in call(*rule, "first look").out
    call(*rule, "the map says so")
    told = " ".join(call("history", key).out.split())
    assert "first look" in told
    assert "the map says so" in told
    assert [told.count(state) for state in ("(replaced)", "(in force)")] == [1, 1]
    assert _in_force(key) == [False, True]
    call("decide", key, "--relation", "unsure", "--by", "ben")
    fallen = " ".join(call("history", key).out.split())
    assert "(not in force: an answer changed since, or is missing)" in fallen
    assert "(in force)" not in fallen
    assert _in_force(key) == [False, False]


def test_the_ruling_that_is_given_or_taken_back_says_whether_it_holds(key: str) -> None:
    """In the row that the command prints, as in the history."""
    for who, relation in (("ana", "agree"), ("ben", "unsure")):
        call("decide", key, "--relation", relation, "--by", who)
    given = ("settle", key, "--relation", "unsure", "--ground", "evidence", "--by", "eve")
    (row,) = valid(call(*given, "--json"), "ruling").lines
    assert row["in_force"] is True
    (row,) = valid(call("undo", "--of", "rulings", "--by", "eve", "--json"), "ruling").lines
    assert row["in_force"] is False


def test_a_ruling_that_was_taken_back_is_told_as_that(key: str) -> None:
    """While all its answers stand, and to its author while one is missing."""
    call("policy", "--reviewers", "2")
    call("decide", key, "--relation", "agree", "--by", "ana")
    call("decide", key, "--relation", "conflict", "--slot", "target", "--by", "ben")
    call("settle", key, "--relation", "agree", "--ground", "evidence", "--by", "eve")
    call("undo", "--by", "ben")
    waits = " ".join(call("history", key, "--by", "eve").out.split())
    assert "(not in force: an answer changed since, or is missing)" in waits
    assert "evidence" not in " ".join(call("history", key, "--by", "ana").out.split())
    call("undo", "--of", "rulings", "--by", "eve")
    back = " ".join(call("history", key, "--by", "eve").out.split())
    assert "(taken back)" in back
    assert "no ruling stands" in back


def _in_force(key: str) -> list[bool | None]:
    """What the rows of rulings say of themselves as JSON."""
    rows = call("history", key, "--json").lines
    return [row["in_force"] for row in rows if "ground" in row]


def test_each_figure_tells_what_it_leaves_out_of_the_complete_pairs(key: str) -> None:
    """Two agree and name no kind: no figure of kinds, and why; what it rests on and leaves out are all complete pairs."""
    call("policy", "--reviewers", "2")
    for name in ("ana", "ben"):
        call("decide", key, "--relation", "agree", "--by", name)
    for line in valid(call("agreement", "--json"), "agreement").lines:
        own = [each for each in line["left_out"] if each["code"] in {"absent", "unsaid"}]
        silent = line["field"] in {"slots", "apparent"}
        assert [each["code"] for each in own] == ["unsaid"] * silent
        assert line["items"] + sum(each["count"] for each in own) == line["complete"] == 1
    told = call("agreement", "--language", "en").out
    assert (
        "left out: 1, pairs of which nobody of these people named anything in this field"
        in " ".join(told.split())
    )


def test_what_is_remarked_on_is_named_by_the_beginning_of_its_id(key: str) -> None:
    """As the refusal of one that is not there says; a document by its name, too."""
    claim = key.split("~", maxsplit=1)[0]
    name = call("documents", "--json").lines[0]["document"]["name"]
    document = call("note", "document", name, "odd", "--json").lines[0]["of"]
    assert len(document) == len(claim)
    for thing, whole in (("document", document), ("claim", claim), ("incident", claim)):
        told = call("tag", thing, whole[:9], "odd", "--json")
        assert (told.lines[0]["thing"], told.lines[0]["of"]) == (thing, whole)
        assert call("remarks", "--about", thing, "--id", whole[:9], "--json").lines
    assert call("mark", claim[:9], "--quality", "accurate").code == 0
    assert "beginning of one" in call("tag", "document", "zzz", "odd").err


def test_remarks_are_written_listed_and_taken_back(key: str) -> None:
    """On a claim and on a pair."""
    claim = key.split("~", maxsplit=1)[0]
    mark = call("mark", claim, "--quality", "wrong_slot", "--slot", "date", "--json")
    assert valid(mark, "remark").lines[0]["content"]["slots"] == ["date"]
    assert call("mark", claim, "--quality", "wrong_slot").code == 2
    valid(call("note", "pair", key, "see the video", "--json"), "remark")
    valid(call("tag", "pair", key, "video", "--json"), "remark")
    link = call("link", "claim", claim, "https://example.org/v", "--hash", "ab" * 32, "--json")
    number = valid(link, "remark").lines[0]["id"]
    assert len(valid(call("remarks", "--json"), "remark").lines) == 4
    assert len(call("remarks", "--about", "pair", "--id", key, "--json").lines) == 2
    assert len(call("remarks", "--tag", "video", "--json").lines) == 1
    assert valid(call("withdraw", str(number), "--json"), "remark").lines[0]["content"] is None
    assert call("withdraw", "99").code == 2
    assert len(valid(call("undo", "--of", "remarks", "--json"), "remark").lines) == 1
    assert len(call("remarks", "--json").lines) == 4
    for line in call("remarks").out.splitlines()[:-1]:
        assert "\u2068" in line


def test_remarks_are_those_that_are_all_that_is_asked_for_and_their_count_is_theirs(
    key: str,
) -> None:
    """By thing, id, kind and tag together; an id without its kind of thing is asked back."""
    claim = key.split("~", maxsplit=1)[0]
    call("mark", claim, "--quality", "accurate")
    call("tag", "claim", claim, "video")
    call("tag", "pair", key, "video")
    assert call("remarks", "--about", "claim").out.splitlines()[-1] == "remarks: 2"
    asked = ("remarks", "--about", "claim", "--id", claim)
    assert len(call(*asked, "--tag", "video", "--json").lines) == 1
    assert len(call(*asked, "--kind", "mark", "--json").lines) == 1
    assert call("remarks", "--id", claim).code == 2


def test_a_link_tells_all_that_was_given_and_takes_hashes_as_archivers_write_them(key: str) -> None:
    """The name of the hash before it, in large digits."""
    given = ("--hash", "SHA-256:" + "AB" * 32, "--retrieved", "2018-04-03", "--comment", "a copy")
    told = "".join(call("link", "pair", key, "https://a.example/v", *given).out.split())
    for part in ("https://a.example/v", "ab" * 32, "2018-04-03", "acopy"):
        assert part in told


def test_people_policy_and_a_restored_backup(
    key: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Roles are named and refused; a backup becomes a case whose head both hold."""
    assert valid(call("policy", "--reviewers", "2", "--json"), "policy").lines == [{"reviewers": 2}]
    begun = call("people", load_settings().actor, "--role", "reader")
    assert begun.code == 2
    assert "--role admin`" in " ".join(begun.err.split())
    assert valid(call("people", "ana", "--role", "admin", "--json"), "person").code == 0
    assert call("people", "ben", "--by", "ana").code == 2
    call("people", "ben", "--role", "reader", "--by", "ana")
    monkeypatch.setenv("CLAIMS_ACTOR", "ana")
    assert len(call("people", "--json", "--by", "ana").lines) == 3, "the maker is an admin"
    assert call("decide", key, "--relation", "agree", "--by", "ben").code == 2
    call("backup", folder / "copy.db")
    restored = call("restore", folder / "copy.db", "--case", folder / "again.db", "--json")
    (line,) = valid(restored, "restored").lines
    assert line["seq"] == 0, "numbers are withheld until all have answered"
    for case in ("case.db", "again.db"):
        assert call("verify", "--head", f"0:{line['hash']}", "--case", folder / case).code == 0
    assert call("restore", folder / "copy.db", "--case", folder / "again.db").code == 2
    assert json.loads(json.dumps(line))["path"].endswith("again.db")


@pytest.mark.usefixtures("key")
def test_faults_are_told_although_nobody_is_let_in_any_more() -> None:
    """People put in behind the program's back keep everybody out; the record can be verified all the same."""
    with closing(sqlite3.connect("case.db")) as file, file:
        file.execute("INSERT INTO people (name, role) VALUES ('mallory', 'admin')")
    found = call("verify", "--json")
    assert found.code == 1
    assert "people" in {each["where"] for each in found.lines[0]["faults"]}
    assert "people mallory" in call("verify").out


def test_the_history_says_of_each_answer_what_became_of_it(key: str) -> None:
    """It stands, was replaced by a later word of its author, taken back, or stands again; in both languages and in JSON."""
    call("decide", key, "--relation", "agree", "--by", "ana")
    call("decide", key, "--relation", "unsure", "--by", "ana")
    call("decide", key, "--relation", "agree", "--by", "ben")
    call("undo", "--by", "ben")
    assert _states(key) == ["replaced", "stands", "taken_back", "nothing_stands"]
    told = " ".join(call("history", key).out.split())
    assert told.count("(replaced by a later word of its author)") == 1
    assert told.count("(stands)") == told.count("(taken back by its author)") == 1
    arabic = " ".join(call("history", key, "--language", "ar").out.split())
    assert "(قائم)" in arabic
    assert "(حلّ محله قول لاحق لصاحبه)" in arabic
    call("undo", "--by", "ana")
    assert _states(key)[:2] == ["replaced", "taken_back"]
    assert _states(key)[-1] == "stands_again"


def test_the_history_tells_nothing_of_hidden_answers(key: str) -> None:
    """What became of one's own rows is the same, whatever another said of the pair unseen."""
    call("policy", "--reviewers", "2")
    call("decide", key, "--relation", "agree", "--by", "ana")
    before = call("history", key, "--by", "ana").out
    call("decide", key, "--relation", "unsure", "--by", "ben")
    call("undo", "--by", "ben")
    assert call("history", key, "--by", "ana").out == before


def _states(key: str) -> list[str]:
    return [each["state"] for each in valid(call("history", key, "--json"), "history").lines]


@pytest.mark.usefixtures("key")
def test_a_team_may_begin_with_its_first_reviewer() -> None:
    """Whoever made the case becomes its admin, which is told."""
    done = call("people", "ann", "--role", "reviewer")
    assert done.code == 0
    assert "is an admin of the case now" in " ".join(done.out.split())
    assert [each["role"] for each in call("people", "--json", "--by", "ann").lines].count(
        "admin"
    ) == 1
