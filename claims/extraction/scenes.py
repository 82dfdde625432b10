"""Which places of a clause are where it happened, and which are states that act.

*Russia* is a place in «in Russia» and a party in «the army and Russia bombed». A country is a scene where a word of place
stands before it, or where it is listed with such a place; elsewhere, where it is found as a party too, it is the party.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.astray import astray
from claims.extraction.lexicon import load
from claims.extraction.markers import markers, only_tells
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.posted import fired_from, posted
from claims.extraction.states import lists_on, state_acts
from claims.model import Place
from claims.slots.place import is_capital
from claims.text.shadow import fold
from claims.text.tokens import tokens

_JOINING = frozenset({"و", "and", ",", "،"})
_PREFIXED = 2
_LYING = frozenset({"في", "in"})
_HOSPITALS = ("مستشفي", "مشفي")
_BASED = 5
_BESIDE = 6
_COUNTED = 5
_GROUPS = frozenset({"armed group", "militia"})
_TAG = 40
_FEWEST = 2
_BELONGING = ("تابع", "مرتبط", "موالي", "مواليه", "متحالف", "مقرب", "مدعوم")
"""How words begin, the article left away, by which somebody or something belongs to a country or is tied to it."""
_OFFICE = 12
_HIT_REACH = 14
_ONTO_REACH = 4
_SIDE = 3
_SEAT = 9
_POSITIONS = ("مواقع", "قواعد", "معسكر", "ثكن", "نقاط", "مرابض", "مربض", "حواجز", "مقر")
"""How words begin for positions that something is fired from (من مواقعه في)."""
_DIRECTIONS = frozenset({"اتجاه", "جهه", "فوق", "اجواء", "ناحيه", "عرض"})
"""Words behind من and before the side that something came from (من اتجاه البحر)."""
_ONTO = ("ب", "ل", "وب", "ول")
_STATE, _TOLD, _AWAY = "state", "told", "away"


def scenes(
    mentions: Mentions, places: tuple[Place, ...], floor: int | None = None
) -> tuple[Place, ...]:
    """The places of a clause without the countries that are parties to it, where somebody comes from, and closing tags.

    Args:
        mentions: of the document.
        places: of a clause or a sentence.
        floor: the first token of the clause whose event is placed; None where only what is named is asked for.
    """
    kept: list[Place] = []
    words, left, doing = mentions.tokens.words, -1, -1
    away: Place | None = None
    for place in places:
        here = mentions.range(place.span)
        alone = _alone(mentions, place, here)
        if alone == _STATE or (doing >= 0 and lists_on(words, doing, here)):
            doing = here.end
            continue
        if here.first - 1 == left and words[left] == "of":
            continue
        joined = left >= 0 and mentions.token_at(place.span.start) == left
        if joined and words[left].startswith("و"):
            left = here.end
            continue
        if away is not None and here.first - 1 == left and words[left] == "and":
            left = here.end
            continue
        if away is not None and _holds(
            words, left, away, place, mentions.token_at(place.span.start)
        ):
            left, away = here.end, place
            continue
        acting = place.id.startswith("country:") and _acts(mentions, place, kept)
        acting = acting or (
            (place.id.startswith("country:") or not place.id) and _against(mentions, here)
        )
        acting = acting or _shot_from(mentions, here.first, places)
        acting = acting or _beyond(words, place, here.first, kept)
        if acting or alone == _TOLD:
            continue
        if alone == _AWAY or (floor is not None and astray(mentions, place, floor)):
            left, away = here.end, place
        else:
            kept.append(place)
    return tuple(kept)


def _alone(mentions: Mentions, place: Place, here: Range) -> str:
    """What a place is whatever clause asks, see `_read_alone`; each place is read once."""
    asked = (_alone, place.span.start, place.span.end)
    return mentions.once(asked, lambda: _read_alone(mentions, place, here))


def _read_alone(mentions: Mentions, place: Place, here: Range) -> str:
    """What a place is by the words around it: a state that acts, a word that tells about another one, no scene, or "" for a scene."""
    words = mentions.tokens.words
    if state_acts(mentions, place):
        return _STATE
    told = only_tells(words, here) or _whose(mentions, place, here)
    told = told or _names_people(words, place, here) or _of_a_clock(words, here)
    told = told or _wages(words, place, here) or _leaned_to(words, here)
    if told or _rules(words, place, here):
        return _TOLD
    other = _origin(mentions, place) or _closing_tag(mentions, place) or posted(mentions, place)
    return _AWAY if other else ""


def _beyond(words: tuple[str, ...], place: Place, first: int, kept: list[Place]) -> bool:
    """Whether a country only lies beyond the border of the one where something happened (near *Chad's* border *with Sudan*)."""
    if place.relation != "border with" or first >= len(words) or not words[first].isascii():
        return False
    theirs = first > 0 and words[first - 1].endswith(("'s", "’s"))
    return theirs or bool(kept)


def _rules(words: tuple[str, ...], place: Place, here: Range) -> bool:
    """Whether a capital only says which government acts (the *Damascus* regime launched raids)."""
    behind = words[here.end : here.end + 1]
    ahead = words[here.first - 1] if here.first else ""
    governs = behind != () and behind[0] in _ruling() and is_capital(place.id)
    return governs and place.relation == "in" and ahead not in markers().placing


@cache
def _ruling() -> frozenset[str]:
    """English nouns behind a capital for the government that has its seat there."""
    return frozenset(load("roles.toml")["en"]["ruling"])


def _holds(words: tuple[str, ...], left: int, away: Place, place: Place, first: int) -> bool:
    """Whether a place only says where one lies that is no scene (من مواقعه في حي الضاحية *بمدينة درعا*).

    Args:
        words: of the document.
        left: one past the last token of ``away``.
        away: a place that is no scene.
        place: the next one.
        first: the token in which it begins.
    """
    inside = place.id != "" and place.id in away.within
    if first == left:
        return words[left].startswith("ب") and (inside or not away.id)
    inside = inside or fold(away.text).startswith(_HOSPITALS)
    return inside and first == left + 1 and words[left] in _LYING


def _hurled(words: tuple[str, ...], first: int) -> bool:
    """Whether a place stands behind munitions and من: where they came from (بقذائف *من معسكر جورين*)."""
    return first >= _FEWEST and words[first - 1] == "من" and words[first - 2] in _munitions()


@cache
def _munitions() -> frozenset[str]:
    return frozenset(f"ب{word}" for word in map(fold, load("roles.toml")["ar"]["munitions"]))


def _closing_tag(mentions: Mentions, place: Place) -> bool:
    """Whether a country is one of the tags that close a line (… من #حزب_الله #لبنان): what the post is about, no scene."""
    text, start = mentions.document.text, place.span.start
    if not place.id.startswith("country:") or "#" not in text[max(0, start - 1) : start + 1]:
        return False
    ahead = text[max(0, start - _TAG) : start].rstrip("#").split()
    behind = text[place.span.end : place.span.end + _TAG].partition("\n")[0].split()
    return bool(ahead) and ahead[-1].startswith("#") and all(one.startswith("#") for one in behind)


def spoken_at(mentions: Mentions, places: tuple[Place, ...], first: int, said: Range) -> bool:
    """Whether words that open a sentence name a country that acts (*Israel*, sources say, hit …) or where a government speaks.

    That is the capital: *In Sanaa*, the ministry said …

    Args:
        mentions: of the document.
        places: of those words.
        first: their first token.
        said: who speaks, with the word of saying.
    """
    words = mentions.tokens.words
    if len(places) == 1 and mentions.token_at(places[0].span.start) == first:
        return places[0].id.startswith("country:")
    return (
        len(places) == 1
        and words[first] == "in"
        and mentions.token_at(places[0].span.start) - first <= 1
        and is_capital(places[0].id)
        and not _governing().isdisjoint(words[said.first : said.end])
    )


@cache
def _governing() -> frozenset[str]:
    return frozenset(load("roles.toml")["en"]["governing"])


def _origin(mentions: Mentions, place: Place) -> bool:
    """Whether a place is where somebody comes from or is based (نازح من، المتمركزة في), not where it happened.

    Who belongs to a country is its own (فصائل تابعة لإيران); a village may well belong to a province and lie in it.
    """
    first = mentions.token_at(place.span.start)
    words = mentions.tokens.words[max(0, first - _BASED) : first]
    if place.id.startswith("country:") and words[-1:] and _belongs(words[-1]):
        return True
    last = words[-1:]
    bare = tuple(word.removeprefix("و") for word in last)
    based = any(
        words[-1 - length : -1] in phrases
        for word in {*last, *bare}
        for length, phrases in _based().get(word, ())
    )
    every = mentions.tokens.words
    based = based or _served(every, first) or fired_from(mentions, first) or _hurled(every, first)
    based = based or _direction(every, place, first) or _seated(every, first)
    return based or _hails_from(mentions, place) or _of_a_group(mentions, first)


def _of_a_group(mentions: Mentions, first: int) -> bool:
    """Whether a place stands behind an English armed group and *from*: where that group comes from (a militia *from Uganda*)."""
    words = mentions.tokens.words
    at = first - 1 - (words[first - 1] == "the")
    if at <= 0 or words[at] != "from":
        return False
    before = within(mentions.parties, mentions.span(Range(max(0, at - _COUNTED), at)))
    return any(one.kind in _GROUPS and mentions.range(one.span).end == at for one in before)


def _direction(words: tuple[str, ...], place: Place, first: int) -> bool:
    """Whether a place only says more exactly from which side something came (من اتجاه البحر *غرب مدينة بانياس*)."""
    side = words[max(0, first - _SIDE) : first - 1]
    beside = place.relation.endswith(" of") and len(side) == _SIDE - 1
    return beside and side[0] == "من" and side[1] in _DIRECTIONS


def _seated(words: tuple[str, ...], first: int) -> bool:
    """Whether a place says where the unit lies that fired or is based there (من مواقعه في اللواء 61 *في نوى*، المتمركزة في الفوج 175 *في إزرع*)."""
    if words[first - 1] != "في":
        return False
    line = words[max(0, first - _SEAT) : first - 1]
    at = next((i for i in range(len(line) - 2, -1, -1) if line[i] == "في"), 0)
    fired = at > 1 and line[at - 2] == "من" and line[at - 1].startswith(_POSITIONS)
    fired = fired or (at > 0 and line[at - 1].removeprefix("ال").startswith(markers().stationed))
    return fired and all(word.isalnum() and word not in _toward() for word in line[at:])


def _belongs(word: str) -> bool:
    """Whether a word ties what stands before it to the country behind it (مواقع *مرتبطة* بإيران، فصائل *تابعة* لها)."""
    return word.removeprefix("و").removeprefix("ال").startswith(_BELONGING)


def _hails_from(mentions: Mentions, place: Place) -> bool:
    """Whether people counted as killed or hurt come from a place (ثلاثة جرحى *من مدينة غزة*): where it happened stands elsewhere."""
    words, first = mentions.tokens.words, mentions.token_at(place.span.start)
    if place.relation != "in" or words[first - 1] != "من" or first < _FEWEST:
        return False
    before = within(mentions.quantities, mentions.span(Range(max(0, first - _COUNTED), first)))
    return any(
        one.unit in {"killed", "injured"} and mentions.range(one.span).end == first - 1
        for one in before
    )


def _whose(mentions: Mentions, place: Place, here: Range) -> bool:
    """Whether a country only says whose forces these are (the armed *forces of* Armenia)."""
    before = mentions.tokens.words[max(0, here.first - 3) : here.first]
    told = before[:-1] if before[-1:] == ("the",) else before
    whose = place.id.startswith("country:") and told[-1:] == ("of",)
    return whose and told[-2:-1] != () and told[-2] in _forces()


def _served(words: tuple[str, ...], first: int) -> bool:
    """Whether a place is where somebody serves whose title stands behind a comma (، قائد الشرطة في حماة)."""
    for index in range(first - 1, max(0, first - _OFFICE), -1):
        if words[index] in {"،", ",", "("}:
            return words[index + 1] in markers().offices and index + 1 < first
        if not words[index].isalnum() and words[index] != "#":
            return False
    return False


def _shot_from(mentions: Mentions, first: int, places: tuple[Place, ...]) -> bool:
    """Whether a place stands behind من and another one, which was hit, behind على or its like (من تل رفعت على عفرين)."""
    words = mentions.tokens.words
    if words[first - 1 : first] != ("من",) or words[first - 2 : first - 1] in _not_from():
        return False
    behind = (mentions.token_at(place.span.start) for place in places)
    return any(
        not _toward().isdisjoint(words[max(first + 1, at - _ONTO_REACH) : at + 1])
        for at in behind
        if first < at < first + _HIT_REACH
    )


@cache
def _toward() -> frozenset[str]:
    return frozenset(map(fold, load("roles.toml")["ar"]["toward"]))


@cache
def _not_from() -> frozenset[tuple[str, ...]]:
    return frozenset((fold(word),) for word in load("roles.toml")["ar"]["not_from"])


@cache
def _based() -> dict[str, tuple[tuple[int, frozenset[tuple[str, ...]]], ...]]:
    """By the last word of each phrase the words before it, those of each length together."""
    data = load("roles.toml")
    phrases = [tokens(phrase).words for lang in ("ar", "en") for phrase in data[lang]["based"]]
    found: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for phrase in phrases:
        of_length = found.setdefault(phrase[-1], {})
        of_length.setdefault(len(phrase) - 1, set()).add(phrase[:-1])
    return {
        last: tuple((length, frozenset(some)) for length, some in of_length.items())
        for last, of_length in found.items()
    }


def _acts(mentions: Mentions, place: Place, kept: list[Place]) -> bool:
    """Whether a country is named as who acts."""
    here = mentions.range(place.span)
    words = mentions.tokens.words
    if here.first >= len(words):
        return False
    armed = bool(words[here.end : here.end + 1]) and words[here.end] in _forces()
    if armed or words[here.end - 1].endswith(("'s", "’s")) or _is_subject(words, place, here):
        return True
    if not within(mentions.parties, place.span):
        return False
    before = words[here.first - 1] if here.first > 0 else ""
    placed = (
        before in markers().placing or place.relation != "in" or fold(place.text).startswith(_ONTO)
    )
    if placed:
        return False
    joined = words[here.first].startswith("و") or before in _JOINING
    listed = joined and kept and mentions.range(kept[-1].span).end >= here.first - 1
    return not listed


def _against(mentions: Mentions, here: Range) -> bool:
    """Whether an English country stands beside an armed group with which it fights (*between Israel* and Hezbollah, *Hezbollah and Israel* fought)."""
    words = mentions.tokens.words
    if words[here.end : here.end + 1] == ("and",) and words[here.first - 1] == "between":
        near = Range(here.end + 1, min(len(words), here.end + _BESIDE))
        first = True
    elif words[here.first - 1] == "and" and here.first > _BESIDE:
        near, first = Range(here.first - _BESIDE, here.first - 1), False
    else:
        return False
    fighting = [one for one in within(mentions.parties, mentions.span(near)) if one.kind in _GROUPS]
    spots = (mentions.range(one.span) for one in fighting)
    return any(first or spot.end == near.end for spot in spots)


def _names_people(words: tuple[str, ...], place: Place, here: Range) -> bool:
    """Whether a province only tells whose fighters these are (*Amhara* militiamen entered the town)."""
    behind = words[here.end : here.end + 1]
    return place.id.startswith("admin1:") and behind != () and behind[0] in _fighting()


def _leaned_to(words: tuple[str, ...], here: Range) -> bool:
    """Whether a place only says whom people are for or against (*pro-Russia* protesters, *anti-Kabul* fighters)."""
    return words[max(0, here.first - _PREFIXED) : here.first] in {("pro", "-"), ("anti", "-")}


def _wages(words: tuple[str, ...], place: Place, here: Range) -> bool:
    """Whether a capital only says whose war it is (a front of *Moscow's offensive*)."""
    behind = words[here.end : here.end + 2]
    behind = behind[1:] if behind[:1] != () and behind[0] in _arms() else behind
    theirs = words[here.end - 1].endswith(("'s", "’s")) and is_capital(place.id)
    return theirs and behind != () and behind[0] in _wars()


@cache
def _wars() -> frozenset[str]:
    """English nouns behind a capital for what its state wages."""
    return frozenset(load("roles.toml")["en"]["wars"])


@cache
def _arms() -> frozenset[str]:
    """English adjectives between both."""
    return frozenset(load("roles.toml")["en"]["arms"])


def _of_a_clock(words: tuple[str, ...], here: Range) -> bool:
    """Whether a place only says whose time an hour is (at 2 a.m. *Sanaa* time)."""
    return words[here.end : here.end + 1] == ("time",) and here.end > here.first


@cache
def _fighting() -> frozenset[str]:
    return frozenset(load("roles.toml")["en"]["fighting"])


def _is_subject(words: tuple[str, ...], place: Place, here: Range) -> bool:
    """Whether an English country stands before a verb that only somebody who acts has (*Russia* may have …, *Turkey* summoned …)."""
    if place.relation != "in" or here.end >= len(words):
        return False
    first = here.first - (here.first > 0 and words[here.first - 1] == "the")
    before = words[first - 1] if first > 0 else ""
    if before in markers().placing or before in _JOINING:
        return False
    verb = words[here.end]
    opens = not before.isalnum() or before == "that"
    return verb in _acting() or (opens and verb.endswith("ed") and verb.isascii())


@cache
def _acting() -> frozenset[str]:
    """English auxiliaries before which a country is who acts (*Russia* may have used …); not those of the passive."""
    return frozenset(load("roles.toml")["en"]["acting"])


@cache
def _forces() -> frozenset[str]:
    return frozenset(load("roles.toml")["en"]["forces"])
