"""Comparing what is new gives what comparing everything gives, whatever happened to the case in between."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from sqlalchemy import text

import claims
from claims.model import (
    PLAIN,
    Claim,
    Document,
    Extraction,
    Level,
    Particulars,
    Slot,
    State,
    Wordlist,
)
from claims.report.build import build
from claims.services import Case, Settings, open_case
from claims.services.stages import Stages, own_stages
from claims.store.engine import address_of, make_engine, writing
from tests.report.written import markdown

RAIDS = (
    "{who} said a strike of the Coalition on Raqqa on {day} May 2019 killed {count} civilians.",
    "{who} said {count} civilians were killed in Raqqa on {day} May 2019 by shelling.",
    "قال {who} إن {count} مدنيين قتلوا في غارة للتحالف الدولي على الرقة في {day} أيار 2019.",
)
WHO = (
    "The health ministry",
    "Local networks",
    "The army",
    "المرصد السوري لحقوق الإنسان",
    "Monitors",
)


def _text(number: int) -> bytes:
    raid = RAIDS[number % len(RAIDS)]
    lines = [
        raid.format(who=WHO[(number + step) % len(WHO)], day=3 + step, count=9 + number % 4)
        for step in range(2)
    ]
    return "\n".join([*lines, f"Number {number}."]).encode()


def _louder(stages: Stages) -> Stages:
    """An engine that reads everything as before, and each statement a little longer."""

    def extract(document: Document, wordlist: Wordlist = PLAIN, /) -> Extraction:
        found = stages.extract(document, wordlist)
        louder = [replace(claim, statement=f"{claim.statement} [!]") for claim in found.claims]
        return replace(found, claims=tuple(louder))

    return replace(stages, extract=extract)


def _standing(case: Case) -> list[Claim]:
    return list(case.claims.list(limit=1000).items)


def _agrees(case: Case) -> None:
    """What is suggested, and what is counted, is what a run over all claims gives."""
    items = case.pairs.list(limit=1000).items
    expected = {one.key: one for one in claims.compare_all(_standing(case))}
    assert {item.key: item.comparison for item in items} == expected
    assert case.pairs.count().total == len(expected)


def _order(case: Case) -> list[str]:
    return [str(item.key) for item in case.review.queue(reviewer="nobody", limit=1000)]


class _Work:
    """Two people at one case who do this and that, by chance."""

    def __init__(self, settings: Settings, seed: int) -> None:
        self.settings = settings
        self.chance = random.Random(seed)  # noqa: S311
        self.ana, self.ben = open_case(settings, actor="ana"), open_case(settings, actor="ben")
        self.added = 0

    def add(self) -> None:
        """A document more."""
        self.ana.documents.add_bytes(_text(self.added), name=f"{self.added}.txt")
        self.added += 1

    def edit(self) -> None:
        """A claim is taken out by hand."""
        self.ana.claims.reject(self.chance.choice(_standing(self.ana)).id, "not said")

    def undo(self) -> None:
        """It comes back."""
        self.ana.claims.undo()

    def decide(self) -> None:
        """An answer, which may bring other pairs forward."""
        item = self.ben.review.next()
        if item is not None:
            self.ben.review.decide(item.key, relation="agree")

    def reread(self) -> None:
        """Another engine reads all documents."""
        with open_case(self.settings, stages=_louder(own_stages())) as newer:
            newer.documents.extract_again()

    def restart(self) -> None:
        """Nothing is remembered but what is in the case."""
        self.ana.close()
        self.ana = open_case(self.settings, actor="ana")

    def compare(self) -> None:
        """A run of either, both of which remember earlier ones."""
        self.chance.choice([self.ana, self.ben]).pairs.compare()
        _agrees(self.ana)

    def go_on(self, steps: int) -> None:
        """So many of these."""
        acts = [self.add, self.edit, self.undo, self.decide, self.reread, self.restart]
        for act in self.chance.choices([*acts, self.compare], [4, 2, 2, 2, 1, 1, 3], k=steps):
            act()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_runs_after_any_work_leave_what_a_run_over_everything_leaves(
    made: Settings, seed: int
) -> None:
    """Documents, edits, their undo, other readings, answers, restarts and another process, in any order."""
    work = _Work(made, seed)
    for act in (work.add, work.add, work.compare):
        act()
    work.go_on(16)
    work.compare()
    order = _order(work.ana)

    again = work.ana.pairs.compare(afresh=True)

    _agrees(work.ana)
    assert (again.new, again.changed, again.gone) == (0, 0, 0)
    assert _order(work.ana) == order
    assert work.ana.audit.verify() == ()
    work.ana.close()
    work.ben.close()


def test_what_is_kept_and_damaged_is_found_and_made_anew(made: Settings) -> None:
    """The check names the document; the next run goes over all claims and leaves nothing to find."""
    with open_case(made, actor="ana") as case:
        for number in range(3):
            case.documents.add_bytes(_text(number), name="a.txt")
        first = case.pairs.compare()
    engine = make_engine(address_of(made.case), timeout=5)
    with writing(engine) as connection:
        connection.execute(text("UPDATE traits SET revisions = '{}'"))
    engine.dispose()
    with open_case(made, actor="ana") as case:
        faults = case.audit.verify()
        again = case.pairs.compare()

        assert first.pairs
        assert {fault.where for fault in faults} == {"traits"}
        assert (again.pairs, again.new, again.changed, again.gone) == (first.pairs, 0, 0, 0)
        assert case.audit.verify() == ()


def test_what_another_program_kept_is_not_relied_on(
    made: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program with other rules compares all claims once more, and keeps them under its own name."""
    with open_case(made, actor="ana") as case:
        for number in range(3):
            case.documents.add_bytes(_text(number), name="a.txt")
        case.pairs.compare()
    monkeypatch.setattr("claims.comparison.standing.fingerprint", lambda: "another")
    seen: list[int] = []
    with open_case(made, actor="ana") as case:
        case.pairs.compare(progress=lambda _done, total, _name: seen.append(total))
    with open_case(made, actor="ana") as case:
        compared = len(seen)
        case.pairs.compare(progress=lambda _done, total, _name: seen.append(total))

    assert compared
    assert len(seen) == compared


def test_places_in_the_queue_follow_the_rules_of_the_program_at_hand(
    made: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run by a program with another order puts every pair in it, though no comparison is another one."""
    with open_case(made) as case:
        for number in range(3):
            case.documents.add_bytes(_text(number), name=f"{number}.txt")
        case.pairs.compare()
    with open_case(made) as case:
        before = _order(case)
        assert len(before) > 1
        case.pairs.compare()
        assert _order(case) == before
    monkeypatch.setattr("claims.review.order.edition", lambda: "another")
    monkeypatch.setattr(
        "claims.services.comparing.rank", lambda one: len(before) - before.index(str(one.key))
    )
    with open_case(made) as case:
        report = case.pairs.compare()
        assert (report.new, report.changed, report.gone) == (0, 0, 0)
        assert _order(case) == before[::-1]
        assert case.audit.verify() == ()


def test_a_run_over_everything_leaves_no_gap_where_a_document_says_nothing_any_more(
    settings: Settings,
) -> None:
    """Its claims were all rejected: nothing is kept of it, and the record says so."""
    with open_case(settings, actor="ana") as case:
        for number in range(3):
            case.documents.add_bytes(_text(number), name=f"{number}.txt")
        case.pairs.compare()
        document = case.documents.list().items[2].id
        for claim in case.claims.list(document=document, limit=100).items:
            case.claims.reject(claim.id, "not said")
        case.pairs.compare()
        case.pairs.compare(afresh=True)

        assert case.audit.verify() == ()


def test_answers_on_a_claim_that_changed_since_are_told_as_such(made: Settings) -> None:
    """The day of a source is put right: what both say now stands beside the answers, which no report tells as agreement on a day."""
    raid = "The army said that an air strike hit a bridge in Raqqa yesterday."
    relay = "Monitors said that an air strike hit a bridge in Raqqa on 3 May 2019."
    with open_case(made, actor="ana") as own:
        for name, words in (("a.txt", raid), ("b.txt", relay)):
            own.documents.add_bytes(words.encode(), name=name, published="2019-05-04")
        document = own.documents.list().items[0].id
        own.pairs.compare()
        (item,) = own.pairs.list().items
        own.review.decide(item.key, relation="agree")
        (outcome, *_) = own.verdicts.proposals("incident")
        own.verdicts.confirm("incident", outcome.proposal.id, reason="both")
        assert not own.review.history(item.key)[-1].overtaken

        own.documents.describe(document, Particulars(published="2019-07-09", language="en"))
        own.pairs.compare()

        assert own.pairs.count().total == 0
        assert own.review.history(item.key)[-1].overtaken
        content = own.report.content()
        (compared,) = content.comparisons
        assert {each.slot: each.level for each in compared.slots}[Slot.DATE] is Level.DIFFERENT
        said = markdown(build(content, "en")).decode()
        assert "After these decisions a claim of this pair was changed" in said
        assert "are the same date" not in said
        (grade,) = (each for each in content.grades if each.conclusion is not None)
        assert grade.state is State.STALE
