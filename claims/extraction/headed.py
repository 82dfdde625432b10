"""What a headline takes from the sentence below it: the day of the deed that both tell.

A headline tells in few words what its first sentence tells with the day. It has that day where the sentence tells a deed or a
loss of the same kind, of one day, at no other place and with no other figure. A headline that looks back, sums up or states a
day of its own keeps what it says. Of one that stands below other text, which may be the title of another article, the
sentence must name the same place as well; so must it of the first sentence of an Arabic report, which often repeats the headline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.extraction.draft import Draft, elsewhere
from claims.extraction.figures import figures, of_kind
from claims.extraction.mentions import Mentions, Range
from claims.extraction.pointers import keys_of, looks_back, overall
from claims.extraction.speech import Speech
from claims.model import DateValue, Level, Modality, Polarity, Quantity, Role, Sentence
from claims.slots.quantity import compare

_DEEDS = frozenset({"strike", "clash"})
_EVENTS = _DEEDS | {"casualties", "damage", "displacement", "arrest", "control"}
_STRUCK = frozenset({"strike", "casualties", "damage"})
_REACH = 2
_TELLING = 10
"""A toll that two places hardly share by chance: a headline's *Kordofan* is the lead's village then."""
_FULL_DAY = len("2018-04-03")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as it was read.

    Attributes:
        part: the sentence.
        tokens: its tokens that are read.
        drafts: what it states, in order.
        speeches: the words of saying in it.
        begins: whether another post begins with it.
    """

    part: Sentence
    tokens: Range
    drafts: tuple[Draft, ...]
    speeches: tuple[Speech, ...]
    begins: bool


def headed(mentions: Mentions, told: Sequence[Told]) -> list[Told]:
    """Sentences in order, each headline and Arabic lead among them with the day of the sentence below it that tells the same."""
    found = list(told)
    below = opened = False
    for number, one in enumerate(found):
        if one.begins:
            below = opened = False
        title = one.part.role is Role.HEADLINE
        lead = not title and not opened and one.part.language == "ar" and _tells(one)
        below = below or not title
        opened = opened or (not title and _tells(one))
        if (title or lead) and _open(mentions, one.drafts):
            leads = _leads(mentions, found, number)
            toll = _one_toll(one.drafts, leads)
            dated = tuple(_with_day(each, leads, below=below, toll=toll) for each in one.drafts)
            found[number] = replace(one, drafts=_together(dated, leads))
    return found


def _tells(one: Told) -> bool:
    return any(each.kind in _STRUCK | _DEEDS for each in one.drafts)


def _open(mentions: Mentions, drafts: tuple[Draft, ...]) -> bool:
    """Whether a headline states no day, and tells of now."""
    if any(one.dates for one in drafts) or all(one.kind not in _EVENTS for one in drafts):
        return False
    return not any(looks_back(mentions, one) or overall(mentions, one) for one in drafts)


def _leads(mentions: Mentions, told: list[Told], number: int) -> tuple[Draft, ...]:
    """What the first dated one of the two sentences below a headline tells, where it knows one day; () for none."""
    left = _REACH
    for one in told[number + 1 : number + 2 + _REACH]:
        if one.begins or not left:
            break
        if one.part.role is Role.HEADLINE:
            continue
        left -= 1
        if any(draft.dates for draft in one.drafts):
            return one.drafts if _of_one_day(mentions, one.drafts) else ()
    return ()


def _of_one_day(mentions: Mentions, drafts: tuple[Draft, ...]) -> bool:
    """Whether a sentence tells of one day; what somebody keeps doing beside that is of none (قُتل ثلاثة يوم الأحد، *في ظل استمرار القصف*)."""
    days = {day.edtf for one in drafts for day in one.dates}
    if len(days) != 1 or len(next(iter(days))) != _FULL_DAY:
        return False
    single = (one for one in drafts if one.modality is not Modality.REPEATED)
    return not any(looks_back(mentions, one) or overall(mentions, one) for one in single)


def _with_day(one: Draft, leads: tuple[Draft, ...], *, below: bool, toll: bool) -> Draft:
    """A draft of a headline with the day of what the sentence below tells of the same; of the same place, where text stands above (``below``)."""
    if one.kind not in _EVENTS or not _certain(one):
        return one
    alike = [
        lead
        for lead in leads
        if lead.dates
        and _certain(lead)
        and _one_kind(one, lead)
        and not _differs(one, lead, toll=toll)
    ]
    if below:
        alike = [lead for lead in alike if not keys_of(one.places).isdisjoint(keys_of(lead.places))]
    return replace(one, dates=_day(alike[0])) if alike else one


def _day(lead: Draft) -> tuple[DateValue, ...]:
    return (replace(lead.dates[0], time=""),)


def _together(drafts: tuple[Draft, ...], leads: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts of a headline, a loss beside its deed with the day of that, where the sentence below tells of no such thing."""
    dated = next((one for one in drafts if one.dates and one.kind in _STRUCK | _DEEDS), None)
    if dated is None:
        return drafts
    told = {lead.kind for lead in leads}
    return tuple(
        replace(one, dates=dated.dates)
        if not one.dates and one.kind in _STRUCK - told and _certain(one) and _at_one(one, dated)
        else one
        for one in drafts
    )


def _at_one(one: Draft, other: Draft) -> bool:
    return {p.id or p.name for p in one.places} == {p.id or p.name for p in other.places}


def _certain(one: Draft) -> bool:
    return one.modality is Modality.ASSERTED and one.polarity is Polarity.AFFIRMED


def _one_kind(one: Draft, lead: Draft) -> bool:
    return one.kind == lead.kind or {one.kind, lead.kind} == _DEEDS


def _differs(one: Draft, lead: Draft, *, toll: bool) -> bool:
    """Whether a headline and the sentence below count the same in another number, or name other places and no ``toll`` that both give."""
    if any(level is Level.DIFFERENT for _, level in _compared(one, lead)):
        return True
    return elsewhere(one.places, lead.places) and not toll


def _one_toll(drafts: tuple[Draft, ...], leads: tuple[Draft, ...]) -> bool:
    """Whether a headline and the sentence below give a number in common that is no small one."""
    return any(
        (stated.low or 0) >= _TELLING and level is not Level.DIFFERENT
        for one in drafts
        for lead in leads
        for stated, level in _compared(one, lead)
    )


def _compared(one: Draft, lead: Draft) -> list[tuple[Quantity, Level]]:
    """The figures of a headline's draft that another draft gives as well, each with how the two stand to each other."""
    return [
        (stated, compare(stated, counted)[0])
        for stated in _counted(one)
        for counted in _counted(lead)
        if (stated.unit, stated.of) == (counted.unit, counted.of)
    ]


def _counted(one: Draft) -> list[Quantity]:
    return [figure.total for figure in of_kind(one.kind, figures(one.quantities))]
