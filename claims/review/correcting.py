"""Correct one part of a claim: by marking words, which the slot modules read, or by giving the value.

===============  ====================================================================================================
what is given    what it means
===============  ====================================================================================================
a `Span`         the words that state the part; read by the slot modules, refused when they do not read it there
a value          taken as it is: a date, places, parties, figures, a source; its words must stand in the text
a text           a date as EDTF, the name of a place, of a party or of a source, a figure in words, a kind, a polarity,
                 a modality, a statement; where it stands in the document is said by ``words``
None             not stated; nobody named is the publisher's own voice
===============  ====================================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeAlias, TypeVar

from claims.errors import InputError, Refused
from claims.extraction.mentions import Mentions
from claims.extraction.speech import own_voice
from claims.model import (
    Attribution,
    Claim,
    DateValue,
    Lineage,
    Modality,
    Part,
    Party,
    Place,
    Polarity,
    Quantity,
    Span,
)
from claims.review.amending import touching, worded
from claims.review.holding import check_values, hold_span
from claims.review.statements import GIVEN, recast
from claims.slots.party import find_parties, find_sources
from claims.slots.place import find_places
from claims.slots.quantity import find_quantities
from claims.slots.time import spelt_date

One: TypeAlias = DateValue | Place | Party | Quantity | Attribution | Span | str
Value: TypeAlias = One | tuple[One, ...] | None
"""What a person may hand in for a part."""

V = TypeVar("V", Place, Party, Quantity)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one part of a claim.

    Attributes:
        part: which part.
        value: what it is; see the table above.
        words: where a value that is given as text stands in the document; None: where the part stood before, else
            all of the quote.
    """

    part: Part
    value: Value
    words: Span | None = None

    @property
    def given(self) -> bool:
        """Whether the person gave the value, rather than words in which it is read."""
        return not (isinstance(self.value, Span) or _is_spans(self.value))


def _is_spans(value: Value) -> bool:
    return isinstance(value, tuple) and bool(value) and all(isinstance(v, Span) for v in value)


def corrected(mentions: Mentions, claim: Claim, said: Correction) -> Claim:
    """The claim with one part corrected.

    Raises:
        InputError: what is given is no such value, or stands on words that are not there.
        Refused: the slot modules do not read it in the words marked, or nothing would change.
    """
    if said.words is not None:
        hold_span(mentions.document, said.words)
    changed = _CORRECT[said.part](mentions, claim, said)
    if changed == claim:
        raise Refused(
            f"Claim {claim.id} says so already.",
            next_step="Nothing was changed; give another value.",
        )
    check_values(mentions, changed, (claim,))
    if said.part is Part.STATEMENT:
        return replace(changed, id="", findings=())
    unread = changed.unread
    made = worded(mentions, replace(changed, id=""), claim.span)
    slot = said.part.value
    made = replace(
        made,
        borrowed=claim.borrowed,
        unread=tuple(each for each in unread if each.slot.value != slot),
    )
    language = mentions.document.language
    return replace(made, statement=recast(claim, made, language, given=said.given))


def _date(mentions: Mentions, claim: Claim, said: Correction) -> Claim:
    match said.value:
        case None | DateValue():
            return replace(claim, date=said.value)
        case Span() as words:
            found = touching(mentions.dates, _marked(mentions, words))
            if len(found) != 1:
                raise _not_read(said.part, words, len(found))
            return replace(claim, date=found[0])
        case str(edtf):
            span = said.words or (claim.date.span if claim.date else claim.span)
            text = span.of(mentions.document.text)
            return replace(
                claim, date=DateValue(spelt_date(edtf) or edtf.strip(), text, span, GIVEN)
            )
    raise _no_value(said.part)


def _marked(mentions: Mentions, words: Span) -> Span:
    hold_span(mentions.document, words)
    return words


def _not_read(part: Part, words: Span, count: int) -> Refused:
    return Refused(
        f"At [{words.start}, {words.end}) {count} values were read as {part}, not one.",
        next_step="Mark the words of one value, or give the value itself.",
    )


def _no_value(part: Part) -> InputError:
    return InputError(
        f"That is no value for the {part} of a claim.",
        next_step="Mark its words, or give it as text or as a value of claims.model.",
    )


@dataclass(frozen=True, slots=True)
class _Slot(Generic[V]):
    """A slot that takes several values.

    Attributes:
        kind: what its values are.
        named: a value of that name, without its place in the text.
        read: what the slot modules read in the document.
        old: what the claim has.
    """

    kind: type[V]
    named: Callable[[str], V]
    read: tuple[V, ...]
    old: tuple[V, ...]


def _values(mentions: Mentions, claim: Claim, said: Correction, slot: _Slot[V]) -> tuple[V, ...]:
    """The new values of a slot that takes several."""
    if said.value is None:
        return ()
    found: list[V] = []
    for one in said.value if isinstance(said.value, tuple) else (said.value,):
        if isinstance(one, Span):
            inside = touching(slot.read, _marked(mentions, one))
            if len(inside) != 1:
                raise _not_read(said.part, one, len(inside))
            found.append(inside[0])
        elif isinstance(one, slot.kind):
            found.append(one)
        elif isinstance(one, str) and one.strip():
            span = said.words or (slot.old[0].span if len(slot.old) == 1 else claim.span)
            text = span.of(mentions.document.text)
            found.append(replace(slot.named(one), text=text, span=span))
        else:
            raise _no_value(said.part)
    return tuple(found)


def _place(mentions: Mentions, claim: Claim, said: Correction) -> Claim:
    slot = _Slot(Place, _named_place, mentions.places, claim.places)
    return replace(claim, places=_values(mentions, claim, said, slot))


def _actor(mentions: Mentions, claim: Claim, said: Correction) -> Claim:
    slot = _Slot(Party, _named_party, mentions.parties, claim.actors)
    return replace(claim, actors=_values(mentions, claim, said, slot))


def _target(mentions: Mentions, claim: Claim, said: Correction) -> Claim:
    slot = _Slot(Party, _named_party, mentions.parties, claim.targets)
    return replace(claim, targets=_values(mentions, claim, said, slot))


def _quantity(mentions: Mentions, claim: Claim, said: Correction) -> Claim:
    slot = _Slot(Quantity, _figure, mentions.quantities, claim.quantities)
    return replace(claim, quantities=_values(mentions, claim, said, slot))


def _bare(name: str) -> str:
    """A name without space around it and without the English article, as the finders give it."""
    return name.strip().removeprefix("the ")


def _named_place(name: str) -> Place:
    found = find_places(name)
    whole = [place for place in found if place.text == _bare(name)]
    return whole[0] if whole else Place(name.strip(), "", None, None, "in", name, Span(0, 0))


def _named_party(name: str) -> Party:
    found = find_parties(name)
    whole = [party for party in found if party.text == _bare(name)]
    return whole[0] if whole else Party(name.strip(), "", "", name, Span(0, 0))


def _figure(words: str) -> Quantity:
    found = find_quantities(words)
    if len(found) != 1:
        raise InputError(
            f"{words!r} is not one figure.",
            next_step="Write it as in «5 strikes», or give a Quantity.",
        )
    return found[0]


def _speaker(mentions: Mentions, claim: Claim, said: Correction) -> Claim:
    match said.value:
        case None:
            return replace(claim, attribution=(own_voice(mentions),))
        case Attribution() as one:
            return replace(claim, attribution=(*claim.attribution[:-1], one))
        case Span() as words:
            found = touching(mentions.sources, _marked(mentions, words))
            if len(found) != 1:
                raise _not_read(said.part, words, len(found))
            source = found[0]
            link = Attribution(source.name, source.lineage, "", source.text, source.span)
            return replace(claim, attribution=(*claim.attribution[:-1], link))
        case str(name) if name.strip():
            return replace(
                claim,
                attribution=(*claim.attribution[:-1], named_source(mentions, name, said.words)),
            )
        case tuple(links) if links and all(isinstance(link, Attribution) for link in links):
            return replace(claim, attribution=tuple(x for x in links if isinstance(x, Attribution)))
    raise _no_value(said.part)


def named_source(mentions: Mentions, name: str, words: Span | None = None) -> Attribution:
    """Who speaks, by name, standing at ``words``; of unknown lineage when the vocabulary does not have them."""
    known = (*mentions.sources, *find_sources(name))
    found = [each for each in known if each.text == _bare(name)]
    lineage = found[0].lineage if found else Lineage.UNKNOWN
    text = words.of(mentions.document.text) if words else ""
    return Attribution(found[0].name if found else name.strip(), lineage, "", text, words)


def _word(said: Correction) -> str:
    if not isinstance(said.value, str) or not said.value.strip():
        raise _no_value(said.part)
    return said.value.strip()


def _kind(_: Mentions, claim: Claim, said: Correction) -> Claim:
    return replace(claim, kind=_word(said))


def _polarity(_: Mentions, claim: Claim, said: Correction) -> Claim:
    return replace(claim, polarity=_choice(Polarity, said))


def _modality(_: Mentions, claim: Claim, said: Correction) -> Claim:
    return replace(claim, modality=_choice(Modality, said))


def _statement(_: Mentions, claim: Claim, said: Correction) -> Claim:
    return replace(claim, statement=_word(said))


E = TypeVar("E", Polarity, Modality)


def _choice(kind: type[E], said: Correction) -> E:
    word = _word(said)
    if word not in set(kind):
        raise InputError(
            f"{word!r} is no {said.part}.", next_step=f"Choose one of: {', '.join(kind)}."
        )
    return kind(word)


_CORRECT: Final[Mapping[Part, Callable[[Mentions, Claim, Correction], Claim]]] = {
    Part.DATE: _date,
    Part.PLACE: _place,
    Part.ACTOR: _actor,
    Part.TARGET: _target,
    Part.QUANTITY: _quantity,
    Part.SPEAKER: _speaker,
    Part.KIND: _kind,
    Part.POLARITY: _polarity,
    Part.MODALITY: _modality,
    Part.STATEMENT: _statement,
}
