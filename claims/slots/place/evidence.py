"""Weighs what the words around a name say for and against a place.

Weights are small whole numbers. For: a kind word or a relation 3, *in* 2, other prepositions 1, a hashtag 1, a
place beside it in a list 2. What a name needs is its level (see `levels.NEED`): a large city nothing, a village *in*, a
word that is seldom a place a kind word and a country that agrees. The numbers were set by reading news, releases
and posts and are checked by the corpus in the tests.
"""

from __future__ import annotations

from calendar import month_name
from itertools import pairwise

from claims.slots.place.acting import acting, owner
from claims.slots.place.denoted import denoted
from claims.slots.place.entries import FAMOUS, Entry
from claims.slots.place.extents import bounded
from claims.slots.place.levels import Written, levels
from claims.slots.place.lexicon import kinds, stop, words
from claims.slots.place.mentions import Mention, Scan
from claims.slots.place.names import is_arabic
from claims.slots.place.senses import Role, behind, kind_word, role_before, sense
from claims.slots.place.surroundings import before
from claims.text.tokens import Tokens

_KIND, _SURE_KIND, _TIE, _IN, _HASH, LISTED = 3, 4, 3, 2, 1, 2
_SMALL = 20_000
_CLOSE = frozenset(",.;:!?()[]\"'«»“”،؛؟\n-/|")
_COMPOUND = frozenset({"ابو", "ابي", "ابن", "عبد", "وابو", "وعبد"})
_QUOTES = frozenset('"«»“”')
_PAIR = 2
_NOUN = 5
"""Letters of the shortest definite noun, its article included: longer than «إلى»."""
_HEAD_MARKS = frozenset({"(", ":", "-", "–", "—", ","})
"""What follows the name of a place that a line begins with (*KIGALI (Reuters)*, سرت: …)."""
_LINE = frozenset({"\n", "#", "•", "|"})
_TOWNS = frozenset({"city", "town"})
_NO_PERSON = ("ال", "و", "لل", "ت", "ي")
"""How names of persons seldom begin behind a title: definite words, conjunctions, verbs."""
_LONG_NAME = 3
_RIVER = 9
_JOINTS = frozenset("_#")
_TO = frozenset({"ل", "لل"})
_new = tuple.__new__
"""Makes a `Written` from its parts; the class's own call makes the same at three times the cost."""
_MONTHS = frozenset(map(str.lower, month_name[1:]))


def weigh(tokens: Tokens, mention: Mention, found: Scan, *, foreign: bool = False) -> None:
    """Set the mention's weight and whether the words speak against it.

    Args:
        tokens: the text.
        mention: a name, with the words around it taken in.
        found: what the pass over the text found.
        foreign: whether the name is in another script than its text.
    """
    written = _new(
        Written,
        (mention.key, mention.arabic, mention.bare, mention.article, mention.loose, foreign),
    )
    mention.levels = levels(written)
    name = denoted(mention.key)
    mention.power = name.power
    prior = before(tokens, mention.left)
    definite = not mention.arabic and prior >= 0 and tokens.words[prior] == "the"
    if not mention.arabic and len(mention.entries) > 1 and mention.word is None:
        _by_article(mention, definite=definite or tokens.words[mention.first - 1] == "the")
    if definite:
        prior -= 1
    role = role_before(tokens.words, prior)
    mention.weight = _weight(tokens, mention, prior, role)
    mention.against = (
        (mention.word is None and bool(found.closed) and _in_phrase(mention, found.closed))
        or _told_behind(tokens, mention)
        or (mention.base == "centre" and _institution(tokens, mention))
        or (name.paper and _paper(tokens, mention))
        or (role.heads and _organisation(tokens, mention, prior))
        or (mention.word is None and _no_village(tokens, mention, prior, role))
        or ((role.names or _behind_compound(tokens, mention)) and _person(mention))
        or (name.longer and mention.arabic and _is_longer(tokens, mention))
        or (found.tanween and _tanween(tokens, mention))
        or (mention.power and _adjective(tokens, mention))
        or _styled(tokens, mention)
        or (mention.key.partition(" ")[0] in words().banks and _of_a_river(tokens, mention))
        or (not mention.arabic and (_bigger_name(tokens, mention) or _tied_behind(tokens, mention)))
        or (mention.power and acting(tokens, mention, prior, role))
        or (mention.power and owner(tokens, mention))
    )


def _by_article(mention: Mention, *, definite: bool) -> None:
    """With *the* an English name is that of a river rather than of the city by it (the Dnipro), without it the city's."""
    kept = [
        place for place, entry in enumerate(mention.entries) if (entry.kind == "river") is definite
    ]
    if 0 < len(kept) < len(mention.entries):
        mention.entries = tuple([mention.entries[place] for place in kept])
        mention.levels = tuple([mention.levels[place] for place in kept])


def fits(entry: Entry, mention: Mention) -> bool:
    """Whether the kind word beside the name lets that place through."""
    return mention.word is None or entry.kind in mention.word.fits


def vague(mention: Mention) -> bool:
    """Whether the kind word is one that goes with anything (منطقة)."""
    return mention.word is not None and bool(mention.word.headed)


def _weight(tokens: Tokens, mention: Mention, prior: int, role: Role) -> int:
    weight = 0
    if mention.word is not None:
        weight += max([_kind_weight(entry, mention) for entry in mention.entries])
    if mention.base or mention.wind:
        weight += _TIE
    if "ب" in mention.lead:
        weight += _IN
    elif mention.lead and mention.lead != "و":
        weight += 1
    index = mention.left - 1
    if index >= 0 and tokens.words[index] == "#":
        weight += _HASH
    if not mention.lead and mention.left == mention.first and _heads_line(tokens, mention):
        weight += _IN
    if role.leads and mention.lead in ("", "و"):
        hit = words().strong.ending(tokens.words, prior)
        weight += hit.value if hit is not None else 0
    return weight


def _heads_line(tokens: Tokens, mention: Mention) -> bool:
    """Whether a line begins with the name, as a bulletin or an agency's dateline does (*Palma:*, غزة – , *Kigali, 11 May*).

    A state or capital before a colon speaks (*Qatar: …*).
    """
    words, right = tokens.words, mention.right
    if right + 1 >= len(words) or words[right] not in _HEAD_MARKS or denoted(mention.key).paper:
        return False
    if mention.left and words[mention.left - 1] not in _LINE:
        return False
    if words[right] == ":":
        return not mention.power
    if words[right] == ",":
        return words[right + 1].isdecimal() or words[right + 1] in _MONTHS
    return words[right] != "-" or not (tokens.glued(right) or tokens.glued(right + 1))


def _kind_weight(entry: Entry, mention: Mention) -> int:
    """What the kind word says: more where few such places have such a name (محافظة صلاح الدين, قضاء هيت)."""
    if not fits(entry, mention):
        return 0
    if vague(mention):
        return _IN
    rare = (
        entry.kind == "province"
        or entry.population >= _SMALL
        or (mention.word is not None and mention.word.keep)
    )
    return _SURE_KIND if rare and entry.kind != "neighbourhood" else _KIND


def _in_phrase(mention: Mention, closed: dict[int, tuple[int, int]]) -> bool:
    """Whether a name without a kind word is part of a phrase in which no name is read."""
    bounds = closed.get(mention.first) or closed.get(mention.end - 1)
    if bounds is None or bounds == (mention.first, mention.end):
        return bounds is not None
    return not (mention.first <= bounds[0] and bounds[1] <= mention.end)


def _told_behind(tokens: Tokens, mention: Mention) -> bool:
    """Whether the word behind the name says that it is none of a place: of an organisation, a colour, a number."""
    told = behind(tokens.words, mention.right).tells
    if told and _tail(tokens, mention):
        return True
    if not mention.arabic:
        return mention.power and mention.weight < _IN and _long_name(tokens, mention)
    if mention.end == mention.right and not told:
        return False
    return behind(tokens.words, mention.end).tells and tokens.words[mention.end] in words().colours


def _tail(tokens: Tokens, mention: Mention) -> bool:
    """Whether the word after the name makes an organisation's name of it (Syria TV, ديرالزور 24)."""
    following = tokens.words[mention.right]
    if following == "@" and tokens.glued(mention.right):
        return True
    if following in words().talks:
        return not mention.arabic
    if following in words().tails:
        return is_arabic(following) or _capital(tokens, mention.right)
    return following in words().numbers and (not mention.weight or mention.lead in _TO)


def _long_name(tokens: Tokens, mention: Mention) -> bool:
    """Whether a country begins a name in capitals that ends as an organisation's (Yemen Data Project)."""
    for index in range(mention.right, min(mention.right + _LONG_NAME, len(tokens.words))):
        if not _foreign_name(tokens, index):
            return False
        if index > mention.right and tokens.words[index] in words().tails:
            return True
    return False


def _institution(tokens: Tokens, mention: Mention) -> bool:
    """Whether the words behind *centre of* are of a media or medical centre (مركز حماة الإعلامي)."""
    index = mention.right
    while index < len(tokens.words) and tokens.words[index] in _JOINTS:
        index += 1
    return index < len(tokens.words) and tokens.words[index] in words().centre_tails


def _paper(tokens: Tokens, mention: Mention) -> bool:
    """Whether the name is that of a paper: alone in quotation marks («الشرق الأوسط») or before a colon."""
    if mention.base or mention.wind or mention.word:
        return False
    around = (
        tokens.words[mention.first - 1 : mention.first]
        + tokens.words[mention.end : mention.end + 1]
    )
    quoted = len(around) == _PAIR and around[0] in _QUOTES and around[1] in _QUOTES
    return quoted or (not mention.weight and around[-1:] == (":",))


def _organisation(tokens: Tokens, mention: Mention, prior: int) -> bool:
    """Whether the name belongs to the name of an organisation that begins before it (مجلس دير الزور)."""
    if mention.base or mention.wind or mention.lead:
        return False
    return words().organisations.ending(tokens.words, prior) is not None


def _no_village(tokens: Tokens, mention: Mention, prior: int, role: Role) -> bool:
    """Whether the words call a village what is known as a great city alone: "the village of Deli" is not Delhi."""
    if mention.arabic:
        found = kind_word(tokens.words[prior]) if role.kind and not mention.prefix else None
        word = found[0] if found is not None else None
    else:
        hit = kinds().before.ending(tokens.words, prior)
        word = hit.value if hit is not None else None
    if word is None or word.opens != "village":
        return False
    return all(entry.population >= FAMOUS for entry in mention.entries)


def _person(mention: Mention) -> bool:
    """Whether the name of a small place after a title or a given name is somebody's name."""
    if mention.word or mention.base or mention.wind or mention.prefix not in ("", "و"):
        return False
    return any(mention.levels)


def _behind_compound(tokens: Tokens, mention: Mention) -> bool:
    """Whether a given name of two words stands right before («عبد الفتاح …», «أبو يعقوب …»)."""
    return mention.left > 1 and tokens.words[mention.left - 2] in _COMPOUND


def _of_a_river(tokens: Tokens, mention: Mention) -> bool:
    """Whether *the bank* is one of a river: one is named near, or another bank."""
    known = words()
    around = (
        tokens.words[max(0, mention.first - _RIVER) : mention.first]
        + tokens.words[mention.end : mention.end + _RIVER]
    )
    return not known.rivers.isdisjoint(around) or any(
        f"{one} {other}" in known.other_banks for one, other in pairwise(around)
    )


def _styled(tokens: Tokens, mention: Mention) -> bool:
    """Whether a form of address or a rank stands before a name (*Mr. Hama*, «السيدة بيروت …»), which then is somebody's."""
    if mention.word is not None or mention.lead:
        return False
    prior = mention.left - 1
    if prior > 0 and tokens.words[prior] == ".":
        prior -= 1
    return prior >= 0 and tokens.words[prior] in words().styles


def _is_longer(tokens: Tokens, mention: Mention) -> bool:
    """Whether the word behind an Arabic name makes a longer one of it that no gazetteer has."""
    if mention.end >= len(tokens.words):
        return False
    heads = mention.key in words().heads and _begins_another(tokens.words[mention.end])
    return heads or _goes_on(tokens, mention)


def _begins_another(following: str) -> bool:
    """Whether a name of one word that many names begin with is followed by a definite word (عين السمن)."""
    known = words()
    return (
        following.startswith("ال")
        and following not in known.unknown_never
        and following not in known.demonyms
        and following not in known.epithets
    )


def _goes_on(tokens: Tokens, mention: Mention) -> bool:
    """Whether a name that ends in a title is somebody's or something's else: «جبل الشيخ بركات»."""
    following = tokens.words[mention.end]
    head, _, last = mention.key.rpartition(" ")
    if not head or last not in words().titles or bounded(tokens, mention.end):
        return False
    town = any(entry.kind in _TOWNS for entry in mention.entries)
    return following in words().given or not (town or following.startswith(_NO_PERSON))


def _tanween(tokens: Tokens, mention: Mention) -> bool:
    if not mention.arabic:
        return False
    start, end = tokens.starts[mention.first], tokens.ends[mention.end - 1]
    shadow = tokens.shadow
    return shadow.marked(start, end) and "\u064b" in shadow.quote(start, end)


def _adjective(tokens: Tokens, mention: Mention) -> bool:
    """Whether a country's name is its adjective here (قوات سورية, طالبا سوريا)."""
    if (
        mention.left
        and not mention.lead
        and tokens.words[mention.left - 1] in words().persons_accusative
    ):
        return True
    if mention.key in words().demonyms and not mention.lead:
        noun = tokens.words[mention.left - 1] if mention.left else ""
        if noun.startswith("ال") and len(noun) >= _NOUN:
            return True
    if mention.key not in stop().adjective:
        return False
    return not (mention.weight or mention.base or mention.wind)


def _bigger_name(tokens: Tokens, mention: Mention) -> bool:
    """Whether a small place's Latin name stands beside another capitalised word that is no place word."""
    if mention.word or any(_renowned(entry) for entry in mention.entries):
        return False
    index = mention.left - 1
    alone = not (mention.base or mention.wind)
    if (
        alone
        and index > 0
        and _foreign_name(tokens, index)
        and tokens.words[index - 1] not in _CLOSE
    ):
        return True
    if tokens.words[mention.end - 1].endswith("'s"):
        return False
    return mention.right < len(tokens.words) and _foreign_name(tokens, mention.right)


def _tied_behind(tokens: Tokens, mention: Mention) -> bool:
    """Whether a hyphen ties a word to a Latin name, which then says whose or of what kind it is (*Pakistan-administered* Kashmir)."""
    hyphen = mention.right
    if hyphen + 1 >= len(tokens.words) or tokens.words[hyphen] != "-":
        return False
    if not (tokens.glued(hyphen) and tokens.glued(hyphen + 1)):
        return False
    word = tokens.words[hyphen + 1]
    return word in words().tied or (word.endswith("ed") and not _capital(tokens, hyphen + 1))


def _renowned(entry: Entry) -> bool:
    return entry.kind in ("country", "province") or (
        entry.level == 0 and entry.population >= FAMOUS
    )


def _foreign_name(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if not (word.isascii() and word[0].isalpha() and _capital(tokens, index)):
        return False
    read = sense(word)
    return word not in _MONTHS and (read is None or not (read.heads or read.opens or read.land))


def _capital(tokens: Tokens, index: int) -> bool:
    return tokens.initial(index).isupper()
