"""The words of a sentence that carry an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from claims.extraction.lexicon import Word, known_in, look_up, match, spots_of, table
from claims.extraction.markers import markers, supporting
from claims.extraction.mentions import Range, ranged
from claims.extraction.munitions import is_launched, mourned, undergoes
from claims.extraction.smallwords import governing, judging
from claims.model.quick import quick
from claims.text.clitics import stems
from claims.text.tokens import Tokens

_REACH = 6
_MOURNED = 3
_MEANS_REACH = 8
_NATURE_REACH = 3
_DEEDS = frozenset({"strike", "clash"})
_COUNTING = frozenset({"حصيله", "عدد", "اعداد", "سقوط", "number"})
_GENITIVE = ("'s", "’s")
_SPECIFIED = frozenset(
    {
        "death",
        "deaths",
        "shelling",
        "bombing",
        "bombardment",
        "destruction",
        "assassination",
        "martyrdom",
        "execution",
        "beheading",
        "lynching",
    }
)
"""English nouns of action that *of* says all about: the shelling *of a school* is told there and then."""
_DAYS = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
    }
)
_NOUNS = frozenset({"noun", "masdar"})
_DESCRIBING = frozenset({"damage", "casualties"})
_FINITE = frozenset(
    {
        "was",
        "were",
        "is",
        "are",
        "have",
        "had",
        "has",
        "in",
        "by",
        "and",
        "or",
        "at",
        "on",
        "from",
        "to",
        "who",
    }
)
"""Words behind *the wounded* and *the killed* that leave it a noun of its own."""
_AUXILIARIES = frozenset({"was", "were", "been", "being"})
_PAUSES = frozenset({"،", ",", "؛"})
_BEFORE_THAT = frozenset({"علي", "عن", "بعد", "قبل", "مع", "اثر", "من", "خلال"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "this"})
_ARTICLE = (("the",), ("this",))
_FLEEING = ("فارين", "هاربين", "هربا", "هروبا", "خوفا", "فرارا", "خشيه")
"""How folded words end before من and what people flee from."""
_PLACED = frozenset({"علي", "في", "استهدف", "استهدفت", "طال", "طالت"})
_PAIR, _FLED_REACH = 2, 8
_POINTING = frozenset({"هذا", "هذه", "تلك", "ذلك", "the", "this", "these", "that", "those"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """One predicate in a text.

    Attributes:
        kind: kind of claim it stands for.
        role: ``verb``, ``masdar``, ``participle``, ``noun`` or ``light``.
        tokens: where it stands.
        aims: whether the party after it is what it is aimed at.
        joined: whether و or ف is written onto it, or stands before it.
        known: whether it is a noun with the article or a pointing word: a deed that has been told of (القصف، this strike).
    """

    kind: str
    role: str
    tokens: Range
    aims: bool
    joined: bool
    known: bool = False


_trigger = quick(Trigger)
_NONE: frozenset[int] = frozenset()


def begins(trigger: Trigger) -> int:
    """The token that a predicate begins with; the order of triggers."""
    return trigger.tokens.first


def find_triggers(
    words: tuple[str, ...],
    within: Range,
    names: frozenset[int] = frozenset(),
    counted: frozenset[int] = frozenset(),
) -> tuple[Trigger, ...]:
    """All predicates in a range of tokens, in order, not overlapping; tokens of ``names`` are none (تدمر is a city).

    A light verb (شن, conducted) counts only where a noun of action follows within six words, one with a pronoun
    (شنها) only where such a noun stands before it. Participles (المستهدف) tell about a noun and are no predicates. Nouns of
    people (جرحى) tell of an event where they are counted, which is what ``counted`` tokens are, or indefinite.
    """
    spots = known_in("predicates", words, within.first, within.end)
    return _triggers(words, within, spots, names, counted)


def triggers_in(
    cut: Tokens, within: Range, names: frozenset[int], counted: frozenset[int]
) -> tuple[Trigger, ...]:
    """The same as `find_triggers`, of the tokens of a document."""
    spots = spots_of("predicates", cut, within.first, within.end)
    return _triggers(cut.words, within, spots, names, counted)


def triggers_of(cut: Tokens, within: Range) -> tuple[Trigger, ...]:
    """All predicates in a range of tokens, no names or figures told apart; worked out once for the same tokens."""
    asked = (find_triggers, within.first, within.end)
    return cut.once(asked, lambda cut: triggers_in(cut, within, _NONE, _NONE))


def _triggers(
    words: tuple[str, ...],
    within: Range,
    spots: Iterable[int],
    names: frozenset[int],
    counted: frozenset[int],
) -> tuple[Trigger, ...]:
    """The predicates in a range of tokens, of which only ``spots`` may begin one."""
    found: list[Trigger] = []
    after = within.first
    for index in spots:
        if index < after or index in names:
            continue
        hit = match("predicates", words, index, within.end)
        if hit is None:
            continue
        word, after = _as_verb(words, within, index, _as_noun(words, within, index, hit))
        here = ranged(index, after)
        if word.kind == "force" and (
            words[index].removeprefix("و") in supporting() or _for_support(words, index)
        ):
            continue
        told = not word.persons or index in counted or _of_counted(words, here, counted)
        told = told or _tells_of_people(words, word, here, within)
        if told and _counts(words, word, here, within) and not _is_means(words, word, here, found):
            joined = words[index][0] in "وف" and not match_exact(words[index])
            found.append(
                _trigger(
                    _kind(words, word, here, within),
                    word.role.removesuffix(" back"),
                    here,
                    word.aims,
                    joined,
                    word.role in _NOUNS
                    and _known(words, index, within)
                    and not (word.persons and _number_of(words, here, within)),
                )
            )
    return tuple(found)


def _as_noun(
    words: tuple[str, ...], within: Range, index: int, hit: tuple[Word, int]
) -> tuple[Word, int]:
    """The noun of action that is written like a verb, behind an Arabic preposition (إلى ضرب، عن قتل).

    And the other way round, the English verb that is written like people behind its auxiliary (five *were injured* in a raid).
    """
    if hit[0].persons and index > within.first and words[index - 1] in _AUXILIARIES:
        verbs = (word for word in look_up("predicates", words[index]) if word.role == "verb")
        verb = next((word for word in verbs if not word.tail), None)
        return (verb, index + 1) if verb is not None else hit
    if hit[0].role != "verb" or index == within.first or words[index - 1] not in governing():
        return hit
    nouns = (word for word in look_up("predicates", words[index]) if word.role == "masdar")
    noun = next((word for word in nouns if not word.tail), None)
    return (noun, index + 1) if noun is not None else hit


def _as_verb(
    words: tuple[str, ...], within: Range, index: int, hit: tuple[Word, int]
) -> tuple[Word, int]:
    """The verb that is written like a noun of action, where it opens a statement before its subject (…، *وقصف* الطيران مواقع)."""
    opens = index > within.first and words[index - 1] in _PAUSES and words[index][0] == "و"
    if not opens or hit[0].role != "noun" or hit[1] >= within.end:
        return hit
    if not words[hit[1]].startswith("ال"):
        return hit
    verbs = (word for word in look_up("predicates", words[index]) if word.role == "verb")
    verb = next((word for word in verbs if not word.tail), None)
    return (verb, index + 1) if verb is not None else hit


def _of_counted(words: tuple[str, ...], here: Range, counted: frozenset[int]) -> bool:
    """Whether an English noun of people is *of* those who are counted behind it (the bodies of 14 people)."""
    return words[here.end : here.end + 1] == ("of",) and here.end + 1 in counted


def _for_support(words: tuple[str, ...], index: int) -> bool:
    """Whether ل is written onto a noun of support: what somebody is there for (متمركزة في القاعدة لدعم التحالف)."""
    return words[index].startswith("ل") and not match_exact(words[index])


def _tells_of_people(words: tuple[str, ...], word: Word, here: Range, within: Range) -> bool:
    """Whether people who are not counted tell of a loss: only the dead and the hurt, indefinite (قتلى وجرحى)."""
    if word.kind == "displacement":
        return words[max(within.first, here.first - 1)] in _COUNTING
    return word.kind == "casualties" and not word.counted and not _definite(words, here, within)


def _known(words: tuple[str, ...], index: int, within: Range) -> bool:
    """Whether a noun has the article, or a pointing word before it; an English deed may have it on its doer (*the army's* attack)."""
    specified = words[index] in _SPECIFIED and words[index + 1 : index + 2] == ("of",)
    if specified and words[index - 1] == "the":
        return False
    if index > within.first and (_points(words, index - 1) or of_a_day(words[index - 1])):
        return True
    if words[index].isascii():
        owned = words[index - 1].endswith(_GENITIVE) and words[index - 2 : index - 1] in _ARTICLE
        return owned and index > within.first + 1 and not words[index].endswith("s")
    return has_article(words[index])


def _points(words: tuple[str, ...], index: int) -> bool:
    """Whether a pointing word stands there that is not itself what a preposition is about (ردا على ذلك قصفوا …)."""
    if words[index] not in _POINTING:
        return False
    return words[index] != "ذلك" or words[index - 1] not in _BEFORE_THAT


def of_a_day(word: str) -> bool:
    """Whether an English word says of which day a deed was (*Friday's* attack): it has been told of."""
    return word.endswith(_GENITIVE) and word[:-2] in _DAYS


@lru_cache(maxsize=16_384)
def has_article(word: str) -> bool:
    """Whether a folded Arabic noun of the lexicon is written with the article (القصف، بالقصف، للقصف)."""
    return any(stem.article and stem.word in table("predicates") for stem in stems(word)[1:])


def _definite(words: tuple[str, ...], here: Range, within: Range) -> bool:
    """Whether a noun of people has the article or is made definite by what follows (ضحايا القصف)."""
    if words[max(within.first, here.first - 1)] in _COUNTING or _number_of(words, here, within):
        return False
    if words[here.first].isascii():
        return _known(words, here.first, within)
    follows = words[here.end] if here.end < within.end else ""
    return has_article(words[here.first]) or follows.startswith("ال")


def _number_of(words: tuple[str, ...], here: Range, within: Range) -> bool:
    """Whether a number of people is told of, definite as their noun may be (عدد من القتلى)."""
    before = words[max(within.first, here.first - 2) : here.first]
    return before[1:] == ("من",) and before[0] in markers().counting


def match_exact(word: str) -> bool:
    """Whether the word is a predicate exactly as written, nothing taken off its front."""
    return word in table("predicates")


def _is_means(words: tuple[str, ...], word: Word, here: Range, found: list[Trigger]) -> bool:
    """Whether a noun only says what a verb's deed was done with (استهدف بقذائف الهاون …)."""
    if word.role != "noun" or not found or found[-1].role != "verb" or found[-1].kind != word.kind:
        return False
    near = here.first - found[-1].tokens.end < _MEANS_REACH
    return near and words[here.first][0] == "ب" and not match_exact(words[here.first])


def _counts(words: tuple[str, ...], word: Word, here: Range, within: Range) -> bool:
    bound = here.first > within.first and words[here.first - 1] in word.never_after
    bound = bound or _describes(words, word, here, within)
    thing = word.launched and not is_launched(words, here, within)
    bound = bound or _mourned(words, word, here, within)
    if bound or thing or _only_lost(words, word, here, within) or _fled(words, word, here, within):
        return False
    if word.unless:
        low = max(within.first, here.first - _MEANS_REACH)
        if not word.unless.isdisjoint(words[low : here.end + _NATURE_REACH]):
            return False
    if words[here.first].endswith(("ing", "ings")) and _judged_for(words, here, within):
        return False
    if word.role == "light":
        return bool(_deed_within(words, Range(here.end, min(within.end, here.end + _REACH))))
    if word.role == "light back":
        return bool(_deed_within(words, Range(max(within.first, here.first - _REACH), here.first)))
    return word.role != "participle"


def _fled(words: tuple[str, ...], word: Word, here: Range, within: Range) -> bool:
    """Whether an Arabic noun of action is only what people fled from, at no place (ملاذ للفارين من *هجمات* النظام)."""
    first = here.first
    if word.kind not in _DEEDS or word.role not in _NOUNS or first - within.first < _PAIR:
        return False
    if words[first - 1] != "من" or not words[first - 2].endswith(_FLEEING):
        return False
    if words[first - 3] in _COUNTING:
        return False
    behind = words[here.end : min(within.end, here.end + _FLED_REACH)]
    behind = behind[: behind.index("،")] if "،" in behind else behind
    return _PLACED.isdisjoint(behind)


def _mourned(words: tuple[str, ...], word: Word, here: Range, within: Range) -> bool:
    """Whether an English participle only says whose funeral or families somebody speaks of (the funerals *of those killed*)."""
    first = here.first
    if word.kind != "casualties" or first - within.first < _MOURNED or words[first - 1] != "those":
        return False
    return words[first - 2] == "of" and words[first - 3] in mourned()


def _only_lost(words: tuple[str, ...], word: Word, here: Range, within: Range) -> bool:
    """Whether an English munition is only what somebody lost or found."""
    return word.kind == "strike" and word.role == "noun" and undergoes(words, here, within)


def _describes(words: tuple[str, ...], word: Word, here: Range, within: Range) -> bool:
    """Whether an English participle stands between an article and a noun (bodies in *the destroyed home*) and tells nothing."""
    if word.kind not in _DESCRIBING or word.role != "verb":
        return False
    article = here.first > within.first and words[here.first - 1] in _ARTICLES
    behind = words[here.end : here.end + 1]
    if word.kind == "casualties" and not _FINITE.isdisjoint(behind):
        return False
    return article and words[here.first].endswith("ed") and behind != () and behind[0].isalpha()


def _judged_for(words: tuple[str, ...], here: Range, within: Range) -> bool:
    """Whether an English gerund is only what somebody is judged for (sentenced to death *for killing* a soldier)."""
    if here.first == within.first or words[here.first - 1] not in {"for", "of", "with"}:
        return False
    low = max(within.first, here.first - _MEANS_REACH)
    return not judging().isdisjoint(words[low : here.first])


def _kind(words: tuple[str, ...], word: Word, here: Range, within: Range) -> str:
    """The kind of claim a predicate stands for: a light verb has that of the noun of action it carries (شن هجوما)."""
    if word.role == "light back":
        reach = Range(max(within.first, here.first - _REACH), here.first)
        return _deed_within(words, reach) or word.kind
    if word.role != "light":
        return word.kind
    carried = _deed_within(words, Range(here.end, min(within.end, here.end + _REACH)))
    return carried or word.kind


def _deed_within(words: tuple[str, ...], stretch: Range) -> str:
    """The kind of the noun of action (a raid, an attack) that stands in a stretch, "" for none."""
    for index in range(stretch.first, stretch.end):
        hit = match("predicates", words, index, stretch.end)
        if hit is not None and hit[0].role in _NOUNS and hit[0].kind in _DEEDS:
            return hit[0].kind
    return ""
