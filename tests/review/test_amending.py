"""Claims that people cut, join, move and correct say what their words say, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import ClaimsError, InputError
from claims.extraction import extract
from claims.extraction.mentions import Mentions, find_mentions
from claims.model import Claim, DateValue, Document, Part, Place, Quantity, Span
from claims.review.amending import added, anchor, merge, split
from claims.review.correcting import Correction, Value, corrected
from claims.review.holding import hold, values_of
from claims.text.reading import read

ARABIC = """\
دمشق، 3 نيسان 2018 - قالت وزارة الدفاع إن طائراتها قصفت مستودعاً قرب الميادين يوم 27 آذار 2018 ونقطة في البوكمال يوم \
28 آذار 2018، ما أدى إلى مقتل 7 عناصر.
"""
ENGLISH = "Jets hit a depot in Raqqa on Monday, killing 4, and a school in Mosul on 5 May 2019.\n"


def document(text: str) -> Document:
    """A document as it is read from bytes."""
    return read(text.encode(), name="a.txt", published="2019-05-08", publisher=None, address="")


def whole(mentions: Mentions) -> Claim:
    """A claim over all the words of a document."""
    text = mentions.document.text
    return added(mentions, Span(0, len(text.rstrip())), "strike")


def span(text: str, words: str) -> Span:
    """Where the words first stand."""
    return Span(text.index(words), text.index(words) + len(words))


def correct(mentions: Mentions, claim: Claim, part: Part, value: Value) -> Claim:
    """The claim with one part corrected, without saying where."""
    return corrected(mentions, claim, Correction(part, value))


@pytest.fixture(scope="module", params=[ARABIC, ENGLISH], ids=["ar", "en"])
def mentions(request: pytest.FixtureRequest) -> Mentions:
    """What is read in a text of each language."""
    return find_mentions(document(str(request.param)))


def test_two_days_of_one_sentence_become_two_claims() -> None:
    """Each with its own day and place; the figure goes with the words it stands in."""
    found = find_mentions(document(ARABIC))
    text = found.document.text
    first = span(text, "طائراتها قصفت مستودعاً قرب الميادين يوم 27 آذار 2018")
    second = span(text, "نقطة في البوكمال يوم 28 آذار 2018، ما أدى إلى مقتل 7 عناصر")
    one, other = split(found, whole(found), [first, second])
    assert one.date is not None
    assert other.date is not None
    assert (one.date.edtf, other.date.edtf) == ("2018-03-27", "2018-03-28")
    assert (one.quantities, [q.low for q in other.quantities]) == ((), [7])
    assert [place.name for place in one.places] != [place.name for place in other.places]
    assert one.places
    assert other.places


def test_what_stands_in_no_part_is_shared_by_all() -> None:
    """And told in brackets."""
    found = find_mentions(document(ENGLISH))
    text = found.document.text
    (claim, *_) = extract(found.document).claims
    day = correct(found, claim, Part.DATE, span(text, "on 5 May 2019"))
    hit, killing = split(found, day, [span(text, "hit a depot in Raqqa"), span(text, "killing 4")])
    assert hit.date == killing.date == day.date
    assert killing.statement == "[5 May 2019; Jets] killing 4"


def test_a_day_that_only_the_publication_settles_is_taken_as_it_is_read() -> None:
    """Even where no date comes of it: what the slot modules read is not judged again."""
    undated = read(
        b"A strike hit a depot on Monday.", name="a", published="", publisher=None, address=""
    )
    found = find_mentions(undated)
    claim = hold(found, added(found, Span(0, 31), "strike"), ())
    assert claim.date is not None
    assert claim.date.edtf.startswith("XXXX")


def test_words_with_two_days_have_none() -> None:
    """A wrong day is worse than a missing one; a day that is cut in two counts."""
    found = find_mentions(document(ARABIC))
    text = found.document.text
    both = Span(text.index("27"), text.index("28 آذار 2018") + len("28 آذار 2018"))
    assert added(found, both, "strike").date is None


def test_merged_parts_have_the_slots_of_all(mentions: Mentions) -> None:
    """From the first word to the last."""
    claim = whole(mentions)
    middle = len(claim.quote) // 2
    parts = split(mentions, claim, [Span(0, middle), Span(middle, claim.span.end)])
    same_day = [correct(mentions, part, Part.DATE, "2018") for part in parts]
    ids = [corrected(mentions, part, Correction(Part.KIND, "clash")) for part in same_day]
    one, other = (claim_with(part, f"{place}") for place, part in enumerate(ids))
    joined = merge(mentions, [one, other])
    assert joined.span == claim.span
    assert {p.span for p in joined.places} == {p.span for each in (one, other) for p in each.places}
    assert hold(mentions, joined, (one, other)) == joined


def claim_with(claim: Claim, name: str) -> Claim:
    """The claim under an id."""
    from dataclasses import replace

    return replace(claim, id=name)


@given(data=st.data())
def test_whatever_words_are_marked_the_quote_is_what_stands_there(data: st.DataObject) -> None:
    """And every slot stands in the text; or the words are refused with a next step."""
    text = data.draw(st.sampled_from([ARABIC, ENGLISH]))
    found = FOUND[text]
    ends = data.draw(st.tuples(*[st.integers(0, len(text) + 3)] * 2))
    words = Span(min(ends), max(ends))
    try:
        one = hold(found, added(found, words, "strike"), ())
        moved = hold(found, anchor(found, WHOLE[text], words), (WHOLE[text],))
    except ClaimsError:
        blank = not words.of(text).strip() or words.end > len(text)
        assert blank or words == WHOLE[text].span
        return
    for claim in (one, moved):
        assert words.of(found.document.text) == claim.quote
        for value in values_of(claim):
            assert value.span.of(found.document.text) == value.text


FOUND = {text: find_mentions(document(text)) for text in (ARABIC, ENGLISH)}
WHOLE = {text: whole(found) for text, found in FOUND.items()}


@given(st.text(max_size=12) | st.sampled_from(["2018-99", "0000", "XXXX-13-01", "[2018", "../x"]))
def test_any_text_as_a_date_is_a_date_or_refused(text: str) -> None:
    """Never a fault of ours."""
    found = FOUND[ENGLISH]
    try:
        made = correct(found, WHOLE[ENGLISH], Part.DATE, text).date
    except InputError:
        made = None
    assert made is None or (made.edtf, made.reason) == (text.strip(), "given")


def test_values_as_the_model_has_them_are_taken_when_their_words_are_there() -> None:
    """One or several; a figure with its bounds the wrong way round is none."""
    found = FOUND[ENGLISH]
    claim = WHOLE[ENGLISH]
    at = span(ENGLISH, "a school")
    place = Place("School No 4", "", None, None, "in", "a school", at)
    assert correct(found, claim, Part.PLACE, (place,)).places == (place,)
    few = Quantity(3, 5, False, False, False, "killed", "", "a school", at)
    many = Quantity(5, 3, False, False, False, "killed", "", "a school", at)
    assert correct(found, claim, Part.QUANTITY, few).quantities == (few,)
    with pytest.raises(InputError, match="between 5 and 3"):
        correct(found, claim, Part.QUANTITY, many)
    wrong = DateValue("2019", "a school", Span(0, 8), "given")
    with pytest.raises(InputError, match="something else"):
        correct(found, claim, Part.DATE, wrong)


def test_a_place_by_name_is_found_in_the_gazetteer() -> None:
    """On the words marked for it; a name that is in none stays a name."""
    found = FOUND[ENGLISH]
    claim = WHOLE[ENGLISH]
    at = span(ENGLISH, "a depot")
    known = corrected(found, claim, Correction(Part.PLACE, "الرقة", at)).places[0]
    assert (known.name, known.text, known.span) == ("Raqqa", "a depot", at)
    assert known.id
    (unknown,) = corrected(found, claim, Correction(Part.PLACE, "Depot 9", at)).places
    assert (unknown.name, unknown.id) == ("Depot 9", "")
