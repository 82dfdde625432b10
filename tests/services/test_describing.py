"""People describe documents: with history, undo, and everything read again that rests on it."""

# ruff: noqa: S106 - the tokens of submissions are no passwords

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims.errors import InputError, NotFound, Refused, Stale
from claims.model import DocumentsWanted, Lineage, Particulars, Source
from claims.report.package.crate import METADATA
from claims.services import Case, Settings, open_case

TEXT = "Aircraft struck a depot of ISIS in Raqqa on Tuesday. A raid on Saada killed four people."
DATED = "Damascus, 3 April 2018\n\nAircraft struck a depot of ISIS in Raqqa on Sunday.\n"
NETWORK = Source("Raqqa Network", Lineage.LOCAL_NETWORK)


@pytest.fixture
def told(made: Settings) -> Iterator[Case]:
    """A case with one account."""
    with open_case(made) as case:
        case.documents.add_bytes(TEXT.encode(), name="account.txt")
        yield case


def _document(case: Case) -> str:
    return case.documents.list().items[0].id


def _say(case: Case, **said: object) -> None:
    name = _document(case)
    card = replace(case.documents.particulars(name), **said)  # type: ignore[arg-type]
    case.documents.describe(name, card, seen=case.documents.particulars(name))


def _dates(case: Case) -> list[str]:
    return [claim.date.edtf for claim in case.claims.list().items if claim.date]


def test_what_is_said_stands_everywhere_and_the_text_stays(told: Case) -> None:
    """Head, document and list show it; bytes, hash and text are those that came."""
    before = told.documents.get(_document(told))
    _say(told, title="The raid", author="S. Omar", publisher=NETWORK, archive="https://a.test/1")

    document, head = told.documents.get(before.id), told.documents.head(before.id)
    for one in (document, head):
        assert (one.title, one.author, one.archive) == ("The raid", "S. Omar", "https://a.test/1")
        assert one.publisher == NETWORK
    assert (document.text, document.sha256) == (before.text, before.sha256)
    assert told.documents.original(before.id) == TEXT.encode()
    assert told.audit.verify() == ()


def test_a_date_that_is_given_dates_the_days_of_the_text(told: Case) -> None:
    """*Tuesday* becomes a day once somebody says when the account was published, and another one with another date."""
    assert "2019-05-07" not in _dates(told)
    _say(told, published="2019-05-09")
    assert "2019-05-07" in _dates(told)
    assert told.documents.head(_document(told)).published_reason == "given"
    _say(told, published="2019-05-16")
    assert "2019-05-14" in _dates(told)


def test_the_publisher_speaks_where_nobody_else_does(told: Case) -> None:
    """What no cue attributes is the publisher's own word, and of the kind that it is said to be."""
    _say(told, publisher=NETWORK)
    speakers = {(claim.speaker.source, claim.speaker.lineage) for claim in told.claims.list().items}
    assert speakers == {("Raqqa Network", Lineage.LOCAL_NETWORK)}


def test_an_empty_date_is_the_one_that_the_text_states(made: Settings) -> None:
    """The dateline counts again once a person takes their own date away."""
    with open_case(made) as case:
        case.documents.add_bytes(DATED.encode(), name="a.txt", published="2018-05-01")
        _say(case, published="")
        head = case.documents.head(_document(case))
        assert (head.published, head.published_reason) == ("2018-04-03", "dateline")


def test_what_people_edited_stays(told: Case) -> None:
    """A claim that somebody rejected stays rejected, and a claim that somebody corrected keeps the correction."""
    first, second = told.claims.list().items[:2]
    told.claims.reject(first.id, "not said")
    edit = told.claims.correct(second.id, "modality", "denied")
    _say(told, published="2019-05-09", publisher=NETWORK)
    stand = {claim.id for claim in told.claims.list().items}
    assert edit.made[0].id in stand
    assert not {first.id, second.id} & stand
    assert told.claims.history(first.id)[0].kind.value == "reject"


def test_undo_brings_back_what_stood_before_word_by_word(told: Case) -> None:
    """By rows that are added: the history keeps every word, and what was read is read again."""
    before = told.claims.list().items
    name = _document(told)
    _say(told, title="One", published="2019-05-09")
    _say(told, title="Two")
    undone = told.documents.undo_description(name)
    assert undone is not None
    assert told.documents.head(name).title == "One"
    assert told.documents.undo_description(name) is not None
    assert told.documents.undo_description(name) is None
    assert Particulars.of(told.documents.head(name)) == Particulars(language="en")
    assert [claim.statement for claim in told.claims.list().items] == [
        claim.statement for claim in before
    ]
    rows = told.documents.descriptions(name)
    assert [row.undoes for row in rows] == [None, None, 2, 1]
    assert [row.live for row in rows] == [False, False, False, True]
    assert told.documents.described() == {}
    assert told.audit.verify() == ()


def test_who_said_what_stands_is_named(told: Case) -> None:
    """After an undo by somebody else it is whoever said what stands again."""
    name = _document(told)
    _say(told, title="One")
    omar = told.acting_as("omar")
    _say(omar, title="Two")
    assert told.documents.described()[name].by == "omar"
    omar.documents.undo_description(name)
    assert told.documents.described()[name].by == "ana"


def test_what_somebody_else_said_meanwhile_is_not_overwritten(told: Case) -> None:
    """Who saw an older card is told so, and nothing is stored."""
    name = _document(told)
    seen = told.documents.particulars(name)
    _say(told, title="One")
    with pytest.raises(Stale):
        told.documents.describe(name, replace(seen, title="Two"), seen=seen)
    assert told.documents.head(name).title == "One"


def test_a_submission_that_comes_twice_is_stored_once(told: Case) -> None:
    """Under one token there is one row; another saying under it is refused."""
    name = _document(told)
    card = replace(told.documents.particulars(name), title="One")
    first = told.documents.describe(name, card, token="t")
    assert told.documents.describe(name, card, token="t").row == first.row
    with pytest.raises(Refused):
        told.documents.describe(name, replace(card, title="Two"), token="t")
    assert len(told.documents.descriptions(name)) == 1


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"published": "soon"}, InputError),
        ({"publisher": Source("", Lineage.OFFICIAL)}, InputError),
        ({"language": "xx"}, InputError),
        ({"title": "t" * 3000}, InputError),
        ({}, Refused),
    ],
)
def test_what_cannot_stand_is_refused(
    told: Case, said: dict[str, object], error: type[Exception]
) -> None:
    """With nothing stored; neither is a card that changes nothing."""
    with pytest.raises(error):
        _say(told, **said)
    assert told.documents.descriptions(_document(told)) == ()


def test_an_unknown_document_cannot_be_described(told: Case) -> None:
    """The error names it."""
    with pytest.raises(NotFound):
        told.documents.describe("f" * 16, Particulars("t"))
    with pytest.raises(NotFound):
        told.documents.undo_description("f" * 16)


def test_it_comes_along_with_a_dump(told: Case, tmp_path: Path) -> None:
    """Loaded into an empty case and dumped again it is the same byte by byte, and found by its title."""
    _say(told, title="The raid", publisher=NETWORK)
    first = io.StringIO()
    told.dump(first)
    with open_case(Settings(case=str(tmp_path / "copy.db"), actor="ana")) as copy:
        copy.load(io.StringIO(first.getvalue()))
        again = io.StringIO()
        copy.dump(again)
        assert again.getvalue() == first.getvalue()
        found, _ = copy.documents.search(DocumentsWanted(text="raid", publisher="Raqqa Network"))
        assert [one.head.title for one in found] == ["The raid"]


def test_another_copy_of_the_case_brings_its_words(told: Case, tmp_path: Path) -> None:
    """What a colleague said of a document stands here after loading, with what was read because of it; two different words are refused."""
    begun = io.StringIO()
    told.dump(begun)
    with open_case(Settings(case=str(tmp_path / "copy.db"), actor="omar")) as copy:
        copy.load(io.StringIO(begun.getvalue()))
        _say(copy, title="The raid", published="2019-05-09")
        theirs = io.StringIO()
        copy.dump(theirs)
        told.load(io.StringIO(theirs.getvalue()), knowingly=True)
        assert told.documents.head(_document(told)).title == "The raid"
        assert "2019-05-07" in _dates(told)
        assert told.documents.described()[_document(told)].by == "omar"
        assert told.audit.verify() == ()
        _say(told, title="Mine")
        _say(copy, title="Theirs")
        apart = io.StringIO()
        copy.dump(apart)
        with pytest.raises(Refused, match="different ways"):
            told.load(io.StringIO(apart.getvalue()), knowingly=True)


def test_the_report_says_who_changed_what_is_told_of_a_document(told: Case, tmp_path: Path) -> None:
    """With the value as it stands, when and why; where nobody said anything, nothing is said."""
    told.report.write(tmp_path / "before.md")
    assert "Changed by a person" not in (tmp_path / "before.md").read_text(encoding="utf-8")
    name = _document(told)
    card = replace(told.documents.particulars(name), title="The raid", publisher=NETWORK)
    told.documents.describe(name, card, reason="says the page")
    told.report.write(tmp_path / "after.md", "en")
    text = (tmp_path / "after.md").read_text(encoding="utf-8")
    for said in ("The raid", "Raqqa Network", "Changed by a person", "says the page"):
        assert said in text


def test_data_carries_what_is_said_of_a_document_and_by_whom(told: Case, tmp_path: Path) -> None:
    """Tables, lines, citations and the package: title, author, copy in an archive, who described it."""
    _say(told, title="The raid", author="S. Omar and Sons", archive="https://a.test/1")
    made = {
        name: told.exports.write(name, tmp_path / name).path.read_text("utf-8-sig")
        for name in ("documents.csv", "jsonl", "ris", "bibtex")
    }
    package = told.package.write(tmp_path / "one.zip").path
    with zipfile.ZipFile(package) as archive:
        crate = archive.read(METADATA).decode()

    for text in (*made.values(), crate):
        for word in ("The raid", "S. Omar and Sons", "https://a.test/1", "ana"):
            assert word in text
    assert "TI  - The raid\nAU  - S. Omar and Sons" in made["ris"]
    assert "author = {{S. Omar and Sons}}" in made["bibtex"]
    told.documents.undo_description(_document(told))
    assert "Described by" not in told.exports.write("ris", tmp_path / "ris").path.read_text()


def test_a_token_of_a_word_takes_nothing_back(told: Case) -> None:
    """Nor the other way round, nor on another document; an undo that comes twice gives the row that is stored."""
    name = _document(told)
    other = told.documents.add_bytes(DATED.encode(), name="b.txt").added[0].id
    card = replace(told.documents.particulars(name), title="One")
    told.documents.describe(name, card, token="t")
    with pytest.raises(Refused):
        told.documents.undo_description(name, token="t")
    undone = told.documents.undo_description(name, token="u")
    again = told.documents.undo_description(name, token="u")
    assert undone is not None
    assert again is not None
    assert again.row == undone.row
    with pytest.raises(Refused):
        told.documents.describe(name, card, token="u")
    with pytest.raises(Refused):
        told.documents.undo_description(other, token="u")


def test_a_token_with_another_date_is_another_submission(told: Case) -> None:
    """Only a date that was left to the text may be another one in what is stored."""
    name = _document(told)
    card = replace(told.documents.particulars(name), published="2019-05-09")
    told.documents.describe(name, card, token="t")
    with pytest.raises(Refused):
        told.documents.describe(name, replace(card, published="2019-05-10"), token="t")


def test_a_date_that_the_text_states_itself_cannot_be_cleared(made: Settings) -> None:
    """What stands would be the same, so nothing is stored."""
    with open_case(made) as case:
        case.documents.add_bytes(DATED.encode(), name="a.txt")
        assert case.documents.head(_document(case)).published == "2018-04-03"
        with pytest.raises(Refused, match="so already"):
            _say(case, published="")
        assert case.documents.descriptions(_document(case)) == ()


def test_one_token_on_two_documents_in_two_copies_is_refused(told: Case, tmp_path: Path) -> None:
    """By a sentence, with nothing changed."""
    other = told.documents.add_bytes(DATED.encode(), name="b.txt").added[0].id
    name, begun, theirs = _document(told), io.StringIO(), io.StringIO()
    told.dump(begun)
    with open_case(Settings(case=str(tmp_path / "copy.db"), actor="ana")) as copy:
        copy.load(io.StringIO(begun.getvalue()))
        said = replace(copy.documents.particulars(other), title="Two")
        copy.documents.describe(other, said, token="t")
        copy.dump(theirs)
    said = replace(told.documents.particulars(name), title="One")
    told.documents.describe(name, said, token="t")
    with pytest.raises(Refused, match="one token"):
        told.load(io.StringIO(theirs.getvalue()), knowingly=True)
    assert told.documents.descriptions(other) == ()
    assert told.audit.verify() == ()


def test_no_entry_is_longer_than_the_others_may_be(told: Case) -> None:
    """Neither the reason nor another name of the publisher."""
    name, long = _document(told), "x" * 2001
    card = replace(told.documents.particulars(name), title="One")
    with pytest.raises(InputError, match="reason"):
        told.documents.describe(name, card, reason=long)
    with pytest.raises(InputError, match="publisher"):
        _say(told, publisher=Source("N", Lineage.UNKNOWN, (long,)))
    with pytest.raises(NotFound):
        told.documents.descriptions("no such id")
