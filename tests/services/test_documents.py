"""Taking files into a case."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, count, islice
from pathlib import Path

import pytest
from sqlalchemy import event

from claims.errors import Corrupt, InputError, NotFound
from claims.model import (
    PLAIN,
    Document,
    DocumentsWanted,
    Extraction,
    Lineage,
    Source,
    Wanted,
    Wordlist,
)
from claims.services import Case, Settings, open_case
from claims.services.stages import Stages
from claims.store import finding
from tests.conftest import OpenCase
from tests.stages import STAGES, TWO_ACCOUNTS, compare_all, extract, read

ROOT = Path(__file__).parents[2]
DATA = TWO_ACCOUNTS.encode()


def _unlike(length: int) -> str:
    """Letters that nothing makes shorter."""
    parts = (hashlib.sha256(str(number).encode()).hexdigest() for number in count())
    return "".join(islice(chain.from_iterable(parts), length))


def _files(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_file_is_stored_with_everything_that_was_read_in_it(case: Case, tmp_path: Path) -> None:
    """Document, sentences, claims, problems and the original come back as they were."""
    folder = _files(tmp_path / "in", account=TWO_ACCOUNTS + "no claim\n")
    publisher = Source("Paper", Lineage.AGENCY, ("الصحيفة",))
    report = case.documents.add(
        folder / "account.txt",
        published="2018-04-03",
        publisher=publisher,
        address="https://example.org/a",
    )
    (head,) = report.added
    data = (folder / "account.txt").read_bytes()
    expected = extract(
        read(
            data,
            name="account.txt",
            published="2018-04-03",
            publisher=publisher,
            address="https://example.org/a",
        )
    )
    assert case.documents.extraction(head.id) == expected
    assert case.documents.get(head.id) == expected.document
    assert case.documents.original(head.id) == data
    assert (head.claims, head.problems, head.characters) == (6, 1, len(data))
    assert (head.publisher, head.published) == (publisher, "2018-04-03")
    assert case.problems.list() == expected.problems


def test_folders_are_read_below_and_in_order(case: Case, tmp_path: Path) -> None:
    """Every text file below a folder, sorted by path; other files are left alone."""
    folder = _files(tmp_path / "in", b="B\n", a="A\n", **{"sub/c": "C\n"})
    (folder / "notes.pdf").write_bytes(b"%PDF-")
    report = case.documents.add([str(folder)])
    assert [head.name for head in report.added] == ["a.txt", "b.txt", "c.txt"]


def test_the_same_bytes_are_held_once(case: Case, tmp_path: Path) -> None:
    """Under whatever name they come again, nothing is written, not even an audit row."""
    folder = _files(tmp_path / "in", a="A\n", b="A\n")
    report = case.documents.add(folder)
    head = case.audit.head()
    again = case.documents.add_bytes(b"A\n", name="c.txt")
    assert [len(report.added), len(report.present)] == [1, 1]
    assert again.added == ()
    assert again.present == report.added
    assert case.audit.head() == head


def test_the_same_file_from_many_threads_is_held_once(case: Case) -> None:
    """One thread adds it, the others are told that it is present."""
    with ThreadPoolExecutor(6) as pool:
        reports = list(pool.map(lambda _: case.documents.add_bytes(DATA, name="a.txt"), range(6)))
    assert sum(len(report.added) for report in reports) == 1
    assert sum(len(report.present) for report in reports) == 5
    assert len(case.claims.list().items) == 6
    assert case.audit.verify() == ()


def test_a_file_that_cannot_be_read_is_refused_and_the_others_are_taken(
    case: Case, tmp_path: Path
) -> None:
    """The refusal names the file, what is wrong and the next step; nothing of it is stored."""
    folder = _files(tmp_path / "in", a="A\n", c="C\n")
    (folder / "b.txt").write_bytes(b"\xff\xfe\xfd")
    report = case.documents.add(folder)
    (refusal,) = report.refused
    assert [head.name for head in report.added] == ["a.txt", "c.txt"]
    assert refusal.name == str(folder / "b.txt")
    assert refusal.message
    assert refusal.next_step
    assert case.audit.verify() == ()


@pytest.mark.parametrize("files", [[], "nothing-here", ["nothing-here"]])
def test_nothing_to_take_in_is_said(case: Case, files: str | list[str]) -> None:
    """A name that does not exist is an error before anything is read."""
    with pytest.raises(InputError) as caught:
        case.documents.add(files)
    assert caught.value.next_step


def test_an_empty_folder_is_said(case: Case, tmp_path: Path) -> None:
    """A folder without text files is most likely the wrong one."""
    with pytest.raises(InputError, match="holds no"):
        case.documents.add(tmp_path)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(made: Settings) -> None:
    """The setting that bounds it stands in the next step."""
    small = made.model_copy(update={"max_bytes": 10})
    with open_case(small, stages=STAGES) as case:
        (refusal,) = case.documents.add_bytes(b"A" * 11, name="a.txt").refused
        assert "CLAIMS_MAX_BYTES" in refusal.next_step
        assert len(case.documents.add_bytes(b"A" * 10, name="a.txt").added) == 1


def test_a_fault_in_the_extractor_leaves_the_case_as_it_was(made: Settings) -> None:
    """An error of ours is not caught, and nothing of that document is stored."""

    def broken(document: Document, _wordlist: Wordlist = PLAIN, /) -> Extraction:
        raise ZeroDivisionError(document.id)

    with open_case(made, stages=Stages(read, broken, compare_all)) as case:
        with pytest.raises(ZeroDivisionError):
            case.documents.add_bytes(DATA, name="a.txt")
        assert case.documents.list().items == ()
        assert case.audit.head() == (0, "")


def test_progress_is_told_for_each_file_and_at_the_end(case: Case, tmp_path: Path) -> None:
    """Whoever waits sees how many there are and which is at hand."""
    told: list[tuple[int, int, str]] = []
    folder = _files(tmp_path / "in", a="A\n", b="B\n")
    case.documents.add(folder, progress=lambda *step: told.append(step))
    assert told == [(0, 2, "a.txt"), (1, 2, "b.txt"), (2, 2, "")]


def test_pages_follow_each_other_without_gap_or_overlap(case: Case) -> None:
    """Going on with `next` lists every document once, in the order they were added."""
    for number in range(7):
        case.documents.add_bytes(f"{number}\n".encode(), name=f"{number}.txt")
    names, after = [], ""
    while True:
        page = case.documents.list(after=after, limit=3)
        names += [head.name for head in page.items]
        after = page.next
        if not after:
            break
    assert names == [f"{number}.txt" for number in range(7)]


def test_documents_of_one_language_can_be_listed(case: Case) -> None:
    """The others are left out, and pages still follow each other."""
    for number, text in enumerate(["A", "ا", "B", "اا"]):
        case.documents.add_bytes(text.encode(), name=f"{number}.txt")
    page = case.documents.list(language="ar", limit=1)
    rest = case.documents.list(language="ar", after=page.next)
    assert [head.name for head in (*page.items, *rest.items)] == ["1.txt", "3.txt"]


@pytest.mark.parametrize("after", ["x", "-1", "1~2", "٣", "9" * 30])
def test_a_page_after_something_else_is_refused(case: Case, after: str) -> None:
    """Only what a page gave as `next` leads on."""
    with pytest.raises(InputError, match="No page begins"):
        case.documents.list(after=after)


@pytest.mark.parametrize("limit", [0, -1, 100_000])
def test_a_page_of_no_or_too_many_items_is_refused(case: Case, limit: int) -> None:
    """Nobody can ask for all of a large case at once by mistake."""
    with pytest.raises(InputError, match="cannot be had"):
        case.documents.list(limit=limit)


def test_a_document_is_found_by_its_name_or_the_beginning_of_its_id(case: Case) -> None:
    """What is ambiguous or unknown is said, with what it may mean."""
    one = case.documents.add_bytes(b"A\n", name="same.txt").added[0]
    other = case.documents.add_bytes(b"B\n", name="same.txt").added[0]
    assert case.documents.find(one.id[:8]) == one
    assert case.documents.find(other.id) == other
    with pytest.raises(NotFound, match=f"more than one document.*{one.id}"):
        case.documents.find("same.txt")
    for text in ("", "none", "%", "\x00"):
        with pytest.raises(NotFound, match="holds no document"):
            case.documents.find(text)


@pytest.mark.parametrize("method", ["get", "head", "extraction", "original"])
def test_an_unknown_document_is_said(case: Case, method: str) -> None:
    """The id stands in the message."""
    with pytest.raises(NotFound, match="0123"):
        getattr(case.documents, method)("0123\x00")


def test_a_spoilt_original_is_never_handed_out(case: Case) -> None:
    """Whoever asks for the bytes gets the bytes, or an error that names them."""
    head = case.documents.add_bytes(DATA, name="a.txt").added[0]
    path = case._desk.store.originals.path(head.sha256)
    path.unlink()
    path.write_bytes(DATA[:-1])
    with pytest.raises(Corrupt, match=hashlib.sha256(DATA).hexdigest()):
        case.documents.original(head.id)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\x00b.txt", "a\udcff.txt", "x" * 300, "\u202egpj.exe"]
)
def test_an_odd_name_is_only_a_name(opened: OpenCase, tmp_path: Path, name: str) -> None:
    """Originals lie under their hash whatever they are called, and the name is stored safely."""
    case = opened()
    (head,) = case.documents.add_bytes(DATA, name=name).added
    assert case.documents.get(head.id).name == head.name
    assert case.documents.find(head.name).id == head.id
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".db"]
    assert [path.name for path in files] == [head.sha256]


@pytest.mark.parametrize(
    "text", ["NUL \x00 inside", "line\u2028sep \r end", "\u202eover\u202c", "x\ufffe\U0010ffff"]
)
def test_every_text_comes_back_code_point_by_code_point(case: Case, text: str) -> None:
    """The text of a document is evidence: databases that refuse some characters get them as escapes."""
    (head,) = case.documents.add_bytes(text.encode(), name="a.txt").added
    assert case.documents.get(head.id).text == text


def test_documents_are_found_by_words_in_any_order_and_page(case: Case) -> None:
    """Signs that a database reads as wildcards are letters like others; a page beyond the last is empty."""
    for name, text in (
        ("b.txt", "one 50% event"),
        ("a.txt", "one 500 event"),
        ("c.txt", "قصف الرقه"),
    ):
        case.documents.add_bytes(text.encode(), name=name)

    def names(page: int = 1, size: int = 50, **wanted: object) -> list[str]:
        found, _ = case.documents.search(DocumentsWanted(**wanted), page=page, size=size)  # type: ignore[arg-type]
        return [one.head.name for one in found]

    assert names() == ["b.txt", "a.txt", "c.txt"]
    assert names(order="name") == ["a.txt", "b.txt", "c.txt"]
    assert names(text="50% ONE") == ["b.txt"]
    assert names(text="a.txt") == ["a.txt"]
    assert names(text="الرقة") == ["c.txt"]
    assert names(order="newest", page=2, size=2) == ["b.txt"]
    assert case.documents.search(DocumentsWanted(), page=4)[1] == 3
    with pytest.raises(InputError, match="order"):
        names(order="body")
    with pytest.raises(InputError, match="state"):
        names(state="odd")


def test_documents_and_claims_are_counted_without_listing_them(case: Case) -> None:
    """Nothing at first; then what the heads of all documents come to."""
    assert case.documents.count() == (0, 0)
    case.documents.add_bytes(DATA, name="accounts.txt")
    case.documents.add_bytes(DATA + b"A (agency): sunday depot\n", name="more.txt")
    heads = case.documents.list().items
    assert case.documents.count() == (2, sum(head.claims for head in heads))


@pytest.mark.parametrize(
    ("since", "found"),
    [
        ("2018-06-15", ["2018-06-20", "2018-06", "2018", "2018-07"]),
        ("2018-06", ["2018-06-10", "2018-06-20", "2018-06", "2018", "2018-07"]),
        ("2018-07-01", ["2018", "2018-07"]),
    ],
)
def test_a_document_of_a_month_may_be_of_any_of_its_days(
    case: Case, since: str, found: list[str]
) -> None:
    """What is published in June is not left out of what was published since the middle of June; what has no date is."""
    for day in ("2018-05", "2018-06-10", "2018-06-20", "2018-06", "2018", "2018-07", ""):
        case.documents.add_bytes(f"A raid, {day}.".encode(), name=day or "undated", published=day)

    page, _ = case.documents.search(DocumentsWanted(since=since))
    assert [one.head.name for one in page] == found


@pytest.mark.parametrize(
    ("wanted", "page", "error"),
    [
        (DocumentsWanted(until="2018-13-40"), 1, "no date"),
        (DocumentsWanted(since="yesterday"), 1, "no date"),
        (DocumentsWanted(text=" ".join(f"w{n}" for n in range(31))), 1, "31 words"),
        (DocumentsWanted(text='"' + "so " * 31 + '"'), 1, "31 words"),
        (DocumentsWanted(), 10**17, "no page"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(
    case: Case, wanted: DocumentsWanted, page: int, error: str
) -> None:
    """A filter that is none, more words than a database takes, and a page that no case has."""
    with pytest.raises(InputError, match=error):
        case.documents.search(wanted, page=page)


def test_dates_are_held_by_code_points_on_every_server(case: Case) -> None:
    """A whole day lies within its year and its month, whatever order of letters the database was made with."""
    case.documents.add_bytes(DATA, name="a.txt", published="2018-04-03")
    case.documents.add_bytes(DATA + b"x", name="b.txt", published="2018-05")
    asked: list[str] = []
    with case._desk.reading() as connection:
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append(str(told[2])))
        wanted = DocumentsWanted(since="2018", until="2018-04", order="published")
        (head,), total = finding.found(connection, wanted, "ana", page=range(5))
        on_a_server = connection.dialect.name == "postgresql"
    assert (head.name, total) == ("a.txt", 1)
    assert asked[-1].count('documents.published COLLATE "C"') == (3 if on_a_server else 0)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("3-April", None),
        ("13-Apr", "13 Apr"),
        ("april-1", None),
        ("pril-air", "pril air"),
        ("LN24", "LN24"),
        ('"شبكة محلية"', "شبكة محلية"),
    ],
)
def test_what_is_found_is_shown(case: Case, asked: str, words: str | None) -> None:
    """A number is the whole of one, also beside other words; the other names of a publisher are names of it."""
    source = Source("Local Net", Lineage.LOCAL_NETWORK, ("شبكة محلية", "LN24"))
    case.documents.add_bytes(
        b"On 13 April aircraft hit; 3 died, April 17", name="a", publisher=source
    )
    found, _ = case.documents.search(DocumentsWanted(text=asked))
    assert [one.hits[0].words for one in found if one.hits] == ([words] if words else [])
    assert bool(found) is (words is not None)


def test_lists_know_the_words_that_stand_above_a_text(tmp_path: Path) -> None:
    """They are found before a dateline and buttons; a text that begins at once has none."""
    with open_case(tmp_path / "case.db", actor="ana") as case:
        case.documents.add(sorted((ROOT / "seeds").glob("*.txt")))
        found, _ = case.documents.search(DocumentsWanted())
        read = {each.head.name[:3]: each.headline for each in found}
        assert {name for name, headline in read.items() if not headline} == {"000", "003"}
        above = case.documents.headlines({each.head.id for each in found})
        assert above == {each.head.id: each.headline for each in found}
        assert read["004"] == "هل يوفر التحالف الدولي المناخ المناسب لعودة داعش إلى سوريا؟"


def test_names_longer_than_an_index_holds_are_kept_and_found(case: Case) -> None:
    """Publishers, speakers and headlines, on either database; two that begin alike are two."""
    long, longer = _unlike(9000), _unlike(9001)
    for name in (long, longer):
        text = f"{name} (official): monday hideout\n\n{name}\n"
        report = case.documents.add_bytes(
            text.encode(), name=f"{len(name)}.txt", publisher=Source(name, Lineage.AGENCY)
        )
        assert report.refused == ()
    case.pairs.compare()

    found, _ = case.documents.search(DocumentsWanted(publisher=long))
    assert [each.head.name for each in found] == ["9000.txt"]
    assert [len(case.review.queue(wanted=Wanted(source=name))) for name in (long, longer)] == [1, 1]
    assert case.audit.verify() == ()


def test_a_name_that_no_index_holds_is_refused(case: Case) -> None:
    """Before anything is kept; a name as long as an index holds is taken."""
    report = case.documents.add_bytes(DATA, name=_unlike(2001))
    (refusal,) = report.refused
    assert "2001 bytes" in refusal.message
    assert case.documents.list().items == ()
    assert case.documents.add_bytes(DATA, name=_unlike(2000)).refused == ()
