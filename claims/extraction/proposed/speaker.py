"""Who says it: a proposed speaker held against the acts of saying that we read ourselves.

Where the text, as we read it, attributes the words to somebody, the proposal must name one of that chain. Where we read
nobody, it may add a speaker whom the text names and we read as a source, with a word of saying that stands in the text.
"""

from __future__ import annotations

from claims.extraction.proposed.faults import Fault
from claims.extraction.proposed.find import find
from claims.extraction.proposed.proposal import ProposedSpeaker
from claims.extraction.proposed.slots import Site, at
from claims.extraction.speech import own_voice
from claims.model import Attribution, Modality, Span

_BESIDE = 4
"""Tokens that may stand between a speaker and the word of saying."""

Said = tuple[tuple[Attribution, ...], Modality]


def speaker(site: Site, proposed: ProposedSpeaker | None) -> Said | Fault:
    """The chain of who says a claim, outermost first, and how it stands to it."""
    ours, modality = site.reading.said(site.number, site.quote)
    own = own_voice(site.mentions)
    nobody = ours == (own,)
    if proposed is None:
        read = ours[-1].source
        return (ours, modality) if nobody else Fault("proposal-speaker-left-out", read=read)
    spans = site.spans(proposed.words)
    if not spans:
        return Fault("proposal-words-missing", proposed.words)
    named = _sources(site, spans)
    names = {one.source for one in named}
    if nobody:
        return (ours, modality) if own.source in names else _added(site, proposed, named)
    if names.isdisjoint(link.source for link in ours):
        return Fault("proposal-speaker-differs", proposed.words, read=ours[-1].source)
    return ours, modality


def _added(site: Site, proposed: ProposedSpeaker, named: tuple[Attribution, ...]) -> Said | Fault:
    if len({one.source for one in named}) != 1:
        return Fault("proposal-speaker-unread", proposed.words)
    one = named[0]
    cue = _cue(site, proposed.cue, one)
    if cue is None:
        return Fault("proposal-speaker-without-cue", proposed.words)
    said = cue.of(site.reading.document.text)
    link = Attribution(one.source, one.lineage, said, one.text, one.span, cue)
    return (link,), Modality.ASSERTED


def _cue(site: Site, words: str, speaker: Attribution) -> Span | None:
    """The proposed word of saying, where it stands beside the speaker in one sentence."""
    if speaker.span is None:
        return None
    name = site.mentions.range(speaker.span)
    for hit in find(site.reading.searched[site.reading.at(speaker.span.start)], words):
        if 0 <= max(hit.first - name.end, name.first - hit.end) <= _BESIDE:
            return site.mentions.span(hit)
    return None


def _sources(site: Site, spans: tuple[Span, ...]) -> tuple[Attribution, ...]:
    """Everybody who speaks, or can speak, at these words; words that only point back (he added) name whom we resolve."""
    heard = tuple(
        speech.speaker
        for number in site.passage.sentences
        for speech in site.reading.heard[number].speeches
        if speech.speaker is not None
        and any(site.mentions.span(speech.head).overlaps(span) for span in spans)
    )
    able = tuple(
        Attribution(party.name, party.lineage, "", party.text, party.span)
        for span in spans
        for party in at(site.mentions.sources, span)
    )
    return (*heard, *able)
