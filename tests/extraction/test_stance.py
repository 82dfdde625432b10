"""How a clause stands to the fact."""

from __future__ import annotations

import pytest

import claims
from claims.model import Claim, Modality, Polarity


def read(text: str) -> list[Claim]:
    """The strike claims of a text."""
    return [claim for claim in every(text) if claim.kind == "strike"]


def every(text: str) -> list[Claim]:
    """All claims of a text."""
    read = claims.read(text.encode(), name="text.txt", published="2019-05-04")
    return list(claims.extract(read).claims)


def test_the_month_of_may_is_no_doubt() -> None:
    """A date never makes a statement possible; the verb does."""
    [plain] = read("A strike hit a depot in Raqqa on 3 May 2019.")
    [doubtful] = read("A strike may have hit a depot in Raqqa on 3 June 2019.")

    assert plain.modality is Modality.ASSERTED
    assert doubtful.modality is Modality.POSSIBLE


@pytest.mark.parametrize(
    "text",
    [
        "لم تستهدف الطائرات السوق في الرقة.",
        "The aircraft did not strike the market in Raqqa.",
    ],
)
def test_a_negated_deed_is_negated(text: str) -> None:
    """What did not happen is not read as having happened."""
    assert [claim.polarity for claim in read(text)] == [Polarity.NEGATED]


def test_a_denial_is_no_assertion() -> None:
    """The ministry denies what it speaks of."""
    [claim] = read("نفت وزارة الدفاع الروسية قصف مدينة حمورية يوم الجمعة.")

    assert claim.modality is Modality.DENIED
    assert claim.speaker.source == "Russian Ministry of Defence"


def test_what_nobody_said_is_not_asserted() -> None:
    """A source that did not announce a strike has not announced it."""
    [claim] = read("لم تعلن وزارة الدفاع الروسية أن طائراتها قصفت مدينة حمورية.")

    assert claim.modality is Modality.POSSIBLE


def test_a_name_in_quotation_marks_speaks() -> None:
    """Words after the name are what it says, not the name itself."""
    [claim] = read('وقالت "قسد"، إن الطائرات قصفت بلدة عين عيسى.')

    assert claim.speaker.source == "Syrian Democratic Forces"


def test_no_one_hurt_is_negated() -> None:
    """However many words stand between *no* and its verb."""
    text = "No U.S. or allied troops in Kherson were hurt."

    [claim] = claims.extract(claims.read(text.encode(), name="text.txt")).claims

    assert claim.polarity is Polarity.NEGATED


def test_the_cause_of_what_is_rumoured_is_rumoured() -> None:
    """Amid reports that people fell to a shell, the shell is no more certain than they are."""
    text = "وقع انفجار في الباب أمس، وسط أنباء عن سقوط ضحايا نتيجة قذيفة مصدرها قوات النظام."

    assert {c.modality for c in read(text)} == {"possible"}


@pytest.mark.parametrize(
    "text",
    [
        "ومن المتوقع أن تقصف إسرائيل مدينة رفح خلال أيام.",
        "من المقرر أن تقصف الطائرات مواقع في صعدة.",
    ],
)
def test_what_nobody_in_particular_expects_is_planned(text: str) -> None:
    """An expectation is no report of a deed."""
    assert [claim.modality for claim in read(text)] == [Modality.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        "ولم يكتفِ العناصر بقتل الشاب محمد السعيد بل أحرقوا جثته في بلدة هجين.",
        "The soldiers not only killed two farmers in Idlib but burned their house.",
    ],
)
def test_not_only_denies_nothing(text: str) -> None:
    """Who was not content with a killing has killed."""
    found = claims.extract(claims.read(text.encode(), name="text.txt")).claims
    killed = next(claim for claim in found if claim.kind == "casualties")
    assert killed.polarity is Polarity.AFFIRMED


def test_what_will_be_is_a_forecast() -> None:
    """A verb of the future tells nothing that happened."""
    [claim] = every("سيضطر آلاف السكان إلى النزوح من ريف حماة.")
    assert (claim.modality, claim.checkable) == (Modality.PLANNED, False)


def test_what_shelling_threatens_is_said_of_shelling_that_is() -> None:
    """Shelling that threatens lives goes on; only a threat of it is none yet."""
    [going_on] = read("القصف يتواصل على قرى سراقب، ما يهدد حياة المدنيين.")
    assert going_on.modality is Modality.ASSERTED
    assert [c.modality for c in every("هددت تركيا بشن هجوم على منبج.")] == [Modality.PLANNED]


def test_who_is_named_is_not_doubted() -> None:
    """شخص يدعى علي gives a name; يدعي أن is somebody's claim."""
    named = every(
        "اعتقلت القوات شخصاً يدعى علي سالم وقتلت شاباً يدعى “أبو عمر” بعد أن داهمت منزله في الرقة."
    )
    claimed = every("ويدعي الجيش أن غارة قتلت خمسة مسلحين في الرقة.")

    assert {claim.modality for claim in named} == {Modality.ASSERTED}
    assert {claim.modality for claim in claimed} == {Modality.DOUBTED}


@pytest.mark.parametrize("text", ["وسيطر الجيش على تدمر.", "وسيطرت قوات النظام على تدمر."])
def test_and_he_took_is_no_future(text: str) -> None:
    """The letters of *and he took* begin as *and he will* does."""
    [claim] = every(text)
    assert claim.modality is Modality.ASSERTED


def test_who_denies_one_thing_and_adds_another_tells_the_other() -> None:
    """The verb of adding ends what the denial covers, also where its speaker was named before both."""
    told = read("نفى الجيش قصف البلدة، وأضاف أن المسلحين قصفوا المخفر يوم الاثنين.")
    assert [claim.modality for claim in told] == [Modality.DENIED, Modality.ASSERTED]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (
            "The rebels sought to capture the town of Berbera.",
            (Modality.PLANNED, Polarity.AFFIRMED),
        ),
        (
            "The rebels failed to capture the town of Berbera.",
            (Modality.ASSERTED, Polarity.NEGATED),
        ),
        ("The rebels captured the town of Berbera.", (Modality.ASSERTED, Polarity.AFFIRMED)),
        (
            "The rebels captured the town of Berbera in a bid to seize the coast.",
            (Modality.ASSERTED, Polarity.AFFIRMED),
        ),
    ],
)
def test_who_only_tried_to_take_a_town_has_not_taken_it(
    text: str, how: tuple[Modality, Polarity]
) -> None:
    """What was sought is meant, what failed is denied."""
    [claim] = [claim for claim in every(text) if claim.kind == "control"]

    assert (claim.modality, claim.polarity) == how


def test_an_attack_that_was_tried_is_one() -> None:
    """And only the verb right behind the words of trying is meant."""
    [tried] = read("Jets attempted to bomb the bridge at Berbera.")
    [beside] = every("Nine people were killed as they tried to reach Berbera.")

    assert tried.modality is Modality.ASSERTED
    assert beside.modality is Modality.ASSERTED


def test_casualties_of_which_nothing_is_clear_are_possible() -> None:
    """*Not immediately clear if any were killed* is no loss."""
    [claim] = every("In Berbera it is not immediately clear if shoppers were killed.")

    assert claim.modality is Modality.POSSIBLE


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        (
            "حاولت قوات حفتر السيطرة على مطار طرابلس.",
            Modality.PLANNED,
            Polarity.AFFIRMED,
        ),
        (
            "فشل الجيش اليمني في استعادة قرية كتاف.",
            Modality.ASSERTED,
            Polarity.NEGATED,
        ),
        (
            "لم تتمكن قوات حفتر من السيطرة على مطار طرابلس.",
            Modality.ASSERTED,
            Polarity.NEGATED,
        ),
        ("سيطرت قوات حفتر على مطار طرابلس.", Modality.ASSERTED, Polarity.AFFIRMED),
    ],
)
def test_what_an_arabic_subject_only_tried_is_not_done(
    text: str, modality: Modality, polarity: Polarity
) -> None:
    """The subject stands between the word of trying and what was tried; who failed has not done it."""
    [claim] = every(text)

    assert (claim.kind, claim.modality, claim.polarity) == ("control", modality, polarity)


def test_a_deed_behind_a_failure_was_done() -> None:
    """Only what failed is denied, not what somebody did afterwards."""
    claim = every("فشلت المحادثات في جنيف وشن الجيش اليمني هجوماً على مدينة حرض.")[-1]

    assert claim.polarity is Polarity.AFFIRMED


def test_an_intention_that_is_announced_is_a_plan() -> None:
    """أعلنت … نيتها tells what somebody means to do."""
    claim = every("أعلنت الحكومة الكونغولية نيتها سحب قواتها من مدينة بونيا.")[-1]

    assert claim.modality is Modality.PLANNED
    assert not claim.checkable


@pytest.mark.parametrize(
    "text",
    [
        "تتعمد قوات الدعم السريع استهداف الأسواق في ولاية الجزيرة.",
        "يعيش سكان أم درمان في ظل استمرار قصف قوات الدعم السريع للمدينة.",
        "القصف المدفعي المتواصل على الفاشر يهدد حياة النازحين.",
        "تتعرض بلدات في كردفان لقصف مدفعي من حين إلى آخر.",
    ],
)
def test_what_somebody_keeps_doing_is_no_single_strike(text: str) -> None:
    """Words of keeping on that govern the deed, or stand right behind it as its adjective, make it a repeated one."""
    assert [claim.modality for claim in read(text)] == [Modality.REPEATED]


@pytest.mark.parametrize(
    "text",
    [
        "في ظل التصعيد المتواصل، قصفت قوات الدعم السريع أمس سوقاً في الفاشر.",
        "تواصل الفرق البحث عن ضحايا الغارات على سوق الفاشر.",
        "وقع قصف مدفعي متواصل منذ الصباح على مدينة الفاشر.",
    ],
)
def test_what_goes_on_beside_a_strike_does_not_repeat_it(text: str) -> None:
    """An adjective of another noun, a search that goes on, and hours that are named, leave the strike a single one."""
    assert {claim.modality for claim in read(text)} == {Modality.ASSERTED}


def test_a_counted_loss_of_lasting_shelling_is_one_loss() -> None:
    """What keeps happening brings losses again and again; losses that are counted came about."""
    text = "القصف المدفعي المتواصل على الفاشر أدى إلى مقتل خمسة مدنيين."

    assert [c.modality for c in every(text) if c.kind == "casualties"] == [Modality.ASSERTED]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("توقفت الغارات على مدينة صعدة منذ الفجر.", [("strike", "ceased")]),
        ("أوقفت الشرطة ثلاثة مشتبه بهم في بيروت.", [("arrest", "asserted")]),
        ("أوقفت الشرطة سيارة في نابلس واعتقلت سائقها.", [("arrest", "asserted")]),
        ("تتواصل الاشتباكات في حي الزهراء.", [("clash", "asserted")]),
    ],
)
def test_what_stopped_has_ceased_and_who_was_stopped_is_held(
    text: str, told: list[tuple[str, str]]
) -> None:
    """The word for both is one in Arabic: a deed that somebody did after stopping something was done."""
    assert [(claim.kind, claim.modality.value) for claim in every(text)] == told
