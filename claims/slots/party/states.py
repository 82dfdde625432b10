"""The bare name of a state or a capital: a party only where the words around it make it act or speak.

«في سوريا» and "in Iraq" are places; «قصفت روسيا», «إسرائيل تعلن», «من قبل تركيا», «قوات النظام وروسيا» and "Russia said" are
parties. What decides is in ``party_cues.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.slots.party.entries import kinds, table
from claims.slots.party.nations import State, state_entry, states
from claims.slots.party.phrases import cut
from claims.slots.party.reading import BREAKS, Mention, Reading, mentioned
from claims.slots.party.trie import QUOTES, Match, Sense, arabic
from claims.slots.verbs import (
    acts,
    behind_adverbs,
    behind_partners,
    conjugated,
    dual,
    placed,
    tells,
)
from claims.text.shadow import fold

_LONGEST_CUE = 3
_SHORTEST_VERB = 4
_MOST_OTHERS = 3
_NOBODY = frozenset({"civilians", "infrastructure", "media", "local sources", "object"})


@dataclass(frozen=True, slots=True)
class Cues:
    """``party_cues.toml``, folded.

    Attributes:
        before: phrases right before an actor.
        saying: verbs of saying, in all their forms.
        doing: verbs of doing, in all their forms, with whether the form is feminine.
        sole: those of them whose object is never a place.
        places: words after which a state is a place.
        subjects: words after which a subject may stand.
        between: adjectives between an event and a demonym.
        made: words behind a demonym by which it only says where something was made.
        governmental: adjectives behind an event for the forces of the government.
        not_verbs: words shaped like a present verb that are none.
        persons: first words of Arabic names for a state that name no place (العدو، الكيان): such a name acts, whatever stands beside it.
        skipped: words that may stand between a verb and its subject (استهدفت خلالها إسرائيل).
        dealt: English nouns for raids from the air, before *from* and the state that flies them.
        dealt_by_air: the same behind *air*.
        others: nouns for states that are not named, beside one that is (Russia and its *allies*).
    """

    before: frozenset[tuple[str, ...]]
    saying: frozenset[str]
    doing: dict[str, bool]
    sole: frozenset[str]
    places: frozenset[str]
    subjects: frozenset[str]
    between: frozenset[str]
    made: frozenset[str]
    governmental: frozenset[str]
    not_verbs: frozenset[str]
    persons: frozenset[str]
    skipped: frozenset[str]
    dealt: frozenset[str]
    dealt_by_air: frozenset[str]
    others: frozenset[str]


@cache
def cues() -> Cues:
    """The words around the names of states."""
    row = table("cues")
    doing = dict(form for pair in row["verbs_ar_act"] for form in conjugated(pair))
    saying = dict(form for pair in row["verbs_ar_say"] for form in conjugated(pair))
    return Cues(
        before=frozenset(cut(phrase) for phrase in (*row["before_ar"], *row["before_en"])),
        saying=frozenset([*row["verbs_en"], *row["verbs_en_act"], *saying]),
        doing=doing,
        sole=frozenset(form for pair in row["verbs_ar_sole"] for form, _ in conjugated(pair)),
        places=frozenset(map(fold, row["places"])),
        subjects=frozenset(map(fold, row["subjects"])),
        between=frozenset(map(fold, row["between_ar"])),
        made=frozenset(map(fold, row["made"])),
        governmental=frozenset(map(fold, row["governmental"])),
        not_verbs=frozenset(map(fold, row["not_verbs"])),
        persons=frozenset(
            stem for word in row["persons"] for stem in (fold(word), f"و{fold(word)}")
        ),
        skipped=frozenset(map(fold, row["skipped"])),
        dealt=frozenset(row["dealt_en"]),
        dealt_by_air=frozenset(row["dealt_by_air_en"]),
        others=frozenset(row["others_en"]),
    )


def state_at(reading: Reading, at: int, match: Match, sense: Sense) -> Mention | None:
    """The state whose name or capital stands at ``at`` if it acts or speaks there, else None."""
    if not reading.allowed(sense, at, match.end):
        return None
    state = states()[sense.key]
    if not _acts(reading, at, match, None if sense.sort == "capital" else state):
        return None
    tail = reading.possessive(match.end)
    return mentioned(at, match.end, state_entry(sense.key), match.start.cut, tail)


def verbal(word: str) -> bool:
    """Whether a folded word is one of the verbs of the data file."""
    return word in cues().saying or word in cues().doing


def _acts(reading: Reading, at: int, match: Match, state: State | None) -> bool:
    prefix, end = match.start.prefix, match.end
    before = _before(reading, at)
    if prefix in {"و", ""} and (_led(reading, before) or reading.words[at] in cues().persons):
        return True
    if prefix:
        return prefix == "و" and (_joins(reading, at) or _opens(reading, before, end, state))
    if reading.words[before] in cues().places:
        return _deals(reading, before)
    after = end + 1 if reading.words[end] == "also" else end
    native = arabic(reading.words[at])
    if _subject_of(reading.words[before], state) if native else _does(reading, at, before, after):
        return True
    if not _subject(reading, before) or (not native and placed(reading.words, at)):
        return False
    verb = after if native else behind_adverbs(reading.words, after)
    told = verbal(reading.words[verb]) or _present(reading.words[after], state)
    told = told and reading.words[verb + 1] != "by"
    return told or _with_another(reading, after)


def _deals(reading: Reading, before: int) -> bool:
    """Whether English air strikes come *from* a state."""
    words = reading.words
    dealt = words[before] == "from" and before > 1 and words[before - 1]
    return dealt in cues().dealt or (words[before - 2] == "air" and dealt in cues().dealt_by_air)


def _with_another(reading: Reading, after: int) -> bool:
    """Whether another one joined by «و» and a verb of two stand behind a state: موسكو وكييف تتبادلان."""
    verb = reading.words[after + 1] if reading.words[after].startswith("و") else ""
    return dual(verb) and verb not in cues().not_verbs


def _does(reading: Reading, at: int, before: int, after: int) -> bool:
    """Whether a state does what the English verb behind it says, alone or together with the party it is joined to.

    A verb before the state makes it an object («… hit Turkey, killed …»), *by* behind a verb makes that passive.
    """
    blocked = verbal(reading.words[before]) and not tells(reading.words[before])
    if blocked or not reading.large(at):
        return False
    if placed(reading.words, at):
        return False
    if _and_others(reading, after):
        return True
    other = after + 1 + (reading.words[after + 1] == "the")
    if reading.words[after] == "and" and reading.large(other):
        ends = [match.end for match in reading.matches(other) if _party_like(match)]
        return any(acts(reading.words, end) for end in ends)
    partners = behind_partners(reading.words, after)
    named = all(map(reading.large, range(after + 1, partners, 2)))
    return named and acts(reading.words, partners)


def _and_others(reading: Reading, after: int) -> bool:
    """Whether a state does something together with others who are not named: *and (its) allies*, *and nine other countries*."""
    words = reading.words
    if words[after] != "and":
        return False
    nouns = range(after + 1, after + 2 + _MOST_OTHERS)
    last = next((at for at in nouns if words[at] in cues().others), 0)
    return bool(last) and acts(words, last + 1)


def _party_like(match: Match) -> bool:
    states_too = any(sense.sort in {"state", "capital"} for sense in match.senses)
    return states_too or bool(match.names)


def _subject_of(verb: str, state: State | None) -> bool:
    """Whether a state (None for a capital) can be the subject of the verb right before it."""
    if verb in cues().saying:
        return True
    bare = verb[:-2] if verb.endswith("تها") else verb
    feminine = cues().doing.get(verb, cues().doing.get(bare))
    if state is None:
        return bool(feminine) and verb in cues().sole
    return feminine is not None and feminine != state.masculine


def _present(word: str, state: State | None) -> bool:
    """Whether an Arabic word is shaped like a present verb that agrees with a state: «تشيد», of Iraq «يشيد»."""
    letter = "ي" if state is not None and state.masculine else "ت"
    shaped = word.startswith(letter) and len(word) >= _SHORTEST_VERB and not word.endswith("ه")
    return shaped and word not in cues().not_verbs


def _before(reading: Reading, at: int) -> int:
    at -= 1
    while reading.words[at] in QUOTES or reading.words[at] in cues().skipped:
        at -= 1
    return at


def _led(reading: Reading, before: int) -> bool:
    if reading.words[before] not in _last_words():
        return False
    for length in range(1, _LONGEST_CUE + 1):
        first = before - length + 1
        if first >= 0 and tuple(reading.words[first : before + 1]) in cues().before:
            return True
    return False


@cache
def _last_words() -> frozenset[str]:
    return frozenset(cue[-1] for cue in cues().before)


def _opens(reading: Reading, before: int, end: int, state: State | None) -> bool:
    """Whether «و» opens a sentence of its own in which the state acts: «، وواشنطن تعتذر»."""
    return reading.words[before] in BREAKS and _present(reading.words[end], state)


def _joins(reading: Reading, at: int) -> bool:
    """Whether a party that can fight with others stands right before: «قوات النظام وروسيا»."""
    if not reading.found:
        return False
    last = reading.found[-1]
    entry = last.entry
    return (
        entry is not None
        and last.end in {at, at - 1}
        and entry.kind not in _NOBODY
        and kinds()[entry.kind].speaks
    )


def _subject(reading: Reading, before: int) -> bool:
    word = reading.words[before]
    return word in BREAKS or word in cues().subjects or tells(word)
