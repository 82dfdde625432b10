"""Quantities: how many or how much, of what and of whom, with bounds.

    >>> [(found.low, found.unit, found.of) for found in find_quantities("مقتل 12 مدنياً وإصابة نحو 30 آخرين")]
    [(12, 'killed', 'civilian'), (30, 'injured', '')]

Units and kinds are ids of ``claims/slots/data/quantity_units.toml`` and ``quantity_kinds.toml`` with captions and definitions in
Arabic and English; the words that say them are in ``quantity_nouns.toml`` and ``quantity_words.toml``.
"""

from claims.slots.quantity.caption import caption, specificity, unit_and_rate
from claims.slots.quantity.compare import comparable, compare
from claims.slots.quantity.find import find_quantities, find_unread
from claims.slots.quantity.units import Kind, Unit, Words, kinds, units

__all__ = [
    "Kind",
    "Unit",
    "Words",
    "caption",
    "comparable",
    "compare",
    "find_quantities",
    "find_unread",
    "kinds",
    "specificity",
    "unit_and_rate",
    "units",
]
