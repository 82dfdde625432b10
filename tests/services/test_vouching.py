"""Nothing leaves a case that does not verify, unless somebody wants it knowingly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.errors import Corrupt, Refused
from claims.services import Case, Settings, open_case, restore
from claims.store.engine import writing
from claims.store.guards import lower_guards, raise_guards
from tests.stages import STAGES, TWO_ACCOUNTS

Make = Callable[..., object]

MAKES: dict[str, Callable[[Case, Path], Make]] = {
    "report": lambda case, folder: lambda **more: case.report.write(folder / "r.html", **more),
    "package": lambda case, folder: lambda **more: case.package.write(folder / "p.zip", **more),
    "backup": lambda case, folder: lambda **more: case.backup(folder / "copy.db", **more),
}


@pytest.fixture
def worked(blank_file: Path, tmp_path: Path) -> Iterator[Case]:
    """A case in a file, in which somebody has decided."""
    path = tmp_path / "case.db"
    path.write_bytes(blank_file.read_bytes())
    with open_case(path, actor="ana", stages=STAGES) as case:
        case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
        case.pairs.compare()
        case.review.decide(case.pairs.list().items[0].key, relation="agree", reason="so it is")
        yield case


def _change_a_row(case: Case) -> None:
    with writing(case._desk.store.engine) as connection:
        lower_guards(connection)
        connection.exec_driver_sql(
            "UPDATE decisions SET mark = replace(mark, 'so it is', 'so it was')"
        )
        raise_guards(connection)


def _lose_an_original(case: Case) -> None:
    store = case._desk.store
    store.originals.path(case.documents.list().items[0].sha256).unlink()


@pytest.mark.parametrize("what", MAKES)
@pytest.mark.parametrize("spoil", [_change_a_row, _lose_an_original])
def test_what_does_not_verify_is_not_handed_out(
    worked: Case, tmp_path: Path, what: str, spoil: Callable[[Case], None]
) -> None:
    """The first bad row or file is named, nothing is written, and there is a way to go on."""
    spoil(worked)
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(
        Corrupt, match=f"the {what} was not made: (decisions 1|originals )"
    ) as caught:
        MAKES[what](worked, out)()
    assert "--knowingly" in caught.value.next_step
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("what", MAKES)
def test_what_verifies_is_handed_out(worked: Case, tmp_path: Path, what: str) -> None:
    """Without a word more."""
    out = tmp_path / "out"
    out.mkdir()
    MAKES[what](worked, out)()
    assert len(list(out.iterdir())) == (2 if what == "backup" else 1)


def test_a_report_that_is_made_knowingly_says_so(worked: Case, tmp_path: Path) -> None:
    """In both languages, with the first bad row."""
    _change_a_row(worked)
    for language, words in (("en", "did not verify"), ("ar", "لم يثبت السجل")):
        path = worked.report.write(tmp_path / "r.md", language, knowingly=True)
        assert words in path.read_text()
        assert "decisions 1" in path.read_text()
    assert "did not verify" not in repr(worked.report.build("en"))


def test_a_damaged_backup_is_made_and_restored_only_knowingly(worked: Case, tmp_path: Path) -> None:
    """A case that lost an original: the copy cannot be restored by accident either."""
    _lose_an_original(worked)
    copy = worked.backup(tmp_path / "copy.db", knowingly=True)
    again = Settings(case=str(tmp_path / "again.db"))
    with pytest.raises(Corrupt, match="does not verify"):
        restore(copy, again)
    assert not (tmp_path / "again.db").exists()
    restore(copy, again, knowingly=True)
    with open_case(again, stages=STAGES) as case:
        assert len(case.review.decisions()) == 1


def test_a_backup_that_is_there_already_is_refused_before_anything_is_verified(
    worked: Case, tmp_path: Path
) -> None:
    """It is never overwritten, whatever the record says."""
    _change_a_row(worked)
    (tmp_path / "copy.db").write_text("older")
    with pytest.raises(Refused, match="exists"):
        worked.backup(tmp_path / "copy.db", knowingly=True)
    assert (tmp_path / "copy.db").read_text() == "older"
