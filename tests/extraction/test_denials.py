"""What somebody denies that others have said, and words that only look like saying, in both languages."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            "The ministry rejected reports that its troops had killed villagers in Kobani.",
            "casualties",
            "The ministry",
        ),
        (
            "The governor dismissed claims spread by a radio station that police burned the market.",
            "damage",
            "The governor",
        ),
        ("Moscow denies claims its planes bombed the clinic in Idlib.", "strike", "Russia"),
        (
            "رفضت وزارة الدفاع الاتهامات بأن قواتها قتلت قرويين في عين العرب.",
            "casualties",
            "وزارة الدفاع",
        ),
        ("نفت وزارة الدفاع مزاعم تفيد بأن طائراتها قصفت السوق.", "strike", "وزارة الدفاع"),
        ("رفض الجيش اتهامات بأنه قصف المدرسة في إدلب.", "strike", "the army"),
        ("وفند المتحدث باسم الجيش ادعاءات المرصد بأن الطيران قصف المشفى.", "strike", "the army"),
    ],
)
def test_what_others_are_said_to_claim_is_denied_by_who_rejects_it(
    text: str, kind: str, who: str
) -> None:
    """Between a verb of denying and the words stands the noun for what others say: nobody claims it there."""
    claim = read(text, kind)[0]
    assert (claim.speaker.source, claim.modality) == (who, Modality.DENIED)


@pytest.mark.parametrize(
    "text",
    [
        "رفض الجيش الانسحاب من إدلب، وقتل ثلاثة جنود في القصف.",
        "The council rejected the offer, and three soldiers were killed in Idlib.",
        "The army denied the report, and three soldiers were killed in Idlib.",
        "نفى الجيش هذه الاتهامات، فيما قتل ثلاثة جنود في إدلب.",
        "نفت الوزارة ذلك، وقتل ثلاثة جنود في إدلب.",
    ],
)
def test_who_refuses_a_thing_denies_no_loss(text: str) -> None:
    """An offer or a retreat that is refused was not said by anybody."""
    assert [one.modality for one in read(text, "casualties")] == [Modality.ASSERTED]


def test_people_who_give_themselves_out_as_somebody_claim_no_deed() -> None:
    """*Gunmen claiming to be police* killed: the killing is told by who writes, and not doubted."""
    claim = read("Gunmen claiming to be tax inspectors killed two traders in Kano.", "casualties")[
        0
    ]
    assert (claim.modality, places(claim)) == (Modality.ASSERTED, ["Kano"])
    assert actors(claim) == ["unidentified gunmen"]


def test_what_something_is_estimated_at_is_said_by_nobody() -> None:
    """The noun before *estimated at* is what is counted."""
    text = "Two groups live in the district, with the smaller estimated at 40,000 people."
    assert {claim.speaker.source for claim in read(text)} == {"text.txt"}


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("ومن المتوقع أن تصدر وزارة الدفاع بياناً حول القصف على السوق.", True),
        ("أصدرت وزارة الدفاع بياناً قالت فيه إن القصف دمر السوق.", False),
    ],
)
def test_a_statement_still_to_come_says_nothing(text: str, publisher: bool) -> None:
    """What a ministry is expected to say it has not said."""
    speakers = {claim.speaker.source for claim in read(text)}
    assert speakers == {"text.txt" if publisher else "وزارة الدفاع"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The mayor said jets bombed the market in Idlib, a claim the army denied on Friday.",
            "The mayor",
        ),
        ("Jets bombed the market in Idlib – claims that army officers rejected.", "text.txt"),
        ("قال العمدة إن الطائرات قصفت السوق في إدلب، وهو ما نفاه الجيش.", "العمدة"),
    ],
)
def test_a_denial_behind_a_statement_leaves_it_to_who_made_it(text: str, who: str) -> None:
    """*A claim the army denied* tells of the claim; its day and the army are no part of the event."""
    (claim,) = read(text, "strike")
    assert (claim.speaker.source, claim.modality, date(claim)) == (who, Modality.ASSERTED, "")
    assert "the army" not in targets(claim)


def test_who_neither_confirms_nor_denies_says_nothing() -> None:
    """Neither verb has words of its own."""
    text = "Israel has neither confirmed nor denied its part in the killing of two men in Kano."
    assert {claim.speaker.source for claim in read(text)} == {"text.txt"}
