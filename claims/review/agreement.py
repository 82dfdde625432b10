"""How far people agree beyond chance, on nominal values. Pure; figures are fractions, 1 is full agreement.

An item is what several people were asked about: one value for each person, or None where one gave none. Four figures:

    percent        share of pairs of answers to one item that say the same, averaged over items; counted here
    cohen          two people: (po - pe) / (1 - pe), pe from each one's own shares (Cohen 1960, Educational and
                   Psychological Measurement 20, 37-46); by ``statsmodels.stats.inter_rater``
    fleiss         any number of people, the same on every item (Fleiss 1971, Psychological Bulletin 76, 378-382); by
                   ``statsmodels.stats.inter_rater``
    krippendorff   any number of people, answers may be missing: 1 - Do / De from the coincidences within items, with
                   its correction for few of them (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability);
                   counted here, for the one package that is kept well is under the GPL, which this product is not

The interval is that of the jackknife over items: value ± 1.96 standard errors, from the figures without one item each
(Efron and Stein 1981, The Annals of Statistics 9, 586-596), cut at -1 and 1; the package has none for all of them. Where all
items are alike the jackknife sees no spread: the percent of items that all agree, or all part, then has the exact bound
(Clopper and Pearson 1934, Biometrika 26, 404-413: 0.025 ** (1 / n) for n of n), any other figure no interval, and it says why. Where
only one value was used, chance agreement is 1 and a figure beyond chance is undefined: it is None, and says why; the
package is not asked then. Total disagreement never scores above 0.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Answers: TypeAlias = Mapping[str, Hashable]
"""The value that each person gave of one item; who gave none is not in it."""

Pattern: TypeAlias = frozenset[tuple[str, Hashable]]
"""The same, as something that can be counted."""

Table: TypeAlias = Mapping[Pattern, int]
"""How many items were answered in each way; of at least two answers each."""

METHOD: Final = "jackknife over items, normal, 95 %; exact where all items are alike"
"""How the intervals are made."""

_TWO: Final = 2
_WIDTH: Final = 1.959964
"""Standard errors on each side of a normal 95 % interval."""
_TAIL: Final = 0.025
"""What a 95 % interval leaves out on each side."""
_ROUNDED: Final = 1e-12
"""Below this a spread is nothing but the rounding of figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of agreement.

    Attributes:
        value: the figure, None when it is undefined.
        low: lower end of the 95 % interval, None without one.
        high: its upper end.
        why: why it is undefined: ``no_items``, ``one_value``, ``uneven``, ``more_people``; "" when it is not.
        bare: why it has no interval though it is there: ``one_item``, ``one_throughout`` (one of two people gave one answer
            throughout: Cohen's kappa is then 0, whatever the other said), ``hinges`` (without one of the items it would be
            undefined), ``no_spread`` (leaving out any one item changes nothing); "" when it has one, or is undefined.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    why: str = ""
    bare: str = ""


class Undefined(ValueError):
    """A figure that does not exist for these items; the argument says why."""


def table(items: Iterable[Answers]) -> Table:
    """The items by how they were answered; those with fewer than two answers are left out: nobody agrees with nobody."""
    return Counter(frozenset(item.items()) for item in items if len(item) >= _TWO)


def parted(items: Iterable[Answers]) -> tuple[Table, Mapping[str, int]]:
    """The items that a figure of one field rests on by how they were answered, and how many it does not rest on by why.

    ``absent``: fewer than two of these people answered. ``unsaid``: nobody of those who did said anything, that is all
    values are empty: silence is no agreement. Each item is in the table or is counted once.
    """
    kept: list[Answers] = []
    without: Counter[str] = Counter()
    for item in items:
        if len(item) < _TWO:
            without["absent"] += 1
        elif not any(item.values()):
            without["unsaid"] += 1
        else:
            kept.append(item)
    return table(kept), without


def percent(found: Table) -> float:
    """Share of pairs of answers to one item that say the same, averaged over items.

    Raises:
        Undefined: no items.
    """
    size = _size(found)
    return sum(_same(pattern) * times for pattern, times in found.items()) / size


def _same(pattern: Pattern) -> float:
    size = len(pattern)
    counts = Counter(value for _, value in pattern)
    return sum(n * (n - 1) for n in counts.values()) / (size * (size - 1))


def cohen(found: Table) -> float:
    """Cohen's kappa of two people.

    Raises:
        Undefined: no items, more than two people, or one value only.
    """
    import numpy as np
    from statsmodels.stats.inter_rater import cohens_kappa

    people = sorted({person for pattern in found for person, _ in pattern})
    if len(people) > _TWO:
        raise Undefined("more_people")
    columns = _columns(found)
    square = np.zeros((len(columns), len(columns)))
    for pattern, times in found.items():
        said = dict(pattern)
        one, other = (columns[said[person]] for person in people)
        square[one, other] += times
    return float(cohens_kappa(square, return_results=False))


def fleiss(found: Table) -> float:
    """Fleiss' kappa.

    Raises:
        Undefined: no items, not the same number of answers to each, or one value only.
    """
    from statsmodels.stats.inter_rater import fleiss_kappa

    columns = _columns(found, even=True)
    return float(fleiss_kappa(_counts(found, columns), method="fleiss"))


def krippendorff(found: Table) -> float:
    """Krippendorff's alpha for nominal values; answers may be missing.

    Raises:
        Undefined: no items, or one value only.
    """
    _columns(found)
    values: Counter[Hashable] = Counter()
    for pattern, times in found.items():
        for _, value in pattern:
            values[value] += times
    total = values.total()
    parted = ((1 - _same(pattern)) * len(pattern) * times for pattern, times in found.items())
    expected = 1 - sum(n * (n - 1) for n in values.values()) / (total * (total - 1))
    return 1 - (sum(parted) / total) / expected


def _columns(found: Table, *, even: bool = False) -> Mapping[Hashable, int]:
    """A column for each value that was given, when there are two of them.

    Raises:
        Undefined: no items, one value only, or with ``even`` not the same number of answers to each.
    """
    _size(found)
    if even and len({len(pattern) for pattern in found}) > 1:
        raise Undefined("uneven")
    columns: dict[Hashable, int] = {}
    for pattern in found:
        for _, value in pattern:
            columns.setdefault(value, len(columns))
    if len(columns) == 1:
        raise Undefined("one_value")
    return columns


def _counts(found: Table, columns: Mapping[Hashable, int]) -> NDArray[np.int64]:
    """A row for each item, a column for each value: how many people gave it."""
    import numpy as np

    ways = np.zeros((len(found), len(columns)), dtype=np.int64)
    for row, pattern in enumerate(found):
        for _, value in pattern:
            ways[row, columns[value]] += 1
    return np.repeat(ways, list(found.values()), axis=0)


def _size(found: Table) -> int:
    """How many items there are."""
    size = sum(found.values())
    if not size:
        raise Undefined("no_items")
    return size


def figure(measure: Callable[[Table], float], found: Table) -> Figure:
    """A figure with its interval, or why there is none."""
    try:
        value = measure(found)
    except Undefined as reason:
        return Figure(None, why=str(reason))
    error = _standard_error(measure, found)
    if error:
        least = 0.0 if measure is percent else -1.0
        return Figure(value, max(least, value - _WIDTH * error), min(1.0, value + _WIDTH * error))
    if measure is percent and value in {0.0, 1.0}:
        return _exact(value, _size(found))
    return Figure(value, bare=_bare(measure, found, error))


def _exact(value: float, size: int) -> Figure:
    """The percent of items that all agree, or all part, with its exact interval."""
    bound = _TAIL ** (1 / size)
    return Figure(value, bound, 1.0) if value else Figure(value, 0.0, 1 - bound)


def _bare(measure: Callable[[Table], float], found: Table, error: float | None) -> str:
    """Why the jackknife gives a figure no interval; ``error`` is what it made of it."""
    if _size(found) == 1:
        return "one_item"
    if measure is cohen and _one_throughout(found):
        return "one_throughout"
    return "hinges" if error is None else "no_spread"


def _one_throughout(found: Table) -> bool:
    """Whether somebody gave the same answer to every item."""
    said: dict[str, set[Hashable]] = {}
    for pattern in found:
        for person, value in pattern:
            said.setdefault(person, set()).add(value)
    return any(len(values) == 1 for values in said.values())


def _standard_error(measure: Callable[[Table], float], found: Table) -> float | None:
    """The jackknife's, None where the figure does not exist without one of the items."""
    size = _size(found)
    without: list[tuple[float, int]] = []
    for pattern, times in found.items():
        rest = {each: n - (each == pattern) for each, n in found.items() if n > (each == pattern)}
        try:
            without.append((measure(rest), times))
        except Undefined:
            return None
    mean = sum(value * times for value, times in without) / size
    spread = sum((value - mean) ** 2 * times for value, times in without)
    return math.sqrt(spread * (size - 1) / size) if spread > _ROUNDED else 0.0
