"""What leaves the workbench: the report, the data and the package, as bytes to take along."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from claims.services import Case
from workbench import state
from workbench.wording import mark

REPORTS: Final[Mapping[str, str]] = {
    "html": mark("Report: web page"),
    "pdf": mark("Report: PDF"),
    "docx": mark("Report: Word"),
    "md": mark("Report: Markdown"),
}
PACKAGE: Final = "package"


def formats() -> dict[str, str]:
    """Every format by its id, with what it is called in the reader's language."""
    words, case = state.current().words, state.case()
    reports = {name: words(said) for name, said in REPORTS.items()}
    data = {name: words("Data: {name}", name=name) for name in case.exports.formats()}
    return {**reports, PACKAGE: words("Package of report, data and originals, signed"), **data}


def name(wanted: str, language: str) -> str:
    """The name of the file: what it is, in which language, and the ending of its format."""
    if wanted in REPORTS:
        return f"report-{language}.{wanted}"
    return (
        f"package-{language}.zip" if wanted == PACKAGE else state.case().exports.file_name(wanted)
    )


def written(case: Case, wanted: str, language: str) -> bytes:
    """The file, made in the hands of whoever asked for it: a download runs when nobody's session is at hand.

    Raises:
        ClaimsError: it cannot be made.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "delivered"
        if wanted in REPORTS:
            return case.report.write(target, language, format=wanted).read_bytes()
        if wanted == PACKAGE:
            return case.package.write(target, language=language).path.read_bytes()
        return case.exports.write(wanted, target, language=language).path.read_bytes()
