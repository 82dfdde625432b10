"""Correspondents as sources: of a medium that no lexicon knows, and those whom an article points back to."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.heard import Heard
from claims.extraction.mentions import Range
from claims.extraction.quoted_names import QUOTES
from claims.extraction.smallwords import speech_words
from claims.extraction.voice import Voice
from claims.text.shadow import fold

_OURS = "نا"


def of_unknown_medium(words: tuple[str, ...], place: Range, end: int) -> bool:
    """Whether a correspondent is told by whose he is, and no lexicon knows it (ذكر *مراسل* الجسر أن)."""
    if place.end - place.first > 1 or words[place.first] not in speech_words("correspondents"):
        return False
    ours = words[place.first].endswith(_OURS)
    stops = speech_words("stop") - QUOTES
    return not ours and place.end < end and words[place.end] not in stops


def known_correspondent(heard: Heard, voice: Voice) -> Heard:
    """A correspondent whom an article points back to (وأضاف *المراسل*) is the one who was named before, where one was."""
    speaker = heard.speaker
    if speaker is None or fold(speaker.text) not in speech_words("the correspondent"):
        return heard
    heads = ((fold(one.text).split(), one) for one in reversed(voice.named))
    known = speech_words("correspondents")
    meant = next((one for head, one in heads if head and head[0] in known), None)
    if meant is None:
        return heard
    cue, span = speaker.cue_span, speaker.span
    pointed_to = replace(meant, cue=speaker.cue, text=speaker.text, span=span, cue_span=cue)
    return replace(heard, speaker=pointed_to)
