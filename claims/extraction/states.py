"""States that act in news, by their own name or that of their capital: no scene of what they do.

*Moscow and Washington* brokered a truce, a truce was brokered *by Moscow*, raids *from Russia*, *Russia and the regime have* cut
their raids; a list between dashes names who its allies are (– *Australia, Canada and Japan* –).
"""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import accusing_forms
from claims.model import Place
from claims.slots.place import is_capital

_COUNTRY = "country:"
_JOINING = frozenset({",", "and", "&"})
_DASHES = frozenset({"-", "–", "—"})
_ACCUSED_REACH = 5
_RESPONSIBLE = frozenset({"مسووليه", "المسووليه"})
_JOINT = 2
"""Tokens of *, and* between two names of a list."""
_FROM_REACH = 3
_LONGEST_LIST = 14
_WHICH = frozenset({(",", "which"), (",", "who")})
"""What stands behind a state that opens a sentence, before what is told of it."""
_ARTICLES = frozenset({"a", "an", "the"})
_VERB_ENDINGS = ("es", "ls", "ts", "ds", "ns", "ed")
_OPENING = frozenset(
    {"that", "since", "after", "as", "when", "while", "before", "because", "both", "but", "and"}
)


def state_acts(mentions: Mentions, place: Place) -> bool:
    """Whether a country or capital is named as who acts: accused in Arabic, in English by what stands before it and behind the list it opens."""
    here = mentions.range(place.span)
    words = mentions.tokens.words
    named = place.relation == "in" and (place.id.startswith(_COUNTRY) or is_capital(place.id))
    if not named or not 0 < here.end < len(words):
        return False
    if not words[here.first].isascii():
        return _accused(words, here)
    first = here.first - (here.first > 0 and words[here.first - 1] == "the")
    before = words[first - 1] if first > 0 else "."
    if before == "by":
        return words[here.end] != "time"
    if before == "from" and place.id.startswith(_COUNTRY):
        return not _dealt().isdisjoint(words[max(0, first - 1 - _FROM_REACH) : first - 1])
    if before in markers().placing or (before.isalnum() and before not in _OPENING):
        country = place.id.startswith(_COUNTRY)
        return country and _owner_of_relative(words, first, here.end)
    opens = not before.isalnum() and words[here.end : here.end + 2] in _WHICH
    return opens or _list_acts(mentions, here.end, before)


def _owner_of_relative(words: tuple[str, ...], first: int, end: int) -> bool:
    """Whether a state opens a relative clause without a pronoun, right behind an article and noun and before its verb (a term *Turkey* uses, the base *France* handed over)."""
    if first < _JOINT or words[first - 2] not in _ARTICLES or not words[first - 1].isalpha():
        return False
    if words[first - 1] in _kinds_of_state():
        return False
    verb = words[end]
    return verb.isalpha() and (verb in _finite() or verb.endswith(_VERB_ENDINGS))


def _accused(words: tuple[str, ...], here: Range) -> bool:
    """Whether an Arabic state is held responsible for what stands behind it (متهمة *روسيا* بقصف، محملاً *روسيا* مسؤولية)."""
    behind = words[here.end : here.end + 1]
    deed = bool(behind) and (behind[0].startswith("ب") or behind[0] in _RESPONSIBLE)
    ahead = words[max(0, here.first - _ACCUSED_REACH) : here.first]
    return deed and any(word.endswith(accusing_forms()) for word in ahead)


def _list_acts(mentions: Mentions, end: int, before: str) -> bool:
    """Whether a list of names that goes on at ``end`` is closed by the dash that opened it, or is the subject of what follows."""
    words, behind = mentions.tokens.words, _behind_list(mentions, end)
    if behind == end or behind >= len(words):
        return False
    if before in _DASHES:
        return words[behind] in _DASHES
    return words[behind] in _finite() and words[behind + 1 : behind + 2] != ("been",)


def lists_on(words: tuple[str, ...], end: int, here: Range) -> bool:
    """Whether a name goes on with the list of the one that ends at ``end`` (Moscow *and Washington*, Australia, *Canada* …)."""
    between = words[end : here.first]
    between = between[:-1] if between[-1:] == ("the",) else between
    return 0 < len(between) <= _JOINT and all(word in _JOINING for word in between)


def _behind_list(mentions: Mentions, end: int) -> int:
    """The token behind the names that a comma or *and* joins to a name that ends at ``end``; ``end`` where none is."""
    words = mentions.tokens.words
    stop = min(len(words), end + _LONGEST_LIST)
    while end + 1 < stop and words[end] in _JOINING:
        first = end + 1 + (words[end + 1] in _JOINING)
        first += words[first] == "the"
        last = _name_end(mentions, Range(first, stop))
        if last == first:
            return end
        end = last
    return end


def _name_end(mentions: Mentions, stretch: Range) -> int:
    """Where a party, a place or a name in capitals ends that begins a stretch; its first token where none does."""
    span = mentions.span(Range(stretch.first - 1, stretch.end))
    named = [one.span for one in within(mentions.parties, span)]
    named += [one.span for one in within(mentions.places, span)]
    starts = [mentions.range(one) for one in named]
    begun = (one.end for one in starts if stretch.first - 1 <= one.first <= stretch.first)
    known = max((end for end in begun if end > stretch.first), default=stretch.first)
    end = stretch.first
    while end < stretch.end and mentions.tokens.initial(end).isupper():
        end += 1
    return max(known, end)


@cache
def _finite() -> frozenset[str]:
    """English auxiliaries before which a list of states is who acts."""
    return frozenset(load("roles.toml")["en"]["acting"]) | {"have"}


@cache
def _dealt() -> frozenset[str]:
    """English nouns before *from* and the state that deals them out."""
    return frozenset(load("roles.toml")["en"]["dealt"])


@cache
def _kinds_of_state() -> frozenset[str]:
    """English nouns whose name may stand right behind them (the country *Libya*)."""
    return frozenset(load("roles.toml")["en"]["states"])
