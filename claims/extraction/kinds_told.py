"""Which kinds of claim a clause states: its heaviest, and the deed that brought it about."""

from __future__ import annotations

from functools import cache

from claims.extraction.astray import only_dates, opens_with_eve
from claims.extraction.clauses import Clause
from claims.extraction.draft import Draft
from claims.extraction.lexicon import kinds, load, look_up
from claims.extraction.munitions import munitions
from claims.extraction.telling import relative
from claims.extraction.triggers import Trigger

_SUBJECT_REACH = 4
_RESUMED_REACH = 12
"""How far before a verb behind a comma its subject may stand, its day and place between (نفذت عملية إنزال، فجر الجمعة …، استهدفت …)."""
_COMMAS = frozenset({"،", ","})
_RETELLING = frozenset({"effect", "elaboration"})
_LOSING = frozenset({"verb", "masdar"})
_NOUNS = frozenset({"noun", "masdar"})
_DONE_TO = frozenset({"casualties", "damage", "displacement"})


def kinds_of(words: tuple[str, ...], piece: Clause, before: Draft | None) -> tuple[str, ...]:
    """The kinds a clause states: its heaviest, and the strike that brought it about unless that was stated before."""
    told = [t for t in piece.triggers if piece.link == "relative" or not relative(words, t)]
    told = _without_objects(words, told or list(piece.triggers))
    told = [t for t in told if not _only_aimed(words, t, piece)] or told
    told = [t for t in told if not _tends_the_hurt(t, told)]
    others = [t for t in told if not _only_dates(words, t, piece)]
    told = others if others or not opens_with_eve(words, piece.tokens.first) else told
    present = sorted(
        {_by_subject(words, t, piece) for t in told},
        key=lambda kind: -kinds()[kind].weight,
    )
    if not present:
        return ()
    if _holds_position(piece):
        return ("position",)
    deed = _deed(piece, present) if present[0] in _DONE_TO else ""
    if deed:
        if present[0] == "damage" and not _leads_to(piece, deed, "damage"):
            return (present[0],)
        told_before = _named_before(before) and piece.link in _RETELLING
        return (present[0],) if told_before or _retold(piece, deed) else (deed, present[0])
    return (present[0],)


def _only_dates(words: tuple[str, ...], trigger: Trigger, piece: Clause) -> bool:
    """Whether an Arabic noun of action only tells when by another event (بعد ساعات من *مجزرة* الولي شنت …)."""
    first = trigger.tokens.first
    noun = trigger.role in _NOUNS and not words[first].isascii()
    return noun and only_dates(words, first, piece.tokens.first)


def _tends_the_hurt(trigger: Trigger, told: list[Trigger]) -> bool:
    """Whether relief is given to those whose loss the same clause tells before (وجرح آخرون، … على إسعاف الجرحى): the loss is told."""
    lost = (t for t in told if t.kind == "casualties" and t.role in _LOSING)
    return trigger.kind == "relief" and any(t.tokens.first < trigger.tokens.first for t in lost)


def _only_aimed(words: tuple[str, ...], trigger: Trigger, piece: Clause) -> bool:
    """Whether an English infinitive behind a deed says what it was for (launched an offensive *to capture* the capital)."""
    first = trigger.tokens.first
    infinitive = trigger.role == "verb" and first > 1 and words[first - 1] == "to"
    achieved = words[first - 2] in achieving() if infinitive else False
    return infinitive and not achieved and piece.triggers[0].tokens.first < first


@cache
def achieving() -> frozenset[str]:
    """English words behind which an infinitive tells what was done (managed *to* capture)."""
    return frozenset(load("clauses.toml")["en"]["achieving"])


def _holds_position(piece: Clause) -> bool:
    """Whether a clause demands, blames or wishes: behind the verb of it nothing is told, what stands before it is (… نتمنى لهم الشفاء)."""
    held = next(
        (i for i, t in enumerate(piece.triggers) if t.kind == "position" and t.role == "verb"), None
    )
    return held is not None and all(t.kind == "position" for t in piece.triggers[:held])


def _without_objects(words: tuple[str, ...], told: list[Trigger]) -> list[Trigger]:
    """Predicates without the English munitions that a verb of combat fell on (*intercepted* several *missiles*)."""
    return [
        noun
        for place, noun in enumerate(told)
        if not (place and _falls_on(words, told[place - 1], noun))
    ]


def _falls_on(words: tuple[str, ...], verb: Trigger, noun: Trigger) -> bool:
    stopped = verb.kind == "clash" and words[verb.tokens.first].startswith(("intercept", "repel"))
    near = noun.tokens.first - verb.tokens.end < _SUBJECT_REACH
    fired = noun.role == "noun" and words[noun.tokens.end - 1] in munitions()
    return stopped and near and noun.kind == "strike" and fired


def _by_subject(words: tuple[str, ...], trigger: Trigger, piece: Clause) -> str:
    """The kind of a predicate; the Arabic verb *targeted* has that of the attack or blast which is its subject (انفجار استهدف …، استهدف انفجار …)."""
    if trigger.kind != "strike" or trigger.role != "verb" or words[trigger.tokens.first].isascii():
        return trigger.kind
    at = piece.triggers.index(trigger)
    subject = piece.triggers[at - 1] if at else None
    resumed = words[trigger.tokens.first - 1] in _COMMAS and not _of_any_arm(words, subject)
    reach = _RESUMED_REACH if resumed else _SUBJECT_REACH
    near = subject is not None and trigger.tokens.first - subject.tokens.end <= reach
    if not near and at + 1 < len(piece.triggers):
        subject = piece.triggers[at + 1]
        near = subject.tokens.first == trigger.tokens.end
    near = near and subject is not None and not _only_dates(words, subject, piece)
    clash = near and subject is not None and subject.kind == "clash" and subject.role == "noun"
    return "clash" if clash else trigger.kind


def _of_any_arm(words: tuple[str, ...], deed: Trigger | None) -> bool:
    """Whether a deed is told by a noun for attacks of every arm (هجمات), which may be raids."""
    return deed is not None and any(
        word.any_arm for word in look_up("predicates", words[deed.tokens.first])
    )


def _deed(piece: Clause, present: list[str]) -> str:
    """The kind of the deed that a clause states with what it brought about, "" for none.

    A bombing or an attack is one where its noun is the subject (*a car bomb* killed two).
    """
    if "strike" in present:
        return "strike"
    first = next((t for t in piece.triggers if t.kind == "clash"), None)
    noun = first is not None and first.role == "noun" and first is piece.triggers[0]
    return "clash" if noun and piece.link == "main" else ""


def _leads_to(piece: Clause, deed: str, effect: str) -> bool:
    """Whether a deed stands before its effect; behind it, the deed's noun is what was damaged (shot down six rockets)."""
    first = {t.kind: t.tokens.first for t in reversed(piece.triggers)}
    return first[deed] < first[effect]


def _retold(piece: Clause, kind: str) -> bool:
    """Whether a clause only points at a deed that was told before (أدى القصف إلى، in the strike)."""
    return all(trigger.known for trigger in piece.triggers if trigger.kind == kind)


def _named_before(before: Draft | None) -> bool:
    """Whether the clause before already states a strike or what it brought about."""
    return before is not None and before.kind in {"strike", "casualties", "damage"}
