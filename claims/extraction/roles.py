"""Who does it and to whom: parties of a clause become actors and targets.

A party is what it is done to when a word of aiming stands before it (على، ضد, against), or when it follows a verb that
aims and somebody else already does it. It does it when a word of agency stands before it (من قبل, برصاص, by), when it
hangs on a noun of action (غارات التحالف، قصف لقوات النظام، قصف من مناطق سيطرة قوات النظام), or when it is the subject.
It has no role where it only tells about another noun (المدينة الخاضعة لسيطرة قسد) or where the deed answers it (ردا على).
What is joined by و shares the role of what it is joined to. A party that nothing places has no role.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.bodies import of_body
from claims.extraction.carrying import either
from claims.extraction.clauses import Clause
from claims.extraction.exploding import explodes, laid_in, struck_by
from claims.extraction.falling import falls_on
from claims.extraction.lexicon import kinds, look_up
from claims.extraction.listed import goes_on_list, inserted_before, is_means, lists_means
from claims.extraction.marked import PLACING, marked, unbacked
from claims.extraction.markers import (
    NOBODY,
    can_attack,
    flies,
    is_held,
    is_thing,
    markers,
    names_area,
    names_stronghold,
    only_tells,
)
from claims.extraction.mentions import Mentions, within
from claims.extraction.onlookers import blames
from claims.extraction.owning import of_its_doer
from claims.extraction.reacting import only_answers
from claims.extraction.sides import fights_with
from claims.extraction.smallwords import speech_words
from claims.extraction.standing import (
    MARKS,
    Scene,
    Stand,
    stand_of,
    triggers_before,
    undergone_in,
)
from claims.extraction.triggers import Trigger
from claims.extraction.turned import turned
from claims.extraction.verb_first import does_first
from claims.extraction.verbal import after_verb, has_bare_subject, subject_role
from claims.model import Party, Place
from claims.text.shadow import fold

_DONE_TO = frozenset({"casualties", "damage", "arrest", "displacement"})
_AIMED = frozenset({"strike", "clash", "damage"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_CARRIED = frozenset({"strike", "clash"})
_JOINING = frozenset({"و", "and", "،", ","})
_BEFORE_NAME = MARKS | {"the"}
_ADJECTIVES = 3
_LIST_GAP = 2
_WEIGHTY = 40
_AT, _AREAS = "في", ("مناطق", "منطقه")
_ONE_OF = ("احد ", "احدي ")
"""How a party begins that is one of a group: right behind a verbal noun it is hit (قنص *أحد عناصر* الجيش)."""
_OWNING = 2
_OWNER = ("'s", "’s")
_DIVIDED = 3
_INVOLVING = frozenset({"involved", "pitted"})
"""English verbs behind a deed whose object takes part in it (the fighting *pitted* rebels against …)."""
_SIDES = (("جهه",), ("جانب",), ("طرف",))


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one clause by what they do."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]


def assign(mentions: Mentions, clause: Clause, places: tuple[Place, ...]) -> Roles:
    """The roles of the parties in a clause; parties inside of place names and of parts of a total have none."""
    span = mentions.span(clause.tokens)
    inside = within(mentions.parties, span)
    if not inside:
        return Roles((), ())
    taken = [place.span for place in places]
    taken += [q.span for q in within(mentions.quantities, span) if q.total]
    parties = tuple([p for p in inside if not any(t.covers(p.span) for t in taken)])
    if not parties:
        return Roles((), ())
    words, undergone = mentions.tokens.words, undergone_in(mentions, clause)
    scene = Scene(mentions, words, clause, parties, [], [], undergone)
    before: tuple[Stand, list[Party] | None] | None = None
    for party in parties:
        here = stand_of(mentions, clause, party)
        if lists_means(scene.words, clause.tokens, here, party) or _only_named(scene, here, party):
            continue
        if not markers().owning.isdisjoint(word.removeprefix("و") for word in here.lead[-_OWNING:]):
            continue
        group = _joined_to(scene, before, here, party) if before is not None else None
        unfit = group is not None and group[0] is scene.actors and not can_attack(party)
        group = None if group == (None,) and before and _faces(before[0], here, party) else group
        if group is None or unfit:
            group = (None if party.kind in NOBODY and unfit else _placed(scene, party, here),)
        if can_attack(party) and either(words, here.tokens):
            group = (None,)
        if group[0] is not None:
            group[0].append(party)
        before = (here, group[0])
    doers = {one.id or one.name for one in scene.actors}
    others = [one for one in scene.targets if (one.id or one.name) not in doers]
    return Roles(_once(unbacked(scene)), _once(others))


def _only_named(scene: Scene, here: Stand, party: Party) -> bool:
    """Whether a name only tells about something else: a compound, the name of an area, who is told of, a source."""
    words, first = scene.words, scene.mentions.token_at(party.span.start)
    named = only_tells(words, here.tokens) or names_area(words, here.tokens)
    named = named or _owns_next(scene, here, party)
    named = named or (can_attack(party) and names_stronghold(words, here.tokens))
    return named or words[first] in speech_words("of whom") or party.id in markers().sources


def _owns_next(scene: Scene, here: Stand, party: Party) -> bool:
    """Whether an English state only says where the party right behind it is from (*Lebanon's* Hezbollah movement)."""
    if not party.text.endswith(_OWNER):
        return False
    end = here.tokens.end
    return any(
        end <= scene.mentions.range(one.span).first <= end + 1
        for one in scene.parties
        if one is not party
    )


def _once(parties: list[Party]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.id or fold(party.name), party)
    return tuple(kept.values())


def _joined_to(
    scene: Scene, before: tuple[Stand, list[Party] | None], here: Stand, party: Party
) -> tuple[list[Party] | None] | None:
    """The role of the party before, where this one is joined to it; None where it is not."""
    words = scene.words
    between = words[before[0].tokens.end : here.tokens.first]
    gap = _without_side(tuple(w for w in between if w not in MARKS))
    gap = gap[:-1] if gap[-1:] == ("the",) else gap
    if before[1] is None and gap == ("،",) and inserted_before(scene, before[0].tokens.first):
        return None
    first = here.tokens.first
    tied = words[first].startswith("و") and party.span.start > scene.mentions.origins[first]
    joined = tied or (gap and (gap[-1] in _JOINING or gap[-1] in markers().allied))
    if (
        joined
        and len(gap) <= _LIST_GAP
        and not (before[1] is None and goes_on_list(scene, here, party))
    ):
        return (before[1],)
    return (scene.targets,) if goes_on_list(scene, here, party) else None


def _faces(before: Stand, here: Stand, party: Party) -> bool:
    """Whether who can attack stands behind people of no arms as the other side of a fight (اشتباكات … *بين المدنيين وقسد*)."""
    near = here.tokens.first - before.tokens.end <= _LIST_GAP
    return near and before.lead[-1:] == ("بين",) and can_attack(party)


def _without_side(gap: tuple[str, ...]) -> tuple[str, ...]:
    """The words between two parties without *on one side* (بين الجيش من جهة، وقوات الدعم السريع من جهة أخرى)."""
    return gap[2:] if gap[:1] == ("من",) and gap[1:2] in _SIDES else gap


def _placed(scene: Scene, party: Party, here: Stand) -> list[Party] | None:
    """The list a party belongs to, None where nothing places it."""
    before = triggers_before(scene.clause, here.tokens)
    if _holds_off(scene, here) or blames(scene.words, here.tokens, before):
        return None
    faced = bool(before) and can_attack(party) and fights_with(scene.words, here, before[-1])
    role = "agent" if faced else marked(scene, party, here, before)
    if before and party.kind in markers().things and laid_in(scene.words, before[-1], here):
        role = "target"
    if role:
        return {"agent": scene.actors, "target": scene.targets}.get(role)
    if not before:
        return None if only_answers(scene.words, here) else subject_role(scene, party, here)
    last = max(before, key=lambda t: (kinds()[t.kind].weight >= _WEIGHTY, t.tokens.first))
    burst = explodes(scene.words, before[-1])
    if burst or _done_with(scene, party, here, before[-1]):
        return scene.targets if burst and struck_by(scene.words, before[-1], here) else None
    fallen_on = _object_behind_doer(scene, party, here, before[-1])
    fallen_on = fallen_on or _object_of_deed(scene, party, here, before)
    deed = "target" if fallen_on else _deed_of(scene, party, here, before[-1])
    if deed or does_first(scene, before[-1], party):
        return scene.targets if deed == "target" else scene.actors
    return _by_predicate(scene, party, here, last)


def _done_with(scene: Scene, party: Party, here: Stand, last: Trigger) -> bool:
    """Whether an English party is nobody's aircraft that something was hit *by*, words between (hit *by Harop loitering* drones)."""
    between = scene.words[last.tokens.end : here.tokens.first]
    return party.kind in NOBODY and flies(party) and between[:1] == ("by",)


def _holds_off(scene: Scene, here: Stand) -> bool:
    """Whether a party holds off a deed that is told behind it (الدفاعات الجوية تتصدى لعدوان، forces repelled an air strike)."""
    deed = next(
        (
            t
            for t in scene.clause.triggers
            if t.kind == "strike" and t.tokens.first >= here.tokens.end
        ),
        None,
    )
    if deed is None or deed.role not in _DEED_NOUNS:
        return False
    first = here.tokens.end
    if not scene.words[here.tokens.first].isascii():
        first = max(scene.clause.tokens.first, here.tokens.first - 1)
    between = scene.words[first : deed.tokens.first]
    return any(word.removeprefix("و") in markers().repelling for word in between)


def _by_predicate(scene: Scene, party: Party, here: Stand, last: Trigger) -> list[Party] | None:
    """The list of a party that no small word places, by the predicate before it that bears on it."""
    attacks = can_attack(party) and not scene.actors and last.kind not in _DONE_TO
    attacks = attacks and not is_thing(party)
    gap = _bare_gap(scene, last.tokens.end, here)
    if not gap and last.role == "masdar" and fold(party.text).startswith(_ONE_OF):
        return scene.targets
    if gap == (_AT,) and last.kind in _CARRIED and last.role in _DEED_NOUNS and is_held(party):
        return None if fold(party.text).startswith(_AREAS) else scene.targets
    paused = gap[:1] == (",",) and scene.words[here.tokens.first].isascii()
    if (
        len(gap) <= 1
        and not has_bare_subject(scene, last)
        and not paused
        and party.kind not in NOBODY
        and (not gap or not gap[0].endswith("ed") or gap[0] in _INVOLVING)
        and attacks
        and (last.role != "verb" or not last.aims)
    ) or _acts_next(scene, party, here, last):
        return scene.actors
    found = scene.words[last.tokens.first].removeprefix("و") in markers().recovering
    if found or not (last.aims or last.kind in _DONE_TO):
        between = scene.words[last.tokens.end : here.tokens.first]
        return scene.targets if found and of_body(between) and can_attack(party) else None
    placed: list[Party] | None = scene.targets
    if last.role == "verb" or last.kind not in _DONE_TO:
        placed = after_verb(scene, last, party)
    between = _gap(scene, here, last)
    english = scene.words[last.tokens.first].isascii()
    if english:
        return None if turned(between, lost=last.kind == "casualties") else placed
    falls = placed is not scene.targets or falls_on(party, here.letter, between, last.kind)
    return placed if falls else None


def _acts_next(scene: Scene, party: Party, here: Stand, last: Trigger) -> bool:
    """Whether a party behind a pause is the subject of the verb right behind it (في إنزال جوي.. جنود … يقتلون …)."""
    end = here.tokens.end
    while end < scene.clause.tokens.end and scene.words[end] in MARKS:
        end += 1
    verb = next((t for t in scene.clause.triggers if t.tokens.first == end), None)
    if verb is None or verb.role != "verb" or verb.joined or scene.actors or not can_attack(party):
        return False
    first = here.tokens.first
    while first > last.tokens.end and scene.words[first - 1] in _BEFORE_NAME:
        first -= 1
    return not scene.words[first - 1].isalnum()


def _gap(scene: Scene, here: Stand, last: Trigger) -> tuple[str, ...]:
    """The words between a party and what it hangs on: the predicate, or the last party in a role behind that."""
    behind = [
        scene.mentions.range(one.span).end
        for one in (*scene.actors, *scene.targets)
        if scene.mentions.range(one.span).first >= last.tokens.end
    ]
    start = max((last.tokens.end, *(end for end in behind if end <= here.tokens.first)))
    gap = _bare_gap(scene, start, here)
    return gap[: gap.index("،")] if gap[-1:] == ("،",) and gap.count("،") > 1 else gap


def _deed_of(scene: Scene, party: Party, here: Stand, last: Trigger) -> str:
    """Agent or target where a party hangs on a noun of action right before it, "" where it does not.

    ``قصف مدفعي لقوات النظام`` and ``غارات جوية للتحالف`` name who does it; ``استهداف لمنازل`` what it is done to.
    """
    if last.role not in _DEED_NOUNS or last.kind not in _AIMED:
        return ""
    gap = _bare_gap(scene, last.tokens.end, here)
    gap = gap[:-1] if gap[-2:] == ("between", "the") else gap
    far = len(gap) > _ADJECTIVES or any(_parts(word) for word in gap[:-1])
    if far or (gap and _parts(gap[-1]) and gap[-1] not in {"بين", "between"}):
        tied = scene.words[here.tokens.first].startswith("و") or gap[-1:] == ("و",)
        return "agent" if last.kind == "clash" and _one_side(party, gap, tied=tied) else ""
    if here.letter == "ل":
        owner = not markers().holdings.isdisjoint(gap) or of_its_doer(scene.words, last)
        acts = can_attack(party) and not (scene.actors or owner or is_thing(party))
        return "agent" if acts else "target"
    if gap[-1:] == ("بين",) or gap[-1:] == ("between",):
        return "agent"
    suffers = len(gap) <= 1 and not can_attack(party) and party.kind not in NOBODY
    return "target" if suffers else ""


def _one_side(party: Party, gap: tuple[str, ...], *, tied: bool) -> bool:
    """Whether who can attack stands behind «بين» as a side of the fight (اشتباكات في محور … *بين الجيش* و…), no line parting the sides.

    Args:
        party: somebody told behind a fight.
        gap: the words from the fight to the party.
        tied: whether و is written onto the party: the other side stands before it, and may be in no list.
    """
    if "بين" not in gap or not can_attack(party) or party.kind in NOBODY:
        return False
    at = len(gap) - 1 - gap[::-1].index("بين")
    other = gap[at + 1 :]
    other = other[:-1] if other[-1:] == ("و",) else other
    named = tied and len(other) <= _ADJECTIVES and not any(map(_parts, other))
    return (named or not other) and markers().dividing.isdisjoint(
        gap[max(0, at - _DIVIDED + 1) : at]
    )


def _object_behind_doer(scene: Scene, party: Party, here: Stand, last: Trigger) -> bool:
    """Whether a party stands bare right behind the one who does the deed («قصف الطيران الحربي مدرسة»).

    The same letters are a verb and its noun; either way what follows its doer without a preposition is what it falls on.
    """
    if last.role not in _DEED_NOUNS or last.kind not in _AIMED:
        return False
    held = is_held(party)
    if (can_attack(party) and not held) or here.letter or not scene.actors:
        return False
    doer = scene.mentions.range(scene.actors[-1].span)
    between = scene.words[doer.end : here.tokens.first]
    return (
        doer.first >= last.tokens.end
        and doer.end <= here.tokens.first
        and all(map(is_means, between))
    )


def _object_of_deed(scene: Scene, party: Party, here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether a party is hit by a deed that is the subject of the verb before it («استهدف انفجار بعبوة ناسفة رتلاً»)."""
    verb, noun = before[-2:] if len(before) > 1 else (before[-1], before[-1])
    subject = verb.role == "verb" and verb.aims and noun.role in _DEED_NOUNS
    if not subject or noun.kind not in _CARRIED or noun.tokens.first - verb.tokens.end > 1:
        return False
    held = is_held(party)
    gap = _bare_gap(scene, noun.tokens.end, here)
    bare = not (here.letter or scene.targets) and (held or not can_attack(party))
    return bare and falls_on(party, here.letter, gap, verb.kind)


def _bare_gap(scene: Scene, start: int, here: Stand) -> tuple[str, ...]:
    """The words from a token to a party without marks around names (قصف صاروخي لـ "قسد")."""
    return tuple(word for word in scene.words[start : here.tokens.first] if word not in MARKS)


def _parts(word: str) -> bool:
    """Whether a word between a deed and a party separates them: a mark, a preposition or a verb."""
    return not word.isalpha() or word in PLACING or bool(look_up("predicates", word))
