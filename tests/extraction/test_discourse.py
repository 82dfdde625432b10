"""What a sentence takes from the ones before it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read


def test_the_raid_is_the_one_told_before() -> None:
    """A deed with the article has the day and place of the last event."""
    text = "A drone strike hit a market in Kherson on 2 May 2019. The strike killed six people."

    [dead] = read(text, "casualties")

    assert (date(dead), places(dead)) == ("2019-05-02", ["Kherson"])


def test_the_town_is_the_town_named_before() -> None:
    """البلدة means the last place that was called a town, not the last city."""
    text = "استهدفت غارات بلدة سرمين قرب مدينة إدلب الثلاثاء. وتجدد القصف المدفعي على البلدة اليوم."

    strikes = read(text, "strike")

    assert places(strikes[-1]) == ["Sarmin"]
    assert date(strikes[-1]) == "2019-05-04"


def test_an_earlier_event_takes_nothing() -> None:
    """A sentence that goes back in time keeps only what it says."""
    text = "استهدفت غارات بلدة سرمين الثلاثاء. وكانت الغارات قد أوقعت خمسة قتلى الشهر الماضي."

    dead = read(text, "casualties")

    assert [date(claim) for claim in dead] == ["2019-04"]
    assert [places(claim) for claim in dead] == [[]]


def test_a_place_of_its_own_is_kept() -> None:
    """Another town is another event."""
    text = "قتل ثلاثة مدنيين بقصف على سرمين. وقتل طفل في أريحا."

    assert [places(claim) for claim in read(text, "casualties")] == [["Sarmin"], ["Ariha"]]


def test_some_of_the_strikes_point_at_none() -> None:
    """One of many deeds has no known place."""
    text = "شن التحالف غارات على البوكمال في 2 أيار 2019. بعض الضربات دمرت مباني للتنظيم."

    assert places(read(text)[-1]) == []


def test_earlier_in_the_day_is_that_day() -> None:
    """The words name the day of the event told before."""
    text = (
        "A tank shelled a hotel in Baghdad on Tuesday, killing two people. "
        "Earlier in the day a bomb struck an office in Mosul."
    )

    assert date(read(text, "strike", published="2003-04-09")[-1]) == "2003-04-08"


def test_an_answer_speaks_of_the_deed_told_before_it() -> None:
    """*The army said it had struck …* right behind the account of a strike is of that strike, a denial has no day."""
    told = (
        "In March a mine killed a farmer in Mosul. "
        "Air strikes hit the city of Kherson on Monday, residents said. "
    )

    [_, answer] = read(told + "Russia said it had struck fighters.", "strike")
    [_, denial] = read(told + "Russia said it had not struck the city.", "strike")

    assert (date(answer), places(answer)) == ("2019-04-29", ["Kherson"])
    assert (date(denial), places(denial)) == ("", ["Kherson"])


def test_a_retelling_at_the_same_place_is_of_the_same_day() -> None:
    """The lead dates the raid, the activists below tell it again of the same village."""
    text = (
        "استشهد ثلاثة مدنيين اليوم بقصف على قرية سرمين. "
        "وقال ناشطون إن قوات النظام استهدفت منزلاً في قرية سرمين، ما أدى إلى إصابة طفل."
    )

    assert {date(claim) for claim in read(text)} == {"2019-05-04"}


def test_a_retelling_long_after_another_day_has_no_day() -> None:
    """Two days at one place: neither is carried."""
    text = (
        "قصفت طائرات بلدة سرمين في 2 أيار. وقصفتها مدفعية في 3 أيار بلدة سرمين أيضاً. "
        "وقال ناشطون إن مسجداً استهدف في بلدة سرمين."
    )

    assert date(read(text, "strike")[-1]) == ""


def test_the_only_scene_holds_for_what_follows() -> None:
    """A document of one town: the wounded below are of that town; with a second town they are left open."""
    raid = "قصفت طائرات حربية بلدة سرمين. "
    hurt = "وأصيب سبعة مدنيين بجروح."

    [there] = read(raid + hurt, "casualties")
    [open_one] = read(raid + "ووصلت فرق الإسعاف من مدينة أريحا إلى المكان. " + hurt, "casualties")

    assert places(there) == ["Sarmin"]
    assert "Ariha" not in places(open_one)


def test_a_further_deed_without_a_subject_has_the_one_before() -> None:
    """كما اعتقلت: the same force."""
    first, second = read("اعتقلت قسد شاباً في الرقة، كما اعتقلت مدنياً في الطبقة.", "arrest")

    assert actors(first) == actors(second) == ["Syrian Democratic Forces"]


def test_a_place_before_dots_is_of_its_headline_alone() -> None:
    """إدلب.. مقتل …: the town of the cause comes before the province of the label."""
    dead, _ = read("إدلب.. مقتل شخصين جراء استهداف سوق في بلدة سرمين")

    assert places(dead) == ["Sarmin"]


def test_the_thing_that_was_hit_is_known_by_its_article() -> None:
    """*The station* is the one that the event told before names."""
    text = (
        "In March a mine killed a farmer in Mosul. "
        "Missiles struck a railway station in Kramatorsk on Friday. "
        "Two rockets hit the station at noon."
    )

    last = read(text, "strike")[-1]

    assert (date(last), places(last)) == ("2019-05-03", ["Kramatorsk"])


def test_an_account_without_a_place_leaves_the_event_where_it_was() -> None:
    """What one more source counts of the same day does not make the place forgotten."""
    text = (
        "In March a mine killed a farmer in Mosul. "
        "A strike hit a camp near Raqqa on Friday. Dozens were killed, state media said. "
        "Russia's defence ministry said 25 people were injured."
    )

    last = read(text, "casualties")[-1]

    assert (date(last), places(last)) == ("2019-05-03", ["Raqqa"])


def test_a_log_of_several_sums_times_its_lists() -> None:
    """The time of the first sum is that of the next one, and of all lines below both."""
    text = (
        "Between 8 a.m., March 9, and 8 a.m., March 10, six airstrikes were conducted in Syria. "
        "Separately, eight airstrikes were conducted in Iraq.\n"
        "- Near Hasakah, two airstrikes struck a tactical unit.\n"
        "- Near Kirkuk, five airstrikes struck units and destroyed an excavator.\n"
    )

    assert {date(claim) for claim in read(text)} == {"2019-03-09/2019-03-10"}


def test_what_came_of_an_event_right_behind_it_is_of_its_day_and_place() -> None:
    """A loss of no other doer, and a deed among *them*, go on with it; another army's deed does not."""
    text = (
        "On 2 May 2019 some 150 people were shot at in Kherson. A mortar shell exploded among them. "
        "Russian artillery shelled a bridge."
    )

    first, shell, bridge = read(text)

    assert (date(shell), places(shell)) == (date(first), places(first)) != ("", [])
    assert places(bridge) == []


def test_the_next_day_is_counted_from_the_last_event_and_not_from_today() -> None:
    """*Said today* tells when it was said."""
    text = "Soldiers detained 18 men in Harasta on 25 April, HRW said today. Five were released the next day."

    assert [date(claim) for claim in read(text, "arrest")] == ["2019-04-25", "2019-04-26"]


def test_the_last_lines_of_a_post_are_told_without_a_full_stop() -> None:
    """Lines below a paragraph are other titles on a page, and more of the post where nothing else is around it."""
    text = (
        "Coalition warplanes bombed a neighbourhood of Raqqa tonight, names of the dead to follow soon.\n"
        "Artillery shelled the town of Hajin since dawn\n"
        "Warplanes bombed the village of Susah at noon\n"
    )

    assert len(read(text, "strike")) == 3


def test_an_hour_without_a_day_is_of_the_day_told_before() -> None:
    """*At about 13:20* dates nothing by itself; a hospital elsewhere keeps its own place."""
    text = "On 2 May 2019 shells hit Kherson. At about 13:20, a hospital in Odesa was hit."

    last = read(text, "strike")[-1]

    assert (date(last), places(last)) == ("2019-05-02", ["Odesa"])


def test_moments_later_is_there_as_well() -> None:
    """*Minutes later* keeps day and place; an aircraft that fires makes a strike."""
    text = "Jets bombed Kherson on 2 May 2019. Minutes later, a helicopter fired at the crowd."

    last = read(text, "strike")[-1]

    assert (date(last), places(last)) == ("2019-05-02", ["Kherson"])


def test_a_deed_named_by_its_day_dates_what_was_told_before_it() -> None:
    """*Friday's attack* is the attack of the lead, and no deed told anew."""
    text = (
        "Around 70 people were killed in an attack on a hospital in Kherson, medics said on Saturday. "
        "The charity said 19 patients were wounded in Friday's attack."
    )

    found = read(text)

    assert {(claim.kind, date(claim)) for claim in found} == {
        ("casualties", "2019-05-03"),
        ("clash", "2019-05-03"),
    }
    assert [claim.kind for claim in found].count("clash") == 1


def test_the_hours_that_a_bulletin_covers_hold_for_its_events() -> None:
    """*Over the past 24 hours* heads the whole bulletin; a day stated later is its own."""
    text = (
        "Over the past 24 hours, aviation struck a depot near Kramatorsk. "
        "Units repelled three attacks close to Bakhmut. On 1 May a bridge in Kherson was destroyed."
    )

    assert [date(claim) for claim in read(text)] == [
        "2019-05-03/2019-05-04",
        "2019-05-03/2019-05-04",
        "2019-05-01",
    ]


def test_a_government_speaks_in_its_capital_of_what_happens_elsewhere() -> None:
    """*In Sanaa, the foreign ministry said* tells no place of the deed; a mayor's town does."""
    minister, mayor = read(
        "In Sanaa, the foreign ministry said 22 people were killed. "
        "In Kharkiv, the mayor said two people were killed.",
        "casualties",
    )

    assert (places(minister), places(mayor)) == ([], ["Kharkiv"])


def test_where_it_was_fired_from_is_no_scene() -> None:
    """Rockets fall where they fall."""
    text = "Militants fired two rockets on Monday from the Jihad district of Baghdad at Balad."

    (strike,) = read(text, "strike")

    assert "Baghdad" not in places(strike)


def test_each_count_has_the_place_behind_it() -> None:
    """A number without a noun counts what the one before counted."""
    found = read("Up to 70 people were killed in Kherson and 30 in Odesa.", "casualties")

    assert [(claim.quantities[0].high, places(claim)) for claim in found] == [
        (70, ["Kherson"]),
        (30, ["Odesa"]),
    ]


def test_a_village_told_about_by_its_kind_is_a_place() -> None:
    """A name before *a village in* is a place, though no gazetteer lists it."""
    (loss,) = read("In Pazigyi, a village in Sagaing, soldiers killed 12 people.", "casualties")

    assert "Pazigyi" in places(loss)


def test_the_same_day_is_not_that_of_the_saying() -> None:
    """*Said on Tuesday evening* dates the words; the same day is that of the event."""
    text = (
        "Boko Haram attacked a base in Bol on Monday, the president said on Tuesday evening. "
        "On the same day an ambush in Maiduguri left 50 soldiers dead."
    )

    assert {date(claim) for claim in read(text)} == {"2019-04-29"}


def test_people_waiting_somewhere_are_where_the_shell_fell() -> None:
    """A sentence with day and place that tells no deed is the scene of what is told right behind it."""
    text = "On 2 May 2019 40 people were waiting for bread in Kherson. A shell exploded among them."

    last = read(text, "strike")[-1]

    assert (date(last), places(last)) == ("2019-05-02", ["Kherson"])


def test_the_only_day_of_a_document_is_not_that_of_another_town() -> None:
    """What happened elsewhere has no day because one day is named for another town."""
    text = "قتل خمسة مدنيين بقصف على سرمين الثلاثاء.\n\nودمرت غارات منزلين في خان يونس."

    assert [date(claim) for claim in read(text, "damage")] == [""]


def test_a_fire_in_the_same_town_further_below_has_no_day() -> None:
    """The same town in another paragraph, told by nobody else, may be another event."""
    text = (
        "قتل ثلاثة مدنيين بقصف على بلدة سرمين يوم الثلاثاء 30 نيسان 2019.\n\n"
        "وأصيب طفل في أريحا يوم 1 أيار 2019.\n\nواندلع حريق في حقل قمح في سرمين."
    )

    assert [date(claim) for claim in read(text, "damage")] == [""]


def test_a_title_takes_nothing_from_what_stands_above_it() -> None:
    """The headline of another article within a page has only the day that it names itself."""
    text = (
        "قتل طفلان بانفجار وقع يوم الثلاثاء 30 نيسان 2019 في بلدة سرمين بريف إدلب.\n\n"
        "جرحى بانفجار في بلدة سرمين بريف إدلب |فيديو\n\n"
        "وفي 3 آذار 2019 قتل شاب بانفجار لغم في مدينة بنش بريف إدلب."
    )

    assert [date(claim) for claim in read(text, "clash")] == ["2019-04-30", "", "2019-03-03"]


def test_where_rockets_were_fired_from_is_no_place_of_theirs() -> None:
    """من تل رفعت على عفرين: only the town behind على was hit; في كل من names two scenes."""
    shot = read("هجوم صاروخي نفذه مسلحون من مدينة تل رفعت على عفرين.", "strike")
    both = read("قصفت الفصائل مواقع في كل من سراقب وبنش.", "strike")

    assert [places(claim) for claim in (*shot, *both)] == [["Afrin"], ["Saraqib", "Binnish"]]


def test_who_died_of_wounds_did_not_die_on_the_day_of_the_strike() -> None:
    """متأثراً بجراحه: the place and the doer of what hurt him, not its day."""
    text = "توفي طفل متأثراً بجراحه جراء غارات روسية على بلدة سرمين يوم الثلاثاء 30 نيسان 2019."

    [dead] = read(text, "casualties")

    assert (date(dead), places(dead)) == ("", ["Sarmin"])


def test_in_a_related_matter_another_event_is_told() -> None:
    """وفي سياق متصل: the same town, and no day from above."""
    text = (
        "قتل طفل بقصف على بلدة سرمين يوم الثلاثاء 30 نيسان 2019.\n\n"
        "وفي سياق متصل، جددت قوات النظام القصف على بلدة سرمين."
    )

    assert date(read(text, "strike")[-1]) == ""


def test_a_day_that_names_a_deed_dates_nothing_told_after_another_day() -> None:
    """*Tuesday's raids* are of Tuesday; what a bulletin of several days told above them is not."""
    text = (
        "Shells hit a village near Tyre. On 29 September a tank was hit there. "
        "Tuesday's raids killed 55 people."
    )
    first, *_ = read(text, published="2024-10-02")

    assert date(first) == ""


def test_an_overall_toll_is_none_of_the_last_event() -> None:
    """الحصيلة الإجمالية counts since the war began: neither day nor place of the strike above."""
    text = (
        "قتل خمسة مدنيين بغارة على بلدة سرمين يوم الثلاثاء 30 نيسان 2019.\n\n"
        "وبحسب وزارة الصحة، بلغت الحصيلة الإجمالية 9061 قتيلاً."
    )

    [*_, overall] = read(text, "casualties")

    assert (date(overall), places(overall)) == ("", [])


def test_behind_an_event_elsewhere_nothing_is_of_the_day_above() -> None:
    """The house hit in the sentence of another city's strikes is of the day of these, which nobody states."""
    text = (
        "قتل عشرة جنود بصاروخ على معسكر في مدينة مأرب يوم الجمعة.\n\n"
        "ورداً على ذلك قصف الطيران مدينة صنعاء، كما استهدف منزل مسؤول، وأسفرت الغارات عن مقتل 27 مدنياً."
    )

    assert date(read(text, "casualties")[-1]) == ""


def test_losses_before_a_displacement_are_not_those_of_its_towns() -> None:
    """وأصيب 80، ونزح سكان عين زارة: where people fled from is not where others were hurt."""
    text = "وأصيب 80 شخصاً، ونزح 4500 من سكان عين زارة."

    assert [places(claim) for claim in read(text, "casualties")] == [[]]


def test_the_days_on_which_pages_were_put_up_are_of_no_event() -> None:
    """A page and its links carry days on lines of their own: none of them dates what an Arabic article tells of a year."""
    text = (
        "عنب بلدي\n\n31/12/2021\n\nقُتل مدنيان بقصف جوي روسي على بلدة سرمين.\n\n"
        "كما وثّق المكتب 1000 هجوم بالقذائف المدفعية.\n\nمقالات متعلقة\n\n30/12/2021\n"
    )

    assert {date(claim) for claim in read(text, published="2021-12-31")} == {""}


def test_what_goes_on_for_years_is_of_no_single_day() -> None:
    """وتهجير الآلاف خلال سنوات: joined to a raid of today, and not of today."""
    text = "استهدف قصف مدفعي بلدة سرمين يوم الثلاثاء 30 نيسان 2019، وتسبب بمقتل خمسة مدنيين وتهجير مئات الآلاف خلال سنوات."

    assert [date(claim) for claim in read(text, "casualties")] == ["2019-04-30"]
    assert [date(claim) for claim in read(text, "displacement")] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت المدفعية بلدة خوخة في 3 شباط 2018. وتخوض الجماعة حرباً منذ سنوات. وأسقطت الدفاعات الجوية طائرة مسيرة.",
        "Guns shelled the port of Mocha on 3 February 2018. The group runs its own courts. Air defences shot down a drone.",
        "A mortar killed a farmer in Taiz on 3 February 2018. The army shot down two drones, it said.",
    ],
)
def test_another_deed_is_not_of_the_only_day_of_the_text(text: str) -> None:
    """A day is carried where words point back; another deed of somebody else has none, though the text knows one day."""
    assert date(read(text, "damage", published="2018-02-20")[-1]) == ""


def test_a_toll_far_below_is_of_the_only_day() -> None:
    """*Among those killed* points to the dead that were told of, and the text knows one day."""
    text = (
        "A jet bombed a hall in the village of Arak on 8 June 2017, residents said. The government denied it. "
        "The village lies off the main road. It has a school. A priest spoke to reporters. "
        "Twelve children were among those killed."
    )

    assert date(read(text, "casualties", published="2017-06-10")[-1]) == "2017-06-08"


def test_one_of_two_deeds_counted_before_is_of_their_day() -> None:
    """*In the first, … in the second, …* take up what was counted with its day."""
    text = (
        "Two raids were carried out on 4 March 2016. In the first, troops seized a depot near Hit; "
        "in the second, an air strike near Rawah killed a commander."
    )

    assert date(read(text, "strike", published="2016-03-09")[-1]) == "2016-03-04"


def test_an_answer_to_an_older_raid_leaves_the_day_to_the_deed() -> None:
    """What a dated deed answers is not the event that goes on; what is set beside the deed is of its day."""
    text = (
        "قصفت المدفعية حياً في مدينة مأرب يوم 11 كانون الثاني 2021 رداً على غارات على صعدة. "
        "وتزامن القصف مع اشتباكات شمال مدينة تعز."
    )

    raids, clash = read(text, "strike", published="2021-01-14")[1], read(text, "clash")[-1]

    assert (date(raids), date(clash)) == ("", "2021-01-11")


@pytest.mark.parametrize(
    "text",
    [
        "في 20 آذار 2018 قصفت المدفعية قرية معربليت جنوبي إدلب.\n\nوتركزت هجمات المدفعية هذا العام على ريف إدلب الجنوبي.",
        "On 20 March 2018 guns shelled a school in Arak. The attacks have killed dozens in the area this year.",
    ],
)
def test_what_is_told_of_a_whole_year_is_not_of_the_day_before_it(text: str) -> None:
    """A sum or a habit is not the one event before it, though it speaks of attacks with the article."""
    last = read(text, published="2018-06-01")[-1]

    assert date(last) == "2018"
    assert not {"Arak", "Maarbalit"} & set(places(last))


_LEAD = "قتل أربعة مدنيين الثلاثاء في قصف على ريف محافظة إدلب.\n\n"


def test_a_source_that_retells_the_lead_speaks_of_its_day() -> None:
    """The village lies inside of the province that the lead names."""
    text = _LEAD + "وأفادت مصادر محلية بأن قوات النظام قصفت بالمدفعية قرية سرمين بريف إدلب."

    assert [date(claim) for claim in read(text, "strike")] == ["2019-04-30", "2019-04-30"]


@pytest.mark.parametrize(
    "told",
    [
        "وأفادت مصادر محلية بأن قوات النظام قصفت بالمدفعية بلدة خان يونس.",
        "وأفادت مصادر محلية بأن غارة أخرى استهدفت قرية سرمين بريف إدلب.",
        "وأفادت مصادر محلية بأن قوات النظام كانت قد قصفت قرية سرمين بريف إدلب.",
        "قصفت قوات النظام بالمدفعية قرية سرمين بريف إدلب.",
    ],
)
def test_what_retells_no_lead_has_no_day_of_it(told: str) -> None:
    """Another place, one more raid, an earlier deed, and what nobody is quoted for."""
    assert date(read(_LEAD + told, "strike")[-1]) == ""
