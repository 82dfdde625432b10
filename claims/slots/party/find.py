"""Finding the parties of a text: actors, targets, sources.

One pass from left to right over the words that can begin a name; at each of them the longest reading wins
(`claims.slots.party.choice`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import Party, Span
from claims.model.quick import quick
from claims.slots.party.abbreviations import abbreviated
from claims.slots.party.choice import longest
from claims.slots.party.entries import kinds, unresolved
from claims.slots.party.harmed import victims
from claims.slots.party.lexicon import lexicon
from claims.slots.party.named import demonyms
from claims.slots.party.persons import later_mentions
from claims.slots.party.reading import OFFICE, Mention, Reading
from claims.slots.party.trie import arabic
from claims.text.tokens import Tokens, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.model import CaseParty

_THINGS = frozenset(
    {
        "object",
        "military object",
        "infrastructure",
        "civilians",
        "fighters",
        "means",
        "demonym",
        OFFICE,
    }
)
_FIGHTERS = frozenset({"gunmen", "rebels", "unnamed-militants"})
_ARMED = frozenset({"armed group", "militia"})
_APART = frozenset("()[]\"'“”«»/-")
_MOST_APART = 3
_made, _span = quick(Party), quick(Span)


def find_parties(
    text: str | Tokens, *, language: str = "", glossary: tuple[CaseParty, ...] = ()
) -> tuple[Party, ...]:
    """The parties of a text in the order of their spans, none overlapping another.

    Args:
        text: raw text, or its tokens where they exist already. Names that only the rest of a text settles («التنظيم»,
            «التحالف», «النظام») are read only as well as the text given allows: give the whole of it.
        language: ``ar`` or ``en``, the language most of the text is in; names are read in both scripts always, but in
            an Arabic text plain English nouns (*post*, *school*) are taken for page chrome. "" reads them.
        glossary: what the case adds to the lexicon.

    Returns:
        Parties whose ``text`` is the raw words under their ``span``.
    """
    return tuple([party for party, _ in _found(text, language, glossary)])


def find_sources(
    text: str | Tokens, *, language: str = "", glossary: tuple[CaseParty, ...] = ()
) -> tuple[Party, ...]:
    """The parties of a text that can speak: the wordlist of attribution, which decides who does.

    Left out are civilians, objects, and bodies and offices that are only a noun ("the government", "the governor Omar Karim"): as
    sources they are what their words say. Left out are phrases of things and fighters even where their owner could speak («مواقع
    التنظيم»); a leader or a spokesperson stands for the party and stays. Arguments as for `find_parties`.
    """
    found = _found(text, language, glossary)
    return tuple([party for party, mention in found if _speaks(mention)])


_Found = list[tuple[Party, Mention]]
"""The parties of a text and what they were made of."""


def _found(text: str | Tokens, language: str, glossary: tuple[CaseParty, ...]) -> _Found:
    """The parties of a text, worked out once for the same tokens."""
    chrome = language == "ar"
    return tokens(text).once(
        (_found, chrome, glossary), lambda cut: _made_of(_read(cut, glossary, chrome=chrome))
    )


def _made_of(reading: Reading) -> _Found:
    return [(_party(reading, mention), mention) for mention in reading.found]


def _speaks(mention: Mention) -> bool:
    entry = mention.entry
    if entry is None or entry.id in unresolved():
        return False
    return kinds()[entry.kind].speaks and mention.group not in _THINGS


def _read(cut: Tokens, glossary: tuple[CaseParty, ...], *, chrome: bool) -> Reading:
    reading = Reading(cut, lexicon(glossary), chrome=chrome)
    for at, matches in reading.begun():
        best = longest(reading, at, matches)
        if best is None:
            continue
        reading.floor = best.end
        if best.entry is None:
            continue
        _take(reading, best)
        if best.state:
            for other in _further(reading, best):
                reading.found.append(other)
                reading.floor = other.end
    if not chrome and "(" in reading.words:
        reading.found = abbreviated(reading)
    reading.found = victims(reading)
    later = later_mentions(reading)
    if later:
        reading.found = sorted([*reading.found, *later], key=lambda mention: mention.first)
    return reading


def _further(reading: Reading, mention: Mention) -> Iterator[Mention]:
    """More demonyms behind one that named a party: «القوات الأمريكية والبريطانية»."""
    if arabic(reading.words[mention.end - 1]):
        yield from demonyms(reading, mention.end, joined=mention.group != "demonym")


def _take(reading: Reading, mention: Mention) -> None:
    """Keep a mention; one that only repeats the last behind a bracket or a quotation mark is joined to it."""
    last = reading.found[-1] if reading.found else None
    if last is None or mention.first - last.end > _MOST_APART:
        reading.found.append(mention)
    elif last.entry is mention.entry and _repeats(reading, last, mention):
        end = mention.end
        if reading.words[end] in {")", "]"} and "(" in reading.words[last.end : mention.first]:
            end += 1
        reading.found[-1] = replace(last, end=end, tail=mention.tail)
    elif _are(reading, last, mention):
        reading.found[-1] = replace(last, end=mention.end, tail=mention.tail)
    else:
        reading.found.append(mention)


def _are(reading: Reading, last: Mention, mention: Mention) -> bool:
    """Whether fighters nobody named stand right behind the English name of theirs: "Lashkar-e-Islam gunmen"."""
    if last.end != mention.first or last.entry is None or mention.entry is None:
        return False
    fighters = mention.entry.id in _FIGHTERS and last.entry.kind in _ARMED
    return fighters and not arabic(reading.words[mention.first])


def _repeats(reading: Reading, last: Mention, mention: Mention) -> bool:
    if mention.cut or not 0 < mention.first - last.end <= _MOST_APART:
        return False
    between = reading.words[last.end : mention.first]
    named_both = mention.entry is not None and mention.entry.id != ""
    return named_both and all(word in _APART for word in between)


def _party(reading: Reading, mention: Mention) -> Party:
    entry = mention.entry
    start, end = reading.bounds(mention.first, mention.end, mention.cut, mention.tail)
    if entry is None:
        raise AssertionError("words that are passed over are no party")
    text, span = reading.tokens.shadow.raw[start:end], _span(start, end)
    name = mention.name or entry.en
    return _made(name, entry.id, entry.kind, text, span, entry.lineage, entry.within)
