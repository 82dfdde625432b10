"""English names of places that no gazetteer lists, found by *in* or *near* before them: *shells fell in Knin on Friday*.

Every war has towns that no list of ours holds. Only words written as names count, between a word of place and what closes a
name: a mark, a day or a word that cannot go on with it. Such a place is named as written and has no id.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress

from claims.extraction.given_names import is_given
from claims.extraction.lexicon import load, look_up
from claims.model import Party, Place, Span
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.names import latin_key
from claims.text.tokens import Tokens, tokens

_LONGEST = 5
_TOO_LONG = _LONGEST + 3
"""So many words are looked at for a name: one of more than `_LONGEST` is none."""
_APPOSED = 5
_WORD = 200
"""Characters looked at before a place for the word there."""
_ARTICLES = frozenset({"a", "an", "the"})
_SHORTEST = 3
_KNOWN = 20_000
"""People from which on a town is known by its name alone: villages of one name lie in many countries."""
_VERBS = frozenset({"verb", "light"})
_LINKS = frozenset(
    {
        "del",
        "la",
        "los",
        "-",
        "al",
        "el",
        "ez",
        "es",
        "as",
        "ash",
        "ar",
        "ad",
        "an",
        "at",
        "de",
        "of",
    }
)
_GOES_ON = frozenset({"-", "'", "’", "&", "/", "@"})


def with_unlisted(
    cut: Tokens, places: tuple[Place, ...], taken: tuple[Span, ...], parties: tuple[Party, ...]
) -> tuple[Place, ...]:
    """The places of a text with those that only stand behind a word of place, in order.

    Args:
        cut: the text.
        places: those that the gazetteer knows or a kind word names.
        taken: spans of dates.
        parties: nobody's name is a place (in Hamas).
    """
    kinds = (_apposed(cut, index) for index in _standing(cut, _words("kinds", "behind")))
    told = [place for place in kinds if place is not None]
    if told:
        told = [*told, *_again(cut, told)]
    told += [one for at in _standing(cut, _words("several")) for one in _several(cut, at)]
    if told:
        whole = _longest(told)
        places = tuple(one for one in places if one.span.end >= whole.get(one.span.start, 0))
    leading = _standing(cut, _words("before", "taken") | {"of", "on"})
    led = (_read(cut, index) for index in leading if _leads(cut.words, index))
    found = [*told, *(place for place in led if place is not None)]
    if "and" in cut.words:
        found += _joined(cut, (*places, *found))
    if not found:
        return places
    busy = bytearray(len(cut.shadow.raw))
    for one in (*(place.span for place in places), *taken, *(party.span for party in parties)):
        busy[one.start : one.end] = b"\1" * (one.end - one.start)
    free: list[Place] = []
    for place in found:
        here = slice(place.span.start, place.span.end)
        if not any(busy[here]):
            free.append(place)
            busy[here] = b"\1" * (here.stop - here.start)
    return tuple(sorted((*places, *free), key=lambda place: place.span)) if free else places


def _standing(cut: Tokens, wanted: frozenset[str]) -> list[int]:
    """The tokens at which one of some words stands."""
    return list(compress(range(len(cut.words)), map(wanted.__contains__, cut.words)))


def _again(cut: Tokens, told: list[Place]) -> list[Place]:
    """The same names where they stand without the kind of place that told them first, each of several words."""
    found: list[Place] = []
    spans = {one.span for one in told}
    names = {name: tokens(name).words for name in (one.name for one in told) if " " in name}
    standing = _where(cut, set(names.values()))
    for parts in names.values():
        for index in standing.get(parts, ()):
            once = _named(cut, index, index, index + len(parts))
            found += [] if once.span in spans else [once]
    return found


def _where(cut: Tokens, names: set[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    """The tokens at which each of some names of one or more words stands; one walk over the text for all of them."""
    firsts = frozenset(name[0] for name in names)
    sizes = sorted(set(map(len, names)))
    found: dict[tuple[str, ...], list[int]] = {}
    for index in _standing(cut, firsts):
        for size in sizes:
            here = cut.words[index : index + size]
            if here in names:
                found.setdefault(here, []).append(index)
    return found


def _longest(told: list[Place]) -> dict[int, int]:
    """Where the longest of some names ends that begins at an offset."""
    found: dict[int, int] = {}
    for one in told:
        found[one.span.start] = max(one.span.end, found.get(one.span.start, 0))
    return found


def _leads(words: tuple[str, ...], index: int) -> bool:
    """Whether a word of place stands at ``index`` (*in*, outskirts *of*), and is not what somebody aims at (fired *at*)."""
    word, before = words[index], words[index - 1] if index else ""
    if word == "of":
        return before in _words("edges", "taking")
    if word == "on":
        armed = index > 1 and words[index - 2] in _words("arms")
        return before in _words("deeds") or (armed and before in _words("armed"))
    return word in _words("before", "taken") and not (word == "at" and before in _words("aiming"))


def _read(cut: Tokens, index: int) -> Place | None:
    """The place behind the word of place at ``index``, None where no name stands there."""
    first = _behind_owner(cut, index + 1)
    headed = cut.words[first : first + 1] == ("the",) and cut.words[index] in _words("before")
    first += headed
    end = _name_end(cut, first)
    kind = cut.words[end : end + 2]
    if headed and kind and (kind[0] not in _words("headed") or kind[1:] == ("of",)):
        return None
    by_deed = cut.words[index] == "on" or cut.words[index] in _words("taken")
    if not _is_name(cut, first, end) or (by_deed and _people(cut, first, end)):
        return None
    if cut.words[index] == "between" and not _between_places(cut, end):
        return None
    opens = index - (cut.words[index] == "of")
    near = cut.words[opens] in _words("beside") and first == index + 1
    return _named(cut, opens if near else first, first, end)


def _between_places(cut: Tokens, end: int) -> bool:
    """Whether a further name behind *and* closes as a place does (*between* X *and Y on Friday*, not between X and Y *youths*)."""
    if cut.words[end : end + 1] != ("and",):
        return True
    second = _name_end(cut, end + 1)
    return second == end + 1 or _is_name(cut, end + 1, second)


def _joined(cut: Tokens, places: tuple[Place, ...]) -> Iterator[Place]:
    """The names that *and* joins to a place behind a word of place (gunned down *in* Anantnag *and Bandipora*,)."""
    ends = {place.span.end: place for place in places}
    for index, word in enumerate(cut.words):
        if word != "and" or not (index and _capital(cut, index - 1)):
            continue
        place = ends.get(cut.span(index - 1, index).end)
        end = _name_end(cut, index + 1)
        if place is None or end == index + 1 or not _is_name(cut, index + 1, end):
            continue
        before = place.span.start
        first = cut.shadow.raw[max(0, before - _WORD) : before].split()[-1:]
        told = bool(first) and (first[0].lower() in _words("before") or place.relation != "in")
        after = cut.words[end] if end < len(cut.words) else "."
        if told and (not after.isalnum() or after in _words("after joined")):
            yield _named(cut, index + 1, index + 1, end)


def _people(cut: Tokens, first: int, end: int) -> bool:
    """Whether words with a capital name people, or one person (an attack on *Christians*, on *Ahmed Saleh*, a judge)."""
    many = end - first == 1 and cut.words[first].endswith(("s", "ese", "men"))
    told = cut.words[end : end + 1] == (",",) and cut.words[end + 1 : end + 2] != ()
    person = told and cut.words[end + 1] in _ARTICLES | {"who", "whose", "his", "her"}
    return many or person or is_given(cut.words, first, len(cut.words))


def _behind_owner(cut: Tokens, first: int) -> int:
    """Where a name begins behind what it lies in (*in Paungbyin's* Tha Yau)."""
    owns = cut.words[first : first + 1] and cut.words[first].endswith(("'s", "’s"))
    named = owns and cut.quote(first, first + 1)[:1].isupper()
    behind = first + 1 < len(cut.words) and _capital(cut, first + 1)
    return first + 1 if named and behind else first


def _named(cut: Tokens, begin: int, first: int, end: int) -> Place:
    """A place by its name; ``begin`` is where the words before it that put it *near* begin.

    A town of some size whose name is a word or a person's besides (*in Bucha*, *in Jos*) is that town, where only one has it.
    """
    relation = "near" if begin < first else "in"
    name, text, span = cut.quote(first, end), cut.quote(begin, end), cut.span(begin, end)
    known = gazetteer().named(latin_key(name))
    if len(known) != 1 or known[0].population < _KNOWN or known[0].name != name:
        return Place(name, "", None, None, relation, text, span)
    town = known[0]
    return Place(
        *(town.name, town.id, town.lat, town.lon, relation, text, span, (town.id,), town.within)
    )


def _name_end(cut: Tokens, first: int) -> int:
    end = first
    if cut.words[first : first + 1] and cut.words[first] in _LINKS:
        tied = cut.words[first + 1 : first + 2] == ("-",) and first + 2 < len(cut.words)
        end = first + 2 if tied and _capital(cut, first + 2) else first
    last = min(len(cut.words), first + _TOO_LONG)
    while end < last and (_capital(cut, end) or (end > first and _links(cut, end))):
        end += 1
    return end


def _apposed(cut: Tokens, kind: int) -> Place | None:
    """The place that a kind of place tells about or names (*Pazigyi, a village* in Sagaing; *the village of Deli*), None for none."""
    words = cut.words
    comma = next((i for i in range(kind - 2, max(0, kind - _APPOSED), -1) if words[i] == ","), 0)
    told = words[kind + 1 : kind + 2]
    named = told == ("of",) and _capital(cut, min(kind + 2, len(words) - 1))
    if words[kind] in _words("behind") and kind and _capital(cut, kind - 1) and not named:
        first = _name_start(cut, kind)
        if _is_name(cut, first, kind, closed=True):
            return _named(cut, first, first, kind)
    if comma and words[comma + 1] in _ARTICLES and told and told[0] in _words("of a kind"):
        first, end = _name_start(cut, comma), comma
        if _is_name(cut, first, end):
            return _named(cut, first, first, end)
    if told == (":",) and kind and words[kind - 1].isalnum():
        first = kind
        while first > max(0, kind - _TOO_LONG) and _capital(cut, first - 1):
            first -= 1
        if words[first - 1 : first] in {(), ("\n",)} and _is_name(cut, first, kind, closed=True):
            return _named(cut, first, first, kind)
    if told == ("of",):
        first, end = kind + 2, _name_end(cut, kind + 2)
        if first < end and _is_name(cut, first, end):
            return _named(cut, first, first, end)
    return None


def _several(cut: Tokens, kind: int) -> Iterator[Place]:
    """The places that a plural kind lists (*the villages of Ogota, Tabi and Ouémbé*), as far as they are written as names."""
    index = kind + 1
    if cut.words[index : index + 1] != ("of",):
        return
    while index + 1 < len(cut.words):
        first = index + 1 + (cut.words[index + 1] == "and")
        end = _name_end(cut, first)
        inside = cut.words[first:end]
        if not 0 < len(inside) <= _LONGEST or not _words("never").isdisjoint(inside):
            return
        yield _named(cut, first, first, end)
        if end >= len(cut.words) or cut.words[end] not in {",", "and"}:
            return
        index = end - (cut.words[end] == "and")


def _name_start(cut: Tokens, end: int) -> int:
    """Where the words written as a name begin that close before ``end``."""
    first, least = end, max(0, end - _TOO_LONG)
    while first > least and (_capital(cut, first - 1) or (first < end and _tied(cut, first - 1))):
        first -= 1
    return first + (first < end and cut.words[first] in _words("before"))


def _tied(cut: Tokens, index: int) -> bool:
    """Whether a hyphen behind a part of a name, or a small word between two hyphens, stands at ``index``."""
    words = cut.words
    if words[index] == "-":
        before = index - 1
        return before >= 0 and (_capital(cut, before) or words[before - 1 : before] == ("-",))
    return words[index].isalpha() and words[index + 1] == "-" and words[index - 1 : index] == ("-",)


def _is_name(cut: Tokens, first: int, end: int, *, closed: bool = False) -> bool:
    inside = cut.words[first:end]
    if not 0 < len(inside) <= _LONGEST or max(map(len, inside)) < _SHORTEST:
        return False
    if cut.quote(first, end).isupper() or not _words("never").isdisjoint(inside):
        return False
    after = cut.words[end] if end < len(cut.words) else "."
    if closed or after in _words("after", "kinds"):
        return True
    if not after.isalnum():
        return after not in _GOES_ON
    return any(one.role in _VERBS for one in look_up("predicates", after))


def _capital(cut: Tokens, index: int) -> bool:
    return cut.words[index].isalpha() and cut.quote(index, index + 1)[:1].isupper()


def _links(cut: Tokens, index: int) -> bool:
    """Whether a hyphen, an article or a small word between hyphens stands between two parts of a name (*Ust-Luga*, *Shah-wa-Harrus*)."""
    words = cut.words
    if words[index - 1] == "-" and words[index + 1 : index + 2] == ("-",):
        return words[index].isalpha()
    if words[index] not in _LINKS or index + 1 >= len(words):
        return False
    joins = words[index] == "-" and words[index + 2 : index + 3] == ("-",)
    return _capital(cut, index + 1) or words[index + 1] == "-" or joins


@cache
def _words(*groups: str) -> frozenset[str]:
    data = load("unlisted.toml")["en"]
    return frozenset(word for group in groups for word in data[group])
