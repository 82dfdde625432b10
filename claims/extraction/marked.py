"""What the small words before a party say of its role: who it was done by (من قبل، برصاص، by), to whom (على، ضد), or neither (الخاضعة لسيطرة)."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.extraction.markers import (
    NOBODY,
    can_attack,
    downs,
    ends,
    flies,
    is_held,
    markers,
    untied,
)
from claims.extraction.owning import (
    acts_on,
    blamed_on,
    brings_about,
    by_another_verb,
    owns_deed,
    ridden,
    riding,
)
from claims.extraction.standing import Scene, Stand, stand_of
from claims.extraction.triggers import Trigger
from claims.extraction.verbal import inflicted_on
from claims.model import Party
from claims.text.shadow import fold
from claims.text.tokens import tokens

_AIMED = frozenset({"strike", "clash", "damage"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_ADJECTIVES = 3
_REACH = 12
_TO = frozenset({"to"})
_ATTRIBUTING = frozenset({"attributed", "attributes", "attributing", "ascribed"})
_AND = (("and",), ("&",))
_BE = frozenset({"is", "are", "was", "were", "been"})
_TAKEN_BY, _PASSIVE_REACH = 2, 4
"""Words of *occupied by*, and those in which its auxiliary stands."""
_BY = ("من", "قبل")
_ARTICLES = (("a",), ("an",), ("the",))
_THINGS = NOBODY | {"military object"}
_MOVED = frozenset({"movement", "displacement", "relief"})
"""Kinds of claim that those who go along (برفقة) do not do."""
_DEEDS = frozenset({"strike", "clash"})
_HOSPITAL = "hospital"
_WHITHER = frozenset({"to", "into", "in", "at", "from"})
_BROUGHT_REACH = 4
_OWNED_REACH = 7
_FIRED = "اطلق"
"""How the verbs for what somebody fired begin (أطلقها، أطلقتها)."""
PLACING = frozenset({"في", "قرب", "بالقرب", "داخل", "شمال", "جنوب", "شرق", "غرب", "in", "near"})
"""Words behind which a place follows."""


def marked(scene: Scene, party: Party, here: Stand, before: tuple[Trigger, ...]) -> str:
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
    english = _marked_in_english(scene, party, here, before)
    if english:
        return english
    if ends(untied(here.lead), small.joint):
        return _beside(party, before)
    theirs = here.letter == "ب" and flies(party) and party.kind not in NOBODY
    joined = scene.words[here.tokens.first].startswith("و")
    theirs = theirs and (joined or not scene.actors)
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
    aimed = aimed or _aimed_at_thing(scene, party, here)
    aimed = (
        aimed or inflicted_on(scene, here) or (struck and _owns_what_is_hit(scene, here, before))
    )
    return "target" if owner or (aimed and not flies(party)) else ""


def unbacked(scene: Scene) -> list[Party]:
    """The doers of a clause; none where all that is told is who supports them (سيطرت على القرية *بمساندة الطيران*)."""
    inside = scene.words[scene.clause.tokens.first : scene.clause.tokens.end]
    if not scene.actors or _backing().isdisjoint(word.removeprefix("و") for word in inside):
        return scene.actors
    return [] if all(_backs(scene, one) for one in scene.actors) else scene.actors


def _backs(scene: Scene, party: Party) -> bool:
    lead = untied(stand_of(scene.mentions, scene.clause, party).lead)
    return ends(lead, markers().joint) and not _backing().isdisjoint(lead)


@cache
def _backing() -> frozenset[str]:
    return frozenset(map(fold, load("roles.toml")["ar"]["backing"]))


def _aimed_at_thing(scene: Scene, party: Party, here: Stand) -> bool:
    """Whether a word of aiming stands before the article of what cannot attack, one or two adjectives between (*on a busy* market)."""
    size = next((size for size in (2, 3) if here.lead[-size:][:1] in _ARTICLES), 0)
    if not size or can_attack(party) or not ends(here.lead[:-size], markers().target):
        return False
    first = here.tokens.first - size
    starts = (scene.mentions.token_at(one.span.start) for one in scene.parties)
    return not any(first <= start < here.tokens.first for start in starts)


def _held(party: Party, here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether *by* before a party is that of a finite passive of taking (the town *was occupied by* …), not of a participle that only tells whose."""
    taken = bool(before) and before[-1].kind == "control" and before[-1].role == "verb"
    taken = taken and here.lead[-1:] == ("by",) and can_attack(party)
    return taken and not _BE.isdisjoint(here.lead[-_PASSIVE_REACH:-_TAKEN_BY])


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
    return owned and all(word.isalpha() and word not in PLACING for word in ahead[on + 1 :])


def _fired_what_fell(scene: Scene, here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether a party only fired what another one shot down (أسقطت خمس مسيرات أطلقتها …)."""
    fired = here.lead[-1].startswith(_FIRED) if here.lead else False
    return fired and any(downs(scene.words[t.tokens.first]) for t in before)


def _brought_to(scene: Scene, party: Party, here: Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether an English hospital is only where the lost were brought, treated or died (taken *to a local hospital*), no deed beside it."""
    words, first = scene.words, here.tokens.first
    if party.id != _HOSPITAL or not before or not words[first].isascii():
        return False
    ahead = words[max(before[-1].tokens.end, first - _BROUGHT_REACH) : first]
    lost = all(trigger.kind not in _DEEDS for trigger in scene.clause.triggers)
    return lost and before[-1].kind == "casualties" and not _WHITHER.isdisjoint(ahead)


def _marked_in_english(scene: Scene, party: Party, here: Stand, before: tuple[Trigger, ...]) -> str:
    if _brought_to(scene, party, here, before) or _ridden(scene, here):
        return "aside"
    if can_attack(party) and (_under_fire_from(scene, here) or _attributed(here, scene.words)):
        return "agent"
    owns = owns_deed(scene.words, scene.clause, party, here.tokens, _with_next(scene, here))
    owns = owns or brings_about(scene.words, here.tokens, here.lead)
    if owns or blamed_on(scene.words, scene.clause, here.lead) or _held(party, here, before):
        return "agent"
    if acts_on(scene.words, scene.clause.tokens.end, party, here.tokens):
        return "aside"
    another = by_another_verb(scene.words, scene.clause, here.tokens, taken=bool(scene.actors))
    return "aside" if another else ""


def _ridden(scene: Scene, here: Stand) -> bool:
    """Whether an English vehicle is only what somebody travels on (gunmen *on motorcycles* attacked …), no deed right before it."""
    words, first = scene.words, here.tokens.first
    if words[here.tokens.end - 1] not in ridden() or here.lead[-1:] == ():
        return False
    at = next((i for i in range(first - 1, max(-1, first - _REACH), -1) if words[i] in riding()), 0)
    between = words[at + 1 : first]
    if not at or len(between) > _ADJECTIVES or not all(map(str.isalpha, between)):
        return False
    return not any(t.tokens.end in {at, at + 1} for t in scene.clause.triggers)


def _under_fire_from(scene: Scene, here: Stand) -> bool:
    """Whether something came under fire *from* a party."""
    low = max(0, here.tokens.first - _ADJECTIVES)
    from_them = "from" in scene.words[low : here.tokens.first]
    return from_them and any(0 < here.tokens.first - at <= _REACH for at in scene.undergone)


def _attributed(here: Stand, words: tuple[str, ...]) -> bool:
    """Whether what stands before a party is put down to it (*attributed* half of the losses *to* the Taliban)."""
    low = max(0, here.tokens.first - _REACH)
    to_them = not _TO.isdisjoint(here.lead[-_ADJECTIVES:])
    return to_them and not _ATTRIBUTING.isdisjoint(words[low : here.tokens.first])


def _with_next(scene: Scene, here: Stand) -> int:
    """How many tokens *and* and the party right behind it take behind a party that no small word marks, 0 where there are none."""
    end = here.tokens.end
    if scene.words[end : end + 1] not in _AND:
        return 0
    spans = (scene.mentions.range(one.span) for one in scene.parties if can_attack(one))
    return next((span.end - end for span in spans if span.first == end + 1), 0)


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
