"""Places that are in no gazetteer, found by the word that announces them: قرية X, حي X, village of X."""

from __future__ import annotations

from bisect import bisect_left

from claims.slots.place.extents import bounded, capitals_after, capitals_before, name_end
from claims.slots.place.lexicon import Hit, KindWord, kinds, stop, words
from claims.slots.place.mentions import Mention, Scan, kind_at
from claims.slots.place.relations import relations
from claims.slots.place.senses import CLOSING
from claims.slots.place.surroundings import OPENING, before, tie
from claims.text.tokens import Tokens

_LONGEST_LIST = 20
_BRACKET_REACH = 6
_SHORTEST = 3
_SEPARATORS = frozenset({"،", ",", "و", "-", "/", "#"})
_WIDE = frozenset({"country", "region", "province", "sea", "desert"})
_CALLED_AFTER = frozenset({"hospital", "mosque", "square", "street", "hotel"})
"""Kinds of sites that are called after countries (فندق فلسطين), where others lie in them."""
_STATED = frozenset({"", "countryside", "centre", "outskirts"})
_BETWEEN = frozenset(
    {"داخل", "ضمن", "في", "فى", "in", ",", "،", "the", '"', "»", "”", "(", "من", "-"}
)
_SHORTEST_AGAIN = 4
_IN = 2


class _Known:
    """Names of the gazetteer in the text by their tokens, and which of them are read as places."""

    def __init__(self, mentions: list[Mention], taken: list[Mention]) -> None:
        self.starts = {mention.first: mention for mention in mentions}
        self.taken = taken
        self._read = {mention.first for mention in taken}
        self._ends = {mention.right: mention for mention in taken}
        self._lefts = [mention.left for mention in taken]
        self.covered = {index for mention in taken for index in range(mention.left, mention.right)}
        self.dropped: set[int] = set()

    def is_taken(self, mention: Mention) -> bool:
        """Whether the name is read as a place."""
        return mention.first in self._read

    def ending(self, index: int) -> Mention | None:
        """The place whose words end right before token ``index``."""
        found = self._ends.get(index)
        return found if found is not None and self.is_taken(found) else None

    def after(self, index: int) -> Mention | None:
        """The first place at or after token ``index``."""
        place = bisect_left(self._lefts, index)
        return self.taken[place] if place < len(self.taken) else None

    def drop(self, mention: Mention) -> None:
        """The name turned out to be part of a larger one."""
        self._read.discard(mention.first)
        self.dropped.add(mention.first)


def unknown(tokens: Tokens, found: Scan, taken: list[Mention]) -> list[Mention]:
    """Mentions of places in no gazetteer.

    Args:
        tokens: the text.
        found: what the pass over its words found.
        taken: names that are read as places; those that turn out to be part of an unknown place's name are
            taken out.
    """
    known = _Known(found.mentions, taken)
    opened: list[Mention] = []
    for index in found.openers:
        if index in known.covered:
            continue
        hit = kind_at(tokens, index)
        if hit is not None:
            opened += _arabic(tokens, index, hit, known)
        elif tokens.words[index].isascii():
            opened += _latin(tokens, index, known)
    for mention in taken:
        if mention.word is not None and mention.word.many and mention.arabic:
            opened += _members(tokens, mention, mention.word, known)
    opened = _apart(opened)
    opened += _again(tokens, opened, known)
    for mention in opened:
        _name(mention)
        tie(tokens, mention)
        _place_within(tokens, mention, known)
    taken[:] = [mention for mention in taken if mention.first not in known.dropped]
    return opened


def _apart(found: list[Mention]) -> list[Mention]:
    """Of overlapping mentions the first."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda one: (one.left, -one.right)):
        if not kept or mention.left >= kept[-1].right:
            kept.append(mention)
    return kept


def _name(mention: Mention) -> None:
    """Set where the name to show begins: at the kind word where that belongs to it."""
    word = mention.word
    keeps = mention.arabic and word is not None and word.keep and not mention.listed
    mention.named = mention.left if keeps else mention.first
    mention.named_cut = mention.cut if mention.named == mention.left and mention.arabic else 0


def _opened(first: int, end: int, word: KindWord, left: int, right: int) -> Mention:
    """A place in no gazetteer: tokens of its name, its kind word, tokens of the whole expression."""
    return Mention(
        first, end, (), "", left=left, right=right, word=word, kind=word.opens or word.headed
    )


def _arabic(tokens: Tokens, index: int, hit: tuple[KindWord, str], known: _Known) -> list[Mention]:
    word, prefix = hit
    first = index + 1
    while first < len(tokens.words) and tokens.words[first] in OPENING:
        first += 1
    inner = known.starts.get(first)
    if inner is not None and inner.key in stop().adjective:
        return []
    part = inner if inner is not None and known.is_taken(inner) else None
    if part is not None and not _composes(part, word):
        return []
    end = _arabic_end(tokens, first, word, inner, part)
    if end == first:
        return _bracketed(tokens, first, word, known) if word.many else []
    mention = _opened(first, end, word, index, end)
    if (
        end < len(tokens.words)
        and tokens.words[first - 1] in OPENING
        and tokens.words[end] in CLOSING
    ):
        mention.right = end + 1
    mention.lead, mention.cut = prefix, len(prefix)
    if part is not None:
        known.drop(part)
        mention.within = _holding(part)
    if mention.right < len(tokens.words) and tokens.words[mention.right] in word.tail:
        mention.right += 1
        mention.end = mention.right
    return [mention, *(_members(tokens, mention, word, known) if word.many else ())]


def _arabic_end(
    tokens: Tokens, first: int, word: KindWord, inner: Mention | None, part: Mention | None
) -> int:
    """One past the name after a kind word, which may begin with a name of the gazetteer; ``first`` for none."""
    if part is not None and not part.prefix:
        return part.end
    headed = word.headed and first < len(tokens.words) and _is_headed(tokens, first, word)
    if not (word.opens or headed) or (word.many and word.keep):
        return first
    end = name_end(tokens, first, word)
    return max(end, inner.end) if inner is not None and end > first else end


def _is_headed(tokens: Tokens, first: int, word: KindWord) -> bool:
    """Whether a name begins with a word such as تل, or is told to be one by marks or by where it lies (محور *عزان شرق* تعز)."""
    if tokens.words[first] in words().heads:
        return True
    if not word.tied:
        return False
    if tokens.words[first - 1] in OPENING - {"#"}:
        return True
    end = name_end(tokens, first, word)
    while end > first and word.many and (at := _next_member(tokens, end)) is not None:
        further = name_end(tokens, at[0], word, cut=at[1])
        if further == at[0]:
            break
        end = further
    return end > first and relations().before.starting(tokens.words, end) is not None


def _composes(inner: Mention, word: KindWord) -> bool:
    """Whether a known name after a site's kind word is only part of the site's name (مشفى الرقة)."""
    if not word.keep or not word.opens or word.many or inner.prefix:
        return False
    if inner.best[0].kind in _WIDE and word.opens not in _CALLED_AFTER:
        return False
    return not any(entry.kind in word.fits for entry in inner.best)


def _holding(mention: Mention) -> tuple[str, ...]:
    best = mention.best[0]
    return (best.id, *best.within)


def _members(tokens: Tokens, first: Mention, word: KindWord, known: _Known) -> list[Mention]:
    """Further names of a list after a plural (قرى تقاد وكفرتعال، كفرعمة).

    A list that runs on into a sentence (… وتصدت وسائط الدفاع) is cut back to its last name of the gazetteer, not before words that are
    known to be no name (… ورفع العلم).
    """
    found: list[Mention] = []
    sure = 0
    index = first.right
    while len(found) < _LONGEST_LIST and (at := _next_member(tokens, index)) is not None:
        start, cut = at
        if stop().phrases.starting(tokens.words, start) is not None:
            sure = len(found)
            break
        other = known.starts.get(start)
        if other is not None and (known.is_taken(other) or not _is_member(other, word)):
            index, sure = other.right, len(found)
            continue
        end = other.right if other else name_end(tokens, start, word, cut=cut)
        if end == start:
            break
        found.append(_member(tokens, start, cut, end, word))
        index = end
        if bounded(tokens, end):
            sure = len(found)
    return found[:sure]


def _is_member(other: Mention, word: KindWord) -> bool:
    """Whether a name of the gazetteer that is not read by itself may be meant in a list of its kind: a village of several by that name."""
    plain = not (other.against or other.base or other.wind) and other.word in {None, word}
    return plain and any(entry.kind in word.fits for entry in other.entries)


def _bracketed(tokens: Tokens, first: int, word: KindWord, known: _Known) -> list[Mention]:
    """Names that are listed in brackets behind a plural (قرى الريف الغربي *(تقاد وكفرتعال)*), where nothing else stands there."""
    ahead = tokens.words[first : first + _BRACKET_REACH]
    if "(" not in ahead or not _SEPARATORS.isdisjoint(ahead[: ahead.index("(")]):
        return []
    index = first + ahead.index("(") + 1
    found: list[Mention] = []
    at: tuple[int, int] | None = (index, 0)
    known_too = False
    while at is not None and len(found) < _LONGEST_LIST:
        start, cut = at
        other = known.starts.get(start)
        if other is not None and known.is_taken(other):
            index, known_too = other.right, True
        else:
            index = name_end(tokens, start, word, cut=cut, marked=False)
            if index == start:
                return []
            found.append(_member(tokens, start, cut, index, word))
        at = None if tokens.words[index : index + 1] == (")",) else _next_member(tokens, index)
    closed = tokens.words[index : index + 1] == (")",)
    return found if closed and (len(found) > 1 or known_too) else []


def _member(tokens: Tokens, start: int, cut: int, end: int, word: KindWord) -> Mention:
    """One name of a list, of which ``cut`` characters are written onto its front."""
    member = _opened(start, end, word, start, end)
    member.lead, member.cut, member.listed = tokens.words[start][:cut], cut, True
    return member


def _next_member(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """First token of the next name of a list and how many characters of it to cut; None at the list's end."""
    separated = False
    while index < len(tokens.words) and tokens.words[index] in _SEPARATORS:
        separated, index = True, index + 1
    if index >= len(tokens.words):
        return None
    written = tokens.words[index]
    joined = written.startswith("و") and len(written) > _SHORTEST
    return (index, 1 if joined else 0) if separated or joined else None


def _again(tokens: Tokens, opened: list[Mention], known: _Known) -> list[Mention]:
    """An unknown village that was announced once (قرية بلشون) is named again without that word (في بلشون)."""
    names = {
        tokens.words[one.first][one.cut if one.left == one.first else 0 :]: one
        for one in opened
        if one.arabic and one.end == one.first + 1 and one.word is not None and not one.word.keep
    }
    names = {name: one for name, one in names.items() if len(name) >= _SHORTEST_AGAIN}
    if not names:
        return []
    covered = known.covered.union(*(range(one.left, one.right) for one in opened))
    found: list[Mention] = []
    for index, written in enumerate(tokens.words):
        cut = 0 if written in names else 1
        first = names.get(written[cut:])
        if first is None or index in covered or (cut and written[0] not in "وبلف"):
            continue
        mention = Mention(index, index + 1, (), "", left=index, right=index + 1, kind=first.kind)
        mention.lead, mention.cut, mention.within = written[:cut], cut, first.within
        tie(tokens, mention)
        if mention.base or mention.wind or _led(tokens, mention):
            found.append(mention)
    return found


def _led(tokens: Tokens, mention: Mention) -> bool:
    """Whether *in* stands before the name, written on to it or apart."""
    if mention.lead:
        return mention.lead == "ب"
    hit = words().strong.ending(tokens.words, before(tokens, mention.left))
    return hit is not None and hit.value >= _IN


def _latin(tokens: Tokens, index: int, known: _Known) -> list[Mention]:
    hit = kinds().before.starting(tokens.words, index)
    if hit is not None and hit.value.opens and hit.end - hit.first > 1:
        end = capitals_after(tokens, hit.end)
        inner = known.starts.get(hit.end)
        if end > hit.end and (inner is None or not known.is_taken(inner)):
            return [_in_latin(_opened(hit.end, end, hit.value, index, end))]
    hit = kinds().after.starting(tokens.words, index)
    if hit is None or not hit.value.opens:
        return []
    part = known.ending(index)
    if part is not None:
        owns = tokens.words[part.end - 1].endswith("'s")
        return [] if owns else _latin_site(part, hit, known)
    first = capitals_before(tokens, index)
    if first == index:
        return []
    end = hit.end if hit.value.keep else index
    return [_in_latin(_opened(first, end, hit.value, first, hit.end))]


def _latin_site(part: Mention, hit: Hit[KindWord], known: _Known) -> list[Mention]:
    """A site called after a known place (*Raqqa hospital*); a station or a stadium of a town is there and no place of its own.

    What lies near a hospital of a town is near the town; what lies near a street may be anywhere (near *Tripoli Street* in Misrata).
    """
    street = hit.value.opens == "street"
    if not hit.value.keep or part.wind or hit.value.opens == "site" or (part.base and not street):
        return []
    known.drop(part)
    left = part.first if street else part.left
    site = _in_latin(_opened(part.first, hit.end, hit.value, left, hit.end))
    site.within = _holding(part)
    return [site]


def _in_latin(mention: Mention) -> Mention:
    mention.arabic = False
    return mention


def _place_within(tokens: Tokens, mention: Mention, known: _Known) -> None:
    """Set what contains the place when the words right after it say so (قرية السيال بريف دير الزور)."""
    following = None if mention.within else known.after(mention.right)
    if (
        following is None
        or following.base not in _STATED
        or (following.wind and not following.base)
    ):
        return
    gap = tokens.words[mention.right : following.left]
    inside = "ب" in following.lead or (bool(gap) and "ل" not in following.lead)
    inside = inside or following.base == "centre"
    if not inside or not _BETWEEN.issuperset(gap):
        return
    best = following.best[0]
    whole = mention.word is not None and mention.word.keep and not following.base
    whole = whole or best.kind in ("province", "country")
    mention.within = (best.id, *best.within) if whole else best.within
