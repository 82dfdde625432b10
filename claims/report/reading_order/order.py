"""Shapes in the order in which they are read, each with its own characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from claims.report.reading_order.page import RIGHT, Cluster, Glyph, Step, Stretch

_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
STRONG: Final = RIGHT | {"L", "EN"}
_FROM_THE_RIGHT: Final = "\u061c"
NEAR: Final = 0.05


def joined(parts: Iterable[Step | Stretch]) -> list[Step | Stretch]:
    """Stretches that were drawn apart only because a letter stands higher or lower than its neighbours, as one."""
    done: list[Step | Stretch] = []
    last: int | None = None
    for part in parts:
        if isinstance(part, Stretch):
            before = None if last is None else done[last]
            if last is not None and isinstance(before, Stretch) and _goes_on(before, part):
                done[last] = replace(before, clusters=before.clusters + part.clusters, turned=True)
                continue
            last = len(done)
        done.append(part)
    return [_told_apart(each) if isinstance(each, Stretch) else each for each in done]


def _goes_on(one: Stretch, other: Stretch) -> bool:
    last = one.clusters[-1].glyphs[-1]
    here = NEAR if last.width and other.first.width else one.size
    return (
        (one.font, one.size) == (other.font, other.size)
        and (one.turned or other.turned)
        and 0 < abs(last.y - other.first.y) < one.size / 2
        and abs(one.end - other.first.x) < here
    )


def _told_apart(stretch: Stretch) -> Stretch:
    """Every shape with characters of its own, as far as a cluster can be taken apart."""
    whole: list[Cluster] = []
    for each in stretch.clusters:
        text = _INVISIBLE.sub("", each.text)
        last = whole[-1] if whole else None
        if last is not None and _one_letter(last, text):
            whole[-1] = replace(last, glyphs=last.glyphs + each.glyphs)
        else:
            whole.append(replace(each, text=text))
    return replace(stretch, clusters=tuple(whole))


def _one_letter(before: Cluster, text: str) -> bool:
    """Whether marks that were drawn before belong to the letter that is drawn now."""
    return len(text) > 1 and before.text == text and not any(one.width for one in before.glyphs)


def says(cluster: Cluster) -> Iterator[tuple[Glyph, str]]:
    """What each shape of a cluster says: the last one the letter, those drawn before it its marks."""
    *others, last = cluster.glyphs
    if not others:
        yield last, cluster.text
        return
    marks = [each for each in cluster.text if unicodedata.combining(each)]
    for number, glyph in enumerate(others):
        more = len(others) - number > 1
        yield glyph, "".join(marks[number : number + 1] if more else marks[number:])
    yield last, "".join(each for each in cluster.text if not unicodedata.combining(each))


def behind_figures(parts: Sequence[Step | Stretch]) -> list[Step | Stretch]:
    """A sign that follows a figure on its left, as in «70%», with a mark that it goes on from the right."""
    done: list[Step | Stretch] = []
    before: Stretch | None = None
    for part in parts:
        if isinstance(part, Stretch):
            marked = part if before is None else _marked(before, part)
            done.append(marked)
            before = marked if _shows(marked) else before
        else:
            done.append(part)
    return done


def _shows(stretch: Stretch) -> bool:
    return any(each.text.strip() for each in stretch.clusters)


def _marked(before: Stretch, part: Stretch) -> Stretch:
    sign = part.clusters[-1]
    strong = any(unicodedata.bidirectional(each) in STRONG for each in sign.text)
    left = (
        abs(before.first.x - part.end) < NEAR and abs(before.first.y - part.first.y) < before.size
    )
    if before.turned or strong or not left or not sign.text.strip():
        return part
    told = replace(sign, text=sign.text + _FROM_THE_RIGHT, told=True)
    return replace(part, clusters=(*part.clusters[:-1], told))


def pieces(stretch: Stretch) -> Iterator[list[Cluster]]:
    """Words as they are read, and each sign by itself that a reader could turn with the letters beside it."""
    piece: list[Cluster] = []
    for each in reversed(stretch.clusters) if stretch.turned else stretch.clusters:
        kinds = {unicodedata.bidirectional(one) for one in each.text}
        onward = bool(piece) and "AN" not in kinds
        joins = each.turned if stretch.turned else onward or not kinds.isdisjoint(STRONG - RIGHT)
        if joins:
            piece = [each, *piece] if stretch.turned else [*piece, each]
            continue
        if piece:
            yield piece
            piece = []
        yield [each]
    if piece:
        yield piece
