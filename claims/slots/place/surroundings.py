"""Reads the words around a name: what kind of place it is said to be and how a happening is tied to it."""

from __future__ import annotations

from functools import cache

from claims.slots.place.lexicon import Hit, kinds, stop, words
from claims.slots.place.mentions import Mention, kind_at
from claims.slots.place.names import is_arabic
from claims.slots.place.relations import Tie, relations
from claims.slots.place.senses import CLOSING, DEFINITE, behind, role_before
from claims.text.tokens import Tokens

OPENING = frozenset('"«“”(#[')
"""Marks that may stand between a kind word and a name."""
OPENING_MARKS = OPENING - {"#"}
_MOST_TIES = 3
_COUNTRYSIDE = frozenset({"countryside", "outskirts", "suburbs"})


def widen(tokens: Tokens, mention: Mention) -> None:
    """Take the kind word, the relation and closing adjectives beside the name into the mention."""
    if mention.arabic:
        role = role_before(tokens.words, before(tokens, mention.first))
        if role.kind:
            _kind_before(tokens, mention)
            tie(tokens, mention)
        elif role.ties:
            tie(tokens, mention)
        if not behind(tokens.words, mention.right).closes:
            return
        _arabic_tail(tokens, mention)
    else:
        _latin_before(tokens, mention)
        tie(tokens, mention)
        _latin_tail(tokens, mention)
    mention.country = _nationality(tokens, mention)


def before(tokens: Tokens, index: int) -> int:
    """The token before ``index``, opening marks passed over; -1 at the start."""
    index -= 1
    while index >= 0 and tokens.words[index] in OPENING:
        index -= 1
    return index


def prefix_of(written: str, word: str) -> str:
    """What stands before ``word`` in a written token, "" when it cannot be cut off."""
    return written[: -len(word)] if word and written.endswith(word) else ""


@cache
def tails(kind: str) -> frozenset[str]:
    """Adjectives that may close the name of a place of that kind (حقل العمر النفطي)."""
    found: set[str] = set()
    for word in kinds().arabic.values():
        if kind in word.fits:
            found |= word.tail
    return frozenset(found)


def _kind_before(tokens: Tokens, mention: Mention) -> None:
    if mention.prefix:
        return
    index = before(tokens, mention.first)
    if index < 0:
        return
    found = kind_at(tokens, index)
    if found is not None and any(entry.kind in found[0].fits for entry in mention.entries):
        mention.word, mention.lead = found
        mention.left, mention.cut = index, len(found[1])


def _latin_before(tokens: Tokens, mention: Mention) -> None:
    index = _past_the(tokens, before(tokens, mention.left))
    hit = kinds().before.ending(tokens.words, index)
    if hit is None or _closes_name(tokens, hit.first):
        return
    if any(entry.kind in hit.value.fits for entry in mention.entries):
        mention.word, mention.left = hit.value, hit.first


def _closes_name(tokens: Tokens, index: int) -> bool:
    """Whether a kind word follows a name with *the* that it belongs to (the Shuala district of Baghdad)."""
    if index < 2 or tokens.words[index] == "capital":  # noqa: PLR2004
        return False
    name = index - 1
    word = tokens.words[name]
    if not (word.isascii() and tokens.initial(name).isupper()):
        return False
    if word in words().demonyms or word in words().unknown_never:
        return False
    return tokens.words[name - 1] not in ".!?\n:"


def _past_the(tokens: Tokens, index: int) -> int:
    return index - 1 if index >= 0 and tokens.words[index] == "the" else index


def tie(tokens: Tokens, mention: Mention) -> None:
    """Take the relation before the mention into it (قرب, شمال ريف, in the vicinity of)."""
    for _ in range(_MOST_TIES):
        index = before(tokens, mention.left)
        if not mention.arabic:
            index = _past_the(tokens, index)
        if not role_before(tokens.words, index).ties:
            return
        hit = _tie(tokens, index, mention.lead)
        if hit is not None and _tells_which(tokens, mention, hit):
            mention.left = hit.first
            return
        if hit is None or (hit.value.base and mention.base) or (hit.value.wind and mention.wind):
            return
        mention.base = mention.base or hit.value.base
        mention.wind = mention.wind or hit.value.wind
        mention.inside = mention.inside or hit.value.inside
        mention.left = hit.first
        _set_lead(tokens, mention, hit)


def _tells_which(tokens: Tokens, mention: Mention, hit: Hit[Tie]) -> bool:
    """Whether an English adjective before *city of* tells in which part of its country the city lies (the central city of Poltava)."""
    if mention.arabic or mention.word is None or mention.left >= mention.first:
        return False
    bare = not (mention.base or mention.wind) and tokens.words[mention.first - 1] == "of"
    return bare and (hit.value.inside or hit.word == "central")


def _set_lead(tokens: Tokens, mention: Mention, hit: Hit[Tie]) -> None:
    written = tokens.words[hit.first]
    mention.lead = prefix_of(written, hit.word) if is_arabic(written) else ""
    mention.cut = len(mention.lead)


def _tie(tokens: Tokens, index: int, lead: str) -> Hit[Tie] | None:
    table = relations().before
    hit = table.ending(tokens.words, index)
    if hit is not None and hit.value.needs:
        return hit if lead[-1:] in hit.value.needs and lead else None
    if hit is not None:
        return None if lead else hit
    if index > 0 and tokens.words[index] in ("من", "في", "لل"):
        hit = table.ending(tokens.words, index - 1)
        if hit is not None and tokens.words[index] in hit.value.needs:
            return Hit(hit.first, index + 1, hit.value, hit.word)
    return None


def _arabic_tail(tokens: Tokens, mention: Mention) -> None:
    if not OPENING_MARKS.isdisjoint(tokens.words[mention.left : mention.end]):
        following = tokens.words[mention.right : mention.right + 1]
        mention.right += 1 if following and following[0] in CLOSING else 0
    following = tokens.words[mention.right : mention.right + 1]
    if not following or wind_after(tokens, mention):
        return
    if not following[0].startswith(DEFINITE):
        return
    closing = mention.word.tail if mention.word else frozenset()
    kind = mention.entries[0].kind
    if following[0] in closing or following[0] in tails(kind):
        mention.right += 1


def wind_after(tokens: Tokens, mention: Mention) -> bool:
    """Take a wind after *ريف X* into the mention (ريف حلب الشمالي); whether there was one."""
    rural = mention.base == "countryside" or mention.key.startswith("ريف ")
    if not rural or mention.wind or mention.right >= len(tokens.words):
        return False
    if not tokens.words[mention.right].startswith("ال"):
        return False
    hit = relations().after.starting(tokens.words, mention.right)
    if hit is not None:
        mention.wind, mention.right = hit.value, hit.end
    return hit is not None


def _latin_tail(tokens: Tokens, mention: Mention) -> None:
    if (
        mention.right < len(tokens.words)
        and tokens.words[mention.right] in _COUNTRYSIDE
        and not mention.base
    ):
        mention.base = (
            "countryside" if tokens.words[mention.right] == "countryside" else "outskirts"
        )
        mention.right += 1
        return
    if _owned_countryside(tokens, mention):
        return
    hit = kinds().after.starting(tokens.words, mention.right)
    if hit is None or stop().phrases.starting(tokens.words, mention.right) is not None:
        return
    if any(entry.kind in hit.value.fits for entry in mention.entries):
        mention.word, mention.right = hit.value, hit.end
        following = tokens.words[mention.right : mention.right + 1]
        if following == ("countryside",) and not mention.base:
            mention.base, mention.right = "countryside", mention.right + 1


def _owned_countryside(tokens: Tokens, mention: Mention) -> bool:
    """Take *southern countryside* after *Idlib's* into the mention; whether it was there."""
    if mention.base or not tokens.words[mention.end - 1].endswith("'s"):
        return False
    hit = relations().before.starting(tokens.words, mention.right)
    if (
        hit is None
        or not hit.value.inside
        or tokens.words[hit.end : hit.end + 1] != ("countryside",)
    ):
        return False
    mention.base, mention.wind, mention.right = "countryside", hit.value.wind, hit.end + 1
    return True


def _nationality(tokens: Tokens, mention: Mention) -> str:
    """The country that an adjective beside the name speaks of: after it in Arabic, before its kind word in English."""
    demonyms = words().demonyms
    if mention.arabic:
        following = tokens.words[mention.right : mention.right + 1]
        return demonyms.get(following[0], "") if following and following[0].startswith("ال") else ""
    return demonyms.get(tokens.words[mention.left - 1], "") if mention.left and mention.word else ""
