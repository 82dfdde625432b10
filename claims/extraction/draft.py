"""A claim in the making: what one clause states, before it is spread into atomic claims."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.extraction.astray import of_another_event, since_taken
from claims.extraction.befallen import befallen, counted_people, without_kin
from claims.extraction.carrying import sideless
from claims.extraction.clauses import Clause
from claims.extraction.english_victims import (
    counts_deed,
    english_single,
    fated,
    in_english_loss,
    one_sided,
)
from claims.extraction.figures import figures, named_by, owner
from claims.extraction.helping import KIND as RELIEF
from claims.extraction.helping import helped, helpers
from claims.extraction.lexicon import known_in, load, look_up
from claims.extraction.markers import from_the_air, markers
from claims.extraction.mentions import Mentions, Range, V, ranged, within
from claims.extraction.named_people import counted_names
from claims.extraction.own_days import ahead, begun, own_days
from claims.extraction.roles import Roles, assign
from claims.extraction.scenes import scenes
from claims.extraction.single import befell_one, single, without_doers
from claims.extraction.smallwords import conjunctions
from claims.extraction.unplaced import unplaced
from claims.model import Attribution, DateValue, Modality, Party, Place, Polarity, Quantity, Span
from claims.model.quick import changing, quick

_SUBJECT = 7
_SHARING = frozenset(
    {"effect", "uneventful", "cause", "elaboration", "joined", "said", "relative", "total", "again"}
    | {"moment"}
)
_DEEDS = frozenset({"strike", "clash", "casualties", "damage", "displacement"})
_CAUSING = frozenset({"strike", "clash"})
_DONE_TO = frozenset({"casualties", "damage", "displacement"})
_SHARES_ACTOR = frozenset({"effect", "uneventful", "elaboration", "joined", "again"})
_LOST = frozenset({"casualties"})
_TAKEN = frozenset({"arrest", "displacement", "movement"})
_MOVED = frozenset({"movement", "displacement"})
"""Kinds whose places may be those that people or troops left."""
_EFFECTS = frozenset({"effect", "uneventful", "cause"})
_OF_OTHER_DAYS = frozenset({"total", "again"})
_SPOKEN = frozenset({"announcement", "position", "force", "statistic"})


@dataclass(frozen=True, slots=True)
class Draft:
    """What a clause states.

    Attributes:
        kind: kind of claim, "" for a clause that only frames what follows.
        tokens: the clause.
        link: how it hangs on the one before.
        dates: dates stated in it or shared with it.
        places: places likewise.
        actors: who does it.
        targets: to whom.
        quantities: figures stated in it.
        attribution: who says it.
        modality: how the words stand to the fact.
        polarity: affirmed or negated.
        lead: the words of its sentence without which it is none itself (*a drone hit a bus*, killing two), None for none.
        tail: the words behind it that tell what brought it about (جراء قصف …), None for none.
        own_subject: whether its deed has a subject of its own, which no list of parties knows.
    """

    kind: str
    tokens: Range
    link: str
    dates: tuple[DateValue, ...]
    places: tuple[Place, ...]
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    quantities: tuple[Quantity, ...]
    attribution: tuple[Attribution, ...]
    modality: Modality
    polarity: Polarity
    lead: Range | None = None
    own_subject: bool = False
    tail: Range | None = None

    def sharing(self, before: Draft) -> Draft:
        """This draft with what it leaves unsaid and the one before it states.

        An effect, an elaboration and a joined clause share date, place and actor; reported words share the date and
        place of the publication that they come from. A list of days is shared with an effect only: *some of the strikes*
        happened on one of them. A toll so far (*bringing the total to 120*) is of no day but its own. A loss that is joined and happened elsewhere has no doer from before, and nobody helps whom he hit.
        """
        if not self._may_share(before):
            return self
        days = before.dates if len(before.dates) == 1 or self.link in _EFFECTS else ()
        days = () if self.link in _OF_OTHER_DAYS else days
        days = tuple(map(begun, before.dates[-1:])) if self.link == "moment" else days
        known = {party.id or party.name for party in self.targets}
        doers = tuple(p for p in before.actors if (p.id or p.name) not in known)
        lost = self.link == "joined" and self.kind in _DONE_TO
        apart = lost and elsewhere(self.places, before.places)
        apart = apart or (self.kind == RELIEF and before.kind != RELIEF)
        actors = doers if self.link in _SHARES_ACTOR and not (self.own_subject or apart) else ()
        return revised(
            self,
            dates=self.dates or days,
            places=self.places or (() if self.link == "again" else before.places),
            actors=self.actors or actors,
        )

    def _may_share(self, before: Draft) -> bool:
        frames = before.kind in {"", "announcement"}
        if self.link == "moment":
            return True
        if self.link == "elaboration":
            return frames or {self.kind, before.kind} <= _DEEDS | {"arrest"}
        if self.link == "joined" and self.kind in _SPOKEN and not frames:
            return False
        return self.link in _SHARING and (frames or self.link not in {"said", "relative"})


_drafted = quick(Draft)
revised = changing(Draft)
"""A draft with other values in some of its fields."""


def draft(
    mentions: Mentions,
    clause: Clause,
    kind: str,
    said: tuple[tuple[Attribution, ...], Modality],
    stance: tuple[Modality, Polarity],
) -> Draft:
    """Read one clause as a claim of ``kind``; an attack by who only flies is a strike."""
    span = mentions.span(clause.tokens)
    floor = clause.tokens.first if kind not in _MOVED else None
    places = scenes(mentions, within(mentions.places, span), floor)
    if kind in _MOVED and not places:
        places = within(mentions.places, span)
    if kind in _MOVED:
        first = clause.tokens.first
        places = tuple(p for p in places if not of_another_event(mentions, p, first))
    places = tuple([p for p in places if not unplaced(mentions, p)])
    places = _not_counted_from(mentions, clause, kind, places)
    roles = _roles(mentions, clause, kind, places)
    modality, polarity = stance
    days = own_days(mentions, clause, within(mentions.dates, span))
    days = ahead(mentions, clause, days) if modality is Modality.PLANNED else days
    kind = named_by(kind, figures(within(mentions.quantities, span)))
    kind_told = "strike" if kind == "clash" and _airborne(mentions, clause, roles) else kind
    counted = _quantities(mentions, clause, kind)
    targets = _suffering(kind, _of_kind(mentions, clause, kind, roles.targets))
    targets = _losing(mentions, clause, kind, in_english_loss(mentions, kind, targets, counted))
    targets = _not_counted_from(mentions, clause, kind, targets)
    actors = _holding(kind, roles.actors, said[0])
    actors = sideless(mentions, kind, one_sided(mentions, kind, actors))
    return _drafted(
        kind=kind_told,
        tokens=trimmed(mentions.tokens.words, clause),
        link=clause.link,
        dates=days,
        places=places,
        actors=_not_counted_from(mentions, clause, kind, actors),
        targets=counted_people(kind, counted, targets),
        quantities=counted,
        attribution=said[0],
        modality=said[1] if said[1] is not Modality.ASSERTED else modality,
        polarity=polarity,
    )


def _roles(mentions: Mentions, clause: Clause, kind: str, places: tuple[Place, ...]) -> Roles:
    """Who does it to whom; relief has rules of its own, as nobody is hit by it."""
    if kind == RELIEF:
        return Roles(helpers(mentions, clause), helped(mentions, clause))
    return assign(mentions, clause, places)


def _not_counted_from(
    mentions: Mentions, clause: Clause, kind: str, values: tuple[V, ...]
) -> tuple[V, ...]:
    """The parties or places of a claim; of a loss none of the taking that this is only counted from."""
    if kind not in _DONE_TO:
        return values
    first = clause.tokens.first
    return tuple([one for one in values if not since_taken(mentions, one.span, first)])


def _airborne(mentions: Mentions, clause: Clause, roles: Roles) -> bool:
    """Whether fighting is only from the air: words for every arm by who only flies, or an aircraft as the subject."""
    flying = bool(roles.actors) and all(map(from_the_air, roles.actors))
    return (flying and _any_arm(mentions, clause)) or _flown(mentions, clause)


def _holding(
    kind: str, actors: tuple[Party, ...], said: tuple[Attribution, ...]
) -> tuple[Party, ...]:
    """The doers of a claim of ``kind``: who did what is condemned or demanded does not hold the position."""
    if kind != "position":
        return actors
    return tuple(one for one in actors if one.name == said[-1].source)


def _suffering(kind: str, targets: tuple[Party, ...]) -> tuple[Party, ...]:
    """The targets that a claim of ``kind`` can have: a demand hits nobody, and no house is arrested or driven out."""
    if kind == "position":
        return ()
    if kind not in _TAKEN:
        return targets
    things, seizable = markers().things, markers().seizable
    return tuple(one for one in targets if one.kind not in things or one.id in seizable)


def _losing(
    mentions: Mentions, clause: Clause, kind: str, targets: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The targets of an English loss: a thing is one where the clause tells of an attack (killed ten *at the airport* hits no airport)."""
    told = any(trigger.kind in _CAUSING for trigger in clause.triggers)
    if kind not in _LOST or told or not mentions.tokens.words[clause.tokens.first].isascii():
        return targets
    return tuple(one for one in targets if one.kind not in markers().things)


def _of_kind(
    mentions: Mentions, clause: Clause, kind: str, targets: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The targets of a deed and of the loss that one clause tells, each on its own side of the later word (قصف سوقاً خلف قتلى من …)."""
    if not targets or kind not in _CAUSING | _LOST:
        return targets
    first = {
        told: next((t.tokens.first for t in clause.triggers if t.kind in kinds_of), -1)
        for told, kinds_of in (("deed", _CAUSING), ("loss", _LOST))
    }
    if min(first.values()) < 0:
        return targets
    later = max(first.values())
    behind = first["deed" if kind in _CAUSING else "loss"] == later
    if behind and kind in _LOST:
        return targets
    return tuple(one for one in targets if (mentions.token_at(one.span.start) >= later) == behind)


def _quantities(mentions: Mentions, clause: Clause, kind: str) -> tuple[Quantity, ...]:
    """The figures of a clause with the people it names; one definite person where nobody is counted otherwise."""
    inside = within(mentions.quantities, mentions.span(clause.tokens))
    inside = tuple(one for one in inside if not counts_deed(one))
    inside = without_kin(mentions, kind, inside)
    stated = fated(mentions, clause, kind, befallen(mentions, clause, kind, inside))
    stated = without_doers(mentions, clause, stated)
    names = counted_names(mentions, clause, kind, befell_one(mentions, clause, kind))
    if not names and not any(owner(kind, one) for one in figures(stated)):
        names = single(mentions, clause, kind) or english_single(mentions, clause, kind)
    return tuple(sorted((*stated, *names), key=lambda one: one.span)) if names else stated


def _any_arm(mentions: Mentions, clause: Clause) -> bool:
    """Whether a clause tells of an attack in words that fit every arm (شن هجمات)."""
    words = mentions.tokens.words
    return any(
        word.any_arm
        for index in known_in("predicates", words, clause.tokens.first, clause.tokens.end)
        for word in look_up("predicates", words[index])
    )


def _flown(mentions: Mentions, clause: Clause) -> bool:
    """Whether the subject of an English verb of attack is an aircraft or a gun (a *helicopter* fired at the crowd)."""
    words = mentions.tokens.words
    verb = next((t for t in clause.triggers if t.kind == "clash"), None)
    if verb is None or verb.role != "verb":
        return False
    ahead = words[max(clause.tokens.first, verb.tokens.first - _SUBJECT) : verb.tokens.first]
    return not firing().isdisjoint(ahead) and "on" not in ahead and "by" not in ahead


@cache
def firing() -> frozenset[str]:
    """English words for what attacks from the air or from afar."""
    return frozenset(load("roles.toml")["en"]["firing"])


_EDGE = frozenset("،,;؛:.-–•*\n")
_CLOSING = frozenset("”»")
_OPENERS = frozenset({"عن", "الي", "ان", "بان", "انه", "انها", "that", "ل", "ذلك"})
_CAUSES = frozenset(
    {
        "جراء",
        "من",
        "اثر",
        "علي",
        "نتيجه",
        "بسبب",
        "بفعل",
        "في",
        "in",
        "by",
        "from",
        "of",
        "to",
        "as",
        "a",
        "result",
        "because",
        "due",
        "عقب",
        "بعد",
        "خلال",
        "اثناء",
        "after",
        "during",
        "عندما",
    }
)
_CLOSERS = frozenset(
    {
        "حيث",
        "كما",
        "بينما",
        "فيما",
        "اذ",
        "و",
        "ان",
        "عن",
        "الي",
        "while",
        "and",
        "as",
        "that",
        "in",
        "by",
        "after",
        "amid",
        "but",
        "although",
        "which",
        "whose",
        "what",
        "because",
        "though",
        "whereas",
        "despite",
        "وذلك",
        "التي",
        "الذي",
        "الذين",
        "والتي",
        "والذي",
        "ما",
        "مما",
        "ولم",
        "لم",
        "قد",
    }
)


_CLOSING_WORDS = _EDGE | _CLOSERS
_AS_A_RESULT = ("as", "a", "result", "of")
_WHICH_IT = frozenset(("which", who) for who in ("it", "he", "she", "they"))
"""What is left of a relative clause whose verb of saying belongs to nobody's words (…, *which it* said …)."""
_AS = frozenset({"of", "well", "many", "much", "few", "little"})
"""Words with which *as* is no connective (*as many as* ten)."""


@cache
def _opening(*, caused: bool) -> frozenset[str]:
    """What is no part of a clause at its head; of one that tells a cause, the words of cause as well."""
    openers = _EDGE | _CLOSING | _OPENERS | conjunctions()
    return openers | _CAUSES if caused else openers


def trimmed(words: tuple[str, ...], clause: Clause) -> Range:
    """The clause without marks and connectives at its edges; at least one token stays."""
    whole = clause.whole
    first, end = whole.first, whole.end
    hanging = clause.link == "cause" and _hangs(words, clause)
    openers = _opening(caused=clause.link == "cause" and not hanging)
    while first < end - 1 and words[first] in openers:
        if words[first : first + len(_AS_A_RESULT)] == _AS_A_RESULT:
            if hanging or first + len(_AS_A_RESULT) >= end:
                break
            first += len(_AS_A_RESULT)
            continue
        if words[first] == "a" and words[first + 1] != "result":
            break
        if words[first] == "as" and words[first + 1] in _AS:
            break
        if words[first] == "since" and clause.link == "main":
            break
        first += 1
    while end - 1 > first and words[end - 1] in _CLOSING_WORDS:
        end -= 1
    if end - 2 > first and words[end - 2 : end] in _WHICH_IT:
        end -= 2 + (words[end - 3] == ",")
    return ranged(first, max(end, first + 1))


def _hangs(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether an English cause is told without a verb and needs the words before it ([12 were killed] *in an air strike*)."""
    return words[clause.tokens.first].isascii() and all(t.role == "noun" for t in clause.triggers)


def elsewhere(here: tuple[Place, ...], there: tuple[Place, ...]) -> bool:
    """Whether two sets of places exclude each other: none is, or lies in, one of the other set."""
    if not here or not there:
        return False
    names = {place.id or place.name for place in here}
    others = {place.id or place.name for place in there}
    around = {name for place in here for name in place.within}
    beyond = {name for place in there for name in place.within}
    return not (names & others or around & others or beyond & names)


def nearest(dates: tuple[DateValue, ...], span: Span) -> DateValue | None:
    """The date that stands nearest to ``span``; the earlier one of two equally near."""
    return min(
        dates,
        key=lambda d: (max(d.span.start - span.end, span.start - d.span.end, 0), d.span.start),
        default=None,
    )
