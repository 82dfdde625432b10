"""Who does it where only the verb says so: its subject, and what it is aimed at."""

from __future__ import annotations

from claims.extraction.carrying import does_something_else
from claims.extraction.lexicon import look_up
from claims.extraction.listed import heads_list
from claims.extraction.markers import (
    can_attack,
    downs,
    flies,
    from_the_air,
    is_held,
    markers,
)
from claims.extraction.mentions import Range, within
from claims.extraction.onlookers import does_else
from claims.extraction.only_named import only_named
from claims.extraction.smallwords import auxiliary_passive, speech_words
from claims.extraction.standing import MARKS, Scene, Stand, triggers_before
from claims.extraction.suffering import has_loss
from claims.extraction.triggers import Trigger
from claims.model import Party

_AIMED = frozenset({"strike", "clash", "damage"})
_UNDERGONE = _AIMED | {"arrest", "control"}
_JOINING = frozenset({"و", "and", "،", ","})
_LEAD = 4
_COMMITTING = 1
_PERFECT = frozenset({"has", "have", "had", "did"})
_OBJECT_REACH = 6
_OBJECT_NEAR = 3
_SUBJECT_REACH = 3
_BOUNDS = (("at", "least"), ("at", "most"))
"""How a number begins: killed *at least* nine is not killed *at* a place."""


_SOUGHT = frozenset({"عن"})
"""What stands between who looks for people and these (فرق … تبحث *عن* مفقودين)."""
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its"})
_TIMES = frozenset(
    {"day", "night", "week", "month", "year", "hour", "same", "previous", "following", "morning"}
)
_NO_OBJECT = frozenset(
    {"and", "or", "in", "by", "on", "at", "as", "when", "after", "while", "near", "from"}
)
_BEHIND = frozenset({"after", "following"})
"""English words behind which others are lost than who stands before them (*the minister flies in* after *7 killed*)."""


def subject_role(scene: Scene, party: Party, here: Stand) -> list[Party] | None:
    """A party before the first predicate is its subject."""
    if not scene.clause.triggers or only_named(scene, party, here):
        return None
    first = scene.clause.triggers[0]
    finding = scene.words[first.tokens.first].removeprefix("و")
    if not markers().recovering.isdisjoint((*here.lead[-1:], finding)):
        return None
    between = scene.words[here.tokens.end : first.tokens.first]
    commits = not markers().commit.isdisjoint((*here.lead[-_COMMITTING:], *between))
    suffers = any(_close(scene, here, index) for index in scene.undergone)
    suffers = suffers or has_loss(scene.words, here.tokens.end, scene.clause.tokens.end)
    dies = first.kind == "casualties" and not _kills(scene, first, party)
    told = scene.words[first.tokens.first : first.tokens.end] in markers().undergo
    if told or (first.kind in _UNDERGONE and _passive(scene.words, first, here.tokens.end)):
        borne = told or suffers or _right_before(scene, here, first)
        borne = borne or heads_list(scene, party, here, _subject_end(scene, here, first))
        return scene.targets if borne else None
    counts = first.role == "noun" and not scene.words[first.tokens.first].isascii()
    telling = party.kind in markers().telling and not suffers
    aside = telling and (len(between) > _LEAD or counts)
    aside = aside or (dies and counts and scene.words[first.tokens.first - 1] in _SOUGHT)
    aside = aside or (party.kind in markers().telling and _puts(scene.words, first, between))
    another = _parted(between, here) and _has_own_subject(scene, first)
    aside = aside or (dies and not _BEHIND.isdisjoint(between))
    if aside or (dies and not suffers and (another or (first.role == "masdar" and not commits))):
        return None
    if (suffers or dies) and not (commits and can_attack(party)):
        return scene.targets
    armed = can_attack(party) or (not dies and _armed_in_english(scene, first, party))
    acts = armed and not scene.actors and not does_something_else(scene, here, first)
    acts = acts and not does_else(scene.words, first, between)
    return scene.actors if acts else None


def _puts(words: tuple[str, ...], loss: Trigger, between: tuple[str, ...]) -> bool:
    """Whether who tells of losses stands before a verb with these as its object (the group *has put* the death toll at nine)."""
    noun = loss.role == "noun" and words[loss.tokens.first].isascii()
    return noun and not (_PERFECT | {"puts", "put"}).isdisjoint(between)


def _passive(words: tuple[str, ...], verb: Trigger, low: int) -> bool:
    """Whether an English verb, at token ``low`` or behind it, is told of who undergoes it (*was later shot down*)."""
    first = verb.tokens.first
    if verb.role != "verb" or not words[first].isascii() or words[first].endswith("ing"):
        return False
    before = words[first - 1]
    adverb = before.endswith("ly") or before in speech_words("between") - _PERFECT
    auxiliary = first - 1 - adverb
    return auxiliary >= low and words[auxiliary] in auxiliary_passive()


def _subject_end(scene: Scene, here: Stand, verb: Trigger) -> int:
    """Where the subject of a passive verb ends, before its auxiliary and adverbs."""
    end = verb.tokens.first
    while end > here.tokens.end and _is_auxiliary(scene.words[end - 1]):
        end -= 1
    return end


def _is_auxiliary(word: str) -> bool:
    return word in auxiliary_passive() | speech_words("between") or word.endswith("ly")


def _right_before(scene: Scene, here: Stand, verb: Trigger) -> bool:
    """Whether nothing but auxiliaries and an adverb stands between a party and a verb."""
    return all(map(_is_auxiliary, scene.words[here.tokens.end : verb.tokens.first]))


def _parted(between: tuple[str, ...], here: Stand) -> bool:
    """Whether one pause parts a party from an Arabic verb that has its own subject (في سياسة لملاحقة *المهجرين*، قُتل مدني)."""
    governed = bool(here.letter) or here.lead[-1:] != ()
    return governed and between.count("،") == 1


def _has_own_subject(scene: Scene, verb: Trigger) -> bool:
    """Whether people stand right behind a verb of loss (قُتل *مدني*)."""
    if verb.tokens.end >= scene.clause.tokens.end:
        return False
    behind = scene.mentions.span(Range(verb.tokens.end, scene.clause.tokens.end))
    spans = [one.span for one in scene.parties]
    spans += [one.span for one in within(scene.mentions.quantities, behind)]
    return any(scene.mentions.token_at(span.start) == verb.tokens.end for span in spans)


def inflicted_on(scene: Scene, here: Stand) -> bool:
    """Whether a party stands right behind a word of inflicting that has its subject before it (العملية كبدت قوات النظام خسائر)."""
    if markers().inflicting.isdisjoint(here.lead[-1:]):
        return False
    ahead = scene.words[scene.clause.tokens.first : here.tokens.first - 1]
    return bool(scene.actors) or any(word.isalpha() and word != "و" for word in ahead)


def _close(scene: Scene, here: Stand, index: int) -> bool:
    """Whether a word of undergoing follows a party with no pause between (مواقع النظام تتعرض لقصف)."""
    gap = scene.words[here.tokens.end : index]
    return here.tokens.end <= index and len(gap) <= _LEAD and _JOINING.isdisjoint(gap)


def _kills(scene: Scene, verb: Trigger, party: Party) -> bool:
    """Whether the subject of قتل kills rather than dies: an attacker from the air, an English state, or somebody before a counted object."""
    words, first, end = scene.words, verb.tokens.first, verb.tokens.end
    placed = words[end : end + 1] and words[end] in markers().circumstance
    placed = placed and words[end : end + 2] not in _BOUNDS and words[first] not in markers().commit
    passive = words[first - 1] in speech_words("passive") and not words[first].endswith("ing")
    passive = passive and first > scene.mentions.range(party.span).end
    if words[first].isascii() and (passive or placed):
        return False
    if flies(party) or party.kind == "coalition":
        return True
    if words[first].isascii() and (party.kind == "state" or _has_object(words, end)):
        return party.kind == "state" or can_attack(party) or _armed_in_english(scene, verb, party)
    armed = can_attack(party) or _armed_in_english(scene, verb, party)
    if words[first].isascii():
        own = words[first] in markers().commit or _counted_behind(scene, end)
        return armed and (own or _kills_whom(scene, verb, party))
    after = scene.mentions.span(Range(first, scene.clause.tokens.end))
    return armed and bool(within(scene.mentions.quantities, after))


def _counted_behind(scene: Scene, end: int) -> bool:
    """Whether people are counted right behind an English verb of loss, or behind one joined to it (killed *and wounded 30*).

    Two soldiers *killed and four wounded* in a blast have killed nobody.
    """
    words = scene.words
    joint = words[end + 1 : end + 2] if words[end : end + 1] == ("and",) else ()
    if joint and (joint[0].endswith("ed") or look_up("predicates", joint[0])):
        end += 2
    last = min(end + _OBJECT_NEAR, scene.clause.tokens.end)
    if end >= last:
        return False
    near = scene.mentions.span(Range(end, last))
    starts = (one.span.start for one in scene.mentions.quantities)
    found = [at for at in starts if near.start <= at < near.end]
    return bool(found) and _JOINING.isdisjoint(words[end : scene.mentions.token_at(found[0])])


def _kills_whom(scene: Scene, verb: Trigger, party: Party) -> bool:
    """Whether somebody else stands right behind an English verb of loss, an epithet at most between (the army killed *rebel fighters*)."""
    first, last = verb.tokens.end, verb.tokens.end + _OBJECT_NEAR - 1
    if verb.tokens.first - scene.mentions.range(party.span).end > _LEAD:
        return False
    for other in scene.parties:
        here = scene.mentions.range(other.span)
        if other is party or not first <= here.first < last or other.kind in markers().telling:
            continue
        between = scene.words[first : here.first]
        deed = scene.words[here.end : here.end + 1]
        if all(map(str.isalpha, between)) and _NO_OBJECT.isdisjoint(between):
            return not deed or deed[0] not in markers().deeds
    return False


def _has_object(words: tuple[str, ...], end: int) -> bool:
    """Whether one person or thing stands right behind an English verb (killed *the mayor*; not *the day* before)."""
    opens, noun = (*words[end : end + 2], "", "")[:2]
    return opens in _ARTICLES and noun not in _TIMES


def _armed_in_english(scene: Scene, verb: Trigger, party: Party) -> bool:
    """Whether armed people whom nobody names stand before an English verb that is not passive (gunmen killed three)."""
    words, first = scene.words, verb.tokens.first
    active = (
        verb.role == "verb"
        and words[first].isascii()
        and words[first - 1] not in speech_words("passive")
    )
    return active and party.id in markers().unknown


def after_verb(scene: Scene, verb: Trigger, party: Party) -> list[Party] | None:
    """A party after a verb that aims is aimed at, unless it is the verb's own subject.

    Who could attack and stands far from an Arabic verb without a subject has no role: it may belong to another noun
    (أساليب النظام).
    """
    gap = scene.words[verb.tokens.end : scene.mentions.range(party.span).first]
    led = gap[:1] if verb.kind == "arrest" and not markers().branches.isdisjoint(gap[:1]) else ()
    shoots = not gap and party.id in markers().defending and downs(scene.words[verb.tokens.first])
    if shoots or _other_subject(scene, verb, party):
        return scene.targets if is_held(party) else None
    return _subject_or_object(scene, verb, party, gap[len(led) :])


def _subject_or_object(
    scene: Scene, verb: Trigger, party: Party, gap: tuple[str, ...]
) -> list[Party] | None:
    another = scene.parties[-1] is not party or _object_follows(scene, party)
    fallen = downs(scene.words[verb.tokens.first]) and flies(party)
    guns = verb.kind == "damage" and not markers().machines.isdisjoint(gap[-1:])
    if fallen or (verb.role == "verb" and verb.aims and (guns or _held(party, gap))):
        return scene.targets
    if MARKS.issuperset(gap) and not scene.actors and _kills_as_written(scene, verb):
        return scene.actors
    if verb.role == "verb" and MARKS.issuperset(gap) and can_attack(party):
        subject = _right_behind(scene, verb, party, another=another)
        if subject:
            return scene.actors
    taken = scene.actors or _deed_before(scene, verb)
    if scene.words[verb.tokens.first].isascii() or (
        taken and not (flies(party) and not scene.actors)
    ):
        return scene.targets
    attacks = from_the_air(party) or (can_attack(party) and another and verb.kind in _AIMED)
    if not attacks:
        return scene.targets
    return scene.actors if _near(scene, verb, party) else None


def has_bare_subject(scene: Scene, verb: Trigger) -> bool:
    """Whether a bare noun for forces stands right before an Arabic verb as its subject (*القوات* طردت …): nobody behind the verb did it."""
    before = verb.tokens.first - 1
    if verb.role != "verb" or before < scene.clause.tokens.first:
        return False
    return scene.words[before] in markers().nameless


def _other_subject(scene: Scene, verb: Trigger, party: Party) -> bool:
    """Whether a bare noun for forces whom nobody named stands right behind an Arabic verb (استهدف *الجيش* … تجمعات الدعم السريع)."""
    first, words, here = verb.tokens.end, scene.words, scene.mentions.range(party.span)
    if verb.role != "verb" or words[first].isascii():
        return False
    theirs = here.first == first and words[here.end : here.end + 1] != ()
    at = here.end if theirs else first
    return words[at] in markers().nameless and not any(
        at in scene.mentions.range(one.span) for one in scene.parties
    )


def _near(scene: Scene, verb: Trigger, party: Party) -> bool:
    """Whether a few words at most, and the day, stand between a verb and a party."""
    first = scene.mentions.range(party.span).first
    if first <= verb.tokens.end:
        return True
    stretch = Range(verb.tokens.end, first)
    days = [
        scene.mentions.range(day.span)
        for day in within(scene.mentions.dates, scene.mentions.span(stretch))
    ]
    told = (i for i in range(stretch.first, first) if scene.words[i].isalnum())
    return sum(not any(i in day for day in days) for i in told) <= _SUBJECT_REACH


def _kills_as_written(scene: Scene, verb: Trigger) -> bool:
    """Whether a verb of loss can only be active (اغتال, not قتل, which is also *was killed*)."""
    word = scene.words[verb.tokens.first].removeprefix("و").removeprefix("ف")
    return word in markers().killing


def _right_behind(scene: Scene, verb: Trigger, party: Party, *, another: bool) -> bool:
    """Whether a party right behind an active verb is its subject: of an arrest always, of an attack with somebody to hit."""
    if verb.kind == "arrest":
        return not scene.actors
    free = not scene.targets and not scene.actors and not _deed_before(scene, verb)
    return free and (another or flies(party))


def _deed_before(scene: Scene, verb: Trigger) -> bool:
    """Whether a noun of action is the verb's subject (غارات استهدفت …)."""
    return any(
        t.kind in {"strike", "clash"}
        and t.role == "noun"
        and t.tokens.first < verb.tokens.first
        and "،" not in scene.words[t.tokens.end : verb.tokens.first]
        for t in triggers_before(scene.clause, verb.tokens)
    )


def _held(party: Party, gap: tuple[str, ...]) -> bool:
    """Whether a party stands as the owner of something (مواقع قوات النظام): it is aimed at and aims at nobody."""
    return is_held(party) or not markers().holdings.isdisjoint(gap[-1:])


def _object_follows(scene: Scene, party: Party) -> bool:
    """Whether a place stands right behind a party: what it is done to (قصفت قوات النظام بلدة سرمين)."""
    end = scene.mentions.range(party.span).end
    while end < scene.clause.tokens.end and scene.words[end] in MARKS:
        end += 1
    if end >= scene.clause.tokens.end or scene.words[end] in markers().placing:
        return False
    if scene.words[end].removeprefix("ال").startswith(markers().stationed):
        return _object_later(scene, end)
    stretch = Range(end, min(end + _OBJECT_REACH, scene.clause.tokens.end))
    found = within(scene.mentions.places, scene.mentions.span(stretch))
    return bool(found) and scene.mentions.range(found[0].span).first == end


def _object_later(scene: Scene, start: int) -> bool:
    """Whether a bare place follows words on where a party is based (قصفت القوات المتمركزة في س قرية ص)."""
    stretch = Range(start, min(start + 2 * _OBJECT_REACH, scene.clause.tokens.end))
    found = within(scene.mentions.places, scene.mentions.span(stretch))
    firsts = [scene.mentions.range(place.span).first for place in found]
    return any(scene.words[first - 1] not in markers().placing for first in firsts)
