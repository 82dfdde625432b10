"""Whether a clause tells an event or only speaks of one in passing.

News is full of nouns of action that tell nothing new: *the strikes* of a relative clause, a purpose (بهدف السيطرة على),
a deed told two lines above (أدى القصف إلى). A claim is made of what is told.
"""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.demanded import only_demanded, talk
from claims.extraction.draft import Draft
from claims.extraction.in_general import in_general
from claims.extraction.markers import markers
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.met import only_met
from claims.extraction.pointers import narrow_place
from claims.extraction.smallwords import (
    accusing,
    belongs,
    beside,
    framing,
    further,
    leading,
    leads,
    opining,
    quelling,
    speaking_of,
    speech_words,
    spoken_about,
    telling,
    told_of,
    unverified,
    whereto,
)
from claims.extraction.triggers import Trigger
from claims.model import Polarity
from claims.model.quick import changing

_VERBS = frozenset({"verb", "light"})
_LEADING = 2
_TOLD_WITH = 2
_CANNOT = frozenset(
    {
        "not",
        "cannot",
        "n't",
        "unable",
        "never",
        "independently",
        "can't",
        "couldn't",
        "can’t",
        "couldn’t",
    }
)
_QUOTES = frozenset('"“”«»')
_ONE_PERSON = (("a",), ("an",), ("one",), ("another",))
_UNCERTAIN = frozenset({"not", "unclear", "unknown", "n't"})
_UNCERTAIN_REACH = 5
_TELLING_LINKS = frozenset({"effect", "uneventful", "total"})
"""How a clause hangs on the one before it whose losses are told without a verb of their own."""
_WHICH = frozenset({"which", "whose", "what", "who"})
_ARTICLE_REACH = 3
_AFTERMATH = frozenset({"following", "amid"})
_PUT = frozenset({"at", "to", "as"})
_COUNTED_REACH = 4
_HEADING = 3
_POINTED_REACH = 4
_OWNED = ("ته", "تها", "تهم", "اته", "اتها")
_HEAD_REACH = 5
_QUELLED_REACH = 4
_BELONGS_REACH = 5
_AUXILIARY_REACH = 5
_SUFFERED = frozenset({"casualties", "damage", "displacement", "arrest", "control"})
_changed = changing(Clause)
_PLACED = frozenset({"strike", "clash", "casualties", "damage", "arrest", "displacement"})


def settled(mentions: Mentions, pieces: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses that may tell something; a relative clause or a purpose that tells nothing belongs to the one before."""
    kept: list[Clause] = []
    for piece in pieces:
        if kept and _without_deed(mentions, kept[-1], piece):
            kept[-1] = _changed(kept[-1], tokens=Range(kept[-1].tokens.first, piece.tokens.end))
            continue
        rests = bool(kept) and kept[-1].reach > 0 and piece.link == "main" and not piece.triggers
        bound = kept and (
            piece.link in {"relative", "purpose"} or _demands_more(kept[-1], piece) or rests
        )
        if bound and kept[-1].whole.end == piece.tokens.first and not _stands(mentions, piece):
            kept[-1] = _changed(kept[-1], reach=piece.tokens.end)
        else:
            kept.append(piece)
    return tuple(kept)


def _without_deed(mentions: Mentions, before: Clause, piece: Clause) -> bool:
    """Whether English words of cause name no deed, so that they only tell when and where (died *following small-arms fire in Kabul*)."""
    follows = before.whole == before.tokens and before.tokens.end == piece.tokens.first
    opens = mentions.tokens.words[piece.tokens.first] in _AFTERMATH
    return opens and follows and not piece.triggers


def _demands_more(before: Clause, piece: Clause) -> bool:
    """Whether a clause only adds to what is demanded (طالب بوقف القصف وفتح المعابر)."""
    demands = any(t.kind == "position" and t.role in _VERBS for t in before.triggers)
    return demands and piece.link == "joined" and all(t.role not in _VERBS for t in piece.triggers)


def _stands(mentions: Mentions, piece: Clause) -> bool:
    """Whether a relative clause states an event with a day, a figure or, for a deed, a place."""
    verbs = {trigger.kind for trigger in piece.triggers if trigger.role in _VERBS}
    if piece.link in {"purpose", "joined"} or not verbs:
        return False
    span = mentions.span(piece.tokens)
    counted = bool(within(mentions.quantities, span)) or _befalls_one(mentions, piece)
    placed = bool(within(mentions.places, span)) and not verbs.isdisjoint(_PLACED)
    return counted or placed or bool(within(mentions.dates, span))


def _befalls_one(mentions: Mentions, piece: Clause) -> bool:
    """Whether an English relative clause tells that one person was lost (…, *which left a guard dead*)."""
    words = mentions.tokens.words
    if words[piece.tokens.first] != "which":
        return False
    losses = (t for t in piece.triggers if t.kind == "casualties" and t.role == "verb")
    return any(words[t.tokens.end : t.tokens.end + 1] in _ONE_PERSON for t in losses)


def tells(words: tuple[str, ...], clause: Clause, draft: Draft) -> bool:
    """Whether ``clause`` states what ``draft`` holds; its slots are those of the clause itself.

    A verb tells, outside of a relative clause. A noun of action tells at the head of its clause, behind a word of
    telling, where it is counted, and with one slot of its own (two where it is definite).
    """
    if not draft.kind or clause.link == "purpose" or _tells_nothing(words, clause, draft):
        return False
    own = [trigger for trigger in clause.triggers if trigger.kind == draft.kind]
    if not own and draft.kind == "strike":
        own = [trigger for trigger in clause.triggers if trigger.kind == "clash"]
    told = [t for t in own if t.role not in _VERBS or not only_demanded(words, t.tokens.first)]
    slots = _slots(draft)
    if clause.link == "relative" or (own and not told):
        return any(trigger.role in _VERBS for trigger in told)
    own = told
    verb = any(trigger.role in _VERBS and not relative(words, trigger) for trigger in own)
    nouns = [trigger for trigger in own if trigger.role not in _VERBS]
    if not verb and nouns and all(_left_open(words, draft, noun) for noun in nouns):
        return False
    if not verb and not draft.quantities and _passing(words, draft, nouns):
        return False
    if verb or (clause.link in _TELLING_LINKS and draft.kind in _SUFFERED):
        return True
    heading = draft.kind not in _SUFFERED and _is_heading(words, clause, slots)
    return not heading and not talk(words, draft, nouns) and _noun_tells(words, clause, own, slots)


def _tells_nothing(words: tuple[str, ...], clause: Clause, draft: Draft) -> bool:
    nouns = [one for one in clause.triggers if one.role not in _VERBS]
    such = bool(nouns) and len(nouns) == len(clause.triggers)
    if such and all(words[one.tokens.first - 1] == "such" for one in nouns):
        return True
    if _framed(words, clause, draft) or in_general(words, clause):
        return True
    if such and not draft.quantities and _announces(words, clause):
        return True
    if (
        draft.polarity is Polarity.NEGATED
        and draft.kind in _SUFFERED
        and _no_more(words, clause, draft)
    ):
        return True
    damaged = [one for one in clause.triggers if one.kind == "damage"]
    if draft.kind == "damage" and damaged and all(_quelled(words, one) for one in damaged):
        return True
    judged = not draft.quantities and any(_only_judged(words, one) for one in clause.triggers)
    return judged or _only_when(words, clause, draft) or _unverified(words, clause)


def _quelled(words: tuple[str, ...], trigger: Trigger) -> bool:
    """Whether an attack, or nothing, stands behind an English verb by which it was ended (*suppressed the attack*): nothing was damaged."""
    if words[trigger.tokens.first] not in quelling():
        return False
    behind = words[trigger.tokens.end : trigger.tokens.end + _QUELLED_REACH]
    return not behind or not behind[0].isalnum() or not markers().deeds.isdisjoint(behind)


def _framed(words: tuple[str, ...], clause: Clause, draft: Draft) -> bool:
    """Whether an Arabic clause only says what something belongs to (تأتي الجريمة ضمن سلسلة …، القصف يأتي في إطار …).

    A verb, a day or a figure in it tells all the same.
    """
    if draft.dates or draft.quantities or any(_tells_by_verb(words, t) for t in clause.triggers):
        return False
    if belongs().isdisjoint(words[clause.tokens.first : clause.tokens.end]):
        return False
    at = (i for i in range(clause.tokens.first, clause.tokens.end - 1) if words[i] in belongs())
    return any(not set(words[i + 1 : i + 1 + _BELONGS_REACH]).isdisjoint(whereto()) for i in at)


def _tells_by_verb(words: tuple[str, ...], trigger: Trigger) -> bool:
    """Whether a verb other than one of belonging tells (ضمن is also a verb)."""
    return trigger.role in _VERBS and words[trigger.tokens.first] not in whereto()


def _announces(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether known English deeds stand before a colon that closes a line: they head a list (*The other strikes included:*)."""
    end = clause.tokens.end
    ends = words[end - 1 : end] if words[end - 1] in {":", "\n"} else words[end : end + 1]
    listed = ends == (":",) and words[end : end + 1] != ('"',)
    told = (
        words[max(0, t.tokens.first - _ARTICLE_REACH) : t.tokens.first] for t in clause.triggers
    )
    return listed and all("the" in ahead for ahead in told)


def _no_more(words: tuple[str, ...], clause: Clause, draft: Draft) -> bool:
    """Whether only a further loss is denied (عدم وجود مصابين آخرين، no other casualties): the first one stands."""
    return any(
        not further().isdisjoint(words[one.tokens.first - 1 : one.tokens.end + 1])
        for one in clause.triggers
        if one.kind == draft.kind
    )


def _unverified(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether an English clause only says that something could not be found out, or how (*could not establish* the fate of …, *determines which* planes …)."""
    first, end = clause.tokens.first, clause.tokens.end
    line = range(first, end - 1) if "how" in words[first:end] else ()
    asked = (i for i in line if words[i : i + 2] == ("how", "many"))
    if any(not _UNCERTAIN.isdisjoint(words[max(first, i - _UNCERTAIN_REACH) : i]) for i in asked):
        return True
    told = unverified()
    if told.isdisjoint(words[first:end]):
        return False
    found = [index for index in range(first, end - 1) if words[index] in told]
    return any(
        words[index + 1] in _WHICH
        or (
            index >= first + _TOLD_WITH
            and not _CANNOT.isdisjoint(words[index - _TOLD_WITH : index])
        )
        for index in found
    )


def _noun_tells(words: tuple[str, ...], clause: Clause, own: list[Trigger], slots: int) -> bool:
    """Whether a noun of action tells: at the head of its clause, or with slots enough."""
    leads = [_leads(words, clause, trigger.tokens.first) for trigger in own]
    fresh = [not trigger.known for trigger in own]
    if any(lead and (new or slots) for lead, new in zip(leads, fresh, strict=True)):
        return True
    first = clause.tokens.first
    while first and words[first - 1] in _QUOTES:
        first -= 1
    if slots and first and words[first - 1] in accusing():
        return True
    return slots >= (1 if any(fresh) else _TOLD_WITH)


def _passing(words: tuple[str, ...], draft: Draft, nouns: list[Trigger]) -> bool:
    """Whether nouns of action only speak of their deed, or move nobody (انتشار الفيروس)."""
    if nouns and all(_only_of(words, noun) or _only_judged(words, noun) for noun in nouns):
        return True
    if nouns and all(only_met(words, noun) for noun in nouns):
        return True
    if nouns and all(
        _pointed_at(words, draft, noun) or _spoken_of(words, draft, noun) for noun in nouns
    ):
        return True
    moved = draft.kind == "movement" and not draft.actors
    return moved and all(words[noun.tokens.first - 1] not in telling() for noun in nouns)


def _pointed_at(words: tuple[str, ...], draft: Draft, noun: Trigger) -> bool:
    """Whether a known Arabic deed, neither dated nor placed narrowly, is only said to be the one that somebody did.

    *الضربات التي شنها التحالف في سوريا والعراق* tells no strike of its own, where it is not the cause of what is told.
    """
    if not noun.known or words[noun.tokens.first].isascii() or draft.link == "cause":
        return False
    behind = words[noun.tokens.end : noun.tokens.end + _POINTED_REACH]
    which = not speech_words("relative").isdisjoint(behind)
    return which and not draft.dates and not any(map(narrow_place, draft.places))


def _spoken_of(words: tuple[str, ...], draft: Draft, noun: Trigger) -> bool:
    """Whether known Arabic deeds without a day or a narrow place are only what an opinion is about (الهجمات المستمرة تشكل خطراً)."""
    attack = noun.kind == "clash" and noun.known and not words[noun.tokens.first].isascii()
    if not attack or draft.link in _TELLING_LINKS | {"cause"} or draft.dates:
        return False
    told = telling() | leading() | leads()
    return told.isdisjoint(
        words[max(0, noun.tokens.first - _LEADING) : noun.tokens.first]
    ) and not any(map(narrow_place, draft.places))


def relative(words: tuple[str, ...], trigger: Trigger) -> bool:
    """Whether a verb only says which deed is meant (الغارات التي شنها التحالف)."""
    first = trigger.tokens.first
    return first > 0 and words[first - 1] in speech_words("relative")


def _only_when(words: tuple[str, ...], clause: Clause, draft: Draft) -> bool:
    """Whether an opening English clause without a slot only says when something else was (*when the missiles hit*, …)."""
    opens = clause.link == "main" and words[clause.tokens.first] in framing()
    return opens and not _slots(draft)


def _left_open(words: tuple[str, ...], draft: Draft, trigger: Trigger) -> bool:
    """Whether an English noun of action, not counted, is only what reports, a risk or a video is *of* (reports of casualties)."""
    first = trigger.tokens.first
    if not words[first].isascii():
        return False
    line = range(first - 1, max(0, first - _HEAD_REACH), -1)
    head = next((i for i in line if words[i] == "of"), 0)
    spoken = next((i for i in line if words[i] in spoken_about()), 0)
    counts = {figure.text.split()[0].lower() for figure in draft.quantities}
    put = trigger.kind == "casualties" and any(
        words[i] in _PUT and (words[i + 1].isdecimal() or words[i + 1] in counts)
        for i in range(trigger.tokens.end, min(len(words) - 1, trigger.tokens.end + _LEADING))
    )
    told = head > 0 and words[head - 1] in told_of() and counts.isdisjoint(words[head:first])
    told = told or (spoken > 0 and words[spoken - 1] in speaking_of() and not draft.quantities)
    told = told and not put
    return told and not {"no", "without"} & set(words[max(0, head - _HEAD_REACH) : head])


def _only_of(words: tuple[str, ...], trigger: Trigger) -> bool:
    """Whether a known deed is named for something about it (عدد الغارات) or beside something else (تزامن القصف مع)."""
    first = trigger.tokens.first
    owned = words[first].endswith(_OWNED) and not words[first].isascii()
    if not (trigger.known or owned) or first == 0:
        return False
    before = (words[first - 1], words[max(0, first - 2)])
    behind = words[trigger.tokens.end : trigger.tokens.end + _LEADING]
    if trigger.known and not words[first].isascii() and not beside().isdisjoint(behind):
        return True
    return before[0] in told_of() or any(word.removeprefix("و") in beside() for word in before)


def _only_judged(words: tuple[str, ...], trigger: Trigger) -> bool:
    """Whether a known deed is only what somebody has an opinion of (*called the raid* a war crime)."""
    first = trigger.tokens.first
    return trigger.known and first > 1 and words[first - 2] in opining()


def _is_heading(words: tuple[str, ...], clause: Clause, slots: int) -> bool:
    """Whether a few words without a verb only name what follows (*Strikes in Syria*)."""
    stretch = [word for word in words[clause.tokens.first : clause.tokens.end] if word.isalnum()]
    return clause.link == "main" and len(stretch) <= _HEADING and slots < _TOLD_WITH


def _slots(draft: Draft) -> int:
    stated = (draft.dates, draft.places or draft.targets, draft.actors, draft.quantities)
    return sum(map(bool, stated))


def _leads(words: tuple[str, ...], clause: Clause, index: int) -> bool:
    """Whether a noun stands at the head of its clause or behind a word of telling."""
    before = [word for word in words[clause.tokens.first : index] if word.isalnum()]
    before = before[1:] if before[:1] == ["and"] else before
    if len(before) <= _LEADING or not telling().isdisjoint(before[-_LEADING:]):
        return True
    if "there" in before[-_AUXILIARY_REACH:-_LEADING]:
        return True
    if before[-1:] == ["من"] and not telling().isdisjoint(before[-_COUNTED_REACH:]):
        return True
    return not leading().isdisjoint(before[-_AUXILIARY_REACH:])
