"""Places that are in no gazetteer, found by the word that announces them: قرية X, حي X, village of X.

Conservative about where a name ends: one word, and one more after words such as تل or أم, after a definite word that
completes a construct, or inside of quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left

from claims.slots.place.lexicon import KindWord, kinds, stop, words
from claims.slots.place.mentions import Mention, Scan, kind_at
from claims.slots.place.senses import kind_word
from claims.slots.place.names import ARTICLES, is_arabic
from claims.slots.place.relations import relations
from claims.slots.place.surroundings import CLOSING, OPENING
from claims.text.tokens import Tokens

_LONGEST_QUOTE = 4
_LONGEST_LATIN = 3
_LONGEST_LIST = 20
_SHORTEST = 3
_ENDS_OF_NAMES = ("ات", "وت", "يت")
"""Endings in ت that names have; others are mostly verbs (تصدت)."""
_SEPARATORS = frozenset({"،", ",", "و", "-", "/"})
_STATED = frozenset({"", "countryside", "centre", "outskirts"})


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
            opened += _arabic(tokens, index, hit[0], hit[1], known)
        elif tokens.words[index].isascii():
            opened += _latin(tokens, index, known)
    for mention in taken:
        if mention.word is not None and mention.word.many and mention.arabic:
            opened += _members(tokens, mention, mention.word, known)
    for mention in opened:
        keeps = mention.arabic and mention.word is not None and mention.word.keep and not mention.listed
        mention.named = mention.left if keeps else mention.first
        mention.named_cut = mention.cut if mention.named == mention.left and mention.arabic else 0
        _place_within(tokens, mention, known)
    taken[:] = [mention for mention in taken if mention.first not in known.dropped]
    return _apart(opened)


def _apart(found: list[Mention]) -> list[Mention]:
    """Of overlapping mentions the first."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda one: (one.left, -one.right)):
        if not kept or mention.left >= kept[-1].right:
            kept.append(mention)
    return kept


def _arabic(
    tokens: Tokens,
    index: int,
    word: KindWord,
    prefix: str,
    known: _Known,
) -> list[Mention]:
    first = index + 1
    while first < len(tokens.words) and tokens.words[first] in OPENING:
        first += 1
    inner = known.starts.get(first)
    if inner is not None and known.is_taken(inner) and not _composes(inner, word):
        return []
    if inner is not None and inner.key in stop().adjective:
        return []
    if inner is not None and not inner.prefix and (known.is_taken(inner) or word.opens):
        end = inner.end
    else:
        end = _name_end(tokens, first, word) if word.opens else first
    if end == first:
        return []
    mention = _made(tokens, index, first, end, word)
    mention.lead, mention.cut = prefix, len(prefix)
    if inner is not None and known.is_taken(inner):
        known.drop(inner)
        mention.within = _holding(inner)
    if mention.right < len(tokens.words) and tokens.words[mention.right] in word.tail:
        mention.right += 1
        mention.end = mention.right
    found = [mention]
    if word.many:
        found += _members(tokens, mention, word, known)
    return found


def _composes(inner: Mention, word: KindWord) -> bool:
    """Whether a known name after a site's kind word is only part of the site's name (مشفى الرقة)."""
    if not word.keep or not word.opens:
        return False
    return not any(entry.kind in word.fits for entry in inner.best)


def _made(tokens: Tokens, left: int, first: int, end: int, word: KindWord) -> Mention:
    mention = Mention(first, end, (), "", left=left, right=end, word=word, kind=word.opens)
    if end < len(tokens.words) and tokens.words[end] in CLOSING and tokens.words[first - 1] in OPENING:
        mention.right = end + 1
    return mention


def _holding(mention: Mention) -> tuple[str, ...]:
    best = mention.best[0]
    return (best.id, *best.within)


def _members(tokens: Tokens, first: Mention, word: KindWord, known: _Known) -> list[Mention]:
    """Further names of a list after a plural (قرى تقاد وكفرتعال، كفرعمة).

    A list that runs on into a sentence (… وتصدت وسائط الدفاع) is cut back to its last name of the gazetteer.
    """
    found: list[Mention] = []
    sure = 0
    index = first.right
    while len(found) < _LONGEST_LIST and (at := _next_member(tokens, index)) is not None:
        start, cut = at
        if (other := known.starts.get(start)) is not None:
            index, sure = other.right, len(found)
            continue
        end = _name_end(tokens, start, word, cut=cut)
        if end == start:
            break
        member = _made(tokens, start, start, end, word)
        member.lead, member.cut, member.listed = tokens.words[start][:cut], cut, True
        found.append(member)
        index = end
        if _bounded(tokens, end):
            sure = len(found)
    return found[:sure]


def _next_member(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """First token of the next name of a list and how many characters of it to cut; None at the list's end."""
    separated = False
    while index < len(tokens.words) and (tokens.words[index] in _SEPARATORS or tokens.words[index] == "#"):
        separated, index = True, index + 1
    if index >= len(tokens.words):
        return None
    written = tokens.words[index]
    joined = written.startswith("و") and len(written) > _SHORTEST
    return (index, 1 if joined else 0) if separated or joined else None


def _name_end(tokens: Tokens, first: int, word: KindWord, *, cut: int = 0) -> int:
    """One past the last token of a name that begins at ``first``; ``first`` when none does."""
    if first >= len(tokens.words):
        return first
    if tokens.words[first - 1] in OPENING - {"#"}:
        return _quoted(tokens, first)
    name = tokens.words[first][cut:]
    if not _may_name(tokens, first, name, word):
        return first
    if word.dual and (end := _first_of_two(tokens, first)) > first:
        return end
    heads = words().heads
    end = first + 1
    while end < len(tokens.words) and tokens.words[end - 1][cut if end == first + 1 else 0 :] in heads:
        if not _may_follow(tokens, end):
            break
        end += 1
        if end - first > _LONGEST_QUOTE - 1:
            break
    if end == first + 1 and name in heads:
        return first
    if end < len(tokens.words) and _completes(tokens, name, end):
        end += 1
    return end


def _first_of_two(tokens: Tokens, first: int) -> int:
    """One past the first name after a dual, which reaches to the *and* (قريتي طير جملة وبقراقة)."""
    for end in range(first + 1, min(first + _LONGEST_QUOTE, len(tokens.words))):
        following = tokens.words[end]
        if following.startswith("و"):
            return end
        if not is_arabic(following) or following in words().unknown_never or _bounded(tokens, end):
            break
    return first


def _quoted(tokens: Tokens, first: int) -> int:
    for end in range(first + 1, min(first + _LONGEST_QUOTE, len(tokens.words) - 1) + 1):
        if tokens.words[end] in CLOSING:
            return end
        if not is_arabic(tokens.words[end]):
            break
    return first


def _may_name(tokens: Tokens, index: int, name: str, word: KindWord) -> bool:
    if not is_arabic(name) or len(name) < _SHORTEST or name in words().unknown_never:
        return False
    if name.endswith("ت") and not name.endswith(_ENDS_OF_NAMES):
        return False
    if kind_word(tokens.words[index]) is not None and name not in words().heads:
        return False
    if relations().before.starting(tokens.words, index) is not None or name in words().demonyms:
        return False
    indefinite = not name.startswith("ال")
    if indefinite and name.endswith("يه"):
        return False
    return not (indefinite and word.keep and name.endswith("ي"))


def _may_follow(tokens: Tokens, index: int) -> bool:
    name = tokens.words[index]
    return is_arabic(name) and name not in words().unknown_never and not tokens.words[index].startswith(("ب" + "ريف",))


def _completes(tokens: Tokens, name: str, index: int) -> bool:
    """Whether a definite word after an indefinite one belongs to the name (عون الدادات)."""
    following = tokens.words[index]
    if name.startswith("ال"):
        return following in words().epithets
    if not following.startswith("ال") or following in words().unknown_never or following in words().demonyms:
        return False
    if relations().after.starting(tokens.words, index) is not None:
        return False
    return _bounded(tokens, index + 1)


def _bounded(tokens: Tokens, index: int) -> bool:
    """Whether what stands at ``index`` cannot go on with a name."""
    if index >= len(tokens.words):
        return True
    following = tokens.words[index]
    if not is_arabic(following):
        return True
    return (
        following in words().unknown_never
        or relations().before.starting(tokens.words, index) is not None
        or words().strong.starting(tokens.words, index) is not None
        or kind_word(following) is not None
    )


def _latin(tokens: Tokens, index: int, known: _Known) -> list[Mention]:
    hit = kinds().before.starting(tokens.words, index)
    if hit is not None and hit.value.opens and hit.end - hit.first > 1:
        end = _capitals_after(tokens, hit.end)
        inner = known.starts.get(hit.end)
        if end > hit.end and (inner is None or not known.is_taken(inner)):
            return [Mention(hit.end, end, (), "", left=index, right=end, word=hit.value, kind=hit.value.opens, arabic=False)]
    hit = kinds().after.starting(tokens.words, index)
    if hit is None or not hit.value.opens:
        return []
    inner = known.ending(index)
    if inner is not None:
        if not hit.value.keep or inner.base or inner.wind:
            return []
        known.drop(inner)
        return [
            Mention(
                inner.first, hit.end, (), "", left=inner.left, right=hit.end, word=hit.value, kind=hit.value.opens,
                within=_holding(inner), base=inner.base, wind=inner.wind, arabic=False,
            )
        ]
    first = _capitals_before(tokens, index)
    if first == index:
        return []
    end = hit.end if hit.value.keep else index
    return [Mention(first, end, (), "", left=first, right=hit.end, word=hit.value, kind=hit.value.opens, arabic=False)]


def _capitals_after(tokens: Tokens, index: int) -> int:
    end = index
    while end < len(tokens.words) and end - index < 2 * _LONGEST_LATIN:
        if not _capital(tokens, end) and not (
            end + 1 < len(tokens.words)
            and (tokens.words[end] in ARTICLES or (tokens.words[end] == "-" and tokens.glued(end)))
            and (_capital(tokens, end + 1) or tokens.words[end + 1] == "-")
        ):
            break
        end += 1
    return end


def _capitals_before(tokens: Tokens, index: int) -> int:
    """First token of the capitalised words before ``index``; ``index`` when they are no name."""
    first = index
    count = 0
    while first > 0 and count < _LONGEST_LATIN:
        previous = first - 1
        if _capital(tokens, previous) and not _no_name(tokens.words[previous]):
            count += 1
        elif not (count and tokens.words[previous] == "-" and tokens.glued(first)) and not (
            count and tokens.words[previous] in ARTICLES and tokens.words[first] == "-"
        ):
            break
        first = previous
    if count == 0 or tokens.words[first] == "-":
        return index
    sentence_start = first == 0 or tokens.words[first - 1] in ".!?\n:"
    if sentence_start and count == 1:
        return index
    return first


def _no_name(word: str) -> bool:
    return word in words().unknown_never or word in words().demonyms


def _capital(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if not (word.isascii() and word[0].isalpha()):
        return False
    raw = tokens.quote(index, index + 1)
    return raw[0].isupper() and not (raw.isupper() and len(raw) > 1)


def _place_within(tokens: Tokens, mention: Mention, known: _Known) -> None:
    """Set what contains the place when the words right after it say so (قرية السيال بريف دير الزور)."""
    if mention.within:
        return
    following = known.after(mention.right)
    if following is None or following.base not in _STATED or (following.wind and not following.base):
        return
    gap = tokens.words[mention.right : following.left]
    if not set(gap) <= {"في", "فى", "in", ",", "،", "the", '"', "»", "”", "(", "من", "-"} or "ل" in following.lead:
        return
    if not gap and "ب" not in following.lead:
        return
    best = following.best[0]
    if best.kind in ("province", "country") or (mention.word and mention.word.keep and not following.base):
        mention.within = (best.id, *best.within)
    else:
        mention.within = best.within
