"""What is told and what is only spoken of."""

from __future__ import annotations

import pytest

from claims.model import Polarity
from tests.extraction.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "انتشرت القوات في المدينة بهدف السيطرة على الحقول.",
        "عاد السكان إلى المناطق التي كان التنظيم يسيطر عليها.",
        "زار الوفد مخيمات النازحين في إدلب.",
        "تحدث التقرير عن عائلات الضحايا.",
    ],
)
def test_nouns_in_passing_tell_no_event(text: str) -> None:
    """A purpose, a relative clause, a camp of the displaced and the families of victims tell of no seizure and no dead."""
    kinds = {claim.kind for claim in read(text)}

    assert not kinds & {"control", "casualties", "displacement"}


def test_a_relative_clause_stays_with_what_it_tells_about() -> None:
    """Its words belong to the quote of the statement before it."""
    [claim] = read(
        "استعادت القوات 70% من المناطق التي كانت تحت سيطرة التنظيم في العراق.", "control"
    )

    assert claim.quote.endswith("في العراق")


def test_a_deed_told_before_is_not_told_again() -> None:
    """أدى القصف إلى points at the strike of the sentence before."""
    found = read("قصفت الطائرات الروسية بلدة سرمين. وأدى القصف إلى مقتل مدني.")

    assert [claim.kind for claim in found] == ["strike", "casualties"]


def test_a_demand_is_a_position() -> None:
    """What somebody calls for has not happened."""
    [claim] = read("طالب الفريق جميع الأطراف بوقف إطلاق النار في إدلب.")

    assert claim.kind == "position"
    assert not claim.checkable


@pytest.mark.parametrize(
    "text",
    [
        "تزامن القصف مع اجتماع الوفدين في إدلب.",
        "ولم يحدد البيان عدد الغارات التي شنتها الطائرات.",
        "وحذر الأطباء من انتشار فيروس كورونا في ريف إدلب.",
    ],
)
def test_a_known_deed_set_beside_something_else_tells_nothing(text: str) -> None:
    """Neither that it coincided, nor that its number is unknown, nor the spread of a disease is a strike or a movement."""
    assert not [claim for claim in read(text) if claim.kind in {"strike", "movement"}]


def test_who_is_blamed_for_a_deed_did_it() -> None:
    """*Blamed the army for the shelling* tells the shelling and its doer, in the words of who blames."""
    text = "Shells hit a school in Omdurman on Monday. A doctor blamed the Rapid Support Forces for the bombardment."

    last = read(text, "strike")[-1]

    assert last.speaker.source == "A doctor"
    assert [party.name for party in last.actors] == ["Rapid Support Forces"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry called the raid a massacre.",
        "The charity could not establish the fate of the ten detainees.",
        '"If there were civilian casualties, it is because they were forced to stay," he said.',
        "Some were convicted of killings during the uprising.",
    ],
)
def test_judged_unknown_and_supposed_deeds_are_not_told(text: str) -> None:
    """An opinion of a deed, what could not be found out and what is supposed state no event."""
    assert all(claim.kind in {"other", "position"} for claim in read(text))


def test_drills_laws_and_threats_tell_no_deed() -> None:
    """Drills laws and threats tell no deed."""
    for text in (
        "أجرت قوات التحالف الدولي تدريبات في رميلان باستخدام قذائف من عيار 120 ملم.",
        "ويحظر القانون الدولي استهداف المستشفيات.",
        "رفعت الفصائل جاهزيتها في عفرين استعداداً للعملية العسكرية ضد قسد.",
    ):
        assert [c for c in read(text) if c.kind in {"strike", "clash"}] == []


def test_a_blast_that_targets_is_a_blast() -> None:
    """A blast that targets is a blast."""
    assert [c.kind for c in read("انفجار استهدف سيارة في مدينة الباب.")] == ["clash"]


def test_brackets_open_no_clause() -> None:
    """Brackets open no clause."""
    text = "استهدفت غارات محطة مياه (خارج الخدمة، ويسكنها نازحون) عند أطراف بلدة سرمين."
    assert [[p.name for p in c.places] for c in read(text, "strike")] == [["Sarmin"]]


@pytest.mark.parametrize(
    "text",
    [
        "مقتل مدني في قصف على سرمين مع عدم وجود مصابين آخرين.",
        "One man was killed in the strike on Hama. No other casualties were reported.",
    ],
)
def test_a_denial_of_further_losses_denies_no_loss(text: str) -> None:
    """The loss that was told stands, and nobody says that there was none."""
    assert [one.polarity for one in read(text, "casualties")] == [Polarity.AFFIRMED]
