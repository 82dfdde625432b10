"""Values that no word of an English sentence leads to: left out where nothing says so, given where it does."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import actors, places, read, targets


@pytest.mark.parametrize(
    "text",
    [
        "The United States strongly condemned a raid that killed a guard.",
        "Norway keeps two frigates there, and four sailors were killed.",
        "Donors sent 40 trucks of aid for Chad, and two drivers were killed.",
        "Envoys asked the council to refer Eritrea to the court after 12 men were killed.",
        "A levy cost the Sudan budget 4 million pounds after 12 men were killed.",
    ],
)
def test_a_country_that_acts_gains_or_is_spoken_of_is_no_scene(text: str) -> None:
    """Nothing says that it happened there."""
    assert all(places(one) == [] for one in read(text))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Nine men were killed in neighbouring Chad.", ["Chad"]),
        ("A blast killed nine men in southeast Niger.", ["Niger"]),
        ("A blast killed nine men in Agadez, Niger.", ["Agadez", "Niger"]),
        ("Nine men were killed in Niger and Chad.", ["Niger", "Chad"]),
        ("Niger attack: nine men killed", ["Niger"]),
        ("Missiles were fired towards Israel on Sunday.", ["Israel"]),
        ("Thousands fled Niger on Sunday.", ["Niger"]),
    ],
)
def test_a_country_that_a_word_of_place_a_list_or_a_deed_leads_to_is_a_scene(
    text: str, where: list[str]
) -> None:
    """Also where an adjective or a side of it stands between, and as the label of a deed."""
    found = [one for one in read(text) if one.kind != "other"]
    assert places(found[-1]) == where


@pytest.mark.parametrize(
    "text",
    [
        "The firm won a contract to build rocket engines for the air force.",
        "The army is thought to have 30 missiles.",
        "A rocket carried a satellite into orbit.",
        "The defence ministry will station missiles in the north.",
    ],
)
def test_a_munition_that_nobody_fires_is_no_strike(text: str) -> None:
    """What somebody has, builds, stations or sends up."""
    assert read(text, "strike") == []


@pytest.mark.parametrize(
    "text",
    [
        "Three rockets landed near the port of Latakia.",
        "Two shells on the market of Kaduna on Sunday.",
        "A missile tore into a bakery in Kaduna.",
        "Rebels fired 12 rockets at an airfield near Kaduna.",
        "A man was wounded by a mortar bomb in Kaduna.",
    ],
)
def test_a_munition_that_is_fired_falls_or_hits_is_a_strike(text: str) -> None:
    """Whether the word for that stands before or behind it."""
    assert len(read(text, "strike")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen on motorcycles attacked the village of Tera on Sunday.",
        "Armed men riding motorcycles came to the village of Tera.",
    ],
)
def test_what_armed_people_ride_on_is_not_hit(text: str) -> None:
    """Neither in their attack nor on their way."""
    assert all("vehicle" not in targets(one) for one in read(text))


def test_a_vehicle_that_is_attacked_is_hit() -> None:
    """Where the deed stands right before it."""
    told = read("Gunmen opened fire on motorcycles near Tera on Sunday.", "clash")
    assert targets(told[0]) == ["vehicle"]


@pytest.mark.parametrize(
    "text",
    [
        "Jordan helped in the defence against Iran's unprecedented drone attack on Sunday.",
        "Allies stand with Ukraine against Russian aggression after a strike on Odesa.",
    ],
)
def test_whose_attack_others_stand_up_to_is_not_hit_by_it(text: str) -> None:
    """The name behind *against* says who attacks."""
    hit = {name for one in read(text) for name in targets(one)}
    assert not any(name.startswith(("Iran", "Russia")) for name in hit)


def test_who_is_fought_is_hit() -> None:
    """An armed group behind *against* with no deed of its own."""
    told = read("Jets flew strikes against Islamic State positions near Hit on Sunday.", "strike")
    assert targets(told[0]) == ["ISIS"]


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State claimed a suicide bombing at a hotel in Kabul on Sunday.",
        "Islamic State claims Kabul hotel bombing",
    ],
)
def test_an_armed_group_that_claims_an_attack_did_it_and_doubts_nothing(text: str) -> None:
    """The noun of the attack is what it claims."""
    told = next(one for one in read(text) if one.kind in {"strike", "clash"})
    assert (actors(told), told.modality) == (["ISIS"], Modality.ASSERTED)


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State claimed that an air strike killed ten of the soldiers.",
        "Israel claimed strikes had destroyed a depot near Hama.",
    ],
)
def test_who_claims_that_something_was_so_is_only_believed_as_far_as_that(text: str) -> None:
    """A statement behind the verb, or a state that speaks."""
    assert all(one.modality is Modality.DOUBTED for one in read(text))


def test_a_loss_that_others_vow_to_answer_is_no_plan() -> None:
    """Behind *after* stands what was done."""
    told = read("Ministers vowed to hit back after a bombing killed nine in Ankara.", "casualties")
    assert told[0].modality is Modality.ASSERTED


def test_an_attack_that_somebody_vows_is_a_plan() -> None:
    """No *after* between both."""
    told = read("The group vowed to attack Ankara after the summer.", "clash")
    assert told[0].modality is Modality.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has faced attacks by al-Shabaab near Garissa.",
        "Police were on alert in Garissa after an attack near a school.",
        "Kenya has been a target of bombings in Garissa.",
        "Ministers blamed a bombing in Garissa on rebels, an attack Kenya blamed on others.",
    ],
)
def test_who_suffers_answers_or_blames_somebody_for_an_attack_did_not_do_it(text: str) -> None:
    """The verb between a name and the noun of an attack tells of something else."""
    done = {name for one in read(text) if one.kind in {"clash", "strike"} for name in actors(one)}
    assert done.isdisjoint({"Kenya", "police"})


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Al-Shabaab has stepped up attacks near Garissa.", ["Al-Shabaab"]),
        ("Al-Shabaab opened a new offensive near Garissa.", ["Al-Shabaab"]),
        ("Kenyan forces have been fighting near Garissa.", ["Kenyan forces"]),
    ],
)
def test_who_opens_steps_up_or_is_in_a_fight_does_it(text: str, doers: list[str]) -> None:
    """A verb of attacking stands between, or the deed itself goes on."""
    assert actors(read(text, "clash")[0]) == doers


@pytest.mark.parametrize(
    "text",
    [
        "The bank was hit by a cyber attack on Sunday.",
        "The ministry said shark attacks were rare.",
    ],
)
def test_an_attack_on_computers_or_by_an_animal_is_no_clash(text: str) -> None:
    """No war is told of."""
    assert read(text, "clash") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three states withdrew from the treaty in 2016.", "movement"),
        ("Twelve hikers set off on Sunday from Aspen.", "clash"),
        ("Police seized documents at a flat in Lyon.", "control"),
    ],
)
def test_a_verb_of_war_with_a_peaceful_object_tells_no_such_deed(text: str, kind: str) -> None:
    """A treaty is left, a journey begun, papers taken."""
    assert read(text, kind) == []


def test_a_verb_of_war_with_its_own_object_tells_it() -> None:
    """Troops leave a town, rebels take one, a bomb is set off."""
    assert len(read("The army withdrew from Hama on Sunday.", "movement")) == 1
    assert len(read("Rebels seized the town of Saraqib on Sunday.", "control")) == 1
    assert len(read("Rebels set off a bomb near Saraqib on Sunday.", "clash")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nine men were killed in Kano and the toll is expected to rise.",
        "The Houthis have claimed responsibility for the attack, and we will hold them to account.",
    ],
)
def test_what_was_done_is_no_plan_because_something_else_will_be(text: str) -> None:
    """The plan stands behind *and*."""
    told = [one for one in read(text) if one.kind in {"casualties", "clash"}]
    assert told[0].modality is Modality.ASSERTED


def test_each_item_of_a_list_has_its_own_day_and_place() -> None:
    """A semicolon parts them."""
    told = read(
        "Officials spoke of a blast in Kano on Friday that killed 12 people; an attack in Jos on "
        "Saturday that killed 20 people; and shelling in Yola on Sunday that killed 30 people.",
        "casualties",
    )
    assert [places(one) for one in told] == [["Kano"], ["Jos"], ["Yola"]]


@pytest.mark.parametrize(
    "text",
    [
        "The US-backed commander of the group left for talks on Sunday.",
        "The envoy spoke of the law of armed conflict on Sunday.",
        "The minister backed out of the talks in Geneva.",
    ],
)
def test_a_word_of_support_or_arms_that_only_describes_is_no_force(text: str) -> None:
    """Nobody is told to back or to arm anybody."""
    assert read(text, "force") == []


def test_who_is_told_to_back_somebody_is_a_force() -> None:
    """The verb of the sentence."""
    assert len(read("Ankara has backed the brigades in Azaz since 2016.", "force")) == 1


def test_words_left_of_a_sentence_are_no_claim() -> None:
    """*Before retreating* names nobody and tells nothing."""
    told = read("Gunmen burnt three huts in Tera, and killed several goats before retreating.")
    assert [one.kind for one in told] == ["damage", "casualties"]
    assert len(read("Nine people fled.", "displacement")) == 1


def test_a_short_clause_with_its_own_subject_is_told() -> None:
    """*Then another missile hit* and *before he detonated it* have one."""
    assert len(read("Then another missile hit.", "strike")) == 1


def test_both_before_two_countries_is_no_word_that_hides_them() -> None:
    """*In both Iraq and Syria* names two scenes."""
    told = read("The group killed nine men in both Iraq and Syria in 2018.", "casualties")
    assert places(told[0]) == ["Iraq", "Syria"]


def test_in_advance_is_no_advance() -> None:
    """Troops that advance do."""
    assert read("The raid was prepared six months in advance.", "movement") == []
    assert len(read("The advance of the army towards Hama halted.", "movement")) == 1


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Nine people were killed outside a hotel in Kano.", []),
        ("A strike on a hotel in Kano killed nine people.", ["hotel"]),
    ],
)
def test_where_people_died_is_hit_only_where_an_attack_on_it_is_told(
    text: str, hit: list[str]
) -> None:
    """*Outside a hotel* says where."""
    assert targets(read(text, "casualties")[0]) == hit


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Ukrainian forces are killing 900 soldiers every day.", ["Ukrainian forces"]),
        ("IS killed 28 people in Hit.", ["ISIS"]),
    ],
)
def test_who_is_killing_is_not_killed(text: str, doers: list[str]) -> None:
    """A verb in *-ing* behind *are* is active, and *IS* is a name."""
    told = read(text, "casualties")[0]
    assert (actors(told), "Ukrainian forces" in targets(told)) == (doers, False)
