"""Several cases of one folder: named, kept apart, laid out, taken over, merged."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claims.errors import Corrupt, InputError, NotAllowed, NotFound, Refused
from claims.services import Case, Settings, Shelf, open_case
from claims.services.shelf import MOST_OPEN
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A folder with the case that the settings name, empty, and nothing else."""
    made = Shelf(Settings(case=str(tmp_path / "home.db"), actor="ana"), STAGES)
    made.open()
    yield made
    made.close()


def fill(case: Case) -> None:
    """Two accounts and what can be compared in them."""
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt", published="2018-04-03")
    case.pairs.compare()


def dumped(case: Case) -> io.BytesIO:
    """A dump as it is handed over."""
    lines = io.StringIO()
    case.dump(lines)
    return io.BytesIO(lines.getvalue().encode("utf-8", "surrogateescape"))


def packed(case: Case, folder: Path) -> io.BytesIO:
    """A backup with its originals in one ZIP file, as a person packs them."""
    folder = folder / "away"
    folder.mkdir()
    case.backup(folder / "copy.db")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for file in [folder / "copy.db", *(folder / "copy.originals").rglob("*")]:
            archive.write(file, f"somewhere/{file.relative_to(folder)}")
    return stream


def test_cases_that_nobody_asked_for_lately_are_closed(shelf: Shelf) -> None:
    """A server that runs for months does not hold open what somebody once looked at; who still has one goes on."""
    home, first = shelf.open(), shelf.create("case 0")
    for number in range(1, MOST_OPEN + 3):
        shelf.create(f"case {number}")
    assert len(shelf._open) == MOST_OPEN + 1
    assert shelf.open() is home
    assert first.documents.count() == (0, 0)
    fill(first)
    assert shelf.open("case 0") is not first
    assert shelf.open("case 0").documents.count()[0] == 1


def test_each_case_is_kept_apart_and_opened_once(shelf: Shelf) -> None:
    """What goes into one is not in the other, and two who ask for one at the same time get the same."""
    other = shelf.create("الرقة 2017")
    fill(other)
    assert shelf.open().documents.count() == (0, 0)
    assert other.documents.count()[0] == 1
    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(shelf.open, ["الرقة 2017"] * 16)) == {other}


def test_the_list_tells_of_each_without_opening_it(shelf: Shelf, tmp_path: Path) -> None:
    """A case that the settings do not name is looked at, not brought up to date; other files are none."""
    fill(shelf.create("second"))
    shelf.close()
    (tmp_path / "notes.db").write_text("no database")
    with sqlite3.connect(tmp_path / "places.db") as strange:
        strange.execute("CREATE TABLE places (name)")
    before = (tmp_path / "second.db").read_bytes()
    home, second = Shelf(shelf.settings).list()
    assert (home.name, home.documents, home.changed) == ("home", 0, "")
    assert (second.name, second.documents) == ("second", 1)
    assert second.changed
    assert (tmp_path / "second.db").read_bytes() == before


@pytest.mark.parametrize("there", [True, False])
def test_the_list_does_not_tell_of_what_was_done_unseen(
    shelf: Shelf, tmp_path: Path, *, there: bool
) -> None:
    """A second copy that is taken stands in the record only where something came between; neither it nor a file of answers is a change, one of documents is."""
    case = shelf.create("second")
    fill(case)
    case.review.require(2)
    before = shelf.list()[-1].changed
    with open_case(tmp_path / "home.db", actor="ben", stages=STAGES) as home:
        home.load(_mine(case.acting_as("ben")))
        case.dump(io.StringIO(), knowingly=True)
        if there:
            home.review.decide(home.pairs.list().items[0].key, relation="agree")
            case.acting_as("ben").load(_mine(home))
        case.dump(io.StringIO(), knowingly=True)
        assert shelf.list()[-1].changed == before
        home.documents.add_bytes(b"Paper (agency): monday hideout\n", name="paper.txt")
        case.acting_as("ben").load(_mine(home))
        assert shelf.list()[-1].changed > before


def _mine(case: Case) -> io.StringIO:
    stream = io.StringIO()
    case.dump(stream, mine=True)
    return io.StringIO(stream.getvalue())


def test_whoever_is_not_named_in_a_case_is_told_only_that_it_is_there(shelf: Shelf) -> None:
    """Roles are those of each case."""
    fill(shelf.create("second", by="hana", closed=True).acting_as("hana"))
    told = {one.name: one for one in shelf.list("rami")}
    assert told["second"].closed
    assert told["second"].documents is None
    assert told["second"].changed == ""
    assert {one.name: one.documents for one in shelf.list("hana")}["second"] == 1
    with pytest.raises(NotAllowed):
        shelf.open("second").acting_as("rami").documents.count()


@pytest.mark.parametrize(
    "name",
    ["", "  ", ".hidden", "../up", "a/b", "a\\b", "CON\x00", "a" * 81, "-x", "a.", "~a", "a\nb"],
)
def test_no_name_leads_out_of_the_folder(shelf: Shelf, name: str) -> None:
    """Neither when a case is laid out nor when one is asked for by a link."""
    with pytest.raises(InputError):
        shelf.create(name)
    if name:
        with pytest.raises(NotFound):
            shelf.open(name)


def test_a_name_is_given_once(shelf: Shelf, tmp_path: Path) -> None:
    """Nor is a file or a folder of originals of that name taken over."""
    shelf.create("second")
    (tmp_path / "third.originals").mkdir()
    for name in ("home", "second", "third"):
        with pytest.raises(Refused, match="already"):
            shelf.create(name)


def test_an_unknown_case_is_not_made_by_asking_for_it(shelf: Shelf, tmp_path: Path) -> None:
    """An old link makes no file, and a file that is no case stays what it is."""
    (tmp_path / "notes.db").write_text("no database")
    for name in ("gone", "notes"):
        with pytest.raises(NotFound, match="no case"):
            shelf.open(name)
    assert not (tmp_path / "gone.db").exists()
    assert (tmp_path / "notes.db").read_text() == "no database"


def test_only_admins_of_the_first_case_lay_out_others_once_it_names_people(shelf: Shelf) -> None:
    """A server for a team is no place where strangers leave files."""
    shelf.open().people.put("ana", "admin")
    shelf.open().people.put("hana", "reviewer")
    assert shelf.may_create("ana")
    for name in ("hana", "stranger"):
        assert not shelf.may_create(name)
        with pytest.raises(NotAllowed):
            shelf.create("second", by=name)
    shelf.create("second", by="ana")


@pytest.mark.parametrize("form", [dumped, packed])
def test_a_colleagues_case_becomes_one_of_ours(shelf: Shelf, tmp_path: Path, form: object) -> None:
    """With decisions and originals, whether as a dump or as a packed backup."""
    given = shelf.create("given")
    fill(given)
    given.review.decide(given.review.queue()[0].key, relation="unsure", by="hana")
    file = dumped(given) if form is dumped else packed(given, tmp_path)
    taken = shelf.take_over("taken", file, by="ana")
    assert taken.path != given.path
    assert taken.audit.verify() == ()
    assert len(taken.review.decisions(reviewer="hana")) == 1
    assert {one.name for one in shelf.list()} == {"home", "given", "taken"}


def _without_originals(file: io.BytesIO) -> io.BytesIO:
    left = io.BytesIO()
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(left, "w") as fewer:
        fewer.writestr("copy.db", archive.read("somewhere/copy.db"))
    return left


def _of_other_things(_: io.BytesIO) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../letter.txt", "nothing")
    return file


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (_without_originals, Corrupt),
        (_of_other_things, InputError),
        (lambda _: io.BytesIO(b"no dump"), InputError),
        (lambda file: io.BytesIO(file.getvalue()[:200]), InputError),
    ],
)
def test_what_does_not_verify_becomes_no_case(
    shelf: Shelf, tmp_path: Path, spoil: object, error: type[Exception]
) -> None:
    """And leaves nothing behind."""
    given = shelf.create("given")
    fill(given)
    file = packed(given, tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    assert callable(spoil)
    with pytest.raises(error):
        shelf.take_over("taken", spoil(file))
    assert {path.name for path in tmp_path.iterdir()} == before


def test_two_cases_are_merged_and_the_other_stays(shelf: Shelf) -> None:
    """What the one has more is taken in; a case is not taken into itself."""
    other = shelf.create("other")
    fill(other)
    report = shelf.merge("other", shelf.open())
    assert report.documents == 1
    assert shelf.open().documents.count() == other.documents.count()
    with pytest.raises(Refused):
        shelf.merge("other", other)


def test_merging_asks_for_the_role_in_both_cases(shelf: Shelf) -> None:
    """Nobody reads by merging what they may not read by opening."""
    other = shelf.create("other", by="hana", closed=True)
    fill(other.acting_as("hana"))
    with pytest.raises(NotAllowed):
        shelf.merge("other", shelf.open().acting_as("rami"))


def test_the_folder_can_be_another_one(tmp_path: Path) -> None:
    """And the case of the settings keeps its name whatever lies there."""
    (tmp_path / "shelf").mkdir()
    shelf = Shelf(Settings(case=str(tmp_path / "home.db"), shelf=tmp_path / "shelf", actor="ana"))
    shelf.create("second")
    assert (tmp_path / "shelf" / "second.db").is_file()
    assert [one.name for one in shelf.list()] == ["home", "second"]
    shelf.close()
