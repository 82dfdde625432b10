"""Whose deed a sentence goes on with: the doer told right before, where nobody else can be meant."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, places, read

_LEAD = "قصفت مدفعية الحوثيين مدينة مأرب يوم الخميس 2 أيار 2019."


@pytest.mark.parametrize(
    "told",
    [
        "وقالت منظمة أطباء بلا حدود إن القصف أدى إلى مقتل أربعة مدنيين.",
        "وذكر مصدر طبي أن أربعة مدنيين قتلوا جراء القصف.",
        "وأوضح شهود أن الهجوم أسفر عن مقتل أربعة مدنيين.",
    ],
)
def test_the_result_has_the_doer_though_somebody_else_tells_it(told: str) -> None:
    """The shelling that others speak of is the one told right before, by its only doer."""
    [loss] = read(f"{_LEAD} {told}", "casualties")

    assert actors(loss) == ["Houthis"]
    assert "[" in loss.statement
    assert loss.borrowed


@pytest.mark.parametrize(
    "told",
    [
        "وقالت منظمة أطباء بلا حدود إن القصف الذي استهدف السوق أدى إلى مقتل أربعة مدنيين.",
        "وقالت منظمة أطباء بلا حدود إن القصف على مدينة تعز أدى إلى مقتل أربعة مدنيين.",
        "وقالت منظمة أطباء بلا حدود إن القصف الجوي أدى إلى مقتل أربعة مدنيين.",
        "وقالت منظمة أطباء بلا حدود إن قصفاً أدى إلى مقتل أربعة مدنيين.",
        "وقالت منظمة أطباء بلا حدود إن القصف منذ سنوات أدى إلى مقتل 400 مدني.",
    ],
)
def test_another_attack_has_no_doer_from_before(told: str) -> None:
    """One told of anew, of another place, of another arm, or of years is none that was told."""
    [loss] = read(f"{_LEAD} {told}", "casualties")

    assert actors(loss) == []


def test_of_two_doers_none_is_carried() -> None:
    """Where two sides shelled, the shelling may be that of either."""
    text = (
        "قصفت مدفعية الحوثيين مدينة مأرب، فيما قصف طيران التحالف العربي مواقع في مدينة مأرب."
        " وقال مصدر طبي إن القصف أدى إلى مقتل أربعة مدنيين."
    )

    assert actors(read(text, "casualties")[-1]) == []


def test_behind_an_answer_a_source_may_speak_of_the_first_attack() -> None:
    """Who answers was attacked before: *the shelling* may be that one."""
    text = "وردت قوات الجيش اليمني بقصف مواقع في مدينة مأرب. وقال مصدر طبي إن القصف أدى إلى مقتل أربعة مدنيين."

    assert actors(read(text, "casualties")[-1]) == []


def test_blame_is_of_who_blames() -> None:
    """Whom one source blames is no doer in the words of another."""
    text = "واتهم المجلس المحلي الحوثيين بقصف مدينة مأرب. وقال مصدر طبي إن القصف أدى إلى مقتل أربعة مدنيين."

    assert actors(read(text, "casualties")[-1]) == []


def test_who_is_hit_is_not_the_doer() -> None:
    """Shelling of somebody's positions is not theirs."""
    text = f"{_LEAD} وقال مصدر محلي إن القصف استهدف مواقع الحوثيين."

    assert actors(read(text, "strike")[-1]) == []


def test_a_likened_attack_is_of_the_doer_before_it() -> None:
    """In its own sentence first, then in the one before."""
    beside = "قصفت مدفعية الحوثيين مدينة مأرب، كما تعرضت بلدة صرواح لقصف مماثل."
    behind = f"{_LEAD} وتعرضت بلدة صرواح لقصف مماثل."

    likened = [read(text, "strike")[-1] for text in (beside, behind)]

    assert [(actors(one), places(one)) for one in likened] == [(["Houthis"], ["Sirwah"])] * 2


def test_a_doer_told_as_an_adjective_is_named_in_full() -> None:
    """«الروسية» alone says of nobody who it is."""
    text = "الغارات الجوية الروسية استهدفت بلدة كسب. واستهدفت غارات مماثلة مدينة جبلة."

    assert "[من قبل القوات الروسية]" in read(text, "strike")[-1].statement


@pytest.mark.parametrize(
    "told",
    [
        "The attack left a farmer injured, residents said.",
        "Medics said the strike injured a farmer.",
        "The monitor said a farmer was among those injured.",
    ],
)
def test_in_english_as_well_whoever_tells_it(told: str) -> None:
    """The strike, the attack and those hurt in it are of the only doer told right before."""
    [loss] = read(
        f"Chadian jets bombed Goz Beida on Thursday, officials said. {told}", "casualties"
    )

    assert actors(loss) == ["Chadian forces"]
    assert places(loss) == ["Goz Beida"]


@pytest.mark.parametrize(
    "text",
    [
        "Chadian jets bombed Goz Beida on Thursday. Medics said the strike on Abeche injured a farmer.",
        "Chadian jets bombed Goz Beida on Thursday. Medics said the strike that hit the mill injured a farmer.",
        "Chadian jets bombed Goz Beida on Thursday. Medics said a strike injured a farmer.",
        "Rebels accused Chadian jets of bombing Goz Beida on Thursday. Medics said the strike injured a farmer.",
        "Nine were hurt when Chadian soldiers and Sudanese soldiers fought in Goz Beida on Thursday. Medics said a farmer was among those injured.",
        "Chad says it is bombing rebels. Medics said the strike injured a farmer.",
        "Chadian jets bombed Goz Beida on Thursday. Medics said the artillery attack injured a farmer.",
    ],
)
def test_another_english_attack_has_no_doer_from_before(text: str) -> None:
    """One elsewhere, told of anew, only blamed on somebody, of a fight of two sides, of a stance or of another arm."""
    assert actors(read(text, "casualties")[-1]) == []
