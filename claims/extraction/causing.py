"""Where words lead from what people suffered to what brought it about, or from a deed to what it brought."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.joining import PAUSE
from claims.extraction.lexicon import look_up
from claims.extraction.markers import suffering
from claims.extraction.mentions import Range
from claims.extraction.smallwords import (
    after_deed,
    alongside,
    answers,
    at_once,
    beside,
    leads,
    numbers,
    speech_words,
    talking,
    tolls,
)
from claims.extraction.triggers import Trigger, begins

_DEEDS = frozenset({"strike", "clash"})
_SUFFERED = frozenset({"casualties", "damage", "displacement"})
_HURT = _SUFFERED | {"arrest"}
_DEED_NOUNS = frozenset({"noun", "masdar"})
_PARTING = PAUSE - {"-"}
"""Signs between an English word of cause and its deed that part them; a hyphen stands inside of names and words."""
_LEADING_TO = frozenset({"الي", "عن", "في"})
_SMALL = frozenset({"بين", "بينها", "بينما", "بعد", "بعض", "بعيد", "بحسب"})
"""Folded words that begin with ب, which is no preposition on them."""
_AMONG = frozenset({"بينهم", "بينهن", "including", "among"})
_VERB_BEHIND = frozenset({"عندما", "وعندما"})
"""Arabic words of time right behind which the verb of a deed stands."""
_AT_EVENT = _VERB_BEHIND | {"when", "after", "as"}
_ALSO_WHERE = frozenset(
    {"في", "بعد", "عقب", "خلال", "اثناء", "عبر", "in", "during", "after", "from", "through"}
)
"""Words of cause that tell where or when as well: behind a relative pronoun they do (قتل القيادي الذي شارك *في هجوم* …)."""
_CAUSE_REACH = 4
_PART_REACH = 4
"""Words in which a part is counted alone: *including seven in* a raid tells of these seven."""
_POINTING_REACH = 5
_LEAD_REACH = 3
_SUBJECT_REACH = 9
_ADJECTIVES = 1
_PLURAL = "وا"
_MORE = 3
_OWNED = ("ته", "تها", "تهم")
_PLAIN_LENGTH = 3
_GROUNDS = frozenset({"خلفيه", "عشيه"})
"""Words for what something was done for or before: another event, also where it is a loss."""


def brought_about(words: tuple[str, ...], cause: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a word of cause leads from what people suffered to the deed right behind it (مقتل خمسة جراء قصف …)."""
    after = bisect_left(triggers, cause.first, key=begins)
    if after == 0 or after == len(triggers) or triggers[after - 1].kind not in _SUFFERED:
        return False
    deed = triggers[after]
    if "toll" in words[triggers[after - 1].tokens.first : triggers[after - 1].tokens.end]:
        return False
    ahead = words[cause.end : deed.tokens.first]
    ahead = _plain(ahead) if ahead and words[cause.first].isascii() else ahead
    near = cause.end <= deed.tokens.first and len(ahead) < _CAUSE_REACH
    carried = _carries_by(words[deed.tokens.first], deed_itself=True)
    between = words[triggers[after - 1].tokens.end : cause.first]
    told = not speech_words("relative").isdisjoint(between)
    waiting = not between and _subject_behind(words, triggers[after - 1])
    if waiting or _of_a_part(between) or _counted_behind(words, triggers[after - 1], deed):
        return False
    if (words[cause.first] == "في" and carried) or (words[cause.first] in _ALSO_WHERE and told):
        return False
    if deed.known and _says_no_more(words, deed.tokens.end):
        return False
    parted = not PAUSE.isdisjoint(ahead)
    return near and not parted and deed.kind in _DEEDS and deed.role in _DEED_NOUNS


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """English words with what a hyphen joins as one and without short forms in brackets (*a seven-hour attack*, *the RSF (…)*)."""
    if "-" not in words and "(" not in words:
        return words
    plain: list[str] = []
    for index, word in enumerate(words):
        bracket = word == "(" and words[index + 2 : index + 3] == (")",)
        inside = index > 0 and words[index - 1] == "(" and words[index + 1 : index + 2] == (")",)
        closes = word == ")" and index > 1 and words[index - 2] == "("
        hyphen = word == "-" or (index > 0 and words[index - 1] == "-")
        if not (bracket or inside or closes or hyphen):
            plain.append(word)
    return tuple(plain)


def _subject_behind(words: tuple[str, ...], loss: Trigger) -> bool:
    """Whether an Arabic verb of loss opens its clause, so that who died stands behind the cause (، وقُتل جراء القصف خمسة مدنيين)."""
    first = loss.tokens.first
    if loss.role != "verb" or words[first].isascii() or words[first].endswith(_PLURAL):
        return False
    return first == 0 or loss.joined or words[first - 1] in PAUSE


def _counted_behind(words: tuple[str, ...], loss: Trigger, deed: Trigger) -> bool:
    """Whether an Arabic number of people is only told behind what brought it about (بلغ *عدد القتلى* جراء القصف على البلدة *ستة*)."""
    named = words[loss.tokens.first - 1 : loss.tokens.first] == ("عدد",)
    between = words[loss.tokens.end : deed.tokens.first]
    return named and not any(word.isdecimal() or word in numbers() for word in between)


def _of_a_part(between: tuple[str, ...]) -> bool:
    """Whether a bare number of a part stands before a word of cause (32 civilians, *including seven* in a raid)."""
    if not between or not (between[-1].isdecimal() or between[-1] in numbers()):
        return False
    return not _AMONG.isdisjoint(between[-_PART_REACH:])


def by_event(words: tuple[str, ...], cause: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a clause with a verb tells what brought about a loss (died *when a gunship attacked* …، قُتلوا *عندما قصفت طائرات …*)."""
    after = bisect_left(triggers, cause.first, key=begins)
    if words[cause.first] not in _AT_EVENT or after == 0 or after == len(triggers):
        return False
    deed, suffered = _first_deed(triggers[after : after + 2]), triggers[after - 1]
    between = _plain(words[cause.end : deed.tokens.first])
    parted = not _PARTING.isdisjoint(between)
    verb_first = words[cause.first] in _VERB_BEHIND and not between
    near = verb_first or 0 < len(between) < _SUBJECT_REACH
    return near and not parted and suffered.kind in _SUFFERED and deed.kind in _DEEDS


def _first_deed(found: tuple[Trigger, ...]) -> Trigger:
    """The first deed of some predicates, the first predicate where none is one (when their *convoy* was *ambushed*)."""
    return next((one for one in found if one.kind in _DEEDS), found[0])


def _says_no_more(words: tuple[str, ...], index: int) -> bool:
    """Whether a deed told before is only pointed at: fewer than three words about it follow, or only what it is held to be (الذي يعد …)."""
    following = words[index : index + _MORE]
    if following[:1] and following[0] in speech_words("relative") and following[1:2]:
        return following[1] in talking()
    return len(following) < _MORE or not PAUSE.union(_AMONG).isdisjoint(following)


def by_deed(words: tuple[str, ...], triggers: tuple[Trigger, ...]) -> Iterator[tuple[int, str]]:
    """Where ب is written onto the deed, or onto its number, that brought about what stands before it (بقصف، بثلاث غارات)."""
    for earlier, deed in pairwise(triggers):
        if earlier.kind not in _SUFFERED or deed.kind not in _DEEDS or deed.role not in _DEED_NOUNS:
            continue
        if _is_toll(words, earlier):
            continue
        for index in range(
            deed.tokens.first, max(deed.tokens.first - 2, earlier.tokens.end - 1), -1
        ):
            if _carries_by(words[index], deed_itself=index == deed.tokens.first):
                yield index, "cause"
                break


def _is_toll(words: tuple[str, ...], loss: Trigger) -> bool:
    """Whether a loss stands in the count that a sentence is about (ارتفاع حصيلة المصابين بالقصف إلى 11)."""
    return not tolls().isdisjoint(words[max(0, loss.tokens.first - 2) : loss.tokens.first])


def led_to(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where an effect begins whose verb stands before the deed (أدى قصف مدفعي، فجر الأربعاء، إلى مقتل …)."""
    for deed, suffered in pairwise(triggers):
        if deed.kind not in _DEEDS or suffered.kind not in _SUFFERED:
            continue
        low = max(sentence.first, deed.tokens.first - _LEAD_REACH)
        if leads().isdisjoint(words[low : deed.tokens.first]):
            continue
        first = suffered.tokens.first
        if _only_named(words, deed, first):
            continue
        if words[first - 1] in _LEADING_TO:
            yield first - 1, "effect"
        elif words[first][0] in "بل" and look_up("predicates", words[first][1:]):
            yield first, "effect"


def _only_named(words: tuple[str, ...], deed: Trigger, effect: int) -> bool:
    """Whether a deed told before is only named as what brought the effect (أسفر القصف عن …): one statement, which points back."""
    between = words[deed.tokens.end : effect]
    return deed.known and len(between) <= _ADJECTIVES + 1 and all(map(str.isalpha, between))


def pointing(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where an effect begins whose verb has a noun that points back as its subject (، أسفرت العملية عن اعتقال …)."""
    for suffered in triggers:
        first = suffered.tokens.first
        if suffered.kind not in _HURT or words[first - 1] not in _LEADING_TO:
            continue
        low = max(sentence.first + 1, first - _POINTING_REACH)
        verb = next((i for i in range(first - 2, low - 1, -1) if words[i] in leads()), None)
        subject = words[verb + 1] if verb is not None else ""
        if verb is not None and subject.startswith("ال") and subject not in _LEADING_TO:
            yield verb, "effect"


def beside_deed(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where the main clause begins behind a deed that it only stands beside (بالتزامن مع قصف روسي على …، تعرضت …)."""
    opening = words[sentence.first].removeprefix("و")
    deed = triggers[0] if triggers else None
    if opening not in at_once() or deed is None or deed.role not in _DEED_NOUNS:
        return
    if deed.tokens.first - sentence.first > _LEAD_REACH:
        return
    verbs = {t.tokens.first for t in triggers if t.role in {"verb", "light"}}
    for index in range(deed.tokens.end + 1, sentence.end):
        if words[index] == "،" and words[index + 1 : index + 2] and words[index + 1][0] == "و":
            return
        if (index in verbs or words[index] in suffering()) and words[index - 1] not in speech_words(
            "relative"
        ):
            yield index, "contrast"
            return


def answering(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where the main clause begins behind the deed that it answers (رداً على عملية أطلقتها …، *تقصف القوات قاعدة*)."""
    if words[sentence.first].removeprefix("و") not in answers():
        return
    for verb in triggers:
        first = verb.tokens.first
        if verb.role != "verb" or words[first - 1] in speech_words("relative"):
            continue
        pauses = [i for i in range(sentence.first, first) if words[i] == "،"]
        yield (pauses[-1] + 1 if pauses else first), "contrast"
        return


def earlier_deed(
    words: tuple[str, ...], triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where a deed named by its noun begins that went before what is told (هاجموا الحاجز *عقب تفجير عبوة في …*)."""
    for later, deed in pairwise(triggers):
        first = deed.tokens.first
        low = max(later.tokens.end, first - _LEAD_REACH)
        opens = next((i for i in range(first - 1, low - 1, -1) if words[i] in after_deed()), None)
        ground = opens is not None and words[opens] in _GROUNDS and deed.kind in _SUFFERED
        taken = deed.kind == "arrest" and deed.role == "masdar" and later.kind != "arrest"
        if taken and opens is not None and words[opens] != "خلفيه":
            yield opens, "contrast"
            continue
        if not (deed.kind in _DEEDS or ground) or deed.role not in _DEED_NOUNS or deed.known:
            continue
        owned = deed.role == "noun" and words[first].endswith(_OWNED)
        if (
            owned
            or (later.kind in _SUFFERED and not ground)
            or opens is None
            or _says_no_more(words, deed.tokens.end)
        ):
            continue
        if PAUSE.isdisjoint(words[opens:first]):
            yield opens - (words[opens - 1] == "علي"), "contrast"


def set_beside(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where a deed begins that a sentence sets beside a known one (تزامن القصف *مع اشتباكات في …*، قال إن الغارات تزامنت *مع قصف*)."""
    opening = range(sentence.first, min(sentence.end, sentence.first + _LEAD_REACH))
    behind = (range(t.tokens.end, t.tokens.end + _ADJECTIVES + 1) for t in triggers if t.known)
    for index in (*opening, *(i for some in behind for i in some if i < sentence.end)):
        if words[index].removeprefix("و") in beside():
            deed = next((t for t in triggers if not t.known and t.tokens.first > index), None)
            first = deed.tokens.first if deed is not None else 0
            if deed is not None and deed.kind in _DEEDS and words[first - 1] in alongside():
                yield first, "contrast"
            return


def _carries_by(word: str, *, deed_itself: bool) -> bool:
    if not word.startswith("ب") or len(word) < _PLAIN_LENGTH or word in _SMALL:
        return False
    table_has = look_up("predicates", word[1:]) if deed_itself else ()
    return bool(table_has) or not deed_itself
