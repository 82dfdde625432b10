"""What a case says of its people outside: names, initials or numbers, in every format."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest

from claims.errors import InputError, Refused
from claims.model import Particulars, Thing, Topic
from claims.report.exports import commas
from claims.services import Case, NamedBy
from tests.conftest import OpenCase
from tests.stages import TWO_ACCOUNTS

ONE, OTHER, RULES = "Zoraida Quillfeather", "هيفاء الكرملي", "Zenobia Quartermain"
PARTS = ("zoraida", "quillfeather", "zenobia", "quartermain", "هيفاء", "كرملي")
REPORTS = ("html", "pdf", "docx", "md")


@pytest.fixture
def decided(opened: OpenCase) -> Case:
    """Three people corrected, answered, ruled, concluded, described and remarked, each naming another in what they wrote."""
    whole = opened(RULES)
    whole.documents.add_bytes(TWO_ACCOUNTS.encode(), name="accounts.txt")
    first = whole.claims.list().items[0].id
    whole.acting_as(ONE).claims.correct(first, "polarity", "negated", reason=f"{OTHER} saw none")
    whole.pairs.compare()
    for name, role in ((RULES, "admin"), (ONE, "reviewer"), (OTHER, "reviewer")):
        whole.people.put(name, role)
    for by, other, relation in ((ONE, OTHER, "agree"), (OTHER, ONE, "partial")):
        mine = whole.acting_as(by)
        for item in whole.pairs.list().items:
            mine.review.decide(item.key, relation=relation, reason=f"unlike {other}", comment=RULES)
        topic = Topic(Thing.PAIR, str(item.key))
        mine.remarks.note(topic, f"ask {other}")
        mine.remarks.tag(topic, f"for {other}")
    whole.adjudication.settle(item.key, relation="agree", ground="evidence", note=f"as {ONE} says")
    document = whole.documents.list().items[0].id
    whole.documents.describe(document, Particulars(title="Two accounts"), reason=f"by {OTHER}")
    for matter in ("claim", "incident"):
        for found in whole.verdicts.proposals(matter):
            way = "pending" if found.proposal.parted else ""
            whole.verdicts.confirm(
                matter, found.proposal.id, reason=f"{ONE}, {OTHER}", resolution=way
            )
    whole.report.describe(question=f"What did {ONE} ask?", scope=f"Not {OTHER}'s")
    whole.report.give_out(note=f"read by {ONE}")
    return whole


def contents(data: bytes) -> Iterator[str]:
    """All text of a file: of each member of an archive, each stream of a PDF and what a reader takes from it."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                yield from contents(archive.read(name))
    elif data[:4] == b"%PDF":
        reader = pypdf.PdfReader(io.BytesIO(data))
        yield str(reader.metadata)
        yield "".join(page.extract_text() for page in reader.pages)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for each in pdf.objects:
                yield repr(each)
                if isinstance(each, pikepdf.Stream):
                    yield each.read_bytes().decode("latin-1")
    else:
        yield data.decode("utf-8", "replace")


def files(case: Case, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Everything that leaves the case, but for the dump, which is the case itself."""
    for language in ("ar", "en"):
        for name in REPORTS:
            path = case.report.write(folder / f"r-{language}.{name}", language)
            yield f"{name} {language}", path.read_bytes()
    for name in case.exports.formats():
        yield name, case.exports.write(name, folder / f"data-{name}").path.read_bytes()
    yield "package", case.package.write(folder / "p.zip").path.read_bytes()


@pytest.mark.parametrize("how", [NamedBy.INITIALS, NamedBy.NEITHER])
def test_no_name_leaves_a_case_that_has_chosen_otherwise(
    decided: Case, how: NamedBy, tmp_path: Path
) -> None:
    """Not in a table, a reason, a note, nor in what a format says of its author; whoever writes the file."""
    decided.report.people(how)

    mine = decided.acting_as(ONE).exports.write("xlsx", tmp_path / "mine.xlsx").path
    for name, data in [*files(decided, tmp_path), ("xlsx of one", mine.read_bytes())]:
        text = "\n".join(contents(data)).casefold()
        assert not [part for part in PARTS if part in text], name


def test_names_stand_in_it_as_long_as_nothing_was_chosen(decided: Case, tmp_path: Path) -> None:
    """The test above would find them."""
    found = dict(files(decided, tmp_path))

    assert decided.report.people() is NamedBy.NAMES
    for name in ("html ar", "md en", "docx en", "pairs.csv", "jsonl", "ris", "package"):
        text = "\n".join(contents(found[name]))
        assert ONE in text or RULES in text, name


@pytest.mark.parametrize(
    ("how", "language", "called"),
    [
        ("initials", "en", ("Z. Q. (1)", "ه. ك.", "Z. Q. (2)")),
        ("neither", "ar", ("الشخص 1", "الشخص 2", "الشخص 3")),
        ("neither", "en", ("person 1", "person 2", "person 3")),
    ],
)
def test_people_can_still_be_told_apart(
    decided: Case, how: str, language: str, called: tuple[str, ...], tmp_path: Path
) -> None:
    """Whoever spoke first is the first; the report says that people are called so by choice."""
    decided.report.people(how)

    told = decided.report.write(tmp_path / "report.md", language).read_text("utf-8")

    assert all(each in told for each in called)
    assert ("Those who worked" in told) == (language == "en")


def test_a_table_without_names_changes_nothing_when_it_is_read_back(
    decided: Case, tmp_path: Path
) -> None:
    """Reasons, notes and tags of the actor, though the table shows them without the names in them; whose it is, they say."""
    decided.report.people("initials")
    mine = decided.acting_as(ONE)

    table = mine.exports.write("pairs.csv", tmp_path / "pairs.csv").path
    with pytest.raises(Refused, match="shows no names, so it may be somebody else's"):
        mine.exports.preview(table)
    plan = mine.exports.preview(table, knowingly=True)

    assert (plan.changes, plan.annotations, plan.faults) == ((), (), ())
    assert plan.same == 3


def test_a_table_without_names_puts_none_into_ones_own_words(decided: Case, tmp_path: Path) -> None:
    """Who changes how sure they are keeps their reason as they wrote it."""
    decided.report.people("neither")
    mine = decided.acting_as(ONE)
    table = mine.exports.write("pairs.csv", tmp_path / "pairs.csv").path
    rows = list(commas.read(io.BytesIO(table.read_bytes())))
    for row in rows:
        if row["my_relation"]:
            row["my_confidence"] = "0.25"
    with table.open("wb") as stream:
        commas.write_rows(tuple(rows[0]), rows, stream)

    plan = mine.exports.preview(table, knowingly=True)

    assert len(plan.changes) == 3
    for change in plan.changes:
        assert change.before is not None
        assert change.after == replace(change.before, confidence=0.25)


def test_only_a_way_that_there_is_can_be_chosen(decided: Case) -> None:
    """The record says what was chosen before and now."""
    with pytest.raises(InputError, match="'everything' is no NamedBy"):
        decided.report.people("everything")

    assert decided.report.people("neither") is NamedBy.NEITHER
    entry = decided.audit.list(limit=100).items[-1]
    assert (entry.action, dict(entry.detail)) == ("set naming", {"old": "names", "new": "neither"})
