"""Commands speak the reader's language: every one takes it, and nothing of what it prints is left in another."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.main import get_command

import claims
from claims.checks import checks
from claims.cli.app import app
from claims.model import Scale
from claims.verdict.vocabulary import built_in

from .program import call
from .test_case import accounts, key, valid

__all__ = ["accounts", "key"]

SPEAKING = sorted(set(get_command(app).commands) - {"evaluate"})  # type: ignore[attr-defined]
"""All commands but the one of those who work on the engine."""

_NOT_OURS = re.compile(
    "\u2068[^\u2069]*\u2069|`[^`]*`|[0-9a-f]{16,}|--[a-z]+| UTC"
    r"|\d{4}-\d\d-\d\dT[\d:.]+(\+00:00)?|\S*\.(db|jsonl|zip|csv|html|txt)\b"
)
"""Words of documents and people, commands, ids and hashes, times, names of files."""


def arabic(*words: str | Path) -> str:
    """What a command prints in Arabic, on one line."""
    found = call(*words, "--language", "ar")
    assert found.code == 0, found.err
    return " ".join((found.out + found.err).split())


def foreign(told: str) -> list[str]:
    """The words in Latin letters that are not of a document, a person or a command."""
    return re.findall("[A-Za-z]{2,}", _NOT_OURS.sub(" ", told))


@pytest.mark.parametrize("verb", SPEAKING)
def test_every_command_takes_the_language(verb: str) -> None:
    """By the one option of all others."""
    command = get_command(app).commands[verb]  # type: ignore[attr-defined]
    (option,) = (each for each in command.params if each.name == "language")
    assert option.opts == ["--language", "--lang"]


def test_the_work_of_a_team_is_told_in_arabic_throughout(key: str) -> None:
    """Queue, holding, answers, disputes, rulings, agreement, people: every word of ours."""
    claim = key.split("~", maxsplit=1)[0]
    conflict = ("--relation", "conflict", "--slot", "target", "--apparent", "scope")
    told = [
        arabic("people"),
        arabic("policy", "--reviewers", "2"),
        arabic("queue"),
        arabic("next", "--by", "ana"),
        arabic("release", key, "--by", "ana"),
        arabic("release", key, "--by", "ana"),
        arabic("decide", key, *conflict, "--confidence", "0.7", "--comment", "c", "--by", "ana"),
        arabic("decide", key, "--relation", "agree", "--by", "ben"),
        arabic("disputes"),
        arabic("settle", key, *conflict, "--ground", "evidence", "--by", "eve"),
        arabic("history", key),
        arabic("undo", "--of", "rulings", "--by", "eve"),
        arabic("agreement"),
        arabic("queue", "--by", "ana"),
        arabic("queue", "--source", "Nobody"),
        arabic("next", "--by", "ana"),
        arabic("queue", "--status", "former"),
        arabic("close-former"),
        arabic("mark", claim, "--quality", "wrong_slot", "--slot", "date"),
        arabic("note", "pair", key, "seen"),
        arabic("tag", "claim", claim, "video"),
        arabic("link", "incident", claim, "https://example.org"),
        arabic("remarks"),
        arabic("groupings"),
    ]
    newest = str(call("remarks", "--json").lines[-1]["id"])
    told.append(arabic("withdraw", newest))
    assert [(each, foreign(each)) for each in told if foreign(each)] == []
    assert all(told)


def test_a_conclusion_is_told_in_arabic_with_what_was_proposed(key: str) -> None:
    """Whether it confirms that or not; without a reason no empty quote stands."""
    claim = key.split("~", maxsplit=1)[0]
    confirmed = arabic("conclude", "claim", claim)
    other = arabic("conclude", "claim", claim, "--as", "refuted", "--reason", "x")
    odd = [word for told in (confirmed, other) for word in foreign(told)]
    assert set(odd) <= {"averitec"}
    assert "للمقترح أدلة غير كافية" in confirmed
    assert "\u2068\u2069" not in confirmed


def test_why_a_ground_does_not_fit_is_told_in_arabic(key: str) -> None:
    """With whose answer the ruling is like, and by whom it was given where it holds."""
    for who, relation in (("علي", "agree"), ("منى", "unsure")):
        call("decide", key, "--relation", relation, "--by", who)
    by = ("--by", "سلمى", "--language", "ar")
    told = call("settle", key, "--relation", "agree", "--ground", "other_adopted", *by).err
    assert "يوافق المقول إجابة \u2068علي\u2069" in told
    assert foreign(told) == []
    settled = call("settle", key, "--relation", "agree", "--ground", "evidence", *by).out
    assert "أصدره \u2068سلمى\u2069" in settled
    undone = call("undo", *by[:2], "--language", "ar")
    assert undone.code == 2
    back = " ".join(call("undo", "--by", "علي", "--language", "ar").out.split())
    assert re.search("– تراجع عن [0-9]+ \u2068علي\u2069", back)


def test_the_record_is_told_in_arabic_throughout(key: str, folder: Path) -> None:
    """Verifying, copies and parts, and bringing them back."""
    call("decide", key, "--relation", "agree", "--by", "ben")
    call("people", "ana", "--role", "admin")
    call("people", "ben", "--role", "reviewer", "--by", "ana")
    call("package", "case.zip", "--by", "ana")
    by = ("--by", "ana")
    told = [
        arabic("people", *by),
        arabic("dump", "--out", "case.jsonl", *by),
        arabic("load", "case.jsonl", "--case", "new.db", *by),
        arabic("backup", folder / "copy.db", *by),
        arabic("restore", "copy.db", "--case", "again.db"),
        arabic("verify", *by),
        arabic("verify", "case.zip"),
    ]
    assert [(each, foreign(each)) for each in told if foreign(each)] == []


def test_why_nothing_waits_and_what_else_does_is_told_in_arabic(key: str, folder: Path) -> None:
    """Every status, a filter, a place in the list; a case without claims; what an edit left behind; what nobody parted on."""
    after = str(call("queue", "--json").lines[0]["after"])
    statuses = ("decided", "settled", "disputed", "former")
    told = [arabic("queue", "--status", status) for status in statuses]
    told += [
        arabic("verdicts"),
        arabic("queue", "--since", "2020-01-01"),
        arabic("queue", "--after", after),
    ]
    call("decide", key, "--relation", "agree", "--by", "ana")
    told += [
        arabic("queue", "--by", "ana"),
        arabic("settle", key, "--relation", "unsure", "--ground", "misread", "--by", "eve"),
    ]
    with claims.open(folder / "case.db", actor="ana") as case:
        case.claims.reject(key.split("~", maxsplit=1)[0], "an advertisement")
    told += [arabic("policy", "--reviewers", "2"), arabic("queue", "--by", "ben")]
    told.append(call("compare", "--by", "ben", "--language", "ar").err)
    claims.open(folder / "empty.db").close()
    told.append(arabic("queue", "--case", "empty.db"))
    assert [(each, foreign(each)) for each in told if foreign(each)] == []
    assert all(told)


def test_incidents_are_merged_and_split_in_arabic(key: str) -> None:
    """What is said of them, what is taken back, and how many such words there are."""
    claims = key.split("~")
    told = [
        arabic("split", *claims, "--reason", "two"),
        arabic("merge", *claims),
        arabic("undo", "--of", "groupings"),
        arabic("groupings"),
    ]
    assert [(each, foreign(each)) for each in told if foreign(each)] == []
    assert "عمليات الدمج والتقسيم: 3" in told[-1]


def test_the_environment_says_the_language_as_the_option_does(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the option wins."""
    call("decide", key, "--relation", "agree")
    asked = arabic("history", key)
    monkeypatch.setenv("CLAIMS_LANGUAGE", "ar")
    assert " ".join(call("history", key).out.split()) == asked
    assert "decisions: 1" in call("history", key, "--language", "en").out


TOLD: dict[str, tuple[str, ...]] = {
    "extract": ("extract", "one.txt"),
    "compare files": ("compare", "one.txt", "two.txt"),
    "add": ("add", "one.txt", "empty.txt"),
    "compare": ("compare", "--afresh"),
    "incidents": ("incidents",),
    "verdicts": ("verdicts",),
    "outcomes of incidents": ("outcomes", "incident"),
    "outcomes of claims": ("outcomes", "claim"),
    "vocabulary": ("vocabulary", "resolution"),
    "problems": ("problems",),
    "documents": ("documents", "Raqqa"),
    "about": ("about", "official.txt", "--title", "دير الزور", "--published", "2019-05-04"),
    "describe": ("describe", "--question", "ماذا أصابت الغارة؟", "--people", "initials"),
    "party": ("party", "لواء الرعد", "--id", "raad"),
    "place": ("place", "تلة الزيتون", "--id", "zaytun"),
    "checks": ("checks", "weekday", "--off"),
    "reread": ("reread",),
    "report": ("report", "--give-out"),
    "export": ("export", "pairs.csv"),
    "import": ("import", "case.pairs.csv"),
    "package": ("package", "case.zip"),
}
"""Commands around the review, one for each total."""


@pytest.mark.usefixtures("key")
def test_what_a_step_has_done_is_told_in_arabic(folder: Path) -> None:
    """Every total of commands around the review, and a file that is refused beside others."""
    (folder / "one.txt").write_text(
        "قالت شبكات محلية إن غارة استهدفت مدرسة في الرقة في 3 أيار 2019."
    )
    (folder / "two.txt").write_text("قال ناشطون إن غارة أصابت مستودعا في الرقة في 3 أيار 2019.")
    (folder / "empty.txt").write_text("")
    left = {}
    for name, words in TOLD.items():
        found = call(*words, "--language", "ar")
        told = " ".join((found.out + found.err).split())
        assert told
        odd = [word for word in foreign(told) if word not in _CODES]
        if odd:
            left[name] = (odd, told)
    assert left == {}


_CODES = {
    "raad", "zaytun", "lineages", "grades", *(check.id for check in checks()),
    *(word for scale in Scale for word in (scale.value, *re.findall("[a-z]+", built_in(scale).id))),
    *(word for scale in Scale for term in built_in(scale).terms for word in term.id.split("_")),
}  # fmt: skip
"""Ids that were given, and those of policies, vocabularies and checks, by which they are chosen."""


REFUSED: dict[str, tuple[str, ...]] = {
    "no case": ("queue", "--case", "none.db"),
    "no file": ("extract", "none.txt"),
    "no key": ("decide", "a", "--relation", "agree"),
    "no pair": ("decide", "a~b", "--relation", "agree"),
    "a rule": ("decide", "KEY", "--relation", "conflict"),
    "no such word": ("decide", "KEY", "--relation", "agrees"),
    "no such option": ("queue", "--limt", "3"),
    "an option without its value": ("queue", "--limit"),
    "a flag with a value": ("queue", "--json=3"),
    "no number": ("queue", "--limit", "many"),
    "no fraction": ("decide", "KEY", "--relation", "agree", "--confidence", "much"),
    "too small": ("queue", "--limit", "0"),
    "too large": ("queue", "--limit", "5000"),
    "an argument too few": ("decide",),
    "one of two words too few": ("outcomes",),
    "an option too few": ("decide", "KEY"),
    "an option of any value too few": ("mentions",),
    "no such command": ("lose",),
    "nearly a command": ("qeue",),
    "no date": ("extract", "x.txt", "--published", "then"),
    "an empty name": ("extract", ""),
    "nobody": ("queue", "--by", ""),
    "an argument too many": ("queue", "more"),
    "a number too many": ("policy", "2"),
    "a word too many": ("people", "ana", "admin"),
    "no such grade": ("outcomes", "claim", "--case", "none.db"),
}
"""Calls that are refused, by the engine or before it is asked."""


@pytest.mark.parametrize("what", REFUSED)
def test_a_refusal_is_told_in_arabic(what: str, key: str) -> None:
    """What happened and what to do, with nothing English but what is typed; exit code 2 as ever."""
    found = call(*(key if word == "KEY" else word for word in REFUSED[what]), "--language", "ar")
    told = " ".join(found.err.split())
    assert (found.code, found.out) == (2, "")
    assert told.startswith("خطأ: ")
    assert foreign(told.replace("CLAIMS_CASE", "")) == [], told


def test_the_first_language_that_a_wrong_call_names_does_not_count_but_the_last(key: str) -> None:
    """As options do; and where it names none that there is, that of the environment."""
    assert "خطأ" in call("queue", "--lang", "en", "--limit", "0", "--lang=ar").err
    assert "error: " in call("queue", "--lang", "fr", "--case", key).err


def test_a_wrong_setting_is_told_in_the_language_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Though the settings are what cannot be read."""
    monkeypatch.setenv("CLAIMS_LANGUAGE", "ar")
    monkeypatch.setenv("CLAIMS_LIMIT", "3")
    found = call("queue")
    assert "خطأ: الإعداد \u2068CLAIMS_LIMIT\u2069 غير معروف" in found.err
    assert "error: Unknown setting 'CLAIMS_LIMIT'" in call("queue", "--language", "en").err


def test_a_word_that_belongs_behind_an_option_is_told_so() -> None:
    """Where one option alone can have it."""
    assert "--reviewers 2" in call("policy", "2").err
    assert "--role admin" in call("people", "ana", "admin").err
    assert "--reviewers" not in call("policy", "9").err
    assert "`claims queue --help`" in call("queue", "more").err


def test_who_holds_a_pair_is_told_and_until_when(key: str) -> None:
    """Below it, in UTC, to the minute; one that is only looked at is held by nobody."""
    before = datetime.now(UTC)
    held = valid(call("next", "--by", "ana", "--minutes", "20", "--json"), "queue").lines[0]
    until = datetime.fromisoformat(held["until"])
    assert before + timedelta(minutes=20) <= until <= datetime.now(UTC) + timedelta(minutes=20)
    told = call("next", "--by", "ana", "--minutes", "200").out.splitlines()[-1]
    later = re.fullmatch("held by \u2068ana\u2069 until ([0-9-]+ [0-9:]+) UTC", told)
    assert later
    assert datetime.fromisoformat(f"{later[1]}:59+00:00") >= before + timedelta(minutes=200)
    assert call("queue", "--json").lines[0] == {**held, "until": ""}
    assert "held by" not in call("queue").out
    assert key == held["key"]


def test_an_answer_is_told_with_all_that_was_given(key: str) -> None:
    """Slots, the kind of apparent conflict, confidence, comment, and whether it is one event where that does not follow."""
    given = ("--relation", "conflict", "--slot", "target", "--apparent", "scope")
    more = ("--confidence", "0.7", "--comment", "look again", "--same-event", "unsure")
    decided = " ".join(call("decide", key, *given, *more).out.split())
    told = " ".join(call("history", key).out.split())
    for part in (
        "? unsure",
        "target",
        "other scope",
        "confidence: 0.7",
        "comment: \u2068look again",
    ):
        assert part in decided
        assert part in told
    plain = call("decide", key, "--relation", "agree", "--comment", "").out
    assert "confidence" not in plain
    assert "event" not in plain


def test_the_history_tells_which_version_was_seen(key: str) -> None:
    """Of each decision; the decision itself, just given, needs no word of it."""
    assert "version" not in call("decide", key, "--relation", "agree").out
    assert "saw version 1 of the pair" in call("history", key).out
    assert "رأى النسخة 1 من الزوج" in call("history", key, "--language", "ar").out


def test_a_ruling_is_told_with_its_slots_and_kind(key: str) -> None:
    """And with why, in words."""
    for who, relation in (("ana", "agree"), ("ben", "unsure")):
        call("decide", key, "--relation", relation, "--by", who)
    given = ("--relation", "conflict", "--slot", "target", "--apparent", "scope", "--by", "eve")
    told = call("settle", key, *given, "--ground", "evidence").out
    for part in ("✗ conflict", "target", "other scope", "further evidence"):
        assert part in " ".join(told.split())


def test_a_dispute_names_its_pair_once(key: str) -> None:
    """Above the answers, not in each of them."""
    call("decide", key, "--relation", "agree", "--by", "ana")
    call("decide", key, "--relation", "unsure", "--by", "ben")
    told = call("disputes").out
    assert told.count(key) == 1
    assert "first: \u2068ana\u2069" in " ".join(told.split())
    assert told.count("\u2068ana\u2069") == 2, "above the answers as the first, and with hers"
    assert told.count("\u2068ben\u2069") == 1
    assert call("history", key).out.count(key) == 2


def test_figures_of_two_who_are_all_are_printed_once_and_json_has_both(key: str) -> None:
    """That they are those of all is said; a figure without an interval says why, with its code in JSON."""
    call("policy", "--reviewers", "2")
    call("decide", key, "--relation", "agree", "--by", "ana")
    call("decide", key, "--relation", "unsure", "--by", "ben")
    told = call("agreement").out
    assert told.count("the relation (") == 1
    assert "the relation (\u2068ana\u2069 – \u2068ben\u2069), pairs: 1" in told
    assert "stand once" in " ".join(told.split())
    assert "Cohen's kappa: 0.000 (no interval: it rests on one pair)" in " ".join(told.split())
    lines = [each for each in call("agreement", "--json").lines if each["field"] == "relation"]
    assert {tuple(each["people"]) for each in lines} == {(), ("ana", "ben")}
    codes = {each["measure"]: each["no_interval"] and each["no_interval"]["code"] for each in lines}
    assert codes["percent"] is None
    assert codes["cohen"] == "one_item"


@pytest.mark.usefixtures("key")
def test_a_case_without_people_says_so_and_the_first_names_its_maker_as_well() -> None:
    """In words beside nothing as JSON; whoever made the case is told with the first person, and with no other."""
    alone = call("people", "--json")
    assert alone.out == ""
    assert "worked on alone" in " ".join(alone.err.split())
    assert "worked on alone" in " ".join(call("people").out.split())
    first = call("people", "ana", "--role", "admin", "--json")
    assert first.lines[0]["maker"]
    assert (
        f"\u2068{first.lines[0]['maker']}\u2069 is an admin of the case now, for having made it"
        in " ".join(first.err.split())
    )
    assert (
        call("people", "ben", "--role", "reader", "--by", "ana", "--json").lines[0]["maker"] == ""
    )
