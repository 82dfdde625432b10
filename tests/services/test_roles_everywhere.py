"""Every use of a case is covered by a role or by nobody's: the table of action and role, for each method of each service."""

# ruff: noqa: ARG005 - not every use needs pair and folder

from __future__ import annotations

import inspect
import io
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

from claims.errors import ClaimsError, NotAllowed
from claims.model import (
    DocumentsWanted,
    Evidence,
    Mark,
    Note,
    PairKey,
    Particulars,
    Relation,
    SameEvent,
    Thing,
    Topic,
    Wanted,
)
from claims.review.roles import ALLOWED, Action, TeamRole
from claims.services import Case, Saying
from tests.conftest import OpenCase
from tests.stages import TWO_ACCOUNTS

Use = Callable[[Case, PairKey, Path], object]

R, A, C, D, E = Action.READ, Action.ADD, Action.COMPARE, Action.DECIDE, Action.EDIT
K, J, X, I, M = Action.REMARK, Action.ADJUDICATE, Action.EXPORT, Action.IMPORT, Action.MANAGE  # noqa: E741

ANYBODY = {
    "audit.verify",
    "exports.formats",
    "exports.refuse",
    "package.key",
    "report.refuse_case",
    "wordlist.kinds",
    "exports.file_name",
}
"""What asks for no role: whoever can open the file may verify it; the others say nothing of the case."""


def _document(case: Case) -> str:
    with case._desk.store.reading() as connection:
        from claims.store import documents

        return documents.ids(connection)[0]


def _topic(key: PairKey) -> Topic:
    return Topic(Thing.PAIR, str(key))


TABLE: dict[str, tuple[Action, Use]] = {
    "adjudication.history": (R, lambda c, k, p: c.adjudication.history(k)),
    "adjudication.holding": (R, lambda c, k, p: c.adjudication.holding(k)),
    "adjudication.settles": (R, lambda c, k, p: c.adjudication.settles),
    "adjudication.queue": (R, lambda c, k, p: c.adjudication.queue()),
    "adjudication.count": (R, lambda c, k, p: c.adjudication.count()),
    "adjudication.rulings": (R, lambda c, k, p: c.adjudication.rulings()),
    "adjudication.settle": (
        J,
        lambda c, k, p: c.adjudication.settle(k, relation="agree", ground="evidence"),
    ),
    "adjudication.standing": (R, lambda c, k, p: c.adjudication.standing()),
    "adjudication.undo": (J, lambda c, k, p: c.adjudication.undo()),
    "agreement.blind": (R, lambda c, k, p: c.agreement.blind(k)),
    "agreement.measure": (R, lambda c, k, p: c.agreement.measure()),
    "audit.done": (R, lambda c, k, p: c.audit.done()),
    "audit.head": (R, lambda c, k, p: c.audit.head()),
    "audit.list": (R, lambda c, k, p: c.audit.list()),
    "audit.state": (R, lambda c, k, p: c.audit.state()),
    "case.backup": (X, lambda c, k, p: c.backup(p / "copy.db")),
    "case.dump": (X, lambda c, k, p: c.dump(io.StringIO())),
    "case.load": (I, lambda c, k, p: c.load(io.StringIO("no dump"))),
    "claims.accept": (E, lambda c, k, p: c.claims.accept(k.left)),
    "claims.add": (E, lambda c, k, p: c.claims.add(_document(c), (0, 3))),
    "claims.anchor": (E, lambda c, k, p: c.claims.anchor(k.left, (0, 3))),
    "claims.asking": (R, lambda c, k, p: c.claims.asking()),
    "claims.correct": (E, lambda c, k, p: c.claims.correct(k.left, "modality", "denied")),
    "claims.edits": (R, lambda c, k, p: c.claims.edits(_document(c))),
    "claims.find": (R, lambda c, k, p: c.claims.find(k.left)),
    "claims.get": (R, lambda c, k, p: c.claims.get(k.left)),
    "claims.histories": (R, lambda c, k, p: c.claims.histories(_document(c))),
    "claims.history": (R, lambda c, k, p: c.claims.history(k.left)),
    "claims.keep": (E, lambda c, k, p: c.claims.keep(99)),
    "claims.list": (R, lambda c, k, p: c.claims.list()),
    "claims.merge": (E, lambda c, k, p: c.claims.merge(k.left, k.right)),
    "claims.of": (R, lambda c, k, p: c.claims.of(_document(c))),
    "claims.reject": (E, lambda c, k, p: c.claims.reject("nothing")),
    "claims.revisions": (R, lambda c, k, p: c.claims.revisions(k.left)),
    "claims.several": (R, lambda c, k, p: c.claims.several([k.left])),
    "claims.split": (E, lambda c, k, p: c.claims.split(k.left, [(0, 1), (1, 2)])),
    "claims.undo": (E, lambda c, k, p: c.claims.undo()),
    "documents.add": (A, lambda c, k, p: c.documents.add([p / "own.txt"])),
    "documents.add_bytes": (A, lambda c, k, p: c.documents.add_bytes(b"A", name="n")),
    "documents.count": (R, lambda c, k, p: c.documents.count()),
    "documents.describe": (E, lambda c, k, p: c.documents.describe(_document(c), Particulars("t"))),
    "documents.describe_several": (
        E,
        lambda c, k, p: c.documents.describe_several(
            [Saying(_document(c), published="2018-04-03")]
        ),
    ),
    "documents.describe_from": (E, lambda c, k, p: c.documents.describe_from(_days(c, p))),
    "documents.undo_several": (E, lambda c, k, p: c.documents.undo_several([_document(c)])),
    "documents.undated": (R, lambda c, k, p: c.documents.undated()),
    "documents.day_hints": (R, lambda c, k, p: c.documents.day_hints([_document(c)])),
    "documents.undo_description": (E, lambda c, k, p: c.documents.undo_description(_document(c))),
    "documents.descriptions": (R, lambda c, k, p: c.documents.descriptions(_document(c))),
    "documents.described": (R, lambda c, k, p: c.documents.described()),
    "documents.particulars": (R, lambda c, k, p: c.documents.particulars(_document(c))),
    "documents.headlines": (R, lambda c, k, p: c.documents.headlines({_document(c)})),
    "documents.publishers": (R, lambda c, k, p: c.documents.publishers()),
    "documents.extract_again": (A, lambda c, k, p: c.documents.extract_again()),
    "documents.extraction": (R, lambda c, k, p: c.documents.extraction(_document(c))),
    "documents.find": (R, lambda c, k, p: c.documents.find("accounts.txt")),
    "documents.get": (R, lambda c, k, p: c.documents.get(_document(c))),
    "documents.head": (R, lambda c, k, p: c.documents.head(_document(c))),
    "documents.list": (R, lambda c, k, p: c.documents.list()),
    "documents.original": (R, lambda c, k, p: c.documents.original(_document(c))),
    "documents.search": (R, lambda c, k, p: c.documents.search(DocumentsWanted())),
    "exports.apply": (D, lambda c, k, p: _applied(c, k)),
    "exports.preview": (R, lambda c, k, p: c.exports.preview(_table(p))),
    "exports.write": (R, lambda c, k, p: c.exports.write("jsonl", p / "data")),
    "incidents.claims": (R, lambda c, k, p: c.incidents.claims()),
    "incidents.get": (R, lambda c, k, p: c.incidents.get("i1")),
    "incidents.history": (R, lambda c, k, p: c.incidents.history()),
    "incidents.list": (R, lambda c, k, p: c.incidents.list()),
    "incidents.matrix": (R, lambda c, k, p: c.incidents.matrix()),
    "incidents.merge": (E, lambda c, k, p: c.incidents.merge(["i1", "i2"])),
    "incidents.progress": (R, lambda c, k, p: c.incidents.progress()),
    "incidents.passages": (R, lambda c, k, p: c.incidents.passages(k)),
    "incidents.sheets": (R, lambda c, k, p: c.incidents.sheets()),
    "incidents.split": (E, lambda c, k, p: c.incidents.split("i1", [k.left])),
    "incidents.timeline": (R, lambda c, k, p: c.incidents.timeline()),
    "incidents.undo": (E, lambda c, k, p: c.incidents.undo()),
    "package.write": (R, lambda c, k, p: c.package.write(p / "case.zip")),
    "pairs.compare": (C, lambda c, k, p: c.pairs.compare()),
    "pairs.conflicts": (R, lambda c, k, p: c.pairs.conflicts()),
    "pairs.state": (R, lambda c, k, p: c.pairs.state()),
    "pairs.count": (R, lambda c, k, p: c.pairs.count()),
    "pairs.get": (R, lambda c, k, p: c.pairs.get(k)),
    "pairs.list": (R, lambda c, k, p: c.pairs.list()),
    "pairs.of_claims": (R, lambda c, k, p: c.pairs.of_claims([k.left])),
    "people.list": (R, lambda c, k, p: c.people.list()),
    "people.put": (M, lambda c, k, p: c.people.put("eve", "reader")),
    "problems.list": (R, lambda c, k, p: c.problems.list()),
    "problems.page": (R, lambda c, k, p: c.problems.page()),
    "remarks.link": (K, lambda c, k, p: c.remarks.link(_topic(k), Evidence("https://e.org"))),
    "remarks.list": (R, lambda c, k, p: c.remarks.list()),
    "remarks.mark": (Action.MARK, lambda c, k, p: c.remarks.mark(k.left, "accurate")),
    "remarks.note": (K, lambda c, k, p: c.remarks.note(_topic(k), "x")),
    "remarks.of": (R, lambda c, k, p: c.remarks.of(_topic(k))),
    "remarks.revise": (K, lambda c, k, p: c.remarks.revise(99, Note("x"))),
    "remarks.tag": (K, lambda c, k, p: c.remarks.tag(_topic(k), "x")),
    "remarks.undo": (K, lambda c, k, p: c.remarks.undo()),
    "remarks.withdraw": (K, lambda c, k, p: c.remarks.withdraw(99)),
    "report.build": (R, lambda c, k, p: c.report.build()),
    "report.content": (R, lambda c, k, p: c.report.content()),
    "report.people": (M, lambda c, k, p: c.report.people("initials")),
    "report.describe": (E, lambda c, k, p: c.report.describe(question="who?")),
    "report.give_out": (J, lambda c, k, p: c.report.give_out()),
    "report.publish": (J, lambda c, k, p: c.report.publish(p / "r.md")),
    "report.write": (R, lambda c, k, p: c.report.write(p / "r.md")),
    "review.decide": (D, lambda c, k, p: c.review.decide(k, relation="agree")),
    "review.decisions": (R, lambda c, k, p: c.review.decisions()),
    "review.close_former": (D, lambda c, k, p: c.review.close_former()),
    "review.hand": (R, lambda c, k, p: c.review.hand()),
    "review.held": (R, lambda c, k, p: c.review.held()),
    "review.history": (R, lambda c, k, p: c.review.history(k)),
    "review.histories": (R, lambda c, k, p: c.review.histories([k])),
    "review.next": (D, lambda c, k, p: c.review.next()),
    "review.lacking": (R, lambda c, k, p: c.review.lacking),
    "review.outlook": (R, lambda c, k, p: c.review.outlook()),
    "review.progress": (R, lambda c, k, p: c.review.progress()),
    "review.queue": (R, lambda c, k, p: c.review.queue()),
    "review.record": (D, lambda c, k, p: c.review.record(_mark(k), seen=1)),
    "review.release": (D, lambda c, k, p: c.review.release(k)),
    "review.require": (M, lambda c, k, p: c.review.require(1)),
    "review.reviewers": (R, lambda c, k, p: c.review.reviewers),
    "review.take": (R, lambda c, k, p: c.review.take(k)),
    "review.undo": (D, lambda c, k, p: c.review.undo()),
    "review.unknown": (R, lambda c, k, p: c.review.unknown(Wanted(source="x"))),
    "verdicts.adrift": (R, lambda c, k, p: c.verdicts.adrift()),
    "verdicts.bring": (M, lambda c, k, p: c.verdicts.bring(_words())),
    "verdicts.compute": (R, lambda c, k, p: c.verdicts.compute()),
    "verdicts.confirm": (J, lambda c, k, p: c.verdicts.confirm("claim", k.left)),
    "verdicts.history": (R, lambda c, k, p: c.verdicts.history("claim", k.left)),
    "verdicts.newest": (R, lambda c, k, p: c.verdicts.newest()),
    "verdicts.override": (
        J,
        lambda c, k, p: c.verdicts.override("claim", k.left, "refuted", reason="x"),
    ),
    "verdicts.proposals": (R, lambda c, k, p: c.verdicts.proposals("claim")),
    "verdicts.undo": (J, lambda c, k, p: c.verdicts.undo()),
    "verdicts.voices": (R, lambda c, k, p: c.verdicts.voices()),
    "verdicts.vocabulary": (R, lambda c, k, p: c.verdicts.vocabulary("verdict")),
    "wordlist.checks": (R, lambda c, k, p: c.wordlist.checks()),
    "wordlist.get": (R, lambda c, k, p: c.wordlist.get()),
    "wordlist.put": (E, lambda c, k, p: c.wordlist.put(_party())),
    "wordlist.remove": (E, lambda c, k, p: c.wordlist.remove("party", "own:nobody")),
    "wordlist.touched": (R, lambda c, k, p: c.wordlist.touched(_party())),
    "wordlist.use_check": (M, lambda c, k, p: c.wordlist.use_check("weekday", on=True)),
    "wordlist.whereabouts": (R, lambda c, k, p: c.wordlist.whereabouts()),
}
"""Each way of using a case: the action that a role must cover, and a call. What the case lacks, the call is told."""


def _mark(key: PairKey) -> Mark:
    return Mark(key, SameEvent.YES, Relation.AGREE)


def _applied(case: Case, key: PairKey) -> object:
    """What a filled-in table would record: a refusal of it is told row by row."""
    from claims.services.filled_in import Change, Plan

    done = case.exports.apply(Plan((Change(key, None, _mark(key), 1),)))
    if done.faults and "does not cover" in done.faults[0].message:
        raise NotAllowed(done.faults[0].message, next_step=done.faults[0].next_step)
    if done.faults and "does not work on this case" in done.faults[0].message:
        raise NotAllowed(done.faults[0].message, next_step=done.faults[0].next_step)
    return done


def _table(folder: Path) -> Path:
    from claims.report.exports import commas
    from claims.report.exports.columns import MARKED

    path = folder / "pairs.csv"
    with path.open("wb") as stream:
        commas.write_rows(("key", "version", *MARKED), [], stream)
    return path


def _days(case: Case, folder: Path) -> Path:
    """A table that says when a document was published."""
    path = folder / "days.csv"
    path.write_text(f"document,published\n{_document(case)},2018-04-03\n", "utf-8")
    return path


def _words() -> str:
    path = "data/vocabularies/airwars-1.toml"
    return resources.files("claims.verdict").joinpath(path).read_text("utf-8")


def _party() -> Any:
    from tests.services.test_wordlist import RAAD

    return RAAD


def test_every_use_of_a_case_is_in_the_table() -> None:
    """Derived from the services: a new method without a row fails here."""
    case = Case.__new__(Case)
    Case.__init__(case, None)  # type: ignore[arg-type]
    known = {
        f"{part}.{name}"
        for part in set(vars(case)) - {"_desk"}
        for name, _ in inspect.getmembers(type(getattr(case, part)))
        if not name.startswith("_")
    }
    own = {"path", "title", "settings", "actor", "acting_as", "close"}
    known |= {f"case.{name}" for name in dir(Case) if not name.startswith("_")} - {
        f"case.{name}" for name in own
    }
    assert known == set(TABLE) | ANYBODY


def test_each_role_may_do_what_the_table_says_and_nothing_else(
    opened: OpenCase, tmp_path: Path
) -> None:
    """Every use by every role, and by somebody who is not named: refused for the role, or told something else."""
    case = opened("admin")
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    case.pairs.compare()
    key = case.pairs.list().items[0].key
    for role in (TeamRole.ADMIN, *TeamRole):
        case.people.put(role.value, role)
    otherwise = {
        (str(who), name)
        for who in [*TeamRole, "stranger"]
        for name, (action, use) in TABLE.items()
        if _refused(use, case.acting_as(str(who)), key, tmp_path / str(who))
        == (who in ALLOWED and action in ALLOWED[TeamRole(who)])
    }
    assert otherwise == set()


def _refused(use: Use, case: Case, key: PairKey, folder: Path) -> bool:
    """Whether the role does not cover it."""
    folder.mkdir(exist_ok=True)
    (folder / "own.txt").write_text("Paper (agency): sunday depot\n")
    try:
        use(case, key, folder)
    except NotAllowed as error:
        own_work = ("reviewed pair", "settled pair")
        return not any(each in error.message for each in own_work)
    except (ClaimsError, ValueError, IndexError):
        return False
    return False
