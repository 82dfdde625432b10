"""Who does it and to whom: parties of a clause become actors and targets.

A party is what it is done to when a word of aiming stands before it (على، ضد, against), or when it follows a verb that
aims and somebody else already does it. It does it when a word of agency stands before it (من قبل, برصاص, by), when it
hangs on a noun of action (غارات التحالف، قصف لقوات النظام، قصف من مناطق سيطرة قوات النظام), or when it is the subject.
It has no role where it only tells about another noun (المدينة الخاضعة لسيطرة قسد) or where the deed answers it (ردا على).
What is joined by و shares the role of what it is joined to. A party that nothing places has no role.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.clauses import Clause
from claims.extraction.falling import falls_on
from claims.extraction.lexicon import kinds, look_up
from claims.extraction.listed import goes_on_list, lists_means
from claims.extraction.markers import (
    NOBODY,
    can_attack,
    downs,
    ends,
    flies,
    is_held,
    markers,
    only_tells,
    untied,
)
from claims.extraction.mentions import Mentions, within
from claims.extraction.owning import blamed_on, by_another_verb, of_its_doer, owns_deed
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
from claims.extraction.verb_first import does_first
from claims.extraction.verbal import after_verb, inflicted_on, subject_role
from claims.model import Party, Place
from claims.text.shadow import fold
from claims.text.tokens import tokens

_DONE_TO = frozenset({"casualties", "damage", "arrest", "displacement"})
_AIMED = frozenset({"strike", "clash", "damage"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_CARRIED = frozenset({"strike", "clash"})
_JOINING = frozenset({"و", "and", "،", ","})
_BEFORE_NAME = MARKS | {"the"}
_ADJECTIVES = 3
_LIST_GAP = 2
_WEIGHTY = 40
_REACH = 12
_BY = ("من", "قبل")
_AT, _AREAS = "في", ("مناطق", "منطقه")
_ONE_OF = ("احد ", "احدي ")
"""How a party begins that is one of a group: right behind a verbal noun it is hit (قنص *أحد عناصر* الجيش)."""
_THINGS = NOBODY | {"military object"}
_MOVED = frozenset({"movement", "displacement", "relief"})
"""Kinds of claim that those who go along (برفقة) do not do."""
_OWNED_REACH = 7
_OWNING = 2
_FIRED = "اطلق"
"""How the verbs for what somebody fired begin (أطلقها، أطلقتها)."""
_SIDES = (("جهه",), ("جانب",), ("طرف",))
_PLACING = frozenset({"في", "قرب", "بالقرب", "داخل", "شمال", "جنوب", "شرق", "غرب", "in", "near"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one clause by what they do."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]


def assign(mentions: Mentions, clause: Clause, places: tuple[Place, ...]) -> Roles:
    """The roles of the parties in a clause; parties inside of place names and of parts of a total have none."""
    taken = tuple(place.span for place in places)
    inside = within(mentions.parties, mentions.span(clause.tokens))
    parts = tuple(
        q.span for q in within(mentions.quantities, mentions.span(clause.tokens)) if q.total
    )
    parties = tuple(p for p in inside if not any(t.covers(p.span) for t in (*taken, *parts)))
    if not parties:
        return Roles((), ())
    scene = Scene(mentions, clause, parties, [], [], undergone_in(mentions, clause))
    before: tuple[Stand, list[Party] | None] | None = None
    for party in parties:
        here = stand_of(mentions, clause, party)
        if lists_means(scene.words, clause.tokens, here, party) or only_tells(
            scene.words, here.tokens
        ):
            continue
        if scene.words[mentions.token_at(party.span.start)] in speech_words("of whom"):
            continue
        if not markers().owning.isdisjoint(word.removeprefix("و") for word in here.lead[-_OWNING:]):
            continue
        group = _joined_to(scene, before, here, party) if before is not None else None
        unfit = group is not None and group[0] is scene.actors and not can_attack(party)
        if group is None or unfit:
            group = (None if party.kind in NOBODY and unfit else _placed(scene, party, here),)
        if group[0] is not None:
            group[0].append(party)
        before = (here, group[0])
    return Roles(_once(scene.actors), _once(scene.targets))


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


def _without_side(gap: tuple[str, ...]) -> tuple[str, ...]:
    """The words between two parties without *on one side* (بين الجيش من جهة، وقوات الدعم السريع من جهة أخرى)."""
    return gap[2:] if gap[:1] == ("من",) and gap[1:2] in _SIDES else gap


def _placed(scene: Scene, party: Party, here: Stand) -> list[Party] | None:
    """The list a party belongs to, None where nothing places it."""
    before = triggers_before(scene.clause, here.tokens)
    if _holds_off(scene, here):
        return None
    marked = _marked(scene, party, here, before)
    if marked:
        return {"agent": scene.actors, "target": scene.targets}.get(marked)
    if not before:
        return subject_role(scene, party, here)
    last = max(before, key=lambda t: (kinds()[t.kind].weight >= _WEIGHTY, t.tokens.first))
    fallen_on = _object_behind_doer(scene, party, here, before[-1])
    fallen_on = fallen_on or _object_of_deed(scene, party, here, before)
    deed = "target" if fallen_on else _deed_of(scene, party, here, before[-1])
    if deed or does_first(scene, before[-1], party):
        return scene.targets if deed == "target" else scene.actors
    return _by_predicate(scene, party, here, last)


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
    gap = _bare_gap(scene, last.tokens.end, here)
    if not gap and last.role == "masdar" and fold(party.text).startswith(_ONE_OF):
        return scene.targets
    if gap == (_AT,) and last.kind in _CARRIED and last.role in _DEED_NOUNS and is_held(party):
        return None if fold(party.text).startswith(_AREAS) else scene.targets
    paused = gap[:1] == (",",) and scene.words[here.tokens.first].isascii()
    if (
        len(gap) <= 1
        and not paused
        and party.kind not in NOBODY
        and attacks
        and (last.role != "verb" or not last.aims)
    ) or _acts_next(scene, party, here, last):
        return scene.actors
    if not (last.aims or last.kind in _DONE_TO):
        return None
    placed: list[Party] | None = scene.targets
    if last.role == "verb" or last.kind not in _DONE_TO:
        placed = after_verb(scene, last, party)
    if scene.words[last.tokens.first].removeprefix("و") in markers().recovering:
        return None
    between = _gap(scene, here, last)
    english = scene.words[last.tokens.first].isascii()
    falls = english or falls_on(party, here.letter, between, last.kind)
    return placed if falls or placed is not scene.targets else None


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
    if len(gap) > _ADJECTIVES or any(_parts(word) for word in gap[:-1]):
        return ""
    if gap and _parts(gap[-1]) and gap[-1] not in {"بين", "between"}:
        return ""
    if here.letter == "ل":
        owner = not markers().holdings.isdisjoint(gap) or of_its_doer(scene.words, last)
        acts = can_attack(party) and not scene.actors and not owner
        return "agent" if acts else "target"
    if gap[-1:] == ("بين",) or gap[-1:] == ("between",):
        return "agent"
    suffers = len(gap) <= 1 and not can_attack(party) and party.kind not in NOBODY
    return "target" if suffers else ""


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
    return doer.first >= last.tokens.end and doer.end == here.tokens.first


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
    return not word.isalpha() or word in _PLACING or bool(look_up("predicates", word))


def _marked(scene: Scene, party: Party, here: Stand, before: tuple[Trigger, ...]) -> str:
    """``agent``, ``target`` or ``aside`` where small words before the party say so, "" otherwise."""
    small = markers()
    if (
        can_attack(party)
        and ends(here.lead, small.whence)
        and not ends(here.lead, small.aside)
        and before
        and _from_deed(scene, here, before[-1])
    ):
        return "agent"
    english = _marked_in_english(scene, party, here)
    if english:
        return english
    if ends(untied(here.lead), small.joint):
        return _beside(party, before)
    theirs = here.letter == "ب" and flies(party) and party.kind not in NOBODY
    by_air = theirs or (here.lead[-1:] == ("عبر",) and flies(party))
    backed = here.lead[-1:] == ("by",) and ends(here.lead, small.aside)
    if not backed and (ends(here.lead, small.agent) or by_air):
        fired = here.lead[-1].startswith("ب") and _nobodys_means(party)
        told = party.kind in small.telling or _of_another(here, before)
        told = told or _fired_what_fell(scene, here, before)
        return "aside" if told or fired or (party.kind in _THINGS and scene.actors) else "agent"
    if ends(here.lead, small.aside) or (here.letter == "ب" and _is_means(party, here)):
        return "agent" if _takes(party, here, before) else "aside"
    struck = bool(before) and before[-1].kind == "strike" and can_attack(party)
    owner = struck and is_held(party) and fold(party.text).split()[0] not in small.people
    aimed = ends(here.lead, small.target) or _suffers(scene, here, before)
    aimed = (
        aimed or inflicted_on(scene, here) or (struck and _owns_what_is_hit(scene, here, before))
    )
    return "target" if owner or (aimed and not flies(party)) else ""


def _takes(party: Party, here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether a party stands right behind the noun for its taking a place (سيطرة قوات … على س)."""
    taken = bool(before) and before[-1].kind == "control" and can_attack(party)
    return taken and before[-1].tokens.end == here.tokens.first


def _beside(party: Party, before: tuple[Trigger, ...]) -> str:
    """What who supports or goes along does: the deed as well, but not what only moves (حافلة … برفقة الشرطة)."""
    acts = can_attack(party) and party.kind not in NOBODY
    moved = bool(before) and before[-1].kind in _MOVED
    return "agent" if acts and not moved else "aside"


def _of_another(here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether *by* ties a party to a noun before any deed (استنفار من قبل قوات … بعد استهداف …)."""
    return not before and here.lead[-2:] == _BY and bool(here.lead[:-2])


def _owns_what_is_hit(scene: Scene, here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether a thing that belongs to a party stands behind «على», other words between (غارات في س على منصات تابعة للحوثيين)."""
    if here.letter != "ل":
        return False
    low = max(before[-1].tokens.end, here.tokens.first - _OWNED_REACH)
    ahead = scene.words[low : here.tokens.first]
    on = next((i for i in range(len(ahead) - 1, -1, -1) if ahead[i] == "علي"), None)
    if on is None or on + 1 >= len(ahead):
        return False
    owned = ahead[on + 1] in markers().holdings | markers().machines
    return owned and all(word.isalpha() and word not in _PLACING for word in ahead[on + 1 :])


def _fired_what_fell(scene: Scene, here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether a party only fired what another one shot down (أسقطت خمس مسيرات أطلقتها …)."""
    fired = here.lead[-1].startswith(_FIRED) if here.lead else False
    return fired and any(downs(scene.words[t.tokens.first]) for t in before)


def _marked_in_english(scene: Scene, party: Party, here: Stand) -> str:
    owns = owns_deed(scene.words, scene.clause, party, here.tokens)
    if owns or blamed_on(scene.words, scene.clause, here.lead):
        return "agent"
    another = by_another_verb(scene.words, scene.clause, here.tokens, taken=bool(scene.actors))
    return "aside" if another else ""


def _suffers(scene: Scene, here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether a party follows a word of undergoing and is not the one whose deed is undergone (تعرضت لقصف روسي)."""
    low = max(scene.clause.tokens.first, here.tokens.first - _REACH)
    suffered = [index for index in scene.undergone if low <= index < here.tokens.first]
    if not suffered or not before:
        return bool(suffered)
    deed = before[-1]
    undergone = deed.role in _DEED_NOUNS and deed.tokens.first > suffered[0]
    return not (undergone and _hangs_on(here, deed))


def _hangs_on(here: Stand, deed: Trigger) -> bool:
    """Whether a party stands right behind a noun of action, an adjective at most between (قصف مدفعي روسي)."""
    return here.tokens.first - deed.tokens.end <= 1


def _from_deed(scene: Scene, here: Stand, last: Trigger) -> bool:
    """Whether a party is where a deed came from: nothing but adjectives between the noun of action and من."""
    gap = scene.words[last.tokens.end : here.tokens.first]
    near = gap[: _ADJECTIVES + 1]
    reaches = ("من" in near or "from" in near) and markers().persons.isdisjoint(near)
    return last.kind in _AIMED and last.role in _DEED_NOUNS and reaches


def _is_means(party: Party, here: Stand) -> bool:
    """Whether the party is only what the deed was done with (بالطائرات المسيرة), nobody's by name."""
    return here.letter == "ب" and _nobodys_means(party)


def _nobodys_means(party: Party) -> bool:
    """Whether the party is a weapon that nobody is named with (المدفعية)."""
    words = tokens(party.text).words
    named = bool(words) and words[0].removeprefix("ب").removeprefix("ال") in markers().means
    return named and party.kind in NOBODY
