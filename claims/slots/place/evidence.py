"""Weighs what the words around a name say for and against a place.

Weights are small whole numbers. For: a kind word or a relation 3, *in* 2, other prepositions 1, a hashtag 1, a
place beside it in a list 2. What a name needs is its level (see `need`): a large city nothing, a village *in*, a
word that is seldom a place a kind word and a country that agrees. The numbers were set by reading news, releases
and posts and are checked by the corpus in the tests.
"""

from __future__ import annotations

from claims.slots.place.gazetteer import Entry, gazetteer
from claims.slots.place.lexicon import kinds, stop, words
from claims.slots.place.mentions import Mention
from claims.slots.place.names import is_arabic
from claims.slots.place.surroundings import before
from claims.text.tokens import Tokens

NEED = (0, 2, 3, 4)
"""Weight that a name of level 0, 1, 2, 3 needs."""
_KIND, _TIE, _IN, _HASH, LISTED = 3, 3, 2, 1, 2
_PHRASE_REACH = 5
_LARGE = 50_000
_CLOSE = frozenset(",.;:!?()[]\"'«»“”،؛؟\n-/|")
_PERSONAL = ("ابو ", "ام ", "الشيخ ", "abu ", "umm ", "um ", "sheikh ", "shaykh ")
_BORDERS = frozenset({"حدود", "الحدود", "المنطقه", "الطريق", "طريق", "المعبر", "المثلث", "border", "borders", "area", "road"})
_HAPPENED = ("شهدت", "عاشت", "عرفت")
_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"]
    + ["december"]
)


def weigh(tokens: Tokens, mention: Mention) -> None:
    """Set the mention's weight and whether the words speak against it."""
    mention.weight = _weight(tokens, mention)
    mention.against = (
        _in_phrase(tokens, mention)
        or _organisation(tokens, mention)
        or _person(tokens, mention)
        or _adjective(mention)
        or (not mention.arabic and _bigger_name(tokens, mention))
        or _acting(tokens, mention)
    )


def level(entry: Entry, mention: Mention) -> int:
    """Level of the name for that place: what the gazetteer says, raised for words and for missing articles."""
    found = entry.level
    words_of = stop()
    if not mention.arabic and found > 1 and entry.population >= _LARGE:
        found = 1
    if " " in mention.key and not mention.key.startswith(_PERSONAL):
        found = max(0, found - 1)
    elif not found and entry.id.startswith("local:"):
        found = 1
    elif mention.loose:
        found += 1
    if mention.key in words_of.strong:
        found = max(found, 3)
    elif mention.key in words_of.cautious:
        found = max(found, 2)
    if mention.bare:
        found = max(found, 2)
    if entry.article and not mention.article and " " not in mention.key and not mention.arabic:
        found += 1
    return min(found, len(NEED) - 1)


def fits(entry: Entry, mention: Mention) -> bool:
    """Whether the kind word beside the name lets that place through."""
    return mention.word is None or entry.kind in mention.word.fits


def _weight(tokens: Tokens, mention: Mention) -> int:
    weight = 0
    if mention.word is not None and any(fits(gazetteer().entry(row), mention) for row in mention.rows):
        weight += _KIND
    if mention.base or mention.wind:
        weight += _TIE
    if "ب" in mention.lead:
        weight += _IN
    elif mention.lead and mention.lead != "و":
        weight += 1
    index = mention.left - 1
    if index >= 0 and tokens.words[index] == "#":
        weight += _HASH
    if mention.lead in ("", "و"):
        index = before(tokens, mention.left)
        if not mention.arabic and index >= 0 and tokens.words[index] == "the":
            index -= 1
        hit = words().strong.ending(tokens.words, index)
        weight += hit.value if hit is not None else 0
    return weight


def _in_phrase(tokens: Tokens, mention: Mention) -> bool:
    """Whether the name is part of a phrase in which no name is read."""
    table = stop().phrases
    for first in range(max(0, mention.first - _PHRASE_REACH), mention.first + 1):
        hit = table.starting(tokens.words, first)
        if hit is None or hit.end <= mention.first:
            continue
        inside = mention.first <= hit.first and hit.end <= mention.end
        if not inside or (hit.first, hit.end) == (mention.first, mention.end):
            return True
    return False


def _organisation(tokens: Tokens, mention: Mention) -> bool:
    """Whether the name is the last or first part of an organisation's name."""
    if mention.right < len(tokens.words):
        following = tokens.words[mention.right]
        if following in words().tails and (is_arabic(following) or _capital(tokens, mention.right)):
            return True
        if following in words().numbers and not mention.weight:
            return True
    if mention.base or mention.wind or mention.lead:
        return False
    index = before(tokens, mention.left)
    if not mention.arabic:
        index = index - 1 if index >= 0 and tokens.words[index] == "the" else index
    return words().organisations.ending(tokens.words, index) is not None


def _person(tokens: Tokens, mention: Mention) -> bool:
    """Whether a title or a given name stands before the name of a small place."""
    if mention.word or mention.base or mention.wind or mention.prefix not in ("", "و"):
        return False
    index = before(tokens, mention.left)
    if index < 0 or all(level(gazetteer().entry(row), mention) == 0 for row in mention.rows):
        return False
    word = tokens.words[index]
    return word in words().titles or word in words().given


def _adjective(mention: Mention) -> bool:
    """Whether a country's name may as well be the adjective (قوات سورية)."""
    if mention.key not in stop().adjective:
        return False
    return not (mention.weight or mention.base or mention.wind)


def _bigger_name(tokens: Tokens, mention: Mention) -> bool:
    """Whether a small place's Latin name stands beside another capitalised word that is no place word."""
    if mention.word or any(gazetteer().entry(row).level == 0 for row in mention.rows):
        return False
    index = mention.left - 1
    if index > 0 and _foreign_name(tokens, index) and tokens.words[index - 1] not in _CLOSE:
        return True
    return mention.right < len(tokens.words) and _foreign_name(tokens, mention.right)


def _foreign_name(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if not (word.isascii() and word[0].isalpha() and _capital(tokens, index)):
        return False
    if word in _MONTHS or word in words().demonyms or (word,) in ((name,) for name in ("the", "in", "near")):
        return False
    return kinds().after.starting(tokens.words, index) is None


def _acting(tokens: Tokens, mention: Mention) -> bool:
    """Whether a country or its capital is said to act."""
    if not any(is_power(gazetteer().entry(row)) for row in mention.rows):
        return False
    index = before(tokens, mention.left)
    if mention.base == "between":
        return index < 0 or tokens.words[index] not in _BORDERS
    if mention.word or mention.base or mention.wind or mention.weight >= _IN:
        return False
    if index >= 0 and tokens.words[index].endswith("تها") and not tokens.words[index].startswith(_HAPPENED):
        return True
    if index >= 0 and mention.lead in ("", "و"):
        if tokens.words[index] == "the":
            index -= 1
        if words().actors_before.ending(tokens.words, index) is not None:
            return True
    return words().actors_after.starting(tokens.words, mention.right) is not None


def is_power(entry: Entry) -> bool:
    """Whether a place is a country or a capital, of which texts say that it acts."""
    return entry.kind == "country" or entry.id in gazetteer().capitals


def _capital(tokens: Tokens, index: int) -> bool:
    return tokens.shadow.raw[tokens.span(index, index + 1).start].isupper()
