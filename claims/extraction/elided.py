"""Who goes on speaking where an Arabic verb of saying has no subject: whoever spoke last and agrees with the verb.

Behind «أعلن الاتحاد الدولي …» *قالت* is of another. What is known of neither verb nor name contradicts nothing.
"""

from __future__ import annotations

from claims.extraction.agreement import FEMININE, MASCULINE, agreement_of, form_of
from claims.extraction.lexicon import look_up
from claims.extraction.voice import Voice
from claims.model import Attribution
from claims.text.shadow import fold

_FORMS = frozenset({FEMININE, MASCULINE})
_SHE = "ت"
_ARTICLE = "ال"
_TA_MARBUTA = "ة"
_REACH = 3
"""Speakers back to which another one is looked for."""


def going_on(verb: str, voice: Voice) -> Attribution | None:
    """The newest speaker that a folded verb of saying can be of, None where it is of none of the last ones.

    Args:
        verb: in the past, its و still on it.
        voice: what is remembered of speakers.
    """
    asked = _asks(verb)
    last = voice.last
    if last is None or not asked or not _differs(last, asked):
        return last
    return next((one for one in reversed(voice.named[-_REACH:]) if _is(one, asked)), None)


def _asks(verb: str) -> str:
    """``feminine`` or ``masculine`` by the ending of a verb of saying, "" where it shows none (لفت is masculine, its ت is no ending)."""
    bare = verb[1:] if verb[:1] in {"و", "ف"} and _says(verb[1:]) else verb
    if not _says(bare):
        return ""
    form = form_of(bare)
    if form == FEMININE:
        return (
            FEMININE
            if _says(bare.removesuffix(_SHE)) or _says(f"{bare.removesuffix(_SHE)}ي")
            else ""
        )
    return form if form == MASCULINE else ""


def _says(word: str) -> bool:
    return any(one.role == "cue" for one in look_up("cues", word))


def _form(speaker: Attribution) -> str:
    """The form of a body that speaks, by the first word of its name; "" of people and of names that show none."""
    first = speaker.text.split()[:1]
    if not first or first[0].isascii():
        return ""
    form = agreement_of(fold(first[0]))
    if form == FEMININE and first[0].endswith(_TA_MARBUTA) and not first[0].startswith(_ARTICLE):
        return FEMININE if len(speaker.text.split()) > 1 else ""
    if form == FEMININE and fold(first[0]).endswith("ه") and not first[0].endswith(_TA_MARBUTA):
        return ""
    return form if form in _FORMS else ""


def _differs(speaker: Attribution, asked: str) -> bool:
    return _form(speaker) not in {"", asked}


def _is(speaker: Attribution, asked: str) -> bool:
    return _form(speaker) == asked
