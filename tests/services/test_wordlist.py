"""Parties, places and checks of a case, and what is read again because of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.errors import InputError, NotFound
from claims.model import CaseParty, CasePlace, Lineage
from claims.services import Case, Settings, open_case

NAMED = (
    "أفادت شبكة محلية أن كتيبة الرعد قصفت الهضبة الحمراء يوم 3 أيار 2018، ما أدى إلى مقتل 3 مدنيين."
)
OTHER = "قصف الجيش السوري مدينة دوما في الغوطة الشرقية يوم الثلاثاء 4 أيار 2018."
RAAD = CaseParty("", "Raad Battalion", "armed group", aliases=("(لواء|كتيبة) الرعد",))


@pytest.fixture
def two(made: Settings) -> Iterator[Case]:
    """Two documents read by the engine; one names the battalion."""
    with open_case(made, actor="ana") as case:
        for text, name in ((NAMED, "a.txt"), (OTHER, "b.txt")):
            case.documents.add_bytes(text.encode(), name=name)
        yield case


def _actors(case: Case) -> set[str]:
    heads = case.documents.list().items
    claims = (one for head in heads for one in case.documents.extraction(head.id).claims)
    return {party.id for claim in claims for party in claim.actors}


def test_a_new_party_is_read_in_the_documents_that_name_it(two: Case) -> None:
    """Only these are read again; taken out, it is not read any more; the record holds all along."""
    named = two.documents.find("a.txt").id
    report = two.wordlist.put(RAAD)
    assert (report.documents, report.changed, report.new, report.gone) == (1, (named,), 0, 0)
    assert "own-raad-battalion" in _actors(two)
    (entry,) = two.wordlist.get().parties
    assert (entry.id, entry.lineage) == ("own-raad-battalion", Lineage.PARTY)
    again, head = two.wordlist.put(entry), two.audit.head()
    assert (again.documents, again.changed) == (1, ())
    assert two.audit.head() == head
    assert two.wordlist.remove("party", entry.id).changed == (named,)
    assert "own-raad-battalion" not in _actors(two)
    assert two.wordlist.get().parties == ()
    assert two.audit.verify() == ()


@pytest.mark.parametrize("name", ["Syrian army", "الجيش السوري"])
def test_a_new_name_of_a_known_party_does_not_make_two_of_it(two: Case, name: str) -> None:
    """Whichever of its names is given, without an id: the new one means the party that its other names mean, of the same kind."""
    text = (
        "قصف لواء الصخر سوق البلدة وقتل 3 مدنيين.\n\nقصف الجيش السوري سوق البلدة وقتل 4 مدنيين.\n"
    )
    two.documents.add_bytes(text.encode(), name="c.txt")
    before = _actors(two)
    two.wordlist.put(CaseParty("", name, "state", aliases=("لواء الصخر",)))
    (entry,) = two.wordlist.get().parties
    assert (entry.id, entry.name, entry.kind) == ("syrian-army", "Syrian army", "military")
    assert _actors(two) == before | {"syrian-army"}


def _places(case: Case) -> set[str]:
    heads = case.documents.list().items
    claims = (one for head in heads for one in case.documents.extraction(head.id).claims)
    return {place.id for claim in claims for place in claim.places}


@pytest.mark.parametrize("name", ["Douma", "دوما"])
def test_a_new_name_of_a_known_place_does_not_make_two_of_it(two: Case, name: str) -> None:
    """Whichever of its names is given, without an id: what the text says by the new one lies where the other names lie."""
    text = "قصف الجيش السوري بلدة بوابة النهر يوم الخميس 6 أيار 2018 وقتل 4 مدنيين.\n"
    two.documents.add_bytes(text.encode(), name="c.txt")
    before = _places(two)
    two.wordlist.put(CasePlace("", name, aliases=("بوابة النهر",)))
    (entry,) = two.wordlist.get().places
    assert (entry.id, entry.name) == ("geonames:170592", "Douma")
    assert _places(two) - before == set()
    named = two.documents.extraction(two.documents.find("c.txt").id).claims
    assert {place.id for claim in named for place in claim.places} == {entry.id}


def test_a_town_is_meant_before_the_province_named_after_it_unless_the_case_speaks_of_it(
    two: Case,
) -> None:
    """In a case that speaks of neither the town; in one that speaks of the province alone, the province."""
    two.wordlist.put(CasePlace("", "دير الزور", aliases=("عروس الفرات",)))
    assert [one.id for one in two.wordlist.get().places] == ["geonames:170794"]
    two.wordlist.remove("place", "geonames:170794")
    text = "قصف الجيش السوري محافظة الرقة يوم الخميس 6 أيار 2018 وقتل 4 مدنيين."
    two.documents.add_bytes(text.encode(), name="c.txt")
    two.wordlist.put(CasePlace("", "الرقة", aliases=("درة الفرات",)))
    assert [one.id for one in two.wordlist.get().places] == ["admin1:SY-raqqa"]


def test_a_name_of_several_places_is_asked_about(two: Case) -> None:
    """With the ids of those that bear it; who says in what another one lies adds that."""
    with pytest.raises(InputError, match="names 4 places") as caught:
        two.wordlist.put(CasePlace("", "Zahraa"))
    assert "local:zahraa-homs-169577 (Zahraa (Homs) – neighbourhood)" in (
        caught.value.next_step or ""
    )
    two.wordlist.put(CasePlace("", "Zahraa", within=("admin1:SY-raqqa",)))
    two.wordlist.put(CasePlace("", "Douma", lat=10.0, lon=10.0))
    assert [one.id for one in two.wordlist.get().places] == ["own-douma", "own-zahraa"]


def test_names_given_one_after_the_other_are_all_kept(two: Case) -> None:
    """Of what the lexicons know and of what the case adds, named by any of its names; with its id it is changed."""
    for alias in ("لواء الصخر", "لواء البحر"):
        two.wordlist.put(CaseParty("", "الجيش السوري", "state", aliases=(alias,)))
        two.wordlist.put(CasePlace("", "دوما", aliases=(alias,)))
    two.wordlist.put(RAAD)
    two.wordlist.put(CaseParty("", "كتيبة الرعد", "state", aliases=("رجال الرعد",)))
    own = two.wordlist.get()
    raad, army = own.parties
    assert (raad.id, raad.kind) == ("own-raad-battalion", "armed group")
    assert raad.aliases == (*RAAD.aliases, "رجال الرعد")
    assert set(army.aliases) == {"الجيش السوري", "لواء الصخر", "لواء البحر"}
    assert set(own.places[0].aliases) == {"دوما", "لواء الصخر", "لواء البحر"}
    two.wordlist.put(CaseParty(army.id, army.name, army.kind, aliases=("لواء البحر",)))
    assert two.wordlist.get().parties[1].aliases == ("لواء البحر",)


def test_a_document_that_comes_later_is_read_with_what_the_case_adds(two: Case) -> None:
    """As those that were there."""
    two.wordlist.put(RAAD)
    two.documents.add_bytes(NAMED.replace("3 مدنيين", "4 مدنيين").encode(), name="c.txt")
    (head,) = (head for head in two.documents.list().items if head.name == "c.txt")
    claims = two.documents.extraction(head.id).claims
    assert "own-raad-battalion" in {party.id for claim in claims for party in claim.actors}


def test_what_a_person_edited_stays(two: Case) -> None:
    """A correction outlives a new alias."""
    document = two.documents.find("a.txt").id
    claim = two.claims.of(document)[0].claim
    two.claims.correct(claim.id, "modality", "denied")
    two.wordlist.put(RAAD)
    assert "denied" in {each.claim.modality.value for each in two.claims.of(document)}


def test_a_place_is_named_in_what_contains_it(two: Case) -> None:
    """By an id or by a name that only one place has; its id is made of its name where none is given."""
    place = CasePlace("", "الهضبة الحمراء", within=("admin1:SY-raqqa",), lat=35.9, lon=39.0)
    assert two.wordlist.put(place).revised > 0
    (stored,) = two.wordlist.get().places
    assert stored.id.startswith("own-")
    assert stored.within == ("admin1:SY-raqqa",)
    two.wordlist.put(CasePlace("own-x", "X", within=("دير الزور",)))
    assert two.wordlist.get().places[-1].within == ("admin1:SY-deir-ez-zor",)


def test_a_place_lies_in_another_one_of_the_case(two: Case) -> None:
    """Named by any of its names; what is said of the outer one later holds for the inner one, and its documents are read again."""
    text = "قصف الجيش السوري حي الياسمين في مدينة الرقة يوم الخميس 6 أيار 2018 وقتل 4 مدنيين."
    two.documents.add_bytes(text.encode(), name="quarter.txt")
    document = two.documents.find("quarter.txt").id
    two.wordlist.put(CasePlace("own-town", "بلدة السنديان", aliases=("Sindian",)))
    two.wordlist.put(CasePlace("own-quarter", "حي الياسمين", within=("sindian",)))

    def around() -> set[str]:
        claims = two.documents.extraction(document).claims
        return {
            outer
            for claim in claims
            for place in claim.places
            if place.id == "own-quarter"
            for outer in place.within
        }

    assert around() == {"own-town"}
    assert two.wordlist.put(CasePlace("own-town", "بلدة السنديان", within=("الرقة",))).revised > 0
    assert around() == {"own-town", "admin1:SY-raqqa", "country:SY"}
    assert two.wordlist.whereabouts()["own-quarter"].ar == "بلدة السنديان"
    two.wordlist.remove("place", "own-town")
    assert around() == set()


def test_no_place_lies_in_itself(two: Case) -> None:
    """Nor in what lies in it; the record stays as it was."""
    two.wordlist.put(CasePlace("own-town", "Sindian"))
    two.wordlist.put(CasePlace("own-quarter", "Yasmin", within=("own-town",)))
    head = two.audit.head()
    for inner in ("Sindian", "own-quarter"):
        with pytest.raises(InputError, match="would lie in itself"):
            two.wordlist.put(CasePlace("own-town", "Sindian", within=(inner,)))
    assert two.audit.head() == head


@pytest.mark.parametrize(
    "entry",
    [
        CaseParty("", " ", "armed group"),
        CaseParty("", "X", "sort of"),
        CaseParty("no id!", "X", "militia"),
        CaseParty("", "X" * 201, "militia"),
        CasePlace("", "X", within=("Atlantis",)),
        CasePlace("", "X", within=("Zahraa",)),
        CasePlace("", "X", lat=91.0, lon=0.0),
        CasePlace("", "X", lat=1.0),
        CasePlace("", "X", lat=float("nan"), lon=0.0),
    ],
)
def test_an_entry_that_cannot_be_is_refused(two: Case, entry: CaseParty | CasePlace) -> None:
    """With a next step; nothing is changed."""
    head = two.audit.head()
    with pytest.raises(InputError) as caught:
        two.wordlist.put(entry)
    assert caught.value.next_step
    assert two.audit.head() == head


def test_what_is_not_there_cannot_be_taken_out_or_switched(two: Case) -> None:
    """Said plainly."""
    with pytest.raises(NotFound):
        two.wordlist.remove("place", "nowhere")
    with pytest.raises(NotFound):
        two.wordlist.use_check("no-such", on=False)


def test_a_case_does_without_a_check_and_takes_it_up_again(two: Case) -> None:
    """4 May 2018 was a Friday: the finding goes with the check and comes back with it."""

    def found() -> bool:
        claims = two.documents.extraction(two.documents.find("b.txt").id).claims
        return any(one.check == "weekday" for claim in claims for one in claim.findings)

    assert found()
    two.wordlist.use_check("weekday", on=False)
    assert not found()
    assert [each.id for each in two.wordlist.checks() if not each.on] == ["weekday"]
    assert two.wordlist.use_check("weekday", on=False).changed == ()
    two.wordlist.use_check("weekday", on=True)
    assert found()


def test_a_colleagues_file_tells_how_many_parties_and_places_it_brings(
    two: Case, tmp_path: Path
) -> None:
    """Claims are read with them from then on; what is there already is not told again."""
    with open_case(tmp_path / "other.db", actor="ana") as other:
        other.load(io.StringIO(_dumped(two)))
        two.wordlist.put(RAAD)
        more = _dumped(two)
        assert other.load(io.StringIO(more)).words == 1
        assert other.wordlist.get().parties == two.wordlist.get().parties
        assert other.load(io.StringIO(more)).words == 0


def _dumped(case: Case) -> str:
    stream = io.StringIO()
    case.dump(stream)
    return stream.getvalue()
