"""Words of saying in a sentence: which of them say something here, and how far each reaches."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.denials import answers, denies_only, over_hearsay, told_by_hearsay
from claims.extraction.lexicon import Word, look_up, match, spots_of
from claims.extraction.mentions import Mentions, Range, indices, ranged, within
from claims.extraction.smallwords import numbers, speech_words

COLON = Word("colon", "asserted")
"""What stands for a word of saying behind a source (المرصد: …)."""
_CITING = Word("preposition", "asserted")
_NOT = frozenset({"لم", "لن", "لا", "not", "n't", "never", "neither", "nor"})
WITHOUT = frozenset({"دون", "بدون", "بلا", "عدم"})
"""Words behind which nothing is said, which says nothing of what was told before (دون ذكر، من دون أن يذكر)."""
_THAT = "ان"
_ACCORDING = ("according", "to")
_PER = ("per",)
_NAMED_BY = frozenset({"preposition", "impersonal"})
_BEHIND = frozenset(',"”')
_QUOTING = frozenset({'"', "“", "”", "«", "'", "ب"})
_REACH_THAT = 14
_REACH_CLAUSE = 9
_WITH_THAT = frozenset({"بعد", "قبل", "دون", "منذ", "الا", "قبيل", "لولا", "رغم", "مع", "كما"})
"""Words that are one connective with the أن behind them."""
_OPENING = 2
_REFUSING = frozenset({"denied", "rejected"})
_REFUSED = 8
_LONGEST_SPEAKER = 6
_LIVES = 5
_LONGEST_AGENCY = 9
_QUOTED = frozenset({"is", "are", "was", "were", "been"})
_HELD = frozenset({"said", "reported"})
_OF_WHOM = (("be",), ("have",))
"""What stands behind *to* where an English verb tells what is said of somebody (two men *said to be* guards)."""

_DEED_NOUNS = frozenset({"noun", "masdar"})
_DEEDS = frozenset({"strike", "clash"})


def find_cues(mentions: Mentions, sentence: Range) -> list[tuple[Range, Word]]:
    """Words of saying that are not part of a name (فرات بوست is no رأت), and the colons that may stand for one."""
    words = mentions.tokens.words
    inner = _inside_of_names(mentions, sentence)
    found: list[tuple[Range, Word]] = []
    after = sentence.first
    told = indices(answers(words, sentence))
    for index in _spots(mentions, sentence):
        if index < after or index in told:
            continue
        found += _colon(words, index)
        hit = _said_at(mentions, index, sentence.end, found)
        if hit is None:
            continue
        quoted = _quoted_by(words, sentence, index)
        if quoted is not None:
            found.append((quoted, hit[0]))
            after = quoted.end
            continue
        hit = _as_cited(mentions, index, hit)
        if hit is None or index in inner:
            continue
        word, end = hit
        if _says(words, Range(index, end), word, sentence) and not denies_only(
            words, end, sentence.end, word
        ):
            after = _whole(words, Range(index, end), word, sentence.end)
            found.append((ranged(index, after), word))
    return found


def _said_at(
    mentions: Mentions, index: int, end: int, found: list[tuple[Range, Word]]
) -> tuple[Word, int] | None:
    """The entry of a word that may say something and what token it ends before; None for no such word, a name, or what only words before it say."""
    words = mentions.tokens.words
    hit = _word_of_saying(words, index, end)
    if hit is None or told_by_hearsay(words, index, found[-1][1] if found else None):
        return None
    if not _names(mentions, Range(index, hit[1])):
        return hit
    said = bool(found) and index - found[-1][0].end <= _LONGEST_SPEAKER
    return (found[-1][1], hit[1]) if said else None


def _as_cited(mentions: Mentions, index: int, hit: tuple[Word, int]) -> tuple[Word, int] | None:
    """An entry, as one of citing where an English passive names who says it; None where nobody in particular does."""
    words = mentions.tokens.words
    cited = _said_by(words, Range(index, hit[1]))
    if cited and not _dated(mentions, hit[1]):
        return _CITING, hit[1] + 1
    return None if cited or _impersonal(words, Range(index, hit[1])) else hit


def _whole(words: tuple[str, ...], cue: Range, word: Word, end: int) -> int:
    """Where a word of saying ends with the verb that a preposition leads, or with the noun for what is denied."""
    if word.role == "preposition":
        return _citing(words, cue, end)
    return over_hearsay(words, cue.end, end, word) if words[cue.first].isascii() else cue.end


def _colon(words: tuple[str, ...], index: int) -> list[tuple[Range, Word]]:
    """The colon that stands at a token, none where another word or the colon of a clock does."""
    colon = words[index] == ":" and not of_a_clock(words, index)
    return [(ranged(index, index + 1), COLON)] if colon else []


def _quoted_by(words: tuple[str, ...], sentence: Range, index: int) -> Range | None:
    """*Was (also) quoted by the agency as saying*, of which *quoted* stands at ``index``: who speaks stands before it; None for any other words."""
    first = index - 1
    while first > sentence.first and words[first] in speech_words("between") - _QUOTED:
        first -= 1
    if words[first] not in _QUOTED or words[index + 1 : index + 2] != ("by",):
        return None
    line = range(index + 2, min(sentence.end - 1, index + _LONGEST_AGENCY))
    end = next((i + 2 for i in line if words[i : i + 2] == ("as", "saying")), None)
    return None if end is None or first <= sentence.first else ranged(first, end)


def _spots(mentions: Mentions, sentence: Range) -> Sequence[int]:
    """The tokens of a sentence at which a word of saying or a colon may stand."""
    words = mentions.tokens.words
    spots = spots_of("cues", mentions.tokens, sentence.first, sentence.end)
    if ":" not in words[sentence.first : sentence.end]:
        return spots
    colons = [i for i in range(sentence.first, sentence.end) if words[i] == ":"]
    return sorted({*spots, *colons})


def _inside_of_names(mentions: Mentions, sentence: Range) -> frozenset[int]:
    """The tokens of names of several words; none is asked for where no word of saying stands."""
    if not spots_of("cues", mentions.tokens, sentence.first, sentence.end):
        return frozenset()
    named = within(mentions.parties, mentions.span(sentence))
    return indices([mentions.range(n.span) for n in named if " " in n.text or "_" in n.text])


def _word_of_saying(words: tuple[str, ...], index: int, end: int) -> tuple[Word, int] | None:
    """The entry of a word of saying and what token it ends before, None for a phrase of loss or a rate that only begins like one."""
    hit = match("cues", words, index, end)
    if hit is None or _deed_begins(words, index, hit[1]) or _takes_lives(words, index, hit[1]):
        return None
    return None if words[index] == "per" and _measures(words, hit[1]) else hit


def of_a_clock(words: tuple[str, ...], index: int) -> bool:
    """Whether a colon stands between hour and minute (7:30)."""
    beside = (*words[max(0, index - 1) : index], *words[index + 1 : index + 2])
    return len(beside) == _OPENING and all(word.isdecimal() for word in beside)


def _deed_begins(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether an English verb of saying only begins a longer phrase for a loss (*claimed the lives* of six)."""
    if not words[index].isascii():
        return False
    told = match("predicates", words, index, len(words))
    return told is not None and told[1] > end and told[0].role == "verb"


def _takes_lives(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether *claimed* tells of the dead (raids *claimed dozens of lives*)."""
    behind = words[end : end + _LIVES]
    return (
        words[index].startswith("claim")
        and not {"lives", "life"}.isdisjoint(behind)
        and "that" not in behind
    )


def _says(words: tuple[str, ...], cue: Range, word: Word, sentence: Range) -> bool:
    """Whether a word says something here: it is not negated, and أن follows where it must."""
    if _held_back(words, cue, sentence):
        return False
    if words[cue.first].isascii() and word.role not in _NAMED_BY and _is_noun(words, cue, sentence):
        return False
    reach = words[cue.end : min(sentence.end, cue.end + _REACH_THAT)]
    relays = any(words[cue.first].endswith(form) for form in speech_words("relaying"))
    if relays and not words[cue.first].isascii():
        return not speech_words("relayed").isdisjoint(reach)
    if not word.that or _followed(reach):
        return True
    if not words[cue.first].isascii():
        return False
    return _trails(words, sentence, cue) or _believes(words, sentence, cue)


def _held_back(words: tuple[str, ...], cue: Range, sentence: Range) -> bool:
    """Whether a word of saying is negated, said to be left out, still to come, or only tells what something may be (لم يعلن، من المتوقع أن يصدر، يرجح أنها تابعة ل)."""
    if words[cue.first] in speech_words("likely") and _belongs_to(words, cue):
        return True
    before = words[cue.first - 1] if cue.first > sentence.first else ""
    if before in _NOT or (before[:1] in {"و", "ف"} and before[1:] in _NOT):
        return True
    if before.endswith("n't"):
        return True
    joined = before == _THAT
    behind = cue.first - (2 if joined else 1)
    if behind < sentence.first:
        return False
    return words[behind] in WITHOUT or (joined and words[behind] in speech_words("yet to"))


def _belongs_to(words: tuple[str, ...], cue: Range) -> bool:
    """Whether what is likely is only whose something is (طائرة يرجح أنها تابعة للتحالف)."""
    that, state = words[cue.end : cue.end + 1], words[cue.end + 1 : cue.end + 2]
    told = not speech_words("likely state").isdisjoint(state)
    return told and not speech_words("likely that").isdisjoint(that)


def _followed(reach: tuple[str, ...]) -> bool:
    """Whether *that* stands among words, other than what أن is a part of (بعد أن، دون أن)."""
    that = speech_words("that")
    return any(
        word in that and (index == 0 or reach[index - 1] not in _WITH_THAT)
        for index, word in enumerate(reach)
    )


def _names(mentions: Mentions, cue: Range) -> bool:
    """Whether a verb only tells somebody's name, which may be that of who speaks before it (شخص يدعى “أبو خطاب”): the passive of دعا, which ادعى looks like once folded."""
    words = mentions.tokens.words
    if words[cue.first] not in speech_words("named"):
        return False
    behind = words[cue.end] if cue.end < len(words) else ""
    passive = mentions.span(Range(cue.first, cue.first + 1)).of(mentions.document.text)[-1:] == "ى"
    return behind in _QUOTING or (passive and behind not in speech_words("that"))


def _said_by(words: tuple[str, ...], cue: Range) -> bool:
    """Whether an English passive names who says it (was confirmed *by* the ministry)."""
    passive = words[cue.first - 1] in speech_words("passive") | {"as"} if cue.first else False
    if passive and words[cue.first] in _REFUSING:
        ahead = words[max(0, cue.first - _REFUSED) : cue.first]
        passive = not speech_words("deniable").isdisjoint(ahead)
    if words[cue.first] in speech_words("done by"):
        return False
    return passive and words[cue.first].isascii() and words[cue.end : cue.end + 1] == ("by",)


def _measures(words: tuple[str, ...], index: int) -> bool:
    """Whether *per* tells a rate and cites nobody (20 *per cent*)."""
    return words[index : index + 1] != () and words[index] in speech_words("rates")


def _dated(mentions: Mentions, index: int) -> bool:
    """Whether a day begins at a token or behind it (had been admitted *by Tuesday*)."""
    begins = mentions.origins[index : index + 2]
    return any(one.span.start in begins for one in mentions.dates)


def _impersonal(words: tuple[str, ...], cue: Range) -> bool:
    """Whether it is said by nobody in particular (*it was assessed that*)."""
    subject = words[max(0, cue.first - 2) : cue.first]
    return (
        len(subject) == _OPENING
        and subject[0] == "it"
        and subject[1] in speech_words("passive")
        and words[cue.end : cue.end + 1] == ("that",)
    )


def _is_noun(words: tuple[str, ...], cue: Range, sentence: Range) -> bool:
    """Whether an English word only looks like a verb of saying: a passive (was reported), a noun (reports of), an adjective."""
    before = words[cue.first - 1] if cue.first > sentence.first else ""
    after = words[cue.end] if cue.end < sentence.end else ""
    of_whom = words[cue.first] in _HELD and after == "to"
    of_whom = of_whom and words[cue.end + 1 : cue.end + 2] in _OF_WHOM
    of_whom = of_whom or words[max(0, cue.first - 2) : cue.first] == _ACCORDING
    of_whom = of_whom or words[max(0, cue.first - 1) : cue.first] == _PER
    of_whom = of_whom or _posing(words, cue) or (words[cue.first] == "estimated" and after == "at")
    if of_whom or before in speech_words("passive") or before in speech_words("noun before"):
        return True
    deed = any(one.role == "noun" and one.kind in _DEEDS for one in look_up("predicates", before))
    if deed and words[cue.first].endswith("ed") and after in speech_words("noted"):
        return True
    counted = before[-1:].isdecimal() or (before in numbers() and after.isalpha())
    if counted and after != "that" and words[cue.first].endswith("ed"):
        return True
    if before in speech_words("saying noun") and words[cue.first] in speech_words("issued"):
        return True
    if before in speech_words("before gerund") and words[cue.first].endswith("ed"):
        return after.isalpha() and after != "that"
    noun = words[cue.first] in speech_words("nouns")
    led = words[cue.first].endswith("ing") and before in speech_words("before gerund")
    led = led or (words[cue.first] == "reporting" and after == "from" and before.isalpha())
    counts = after in speech_words("noun after") or after.endswith("ed") or after == "-"
    return led or (noun and (counts or not before.isalpha()))


def _posing(words: tuple[str, ...], cue: Range) -> bool:
    """Whether a gerund only tells as what people give themselves out or to what end (men *claiming to* be guards, not *claiming to have* won)."""
    behind = words[cue.end : cue.end + 2]
    return words[cue.first].endswith("ing") and behind[:1] == ("to",) and behind[1:] != ("have",)


def _trails(words: tuple[str, ...], sentence: Range, cue: Range) -> bool:
    """Whether an English speaker and cue close what is said: a comma or mark within six words before, no object behind."""
    low = max(sentence.first + _OPENING, cue.first - _LONGEST_SPEAKER)
    after = words[cue.end] if cue.end < sentence.end else "."
    closes = not after.isalnum() or after in speech_words("adverbial")
    return closes and any(words[index] in _BEHIND for index in range(low, cue.first))


def _believes(words: tuple[str, ...], sentence: Range, cue: Range) -> bool:
    """Whether an English verb of belief has a clause of its own right behind it (the UN *estimates* 40 people have fled)."""
    before = words[cue.first - 1] if cue.first > sentence.first else ""
    if words[cue.first] not in speech_words("believing") or before in speech_words("ties"):
        return False
    pauses = (i for i in range(cue.end, sentence.end) if not words[i].isalnum())
    end = min(next(pauses, sentence.end), cue.end + _REACH_CLAUSE)
    if not before.isalpha() or cue.end + _OPENING >= end or _tells(words, cue.end, end):
        return False
    led = words[cue.first - 2] if cue.first - 2 >= sentence.first else ""
    if (
        before in speech_words("pronouns")
        and led.isalpha()
        and led not in speech_words("closing verbs")
    ):
        return False
    if words[cue.end] in speech_words("ties") or match("cues", words, cue.end, end):
        return False
    return any(_tells(words, index, end) for index in range(cue.end + 1, end))


def _tells(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether a finite verb or the verb of an event stands at a token."""
    told = match("predicates", words, index, end)
    return words[index] in speech_words("finite") or (told is not None and told[0].role == "verb")


def _citing(words: tuple[str, ...], cue: Range, end: int) -> int:
    """Where a preposition ends that leads a verb of saying (بحسب ما أعلن عنه، وفق ما قاله، حسبما أفادت به)."""
    verb = cue.end + (words[cue.end : cue.end + 1] == ("ما",))
    leads = verb > cue.end or words[cue.end - 1].endswith("ما")
    if not leads or verb >= end:
        return cue.end
    bare = (words[verb], words[verb].removesuffix("ه"), words[verb].removesuffix("ها"))
    if not any(entry.role == "cue" for form in bare for entry in look_up("cues", form)):
        return cue.end
    after = verb + 1
    return after + (after < end and words[after] in speech_words("resuming"))


def tells_at_once(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether what is said stands right behind a cue (تفيد بمقتل …, أكد استهداف …): who follows is no speaker."""
    bare = index < end and not words[index].startswith(("ال", "لل"))
    told = match("predicates", words, index, end) if bare else None
    return told is not None and told[0].role in _DEED_NOUNS
