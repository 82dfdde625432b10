"""The words by which a sentence points back to what was told before it, or leaves it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache

from claims.extraction.draft import Draft, elsewhere
from claims.extraction.lexicon import load
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import leading
from claims.extraction.triggers import of_a_day, triggers_of
from claims.model import Attribution, Lineage, Modality, Place, Polarity, Span
from claims.text.shadow import fold
from claims.text.tokens import Tokens, tokens, where

_AT = frozenset({"in", "near", "outskirts", "centre"})
_DEEDS = frozenset({"strike", "clash"})
_NOUNS = frozenset({"noun", "masdar"})
_VERBS = frozenset({"verb", "light"})
_FEW = 3
_PRESENT = frozenset({"is", "are"})
_HELD = "trapped"
_GOING_ON = frozenset({"being", "still", "now", "also", "not"})
_REPORTED = ("had", "been")
"""In somebody's words *had been* is no more than past."""

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases as folded words, by their first word."""
DEED_UNITS = frozenset({"attacks", "strikes", "raids", "sorties", "clashes", "incidents"})
"""Units of figures that count attacks."""
_MANY = 100
"""So many attacks are counted over weeks or years, and none of them is the one told before."""


def in_english(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft is in English."""
    for word in mentions.tokens.words[one.tokens.first : one.tokens.end]:
        if word.isalpha():
            return word.isascii()
    return False


def is_denied(one: Draft) -> bool:
    """Whether a deed is said not to have been done: no day of it then."""
    return one.modality is Modality.DENIED or one.polarity is Polarity.NEGATED


def stands_apart(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft counts over a longer time or tells of one more event (*have been killed*, *another strike*)."""
    return has_phrase(mentions.tokens, one.tokens, "apart")


def overall(mentions: Mentions, one: Draft) -> bool:
    """Whether an Arabic draft counts over a longer time than the event told last (الحصيلة الإجمالية، منذ بدء الحرب، وثق 1000 هجوم، ليرتفع العدد منذ أكتوبر، ليصل العدد الكلي إلى).

    So does one that tells what somebody keeps doing (استمرار القصف).
    """
    if in_english(mentions, one):
        return False
    if one.modality is Modality.REPEATED:
        return True
    words = mentions.tokens.words[one.tokens.first : one.tokens.end]
    if brings_up(words[0]) and (
        any(day.edtf.endswith("/..") for day in one.dates) or not words_of("sums").isdisjoint(words)
    ):
        return True
    sums = (each.unit in DEED_UNITS and (each.low or 0) >= _MANY for each in one.quantities)
    return any(sums) or stands_apart(mentions, one)


def brings_up(word: str) -> bool:
    """Whether a clause opens with an Arabic verb that only adds to a count (ليرتفع عدد الجرحى، لتصل الحصيلة، وبذلك يرتفع): that of a wider place."""
    return word.startswith(("لي", "لت")) or word in {"وبذلك", "وبهذا"}


def key_of(place: Place) -> str:
    """What a place is known by, "" for one as wide as a province or that may be one, or that is only a landmark."""
    wide = not narrow_place(place) or any(one.startswith("admin1:") for one in place.candidates)
    return "" if wide or place.relation not in _AT else place.id or place.name


def local_places(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Places that are no whole country."""
    return tuple(place for place in places if not place.id.startswith("country:"))


def keys_of(places: tuple[Place, ...]) -> frozenset[str]:
    """What the narrow places among some are known by."""
    return frozenset(key for key in map(key_of, places) if key)


def points_back(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft, or the cause behind it, speaks of a deed or a toll told before (الغارة، الحصيلة، the raid)."""
    words = mentions.tokens.words
    cause = triggers_of(mentions.tokens, one.tail) if one.tail is not None else ()
    for trigger in (*triggers_of(mentions.tokens, one.tokens), *cause):
        first = trigger.tokens.first
        if not trigger.known or trigger.kind not in _DEEDS:
            continue
        some = not words_of("some").isdisjoint(words[max(one.tokens.first, first - 2) : first])
        specified = not words_of("which").isdisjoint(
            words[trigger.tokens.end : trigger.tokens.end + 3]
        )
        if not some and not specified:
            return True
    return has_phrase(mentions.tokens, one.tokens, "toll") or _names_event(words, one.tokens)


def names_deed(mentions: Mentions, one: Draft) -> bool:
    """Whether the first deed of an Arabic draft is one told before (كما طال *القصف* …, not القصف الذي …)."""
    words = mentions.tokens.words
    triggers = triggers_of(mentions.tokens, one.tokens)
    first = next((t for t in triggers if t.role in _NOUNS), None)
    if first is None or first.kind not in _DEEDS or not first.known or in_english(mentions, one):
        return False
    behind = words[first.tokens.end : first.tokens.end + _FEW]
    return words_of("which").isdisjoint(behind) and words_of("some").isdisjoint(
        words[max(one.tokens.first, first.tokens.first - 2) : first.tokens.first]
    )


def names_doer(mentions: Mentions, one: Draft) -> bool:
    """Whether the verb of a draft has *these forces* right behind it as its subject (كثّفت هذه القوات قصفها)."""
    words = mentions.tokens.words
    triggers = triggers_of(mentions.tokens, one.tokens)
    verbs = {t.tokens.end for t in triggers if t.role in _VERBS}
    leads = (i + 1 for i in range(one.tokens.first, one.tokens.end) if words[i] in leading())
    return any(
        words[index : index + len(phrase)] == phrase
        for index in (*verbs, *leads)
        if index < one.tokens.end
        for phrase in phrases_of("same doer").get(words[index], ())
    )


def hangs_on(mentions: Mentions, one: Draft) -> bool:
    """Whether an Arabic draft opens with words that only say what came of the sentence before it (ما أدى إلى، وأسفر ذلك عن)."""
    words, first = mentions.tokens.words, one.tokens.first
    return any(
        words[first : first + len(phrase)] == phrase
        for phrase in phrases_of("came of it").get(words[first], ())
    )


def names_spot(mentions: Mentions, one: Draft) -> bool:
    """Whether an Arabic draft names a village or town that no gazetteer holds (بلدتي رامية ومروحين), or says where else it was (قرب الحدود): it has a place of its own."""
    words = mentions.tokens.words
    if _whereabouts(words, one):
        return True
    return any(
        words[index] in words_of("kinds of spot")
        and words[index + 1].isalpha()
        and not words[index + 1].startswith(("ب", "في", "ال"))
        for index in range(one.tokens.first, one.tokens.end - 1)
    )


def _whereabouts(words: tuple[str, ...], one: Draft) -> bool:
    """Whether a draft, or what it came of, holds a phrase on where it was; its last word may have more written on to it (المحيطة *ب*جبلي)."""
    ends = (one.tokens, *((one.tail,) if one.tail is not None else ()))
    line = " ".join(word for part in ends for word in words[part.first : part.end])
    return any(f" {phrase}" in f" {line}" for phrase in _own_whereabouts())


@cache
def _own_whereabouts() -> tuple[str, ...]:
    """Folded Arabic beginnings of where something was; one that is a whole word ends in a space."""
    phrases = load("discourse.toml")["ar"]["own whereabouts"]
    folded = (fold(phrase) for phrase in phrases)
    return tuple(one if one.endswith(" ب") else f"{one} " for one in folded)


def one_strike(mentions: Mentions, one: Draft) -> bool:
    """Whether an English draft opens with a place beside which one strike is told, uncounted (*Near Rawah, a strike* …)."""
    words = mentions.tokens.words
    if words[one.tokens.first] != "near":
        return False
    triggers = triggers_of(mentions.tokens, one.tokens)
    deeds = (t for t in triggers if t.kind == "strike" and t.role == "noun")
    return any(words[t.tokens.first - 1] in {"a", "an", "another", "one"} for t in deeds)


def speaks_elsewhere(mentions: Mentions, one: Draft, event: Draft) -> bool:
    """Whether an English draft is the word of who is of another place than the event told last (*Bryansk Governor* … said)."""
    name = one.attribution[-1].span
    same = one.attribution[-1].source == event.attribution[-1].source
    if name is None or same or one.places or one.link != "said":
        return False
    there = within(mentions.places, name)
    if not there and one.attribution[-1].lineage is Lineage.EYEWITNESS:
        there = () if points_back(mentions, one) else _seen_from(mentions, one.attribution[-1])
    local = tuple(place for place in there if not place.id.startswith("country:"))
    return bool(local) and elsewhere(local, event.places) and in_english(mentions, one)


def _seen_from(mentions: Mentions, speaker: Attribution) -> tuple[Place, ...]:
    """Where an English witness is between his name and the word of saying (a witness *in Dnipro* said)."""
    if (
        speaker.span is None
        or speaker.cue_span is None
        or speaker.cue_span.start <= speaker.span.end
    ):
        return ()
    return within(mentions.places, Span(speaker.span.end, speaker.cue_span.start))


def named_by_day(mentions: Mentions, one: Draft) -> bool:
    """Whether an English draft names its deed by the day of it (*Tuesday's raids*)."""
    words, own = mentions.tokens.words, one.tokens
    if not any(map(of_a_day, words[max(0, own.first - 1) : own.end])):
        return False
    triggers = triggers_of(mentions.tokens, own)
    return any(t.kind in _DEEDS and of_a_day(words[t.tokens.first - 1]) for t in triggers)


def _names_event(words: tuple[str, ...], stretch: Range) -> bool:
    """Whether a noun of what was told stands there with nothing that says which one is meant (العملية، not العملية التي)."""
    nouns, which = phrases_of("event"), words_of("which")
    inside = words[stretch.first : stretch.end]
    return not nouns.keys().isdisjoint(inside) and any(
        word in nouns and (word,) in nouns[word] and which.isdisjoint(words[index : index + 1])
        for index, word in enumerate(inside, stretch.first + 1)
    )


def kind_of_place(mentions: Mentions, one: Draft) -> tuple[str, ...]:
    """The words of *the town* or *there* in a draft or in the cause behind it, the first such; none where it has none."""
    found = _spot_in(mentions.tokens, one.tokens)
    if not found and one.tail is not None:
        found = _spot_in(mentions.tokens, one.tail)
    return found


def _spot_in(cut: Tokens, stretch: Range) -> tuple[str, ...]:
    """The first words for a kind of place in a stretch, () for none; an adjective of bullets is none (بالرصاص *الحي*)."""
    found, words = phrase_at(cut, stretch, "spot"), cut.words
    if found is None or found[0].isascii() or len(found) > 1:
        return found or ()
    at = words.index(found[0], stretch.first)
    alive = at > 0 and words[at - 1] in words_of("alive")
    return _spot_in(cut, Range(at + 1, stretch.end)) if alive else found


def kind_words(place: Place) -> tuple[str, ...]:
    """The kinds of place that stand in the words of a place (بلدة سرمين، town of Murzuq)."""
    return _kind_words(place.text)


@lru_cache(maxsize=4_096)
def _kind_words(text: str) -> tuple[str, ...]:
    bare = kinds_of_place()
    return tuple(word for word in fold(text).split() if word in bare)


@cache
def kinds_of_place() -> frozenset[str]:
    """The nouns of the phrases for *the town* and its like, without the article."""
    phrases = (phrase for some in phrases_of("spot").values() for phrase in some)
    return frozenset(bare_kind(word) for phrase in phrases for word in phrase)


def bare_kind(word: str) -> str:
    """A kind of place without preposition and article."""
    return word.removeprefix("ب").removeprefix("لل").removeprefix("ال")


_OPENING = 6
_DONE_FIRST = {("after",), ("before",)}
_SPANS = frozenset(
    {"day", "days", "hour", "hours", "week", "weeks", "month", "months", "year", "years"}
)


def looks_back(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft goes back in time (كان قد، سبق أن، earlier) and so tells another event."""
    words, stretch = mentions.tokens.words, one.tokens
    back = phrase_at(mentions.tokens, stretch, "back")
    if back is not None and "because" in words[stretch.first : stretch.end]:
        stretch = Range(stretch.first, words.index("because", stretch.first))
        back = phrase_at(mentions.tokens, stretch, "back")
    told = back is not None and not (one.link == "said" and back == _REPORTED)
    return told or _measured_after(mentions, one)


def _measured_after(mentions: Mentions, one: Draft) -> bool:
    """Whether an English draft opens with how long after it the event told first was (*a day after* eight were killed), or with what was done first (*after taking* the town, …)."""
    opens = mentions.tokens.words[one.tokens.first : one.tokens.first + _OPENING]
    if one.link == "main" and opens[:1] in _DONE_FIRST and opens[1:2] != ():
        return opens[1].endswith("ing")
    at = opens.index("after", 1) if "after" in opens[1:] else 0
    return bool(at) and opens[at - 1] in _SPANS and one.link in {"contrast", "main"}


def always(mentions: Mentions, one: Draft) -> bool:
    """Whether an English draft without a day tells what somebody goes on doing, and no event (*continue to* seize ground)."""
    words = mentions.tokens.words[one.tokens.first : one.tokens.end]
    told = not words_of("always").isdisjoint(words)
    return told and not one.dates and in_english(mentions, one)


def is_state(mentions: Mentions, one: Draft) -> bool:
    """Whether an English draft tells what is so or goes on at present (40,000 people *are trapped*, a war *is being fought*): of no day of an event. Losses are of one (nine *are wounded*)."""
    words, tokens_of = mentions.tokens.words, one.tokens
    if _PRESENT.isdisjoint(words[tokens_of.first : tokens_of.end]):
        return False
    verb = next(
        (t.tokens.first for t in triggers_of(mentions.tokens, tokens_of) if t.role in _VERBS), 0
    )
    if not verb or one.kind == "casualties":
        return any(figure.unit == _HELD for figure in one.quantities)
    ahead = words[max(tokens_of.first, verb - _FEW) : verb]
    at = next((i for i in range(len(ahead) - 1, -1, -1) if ahead[i] in _PRESENT), None)
    return at is not None and all(w in _GOING_ON or w.endswith("ly") for w in ahead[at + 1 :])


def has_phrase(cut: Tokens, stretch: Range, group: str) -> bool:
    """Whether a phrase of a group begins in a stretch of tokens."""
    return phrase_at(cut, stretch, group) is not None


def phrase_at(cut: Tokens, stretch: Range, group: str) -> tuple[str, ...] | None:
    """The first phrase of a group that begins in a stretch of tokens; those of the whole document are looked for once."""
    starts, phrases = cut.once((phrase_at, group), lambda cut: _phrases_in(cut.words, group))
    at = bisect_left(starts, stretch.first)
    return phrases[at] if at < len(starts) and starts[at] < stretch.end else None


def _phrases_in(words: tuple[str, ...], group: str) -> tuple[list[int], list[tuple[str, ...]]]:
    """The tokens at which phrases of a group begin, ascending, with these; none begins behind a hyphen (a six-*year*-old)."""
    phrases = phrases_of(group)
    starts: list[int] = []
    found: list[tuple[str, ...]] = []
    for index in where(words, phrases, 0, len(words)):
        word = words[index]
        if index and words[index - 1] == "-" and word.isascii():
            continue
        for phrase in phrases[word]:
            if words[index : index + len(phrase)] == phrase:
                starts.append(index)
                found.append(phrase)
                break
    return starts, found


def is_spot(place: Place) -> bool:
    """Whether a place is narrower than a province: only such a place is *the town* that is spoken of."""
    unlisted = not place.id and (bool(kind_words(place)) or place.name.isascii())
    narrow = place.id.startswith("geonames:") or len(place.within) > 1 or unlisted
    return place.relation == "in" and narrow


def narrow_place(place: Place) -> bool:
    """Whether a place is narrower than a province; an English name that no gazetteer holds is that of a town or less."""
    unlisted = not place.id and place.name.isascii()
    return place.id.startswith("geonames:") or len(place.within) > 1 or unlisted


@cache
def words_of(group: str) -> frozenset[str]:
    """A group of discourse.toml as folded words."""
    data = load("discourse.toml")
    return frozenset(fold(word) for language in ("ar", "en") for word in data[language][group])


@cache
def phrases_of(group: str) -> Phrases:
    """A group of discourse.toml as phrases."""
    data = load("discourse.toml")
    found: Phrases = {}
    for language in ("ar", "en"):
        for phrase in data[language][group]:
            words = tokens(phrase).words
            found[words[0]] = (*found.get(words[0], ()), words)
    return found
