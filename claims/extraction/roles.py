"""Who does it and to whom: parties of a clause become actors and targets.

A party is what it is done to when a word of aiming stands before it (على، ضد, against), or when it follows a verb that
aims and somebody else already does it. It does it when a word of agency stands before it (من قبل, برصاص, by), when it
hangs on a noun of action (غارات التحالف، قصف لقوات النظام، قصف من مناطق سيطرة قوات النظام), or when it is the subject.
It has no role where it only tells about another noun (المدينة الخاضعة لسيطرة قسد) or where the deed answers it (ردا على).
What is joined by و shares the role of what it is joined to. A party that nothing places has no role.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from claims.extraction.clauses import Clause
from claims.extraction.falling import falls_on
from claims.extraction.lexicon import kinds, look_up, speech_words
from claims.extraction.markers import NOBODY, can_attack, ends, flies, from_the_air, markers, untied
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.owning import by_another_verb, owns_deed
from claims.extraction.triggers import Trigger
from claims.model import Party, Place
from claims.text.shadow import fold
from claims.text.tokens import tokens

_DONE_TO = frozenset({"casualties", "damage", "arrest", "displacement"})
_AIMED = frozenset({"strike", "clash", "damage"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_JOINING = frozenset({"و", "and", "،", ","})
_DETERMINERS = frozenset(
    {"a", "an", "the", "its", "their", "two", "three", "four", "five", "several"}
)
_ONTO = frozenset({"ل", "ب", "ك"})
_ADJECTIVES = 3
_NO_OBJECT = frozenset((word,) for word in ("at", "in", "by", "on", "since", "during", "near"))
_MARKS = frozenset('"“”«»(#')
_LEAD = 4
_COMMITTING = 1
_LIST_GAP = 2
_WEIGHTY = 40
_REACH = 12
_BEARING = 12
_OBJECT_REACH = 6
_PLACING = frozenset({"في", "قرب", "بالقرب", "داخل", "شمال", "جنوب", "شرق", "غرب", "in", "near"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one clause by what they do."""

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a party stands: its tokens, the preposition written onto it, and the words before it with that."""

    tokens: Range
    letter: str
    lead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """One clause and the roles given out so far; the two lists grow as parties are placed."""

    mentions: Mentions
    clause: Clause
    parties: tuple[Party, ...]
    actors: list[Party]
    targets: list[Party]
    undergone: tuple[int, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return self.mentions.tokens.words


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
    scene = _Scene(mentions, clause, parties, [], [], _undergone(mentions, clause))
    before: tuple[_Stand, list[Party] | None] | None = None
    for party in parties:
        here = _stand(mentions, clause, party)
        group = _joined_to(scene.words, before, here) if before is not None else None
        unfit = group is not None and group[0] is scene.actors and not can_attack(party)
        if group is None or unfit:
            group = (None if party.kind in NOBODY and unfit else _placed(scene, party, here),)
        if group[0] is not None:
            group[0].append(party)
        before = (here, group[0])
    return Roles(_once(scene.actors), _once(scene.targets))


def _undergone(mentions: Mentions, clause: Clause) -> tuple[int, ...]:
    """Where a clause says that its subject suffered something (تعرضت، came under)."""
    words, phrases = mentions.tokens.words, markers().undergo
    first = {phrase[0] for phrase in phrases}
    return tuple(
        index
        for index in range(clause.tokens.first, clause.tokens.end)
        for word in (words[index].removeprefix("و").removeprefix("ف"),)
        if word in first
        and any((word, *words[index + 1 : index + len(phrase)]) == phrase for phrase in phrases)
    )


def _stand(mentions: Mentions, clause: Clause, party: Party) -> _Stand:
    """The tokens of a party, the preposition that is written onto it, and the words before it."""
    start = party.span.start
    first = max(bisect_right(mentions.origins, start) - 1, 0)
    words = mentions.tokens.words
    ahead = fold(mentions.document.text[mentions.origins[first] : start])
    if not ahead and words[first].startswith(("لل", "بال")):
        ahead = words[first][0]
    letter = ahead[-1:] if ahead[-1:] in _ONTO else ""
    onto = first - 1
    while onto > clause.tokens.first and words[onto] in _MARKS:
        onto -= 1
    if not letter and onto >= clause.tokens.first and words[onto] in _ONTO:
        letter = words[onto]
    low = max(clause.tokens.first, first - _LEAD)
    bare = first
    while bare > low and words[bare - 1] in _DETERMINERS | _MARKS:
        bare -= 1
    lead = (*words[low:bare], *letter)
    return _Stand(Range(first, mentions.range(party.span).end), letter, lead)


def _once(parties: list[Party]) -> tuple[Party, ...]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(party.id or fold(party.name), party)
    return tuple(kept.values())


def _joined_to(
    words: tuple[str, ...], before: tuple[_Stand, list[Party] | None], here: _Stand
) -> tuple[list[Party] | None] | None:
    """The role of the party before, where this one is joined to it; None where it is not."""
    gap = tuple(w for w in words[before[0].tokens.end : here.tokens.first] if w not in _MARKS)
    joined = words[here.tokens.first].startswith("و") or (gap and gap[-1] in _JOINING)
    return (before[1],) if joined and len(gap) <= _LIST_GAP else None


def _placed(scene: _Scene, party: Party, here: _Stand) -> list[Party] | None:
    """The list a party belongs to, None where nothing places it."""
    before = _triggers_before(scene.clause, here.tokens)
    marked = _marked(scene, party, here, before)
    if marked:
        return {"agent": scene.actors, "target": scene.targets}.get(marked)
    if not before:
        return _subject(scene, party, here)
    last = max(before, key=lambda t: (kinds()[t.kind].weight >= _WEIGHTY, t.tokens.first))
    deed = _deed_of(scene, party, here, before[-1])
    if deed:
        return scene.actors if deed == "agent" else scene.targets
    return _by_predicate(scene, party, here, last)


def _by_predicate(scene: _Scene, party: Party, here: _Stand, last: Trigger) -> list[Party] | None:
    """The list of a party that no small word places, by the predicate before it that bears on it."""
    attacks = can_attack(party) and not scene.actors and last.kind not in _DONE_TO
    if (
        here.tokens.first - last.tokens.end <= 1
        and party.kind not in NOBODY
        and attacks
        and (last.role != "verb" or not last.aims)
    ) or _acts_next(scene, party, here, last):
        return scene.actors
    if not (last.aims or last.kind in _DONE_TO):
        return None
    placed = scene.targets
    if last.role == "verb" or last.kind not in _DONE_TO:
        placed = _after_verb(scene, last, party)
    between = tuple(word for word in _gap(scene, here, last) if word not in _MARKS)
    english = scene.words[last.tokens.first].isascii()
    falls = english or falls_on(party, here.letter, between, last.kind)
    return placed if falls or placed is not scene.targets else None


def _acts_next(scene: _Scene, party: Party, here: _Stand, last: Trigger) -> bool:
    """Whether a party behind a pause is the subject of the verb right behind it (في إنزال جوي.. جنود … يقتلون …)."""
    end = here.tokens.end
    while end < scene.clause.tokens.end and scene.words[end] in _MARKS:
        end += 1
    verb = next((t for t in scene.clause.triggers if t.tokens.first == end), None)
    if verb is None or verb.role != "verb" or verb.joined or scene.actors or not can_attack(party):
        return False
    first = here.tokens.first
    while first > last.tokens.end and scene.words[first - 1] in _MARKS:
        first -= 1
    return not scene.words[first - 1].isalnum()


def _gap(scene: _Scene, here: _Stand, last: Trigger) -> tuple[str, ...]:
    """The words between a party and what it hangs on: the predicate, or the last party in a role behind that."""
    behind = [
        scene.mentions.range(one.span).end
        for one in (*scene.actors, *scene.targets)
        if scene.mentions.range(one.span).first >= last.tokens.end
    ]
    start = max((last.tokens.end, *(end for end in behind if end <= here.tokens.first)))
    return scene.words[start : here.tokens.first]


def _deed_of(scene: _Scene, party: Party, here: _Stand, last: Trigger) -> str:
    """Agent or target where a party hangs on a noun of action right before it, "" where it does not.

    ``قصف مدفعي لقوات النظام`` and ``غارات جوية للتحالف`` name who does it; ``استهداف لمنازل`` what it is done to.
    """
    if last.role not in _DEED_NOUNS or last.kind not in _AIMED:
        return ""
    gap = scene.words[last.tokens.end : here.tokens.first]
    if len(gap) > _ADJECTIVES or any(_parts(word) for word in gap[:-1]):
        return ""
    if gap and _parts(gap[-1]) and gap[-1] not in {"بين", "between"}:
        return ""
    if here.letter == "ل":
        owner = not markers().holdings.isdisjoint(gap)
        acts = can_attack(party) and not scene.actors and not owner
        return "agent" if acts else "target"
    if gap[-1:] == ("بين",) or gap[-1:] == ("between",):
        return "agent"
    suffers = len(gap) <= 1 and not can_attack(party) and party.kind not in NOBODY
    return "target" if suffers else ""


def _parts(word: str) -> bool:
    """Whether a word between a deed and a party separates them: a mark, a preposition or a verb."""
    return not word.isalpha() or word in _PLACING or bool(look_up("predicates", word))


def _triggers_before(clause: Clause, here: Range) -> tuple[Trigger, ...]:
    """The last predicates that begin before a party, or with it; those far before it no longer bear on it."""
    end = bisect_right(clause.triggers, here.first, key=lambda trigger: trigger.tokens.first)
    return clause.triggers[max(0, end - _BEARING) : end]


def _marked(scene: _Scene, party: Party, here: _Stand, before: tuple[Trigger, ...]) -> str:
    """``agent``, ``target`` or ``aside`` where small words before the party say so, "" otherwise."""
    small = markers()
    if (
        can_attack(party)
        and ends(here.lead, small.whence)
        and before
        and _from_deed(scene, here, before[-1])
    ):
        return "agent"
    english = _marked_in_english(scene, party, here)
    if english:
        return english
    if ends(untied(here.lead), small.joint):
        return "agent" if can_attack(party) else "aside"
    if ends(here.lead, small.agent) or (here.lead[-1:] == ("عبر",) and flies(party)):
        fired = here.lead[-1].startswith("ب") and _nobodys_means(party)
        return "aside" if fired or (party.kind in NOBODY and scene.actors) else "agent"
    if ends(here.lead, small.aside) or (here.letter == "ب" and _is_means(party, here)):
        return "aside"
    struck = bool(before) and before[-1].kind == "strike" and can_attack(party)
    owner = struck and fold(party.text).split()[0] in small.holdings - small.people
    aimed = ends(here.lead, small.target) or _suffers(scene, here, before)
    return "target" if owner or (aimed and not flies(party)) else ""


def _marked_in_english(scene: _Scene, party: Party, here: _Stand) -> str:
    if owns_deed(scene.words, scene.clause, party, here.tokens):
        return "agent"
    another = by_another_verb(scene.words, scene.clause, here.tokens, taken=bool(scene.actors))
    return "aside" if another else ""


def _suffers(scene: _Scene, here: _Stand, before: tuple[Trigger, ...]) -> bool:
    """Whether a party follows a word of undergoing and is not the one whose deed is undergone (تعرضت لقصف روسي)."""
    low = max(scene.clause.tokens.first, here.tokens.first - _REACH)
    suffered = [index for index in scene.undergone if low <= index < here.tokens.first]
    if not suffered or not before:
        return bool(suffered)
    deed = before[-1]
    undergone = deed.role in _DEED_NOUNS and deed.tokens.first > suffered[0]
    return not (undergone and _hangs_on(here, deed))


def _hangs_on(here: _Stand, deed: Trigger) -> bool:
    """Whether a party stands right behind a noun of action, an adjective at most between (قصف مدفعي روسي)."""
    return here.tokens.first - deed.tokens.end <= 1


def _from_deed(scene: _Scene, here: _Stand, last: Trigger) -> bool:
    """Whether a party is where a deed came from: nothing but adjectives between the noun of action and من."""
    gap = scene.words[last.tokens.end : here.tokens.first]
    reaches = "من" in gap[: _ADJECTIVES + 1] or "from" in gap[: _ADJECTIVES + 1]
    return last.kind in _AIMED and last.role in _DEED_NOUNS and reaches


def _is_means(party: Party, here: _Stand) -> bool:
    """Whether the party is only what the deed was done with (بالطائرات المسيرة), nobody's by name."""
    return here.letter == "ب" and _nobodys_means(party)


def _nobodys_means(party: Party) -> bool:
    """Whether the party is a weapon that nobody is named with (المدفعية)."""
    words = tokens(party.text).words
    named = bool(words) and words[0].removeprefix("ب").removeprefix("ال") in markers().means
    return named and party.kind in NOBODY


def _subject(scene: _Scene, party: Party, here: _Stand) -> list[Party] | None:
    """A party before the first predicate is its subject."""
    if not scene.clause.triggers:
        return None
    first = scene.clause.triggers[0]
    if scene.words[first.tokens.first : first.tokens.end] in markers().undergo:
        return scene.targets
    between = scene.words[here.tokens.end : first.tokens.first]
    if party.kind in markers().telling and len(between) > _LEAD:
        return None
    commits = not markers().commit.isdisjoint((*here.lead[-_COMMITTING:], *between))
    suffers = any(_close(scene, here, index) for index in scene.undergone)
    dies = first.kind == "casualties" and not _kills(scene, first, party)
    if (suffers or dies) and not (commits and can_attack(party)):
        return scene.targets
    return scene.actors if can_attack(party) and not scene.actors else None


def _close(scene: _Scene, here: _Stand, index: int) -> bool:
    """Whether a word of undergoing follows a party with no pause between (مواقع النظام تتعرض لقصف)."""
    gap = scene.words[here.tokens.end : index]
    return here.tokens.end <= index and len(gap) <= _LEAD and _JOINING.isdisjoint(gap)


def _kills(scene: _Scene, verb: Trigger, party: Party) -> bool:
    """Whether the subject of قتل kills rather than dies: an attacker from the air, or somebody before a counted object."""
    words, first, end = scene.words, verb.tokens.first, verb.tokens.end
    if words[first].isascii() and (
        words[first - 1] in speech_words("passive") or words[end : end + 1] in _NO_OBJECT
    ):
        return False
    if flies(party) or party.kind == "coalition":
        return True
    after = scene.mentions.span(Range(verb.tokens.first, scene.clause.tokens.end))
    return can_attack(party) and bool(within(scene.mentions.quantities, after))


def _after_verb(scene: _Scene, verb: Trigger, party: Party) -> list[Party]:
    """A party after a verb that aims is aimed at, unless it is the verb's own subject."""
    gap = scene.words[verb.tokens.end : scene.mentions.range(party.span).first]
    another = scene.parties[-1] is not party or _object_follows(scene, party)
    if verb.role == "verb" and verb.aims and _held(party, gap):
        return scene.targets
    if verb.role == "verb" and _MARKS.issuperset(gap) and can_attack(party):
        subject = _right_behind(scene, verb, party, another=another)
        if subject:
            return scene.actors
    taken = scene.actors or _deed_before(scene, verb)
    if scene.words[verb.tokens.first].isascii() or (
        taken and not (flies(party) and not scene.actors)
    ):
        return scene.targets
    attacks = can_attack(party) and another and verb.kind in _AIMED
    return scene.actors if from_the_air(party) or attacks else scene.targets


def _right_behind(scene: _Scene, verb: Trigger, party: Party, *, another: bool) -> bool:
    """Whether a party right behind an active verb is its subject: of an arrest always, of an attack with somebody to hit."""
    if verb.kind == "arrest":
        return not scene.actors
    free = not scene.targets and not _deed_before(scene, verb)
    return free and (another or flies(party))


def _deed_before(scene: _Scene, verb: Trigger) -> bool:
    """Whether a noun of action is the verb's subject (غارات استهدفت …)."""
    return any(
        t.kind in {"strike", "clash"}
        and t.role == "noun"
        and t.tokens.first < verb.tokens.first
        and "،" not in scene.words[t.tokens.end : verb.tokens.first]
        for t in _triggers_before(scene.clause, verb.tokens)
    )


def _held(party: Party, gap: tuple[str, ...]) -> bool:
    """Whether a party stands as the owner of something (مواقع قوات النظام): it is aimed at and aims at nobody."""
    own = fold(party.text).split()[:1]
    return not markers().holdings.isdisjoint((*own, *gap[-1:]))


def _object_follows(scene: _Scene, party: Party) -> bool:
    """Whether a place stands right behind a party: what it is done to (قصفت قوات النظام بلدة سرمين)."""
    end = scene.mentions.range(party.span).end
    stretch = Range(end, min(end + _OBJECT_REACH, scene.clause.tokens.end))
    if stretch.first >= stretch.end or scene.words[end] in _PLACING:
        return False
    found = within(scene.mentions.places, scene.mentions.span(stretch))
    return bool(found) and scene.mentions.range(found[0].span).first == end
