"""The outline of a PDF, written line by line: a line waits only until it is known what follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from pikepdf import String

from claims.report.numbered_objects import ObjectFile, reference


class Heading(NamedTuple):
    """A line of the outline."""

    level: int
    anchor: str
    title: str


@dataclass(slots=True)
class _Line:
    """A line of which it is not known yet what stands below and behind it; the root is one without a title."""

    number: int
    above: int = 0
    said: bytes = b""
    before: int = 0
    first: int = 0
    last: int = 0
    below: int = 0

    def body(self, behind: int) -> bytes:
        """As it stands in the file; ``behind`` is the number of the next line of its level, 0 when there is none."""
        led = {
            b"Parent": self.above,
            b"Prev": self.before,
            b"Next": behind,
            b"First": self.first,
            b"Last": self.last,
        }
        named = b" ".join(b"/%s %s" % (name, reference(at)) for name, at in led.items() if at)
        count = b"/Count %d" % self.below if self.below else b""
        return b"<< %s %s %s >>" % (self.said, named, count)


def outlined(
    file: ObjectFile, headings: Iterable[Heading], destination: Callable[[str], bytes]
) -> int:
    """Write the headings, each under the one above it, all of them open; the number of the outline.

    Args:
        file: where to.
        headings: in reading order.
        destination: where an anchor stands, as a link says it.
    """
    root = _Line(file.number(), said=b"/Type /Outlines")
    open_ = [root]
    for each in headings:
        number = file.number()
        while len(open_) > each.level:
            _end(file, open_, number if len(open_) == each.level + 1 else 0)
        above = open_[-1]
        said = b"/Title %s /Dest %s" % (String(each.title).unparse(), destination(each.anchor))
        open_.append(_Line(number, above.number, said, above.last))
        above.first, above.last = above.first or number, number
    while len(open_) > 1:
        _end(file, open_, 0)
    file.put(root.number, root.body(0))
    return root.number


def _end(file: ObjectFile, open_: list[_Line], behind: int) -> None:
    """Write the deepest line that is open, and count it and what stands below it."""
    line = open_.pop()
    file.put(line.number, line.body(behind))
    open_[-1].below += 1 + line.below
