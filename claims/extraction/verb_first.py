"""Who does it where an Arabic verb stands before its doer: the party right behind it, with something bare behind that.

«تقصف قوات الدعم السريع، منذ الصباح، أحياء الفاشر»: verb, doer, what it is done to. Words between commas, means with ب and
places with في come between and change nothing. With nothing bare behind it, the party may as well be what was hit
(«استهدفت قوات النظام بعبوة»), and this module says nothing of it.
"""

from __future__ import annotations

from claims.extraction.lexicon import look_up
from claims.extraction.markers import NOBODY, can_attack, is_held, markers
from claims.extraction.mentions import Range, within
from claims.extraction.single import is_object
from claims.extraction.smallwords import speech_words
from claims.extraction.standing import MARKS, Scene
from claims.extraction.triggers import Trigger
from claims.model import Party
from claims.text.shadow import fold

_REACH = 14
_INSERTED = 9
_ATTACKS = frozenset({"strike", "clash", "damage", "control", "arrest"})
_MANNED = frozenset({"arrest", "clash", "strike"})
_ONTO = ("ب", "ل", "ك")
_AS_OBJECT = ("\u0627\u064b", "\u064b\u0627", "\u0629\u064b")
"""Endings of an indefinite object, its vowel written (اً, ةً)."""
_THEM = ("هما", "هم", "ها")
_HIM = "ه"
"""Pronouns on a verb for whom it befell; the last looks like an ending of nouns."""
_PEOPLE = "ين"
"""How several people end as an object (مهربين); their doer ends in ون."""


def does_first(scene: Scene, verb: Trigger, party: Party) -> bool:
    """Whether a party behind an Arabic verb is who does it, and no doer is known.

    Args:
        scene: the clause and the roles given out so far.
        verb: before the party.
        party: the first one behind the verb.
    """
    words = scene.words
    if scene.actors or verb.role != "verb" or words[verb.tokens.first].isascii():
        return False
    here = scene.mentions.range(party.span)
    first = max(here.first, verb.tokens.end)
    gap = tuple(w for w in words[verb.tokens.end : first] if w not in MARKS)
    if len(gap) > 1 or any(_leads_on(word) for word in gap):
        return False
    kills = _is_killing(words[verb.tokens.first])
    if not gap and can_attack(party) and _has_object(words[verb.tokens.first]):
        return True
    stops = verb.kind == "other"
    if verb.aims and (stops or (verb.kind == "damage" and not gap)) and _acts(party, held=stops):
        return True
    if verb.kind not in _ATTACKS and not kills:
        return _kills_people(scene, verb, party, here.end) if not gap else False
    named = can_attack(party) or (_unknown(party) and (kills or verb.kind in _MANNED))
    return named and (_object_at(scene, here.end) or object_behind(scene, here.end))


def _acts(party: Party, *, held: bool) -> bool:
    """Whether a party is people of arms, and so nothing that is burnt or razed; a checkpoint that somebody holds stops others."""
    armed = can_attack(party) and party.kind not in NOBODY
    owned = is_held(party) or any(word.startswith("ل") for word in fold(party.text).split()[1:])
    return (armed or _unknown(party)) and (held or not owned)


def _has_object(word: str) -> bool:
    """Whether a pronoun on a verb is its object (هجرت*هم*، اعتقلت*ه*): who stands right behind it does it."""
    if word.endswith(_THEM):
        return True
    bare = word.removesuffix(_HIM) if word.endswith(_HIM) else ""
    return any(known.role == "verb" for known in (look_up("predicates", bare) if bare else ()))


def _object_at(scene: Scene, index: int) -> bool:
    """Whether the word at a token is written as an object: one person, or anything with the vowels of one (شارعاً)."""
    if index >= scene.clause.tokens.end or not scene.words[index].isalpha():
        return False
    written = scene.mentions.tokens.quote(index, index + 1).endswith(_AS_OBJECT)
    if scene.words[index] in markers().holdings:
        return True
    people = scene.words[index].endswith(_PEOPLE)
    people = people and not scene.words[index].startswith(("ال", "وال", "ل"))
    return is_object(scene.words[index]) or written or people


def _is_killing(word: str) -> bool:
    return word.removeprefix("و").removeprefix("ف") in markers().killing


def _unknown(party: Party) -> bool:
    """Whether a party is armed people whom nobody names (مسلحون مجهولون)."""
    return party.id in markers().unknown


def _leads_on(word: str) -> bool:
    """Whether a word between verb and party is more than the branch of the party (*بحرية* الحرس الثوري)."""
    small = word in markers().breaking or word in markers().placing or not word.isalpha()
    thing = word in markers().holdings or word in markers().means
    return small or thing or _tied(word) or bool(look_up("predicates", word))


def _tied(word: str) -> bool:
    """Whether و or a preposition is written onto a word (بصاروخ، للقوات), which بحرية only looks like."""
    bare = word[1:].removeprefix("ال")
    known = bare in markers().means | markers().holdings or word[1:].startswith(("ال", "ل"))
    return word.startswith("و") or (word.startswith(_ONTO) and known)


def _kills_people(scene: Scene, verb: Trigger, party: Party, end: int) -> bool:
    """Whether an organisation kills counted people (قتلت قوات الدعم السريع خمسة مدنيين); a soldier of one would be killed.

    Behind an object that is written as one (قتل جنود الاحتلال *شاباً*) nobody but the party can have killed.
    """
    if scene.words[verb.tokens.first].removeprefix("و") in markers().losing:
        return False
    first = fold(party.text).split()[0]
    end = _past_marks(scene, end)
    armed = can_attack(party) or _unknown(party)
    if verb.kind != "casualties" or not armed or end >= scene.clause.tokens.end:
        return False
    if is_object(scene.words[end]):
        return True
    if scene.words[end].startswith("و") or (first in markers().persons and not _unknown(party)):
        return False
    behind = scene.mentions.span(Range(end, scene.clause.tokens.end))
    counted = within(scene.mentions.quantities, behind)[:1]
    return any(
        scene.mentions.token_at(one.span.start) == end and one.unit in {"killed", "injured"}
        for one in counted
    )


def _past_marks(scene: Scene, index: int) -> int:
    while index < scene.clause.tokens.end and scene.words[index] in MARKS:
        index += 1
    return index


def object_behind(scene: Scene, start: int) -> bool:
    """Whether a place, a party or a figure stands bare behind a doer: what it is done to."""
    words, end = scene.words, min(start + _REACH, scene.clause.tokens.end)
    begun = _begun(scene, Range(start, end)) if start < end else frozenset()
    told = {trigger.tokens.first: trigger for trigger in scene.clause.triggers}
    index = start
    while index < end:
        word = words[index]
        if word == "،":
            closing = next(
                (i for i in range(index + 1, min(end, index + _INSERTED)) if words[i] == "،"), end
            )
            index = closing + 1
            continue
        if word in speech_words("relative") or (index in told and told[index].role == "verb"):
            return False
        if index in begun and _bare(words, index):
            return True
        index += 1
    return False


def _begun(scene: Scene, stretch: Range) -> frozenset[int]:
    """The tokens where a place, a party or a figure begins."""
    mentions, span = scene.mentions, scene.mentions.span(stretch)
    found = (
        *(place.span for place in within(mentions.places, span)),
        *(party.span for party in within(mentions.parties, span)),
        *(figure.span for figure in within(mentions.quantities, span)),
    )
    return frozenset(mentions.token_at(one.start) for one in found)


def _bare(words: tuple[str, ...], index: int) -> bool:
    """Whether no preposition stands before or on a word, and nothing joins it to what was said before."""
    word, before = words[index], words[index - 1]
    placed = before in markers().placing or word in markers().placing
    return not placed and before not in markers().breaking and not word.startswith(("و", "ب", "ل"))
