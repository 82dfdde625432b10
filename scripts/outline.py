"""Makes ``claims/report/data/outline.json`` from ``countries-50m.json`` of the npm package world-atlas.

Usage: python scripts/outline.py countries-50m.json claims/report/data/outline.json
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

STEPS: Final = 100
"""Steps of a degree that places are rounded to: about a kilometre, finer than the scale of the original."""
ABOUT: Final = {
    "what": "Coasts and borders of the world as lines, for the map under the places of a case.",
    "source": "Natural Earth, 1:50m, version 4.1 (public domain), as TopoJSON of the npm package world-atlas 2.0.2 (ISC)",
    "made": "scripts/outline.py: each line once, rounded to a hundredth of a degree, names left out",
    "form": "a line is x, y, then steps to the next point, in hundredths of a degree: longitude, latitude (WGS84)",
    "reader": "claims/report/pictures/outline.py",
}


def main(source: str, target: str) -> None:
    """Read the one file and write the other."""
    atlas = json.loads(Path(source).read_text("utf-8"))
    used = Counter(_arcs(atlas["objects"]["countries"]))
    kinds: dict[str, list[list[int]]] = {"coasts": [], "borders": []}
    for number, arc in enumerate(atlas["arcs"]):
        line = _rounded(arc, atlas["transform"])
        if len(line) > 2:  # noqa: PLR2004 - more than one point
            kinds["borders" if used[number] > 1 else "coasts"].append(line)
    lines = [f' "about": {json.dumps(ABOUT, indent=1)}']
    for name, arcs in kinds.items():
        body = ",\n".join(json.dumps(each, separators=(",", ":")) for each in arcs)
        lines.append(f' "{name}": [\n{body}\n ]')
    Path(target).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _arcs(node: Any) -> Iterator[int]:  # noqa: ANN401 - whatever JSON holds
    """The arcs that shapes are made of; one that two countries share comes twice."""
    if isinstance(node, dict):
        for each in node.get("geometries", [node.get("arcs", [])]):
            yield from _arcs(each)
    elif isinstance(node, list):
        for each in node:
            yield from _arcs(each)
    else:
        yield node if node >= 0 else ~node


def _rounded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[int]:
    """The points of an arc as one list: the first, then the steps; what falls together is one point."""
    found: list[int] = []
    x = y = 0
    before = (0, 0)
    for step in arc:
        x, y = x + step[0], y + step[1]
        here = tuple(
            round((at * scale + shift) * STEPS)
            for at, scale, shift in zip(
                (x, y), transform["scale"], transform["translate"], strict=True
            )
        )
        if not found or here != before:
            found += [here[0] - before[0], here[1] - before[1]]
            before = (here[0], here[1])
    return found


if __name__ == "__main__":
    main(*sys.argv[1:3])
