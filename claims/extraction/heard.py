"""Who was heard at a word of saying, and how a name in the text becomes the one who says it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.mentions import Mentions, Range
from claims.model import Attribution, Lineage, Party


@dataclass(frozen=True, slots=True)
class Heard:
    """Who speaks, None for nobody that can be named; the tokens of cue and speaker; the kind of party it is."""

    speaker: Attribution | None
    head: Range
    kind: str = ""


def by_party(mentions: Mentions, party: Party, cue: Range) -> Attribution:
    """A known source as the one who speaks at ``cue``."""
    said = mentions.tokens.quote(cue.first, cue.end)
    return Attribution(party.name, party.lineage, said, party.text, party.span, mentions.span(cue))


def by_words(mentions: Mentions, name: Range, cue: Range) -> Attribution:
    """The words of ``name`` as they stand as the one who speaks at ``cue``: a source that no lexicon knows."""
    text = mentions.tokens.quote(name.first, name.end)
    said = mentions.tokens.quote(cue.first, cue.end)
    span = mentions.span(name)
    return Attribution(text, Lineage.UNKNOWN, said, text, span, mentions.span(cue))
