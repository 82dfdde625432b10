"""Who may see which remark.

In a case that asks for more than one answer on each pair, what people write beside a pair could tell their answer. Until
a pair is settled, its remarks and those on its decisions are their author's alone, and so are those on a claim until
all its pairs are settled, and on an incident until all pairs are. A mark on a claim is shown when as many people have
marked the claim as the case asks for. What is written of a document all see at once: it is no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claims.model import Remark, RemarkKind, Thing, Topic

Settled = Callable[[Topic], bool]
"""Whether everything that a topic could tell of is settled."""


def visible(
    remarks: Iterable[Remark], *, reviewers: int, asker: str, settled: Settled
) -> tuple[Remark, ...]:
    """The remarks that the asker may see, in their order.

    Args:
        remarks: all remarks on the things concerned.
        reviewers: how many people judge each pair; 1 shows everything.
        asker: who asks.
        settled: tells what is settled.
    """
    rows = tuple(remarks)
    if reviewers <= 1:
        return rows
    marked: dict[Topic, set[str]] = {}
    for row in rows:
        if row.kind is RemarkKind.MARK and row.live and row.content is not None:
            marked.setdefault(row.topic, set()).add(row.by)

    def shown(row: Remark) -> bool:
        if row.by == asker:
            return True
        if row.kind is RemarkKind.MARK:
            return len(marked.get(row.topic, ())) >= reviewers
        return row.topic.thing is Thing.DOCUMENT or settled(row.topic)

    return tuple(row for row in rows if shown(row))
