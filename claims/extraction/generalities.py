"""Arabic clauses that name no day, place, party or figure and tell a deed in general: they tell of no event.

«من *يقتل* الأبرياء لا دين له» and «*القتل* من الكبائر» hold a word for a deed, and nothing happened that anybody could look up. A past
verb tells that something did («أصيب أحد المارة»), an effect of what was told came of that, and what is denied was asked about.
"""

from __future__ import annotations

from functools import cache

from claims.extraction.draft import Draft
from claims.extraction.lexicon import load, look_up
from claims.extraction.mentions import Mentions
from claims.extraction.smallwords import telling
from claims.extraction.triggers import Trigger, triggers_of
from claims.model import Claim, Modality, Polarity
from claims.text.shadow import fold

_SUFFERED = frozenset({"casualties", "damage", "relief", "movement", "displacement"})
_DEEDS = frozenset({"strike", "clash"})
_FORCE = "force"
_EFFECTS = frozenset({"effect", "uneventful"})
_DONE = frozenset({"تم", "تمت", "وتم", "جرى", "جري"})
"""Folded Arabic verbs before a verbal noun that tell that it was done (*تم* تدمير الطقم)."""
_VERBS = frozenset({"verb", "light"})
_DEFINITE = ("ال", "وال", "بال", "لل", "فال", "كال")
_TIES = "وفسل"
_HE, _SHE = "ي", "ت"


def in_general(mentions: Mentions, told: Draft, claim: Claim, before: Draft | None) -> bool:
    """Whether a claim of an Arabic draft tells a deed and nothing by which it could be found.

    Args:
        mentions: of the document.
        told: what the clause states.
        claim: the claim made of it.
        before: the draft before it in its sentence; a loss joined to a counted one came of the same (أدى إلى مقتل ضابط *وإصابة آخرين*).
    """
    joined = told.link == "joined" and before is not None and before.kind == told.kind
    if joined and before is not None and (before.quantities or before.link in _EFFECTS):
        return False
    filled = claim.date or claim.places or claim.actors or claim.targets or claim.quantities
    sure = claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED
    if filled or claim.unread or not sure or told.link in _EFFECTS:
        return False
    if told.kind not in _SUFFERED | _DEEDS | {_FORCE}:
        return False
    words = mentions.tokens.words
    own = [t for t in triggers_of(mentions.tokens, told.tokens) if t.kind == told.kind]
    if not own or words[own[0].tokens.first].isascii():
        return False
    if told.kind == _FORCE:
        return _serving().isdisjoint(words[told.tokens.first : told.tokens.end])
    return not any(_happened(words, told.kind, one) for one in own)


def _happened(words: tuple[str, ...], kind: str, trigger: Trigger) -> bool:
    """Whether a predicate tells what happened: a verb of the past, also before a noun of loss (*وقعت* أضرار) or a munition (*سقط* الصاروخ), or an attack without the article (*كمين* نصبوه)."""
    word = words[trigger.tokens.first]
    if trigger.role in _VERBS:
        return not _goes_on(word)
    ahead = words[max(0, trigger.tokens.first - 1)]
    if look_up("predicates", ahead) and not _goes_on(ahead):
        return True
    befell = ahead in (telling() if trigger.role == "noun" else _DONE)
    return (kind in _DEEDS or befell) and not word.startswith(_DEFINITE)


@cache
def _serving() -> frozenset[str]:
    """Folded Arabic nouns for bodies of arms and what they have."""
    return frozenset(map(fold, load("roles.toml")["ar"]["serving"]))


def _goes_on(word: str) -> bool:
    """Whether a folded Arabic verb is of the present (يقتل، تقتل, not تعرضت)."""
    bare = word.lstrip(_TIES) if word[:1] in _TIES else word
    if bare.startswith(_HE):
        return True
    return bare.startswith(_SHE) and bool(look_up("predicates", _HE + bare[1:]))
