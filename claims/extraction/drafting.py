"""From the clauses of a sentence to its drafts: who says each, what kind it is, what it shares with the ones beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.claimant import by_claimant
from claims.extraction.clauses import Clause
from claims.extraction.doers import (
    accused,
    as_unsure,
    by_doctors,
    by_means,
    by_speaker,
    demanded,
    goes_on,
    of_another,
    of_next,
    presupposed,
    unclaimed,
)
from claims.extraction.draft import Draft, draft, elsewhere, revised
from claims.extraction.figures import countable, figures
from claims.extraction.in_general import led_modality
from claims.extraction.kinds_told import kinds_of
from claims.extraction.leads import bare, lead_of, tail_of
from claims.extraction.lexicon import look_up, match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.opinions import judges
from claims.extraction.own_days import may_bound, since_then
from claims.extraction.pointers import keys_of, overall, words_of
from claims.extraction.reserved import of_dates
from claims.extraction.scenes import scenes, spoken_at
from claims.extraction.speech import Speech, chain, said_on
from claims.extraction.stance import stance
from claims.extraction.telling import tells
from claims.extraction.theirs import again_theirs
from claims.model import Attribution, DateValue, Modality, Polarity

_FEWEST_WORDS = 3
_HEAD = 5
_FEWEST = 2
_WORDS_OF_A_TAG = 3
_COMMAS = frozenset({"،", ","})
_EFFECTS = frozenset({"effect", "uneventful"})
_BROUGHT = frozenset({"casualties", "damage", "arrest"})


def drafts_of(
    mentions: Mentions,
    pieces: tuple[Clause, ...],
    speeches: tuple[Speech, ...],
    standing: Attribution,
    apart: frozenset[int] = frozenset(),
) -> Iterator[Draft]:
    """The drafts of a sentence, clause by clause; ``standing`` says what no cue covers, ``apart`` what is told by itself."""
    before: Draft | None = None
    cause: Draft | None = None
    last: Clause | None = None
    lead: Range | None = None
    opening: Draft | None = None
    for number, piece in enumerate(pieces):
        if not bare(mentions.tokens.words, piece):
            lead = lead_of(mentions.tokens.words, piece, last, lead)
            last = piece
        told_by = chain(speeches, piece.tokens.first, standing)
        said = demanded(mentions, piece, told_by, standing, before)
        said = by_doctors(mentions, piece, pieces, presupposed(piece, said, standing), standing)
        earlier = cause if piece.link in _EFFECTS and cause is not None else before
        if (
            opening is not None
            and piece.link == "elaboration"
            and pieces[number - 1].link == "relative"
        ):
            earlier = opening
        dated_tokens = of_dates(mentions, piece.tokens) | apart
        for kind in kinds_of(mentions.tokens.words, piece, earlier) or _summed(piece, earlier):
            one = draft(
                mentions,
                piece,
                kind,
                said,
                stance(mentions.tokens, piece, kind, dated_tokens),
            )
            one = by_claimant(mentions, piece, by_speaker(mentions, piece, one))
            one = goes_on(mentions, piece, _since(mentions, piece, one), earlier)
            one = unclaimed(mentions, piece, by_means(mentions, piece, one, earlier))
            one = one if tells(mentions.tokens.words, piece, one) else revised(one, kind="")
            if of_another(mentions, piece, one) or _done_by_nobody(piece, kind):
                one = revised(one, own_subject=True)
            one = as_unsure(piece, one, before)
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            alone = earlier is None or of_next(piece, after, earlier)
            shared = one if alone or earlier is None else one.sharing(earlier)
            tail = tail_of(mentions.tokens.words, pieces, number)
            if cause is not None and tail is None and not alone:
                shared = _reported(mentions, shared, cause)
            shared = shared if before is None else _facing(mentions, piece, shared, before)
            whole = overall(mentions, one)
            own_days = whole or accused(mentions, piece)
            own_days = own_days or (earlier is not None and _another(mentions, one, earlier))
            shared = revised(shared, dates=one.dates) if own_days else shared
            shared = (
                revised(shared, places=one.places) if whole and one.link == "effect" else shared
            )
            shared = _placed(mentions, shared, piece)
            if not (lead is None is tail):
                shared = _to_come(mentions, revised(shared, lead=lead, tail=tail))
            opening = shared if number == 0 and not piece.triggers else opening
            if number == 0 and not piece.triggers and speeches:
                opened = spoken_at(mentions, shared.places, piece.tokens.first, speeches[0].head)
                shared = revised(shared, places=()) if opened else shared
                day = said_on(mentions, piece.tokens, speeches[0])
                shared = revised(shared, dates=()) if day else shared
            yield shared
            cause = shared if shared.kind in {"strike", "clash"} else cause
            if cause is not None and _parted(shared, cause):
                cause = None
        before = _handed_on(before, shared)


def _to_come(mentions: Mentions, one: Draft) -> Draft:
    """A deed with the auxiliary of the one before it stands to the fact as that one does ([the army *would*] destroy …)."""
    led = led_modality(mentions.tokens.words, one.lead)
    asserted = one.modality is Modality.ASSERTED
    return revised(one, modality=led) if asserted and led is not one.modality else one


def _done_by_nobody(piece: Clause, kind: str) -> bool:
    """Whether what is neither deed nor loss is told by its noun alone: nobody did it because he did what was told before (اشتباكات … *وإغلاق* الطريق)."""
    return kind == "other" and any(t.role == "masdar" and t.kind == kind for t in piece.triggers)


def _reported(mentions: Mentions, one: Draft, before: Draft) -> Draft:
    """A loss of which somebody tells right behind the deed, with that deed's time, place and doer (قصف …، *وتشير المعلومات إلى إصابة ثلاثة*)."""
    if one.link != "said" or one.kind not in _BROUGHT:
        return one
    words, first = mentions.tokens.words, one.tokens.first
    hits = (match("clauses", words, index, first) for index in range(before.tokens.end, first))
    apart = any(hit is not None and hit[0].role == "contrast" for hit in hits)
    certain = before.modality is Modality.ASSERTED and before.polarity is Polarity.AFFIRMED
    bare = not (one.places or one.dates or one.actors) and len(before.dates) <= 1
    if apart or not (bare and certain):
        return one
    return revised(one, dates=before.dates, places=before.places, actors=before.actors)


def _facing(mentions: Mentions, piece: Clause, one: Draft, before: Draft) -> Draft:
    """A draft with those on the other side whom the one before it tells: who fought there, or whose positions were hit already."""
    return again_theirs(mentions, piece, _fought(mentions, piece, one, before), before)


def _fought(mentions: Mentions, piece: Clause, one: Draft, before: Draft) -> Draft:
    """Fighting with somebody behind what was taken after it was there and by both (سيطر الجيش على سنجة *بعد معارك مع الدعم السريع*)."""
    words, fight = mentions.tokens.words, next(iter(piece.triggers), None)
    if one.kind != "clash" or fight is None or before.kind != "control" or one.places:
        return one
    near = range(fight.tokens.end, min(piece.tokens.end, fight.tokens.end + _FEWEST_WORDS))
    if not (before.places and any(words[index] == "مع" for index in near)):
        return one
    known = {party.id or party.name for party in one.actors}
    others = tuple(p for p in before.actors if (p.id or p.name) not in known)
    return revised(one, places=before.places, actors=(*others, *one.actors))


def _parted(one: Draft, cause: Draft) -> bool:
    """Whether an earlier or later loss elsewhere stands behind a deed (سبق ذلك بيوم ارتكاب مجزرة في …): what follows came of it."""
    spots, there = keys_of(one.places), keys_of(cause.places)
    apart = elsewhere(one.places, cause.places) or (bool(spots and there) and not spots & there)
    return one.link == "contrast" and one.kind == "casualties" and apart


def _summed(piece: Clause, before: Draft | None) -> tuple[str, ...]:
    """The kind of a toll so far that no word of it names (…, *bringing the total to 120*): that of what it adds to."""
    return (before.kind,) if piece.link == "total" and before is not None else ("",)


def _since(mentions: Mentions, piece: Clause, one: Draft) -> Draft:
    """An opening *since* clause tells nothing of its own; its day is a time that is open to the right, also one right behind *since*.

    Nor does a clause whose deeds are only told when by (عشية ارتكاب مجزرة …): it hands nothing on.
    """
    if piece.triggers and not one.kind:
        return revised(one, dates=(), places=(), actors=(), targets=())
    first = piece.tokens.first
    if mentions.tokens.words[first] != "since" or piece.link != "main":
        return one
    if not one.dates:
        return revised(one, dates=since_then(mentions, first))
    days = tuple(
        replace(d, edtf=f"{d.edtf}/..", reason="since") if may_bound(d) else d for d in one.dates
    )
    told = mentions.range(one.dates[0].span).first <= first + 1
    return revised(one, dates=days, kind=one.kind if told else "")


def _placed(mentions: Mentions, one: Draft, piece: Clause) -> Draft:
    """A clause that states no place has that of the words which tell about its nouns (القوات التي عبرت النهر قرب …)."""
    told = Range(piece.tokens.end, piece.whole.end)
    if not (one.targets or one.quantities) or one.places or told.first >= told.end:
        return one
    found = within(mentions.places, mentions.span(told))
    return revised(one, places=scenes(mentions, found, told.first))


def _another(mentions: Mentions, one: Draft, earlier: Draft) -> bool:
    """Whether a draft tells of one more deed somewhere else (مضيفاً أن *غارة أخرى* دمرت مدرسة في …): its day is not told."""
    head = mentions.tokens.words[one.tokens.first : one.tokens.first + _HEAD]
    more = not words_of("one more").isdisjoint(head)
    return more and elsewhere(one.places, earlier.places)


def _handed_on(before: Draft | None, now: Draft) -> Draft:
    """What the next clause may share: a clause without an event hands on what it was handed."""
    if before is None or now.kind:
        return now
    return revised(
        now,
        dates=now.dates or before.dates,
        places=now.places or before.places,
        actors=now.actors or before.actors,
        kind=before.kind if before.kind != "announcement" else "",
    )


def fallback(
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
    whole = Clause(Range(_opening(pieces, longest, speeches), tokens.end), "main", ())
    if any(s.head.first > longest.tokens.first for s in speeches):
        whole = longest
    said = chain(speeches, whole.tokens.first, standing)
    how = stance(mentions.tokens, whole, "other", of_dates(mentions, whole.tokens))
    made = _of_itself(mentions, draft(mentions, whole, "other", said, how))
    if made.kind == "other" and countable(figures(made.quantities)):
        made = revised(made, kind="statistic")
    elif made.modality in {Modality.POSSIBLE, Modality.PLANNED}:
        made = revised(made, kind="position")
    if made.kind != "other":
        yield made
    elif _stands_alone(mentions, made, standing):
        yield revised(made, kind="position") if judges(mentions, made) else made


def _opening(pieces: tuple[Clause, ...], longest: Clause, speeches: tuple[Speech, ...]) -> int:
    """The token that a statement opens with whose longest clause only goes on a few words before it (العملية جرت *وسط* انتشار …)."""
    at = pieces.index(longest)
    while at and pieces[at].link == "contrast":
        before, here = pieces[at - 1].tokens, pieces[at].tokens
        short = before.end - before.first <= _FEWEST_WORDS
        if (
            not short
            or here.first - before.end > 1
            or any(before.first <= one.head.first < here.first for one in speeches)
        ):
            break
        at -= 1
    return pieces[at].tokens.first


def _of_itself(mentions: Mentions, made: Draft) -> Draft:
    """A statement without the days that only tell about a noun, between commas (فلان، *وهو أحد منفذي هجوم 5 مايو*، لا يزال …)."""
    own = tuple(day for day in made.dates if not _set_off(mentions, made.tokens, day))
    return made if len(own) == len(made.dates) else revised(made, dates=own)


def _set_off(mentions: Mentions, tokens: Range, day: DateValue) -> bool:
    words, here = mentions.tokens.words, mentions.range(day.span)
    opens = next((i for i in range(here.first, tokens.first, -1) if words[i] in _COMMAS), 0)
    closes = next((i for i in range(here.end, tokens.end - 1) if words[i] in _COMMAS), 0)
    told = look_up("clauses", words[opens + 1]) if opens and closes else ()
    return any(one.role == "relative" for one in told)


def _stands_alone(mentions: Mentions, made: Draft, standing: Attribution) -> bool:
    """Whether a sentence without a known event is worth a claim: a named source says it, or it has a day and a scene."""
    said = made.attribution[-1] != standing
    if not said and _only_written(mentions, made.tokens):
        return False
    return said or (bool(made.dates) and bool(made.places or made.actors or made.targets))


def _only_written(mentions: Mentions, tokens: Range) -> bool:
    """Whether an Arabic line names a town, a day and at most an agency: it says when and where something was written (بغداد 26 شوال 1436 هـ … واس)."""
    words, span = mentions.tokens.words, mentions.span(tokens)
    days, spots = within(mentions.dates, span), within(mentions.places, span)
    if not (days and spots) or words[tokens.first].isascii():
        return False
    named = [mentions.range(day.span) for day in days]
    named += [mentions.range(spot.span) for spot in spots]
    named += [mentions.range(source.span) for source in within(mentions.sources, span)]
    told = (i for i in range(tokens.first, tokens.end) if words[i].isalpha() and len(words[i]) > 1)
    return sum(not any(i in one for one in named) for i in told) <= 1
