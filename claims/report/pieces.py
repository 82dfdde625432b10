"""A report cut into pieces of bounded size for the typesetter, which needs memory for all that it sets at once.

A piece begins with a section where that can be; where a section is longer than a piece, the next one begins with its
heading again, which says that it goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

Node = dict[str, Any]

MOST: Final = 1_500_000
"""Characters of JSON in a piece: some 130 pages of tables."""
_PARTS: Final = {"table": "rows", "listing": "items", "passages": "passages"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A section without its parts, or as much of it as one piece holds.

    Attributes:
        level: of its heading, 1 for the highest.
        anchor: of the section; "" where it goes on from the piece before.
        title: runs of its heading.
        blocks: what stands in it.
    """

    level: int
    anchor: str
    title: list[Node]
    blocks: list[Node]

    def node(self) -> Node:
        """As the template reads it."""
        return {
            "level": self.level,
            "anchor": self.anchor,
            "title": self.title,
            "blocks": self.blocks,
            "parts": [],
        }

    def anchors(self) -> Iterator[str]:
        """The places in it that a link can lead to."""
        rows = (row for block in self.blocks if block["kind"] == "table" for row in block["rows"])
        yield from (each for each in (self.anchor, *(row["anchor"] for row in rows)) if each)


@dataclass(slots=True)
class Cutter:
    """Cuts a report.

    Attributes:
        continued: the runs of a heading that goes on from the piece before.
        most: characters of JSON in a piece; one row of a table may be more.
    """

    continued: Callable[[list[Node]], list[Node]]
    most: int = MOST
    _above: dict[int, list[Node]] = field(default_factory=dict)

    def pieces(self, sections: Iterable[Node]) -> Iterator[list[Stretch]]:
        """The pieces, each of whole stretches; a heading is in one piece with what follows it.

        Args:
            sections: as the template reads them, with ``parts``. What is in them may be made when it is read: no more of
                it is held than a piece.
        """
        piece: list[Stretch] = []
        heads: list[Stretch] = []
        size = 0
        for stretch in (each for one in sections for each in self._stretches(one, 1)):
            heads.append(stretch)
            if not stretch.blocks:
                continue
            weight = _weight(stretch.blocks)
            if piece and size + weight > self.most:
                yield piece
                piece, size = self._headings(heads[0].level), 0
            self._above.update({each.level: each.title for each in heads if each.anchor})
            piece.extend(heads)
            heads = []
            size += weight
        if piece or heads:
            yield [*piece, *heads]

    def _headings(self, level: int) -> list[Stretch]:
        """The headings above a level, which go on."""
        return [
            Stretch(above, "", self.continued(self._above[above]), []) for above in range(1, level)
        ]

    def _stretches(self, section: Node, level: int) -> Iterator[Stretch]:
        anchor, title = section["anchor"], section["title"]
        for blocks in self._held(section["blocks"]):
            yield Stretch(level, anchor, title if anchor else self.continued(title), blocks)
            anchor = ""
        for part in section["parts"]:
            yield from self._stretches(part, level + 1)

    def _held(self, blocks: Iterable[Node]) -> Iterator[list[Node]]:
        """The blocks of a section in lists that a piece can hold; at least one."""
        held: list[Node] = []
        size = 0
        for block in (each for one in blocks for each in self._cut(one)):
            weight = _weight(block)
            if held and size + weight > self.most:
                yield held
                held, size = [], 0
            held.append(block)
            size += weight
        yield held

    def _cut(self, block: Node) -> Iterator[Node]:
        """A block, or several of the same head where it is longer than a piece."""
        name = _PARTS.get(block["kind"], "")
        if not name:
            yield block
            return
        held: list[Node] = []
        size = 0
        for each in block[name]:
            weight = _weight(each)
            if held and size + weight > self.most:
                yield {**block, name: held}
                held, size = [], 0
            held.append(each)
            size += weight
        yield {**block, name: held}


def _weight(node: object) -> int:
    return len(json.dumps(node, ensure_ascii=False))
