"""People edit claims; nothing of what the engine read is lost."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from claims.errors import ClaimsError, InputError, NotFound, Refused, Stale
from claims.model import Attribution, Claim, EditKind, Lineage, Maker, Modality, Part, Party, Span
from claims.services import Case
from tests.conftest import OpenCase

TEXT = """\
The coalition said its jets hit a checkpoint near Raqqa on 3 May 2019 and a depot in Mosul on 5 May 2019, killing 7.
Residents said that nothing happened.
"""


@pytest.fixture
def edited(case: Case) -> Case:
    """A case with a document of one line that the engine takes for one claim."""
    lines = f"Department (official): monday {TEXT.splitlines()[0]}\n"
    case.documents.add_bytes(lines.encode(), name="account.txt")
    case.documents.add_bytes(b"Network (local network): monday school\n", name="network.txt")
    case.pairs.compare()
    return case


def _claim(case: Case) -> Claim:
    return case.claims.list().items[0]


def _span(claim: Claim, words: str) -> Span:
    """Where words of a claim stand in the document."""
    start = claim.span.start + claim.quote.index(words)
    return Span(start, start + len(words))


def _standing(case: Case) -> list[str]:
    document = _claim_document(case)
    return [each.claim.id for each in case.claims.of(document)]


def _claim_document(case: Case) -> str:
    return case.documents.list().items[0].id


def test_a_correction_stands_in_the_place_of_the_claim(edited: Case) -> None:
    """The row tells who, when, why, what was seen and what was made; the engine's claim stays beside it."""
    claim = _claim(edited)
    words = _span(claim, "5 May 2019")
    edit = edited.claims.correct(claim.id, "date", words, reason="the second day")
    assert (edit.kind, edit.by, edit.reason) == (EditKind.CORRECT, "ana", "the second day")
    assert edit.replaced == (claim,)
    assert edit.at.endswith("+00:00")
    text = edited.documents.get(claim.document).text
    assert edit.text == hashlib.sha256(text.encode()).hexdigest()
    assert edit.given == ()
    (made,) = edit.made
    assert made.date is not None
    assert (made.date.edtf, made.quote) == ("2019-05-05", claim.quote)
    (live,) = edited.claims.of(claim.document)
    assert (live.claim, live.maker, live.edit) == (made, Maker.HUMAN, edit)
    assert edited.claims.get(claim.id) == claim
    assert [each.id for each in edited.claims.list(document=claim.document).items] == [made.id]
    assert edited.audit.verify() == ()


def test_what_a_person_gives_is_told_from_what_is_read(edited: Case) -> None:
    """A date as text says that somebody gave it, in the slot, in the statement and in the row."""
    claim = _claim(edited)
    edit = edited.claims.correct(claim.id, Part.DATE, "2019-05", words=_span(claim, "May 2019"))
    (made,) = edit.made
    assert made.date is not None
    assert (made.date.edtf, made.date.text, made.date.reason) == ("2019-05", "May 2019", "given")
    assert edit.given == (Part.DATE,)
    assert made.statement.endswith("[May 2019]")


def test_a_part_that_is_not_stated_is_emptied(edited: Case) -> None:
    """None takes a value away."""
    claim = _claim(edited)
    (made,) = edited.claims.correct(claim.id, "target", None).made
    assert claim.targets
    assert made.targets == ()


def test_every_part_can_be_corrected(edited: Case) -> None:
    """One after the other, each on what the one before made; undo takes them back in turn."""
    claim = _claim(edited)
    steps: list[tuple[str, object, Callable[[Claim], object], object]] = [
        ("place", _span(claim, "near Raqqa"), lambda c: [p.name for p in c.places], ["Raqqa"]),
        ("actor", "the Syrian army", lambda c: [bool(p.id) for p in c.actors], [True]),
        ("target", "a checkpoint of ours", lambda c: c.targets[0].name, "a checkpoint of ours"),
        (
            "quantity",
            "7 killed",
            lambda c: [(q.low, q.unit) for q in c.quantities],
            [(7, "killed")],
        ),
        ("speaker", "Residents", lambda c: c.speaker.source, "residents"),
        ("kind", "casualties", lambda c: c.kind, "casualties"),
        ("polarity", "negated", lambda c: c.polarity.value, "negated"),
        ("modality", Modality.DENIED, lambda c: c.modality, Modality.DENIED),
        ("statement", "[It] killing 7", lambda c: c.statement, "[It] killing 7"),
    ]
    latest = claim
    for part, value, found, wanted in steps:
        (latest,) = edited.claims.correct(latest, part, value).made  # type: ignore[arg-type]
        assert found(latest) == wanted
    assert len(edited.claims.history(claim.id)) == len(steps)
    assert edited.claims.history(latest.id) == edited.claims.history(claim.id)
    while edited.claims.undo() is not None:
        pass
    assert _standing(edited) == [claim.id]
    assert edited.audit.verify() == ()


def test_a_claim_is_split_by_its_words(edited: Case) -> None:
    """Each part has its own day and place; the speaker is shared, a figure is not."""
    claim = _claim(edited)
    first = _span(claim, "its jets hit a checkpoint near Raqqa on 3 May 2019")
    second = _span(claim, "a depot in Mosul on 5 May 2019, killing 7")
    edit = edited.claims.split(claim.id, [first, (second.start, second.end)])
    one, other = edit.made
    assert [each.quote for each in edit.made] == [
        first.of(edited.documents.get(claim.document).text),
        second.of(edited.documents.get(claim.document).text),
    ]
    assert one.date is not None
    assert other.date is not None
    assert (one.date.edtf, other.date.edtf) == ("2019-05-03", "2019-05-05")
    assert ([p.name for p in one.places], [p.name for p in other.places]) == (["Raqqa"], ["Mosul"])
    assert (one.quantities, [q.low for q in other.quantities]) == ((), [7])
    assert one.speaker == other.speaker == claim.speaker
    assert _standing(edited) == [one.id, other.id]
    assert edited.documents.head(claim.document).claims == 2


def test_what_was_split_can_be_merged(edited: Case) -> None:
    """Into one claim over all their words; days that differ cannot."""
    claim = _claim(edited)
    hit, killing = _span(claim, "its jets hit a checkpoint"), _span(claim, "killing 7")
    parts = edited.claims.split(claim.id, [hit, killing]).made
    merged = edited.claims.merge(*(each.id for each in parts), reason="one event")
    (made,) = merged.made
    assert made.span == Span(hit.start, killing.end)
    assert [q.low for q in made.quantities] == [7]
    assert _standing(edited) == [made.id]
    days = [_span(made, "on 3 May 2019"), _span(made, "on 5 May 2019")]
    first, second = edited.claims.split(made.id, days).made
    with pytest.raises(Refused, match="different days"):
        edited.claims.merge(first, second)


def test_a_claim_is_anchored_at_other_words(edited: Case) -> None:
    """Its quote is what stands there; empty slots are read in it."""
    claim = _claim(edited)
    words = _span(claim, "a checkpoint near Raqqa on 3 May 2019")
    (made,) = edited.claims.anchor(claim.id, words).made
    assert made.quote == "a checkpoint near Raqqa on 3 May 2019"
    assert made.date is not None
    assert (made.date.edtf, [p.name for p in made.places]) == ("2019-05-03", ["Raqqa"])
    assert made.targets == claim.targets


def test_a_missed_claim_is_added(edited: Case) -> None:
    """By its words, or as a whole; its speaker is the document's own unless somebody is named."""
    claim = _claim(edited)
    words = _span(claim, "killing 7")
    edit = edited.claims.add(claim.document, words, kind="casualties", reason="missed")
    (made,) = edit.made
    assert (made.quote, [q.low for q in made.quantities]) == ("killing 7", [7])
    assert (made.speaker.source, made.kind, edit.replaced) == ("account.txt", "casualties", ())
    residents = Attribution("Residents", Lineage.EYEWITNESS)
    (named,) = edited.claims.add(
        claim.document, _span(claim, "a depot in Mosul"), kind="damage", speaker=residents
    ).made
    assert named.speaker == residents
    whole = replace(made, kind="damage")
    (again,) = edited.claims.add(claim.document, whole).made
    assert again.kind == "damage"
    assert set(_standing(edited)) == {claim.id, made.id, named.id, again.id}


def test_a_rejected_claim_stands_no_more_until_that_is_undone(edited: Case) -> None:
    """By a new row; no row is lost on the way."""
    claim = _claim(edited)
    edited.claims.reject(claim.id, "a heading")
    assert _standing(edited) == []
    assert edited.documents.head(claim.document).claims == 0
    undone = edited.claims.undo()
    assert undone is not None
    assert (undone.kind, undone.about) == (EditKind.UNDO, 1)
    assert _standing(edited) == [claim.id]
    assert [row.kind for row in edited.claims.history(claim.id)] == ["reject", "undo"]
    assert edited.claims.undo() is None


def test_an_edit_takes_its_pairs_out_of_the_queue_and_keeps_what_was_decided(edited: Case) -> None:
    """New claims are compared at the next run; decisions on the old pair stand in its history and nowhere else."""
    (item,) = edited.review.queue()
    decision = edited.review.decide(item.key, relation="agree")
    claim = _claim(edited)
    (made,) = edited.claims.correct(claim.id, "target", _party(claim, "a depot")).made
    assert edited.review.queue(reviewer="ben") == ()
    assert edited.pairs.count().total == 0
    assert edited.review.history(item.key) == (decision,)
    assert not any(verdict.decisions for verdict in edited.verdicts.compute())
    assert edited.report.content().comparisons == ()
    with pytest.raises(Stale, match="is no more"):
        edited.review.decide(item.key, relation="unsure")
    assert edited.pairs.compare().new == 1
    (fresh,) = edited.review.queue(reviewer="ben")
    assert made.id in {fresh.left.claim.id, fresh.right.claim.id}
    edited.report.build("en")
    edited.claims.undo()
    edited.pairs.compare()
    (back,) = edited.pairs.list().items
    assert (back.key, back.mine) == (item.key, decision)


def _party(claim: Claim, words: str) -> Party:
    return Party("depot", "", "infrastructure", words, _span(claim, words))


def test_surroundings_of_an_edited_claim_are_those_of_its_words(edited: Case) -> None:
    """Before, quote and after are one stretch of the text."""
    claim = _claim(edited)
    (made,) = edited.claims.anchor(claim.id, _span(claim, "hit a checkpoint near Raqqa")).made
    edited.claims.correct(made, "target", _party(claim, "a depot"))
    edited.pairs.compare()
    (item,) = edited.review.queue()
    side = item.left if item.left.document.id == claim.document else item.right
    text = edited.documents.get(claim.document).text
    assert side.before + side.claim.quote + side.after in text
    assert side.before


def test_two_people_who_edit_one_claim_are_told(edited: Case) -> None:
    """The second one's edit is refused with the first one's name; nothing is overwritten."""
    claim = _claim(edited)
    first = edited.claims.reject(claim, "no", by="ben")
    with pytest.raises(Stale, match=r"edit 1 \(reject\) by ben") as caught:
        edited.claims.correct(claim, "date", "2019", by="ana")
    assert "Nothing was changed" in caught.value.next_step
    assert edited.claims.history(claim.id) == (first,)


def test_an_edit_that_others_built_on_is_not_undone(edited: Case) -> None:
    """The message names whose edit has to go first."""
    claim = _claim(edited)
    (made,) = edited.claims.correct(claim, "date", "2019", by="ana").made
    edited.claims.correct(made, "date", "2018", by="ben")
    with pytest.raises(Refused, match="edit 2 by ben builds on it"):
        edited.claims.undo(by="ana")
    edited.claims.undo(by="ben")
    edited.claims.undo(by="ana")
    assert _standing(edited) == [claim.id]


def test_the_same_submission_is_stored_once(edited: Case) -> None:
    """A double click gives the edit that is there; the token of another edit is refused."""
    claim = _claim(edited)
    first = edited.claims.reject(claim.id, token="t")  # noqa: S106
    assert edited.claims.reject(claim.id, token="t") == first  # noqa: S106
    other = edited.claims.list().items[0]
    with pytest.raises(Refused, match="under this token"):
        edited.claims.reject(other.id, token="t")  # noqa: S106
    with pytest.raises(Refused, match="under this token"):
        edited.claims.undo(token="t")  # noqa: S106
    assert edited.claims.undo(token="u") == edited.claims.undo(token="u")  # noqa: S106
    words = _span(claim, "killing 7")
    added = edited.claims.add(claim.document, words, kind="casualties", token="a")  # noqa: S106
    again = edited.claims.add(claim.document, words, kind="casualties", token="a")  # noqa: S106
    assert again == added
    with pytest.raises(Refused, match="under this token"):
        edited.claims.add(claim.document, words, kind="damage", token="a")  # noqa: S106


MISUSES: dict[str, tuple[type[ClaimsError], Callable[[Case, Claim], object]]] = {
    "no such claim": (NotFound, lambda case, _: case.claims.reject("nothing")),
    "no such document": (NotFound, lambda case, _: case.claims.add("nothing", (0, 4))),
    "no claim": (InputError, lambda case, _: case.claims.merge()),
    "one claim": (Refused, lambda case, claim: case.claims.merge(claim, claim)),
    "other documents": (
        Refused,
        lambda case, claim: case.claims.merge(claim, case.claims.list().items[1]),
    ),
    "one part": (Refused, lambda case, claim: case.claims.split(claim, [claim.span])),
    "twice one part": (Refused, lambda case, claim: case.claims.split(claim, [claim.span] * 2)),
    "words beyond the text": (InputError, lambda case, claim: case.claims.anchor(claim, (9, 9999))),
    "only space": (InputError, lambda case, claim: case.claims.anchor(claim, (10, 11))),
    "end before start": (InputError, lambda case, claim: case.claims.anchor(claim, (9, 3))),
    "the same words": (Refused, lambda case, claim: case.claims.anchor(claim, claim.span)),
    "no such part": (InputError, lambda case, claim: case.claims.correct(claim, "colour", "red")),
    "no date": (InputError, lambda case, claim: case.claims.correct(claim, "date", "soon")),
    "no such month": (
        InputError,
        lambda case, claim: case.claims.correct(claim, "date", "2018-13"),
    ),
    "no such day": (
        InputError,
        lambda case, claim: case.claims.correct(claim, "date", "2018-02-30"),
    ),
    "two dates": (Refused, lambda case, claim: case.claims.correct(claim, "date", claim.span)),
    "no place there": (
        Refused,
        lambda case, claim: case.claims.correct(claim, "place", _span(claim, "killing")),
    ),
    "a date as a place": (
        InputError,
        lambda case, claim: case.claims.correct(claim, "place", Attribution("a", Lineage.PARTY)),
    ),
    "value on other words": (
        InputError,
        lambda case, claim: case.claims.correct(
            claim, "target", Party("x", "", "", "not there", Span(0, 9))
        ),
    ),
    "no such kind": (InputError, lambda case, claim: case.claims.correct(claim, "kind", "rumour")),
    "no such modality": (
        InputError,
        lambda case, claim: case.claims.correct(claim, "modality", "maybe"),
    ),
    "no figure": (InputError, lambda case, claim: case.claims.correct(claim, "quantity", "many")),
    "nothing new": (Refused, lambda case, claim: case.claims.correct(claim, "kind", claim.kind)),
    "words nobody said": (
        Refused,
        lambda case, claim: case.claims.correct(claim, "statement", "everybody died"),
    ),
    "an empty statement": (
        InputError,
        lambda case, claim: case.claims.correct(claim, "statement", " "),
    ),
    "an odd quote": (
        InputError,
        lambda case, claim: case.claims.add(
            claim.document, replace(claim, quote="x" * len(claim.quote), kind="strike")
        ),
    ),
    "of another document": (
        InputError,
        lambda case, claim: case.claims.add(
            claim.document, replace(claim, document="0" * 16, kind="strike")
        ),
    ),
    "there already": (
        Refused,
        lambda case, claim: case.claims.split(claim, [claim, _made(case, claim)]),
    ),
    "nobody asks": (NotFound, lambda case, _: case.claims.keep(7)),
    "nobody waits": (Stale, lambda case, claim: case.claims.accept(claim)),
    "a claim that changed": (
        Stale,
        lambda case, claim: case.claims.reject(replace(claim, statement="older")),
    ),
    "an endless reason": (InputError, lambda case, claim: case.claims.reject(claim, "x" * 10_001)),
}


def _made(case: Case, claim: Claim) -> Claim:
    """A claim that was added before."""
    return case.claims.add(claim.document, _span(claim, "killing 7"), kind="casualties").made[0]


@pytest.mark.parametrize("name", MISUSES)
def test_misuse_is_refused_with_a_next_step(edited: Case, name: str) -> None:
    """And what stands stays as it was."""
    kind, use = MISUSES[name]
    claim = _claim(edited)
    with pytest.raises(kind) as caught:
        use(edited, claim)
    assert caught.value.next_step
    assert claim.id in _standing(edited)
    assert edited.audit.verify() == ()


def test_whoever_opens_the_case_later_finds_the_edits(opened: OpenCase, edited: Case) -> None:
    """What was acknowledged is in the file."""
    claim = _claim(edited)
    edit = edited.claims.correct(claim, "date", "2019")
    other = opened("ben")
    assert other.claims.history(claim.id) == (edit,)
    assert other.claims.of(claim.document) == edited.claims.of(claim.document)
    with pytest.raises(NotFound):
        other.claims.history("nothing")
    with pytest.raises(NotFound):
        other.claims.of("nothing")


def test_of_many_who_edit_one_claim_at_once_one_does(edited: Case) -> None:
    """All others are told that it does not stand any more; nothing stands twice."""
    claim = _claim(edited)

    def correct(number: int) -> str:
        try:
            return (
                edited.claims.correct(claim.id, "date", f"20{number}", by=f"p{number}").made[0].id
            )
        except Stale:
            return ""

    with ThreadPoolExecutor(8) as pool:
        made = [name for name in pool.map(correct, range(10, 18)) if name]
    assert _standing(edited) == made
    assert len(made) == 1
    assert len(edited.claims.history(claim.id)) == 1
    assert edited.audit.verify() == ()


def test_order_follows_from_numbers_when_the_clock_is_set_back(opened: OpenCase) -> None:
    """A later edit with an earlier time is the newer one, and the one that undo takes back."""
    case = opened("ana", clock=iter(CLOCK).__next__)
    (head,) = case.documents.add_bytes(b"Paper (agency): monday depot\n", name="a.txt").added
    first = case.claims.correct(_claim(case), "date", "2018")
    second = case.claims.correct(first.made[0], "date", "2019")
    assert second.at < first.at
    undone = case.claims.undo()
    assert undone is not None
    assert undone.about == second.id
    assert [each.claim for each in case.claims.of(head.id)] == list(first.made)


CLOCK = [f"20{50 - number}-01-01T00:00:00.000000+00:00" for number in range(40)]
"""A clock that goes back by a year each time it is asked."""
