"""One person hurt or taken who is named with the article: *the child Sami was killed* counts one child."""

from __future__ import annotations

from functools import cache, lru_cache

from claims.extraction.clauses import Clause
from claims.extraction.given_names import is_given
from claims.extraction.lexicon import load
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.triggers import Trigger, match_exact
from claims.model import Quantity
from claims.slots.quantity import find_quantities
from claims.text.shadow import fold

_COUNTING = frozenset({"casualties", "arrest"})
_ROLES = frozenset({"verb", "masdar", "noun"})
_THEIRS = ("ه", "ها", "هم")
_TAKING = "اعتقال"
_KILLING = "قتل"
_TIES = frozenset("وفبل")
_ARTICLE = "ال"
_PERSON = "شخص"
_AMONG = frozenset({"احد", "احدي"})
_THREE = 3
_ONTO = frozenset({"علي", "عن"})
_MARKS = frozenset("\"'“”«»()[]#-–")
_MANY = ("وا", "ون", "تا", "ا")
_NOMINATIVE = ("ان", "ون")
_LONGEST_NAMED = 10
_OBJECT = ("ا", "ه")
"""How an indefinite person ends as an object (مواطنا، طفلة)."""
_LONGEST_NAME = 6
_BODY_REACH = 14


def single(mentions: Mentions, clause: Clause, kind: str) -> tuple[Quantity, ...]:
    """The figure *one* for a definite singular person right behind a word of loss or arrest, () for none.

    What the person is and what happened is read as the quantity module reads it of the same words without the article.
    """
    words = mentions.tokens.words
    before = _before(mentions, clause, kind) or _named_before(mentions, clause, kind)
    if before:
        return before
    for trigger in clause.triggers:
        if trigger.kind != kind or kind not in _COUNTING or trigger.role not in _ROLES:
            continue
        if words[trigger.tokens.first].removeprefix("و") in _ones_own():
            return _told_by_itself(mentions, trigger)
        found = _behind(mentions, clause, trigger)
        if found:
            return found
    return ()


def _behind(mentions: Mentions, clause: Clause, trigger: Trigger) -> tuple[Quantity, ...]:
    """The figure of who stands behind a word of loss or arrest: a body, kin, an object behind the subject, one with the article."""
    words, end = mentions.tokens.words, clause.tokens.end
    index = trigger.tokens.end
    index += index < end and words[index] in _ONTO
    if index >= end:
        return ()
    loss = _loss(words, trigger)
    body = _body(mentions, Range(trigger.tokens.first, end))
    if body or words[index] in _ones():
        return body or _listed_ones(mentions, clause, index, loss)
    behind = behind_subject(mentions, trigger, end)
    among = _one_of(mentions, Range(index, end), loss) or _one_of(
        mentions, Range(behind, end), loss
    )
    if among:
        return among
    if index < behind < end and is_object(words[behind]):
        return _with_kin(mentions, Range(behind, end), loss)
    definite = words[index].startswith(_ARTICLE)
    read = one_person(loss, words[index].removeprefix(_ARTICLE)) if definite else None
    if read is None:
        return ()
    text, span = mentions.tokens.quote(index, index + 1), mentions.tokens.span(index, index + 1)
    return (Quantity(1, 1, False, False, False, *read, text, span),)


def _before(mentions: Mentions, clause: Clause, kind: str) -> tuple[Quantity, ...]:
    """The figure *one* for an indefinite person right before the verb that tells what befell them (أن طفلة قتلت)."""
    words = mentions.tokens.words
    for trigger in clause.triggers:
        index = trigger.tokens.first - 1
        if trigger.kind != kind or kind not in _COUNTING or trigger.role != "verb":
            continue
        if (
            trigger.joined
            or index < clause.tokens.first
            or words[index].isascii()
            or words[index].startswith(_ARTICLE)
        ):
            continue
        read = one_person(words[trigger.tokens.first].removeprefix("و"), words[index])
        if read is not None:
            span = mentions.tokens.span(index, index + 1)
            text = mentions.tokens.quote(index, index + 1)
            return (Quantity(1, 1, False, False, False, *read, text, span),)
    return ()


def _named_before(mentions: Mentions, clause: Clause, kind: str) -> tuple[Quantity, ...]:
    """The figure *one* for a person named at the head of a clause, by title or name, before what befell them (الشاب سالم العمر، قُتل)."""
    words, first = mentions.tokens.words, clause.tokens.first
    verb = next((t for t in clause.triggers if t.kind == kind), None)
    if verb is None or kind not in _COUNTING or verb.role != "verb" or verb.joined:
        return ()
    while first < verb.tokens.first and not words[first].isalpha():
        first += 1
    between = words[first + 1 : verb.tokens.first]
    lone = 0 < len(between) <= _LONGEST_NAMED and not any(w.startswith("و") for w in between)
    if not lone or words[verb.tokens.first].endswith(_MANY):
        return ()
    loss = words[verb.tokens.first]
    read = None
    if words[first].startswith(_ARTICLE):
        read = one_person(loss, words[first].removeprefix(_ARTICLE))
    elif is_given(words, first, clause.tokens.end) and verb.tokens.first - first <= _LONGEST_NAME:
        read = one_person(loss, _PERSON)
    if read is None:
        return ()
    text, span = mentions.tokens.quote(first, first + 1), mentions.tokens.span(first, first + 1)
    return (Quantity(1, 1, False, False, False, *read, text, span),)


def _body(mentions: Mentions, here: Range) -> tuple[Quantity, ...]:
    """The one body found behind a word for it (عثر الأهالي على *جثة رجل*، *جثة* تعود ل…), () for none."""
    words = mentions.tokens.words
    for at in range(here.first, min(here.end - 1, here.first + _BODY_REACH)):
        if words[at] in _bodies():
            end = _who_it_was(words, Range(at + 1, here.end))
            read = one_person(_KILLING, words[end - 1].removeprefix(_ARTICLE)) if end else None
            end, of = (end, read[1]) if read is not None else (at + 1, "")
            text, span = mentions.tokens.quote(at, end), mentions.tokens.span(at, end)
            return (Quantity(1, 1, False, False, False, "bodies", of, text, span),)
    return ()


def _who_it_was(words: tuple[str, ...], here: Range) -> int:
    """Where the word ends that stands for the dead right behind a body, marks between (جثة "شاب"), 0 where none does."""
    at = here.first
    while at < here.end and words[at] in _MARKS:
        at += 1
    return at + 1 if at < here.end else 0


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(fold, load("figures.toml")["body"]))


def _one_of(mentions: Mentions, here: Range, loss: str) -> tuple[Quantity, ...]:
    """The figure of one of several people at the head of a stretch (مقتل *أحد عناصر* …، القبض على *أحد القياديين*), () for none."""
    words, first = mentions.tokens.words, here.first
    if first + 1 >= here.end or words[first] not in _AMONG:
        return ()
    read, person = (
        _several(loss, words[first + 1].removeprefix(_ARTICLE)),
        one_person(loss, _PERSON),
    )
    if read is None or person is None or read[0] != person[0]:
        return ()
    text, span = mentions.tokens.quote(first, first + 2), mentions.tokens.span(first, first + 2)
    return (Quantity(1, 1, False, False, False, *read, text, span),)


@lru_cache(maxsize=4096)
def _several(loss: str, noun: str) -> tuple[str, str] | None:
    """Unit and kind of person of several of a ``noun`` behind a word of loss, None where it counts no people."""
    found = find_quantities(f"{loss} 3 {noun}")
    return (found[0].unit, found[0].of) if len(found) == 1 and found[0].low == _THREE else None


def _with_kin(mentions: Mentions, here: Range, loss: str) -> tuple[Quantity, ...]:
    """The figure of one person and of each who is joined by kinship (مواطنا وابنته), each by itself."""
    words, last = mentions.tokens.words, here.first + 1
    read = one_person(loss, words[here.first])
    if read is None:
        return ()
    while last < here.end and words[last][0] == "و" and words[last][1:] in _ones():
        last += 1
    unit, of = read
    return tuple(
        Quantity(1, 1, False, False, False, unit, whom, mentions.tokens.quote(at, at + 1), span)
        for at in range(here.first, last)
        for whom, span in (("" if at > here.first else of, mentions.tokens.span(at, at + 1)),)
    )


def is_object(word: str) -> bool:
    """Whether a folded word is one indefinite person, written as an object (مواطنا)."""
    return word.endswith(_OBJECT[0]) and one_person(_KILLING, word) is not None


def behind_subject(mentions: Mentions, trigger: Trigger, end: int) -> int:
    """Behind a verb, and behind the party that is its subject where one follows at once (اعتقلت قسد …، قتل جنود الاحتلال …), not behind people who are counted (قتل جنديان)."""
    index = trigger.tokens.end
    if trigger.role != "verb" or index >= end:
        return index
    behind = within(mentions.parties, mentions.span(Range(index, end)))
    marked = mentions.tokens.words[index] in _MARKS
    at_once = bool(behind) and mentions.range(behind[0].span).first - index <= marked
    if not at_once or within(mentions.quantities, behind[0].span):
        return index
    index = mentions.range(behind[0].span).end
    return index + (index < end and mentions.tokens.words[index] in _MARKS)


def _told_by_itself(mentions: Mentions, trigger: Trigger) -> tuple[Quantity, ...]:
    """The figure *one* of a word of loss with a pronoun for one person on it (مقتله)."""
    first, end = trigger.tokens.first, trigger.tokens.end
    word = mentions.tokens.words[first].removeprefix("و")
    bare = word.removesuffix("ها").removesuffix("ه")
    read = one_person(f"{bare[:-1]}ه" if bare.endswith("ت") else bare, _PERSON)
    if read is None:
        return ()
    text, span = mentions.tokens.quote(first, end), mentions.tokens.span(first, end)
    return (Quantity(1, 1, False, False, False, *read, text, span),)


def without_doers(
    mentions: Mentions, clause: Clause, found: tuple[Quantity, ...]
) -> tuple[Quantity, ...]:
    """The figures of a clause without two people right behind a verb who can only be its subject (اغتال مسلحان مديراً)."""
    words = mentions.tokens.words
    doing = {
        t.tokens.end
        for t in clause.triggers
        if t.role == "verb" and words[t.tokens.first].removeprefix("و") in markers().killing
    }
    if not doing:
        return found
    return tuple(
        one
        for one in found
        if not (mentions.token_at(one.span.start) in doing and one.text.endswith(_NOMINATIVE))
    )


def _listed_ones(mentions: Mentions, clause: Clause, index: int, loss: str) -> tuple[Quantity, ...]:
    """The persons that nouns of one person list from a token (أصيب زوجها وطفلها); open above where the list goes on unread."""
    words, end, read = mentions.tokens.words, clause.tokens.end, one_person(loss, _PERSON)
    last = index + 1
    while last < end and words[last].removeprefix("و") in _ones() and words[last][0] == "و":
        last += 1
    if read is None:
        return ()
    more = last < end and words[last].startswith("و") and words[last].endswith(_THEIRS)
    more = more or any(_joins_kin(words, at) for at in range(last, end))
    number = last - index
    text, span = mentions.tokens.quote(index, last), mentions.tokens.span(index, last)
    return (Quantity(number, None if more else number, False, False, False, *read, text, span),)


def _joins_kin(words: tuple[str, ...], at: int) -> bool:
    """Whether somebody's kin is joined there by و (… *وشقيقه*): one more person."""
    kin = words[at].removeprefix("و") in _ones() and words[at].endswith(_THEIRS)
    return kin and (words[at].startswith("و") or words[at - 1] == "و")


def _loss(words: tuple[str, ...], trigger: Trigger) -> str:
    """The word of loss as the quantity module knows it; a taking told by a noun is an arrest (القبض على)."""
    told = words[trigger.tokens.first : trigger.tokens.end]
    if trigger.role == "noun" or len(told) > 1:
        taken = _TAKING if any("قبض" in word for word in told) else ""
        return next(
            (_headings()[word] for word in told if len(told) > 1 and word in _headings()), taken
        )
    word = words[trigger.tokens.first]
    tied = word[0] in _TIES and not match_exact(word)
    return word[1:] if tied else word


@cache
def _headings() -> dict[str, str]:
    """The word of loss for each word that heads names of people (أسماء *الشهداء*، *الجرحى* هم), folded."""
    return {fold(word): fold(loss) for word, loss in load("figures.toml")["headings"].items()}


@cache
def _ones_own() -> frozenset[str]:
    return frozenset(map(fold, load("figures.toml")["one's"]))


@cache
def _ones() -> frozenset[str]:
    return frozenset(fold(word) for word in load("figures.toml")["one"])


def befell_one(mentions: Mentions, clause: Clause, kind: str) -> str:
    """What befell one person at the first word of loss or arrest of a clause (``killed``), "" where that is unknown."""
    words = mentions.tokens.words
    for trigger in clause.triggers:
        if trigger.kind == kind and kind in _COUNTING and trigger.role in _ROLES:
            read = one_person(_loss(words, trigger), _PERSON)
            if read is not None:
                return read[0]
    return ""


@lru_cache(maxsize=4096)
def one_person(loss: str, noun: str) -> tuple[str, str] | None:
    """Unit and kind of person of one ``noun`` behind a word of loss, None where it counts nobody or several."""
    found = find_quantities(f"{loss} {noun}")
    if len(found) != 1 or found[0].low != 1 or found[0].high != 1 or found[0].unit == "persons":
        return None
    return found[0].unit, found[0].of
