"""Which places somebody means who gives a name by itself: a whole name, and no words of a text.

In running text a name such as القورية or *Mayadin* needs words around it that make it a place; whoever asks for a place by its name
has said so. The article may stand there or not, and both languages will do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from claims.model import CasePlace
from claims.slots.place.find import find_places
from claims.slots.place.gazetteer import gazetteer
from claims.slots.place.glossed import containers
from claims.slots.place.names import arabic_variants, is_arabic, skeleton, supplement_key
from claims.text.lookup import bare, near

_ARTICLE = "ال"
_SHORTEST_SKELETON = 3
_MOST = 5


def named(name: str, glossary: Collection[CasePlace] = ()) -> frozenset[str]:
    """Ids of all places that a name as a whole can mean; empty where none has it.

    A kind or a countryside may stand before it (مدينة الميادين, *Deir ez-Zor Governorate*), and then only what that fits is meant.

    Args:
        name: in either language, or an id.
        glossary: what the case adds to the gazetteer.
    """
    wanted = plain(name)
    if not wanted:
        return frozenset()
    own = {
        each.id
        for each in glossary
        if wanted in map(plain, (each.id, each.name, *each.aliases)) or each.id == name.strip()
    }
    listed = {each.id for key in _keys(name) for each in gazetteer().named(key)}
    listed |= {each for each in (_ids().get(name.strip().casefold()),) if each}
    return frozenset(own | listed) or frozenset(_read(name))


def lying_in(place: str, outer: Collection[str], glossary: Collection[CasePlace] = ()) -> bool:
    """Whether a place is one of others, or lies in one of them as far as the gazetteer or the case says; all by id."""
    if place in outer:
        return True
    own = next((each for each in glossary if each.id == place), None)
    around = gazetteer().chain(place) if own is None else containers(own, glossary)
    return not set(outer).isdisjoint(around)


def listed_id(folded: str, glossary: Iterable[CasePlace] = ()) -> str:
    """The id that was written without capitals, "" when no place has it."""
    own = next((each.id for each in glossary if each.id.casefold() == folded), "")
    return own or _ids().get(folded, "")


def much_like(
    name: str, there: Iterable[str], glossary: Collection[CasePlace] = ()
) -> tuple[str, ...]:
    """Of some places the few that are written or sound much like a name, the nearest first, in the letters of that name.

    Args:
        name: what no place among them is called.
        there: ids, and names of places that are on no list.
        glossary: what the case adds to the gazetteer.
    """
    wanted, arabic = plain(name), is_arabic(supplement_key(name))
    said = []
    for place in there:
        names = called(place, glossary)
        shown = next(
            (each for each in names if is_arabic(supplement_key(each)) == arabic), names[0]
        )
        said += [(plain(each), shown) for each in names]
    keys = [key for key, _ in said]
    close = [said[index][1] for index in near(wanted, keys)] if wanted else []
    sound = skeleton(wanted)
    close += [
        shown
        for key, shown in said
        if (len(sound) >= _SHORTEST_SKELETON and skeleton(key) == sound)
        or (wanted and begins_words(wanted, key))
    ]
    return tuple(dict.fromkeys(close))[:_MOST]


def begins_words(part: str, name: str) -> bool:
    """Whether each word of the one begins a word of the other; both plain."""
    return all(any(word.startswith(each) for word in name.split()) for each in part.split())


def plain(name: str) -> str:
    """What the spellings of one name have in common: folded, and no word with its article."""
    return " ".join(map(bare, supplement_key(name).split()))


def _keys(name: str) -> Iterator[str]:
    """The keys under which the gazetteer may have a name, with its article and without it."""
    key = supplement_key(name)
    if not is_arabic(key):
        yield key
        return
    for each in (key, key.removeprefix(_ARTICLE), f"{_ARTICLE}{key}"):
        yield from (each, *arabic_variants(each))


def _read(name: str) -> Iterator[str]:
    """Ids of what is read in a name with words before or behind it that belong to it."""
    for each in find_places(name):
        if each.text == name.strip() and each.id:
            yield each.id


def called(place: str, glossary: Iterable[CasePlace] = ()) -> tuple[str, ...]:
    """What a place is called, by id: its English and its Arabic name, or what the case calls it; a name on no list is its own."""
    known = gazetteer().get(place)
    if known is not None:
        return tuple(filter(None, (known.name, known.ar)))
    own = next((each for each in glossary if each.id == place), None)
    return (place,) if own is None else (own.name, *own.aliases)


@cache
def _ids() -> dict[str, str]:
    """Ids of the gazetteer by what they are without capitals."""
    return {each.casefold(): each for each in gazetteer().numbers}
