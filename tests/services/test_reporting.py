"""What a report is made from, and how its file comes to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import InputError, Refused, StoreError, UnknownFormat
from claims.report.formats import FORMATS, holds
from claims.services import Case, Settings, open_case
from tests.stages import STAGES, TWO_ACCOUNTS


@pytest.fixture
def decided(compared: Case) -> Case:
    """A case with a problem, a decision that stands, one that was superseded and one that was undone."""
    compared.documents.add_bytes(b"no claim\n", name="odd.txt")
    first, second, _ = (item.key for item in compared.pairs.list().items)
    compared.review.decide(first, relation="agree")
    compared.review.decide(first, relation="conflict", slots=["target"])
    compared.review.decide(second, relation="unsure")
    compared.review.undo()
    return compared


def test_a_report_is_made_from_everything_the_case_holds(decided: Case) -> None:
    """Documents, claims, pairs, live decisions, verdicts, problems and the head of the chain."""
    content = decided.report.content()
    assert content.title
    assert [document.name for document in content.documents] == ["accounts.txt", "odd.txt"]
    assert content.claims == decided.claims.list().items
    assert [pair.key for pair in content.comparisons] == [
        item.key for item in decided.pairs.list().items
    ]
    assert content.decisions == decided.review.decisions()
    assert content.verdicts == decided.verdicts.compute()
    assert content.problems == decided.problems.list()
    assert (content.audit_seq, content.audit_hash) == decided.audit.head()


def test_everything_a_verdict_rests_on_stands_in_the_same_content(decided: Case) -> None:
    """A line leads back to decisions, a decision to a pair, a pair to claims, a claim to a text."""
    content = decided.report.content()
    claims = {claim.id: claim for claim in content.claims}
    texts = {document.id: document.text for document in content.documents}
    decisions = {decision.id: decision for decision in content.decisions}
    pairs = {comparison.key for comparison in content.comparisons}
    rested_on = [number for verdict in content.verdicts for number in verdict.decisions]
    assert rested_on
    for number in rested_on:
        assert decisions[number].key in pairs
        assert {decisions[number].key.left, decisions[number].key.right} <= claims.keys()
    for claim in claims.values():
        assert claim.span.of(texts[claim.document]) == claim.quote


def test_an_empty_case_has_a_report(case: Case) -> None:
    """Nothing was found, and that is said."""
    content = case.report.content()
    assert (content.claims, content.audit_seq, content.audit_hash) == ((), 0, "")
    assert case.report.build("en") is not None


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_report_is_written_whole(decided: Case, tmp_path: Path, language: str) -> None:
    """The file appears under its name, and nothing else stays beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    path = decided.report.write(folder / "report.html", language)
    assert f'lang="{language}"' in path.read_text("utf-8")
    assert [file.name for file in folder.iterdir()] == ["report.html"]


def test_the_language_is_that_of_the_settings_unless_said(made: Settings) -> None:
    """A case that is worked on in Arabic has an Arabic report."""
    with open_case(made.model_copy(update={"language": "ar"}), stages=STAGES) as case:
        assert case.report.build().language == "ar"
        assert case.report.build("en").language == "en"
        with pytest.raises(InputError, match="fr") as caught:
            case.report.build("fr")
        assert "ar or en" in caught.value.next_step


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.html", b"<!DOC"), ("a.pdf", b"%PDF-"), ("a.docx", b"PK"), ("a.md", b"<div")],
)
def test_the_ending_says_the_format_unless_it_is_given(
    decided: Case, tmp_path: Path, name: str, start: bytes
) -> None:
    """One service for every format."""
    path = decided.report.write(tmp_path / name)
    assert path.read_bytes().startswith(start)
    given = decided.report.write(tmp_path / "report.bin", format=path.suffix[1:])
    assert given.read_bytes().startswith(start)


@pytest.mark.parametrize("name", ["report.odt", "report", "report.html.exe"])
def test_an_unknown_format_is_refused_before_anything_is_written(
    case: Case, tmp_path: Path, name: str
) -> None:
    """With the formats there are."""
    with pytest.raises(UnknownFormat) as caught:
        case.report.write(tmp_path / "none" / name)
    assert "html, pdf, docx, md" in caught.value.next_step


def test_an_older_report_stays_when_the_new_one_cannot_be_written(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up while a report is written leaves the old report whole, and no half of a new one."""
    old = tmp_path / "report.html"
    old.write_text("the old one")
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
    before = sorted(tmp_path.iterdir())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="No space left") as caught:
        case.report.write(old)
    assert "as it was" in caught.value.next_step
    assert old.read_text() == "the old one"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("ending", ["html", "pdf", "docx", "md"])
def test_a_disk_that_fills_up_while_a_report_is_made_is_said_in_words(
    decided: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """Not only while it is written: long reports are put together in files of their own. The older report stays."""
    target = tmp_path / f"report.{ending}"
    target.write_bytes(b"the old one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, ending, full)
    with pytest.raises(StoreError, match="cannot be written: No space left") as caught:
        decided.report.write(target, language="en")

    assert caught.value.next_step
    assert target.read_bytes() == b"the old one"
    assert [each.name for each in tmp_path.glob("*report*")] == [target.name]


def test_a_folder_that_does_not_exist_is_said(case: Case, tmp_path: Path) -> None:
    """Nothing is made behind one's back."""
    with pytest.raises(StoreError, match="cannot be written"):
        case.report.write(tmp_path / "none" / "report.html")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_a_report_that_its_format_does_not_hold_is_refused_before_it_is_begun(
    decided: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What can be written instead is said, and an older file stays."""
    monkeypatch.setattr("claims.services.reporting.content_in", None)
    monkeypatch.setattr("claims.report.formats.MOST_CLAIMS", {name: 1})
    target = tmp_path / f"report.{name}"
    target.write_bytes(b"the old one")

    with pytest.raises(Refused, match=f"as {name} holds at most 1") as caught:
        decided.report.write(target)

    assert "html" in caught.value.next_step
    assert name not in caught.value.next_step
    assert "jsonl" in caught.value.next_step
    assert target.read_bytes() == b"the old one"


def test_reading_the_case_is_told_and_can_be_given_up(decided: Case, tmp_path: Path) -> None:
    """Nobody can say how long it takes: what is told are seconds. An older file stays."""
    target = tmp_path / "report.html"
    target.write_bytes(b"the old one")

    def given_up(done: int, of: int, _name: str) -> None:
        assert (done >= 0, of) == (True, 0)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        decided.report.write(target, watch=given_up)
    assert target.read_bytes() == b"the old one"


def test_pages_and_markdown_hold_any_case() -> None:
    """Somebody with a case of any size can have a report of it."""
    assert all(holds(name, 10**9) for name in ("html", "md"))
    assert holds("pdf", 50_000)
    assert not holds("pdf", 50_001)
