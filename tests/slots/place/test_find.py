"""What holds for every text: spans, order, context, speed that grows with length only."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.slots.place import contains, find_places
from claims.text.tokens import tokens
from tests.steps import steps

CORPUS = Path(__file__).parent.parent / "corpus"


def sentences() -> list[str]:
    """All sentences of the corpus."""
    found: list[str] = []
    for language in ("ar", "en"):
        table = tomllib.loads((CORPUS / language / "places.toml").read_text("utf-8"))
        found += [sentence for meaning in table["meaning"] for sentence, _ in meaning["say"]]
        found += [sentence for never in table["never"] for sentence in never["say"]]
    return found


SENTENCES = sentences()
LETTERS = st.text(
    alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإؤئء ـًَّ،.\n#_\"«»()-0123٤abCDeK'@/", max_size=120
)
TEXTS = st.lists(st.sampled_from(SENTENCES) | LETTERS, max_size=6).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_place_quotes_its_text(text: str) -> None:
    """Spans quote the raw words, in order and apart; the id is the first candidate; containers contain."""
    end = 0
    for place in find_places(text):
        assert place.span.of(text) == place.text
        assert place.span.start >= end
        end = place.span.end
        assert place.candidates[:1] == ((place.id,) if place.id else ())
        assert all(contains(outer, place.id) for outer in place.within if place.id)
        assert (place.lat is None) == (place.lon is None)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_tokens_and_text_give_the_same(text: str) -> None:
    """A text that is cut already gives what the text itself gives."""
    assert find_places(tokens(text)) == find_places(text)


@pytest.mark.parametrize(
    ("near", "identifier"), [("country:LB", "geonames:266826"), ("country:LY", "geonames:2210247")]
)
def test_the_document_tells_homonyms_apart(near: str, identifier: str) -> None:
    """Tripoli is the one of the country that the rest of the document names."""
    assert find_places("انفجار في طرابلس", near=(near,))[0].id == identifier


def test_without_context_both_homonyms_stay() -> None:
    """A name that two large cities share keeps both as candidates."""
    assert {"geonames:266826", "geonames:2210247"} <= set(
        find_places("انفجار في طرابلس")[0].candidates
    )


def test_city_and_province_of_one_name_stay_candidates() -> None:
    """Bare Deir ez-Zor may be the city or the province."""
    assert find_places("قصف على دير الزور")[0].candidates == (
        "geonames:170794",
        "admin1:SY-deir-ez-zor",
    )


def test_a_seldom_place_is_silent_in_another_country() -> None:
    """A village name that is only known far from what the text is about is no such place."""
    text = "اشتباكات في إدلب وحلب وحماة وسط سوريا، وقصف على البريج"
    assert "geonames:281161" not in {place.id for place in find_places(text)}


def test_a_common_word_is_silent_without_context() -> None:
    """A village called Peace is a place only after a word that says so."""
    assert find_places("تحدثوا في السلام") == ()


def test_latin_names_in_an_arabic_text_need_more() -> None:
    """In a text known to be Arabic a bare Latin name is page furniture."""
    text = "قصف على سرمين\nHajin Media"
    assert "Hajin" not in {place.text for place in find_places(text, language="ar")}


def test_a_village_announced_once_is_named_again() -> None:
    """What was called a village keeps being a place when its name comes back after *in*."""
    text = "قصف على قرية بلنطون بريف حلب. وقال شهود إن الطيران عاد إلى القصف في بلنطون مساء."
    assert [place.name for place in find_places(text)].count("بلنطون") == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Baku said five people had died in Barda.", "Barda"),
        ("أذربيجان تعلن سقوط قذائف في ترتر", "ترتر"),
    ],
)
def test_what_lies_in_a_state_that_acts_is_not_far_off(text: str, words: str) -> None:
    """A state that speaks is no place in the text, but its towns are read more easily."""
    assert words in {place.text for place in find_places(text)}


def test_a_town_just_over_a_border_is_not_far_off() -> None:
    """Rockets fired at two towns of one country come from the next one."""
    text = "Rockets were fired at Sderot and Ashkelon from Beit Hanoun."
    assert [place.text for place in find_places(text)] == ["Sderot", "Ashkelon", "Beit Hanoun"]


def test_a_district_of_a_city_keeps_its_kind_word() -> None:
    """The word *district* belongs to the name before it, not to the city behind it."""
    text = "A missile fell on the Shuala district of Baghdad."
    assert [place.text for place in find_places(text)] == ["Shuala district", "Baghdad"]


def test_a_hotel_called_after_a_country_is_no_place_in_it() -> None:
    """A hotel, a hospital or a street has the name of a country and lies elsewhere."""
    (hotel,) = find_places("قصفت دبابة فندق فلسطين")
    assert (hotel.text, hotel.id) == ("فندق فلسطين", "")


def test_a_word_that_names_begin_with_is_no_name_before_another_word() -> None:
    """«عين» is a district of Shabwah, «عين السمن» a village that no gazetteer has."""
    (village,) = find_places("قصفت قرية عين السمن")
    assert village.name == "عين السمن"


@pytest.mark.parametrize(
    "text",
    [
        "أبرمت أنقرة وموسكو مذكرة تفاهم",
        "استهدفت إسرائيل، فجر الاثنين، مواقع عسكرية",
        "نقف بجانب سوريا",
    ],
)
def test_a_state_that_acts_is_no_place(text: str) -> None:
    """Behind a verb whose object is never a place, at the head of a sentence that strikes, or as one that is stood by."""
    assert find_places(text) == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [("أرياف حلب والحسكة والرقة", "countryside"), ("الطريق بين الرقة و #الحسكة", "between")],
)
def test_a_relation_holds_for_a_whole_list(text: str, relation: str) -> None:
    """It carries over from each name to the next, a hash between them or not."""
    assert {place.relation for place in find_places(text)} == {relation}


def test_an_english_article_tells_a_river_from_the_city_by_it() -> None:
    """*The Dnipro* is the river, *Dnipro* the city."""
    (river,) = find_places("on the left bank of the Dnipro")
    city = find_places("A missile hit Dnipro in Ukraine.")[0]
    assert (river.id, city.id) == ("local:dnipro-river", "geonames:709930")


def test_villages_of_one_list_lie_in_one_province() -> None:
    """A village of the same name in another province is not meant."""
    found = find_places("استهدفت قريتي سكندرون وربيعة جنوب تل حميس بريف الحسكة")
    assert "geonames:167880" not in {place.id for place in found}


def test_forces_a_plural_with_their_owner_do_not_make_a_capital_act() -> None:
    """«قواتها» ends like a verb with its object and is none."""
    assert [place.id for place in find_places("بلغراد تنفي دخول قواتها بريشتينا")] == [
        "geonames:786714"
    ]


ATTACKS = [
    "قرية " * 20_000,
    "قرى أ، " * 20_000,
    'مدينة "' * 20_000,
    "north of " * 20_000,
    "و" * 100_000,
    "دير " * 50_000,
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda text: text[:8])
def test_attack_strings_take_no_longer_than_their_length(attack: str) -> None:
    """Texts made to send a matcher astray take four times the work when four times as long."""
    short, long = (attack[: len(attack) // part] for part in (80, 20))
    find_places(short)
    assert steps(lambda: find_places(long)) < 6 * steps(lambda: find_places(short)) + 2_000
    assert all(place.span.of(attack) == place.text for place in find_places(attack))


def test_work_grows_with_length() -> None:
    """Four times the text takes about four times the work, on one line."""
    line = " ".join(SENTENCES) + " "
    find_places(line)
    once, more = tokens(line * 2), tokens(line * 8)
    assert steps(lambda: find_places(more)) < 6 * steps(lambda: find_places(once))


@pytest.mark.parametrize("text", ["وقع انفجار عند دمشق أمس.", "قصف الجيش مواقع عند بيروت أمس."])
def test_what_happens_at_a_capital_happens_there(text: str) -> None:
    """«عند» places a deed; what a state holds is said in other words."""
    assert len(find_places(text)) == 1


@pytest.mark.parametrize("when", ["5 آب", "يوم 5 آب 2016", "بتاريخ 5 آب/أغسطس 2016"])
def test_a_month_says_nothing_of_where_a_place_lies(when: str) -> None:
    """«آب» behind a figure is August, not Ibb, in whose province another town of that name lies; Ibb itself still does."""
    (found,) = find_places(f"قصف الطيران مدرسة في مدينة الرمادي في {when}.")
    assert found.id == "geonames:98717"
    there, ibb = find_places("قصف الطيران مدرسة في مدينة الرمادي بمحافظة إب.")
    assert ibb.id in there.within


def test_a_town_in_the_name_of_a_person_is_no_place() -> None:
    """Behind a given name of two words the next is a name too: عبد الفتاح المسيفرة, أبو يعقوب محجة."""
    found = find_places("قتل في القصف عبد الفتاح المسيفرة وأبو يعقوب محجة في درعا.")
    assert [place.text for place in found] == ["درعا"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a bomb went off in San Pedro, Colombia", ["Colombia"]),
        ("gunmen raided a farm in Cordoba, Colombia", ["Colombia"]),
        ("a shell hit Tripoli, Lebanon", ["Tripoli (Lebanon)", "Lebanon"]),
        ("attacks in Aleppo, Iraq and Yemen", ["Aleppo", "Iraq", "Yemen"]),
        ("Rebels raided Oicha.", ["Oicha"]),
        ("The house of the al-Rafah family burned.", []),
    ],
)
def test_an_english_town_lies_in_the_country_that_its_address_names(
    text: str, names: list[str]
) -> None:
    """A namesake in another country is not taken; a list of countries is no address, the name of a family no place."""
    assert [one.name for one in find_places(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قتل خمسة أشخاص في تعز مساء الأحد", "Taiz"),
        ("قتل خمسة أشخاص في غروزني", "Grozny"),
        ("ارتفعت حصيلة الغارة على ميرانشاه إلى تسعة قتلى", "Miranshah"),
        ("أوقع القصف التركي على زاخو قتلى", "Zaxo"),
    ],
)
def test_a_short_text_names_its_city_in_arabic(text: str, name: str) -> None:
    """Behind *in* or *raid on* a city, and a name that means one place alone, needs no country beside it."""
    assert [place.name for place in find_places(text)] == [name]


@pytest.mark.parametrize("text", ["الصورة في صور قديمة", "اجتماع في بني ملال القديمة"])
def test_a_word_or_the_head_of_a_longer_name_is_no_city(text: str) -> None:
    """What is a word of the language, or begins many names, stays unread behind *in*."""
    assert not [place for place in find_places(text) if place.name in {"Tyre", "Buni"}]


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("shells fell on the central city of Poltava", "Poltava", "in"),
        ("in Poland's eastern city of Lublin", "Lublin", "in"),
        ("in western Lviv", "Lviv", "western"),
        ("west of the city of Lviv", "Lviv", "west of"),
        ("on the eastern outskirts of the city of Lviv", "Lviv", "eastern outskirts"),
    ],
)
def test_an_adjective_before_city_of_tells_which_city(text: str, name: str, relation: str) -> None:
    """*The western city of Lviv* is all of it, a city in the west of its country."""
    found = [(place.name, place.relation) for place in find_places(text)]

    assert (name, relation) in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("shelling in northern Gaza", "Gaza Strip"),
        ("a school in Deir al-Balah, Gaza", "Gaza Strip"),
        ("a house in Gaza City", "Gaza City"),
        ("a house in Idlib", "Idlib"),
    ],
)
def test_a_city_with_a_fuller_name_leaves_the_bare_one_to_its_region(text: str, name: str) -> None:
    """*Gaza* beside *Gaza City* is the Strip, and may be the city; of one name alone the city comes first."""
    assert find_places(text)[-1].name == name


def test_a_state_before_its_attack_on_something_is_no_place() -> None:
    """*Hurt in Armenia strikes on* a town names whose strikes they were; *In Syria attacks on …* where."""
    attacked = find_places("Two hurt in Armenia strikes on Barda")
    opened = find_places("In Syria attacks on bases rose")

    assert [place.name for place in attacked] == ["Barda"]
    assert [place.name for place in opened] == ["Syria"]


def test_a_town_of_the_war_is_not_taken_for_one_that_is_seldom_called_so() -> None:
    """Ras al-Ayn is the town on the Turkish border, also where nothing else says so; the other one has a name of its own."""
    [fled] = find_places("Some 71,000 residents had to leave Ras al-Ayn.")
    [other] = find_places("A bus burned in Rosh HaAyin.")

    assert (fled.name, other.name) == ("Ras al-Ayn", "Rosh Ha'Ayin")
