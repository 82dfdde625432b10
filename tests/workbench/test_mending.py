"""Changes to claims that the reading screen asks for."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from claims.model import EditKind, Lineage, LiveClaim, Part
from claims.services import Case, InputError, Refused, Settings, Stale, open_case
from workbench import mending
from workbench.mending import Ask, Done, perform

TEXT = (
    "الثلاثاء 3 أبريل 2018\n"
    "قال المرصد السوري إن طيران التحالف قصف مواقع لتنظيم داعش في الرقة في 28 مارس 2018. "
    "وأدى القصف إلى مقتل 5 مدنيين في حي الدرعية. وشن الطيران غارة ثانية على الطبقة.\n"
)


@pytest.fixture
def read(tmp_path: Any) -> Any:
    """A case with one Arabic account read by the engine itself."""
    with open_case(Settings(case=str(tmp_path / "case.db")), actor="ana") as case:
        case.documents.add_bytes(TEXT.encode(), name="account.txt")
        yield case


def asked(case: Case, do: str, *, claim: int = 0, **fields: Any) -> Done:
    """Ask for a change of the claim of that number, in the order of the text."""
    (head,) = case.documents.list().items
    claims = [one.claim.id for one in case.claims.of(head.id)]
    plain = {"token": f"{do} {fields}", "document": head.id, "claims": (claims[claim],)}
    return perform(Ask.model_validate(plain | {"do": do} | fields), case)


def standing(case: Case, document: str, claim: str) -> LiveClaim | None:
    """The claim of that id, when it stands."""
    return mending.read(case, document).live.get(claim)


def words(text: str) -> tuple[int, int]:
    """Where these words stand."""
    start = TEXT.index(text)
    return start, start + len(text)


def test_a_slot_is_read_in_the_marked_words(read: Case) -> None:
    """The finders read them; the claim that follows is the one to show."""
    done = asked(read, "correct", part=Part.PLACE, words=(words("حي الدرعية"),))
    assert done.error is None
    assert done.kind is EditKind.CORRECT
    live = standing(read, done.document, done.chosen)
    assert live is not None
    assert [place.text for place in live.claim.places] == ["حي الدرعية"]


def test_a_slot_is_given_as_text_or_taken_out(read: Case) -> None:
    """A date as EDTF; nothing at all means that it is not stated."""
    given = asked(read, "correct", part=Part.DATE, value="2018-03-27")
    live = standing(read, given.document, given.chosen)
    assert live is not None
    assert live.claim.date is not None
    assert live.claim.date.edtf == "2018-03-27"
    out = asked(read, "correct", part=Part.DATE)
    live = standing(read, out.document, out.chosen)
    assert live is not None
    assert live.claim.date is None


def test_a_rejected_claim_gives_way_to_the_next_and_undo_brings_it_back(read: Case) -> None:
    """The reader goes on in the text; what was taken back is shown again."""
    (head,) = read.documents.list().items
    before = [one.claim.id for one in read.claims.of(head.id)]
    assert asked(read, "reject").chosen == before[1]
    assert asked(read, "undo").chosen == before[0]
    assert [one.claim.id for one in read.claims.of(head.id)] == before


def test_a_claim_is_added_split_and_merged(read: Case) -> None:
    """Words of the text become a claim; parts become claims; two become one again."""
    added = asked(read, "add", words=(words("غارة ثانية على الطبقة"),), kind="strike")
    assert added.kind is EditKind.ADD
    (head,) = read.documents.list().items
    claims = [one.claim for one in read.claims.of(head.id)]
    place = next(i for i, claim in enumerate(claims) if claim.id == added.chosen)
    parts = (words("غارة ثانية"), words("على الطبقة"))
    split = asked(read, "split", claim=place, words=parts)
    assert split.kind is EditKind.SPLIT
    made = read.claims.edits(head.id)[-1].made
    merged = asked(read, "merge", claims=tuple(claim.id for claim in made))
    assert merged.kind is EditKind.MERGE
    live = standing(read, head.id, merged.chosen)
    assert live is not None
    assert live.claim.quote == "غارة ثانية على الطبقة"


@pytest.mark.parametrize(
    ("said", "source", "lineage"),
    [
        ("", "account.txt", Lineage.UNKNOWN),
        ("المرصد السوري", "Syrian Observatory for Human Rights", Lineage.MONITOR),
        ("لجنة الحي", "لجنة الحي", Lineage.UNKNOWN),
    ],
)
def test_whoever_adds_a_claim_says_who_says_it(
    read: Case, said: str, source: str, lineage: Lineage
) -> None:
    """The publisher when nobody is named; one whom the lexicon knows, with what they are; any other by that name."""
    done = asked(read, "add", words=(words("غارة ثانية على الطبقة"),), speaker=said)
    live = standing(read, done.document, done.chosen)
    assert live is not None
    assert (live.claim.speaker.source, live.claim.speaker.lineage) == (source, lineage)


def test_a_claim_is_anchored_at_other_words(read: Case) -> None:
    """Its quote is what was marked."""
    done = asked(read, "anchor", words=(words("قصف مواقع لتنظيم داعش"),))
    live = standing(read, done.document, done.chosen)
    assert live is not None
    assert live.claim.quote == "قصف مواقع لتنظيم داعش"


def test_the_same_token_is_the_same_edit(read: Case) -> None:
    """An answer that was lost on the way does not reject twice."""
    (head,) = read.documents.list().items
    first = read.claims.of(head.id)[0].claim.id
    once = {"token": "once", "do": "reject", "document": head.id, "claims": (first,)}
    ask = Ask.model_validate(once)
    perform(ask, read)
    again = perform(ask, read)
    assert [edit.kind for edit in read.claims.edits(head.id)] == [EditKind.REJECT]
    assert again.error is None or isinstance(again.error, Stale)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"do": "correct", "part": "date", "value": "yesterday"}, InputError),
        ({"do": "split", "words": ((0, 5),)}, Refused),
        ({"do": "anchor", "words": ((0, 99_999),)}, InputError),
        ({"do": "reject", "claims": ("f" * 16,)}, Exception),
    ],
)
def test_what_the_engine_refuses_changes_nothing(
    read: Case, fields: dict[str, Any], error: type[Exception]
) -> None:
    """It comes back as the error; no edit is stored."""
    do = fields.pop("do")
    done = asked(read, do, **fields)
    assert isinstance(done.error, error)
    assert done.kind is None
    (head,) = read.documents.list().items
    assert read.claims.edits(head.id) == ()


def test_a_change_of_no_claim_is_refused_in_words(read: Case) -> None:
    """Where the chosen claim went away before the change was sent, the screen is told so and stays."""
    done = asked(read, "correct", claims=(), part="date", value="2018-03-01")
    assert done.kind is None
    assert done.error is not None
    assert done.chosen == ""


def test_undo_with_nothing_to_undo_says_so(read: Case) -> None:
    """No edit, no error."""
    done = asked(read, "undo")
    assert (done.kind, done.error) == (None, None)


def test_an_ask_of_another_form_is_none() -> None:
    """What an older page sends is not guessed at."""
    with pytest.raises(ValidationError):
        Ask.model_validate({"token": "t", "do": "burn", "document": "d"})
