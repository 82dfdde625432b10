"""Where an English sentence goes back to what happened before the event that it tells first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claims.extraction.mentions import Range
from claims.extraction.triggers import Trigger

_BACK = frozenset({"after"})
_REACH = 12
"""Words in which the verb of what went before stands behind *after*."""
_SPANS = frozenset(
    {
        "day",
        "days",
        "hour",
        "hours",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "minutes",
        "shortly",
        "soon",
    }
)
"""Words before *after* that say how long: these open a clause themselves."""
_NO_SUBJECT = frozenset(
    {"being", "having", "he", "she", "it", "they", "him", "her", "them", "which", "that"}
)
"""Words behind *after* by which it goes on with whom it told of."""
_PAUSES = frozenset({",", ";", ":", "(", ")", "."})
_SHARED = frozenset(
    {("and", "was"), ("and", "were"), ("and", "has"), ("and", "had"), ("and", "have")}
)
"""What goes on with the subject of the later event (he came back after the bomb fell *and was* hurt)."""
_TELLING = frozenset({"verb", "light"})


def went_before(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[tuple[int, str]]:
    """Where *after* opens an event with a subject and a verb of its own (hit sites *after 12 children were killed in …*).

    Who did the later event did not do that one, and it was elsewhere. What only ends in a noun (after a raid) or has no
    subject (after launching …) belongs to the words before it.
    """
    if _BACK.isdisjoint(words[sentence.first : sentence.end]):
        return
    for index in range(sentence.first + 1, sentence.end - 2):
        if words[index] not in _BACK or words[index - 1] in _SPANS:
            continue
        if not any(t.tokens.end <= index for t in triggers):
            continue
        behind = (t for t in triggers if index + 1 < t.tokens.first <= index + _REACH)
        verb = next((t for t in behind if t.role in _TELLING), None)
        if verb is None or words[index + 1] in _NO_SUBJECT:
            continue
        if words[verb.tokens.first].endswith("ing") or words[verb.tokens.first - 1] == "to":
            continue
        between = words[index + 1 : verb.tokens.first]
        shared = any(pair in _SHARED for pair in pairwise(between))
        if _PAUSES.isdisjoint(between) and not shared:
            yield index + 1, "contrast"
