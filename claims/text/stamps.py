"""Stamps of publication inside of a running line: what a page wrote above its text, glued to it when the line breaks were lost.

``Rockets hit port AFP Friday 3 May 2019 Rockets hit the port …`` is a headline, a stamp and a text; ``Published May 3 2019
Rockets hit …`` a stamp and a text. The day of a stamp is that of the page. A line that opens with a bare day is left alone: in a
chronicle it is the day of what the line tells.
"""

from __future__ import annotations

import re

from claims.text.phrases import publication

_REACH = 240
"""Characters at the head of a line in which a stamp is looked for: a headline and no more."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? ?\d{{4}})"
_CLOCK = r"(?: at)?(?:,? \d{1,2}:?\d{2}(?: ?(?:GMT|UTC|[ap]m))?)?"
_BEGINS = r"\s+(?=[A-Z0-9\"“‘(])"
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_SAID = re.compile(
    r"(?:(?:Date of publication|Last updated|Published|Updated|Posted)(?: on| at)?:? (?:[A-Z][a-z]{2,8},? )?"
    rf"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ){_DAY}{_CLOCK}{_BEGINS}"
)
_AGENCY = re.compile(
    r"(?P<name>[A-Z][A-Za-z]{1,11}) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day "
    rf"{_DAY}{_CLOCK}{_BEGINS}"
)
_PLACE = re.compile(r"[A-Z]{3,}(?:[ /][A-Z]{3,})? \((?P<name>[A-Z][A-Za-z]{1,11})\)\s+(?=[A-Z])")


def stamp_in(line: str) -> tuple[int, int]:
    """First and last offset of the stamp in a line, both 0 where it holds none; before it stands a headline or nothing."""
    head = line[:_REACH]
    placed = _PLACE.match(head)
    if placed and _is_media(placed["name"]):
        return 0, placed.end()
    if not _YEAR.search(head):
        return 0, 0
    said = _SAID.match(head)
    if said:
        return 0, said.end()
    agencies = (found for found in _AGENCY.finditer(head) if _is_media(found["name"]))
    found = next(agencies, None)
    return (found.start(), found.end()) if found else (0, 0)


def _is_media(name: str) -> bool:
    return name.lower() in publication().media
