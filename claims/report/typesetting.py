"""Typst in a process of its own, so that long work can be given up at any moment and its memory goes with it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

import typst

from claims.errors import NotPrinted
from claims.report.later import Numbers
from claims.report.told import Told

_STANDARD: Final = "ua-1"
_SOURCE, _MADE, _PLACES = "report.typ", "report.pdf", "places.json"
_WRONG, _ASIDE = "wrong.txt", "aside.txt"
_PACKAGES: Final = Path(__file__).parents[2]
_NOWHERE: Final = -1
_LOOK: Final = 0.5
"""Seconds from one look at the work to the next."""


class Place(NamedTuple):
    """Where an anchor stands: a page, from 0 on, and points from its left and upper edge."""

    page: int
    x: float
    y: float


class Places(Mapping[str, Place]):
    """Where the places of a report stand, by their anchors, which are not kept: a place takes a hundred bytes.

    Args:
        anchors: gives the places that there are, each time it is asked.
    """

    def __init__(self, anchors: Callable[[], Iterable[str]]) -> None:
        self._anchors = anchors
        self._known = Numbers(anchors())
        self._pages = array("l", [_NOWHERE]) * len(self._known)
        self._across, self._down = (array("d", bytes(8 * len(self._known))) for _ in range(2))

    def put(self, anchor: str, place: Place) -> None:
        """Lay down where one stands."""
        at = self._known[anchor]
        self._pages[at], self._across[at], self._down[at] = place

    def __getitem__(self, anchor: str) -> Place:
        at = self._known[anchor]
        return Place(self._pages[at], self._across[at], self._down[at])

    def __contains__(self, anchor: object) -> bool:
        return anchor in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._anchors())

    def __len__(self) -> int:
        return len(self._known)


class NotSet(Exception):
    """Typst refused, or failed in what it was given, and says why."""


def places_in(room: Path) -> dict[str, Place]:
    """Where the anchors of the pages that were set last stand, of a piece of a report."""
    (found,) = json.loads((room / _PLACES).read_text("utf-8"))
    return {anchor: Place(page - 1, x, y) for anchor, page, x, y in found}


def set_pages(room: Path, fonts: Path, at: datetime, told: Told) -> bytes:
    """The pages of ``report.typ`` in a folder.

    Args:
        room: the folder.
        fonts: folder of the only fonts there are.
        at: when the report was made.
        told: told of the seconds it takes.

    Raises:
        NotSet: what stands there cannot be set.
        NotPrinted: the work was ended from outside, most likely for want of memory.
    """
    begun = time.monotonic()
    words = [sys.executable, "-m", __name__, str(room), str(fonts), at.isoformat()]
    (room / _WRONG).unlink(missing_ok=True)
    with (
        (room / _ASIDE).open("wb") as aside,
        subprocess.Popen(words, cwd=_PACKAGES, stdin=subprocess.DEVNULL, stderr=aside) as work,  # noqa: S603 - ourselves
    ):
        try:
            while _goes_on(work):
                told(int(time.monotonic() - begun), 0)
        finally:
            work.kill()
    if work.returncode == 0:
        return (room / _MADE).read_bytes()
    if (room / _WRONG).exists():
        raise NotSet((room / _WRONG).read_text("utf-8"))
    if work.returncode > 0:
        raise NotSet((room / _ASIDE).read_text("utf-8", "replace"))
    raise NotPrinted(
        "The pages of the PDF could not be set: the work was ended from outside.",
        next_step="Most likely the report is too long for the memory of this machine. Write html or docx instead.",
    )


def _goes_on(work: subprocess.Popen[bytes]) -> bool:
    """Whether the work is not done after another moment."""
    try:
        work.wait(_LOOK)
    except subprocess.TimeoutExpired:
        return True
    return False


def _main(room: Path, fonts: str, at: str) -> int:
    """Set the pages; a refusal is written down beside them."""
    try:
        typesetter = typst.Compiler(  # type: ignore[misc,unused-ignore]
            room / _SOURCE, root=room, font_paths=[fonts], ignore_system_fonts=True
        )
        typesetter.compile(
            output=room / _MADE,
            pdf_standards=[_STANDARD],
            timestamp=datetime.fromisoformat(at).astimezone(UTC),
        )
        (room / _PLACES).write_text(typesetter.query("<places>", field="value"), "utf-8")
    except typst.TypstError as error:
        (room / _WRONG).write_text(str(error), "utf-8")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[1]), *sys.argv[2:4]))
