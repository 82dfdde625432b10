"""How a clause stands to the fact: denied, planned, possible, ceased; and whether it can be checked at all."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.cues import WITHOUT
from claims.extraction.lexicon import Word, match, spots_of
from claims.extraction.mentions import Range
from claims.extraction.ordered import is_ordered
from claims.extraction.practice import is_practice
from claims.extraction.smallwords import (
    bearing,
    conjunctions,
    naming,
    obliging,
    people_doubted,
)
from claims.extraction.triggers import Trigger, match_exact
from claims.model import Modality, Polarity
from claims.text.tokens import Tokens

_NEAR = 3
_WERE = frozenset({"كان", "كانت", "كانوا", "كانا", "كانتا"})
"""Auxiliaries behind which it is told what somebody was about to do."""
_WITHOUT = [
    ("warning",),
    ("provocation",),
    ("trial",),
    ("delay",),
    ("exception",),
    ("charge",),
    ("mercy",),
]
"""What a deed is done without and is done all the same."""
_NOBODY = frozenset({"no", "none", "nobody"})
_FUTURE = ("سي", "ست", "وسي", "وست")
_DEEDS = frozenset({"strike", "clash"})
_TRIED = frozenset({"attempted", "failed"})
_ADVERB = 1
_QUOTES = frozenset("\"“'")
_QUOTED = 5
_SUBJECT = 8
_PARTS = frozenset({"and", "is", ","})
_DONE_BEFORE = frozenset({"after", "following"})
"""English words between a plan and the deed that it answers."""
_VERBAL_NOUNS = frozenset({"masdar", "noun"})
_THAT = "ان"
_INTO = frozenset({"في", "عن", "من"})
"""Prepositions between an Arabic word of failing and what failed (فشل *في* استعادة …)."""
_NO_DENIAL = "affirmed"
"""Kind of the phrases that look like a negation and are none."""
_SUFFERED = frozenset({"casualties", "damage", "displacement"})


_ALLEGED = "alleged"


def stance(
    cut: Tokens, clause: Clause, kind: str, dated: frozenset[int] = frozenset()
) -> tuple[Modality, Polarity]:
    """Modality and polarity of what a clause states of ``kind``.

    A negation counts only within three words before a predicate of that kind. One that stands before a word which only
    leads over to an effect (لم يسفر القصف عن إصابات) negates the effect and not the deed. Tokens of ``dated`` belong to
    dates (3 May 2019 says nothing of what may be).
    """
    words = cut.words
    own = tuple(trigger for trigger in clause.triggers if trigger.kind == kind) or clause.triggers
    modality, polarity = Modality.ASSERTED, Polarity.AFFIRMED
    if clause.link == "uneventful" and kind in _SUFFERED:
        polarity = Polarity.NEGATED
    tokens = clause.tokens
    if words[tokens.first] in _NOBODY and kind in _SUFFERED:
        polarity = Polarity.NEGATED
    for index in spots_of("modality", cut, tokens.first, tokens.end):
        hit = match("modality", words, index, tokens.end)
        if (
            hit is None
            or index in dated
            or hit[0].kind == _NO_DENIAL
            or (hit[0].kind == "ceased" and _ceases_nothing(words, Range(index, hit[1]), own))
            or (hit[0].kind == "planned" and _of_another(words, Range(index, hit[1]), own, clause))
        ):
            continue
        if hit[0].kind == "doubted" and _only_names(words, Range(index, hit[1]), own):
            continue
        if hit[0].kind in _TRIED and _done_before(index, own):
            continue
        if hit[0].kind in _TRIED:
            modality, polarity = _tried(words, clause, hit, (kind, own), (modality, polarity))
        elif hit[0].kind == "negated":
            here = Range(index, hit[1])
            modality, polarity = _negated(words, here, clause, (kind, own), (modality, polarity))
        else:
            modality = Modality(hit[0].kind)
    return _by_deed(words, tokens, (kind, own), modality, polarity), polarity


def _by_deed(
    words: tuple[str, ...],
    tokens: Range,
    told: tuple[str, tuple[Trigger, ...]],
    modality: Modality,
    polarity: Polarity,
) -> Modality:
    """The modality that the deeds themselves give: their verbs are of the future, or somebody keeps doing them."""
    kind, own = told
    verbs = (words[trigger.tokens.first] for trigger in own if trigger.role == "verb")
    if any(verb.startswith(_FUTURE) and not match_exact(verb.removeprefix("و")) for verb in verbs):
        return Modality.PLANNED
    plain = modality is Modality.ASSERTED and polarity is Polarity.AFFIRMED
    if plain and kind in _DEEDS | _SUFFERED and is_practice(words, tokens, own):
        return Modality.REPEATED
    if plain and words[tokens.first].isascii() and is_ordered(words, tokens.first, own):
        return Modality.PLANNED
    return modality


def _negated(
    words: tuple[str, ...],
    negation: Range,
    clause: Clause,
    told: tuple[str, tuple[Trigger, ...]],
    known: tuple[Modality, Polarity],
) -> tuple[Modality, Polarity]:
    """How a negation in a clause stands to what it tells.

    Args:
        words: of the document.
        negation: the words of it.
        clause: the clause.
        told: the kind of claim, and its predicates.
        known: modality and polarity so far.
    """
    kind, own = told
    if words[negation.end : negation.end + 1] in _WITHOUT:
        return known
    if _unsaid(words, negation.end, clause.tokens.end):
        left_out = not WITHOUT.isdisjoint(words[negation.first : negation.end])
        return known if left_out else (Modality.POSSIBLE, known[1])
    if words[negation.end - 1] == "that" or _negates(words, negation, own, kind):
        return known[0], Polarity.NEGATED
    return known


def _tried(
    words: tuple[str, ...],
    clause: Clause,
    hit: tuple[Word, int],
    told: tuple[str, tuple[Trigger, ...]],
    known: tuple[Modality, Polarity],
) -> tuple[Modality, Polarity]:
    """How what somebody tried stands to the fact: who failed to take a town has not, who tried to meant to.

    An attack that was tried is one. Only the verb right behind counts; in Arabic the first deed behind, as the subject may stand between.

    Args:
        words: of the document.
        clause: the clause.
        hit: the words of trying, and where they end.
        told: the kind of claim, and its predicates.
        known: modality and polarity so far.
    """
    (kind, own), (word, end) = told, hit
    if words[end - 1].isascii():
        near = any(end <= t.tokens.first <= end + _ADVERB for t in own)
    else:
        near = _tried_next(words, clause, own, (word.kind, end))
    if not near:
        return known
    if word.kind == "failed":
        return known[0], Polarity.NEGATED
    return (known[0] if kind in _DEEDS else Modality.PLANNED), known[1]


def _tried_next(
    words: tuple[str, ...], clause: Clause, own: tuple[Trigger, ...], hit: tuple[str, int]
) -> bool:
    """Whether the first deed behind Arabic words of trying or failing is one of some (حاولت القوات *السيطرة*، فشلوا في *استعادة*)."""
    kind, end = hit
    deed = next((t for t in clause.triggers if t.tokens.first >= end), None)
    if deed is None or deed not in own or deed.tokens.first - end > _SUBJECT:
        return False
    before = words[deed.tokens.first - 1]
    if deed.role not in _VERBAL_NOUNS:
        return before == _THAT
    return before in _INTO or kind == "attempted"


def _done_before(index: int, own: tuple[Trigger, ...]) -> bool:
    """Whether a deed of the kind is told before the words of trying, which then speak of another one (took the port *in a bid to* capture …)."""
    return any(trigger.role == "verb" and trigger.tokens.first < index for trigger in own)


def _of_another(
    words: tuple[str, ...], plan: Range, own: tuple[Trigger, ...], clause: Clause
) -> bool:
    """Whether what may be or is planned is told of somebody behind the deed itself (ضبطت خلية *كانت تخطط* لتفجير …).

    In English also what is planned after it (vowed to answer *after a bombing* that killed ten).
    """
    index = plan.first
    told = any(t.role == "verb" and t.tokens.first < index for t in own)
    if words[index].isascii():
        first = min((t.tokens.first for t in own), default=index)
        if first >= plan.end and not _DONE_BEFORE.isdisjoint(words[plan.end : first]):
            return True
        done = [t.tokens.end for t in clause.triggers if t.role == "verb" and t.tokens.end <= index]
        parted = bool(done) and not _parting().isdisjoint(words[done[-1] : index])
        return parted and first < index
    return told and words[index - 1] in _WERE


def _parting() -> frozenset[str]:
    """English words and marks behind a deed that was done, before what is planned (… were killed *and* the toll *was expected* to rise)."""
    return conjunctions() | _PARTS


def _only_names(words: tuple[str, ...], doubt: Range, own: tuple[Trigger, ...]) -> bool:
    """Whether a word of doubt keeps away from a name, and casts none on what is told (the *so-called* Islamic State attacked …).

    It doubts the deed whose noun is right behind it, in quotation marks or bare (a *so-called "precision strike"*).
    """
    said_to_be = words[doubt.end : doubt.end + 1]
    if words[doubt.first] == _ALLEGED and said_to_be and said_to_be[0] in people_doubted():
        return True
    if words[doubt.first : doubt.end] not in naming():
        return False
    quoted = words[doubt.end : doubt.end + 1] != () and words[doubt.end] in _QUOTES
    reach = doubt.end + (_QUOTED if quoted else 1)
    return not any(t.role == "noun" and doubt.end <= t.tokens.first <= reach for t in own)


def _ceases_nothing(words: tuple[str, ...], ceased: Range, own: tuple[Trigger, ...]) -> bool:
    """Whether a word of ceasing is the deed itself (أوقفت الشرطة *شابين*), or an Arabic verb before one that was done (أوقفوا السيارة *واعتقلوا* سائقها)."""
    if any(ceased.first == trigger.tokens.first for trigger in own):
        return True
    behind = [trigger.role for trigger in own if trigger.tokens.first >= ceased.end]
    alone = ceased.end - ceased.first == 1 and not words[ceased.first].isascii()
    return alone and bool(behind) and all(role == "verb" for role in behind)


def _unsaid(words: tuple[str, ...], index: int, end: int) -> bool:
    """Whether a word of saying stands right behind a negation: what nobody announced may be or not."""
    hit = match("cues", words, index, end) if index < end else None
    return hit is not None and hit[0].role in {"cue", "documents"}


def _negates(words: tuple[str, ...], negation: Range, own: tuple[Trigger, ...], kind: str) -> bool:
    leads_over = not bearing().isdisjoint(words[negation.end : negation.end + 2])
    if leads_over:
        return kind in _SUFFERED and any(negation.end <= t.tokens.first for t in own)
    return any(negation.first < t.tokens.first <= negation.first + _NEAR for t in own)


def unchecked(words: tuple[str, ...], tokens: Range, kind: str, modality: Modality) -> str:
    """Why a clause cannot be true or false by itself: id of a reason, "" when it can.

    Ids: ``question``, ``forecast``, ``opinion``.
    """
    if {"؟", "?"} & set(words[tokens.first : tokens.end]):
        return "question"
    if modality is Modality.PLANNED:
        return "forecast"
    wanted = kind == "other" and not obliging().isdisjoint(words[tokens.first : tokens.end])
    return "opinion" if kind == "position" or wanted else ""
