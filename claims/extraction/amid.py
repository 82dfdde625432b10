"""Relative clauses in the midst of one statement, which is told around them.

*Rebels, whom the army shelled in May, attacked the port*; «قصفت الطائرات *التي أقلعت من القاعدة*، أمس الأحد، سوقاً في المدينة». What stands
in the relative clause (from where they came, what befell them before) has no part in what the statement tells, and what stands behind
it does. The relative clause is told by itself, as one of the words before it. Arabic: a verb opens the statement, and no deed of
its own is told in the relative clause. English: the subject opens it, and its verb stands right behind the closing comma.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.clauses import Clause
from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import auxiliaries, speech_words
from claims.extraction.triggers import Trigger
from claims.text.tokens import where

_BACKGROUND = frozenset({"control", "movement", "force", "position", "other"})
"""Kinds that a relative clause may tell about a side or a place without telling an event."""
_VERBS = frozenset({"verb", "light"})
_PAUSES = frozenset({"،", ","})
_ENDS = frozenset({".", "؛", ":", "\n"})
_REACH = 16
_AND = "و"
_WHO = frozenset({"who", "which", "whom", "whose", "where"})
_OPENING = frozenset({"in", "on", "at", "near", "after", "since", "from", "when", "while", "as"})
_LONGEST_SUBJECT = 14


def amid(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> tuple[Range, ...]:
    """The relative clauses of a sentence, with the comma that closes each, around which one statement goes on.

    Args:
        words: of the document.
        sentence: its tokens.
        triggers: its predicates, in order.
    """
    if words[sentence.first].isascii():
        found = _behind_subject(words, sentence, triggers)
        return () if found is None else (found,)
    return tuple(_behind_verb(words, sentence, triggers))


def by_itself(
    sentence: Range, relative: Range, triggers: tuple[Trigger, ...]
) -> tuple[Clause, ...]:
    """A relative clause with the words that it tells about before it; none where it tells nothing known."""
    inside = tuple(one for one in triggers if one.tokens.first in relative)
    if not inside:
        return ()
    told = Range(sentence.first, relative.first)
    return Clause(told, "main", ()), Clause(relative, "relative", inside)


def counts_alone(mentions: Mentions, relative: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a relative clause only gives a figure (which spans *500 square miles*) and tells nothing else that is known."""
    figures = within(mentions.quantities, mentions.span(relative))
    return bool(figures) and not any(one.tokens.first in relative for one in triggers)


def _behind_subject(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Range | None:
    """The relative clause between commas behind the subject that opens an English sentence, its verb right behind it; None for none."""
    limit = min(sentence.end - 2, sentence.first + _LONGEST_SUBJECT)
    line = range(sentence.first + 1, limit)
    comma = next((i for i in line if words[i] == ","), None)
    if comma is None or words[comma + 1] not in _WHO or words[sentence.first] in _OPENING:
        return None
    if any(one.tokens.first < comma for one in triggers):
        return None
    for index in range(comma + 2, min(sentence.end - 2, comma + _REACH)):
        if words[index] in _ENDS:
            return None
        if words[index] == ",":
            verb = any(t.tokens.first == index + 1 and t.role in _VERBS for t in triggers)
            told = verb and not words[index + 1].endswith("ing")
            return Range(comma, index + 1) if told or words[index + 1] in auxiliaries() else None
    return None


def _behind_verb(
    words: tuple[str, ...], sentence: Range, triggers: tuple[Trigger, ...]
) -> Iterator[Range]:
    relative = speech_words("relative")
    for index in where(words, relative, sentence.first + 2, sentence.end - 2):
        if words[index].isascii():
            continue
        pause = _closing(words, Range(index, sentence.end))
        if pause is None or not _verb_opens(words, Range(sentence.first, index), triggers):
            continue
        inner = (one for one in triggers if index < one.tokens.first < pause)
        plain = all(one.kind in _BACKGROUND for one in inner)
        if plain and _goes_on(words, Range(pause + 1, sentence.end), triggers):
            yield Range(index, pause + 1)


def _verb_opens(words: tuple[str, ...], ahead: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether a verb of a deed stands before a relative pronoun, in the same breath and with no other verb behind it."""
    pauses = _PAUSES | _ENDS
    first = next((i + 1 for i in range(ahead.end - 1, ahead.first, -1) if words[i] in pauses), None)
    since = ahead.first if first is None else first
    inside = [one for one in triggers if since <= one.tokens.first < ahead.end]
    return (
        bool(inside)
        and [one.role in _VERBS for one in inside].count(True) == 1
        and (inside[0].role in _VERBS)
    )


def _closing(words: tuple[str, ...], room: Range) -> int | None:
    """The first comma behind a relative pronoun, None where the sentence or a citation ends before it."""
    for index in range(room.first + 1, min(room.end - 1, room.first + _REACH)):
        if words[index] in _ENDS:
            return None
        if words[index] in _PAUSES:
            return index
    return None


def _goes_on(words: tuple[str, ...], tail: Range, triggers: tuple[Trigger, ...]) -> bool:
    """Whether the words behind the comma only go on with the statement: they open no clause, begin with no deed and cite nobody."""
    first = tail.first
    opens = any(match(table, words, first, tail.end) for table in ("clauses", "cues"))
    told = any(one.tokens.first == first and one.role != "noun" for one in triggers)
    return words[first].isalpha() and not (opens or told or words[first].startswith(_AND))


def outside(triggers: tuple[Trigger, ...], stretches: tuple[Range, ...]) -> tuple[Trigger, ...]:
    """The predicates that stand in none of some stretches."""
    if not stretches:
        return triggers
    return tuple(
        one for one in triggers if not any(one.tokens.first in stretch for stretch in stretches)
    )
