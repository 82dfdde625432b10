"""What each clause and each figure of an Arabic sentence takes of its doers, targets, places and days, and what it leaves to others."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, date, places, read, targets


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش الصومالي، اليوم، تنفيذ عملية أمنية في بيدوا.",
        "أعلن الجيش الصومالي في بيان له تنفيذ عملية أمنية في بيدوا.",
        "أعلن الجيش الصومالي تنفيذ عملية أمنية في بيدوا.",
    ],
)
def test_who_announces_that_he_carried_out_an_operation_did_it(text: str) -> None:
    """Between who announces and his own deed stand at most the day and in what he says so."""
    [claim] = read(text, "clash")

    assert actors(claim) == ["Somali army"]


def test_who_announces_the_deed_of_another_did_not_do_it() -> None:
    """A ministry that tells of somebody else's raid is no doer of it."""
    [claim] = read("أعلنت وزارة الصحة اليمنية تنفيذ التحالف العربي غارة على ذمار.", "strike")

    assert actors(claim) == ["Saudi-led coalition"]


def test_a_pronoun_on_a_deed_is_its_doer_and_who_stands_behind_is_hit() -> None:
    """Behind استهدافه the ل names who is hit, not who hits."""
    [claim] = read("أعلن الجيش الأمريكي استهدافه لقيادي في حركة الشباب قرب كيسمايو.", "strike")

    assert (actors(claim), targets(claim)) == (["US army"], ["Al-Shabaab"])


def test_an_ally_named_as_such_did_it_as_well() -> None:
    """وحليفتها joins a second doer as و does."""
    [claim] = read("قصفت قوات الدعم السريع وحليفتها الإمارات مدينة الفاشر.", "strike")

    assert actors(claim) == ["Rapid Support Forces", "United Arab Emirates"]


def test_the_people_of_one_figure_are_not_those_of_another() -> None:
    """Behind a pause, who most of the wounded are says nothing of the dead."""
    dead, hurt = read(
        "أسفر القصف عن 7 قتلى بينهم 3 مسعفين، إضافة لإصابة 14 آخرين غالبيتهم نساء.", "casualties"
    )

    assert (targets(dead), targets(hurt)) == ([], ["women"])


def test_people_counted_together_are_those_of_both_figures() -> None:
    """Two figures side by side share the people named behind both."""
    dead, hurt = read("سقط 3 قتلى و5 جرحى في صفوف المدنيين.", "casualties")

    assert targets(dead) == targets(hurt) == ["civilians"]


def test_who_only_owns_or_hosts_is_not_hit() -> None:
    """A verb right behind who was killed tells about him."""
    [claim] = read("جنود الجيش الفرنسي يقتلون مزارعاً استضاف قيادياً في تنظيم داعش.", "casualties")

    assert targets(claim) == []


def test_damage_at_the_places_hit_is_not_where_the_fires_broke_out() -> None:
    """Damage that says itself where it was takes no place of what is joined to it."""
    damage, fires = read(
        "وقعت أضرار كبيرة في المواقع التي طالها القصف واندلعت 4 حرائق على طريق تعز.", "damage"
    )

    assert (places(damage), places(fires)) == ([], ["Taiz"])


@pytest.mark.parametrize("side", ["من اتجاه البحر", "من فوق البحر", "من جهة الصحراء"])
def test_the_side_that_missiles_came_from_was_not_hit(side: str) -> None:
    """Words that say more exactly from where something came are no scene."""
    [claim] = read(f"أتت الصواريخ {side} غرب مدينة عدن واستهدفت مواقع في مدينة تعز.", "strike")

    assert places(claim) == ["Taiz"]


def test_a_day_between_commas_is_that_of_the_noun_it_tells_about() -> None:
    """«وهو أحد منفذي هجوم …،» is set off and dates another event."""
    [claim] = read(
        "قالت صحيفة الغارديان إن الضابط في الجيش اليمني، وهو أحد منفذي المجزرة في 16 نيسان 2013، ما زال في منصبه في قاعدة قرب تعز."
    )

    assert date(claim) == ""


@pytest.mark.parametrize(
    "how", ["بشكل مستمر", "باستمرار", "بصورة متكررة", "بشكل دائم", "بين الفينة والأخرى"]
)
def test_what_happens_all_the_time_brings_losses_all_the_time(how: str) -> None:
    """A habit, and what comes of it, is told as repeated and not as one event."""
    found = read(f"تتعرض مدينة تعز {how} لقصف الحوثيين، ما يؤدي إلى سقوط ضحايا مدنيين.")

    assert {claim.modality for claim in found} == {Modality.REPEATED}


@pytest.mark.parametrize("policy", ["لسياستهم في", "بسياستهم في", "سياستهم في"])
def test_a_policy_of_killing_tells_no_killing(policy: str) -> None:
    """A preposition written onto the word for a policy changes nothing."""
    assert read(f"هذه الهجمات استمرار {policy} قتل المدنيين.", "casualties") == []


def test_how_far_a_blast_was_heard_moves_nobody() -> None:
    """وصل دويها is no movement."""
    assert read("وصل دويها إلى مسافة 30 كم من مدينة تعز.", "movement") == []


def test_a_paper_that_counts_the_dead_is_not_among_them() -> None:
    """The subject of a verb of estimating is no victim."""
    [claim] = read("قدرت صحيفة الغارديان عدد الضحايا بنحو 350 شخصا.", "casualties")

    assert targets(claim) == []


def test_a_deed_set_beside_another_has_its_own_doer() -> None:
    """What only coincides with a deed told before neither does it nor is told anew."""
    [claim] = read(
        "قال ناشطون إن الغارات الروسية تزامنت مع قصف من فصائل المعارضة على مواقع الجيش في ريف حماة.",
        "strike",
    )

    assert actors(claim) == ["Syrian opposition factions"]


def test_what_is_judged_does_not_make_a_loss_behind_it_possible() -> None:
    """The أن of بعد أن belongs to no verb of judging."""
    found = read("هذه تعتبر ثالث حادثة من نوعها، بعد أن أصيب 4 أطفال بانفجار في مأرب.")

    assert {claim.modality for claim in found} == {Modality.ASSERTED}


def test_a_landing_that_aims_at_somebody_is_no_raid_from_the_air() -> None:
    """A verb behind a comma has the operation before it as its subject, the day between."""
    text = "نفذت قوات التحالف عملية إنزال جوي، فجر الجمعة 4 آب 2017، استهدفت خلالها عنصراً في داعش."

    assert [claim.kind for claim in read(text)] == ["clash"]


def test_what_is_tied_to_a_country_does_not_lie_there() -> None:
    """مرتبطة بـ and موالية لـ name whose it is and no scene."""
    [claim] = read("استهدفت غارات مواقع مرتبطة بإيران قرب مدينة صعدة.", "strike")

    assert places(claim) == ["Saada"]


def test_the_seat_of_the_unit_that_fired_was_not_hit() -> None:
    """Behind من مواقعه في and a unit, the place of the unit is no scene."""
    [claim] = read("قصف الحوثيون من مواقعهم في كتيبة المدفعية 285 في ذمار مدينة مأرب.", "strike")

    assert places(claim) == ["Marib"]


def test_who_tries_to_take_quarters_holds_none_of_them() -> None:
    """An attempt at control is no control."""
    text = "تشهد محافظة مأرب توتراً على خلفية محاولة الحوثيين السيطرة على أحياء مدينة مأرب."

    assert read(text, "control") == []


def test_talks_that_ended_in_a_deal_ended_no_displacement() -> None:
    """انتهت بـ says what came of talks, and a deal that lays down a departure plans it."""
    found = read("عقدت المحادثات أمس وانتهت باتفاق يقضي بتهجير 22 شخصاً من مدينة تعز.")

    assert {claim.modality for claim in found} <= {Modality.PLANNED, Modality.ASSERTED}


def test_from_where_people_were_driven_out_was_not_shelled() -> None:
    """Shelling takes no place from the displacement that it brought about."""
    shelling, _ = read("كررت قوات النظام قصفها، ما أدى إلى نزوح 25 عائلة من ريف حماة الشرقي.", "")

    assert (shelling.kind, places(shelling)) == ("strike", [])


def test_who_is_named_before_a_pause_is_not_who_was_killed_behind_it() -> None:
    """A verb of loss with a subject of its own befalls nobody before the pause."""
    [claim] = read("في سياسة لملاحقة النازحين إلى ملجئهم، قُتل مدني في مأرب.", "casualties")

    assert targets(claim) == ["civilians"]


@pytest.mark.parametrize("word", ["ذلك", "هذا الأمر"])
def test_what_a_fact_points_to_is_said_by_the_publisher(word: str) -> None:
    """A pronoun that points back is no speaker."""
    text = f"قصف الجيش التركي بلدة في الحسكة. ويشير {word} إلى أن الجيش قتل 3 مدنيين في رأس العين."

    assert read(text, "casualties")[-1].speaker.source == "text.txt"


def test_mines_that_spread_move_nobody() -> None:
    """What lies around everywhere is no movement."""
    assert read("مخلفات قصف الجيش تنتشر في المناطق الزراعية في مأرب.", "movement") == []


def test_who_is_answered_did_not_do_what_answers_it() -> None:
    """Behind «رداً على عملية أطلقتها …» the main verb has its own doer."""
    text = "رداً على عملية أطلقتها تركيا في الشمال، تقصف قوات سوريا الديمقراطية قاعدة في مارع."
    [claim] = read(text, "strike")

    assert (actors(claim), targets(claim)) == (["Syrian Democratic Forces"], [])


@pytest.mark.parametrize(
    "text",
    [
        "عادت 290 عائلة هجرتهم جماعة الحوثي من الحديدة.",
        "عادت 290 عائلة هجّرتهم جماعة الحوثي من الحديدة.",
    ],
)
def test_who_stands_behind_a_verb_with_its_object_on_it_did_it(text: str) -> None:
    """هجرتهم has its object: the party behind it drove them out and was not driven out."""
    [claim] = read(text, "displacement")

    assert (actors(claim), targets(claim)) == (["Houthis"], [])


def test_people_counted_by_one_figure_are_not_those_of_the_next() -> None:
    """The children of a list are no target of the claim on the man before them."""
    man, woman, children = read("أصيب رجل مسن وامرأة وثلاثة أطفال في قصف على دارفور.", "casualties")

    assert (targets(man), targets(woman), targets(children)) == ([], [], ["children"])


@pytest.mark.parametrize("verb", ["تعهد", "يتعهد"])
def test_a_promise_to_shell_is_planned(verb: str) -> None:
    """Who promises a deed has not done it."""
    [claim] = read(f"{verb} الحوثيون بقصف مطار أبوظبي.", "strike")

    assert claim.modality is Modality.PLANNED


def test_what_people_are_afraid_of_has_not_happened() -> None:
    """مخاوفهم is a fear whosever it is."""
    assert read("أعرب السكان عن مخاوفهم من قصف جديد على مدينة تعز.", "strike") == []


def test_one_of_a_force_is_who_was_sniped_at() -> None:
    """Behind a verbal noun أحد عناصر names who was hit."""
    [claim] = read("تمكن المسلحون من قنص أحد عناصر الجيش السوري قرب إدلب.", "clash")

    assert "Syrian army" in targets(claim)


def test_a_body_found_is_a_loss_with_the_day_between() -> None:
    """Between the verb of finding and the body stand its subject and its day."""
    text = "قال ناشطون إن رعاة عثروا، فجر الأحد، على جثة شاب مجهول الهوية في مدينة الميادين."
    [claim] = read(text)

    assert (claim.kind, targets(claim)) == ("casualties", [])


@pytest.mark.parametrize("held", ["تجمعين", "مقر", "حاجزين"])
def test_an_operation_in_what_a_force_holds_is_not_its_own(held: str) -> None:
    """Who announces an operation at two gatherings of a force did it, and the force was hit."""
    [claim] = read(
        f"أعلنت حركة الشباب تنفيذ عمليتين انغماسيتين في {held} لقوات الحكومة الصومالية قرب بيدوا.",
        "clash",
    )

    assert (actors(claim), len(targets(claim))) == (["Al-Shabaab"], 1)


def test_who_shelled_helps_nobody() -> None:
    """Relief has no doer from the shelling before it."""
    [claim] = read(
        "جرحى مدنيون جراء القصف المدفعي للحوثيين على مدينة تعز، فرقنا أسعفت قسماً منهم إلى المشفى.",
        "relief",
    )

    assert actors(claim) == []
