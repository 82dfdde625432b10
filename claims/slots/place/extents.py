"""Where the name of a place ends that is in no gazetteer.

Conservative: one word, and one more after words such as تل or أم, after a definite word that completes a construct,
or what stands inside of quotation marks; in Latin letters a run of capitalised words.
"""

from __future__ import annotations

from claims.slots.place.lexicon import KindWord, words
from claims.slots.place.names import ARTICLES, is_arabic
from claims.slots.place.relations import relations
from claims.slots.place.senses import CLOSING, kind_word
from claims.slots.place.surroundings import OPENING
from claims.text.tokens import Tokens

_LONGEST_QUOTE = 4
_LONGEST_LATIN = 3
_SHORTEST = 3
_ON = "علي"
"""Folded, the given name Ali is the preposition *on* (على)."""
_ENDS_OF_NAMES = ("ات", "وت", "يت")
"""Endings in ت that names have; others are mostly verbs (تصدت)."""
_STRICT = frozenset(
    {
        "base",
        "street",
        "square",
        "bridge",
        "dam",
        "crossing",
        "field",
        "port",
        "prison",
        "river",
        "site",
    }
)
"""Kinds whose word is so common that an indefinite word after it is no name (شارع ضيق, قاعدة بيانات)."""


def name_end(
    tokens: Tokens, first: int, word: KindWord, *, cut: int = 0, marked: bool = True
) -> int:
    """One past the last token of a name that begins at ``first``; ``first`` when none does.

    Args:
        tokens: the text.
        first: where the name would begin.
        word: what announces it.
        cut: how many characters are written onto its front.
        marked: whether a mark before the name opens one around it alone.
    """
    if first >= len(tokens.words):
        return first
    if marked and tokens.words[first - 1] in OPENING - {"#"}:
        return _quoted(tokens, first)
    name = tokens.words[first][cut:]
    if not _may_name(tokens, first, name, word):
        return first
    if word.dual and (end := _first_of_two(tokens, first)) > first:
        return end
    heads = words().heads
    end = first + 1
    while (
        end < len(tokens.words) and tokens.words[end - 1][cut if end == first + 1 else 0 :] in heads
    ):
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
        if not is_arabic(following) or following in words().unknown_never or bounded(tokens, end):
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
    """Whether a word can begin the name of a place: no function word, adjective, verb or other kind word."""
    known = words()
    if not is_arabic(name) or name.startswith("لل"):
        return False
    if len(name) < _SHORTEST and name not in known.heads:
        return False
    if (
        name in known.unknown_never
        or name in known.never_first
        or name in known.demonyms
        or name in known.tails
    ):
        return False
    if name.endswith("ت") and not name.endswith(_ENDS_OF_NAMES):
        return False
    if name not in known.heads and (
        kind_word(tokens.words[index]) is not None or not _definite(name, word)
    ):
        return False
    tied = relations().before.starting(tokens.words, index) is not None
    return not tied and "\u064b" not in tokens.quote(index, index + 1)


def _definite(name: str, word: KindWord) -> bool:
    """Whether a word without article is likelier a name than an adjective (شارع ضيق, قرية حدودية)."""
    if name.startswith("ال"):
        return True
    return not (word.opens in _STRICT or name.endswith("يه") or (word.keep and name.endswith("ي")))


def _may_follow(tokens: Tokens, index: int) -> bool:
    name = tokens.words[index]
    if name == _ON and tokens.quote(index, index + 1).endswith("ي"):
        return True
    tied = relations().before.starting(tokens.words, index) is not None
    return is_arabic(name) and name not in words().unknown_never and not tied


def _completes(tokens: Tokens, name: str, index: int) -> bool:
    """Whether a definite word after an indefinite one belongs to the name (عون الدادات)."""
    following = tokens.words[index]
    if name.startswith("ال"):
        return following in words().epithets
    if (
        not following.startswith("ال")
        or following in words().unknown_never
        or following in words().demonyms
    ):
        return False
    if following.endswith("تين"):
        return False
    if relations().after.starting(tokens.words, index) is not None:
        return False
    return bounded(tokens, index + 1)


def bounded(tokens: Tokens, index: int) -> bool:
    """Whether what stands at ``index`` cannot go on with a name."""
    if index >= len(tokens.words):
        return True
    following = tokens.words[index]
    if not is_arabic(following):
        return True
    return (
        following in words().unknown_never
        or _befalls(following)
        or relations().before.starting(tokens.words, index) is not None
        or words().strong.starting(tokens.words, index) is not None
        or kind_word(following) is not None
    )


def _befalls(word: str) -> bool:
    """Whether a word is what befell a place, with ل or ب written onto it (لقصف، بغارات، للقصف)."""
    rest = f"ال{word[2:]}" if word.startswith("لل") else word[1:]
    return word[0] in "لب" and rest in words().befell


def capitals_after(tokens: Tokens, index: int) -> int:
    """One past the capitalised words from ``index`` on, articles and hyphens inside counted in."""
    end = index
    while end < len(tokens.words) and end - index < 2 * _LONGEST_LATIN:
        if not _capital(tokens, end) and not _links(tokens, end):
            break
        end += 1
    return end


def _links(tokens: Tokens, index: int) -> bool:
    """Whether an article or a hyphen stands between parts of a Latin name (*Deir ez-Zor*)."""
    if index + 1 >= len(tokens.words):
        return False
    link = tokens.words[index]
    if link not in ARTICLES and not (link == "-" and tokens.glued(index)):
        return False
    return _capital(tokens, index + 1) or tokens.words[index + 1] == "-"


def capitals_before(tokens: Tokens, index: int) -> int:
    """First token of the capitalised words before ``index``; ``index`` when they are no name."""
    first = index
    count = 0
    while first > 0 and count < _LONGEST_LATIN:
        previous = first - 1
        word = tokens.words[previous]
        if _capital(tokens, previous) and not _no_name(word) and not word.endswith(("'s", "’s")):
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
