"""What leaves the workbench: the report, the data and the package, made to be taken along."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from claims.services import Case, Refusal, Watch
from workbench import state
from workbench.delivered import Delivered
from workbench.held import Held
from workbench.wording import Words, mark

REPORTS: Final[Mapping[str, str]] = {
    "html": mark("Report: web page"),
    "pdf": mark("Report: PDF"),
    "docx": mark("Report: Word"),
    "md": mark("Report: Markdown"),
}
PACKAGE: Final = "package"
_DATA: Final[Mapping[str, str]] = {
    "xlsx": mark("Data: workbook of tables (XLSX)"),
    "claims.csv": mark("Data: claims (CSV)"),
    "pairs.csv": mark("Data: pairs and decisions (CSV)"),
    "verdicts.csv": mark("Data: conclusions (CSV)"),
    "documents.csv": mark("Data: documents (CSV)"),
    "jsonl": mark("Data: all of it for programs (JSON lines)"),
    "annotations": mark("Data: quotes as web annotations (JSON-LD)"),
    "claimreview": mark("Data: ClaimReview for search engines (JSON-LD)"),
    "geojson": mark("Data: incidents on a map (GeoJSON)"),
    "airwars": mark("Data: incidents as Airwars lists them"),
    "acled": mark("Data: incidents as ACLED lists them"),
    "followthemoney": mark("Data: parties and documents (FollowTheMoney)"),
    "ris": mark("Data: references (RIS)"),
    "bibtex": mark("Data: references (BibTeX)"),
}
"""What the formats of data are for, by their id; one that is not here is called by its id."""


def formats() -> dict[str, str]:
    """Every format by its id, with what it is called in the reader's language."""
    words, case = state.current().words, state.case()
    reports = {name: words(said) for name, said in REPORTS.items()}
    data = {name: _data(name, words) for name in case.exports.formats()}
    return {**reports, PACKAGE: words("Package of report, data and originals, signed"), **data}


def _data(name: str, words: Words) -> str:
    return words(_DATA[name]) if name in _DATA else words("Data: {name}", name=name)


def name(wanted: str, language: str) -> str:
    """The name of the file: what it is, in which language, and the ending of its format."""
    if wanted in REPORTS:
        return f"report-{language}.{wanted}"
    return (
        f"package-{language}.zip" if wanted == PACKAGE else state.case().exports.file_name(wanted)
    )


def made(
    case: Case, wanted: str, language: str, *, watch: Watch, note: str | None = None
) -> Delivered:
    """The file, with what could not be read and is not in it. It stays on the disk, where its name is gone by then.

    Args:
        case: in the hands of whoever asked for it.
        wanted: one of `formats`.
        language: ``ar`` or ``en``.
        watch: told of progress.
        note: of a report: lay down that it is given out, with these words; None: only write it.

    Raises:
        ClaimsError: it cannot be made.
    """
    missing: tuple[Refusal, ...] = ()
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "delivered"
        if wanted in REPORTS and note is not None:
            version = case.report.publish(target, language, format=wanted, note=note, watch=watch)
            number = version.number
        elif wanted in REPORTS:
            case.report.write(target, language, format=wanted, watch=watch)
        elif wanted == PACKAGE:
            case.package.write(target, language=language, watch=watch)
        else:
            missing = case.exports.write(wanted, target, language=language, watch=watch).faults
        file = Held(name(wanted, language), target.open("rb"))
    return Delivered(wanted, language, file, missing, number)


def page(case: Case, language: str) -> Held:
    """The report as a web page, to be looked at: on the disk like what is taken along, never in memory as a whole.

    Raises:
        ClaimsError: it cannot be made.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = case.report.write(Path(folder) / "page.html", language)
        return Held(name("html", language), target.open("rb"), page=True)
