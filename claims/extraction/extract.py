"""Document to claims: the whole stage in one pass over the sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.amid import amid, by_itself, counts_alone, outside
from claims.extraction.arabic_statement import apart
from claims.extraction.clauses import cut
from claims.extraction.dateline import dated, written
from claims.extraction.denials import answers
from claims.extraction.discourse import carried
from claims.extraction.draft import Draft
from claims.extraction.drafting import drafts_of, fallback
from claims.extraction.elided_losses import with_elided
from claims.extraction.finished import distinct, finished
from claims.extraction.generalities import in_general
from claims.extraction.hanging import hangs
from claims.extraction.headed import Told, headed
from claims.extraction.inserted import inserted, without
from claims.extraction.itemised import without_names
from claims.extraction.labels import labelled_by
from claims.extraction.later import told_later
from claims.extraction.leading import led
from claims.extraction.linked import without_links
from claims.extraction.listed_losses import with_counted, with_listed_losses
from claims.extraction.mentions import Mentions, Range, find_mentions, indices
from claims.extraction.overlong import shortened
from claims.extraction.posts import Post, posts
from claims.extraction.quotations import spoken
from claims.extraction.reserved import of_figures, of_names
from claims.extraction.sections import Labelled, sections
from claims.extraction.sought import without_sought
from claims.extraction.speech import Speech, find_speech, own_voice
from claims.extraction.spread import spread
from claims.extraction.story import Here, begun
from claims.extraction.telling import settled
from claims.extraction.tolls import with_tolls
from claims.extraction.triggers import triggers_in
from claims.extraction.unread import left_over, whole
from claims.extraction.voice import Voice
from claims.model import (
    PLAIN,
    Attribution,
    Claim,
    Document,
    Extraction,
    Problem,
    Role,
    Sentence,
    Wordlist,
)
from claims.text.sentences import sentences

_ASIDE = frozenset({Role.CHROME, Role.DATELINE, Role.CAPTION})
_FEWEST = 2
_NEAR = 4


def extract(document: Document, wordlist: Wordlist = PLAIN) -> Extraction:
    """The atomic claims of a document, in order, and what was not understood.

    Deterministic and offline; the same bytes give the same claims with the same ids. The returned document carries
    its publication date where a dateline states it and nobody gave one.

    Args:
        document: the document.
        wordlist: parties and places that the case adds to the lexicons.
    """
    parts = sentences(document)
    parts = without_links(document, parts)
    parts, overlong = shortened(document, parts)
    document = dated(document, parts)
    mentions = with_listed_losses(find_mentions(written(document, parts), wordlist), parts)
    voice = Voice()
    told: list[Told] = []
    read = sections(mentions, parts)
    posted = posts(mentions, parts)
    story = begun(mentions, parts)
    parts = tuple(map(_set_aside, parts, read, posted))
    for number, (part, labelled, post) in enumerate(zip(parts, read, posted, strict=True)):
        tokens = labelled.tokens
        if post.begins:
            voice, story = Voice(), story.left()
        if part.role in _ASIDE or post.heads or tokens.first >= tokens.end:
            continue
        speeches, heard = find_speech(mentions, tokens, voice)
        standing = _standing(mentions, voice, post, quoted=part.quoted)
        voice = labelled_by(mentions, tokens, heard)
        drafts = tuple(
            post.over(labelled.section.over(one))
            for one in _read(mentions, tokens, speeches, standing)
        )
        drafts = without_names(
            mentions, drafts, (before for one in told[-_NEAR:] for before in one.drafts)
        )
        if part.role is not Role.HEADLINE:
            item = part.role is Role.LIST_ITEM
            here = Here(number, part.paragraph, part.span.start, item)
            drafts = carried(mentions, drafts, story, here)
        story = story.told(mentions, drafts, number, part)
        told.append(Told(part, tokens, drafts, speeches, post.begins))
    whose = spoken(mentions, told)
    claims, problems = _claims(mentions, headed(mentions, led(mentions, whose)))
    return Extraction(document, parts, distinct(claims), (*document.problems, *overlong, *problems))


def _claims(mentions: Mentions, told: Sequence[Told]) -> tuple[list[Claim], list[Problem]]:
    """The claims of sentences, in order, and the words of them that were not understood."""
    claims: list[Claim] = []
    problems: list[Problem] = []
    for one in told:
        part = one.part
        found = [
            claim
            for before, made in zip((None, *one.drafts), one.drafts, strict=False)
            for claim in (finished(mentions, part, atom) for atom in spread(mentions, made))
            if not in_general(mentions, made, claim, before)
        ]
        claims.extend(apart(found) if part.language == "ar" else found)
        if not found:
            problems.append(whole(mentions.document.id, part.span))
        else:
            problems.extend(left_over(mentions, one.tokens, one.speeches, found))
    return claims, problems


def _set_aside(part: Sentence, labelled: Labelled, post: Post) -> Sentence:
    """A sentence that only heads an entry or a post is its dateline."""
    heads = labelled.heads or (post.heads and part.role is not Role.CHROME)
    return replace(part, role=Role.DATELINE) if heads else part


def _standing(mentions: Mentions, voice: Voice, post: Post, *, quoted: bool) -> Attribution:
    """Who says what no cue covers: whose quotation, statement or post goes on, whom the line above names, else the publisher."""
    return (voice.last if quoted else voice.label or voice.floor) or post.by or own_voice(mentions)


def _read(
    mentions: Mentions, tokens: Range, speeches: tuple[Speech, ...], standing: Attribution
) -> tuple[Draft, ...]:
    """What a sentence states, in order."""
    words = mentions.tokens.words
    triggers = triggers_in(
        mentions.tokens, tokens, of_names(mentions, tokens), of_figures(mentions, tokens)
    )
    triggers = with_tolls(mentions, tokens, with_counted(mentions, tokens, triggers))
    triggers = with_elided(mentions, tokens, without_sought(words, tokens.first, triggers))
    aside = inserted(mentions, tokens, triggers, speeches)
    cited = indices(aside)
    parting = tuple(one for one in speeches if one.head.first not in cited)
    told_amid = tuple(
        one for one in amid(words, tokens, triggers) if not counts_alone(mentions, one, triggers)
    )
    denied = answers(words, tokens)
    triggers = outside(triggers, denied)
    mentions = without(mentions, (*aside, *denied))
    further = [
        one
        for relative in told_amid
        for one in drafts_of(
            mentions, settled(mentions, by_itself(tokens, relative, triggers)), speeches, standing
        )
    ]
    mentions = without(mentions, told_amid)
    pieces = settled(
        mentions, cut(mentions, tokens, outside(triggers, told_amid), parting, told_amid)
    )
    found = drafts_of(mentions, pieces, speeches, standing, indices(told_amid))
    drafts = told_later(mentions, tuple(found))
    drafts = tuple(sorted((*drafts, *further), key=lambda one: one.tokens.first))
    told = tuple(one for one in drafts if one.kind and _says_enough(mentions, one))
    return told or tuple(fallback(mentions, tokens, pieces, speeches, standing))


def _says_enough(mentions: Mentions, one: Draft) -> bool:
    """Whether a draft has words enough to be a statement; a figure of people needs only the deed behind it (… *وأربعة* في غارة على …)."""
    lost = one.kind == "casualties" and one.tail is not None and bool(one.quantities)
    return lost or (_words_in(mentions, one) >= _FEWEST and not hangs(mentions, one))


def _words_in(mentions: Mentions, one: Draft) -> int:
    return sum(map(str.isalnum, mentions.tokens.words[one.tokens.first : one.tokens.end]))
