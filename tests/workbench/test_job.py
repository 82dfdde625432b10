"""Taking documents in beside the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from claims.services import Case, InputError, LoadReport, Locked, Watch
from claims.services.documents import Documents
from claims.services.matching import Pairs
from tests.stages import TWO_ACCOUNTS
from workbench import wording
from workbench.job import About, File, Job, TakingIn

EN = wording.of("en")
GOOD = File("accounts.txt", TWO_ACCOUNTS.encode())
BAD = File("broken.txt", b"\xff\xfe\xff")


def test_every_file_gets_its_line_and_the_good_ones_are_compared(empty: Case) -> None:
    """What is wrong with one file stops no other."""
    job = Job(empty, [BAD, GOOD, GOOD], About("2018-04-03"), EN)
    lines = job.result()
    assert [line.split(":")[0].strip("\u2068\u2069") for line in lines] == [
        "broken.txt",
        "accounts.txt",
        "accounts.txt",
    ]
    assert "not added" in lines[0]
    assert empty.pairs.count().total == 3
    assert empty.documents.list().items[0].published == "2018-04-03"


def test_what_is_at_hand_and_how_far_can_be_seen_meanwhile(
    empty: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file by its name and number, then the comparing; the lines come one by one."""
    waiting, going = threading.Event(), threading.Event()
    add, compare = Documents.add_bytes, Pairs.compare

    def pausing(work: Callable[..., object]) -> Callable[..., object]:
        def paused(*given: object, **named: object) -> object:
            waiting.set()
            assert going.wait(30)
            going.clear()
            return work(*given, **named)

        return paused

    monkeypatch.setattr(Documents, "add_bytes", pausing(add))
    monkeypatch.setattr(Pairs, "compare", pausing(compare))
    job = Job(empty, [BAD, GOOD], About(), EN)
    seen = []
    for _ in range(3):
        assert waiting.wait(30)
        waiting.clear()
        seen.append((job.step, len(job.lines), job.done))
        going.set()
    job.result()
    assert seen == [
        (("Reading \u2068broken.txt\u2069: 1 of 2", 0.0), 0, False),
        (("Reading \u2068accounts.txt\u2069: 2 of 2", 0.5), 1, False),
        (("Comparing the claims of all documents", 0.0), 2, False),
    ]
    assert job.done


def test_a_case_that_is_held_by_another_writer_is_a_line(
    empty: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was added stays; what to do is said."""

    def held(*_: object, **__: object) -> None:
        raise Locked("The case is held.", next_step="Try again.")

    monkeypatch.setattr(Pairs, "compare", held)
    *_, last = Job(empty, [GOOD], About(), EN).result()
    assert "The case is held." in last
    assert "Try again." in last
    assert len(empty.documents.list().items) == 1


def test_nothing_is_compared_when_nothing_came(
    empty: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refused file costs no second look at all claims."""

    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Pairs, "compare", never)
    assert len(Job(empty, [BAD], About(), EN).result()) == 1


def test_a_fault_of_ours_is_not_swallowed(empty: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes up where the screen asks for the result; refusals do not."""

    def faulty(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Documents, "add_bytes", faulty)
    with pytest.raises(ZeroDivisionError):
        Job(empty, [GOOD], About(), EN).result()

    def refuse(*_: object, **__: object) -> None:
        raise InputError("No.", next_step="Other.")

    monkeypatch.setattr(Documents, "add_bytes", refuse)
    assert "accounts.txt" in Job(empty, [GOOD], About(), EN).result()[0]


def test_what_another_case_has_more_is_compared_and_how_far_that_is_can_be_seen(
    empty: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The share of it at hand, as when files are taken in; what is refused is a line, and nothing is compared then."""
    shares: list[tuple[str, float]] = []
    compare = Pairs.compare

    def halfway(pairs: Pairs, *, progress: Watch) -> object:
        progress(1, 2, "")
        shares.append(work.step)
        return compare(pairs, progress=progress)

    def load() -> LoadReport:
        empty.documents.add_bytes(GOOD.data, name=GOOD.name)
        return LoadReport(restored=False, documents=1, pairs=0, decisions=0)

    def refused() -> LoadReport:
        raise InputError("That is no case.", next_step="Choose another file.")

    monkeypatch.setattr(Pairs, "compare", halfway)
    work = TakingIn(empty, load, EN)
    assert "documents 1" in work.result()[0]
    assert empty.pairs.count().total == 3
    assert shares == [("Comparing the claims of all documents", 0.5)]
    work = TakingIn(empty, refused, EN)
    assert work.result() == work.wrong
    assert work.refused
    assert len(shares) == 1
