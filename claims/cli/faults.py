"""What `claims verify` says of a record that does not hold: where it begins to be wrong, and how much else there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claims.cli.terminal import message, visible
from claims.report.wording import Wording

if TYPE_CHECKING:
    from claims.store.verify import Fault

_CHAIN: Final = "audit"
_FEW: Final = 20
"""So many faults are printed where the chain itself holds, so that none follows from another for sure."""
_GROUND: Final = frozenset({"file", "structure", _CHAIN})
"""Where a fault lies that others follow from."""


def lines_of(faults: Sequence[Fault], words: Wording, *, every: bool) -> Iterator[str]:
    """The faults to look at first, a line each, and one line that counts the rest.

    One row that is gone from the chain makes all that it told of look put in, and all that follows from it wrong. So where the chain is
    broken, the file, its structure and the first bad row are told; where it holds, the first `_FEW`.

    Args:
        faults: in the order in which they were found.
        words: in whose language.
        every: print all of them.
    """
    first = next((fault for fault in faults if fault.where == _CHAIN), None)
    if every:
        shown = list(faults)
    elif first is None:
        shown = list(faults[:_FEW])
    else:
        shown = [each for each in faults if each.where in _GROUND - {_CHAIN} or each is first]
    for fault in shown:
        if fault is first and len(faults) > 1:
            yield words.text("line_first_bad", row=visible(fault.id))
        yield _line(fault, words)
    left = Counter(each.where for each in faults)
    left.subtract(each.where for each in shown)
    tables = [f"{where} {count:,}" for where, count in left.items() if count]
    if tables:
        told = words.text("comma").join(tables)
        yield words.text("line_further_faults", count=left.total(), tables=told)


def _line(fault: Fault, words: Wording) -> str:
    return f"{fault.where} {visible(fault.id)}: {message(fault.message.within(words.language))}"
