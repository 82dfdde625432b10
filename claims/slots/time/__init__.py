"""Dates and times: found in running text, normalised to EDTF, compared, captioned.

The grammar works on tokens (`claims.text.tokens`): `line` looks every token up once, `mention` and the modules below it
read what stands together, `resolve` turns it into EDTF with what is known around it. Words stand in
``claims/slots/data/time_*.toml``.
"""

from claims.slots.time.caption import caption, edtf_words
from claims.slots.time.compare import compare, specificity, weekday_of
from claims.slots.time.edtf import interval, stretches
from claims.slots.time.find import Dates, find_dates, find_unread_dates, read_dates
from claims.slots.time.own_day import OwnDay, calls_today, own_day
from claims.slots.time.reasons import reason_words, reasons
from claims.slots.time.spelt import spelt_date

__all__ = [
    "Dates",
    "OwnDay",
    "calls_today",
    "caption",
    "compare",
    "edtf_words",
    "find_dates",
    "find_unread_dates",
    "interval",
    "own_day",
    "read_dates",
    "reason_words",
    "reasons",
    "specificity",
    "spelt_date",
    "stretches",
    "weekday_of",
]
