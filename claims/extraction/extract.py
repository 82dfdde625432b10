"""Document to claims: the whole stage in one pass over the sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.arabic_statement import apart
from claims.extraction.clauses import Clause, cut
from claims.extraction.dateline import dated
from claims.extraction.discourse import begun, carried
from claims.extraction.doers import (
    as_unsure,
    by_speaker,
    demanded,
    goes_on,
    of_another,
    of_next,
    presupposed,
)
from claims.extraction.draft import Draft, draft, told_later
from claims.extraction.figures import countable, figures
from claims.extraction.leads import bare, lead_of, tail_of
from claims.extraction.lexicon import (
    kinds,
    match,
)
from claims.extraction.mentions import Mentions, Range, find_mentions, within
from claims.extraction.scenes import scenes, spoken_at
from claims.extraction.sections import Labelled, sections
from claims.extraction.speech import Speech, chain, find_speech, labelled_by, own_voice
from claims.extraction.spread import Atom, spread
from claims.extraction.stance import stance, unchecked
from claims.extraction.statement import borrowed, statement
from claims.extraction.telling import relative, settled, tells
from claims.extraction.triggers import Trigger, find_triggers
from claims.extraction.unread import left_over, whole
from claims.extraction.voice import Voice
from claims.model import (
    PLAIN,
    Attribution,
    Claim,
    Document,
    Extraction,
    Modality,
    Problem,
    Role,
    Sentence,
    Wordlist,
)
from claims.text.sentences import sentences

_ASIDE = frozenset({Role.CHROME, Role.DATELINE, Role.CAPTION})
_FEWEST_WORDS = 3
_FEWEST = 2
_WORDS_OF_A_TAG = 3
_SUBJECT_REACH = 4
_ORGANISED = frozenset(
    {"state", "armed group", "militia", "military", "coalition", "ministry", "media"}
)
_COUNTED = frozenset({"casualties", "strike", "clash", "damage"})
_RETELLING = frozenset({"effect", "elaboration"})
_EFFECTS = frozenset({"effect", "uneventful"})
_DONE_TO = frozenset({"casualties", "damage", "displacement"})


def extract(document: Document, wordlist: Wordlist = PLAIN) -> Extraction:
    """The atomic claims of a document, in order, and what was not understood.

    Deterministic and offline; the same bytes give the same claims with the same ids. The returned document carries
    its publication date where a dateline states it and nobody gave one.

    Args:
        document: the document.
        wordlist: parties and places that the case adds to the lexicons.
    """
    parts = sentences(document)
    document = dated(document, parts)
    mentions = find_mentions(document, wordlist)
    voice = Voice()
    claims: list[Claim] = []
    problems: list[Problem] = []
    read = sections(mentions, parts)
    story = begun(mentions, parts, headings=_headed(parts, read))
    parts = tuple(map(_set_aside, parts, read))
    for number, (part, labelled) in enumerate(zip(parts, read, strict=True)):
        tokens = labelled.tokens
        if part.role in _ASIDE or tokens.first >= tokens.end:
            continue
        speeches, heard = find_speech(mentions, tokens, voice)
        standing = _standing(mentions, voice, quoted=part.quoted)
        voice = labelled_by(mentions, tokens, heard)
        drafts = tuple(
            labelled.section.over(one) for one in _read(mentions, tokens, speeches, standing)
        )
        if part.role is not Role.HEADLINE:
            drafts = carried(mentions, drafts, story, number, part.paragraph)
        story = story.told(mentions, drafts, number, part)
        found = [_claim(mentions, part, atom) for one in drafts for atom in spread(mentions, one)]
        claims.extend(apart(found) if part.language == "ar" else found)
        if not found:
            problems.append(whole(document.id, part.span))
        else:
            problems.extend(left_over(mentions, tokens, speeches, found))
    return Extraction(document, parts, _distinct(claims), (*document.problems, *problems))


def _set_aside(part: Sentence, labelled: Labelled) -> Sentence:
    """A sentence that only heads an entry is its dateline."""
    return replace(part, role=Role.DATELINE) if labelled.heads else part


def _standing(mentions: Mentions, voice: Voice, *, quoted: bool) -> Attribution:
    """Who says what no cue covers: whose quotation or statement goes on, whom the line above names, else the publisher."""
    return (voice.last if quoted else voice.label or voice.floor) or own_voice(mentions)


def _headed(parts: tuple[Sentence, ...], read: tuple[Labelled, ...]) -> bool:
    """Whether a place stands as a heading of what is below it; the one before a headline is of the headline alone."""
    return any(
        below.section.places and part.role is not Role.HEADLINE
        for part, below in zip(parts, read, strict=True)
    )


def _read(
    mentions: Mentions, tokens: Range, speeches: tuple[Speech, ...], standing: Attribution
) -> tuple[Draft, ...]:
    """What a sentence states, in order."""
    words = mentions.tokens.words
    triggers = find_triggers(words, tokens, _named(mentions, tokens), _counted(mentions, tokens))
    pieces = settled(mentions, cut(mentions, tokens, triggers, speeches))
    drafts = told_later(mentions, tuple(_drafts(mentions, pieces, speeches, standing)))
    told = tuple(one for one in drafts if one.kind and _words_in(mentions, one) >= _FEWEST)
    return told or tuple(_fallback(mentions, tokens, pieces, speeches, standing))


def _words_in(mentions: Mentions, one: Draft) -> int:
    return sum(word.isalnum() for word in mentions.tokens.words[one.tokens.first : one.tokens.end])


def _named(mentions: Mentions, tokens: Range) -> frozenset[int]:
    """The tokens of a sentence that are names of places or of organisations (هيئة تحرير الشام frees nobody)."""
    span = mentions.span(tokens)
    ranges = [mentions.range(place.span) for place in within(mentions.places, span)]
    for party in within(mentions.parties, span):
        name = Range(mentions.token_at(party.span.start), mentions.range(party.span).end)
        if party.kind not in _ORGANISED or name.first >= name.end:
            continue
        words = mentions.tokens.words
        ends = (name.first, name.end - 1) if words[name.first].isascii() else (name.first,)
        told = [hit for at in ends if (hit := match("predicates", words, at, name.end))]
        if all(hit[0].kind not in _COUNTED for hit in told):
            ranges.append(name)
    named = {index for name in ranges for index in range(name.first, name.end)}
    return frozenset(named.union(_compounded(mentions, tokens)))


def _compounded(mentions: Mentions, tokens: Range) -> Iterator[int]:
    """The tokens that a hyphen joins to a word before them (*Hamas-controlled*, *US-backed*, *cease-fire*)."""
    words, raw = mentions.tokens.words, mentions.document.text
    for index in range(tokens.first + 2, tokens.end):
        if words[index - 1] == "-" and words[index].isascii() and words[index - 2].isalpha():
            start, dash = mentions.origins[index], mentions.origins[index - 1]
            if not raw[dash - 1].isspace() and not raw[start - 1].isspace():
                yield index


def _counted(mentions: Mentions, tokens: Range) -> frozenset[int]:
    """The tokens of a sentence that belong to figures."""
    found = within(mentions.quantities, mentions.span(tokens))
    ranges = (mentions.range(quantity.span) for quantity in found)
    return frozenset(index for figure in ranges for index in range(figure.first, figure.end))


def _dated(mentions: Mentions, tokens: Range) -> frozenset[int]:
    """The tokens of a clause that belong to dates."""
    ranges = (mentions.range(d.span) for d in within(mentions.dates, mentions.span(tokens)))
    return frozenset(index for date in ranges for index in range(date.first, date.end))


def _drafts(
    mentions: Mentions,
    pieces: tuple[Clause, ...],
    speeches: tuple[Speech, ...],
    standing: Attribution,
) -> Iterator[Draft]:
    before: Draft | None = None
    cause: Draft | None = None
    last: Clause | None = None
    lead: Range | None = None
    for number, piece in enumerate(pieces):
        if not bare(mentions.tokens.words, piece):
            lead = lead_of(mentions.tokens.words, piece, last, lead)
            last = piece
        said = demanded(mentions, piece, chain(speeches, piece.tokens.first, standing), standing)
        said = presupposed(piece, said, standing)
        earlier = cause if piece.link in _EFFECTS and cause is not None else before
        dated_tokens = _dated(mentions, piece.tokens)
        for kind in _kinds_of(mentions.tokens.words, piece, earlier) or ("",):
            one = draft(
                mentions,
                piece,
                kind,
                said,
                stance(mentions.tokens.words, piece, kind, dated_tokens),
            )
            one = _since(mentions, piece, by_speaker(mentions, piece, one))
            one = goes_on(mentions, piece, one, earlier)
            one = one if tells(mentions.tokens.words, piece, one) else replace(one, kind="")
            if of_another(mentions, piece, one):
                one = replace(one, own_subject=True)
            one = as_unsure(piece, one, before)
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            alone = earlier is None or of_next(piece, after, earlier)
            shared = one if alone or earlier is None else one.sharing(earlier)
            shared = replace(
                _placed(mentions, shared, piece),
                lead=lead,
                tail=tail_of(mentions.tokens.words, pieces, number),
            )
            if number == 0 and not piece.triggers and speeches:
                opened = spoken_at(mentions, shared.places, piece.tokens.first, speeches[0].head)
                shared = replace(shared, places=()) if opened else shared
            yield shared
            cause = shared if shared.kind in {"strike", "clash"} else cause
        before = _carried(before, shared)


def _since(mentions: Mentions, piece: Clause, one: Draft) -> Draft:
    """An opening *since* clause tells nothing of its own; its day is a time that is open to the right."""
    first = piece.tokens.first
    if mentions.tokens.words[first] != "since" or piece.link != "main" or not one.dates:
        return one
    days = tuple(
        d if "/" in d.edtf else replace(d, edtf=f"{d.edtf}/..", reason="since") for d in one.dates
    )
    return replace(one, dates=days, kind="")


def _placed(mentions: Mentions, one: Draft, piece: Clause) -> Draft:
    """A clause that states no place has that of the words which tell about its nouns (القوات التي عبرت النهر قرب …)."""
    told = Range(piece.tokens.end, piece.whole.end)
    if not (one.targets or one.quantities) or one.places or told.first >= told.end:
        return one
    return replace(one, places=scenes(mentions, within(mentions.places, mentions.span(told))))


def _carried(before: Draft | None, now: Draft) -> Draft:
    """What the next clause may share: a clause without an event hands on what it was handed."""
    if before is None or now.kind:
        return now
    return replace(
        now,
        dates=now.dates or before.dates,
        places=now.places or before.places,
        actors=now.actors or before.actors,
        kind=before.kind if before.kind != "announcement" else "",
    )


def _kinds_of(words: tuple[str, ...], piece: Clause, before: Draft | None) -> tuple[str, ...]:
    """The kinds a clause states: its heaviest, and the strike that brought it about unless that was stated before."""
    told = [t for t in piece.triggers if piece.link == "relative" or not relative(words, t)]
    present = sorted(
        {_by_subject(words, t, piece) for t in told or piece.triggers},
        key=lambda kind: -kinds()[kind].weight,
    )
    if not present:
        return ()
    if any(t.kind == "position" and t.role == "verb" for t in piece.triggers):
        return ("position",)
    deed = _deed(piece, present) if present[0] in _DONE_TO else ""
    if deed:
        if present[0] == "damage" and not _leads_to(piece, deed, "damage"):
            return (present[0],)
        told_before = _named_before(before) and piece.link in _RETELLING
        return (present[0],) if told_before or _retold(piece, deed) else (deed, present[0])
    return (present[0],)


def _by_subject(words: tuple[str, ...], trigger: Trigger, piece: Clause) -> str:
    """The kind of a predicate; the Arabic verb *targeted* has that of the attack or blast which is its subject (انفجار استهدف …)."""
    if trigger.kind != "strike" or trigger.role != "verb" or words[trigger.tokens.first].isascii():
        return trigger.kind
    before = [t for t in piece.triggers if t.tokens.first < trigger.tokens.first]
    subject = before[-1] if before else None
    near = subject is not None and trigger.tokens.first - subject.tokens.end <= _SUBJECT_REACH
    clash = near and subject is not None and subject.kind == "clash" and subject.role == "noun"
    return "clash" if clash else trigger.kind


def _deed(piece: Clause, present: list[str]) -> str:
    """The kind of the deed that a clause states with what it brought about, "" for none.

    A bombing or an attack is one where its noun is the subject (*a car bomb* killed two).
    """
    if "strike" in present:
        return "strike"
    first = next((t for t in piece.triggers if t.kind == "clash"), None)
    noun = first is not None and first.role == "noun" and first is piece.triggers[0]
    return "clash" if noun and piece.link == "main" else ""


def _leads_to(piece: Clause, deed: str, effect: str) -> bool:
    """Whether a deed stands before its effect; behind it, the deed's noun is what was damaged (shot down six rockets)."""
    first = {t.kind: t.tokens.first for t in reversed(piece.triggers)}
    return first[deed] < first[effect]


def _retold(piece: Clause, kind: str) -> bool:
    """Whether a clause only points at a deed that was told before (أدى القصف إلى، in the strike)."""
    return all(trigger.known for trigger in piece.triggers if trigger.kind == kind)


def _named_before(before: Draft | None) -> bool:
    """Whether the clause before already states a strike or what it brought about."""
    return before is not None and before.kind in {"strike", "casualties", "damage"}


def _fallback(
    mentions: Mentions,
    tokens: Range,
    pieces: tuple[Clause, ...],
    speeches: tuple[Speech, ...],
    standing: Attribution,
) -> Iterator[Draft]:
    """A sentence without a known predicate is one statement: a figure, an opinion or something else."""
    longest = max(pieces, key=lambda p: p.tokens.end - p.tokens.first, default=None)
    if longest is None or longest.tokens.end - longest.tokens.first < _FEWEST_WORDS:
        return
    told = mentions.tokens.words[longest.tokens.first : longest.tokens.end]
    if sum(word.isalpha() for word in told) < _FEWEST:
        return
    words = mentions.tokens.words[tokens.first : tokens.end]
    if words.count("#") * _WORDS_OF_A_TAG >= sum(word.isalnum() for word in words):
        return
    whole = Clause(Range(longest.tokens.first, tokens.end), "main", ())
    if any(s.head.first > longest.tokens.first for s in speeches):
        whole = longest
    said = chain(speeches, whole.tokens.first, standing)
    how = stance(mentions.tokens.words, whole, "other", _dated(mentions, whole.tokens))
    made = draft(mentions, whole, "other", said, how)
    if made.kind == "other" and countable(figures(made.quantities)):
        made = replace(made, kind="statistic")
    elif made.modality in {Modality.POSSIBLE, Modality.PLANNED}:
        made = replace(made, kind="position")
    if made.kind != "other" or _stands_alone(made, standing):
        yield made


def _stands_alone(made: Draft, standing: Attribution) -> bool:
    """Whether a sentence without a known event is worth a claim: a named source says it, or it has a day and a scene."""
    said = made.attribution[-1] != standing
    return said or (bool(made.dates) and bool(made.places or made.actors or made.targets))


def _claim(mentions: Mentions, part: Sentence, atom: Atom) -> Claim:
    made = atom.draft
    span = mentions.span(made.tokens)
    quote = span.of(mentions.document.text)
    reason = unchecked(mentions.tokens.words, made.tokens, atom.kind, made.modality)
    claim = Claim(
        id="",
        document=mentions.document.id,
        span=span,
        quote=quote,
        statement=statement(mentions, atom, part.language),
        kind=atom.kind,
        date=atom.date,
        places=atom.places,
        actors=made.actors,
        targets=made.targets,
        quantities=atom.quantities,
        attribution=made.attribution,
        polarity=made.polarity,
        modality=made.modality,
        checkable=not reason,
        unchecked=reason,
        context=part.span,
        borrowed=borrowed(mentions, atom),
        unread=within(mentions.unread, span),
        published=mentions.document.published,
    )
    return replace(claim, id=identify(claim))


def identify(claim: Claim) -> str:
    """The id of a claim: 16 hex digits over its document, span, kind, values, speaker, polarity and modality."""
    figures = "|".join(f"{q.unit}:{q.of}:{q.low}:{q.high}:{q.span.start}" for q in claim.quantities)
    places = "|".join(place.id or place.name for place in claim.places)
    date = claim.date.edtf if claim.date else ""
    parties = "|".join(party.id or party.name for party in (*claim.actors, *claim.targets))
    parts = (
        claim.document,
        f"{claim.span.start}-{claim.span.end}",
        claim.kind,
        date,
        figures,
        places,
        parties,
        claim.speaker.source,
        claim.polarity,
        claim.modality,
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _distinct(claims: list[Claim]) -> tuple[Claim, ...]:
    kept = {claim.id: claim for claim in claims}
    return tuple(sorted(kept.values(), key=lambda c: (c.span, c.date.span.start if c.date else -1)))
