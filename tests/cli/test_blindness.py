"""No command tells of another's answer before all have answered: whatever others do, each prints the same.

Every command that reads is called by one person before and after others have answered, undone, written and held pairs.
A new command has to be named here, or a test fails.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claims.cli.app import app

from .program import Run, call

OFFICIAL = "The defence ministry said a strike hit a depot in Raqqa on {} May 2019."
LOCAL = "Local networks said a strike hit a school in Raqqa on {} May 2019."

READS = (
    "agreement",
    "backup {to}/copy.db --knowingly",
    "checks",
    "compare",
    "config",
    "describe",
    "disputes",
    "documents",
    "dump",
    "dump --mine",
    "dump --mine --without {key}",
    "export pairs.csv --out {to}/pairs.csv",
    "export claims.csv --out {to}/claims.csv",
    "export jsonl --out {to}/case.jsonl",
    "export annotations --out {to}/case.annotations",
    "groupings",
    "history {key}",
    "import pairs.csv",
    "incidents",
    "matrix",
    "outcomes claim",
    "outcomes incident",
    "package {to}/case.zip --hashes-only",
    "party",
    "people",
    "place",
    "policy",
    "policy --reviewers 1",
    "problems",
    "queue",
    "queue --status all",
    "queue --status settled",
    "remarks",
    "remarks --about pair --id {key}",
    "report --out {to}/report.md",
    "report --out {to}/report.html",
    "restore backup.db",
    "settle {key} --relation agree --ground evidence",
    "verdicts",
    "verify",
    "verify --head 0:" + "0" * 64,
    "verify --head 1:" + "0" * 64,
    "vocabulary",
)
"""Every command that prints something of a case, and what is refused while answers are missing."""

WRITES = frozenset(
    [
        "about",
        "add",
        "close_former",
        "conclude",
        "decide",
        "import",
        "link",
        "load",
        "mark",
        "merge",
        "next",
        "note",
        "place",
        "party",
        "release",
        "reread",
        "split",
        "tag",
        "undo",
        "withdraw",
    ]
)
"""Commands that change the case, or hold a pair in it, for whoever calls them."""

WITHOUT_A_CASE = frozenset(["evaluate", "extract", "mentions", "schema", "serve"])

_OWN = {"config"}
"""Commands without ``--by``: they ask for nobody."""

_FILES = {"backup", "export", "package", "report", "restore"}
"""Commands that take long, and say as much in one form as in the other."""

_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(\+00:00|Z)?|\d\d:\d\d(:\d\d)?")
_HASH = re.compile(r"[0-9a-f]{64}|(?<=\"salt\":\")[0-9a-f]+")


_SIZE = re.compile(r'"size": ?\d+')
"""Of a packed file with hashes in it."""

_OWN_TIME = re.compile(r'"line":"[^"]*"|"id": ?\d+')
"""Names of one's own lines, and numbers made from them: they hold the time at which one wrote."""


def test_every_command_is_named_here() -> None:
    """A new one cannot be forgotten."""
    known = {one.name or getattr(one.callback, "__name__", "") for one in app.registered_commands}
    named = {line.split()[0] for line in READS} | WRITES | WITHOUT_A_CASE
    assert known == named


def _case(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A case for three in a folder of its own, with ana's note on a pair; gives its pairs."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CLAIMS_ACTOR", "ana")
    Path("official.txt").write_text("\n".join(map(OFFICIAL.format, (3, 11, 23))))
    Path("local.txt").write_text("\n".join(map(LOCAL.format, (3, 11, 23))))
    call("add", "official.txt", "local.txt")
    call("compare")
    call("policy", "--reviewers", "3")
    keys = [line["key"] for line in call("queue", "--json").lines]
    assert len(keys) > 2
    call("export", "pairs.csv", "--out", "pairs.csv")
    _ok("note", "pair", keys[2], "first")
    return keys


def _ok(*words: str) -> Run:
    done = call(*words)
    assert done.code == 0, done.err
    return done


def _hidden(keys: list[str]) -> None:
    """What two others do, without any pair being answered by all."""
    for who in ("ben", "eve"):
        call("next", "--by", who)
        _ok("decide", keys[0], "--relation", "conflict", "--slot", "target", "--by", who)
        _ok("decide", keys[1], "--relation", "agree", "--by", who)
        _ok("undo", "--by", who)
        _ok("note", "pair", keys[0], "a secret", "--by", who)
        _ok("tag", "claim", keys[0].split("~")[0], "secret", "--by", who)
        _ok(
            "conclude",
            "claim",
            keys[0].split("~")[0],
            "--as",
            "refuted",
            "--reason",
            "a secret",
            "--by",
            who,
        )
        _ok("conclude", "claim", keys[1].split("~")[0], "--by", who)
        _ok("undo", "--of", "conclusions", "--by", who)
        call("merge", keys[0].split("~")[0], keys[1].split("~")[0], "--by", who)


def _read(keys: list[str], to: Path, *, masked: bool = False) -> dict[str, str]:
    """What each command says to ana, in both forms, and what is in the files that it writes as text.

    With ``masked`` without hashes, and without the package, which is made of what the others write.
    """
    to.mkdir()
    found = {}
    for line in READS:
        if masked and line.startswith("package"):
            continue
        for form in ("--json",) if masked or line.split()[0] in _FILES else ("", "--json"):
            words = line.format(key=keys[0], to=to).split() + ([form] if form else [])
            if words[0] not in _OWN:
                words += ["--by", "ana"]
            if words[0] == "restore":
                words += ["--case", str(to / f"again{form}.db")]
            for written in [word for word in words if word.startswith(str(to))]:
                Path(written).unlink(missing_ok=True)
            done = call(*words)
            assert "No such " not in done.err, done.err
            said = f"{done.code} {done.out} {done.err}"
            said += "".join(
                Path(word).read_text("utf-8")
                for word in words
                if word.startswith(str(to)) and word.endswith((".csv", ".md", ".html", ".jsonl"))
            )
            said = _TIME.sub("", said.replace(str(to), ""))
            found[f"{line} {form}"] = _OWN_TIME.sub("", _HASH.sub("", said)) if masked else said
    return found


def _whole(found: dict[str, str]) -> dict[str, str]:
    """Without hashes: of files that hold the time at which they were made, and of the record, which is another one each time."""
    return {name: _SIZE.sub("", _HASH.sub("", said)) for name, said in found.items()}


def test_whatever_others_answer_every_command_prints_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results, messages, refusals, exit codes, and files."""
    keys = _case(folder / "case", monkeypatch)
    _ok("backup", "backup.db", "--knowingly")
    before = _whole(_read(keys, folder / "before"))
    _hidden(keys)
    Path("backup.db").unlink()
    _ok("backup", "backup.db", "--knowingly")
    after = _whole(_read(keys, folder / "after"))
    assert {name for name in before if before[name] != after[name]} == set()
    assert all(before.values())


def test_whoever_works_among_others_reads_what_they_would_read_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for hashes of the record, which are others each time, whatever others do."""
    read, heads = [], set()
    for name, hidden in (("alone", False), ("among", True)):
        keys = _case(folder / name, monkeypatch)
        for word in ("agree", "unsure"):
            if hidden:
                _hidden(keys)
            _ok("decide", keys[2], "--relation", word)
            _ok("undo")
        _ok("backup", "backup.db", "--knowingly")
        read.append(_read(keys, folder / f"{name} read", masked=True))
        heads.add(json.loads(call("verify", "--json").out)["hash"])
    assert {name for name in read[0] if read[0][name] != read[1][name]} == set()
    assert len(heads) == len(read)
