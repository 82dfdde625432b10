"""Places of a clause that are of somebody or of another event: no scene of what the clause tells.

«محافظ *حماة*» holds his office there; people who fled from *Gaza City* were killed elsewhere; the hurt were brought to a hospital
of *Manbij*; a siege is like that of *Madaya*. Each place is looked at from behind: which word governs it, up to the pause before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.extraction.lexicon import load, look_up
from claims.extraction.mentions import Mentions, Range, within
from claims.model import DateValue, Place, Span
from claims.text.shadow import fold
from claims.text.tokens import tokens

_REACH = 8
_FAMILY = 24
"""Words around a name in which somebody bears the same family name."""
_LISTING = frozenset({",", "and", "daughter", "daughters", "wife", "sister", "sisters", "mother"})
_OFFICE_REACH = 3
_ORIGIN_REACH = 3
_GOING_ON = ("كان", "حاول", "ما", "لا")
"""How verbs begin by which something went on at the time of the event."""
_SEAT_REACH = 2
_END_REACH = 3
_ARTICLES = frozenset({"a", "an", "the"})
_NOUN_REACH = 3
"""English words behind an article that are its noun or before it (*a deadly attack*)."""
_STOPS = frozenset(".!?;\n")
_PAUSES = frozenset("،,؛;.:!?؟()\n")
_SINCE = frozenset({"منذ", "since"})
_TAKING = frozenset({"control", "arrest"})
_TAKEN_REACH = 2
_FROM = frozenset({"من", "from"})
_TIES = "وف"
_ONTO = "ب"
_TO = "ل"
_ARTICLE = "ال"
_TELLING = frozenset({"verb", "light", "noun", "masdar"})
_VERBS = frozenset({"verb", "light"})
_VERB_REACH = 3
_EVE_REACH = 6
_OPENING = 3
_COMMITTING = "ارتكاب"
_DEEDS = frozenset({"strike", "clash"})
_LIKE, _THIS = "مثل", frozenset({"هذا", "هذه"})
"""«في مثل هذا اليوم من العام الماضي» says when it happened, and likens it to nothing."""
_ELSEWHEN = frozenset({"meanwhile", "eves", "alike"})
"""Groups of the data file that open another event."""

_Openers = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class _Words:
    openers: _Openers
    holders: dict[str, tuple[tuple[str, ...], ...]]
    alike: _Openers
    eves: _Openers
    sites: frozenset[str]
    leaving_still: frozenset[str]
    onto: frozenset[str]
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Governor:
    """A word before a place: where it stands, what stands between both, and where their clause begins."""

    at: int
    between: Range
    floor: int


@cache
def _words() -> _Words:
    data = load("astray.toml")

    def gathered(groups: tuple[str, ...]) -> _Openers:
        found: _Openers = {}
        for group in groups:
            for phrase in (one for lang in ("ar", "en") for one in data[lang][group]):
                cut = tokens(phrase).words
                found[cut[0]] = (*found.get(cut[0], ()), (cut[1:], group))
        return found

    def bare(group: str) -> frozenset[str]:
        return frozenset(fold(word) for lang in ("ar", "en") for word in data[lang][group])

    groups = (
        "offices",
        "bodies",
        "origins",
        "leaving",
        "bound",
        "carrying",
        "zones",
        "eves",
        "alike",
        "wars",
    )
    holders = gathered(("holders",))
    return _Words(
        gathered((*groups, "meanwhile", "seats", "relative")),
        {first: tuple(rest for rest, _ in some) for first, some in holders.items()},
        gathered(("alike",)),
        gathered(("eves",)),
        bare("sites"),
        bare("while"),
        bare("onto"),
        bare("prepositions"),
    )


def astray(mentions: Mentions, place: Place, floor: int) -> bool:
    """Whether a place belongs to somebody or to another event by the words around it.

    Args:
        mentions: of the document.
        place: a place of a clause.
        floor: the first token of the clause.
    """
    words, first = mentions.tokens.words, mentions.token_at(place.span.start)
    if _first_name(mentions, place, first):
        return True
    if _held(words, max(mentions.range(place.span).end, first + 1)):
        return True
    openers = _words().openers
    for index in range(first - 1, max(floor, first - _REACH) - 1, -1):
        word = words[index]
        if word in _PAUSES:
            return False
        some = openers.get(word) or (openers.get(word[1:]) if word[0] in _TIES else None)
        for rest, group in some or ():
            if _follows(words, index + 1, rest, first):
                between = Range(index + 1 + len(rest), first)
                if _governs(mentions, place, group, _Governor(index, between, floor)):
                    return True
    return False


def _first_name(mentions: Mentions, place: Place, first: int) -> bool:
    """Whether a town is the first name of one of a family in an English list (*Ali Kamal Omar, Doha Kamal Omar* and …): others bear the rest."""
    words = mentions.tokens.words
    if first < 1 or words[first - 1] not in _LISTING or not words[first].isascii():
        return False
    last = first = mentions.range(place.span).end
    while (
        last < len(words)
        and words[last].isalpha()
        and mentions.tokens.quote(last, last + 1)[:1].isupper()
    ):
        last += 1
    around = (*words[max(0, first - _FAMILY) : first], *words[last : last + _FAMILY])
    return last - first > 1 and words[last - 1] in around


def of_another_event(mentions: Mentions, place: Place, floor: int) -> bool:
    """Whether a place is of an event that is only set beside the one told, or that this is told when by; see `astray`."""
    words, first = mentions.tokens.words, mentions.token_at(place.span.start)
    for index in range(first - 1, max(floor, first - _REACH) - 1, -1):
        word = words[index]
        if word in _PAUSES:
            return False
        openers = _words().openers
        for rest, group in openers.get(word) or openers.get(word.removeprefix("و"), ()):
            if group not in _ELSEWHEN or not _follows(words, index + 1, rest, first):
                continue
            between = Range(index + 1 + len(rest), first)
            if _governs(mentions, place, group, _Governor(index, between, floor)):
                return True
    return False


def since_taken(mentions: Mentions, span: Span, floor: int) -> bool:
    """Whether a party or place is of the taking that a clause only counts from (نزحوا *منذ سيطرة الجيش على سراقب*, fled *since the army retook it*).

    Args:
        mentions: of the document.
        span: of the party or place.
        floor: the first token of the clause; what opens it is what it tells.
    """
    words, here = mentions.tokens.words, mentions.range(span)
    for index in range(here.first - 1, max(floor, here.first - _REACH), -1):
        if words[index] in _PAUSES:
            return False
        if words[index] in _SINCE:
            told = words[index + 1 : here.end + _TAKEN_REACH]
            return any(one.kind in _TAKING for word in told for one in look_up("predicates", word))
    return False


def of_others(mentions: Mentions, day: DateValue, floor: int) -> bool:
    """Whether a day is of another event: one that the one told is only likened to, or told when by (كما حدث في حمص *قبل عامين*، قبيل الهدنة في *6 آذار*)."""
    words, first = mentions.tokens.words, mentions.token_at(day.span.start)
    if words[first - 1] == _LIKE and words[first] in _THIS:
        return False
    for index in range(first - 1, max(floor, first - _REACH) - 1, -1):
        word = words[index]
        if word in _PAUSES:
            return False
        if any(_follows(words, index + 1, rest, first) for rest, _ in _words().alike.get(word, ())):
            return True
        for rest, _ in _words().eves.get(word, ()):
            behind = index + 1 + len(rest)
            if _follows(words, index + 1, rest, first) and behind < first:
                end = mentions.range(day.span).end
                return _dates_only(words, index - floor, Range(behind, end))
    return False


def _dates_only(words: tuple[str, ...], at: int, told: Range) -> bool:
    """Whether words that tell when, ``at`` tokens into a clause, hold up to a value: no verb before it, and one or an English comma behind where they open the clause."""
    verbs = (
        index
        for index in range(told.first, told.end)
        if _ARTICLES.isdisjoint(words[index - _NOUN_REACH : index])
    )
    return not _verb_in(tuple(words[index] for index in verbs)) and (
        at >= _OPENING
        or words[told.end : told.end + 1] == (",",)
        or _verb_in(words[told.end : told.end + _VERB_REACH])
    )


def opens_with_eve(words: tuple[str, ...], floor: int) -> bool:
    """Whether a clause opens with words that tell when by another event (… *بعد أسبوعين من* عدوان مماثل، جاء ذلك *عشية* ارتكاب …)."""
    return any(
        words[at + 1 : at + 1 + len(rest)] == rest
        for at in range(floor, min(len(words), floor + _OPENING))
        for rest, _ in _words().eves.get(words[at].removeprefix("و"), ())
    )


@cache
def answering() -> tuple[tuple[str, ...], ...]:
    """Folded phrases behind which an earlier deed stands that the one told answers (رداً على)."""
    return tuple(tokens(phrase).words for phrase in load("astray.toml")["ar"]["answers"])


def answers_at(words: tuple[str, ...], at: int, phrase: tuple[str, ...], deed: int) -> bool:
    """Whether a phrase of `answering` stands at a token and up to a deed behind it."""
    return _follows(words, at + 1, phrase[1:], deed)


def only_dates(words: tuple[str, ...], at: int, floor: int) -> bool:
    """Whether a noun of action at a token only tells when by another event (بعد ساعات من *مجزرة* الولي شنت …).

    Args:
        words: folded, of the document.
        at: the token of the noun.
        floor: the first token of the clause.
    """
    for index in range(max(floor, at - _EVE_REACH), at):
        word = words[index]
        for known in (word, word[1:] if word[0] in _TIES else word):
            for rest, _ in _words().eves.get(known, ()):
                if not _follows(words, index + 1, rest, at):
                    continue
                behind = index + 1 + len(rest)
                far = _EVE_REACH if words[behind].startswith(_COMMITTING) else 1
                if at - behind <= far:
                    return True
    return False


def _follows(words: tuple[str, ...], at: int, rest: tuple[str, ...], first: int) -> bool:
    """Whether the rest of a phrase follows; a single letter at its end is written onto the next word."""
    if rest and len(rest[-1]) == 1 and not rest[-1].isascii():
        last = at + len(rest) - 1
        return words[at:last] == rest[:-1] and last <= first and words[last].startswith(rest[-1])
    return words[at : at + len(rest)] == rest and at + len(rest) <= first


def _held(words: tuple[str, ...], end: int) -> bool:
    """Whether an English place that ends before ``end`` is that of an office or a body behind it (the *Kherson* governor)."""
    rests = _words().holders.get(words[end], ()) if end < len(words) else ()
    return any(words[end + 1 : end + 1 + len(rest)] == rest for rest in rests)


def _governs(mentions: Mentions, place: Place, group: str, by: _Governor) -> bool:
    """Whether a word of a group of the data file governs a place that stands behind it."""
    if group in {"zones", "alike", "wars"}:
        near = by.between.end - by.between.first <= 1
        return group != "wars" or (near and _another_behind(mentions, place))
    if group == "eves":
        end = max(mentions.range(place.span).end, by.between.end + 1)
        return _dates_only(mentions.tokens.words, by.at - by.floor, Range(by.between.first, end))
    words = mentions.tokens.words
    if group in {"offices", "bodies"}:
        return _in_construct(words, place, by) and (group == "offices" or not _site(words, by))
    if group == "meanwhile":
        end = max(mentions.range(place.span).end, by.between.end + 1)
        return _verb_in(words[end : end + _VERB_REACH])
    if group == "relative":
        return by.at > by.floor and _did_before(mentions, Range(by.at, by.between.end))
    return _travelled(words, place, group, by)


def _another_behind(mentions: Mentions, place: Place) -> bool:
    """Whether a sentence names another place behind one that only tells the matter (Israel's war in *Gaza* …, and rockets hit Eilat)."""
    words, first = mentions.tokens.words, mentions.range(place.span).end
    stop = next((i for i in range(first, len(words)) if words[i] in _STOPS), len(words))
    if stop <= first:
        return False
    inside = within(mentions.places, mentions.span(Range(first, stop)))
    return any(not one.id.startswith("country:") for one in inside)


def _travelled(words: tuple[str, ...], place: Place, group: str, by: _Governor) -> bool:
    """Whether a place is where people came from or were brought to, what they left, or where an office has its seat."""
    between = tuple(word for word in words[by.between.first : by.between.end] if word != "#")
    if group == "seats":
        return len(between) < _SEAT_REACH
    if group == "leaving":
        return not between and place.relation == "in" and not _still(words, by.at)
    if group == "origins":
        near = len(between) <= _ORIGIN_REACH and between[-1:] != () and between[-1] in _FROM
        return near and not _still(words, by.at) and not _deed(between)
    ends = _words().onto | (_FROM if group == "bound" else frozenset())
    reached = not ends.isdisjoint(between[-_END_REACH:]) or words[by.between.end].startswith(_TO)
    return reached and place.relation == "in" and not _deed(between)


def _in_construct(words: tuple[str, ...], place: Place, by: _Governor) -> bool:
    """Whether a place stands in construct behind an office or a body, or is tied to it by ل."""
    between, own = words[by.between.first : by.between.end], words[by.between.end]
    tied = own.startswith(_TO)
    if place.relation != "in" or (own.startswith(_ONTO) and place.text[:1] != _ONTO):
        return False
    if len(between) > _OFFICE_REACH - (not tied) or not _words().prepositions.isdisjoint(between):
        return False
    plain = all(word.isalpha() or word == "#" for word in between)
    return plain and (tied or not any(word.startswith(_ARTICLE) for word in between))


def _site(words: tuple[str, ...], by: _Governor) -> bool:
    """Whether a body is spoken of as a building, which can be hit (مبنى بلدية عيترون، غارة على مجلس …)."""
    before = words[by.at - 1] if by.at else ""
    near = before in _words().sites or before.startswith(_ONTO) or words[by.at].startswith(_ONTO)
    return near or _deed((before,))


def _still(words: tuple[str, ...], index: int) -> bool:
    """Whether people were just leaving a place (were killed *as they* fled from …): it happened there."""
    return not _words().leaving_still.isdisjoint(words[max(0, index - 3) : index])


def _deed(between: tuple[str, ...]) -> bool:
    """Whether a deed is told between a word and a place: the place is that of the deed."""
    return any(
        one.kind in _DEEDS and one.role in _TELLING
        for word in between
        for one in look_up("predicates", word)
    )


def _verb_in(behind: tuple[str, ...]) -> bool:
    """Whether a verb follows that is joined to nothing before it (بالتزامن مع التصعيد على إدلب *كثّف* الطيران …)."""
    told = (one for word in behind for one in look_up("predicates", word) if word[0] not in _TIES)
    return any(one.role in _VERBS for one in told)


def _did_before(mentions: Mentions, told: Range) -> bool:
    """Whether a relative pronoun behind a party tells in the past what that did before (قوات النظام *التي ارتكبت مجزرة في …*)."""
    words = mentions.tokens.words
    verb = words[told.first + 1] if told.first + 1 < told.end else ""
    present = verb.startswith("ي") or (verb.startswith("ت") and not verb.endswith("ت"))
    if not verb or present or verb.startswith(_GOING_ON):
        return False
    ahead = mentions.span(Range(max(0, told.first - 4), told.first))
    behind = (mentions.range(one.span) for one in within(mentions.parties, ahead))
    return any(one.end == told.first and not _of_deed(words, one) for one in behind)


def _of_deed(words: tuple[str, ...], party: Range) -> bool:
    """Whether a party only says whose the deed before it is (الغارات *الإسرائيلية* التي استهدفت …): what follows tells of the deed."""
    return party.end - party.first == 1 and _deed(words[max(0, party.first - 2) : party.first])
