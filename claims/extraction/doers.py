"""Who says and who does what a clause tells, where its own words leave that to the ones before it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from claims.extraction.clauses import Clause
from claims.extraction.draft import Draft
from claims.extraction.leads import adverbs
from claims.extraction.lexicon import load, match
from claims.extraction.markers import NOBODY, can_attack, downs, markers
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.positions import position_of
from claims.extraction.possessed import owner_of, whose_deed
from claims.extraction.smallwords import auxiliaries, conjunctions, continuing, speech_words
from claims.extraction.standing import MARKS
from claims.extraction.triggers import match_exact
from claims.model import Attribution, Modality, Party
from claims.slots.party import find_parties
from claims.text.shadow import fold

_DOABLE = frozenset({"strike", "clash", "arrest", "damage", "control", "movement"})
_DEEDS = frozenset({"strike", "clash"})
_SUFFERED = frozenset({"casualties", "damage", "displacement"})
_AT = frozenset({"في"})
_WITH_MEANS = frozenset({"casualties", "strike"})
_NOUNS = frozenset({"noun", "masdar"})
_DEFENCE = " Ministry of Defence"
_OWNED = 4
_BE = frozenset({"was", "were", "been", "being"})
_TO_THEM = frozenset({("لهم",), ("له",), ("لها",), ("لهما",)})
_THEIR = (("its",), ("their",))
_ANNOUNCING = ("اعلن", "تعلن", "يعلن", "تبن")
_WE = "نا"
_SHORTEST = 4
_PERSONS = ("ت", "وا", "ها", "هم", "ته")

_PASSED_ON = frozenset({Modality.POSSIBLE, Modality.REPEATED})
_HELD_OVER = frozenset({Modality.POSSIBLE, Modality.PLANNED})

Said = tuple[tuple[Attribution, ...], Modality]
"""Who says it, outermost first, and how the speaker stands to it."""


def demanded(
    mentions: Mentions, piece: Clause, said: Said, standing: Attribution, before: Draft | None
) -> Said:
    """Who demands, blames or welcomes holds that position: its subject is the speaker where nobody else is.

    A further demand without a subject (وأدان المجلس …، *ودعا إلى* …) is of who holds the position ``before`` it.
    """
    if said[0] != (standing,):
        return said
    for trigger in piece.triggers:
        if trigger.kind == "position" and trigger.role == "verb":
            heard = position_of(mentions, piece.tokens, trigger.tokens)
            if (
                heard is None
                and before is not None
                and (trigger.joined or _as_well(mentions, trigger.tokens.first))
                and before.kind == "position"
            ):
                return before.attribution, said[1]
            return ((heard,), said[1]) if heard else said
    return said


def accused(mentions: Mentions, piece: Clause) -> bool:
    """Whether a clause tells what somebody is accused of in a text (بياناً … اتهم فيه …): that text's day is not that of the deed."""
    first = piece.tokens.first
    return first > 0 and mentions.tokens.words[first - 1] in speech_words("wherein")


def _as_well(mentions: Mentions, index: int) -> bool:
    """Whether كما stands before a verb: who did the one before did this one."""
    return index > 0 and mentions.tokens.words[index - 1] == "كما"


def by_doctors(
    mentions: Mentions,
    piece: Clause,
    pieces: tuple[Clause, ...],
    said: Said,
    standing: Attribution,
) -> Said:
    """Who says a deed whose losses stand in an effect behind it, cited to doctors (شن هجوماً، ما أسفر عن إصابة 14 *حسب مصدر طبي*).

    They know of the killed and hurt; the deed is told by who writes. A comma before the citation makes it one of all the sentence.
    """
    speaker = said[0][-1]
    if speaker.cue_span is None or piece.link == "effect" or len(said[0]) > 1:
        return said
    if all(one.link != "effect" for one in pieces):
        return said
    if mentions.tokens.words[mentions.token_at(speaker.cue_span.start) - 1] in {"،", ","}:
        return said
    if speech_words("medical").isdisjoint(fold(speaker.text).split()):
        return said
    after = pieces[pieces.index(piece) + 1 :]
    losses = any(
        one.link == "effect" and any(t.kind == "casualties" for t in one.triggers) for one in after
    )
    own = any(t.kind in {"casualties", "relief"} for t in piece.triggers)
    return ((standing,), said[1]) if losses and not own else said


def presupposed(piece: Clause, said: Said, standing: Attribution) -> Said:
    """Who denies a loss does not deny the deed that it is said to come from (نفى مقتل مدنيين عقب القصف): it is told as known."""
    denied = piece.link == "cause" and said[1] is Modality.DENIED
    return ((standing,), Modality.ASSERTED) if denied else said


def as_unsure(piece: Clause, one: Draft, before: Draft | None) -> Draft:
    """The cause of what is only rumoured, or keeps happening, is so as well (وسط أنباء عن سقوط ضحايا نتيجة قذيفة).

    What comes of a deed that keeps happening does as well (تتعرض المدينة للقصف باستمرار، *ما يؤدي إلى سقوط ضحايا*).

    So is a noun joined to what may be or is planned (قد يؤدي إلى مقتل الآلاف ونزوح مئات الآلاف).
    """
    if before is None or one.modality is not Modality.ASSERTED:
        return one
    if (
        piece.link == "joined"
        and piece.triggers
        and all(t.role == "masdar" for t in piece.triggers)
    ):
        return replace(one, modality=before.modality) if before.modality in _HELD_OVER else one
    if piece.link == "effect" and before.modality is Modality.REPEATED and not one.quantities:
        return replace(one, modality=before.modality)
    if piece.link != "cause":
        return one
    return replace(one, modality=before.modality) if before.modality in _PASSED_ON else one


def of_next(piece: Clause, after: Clause | None, before: Draft) -> bool:
    """Whether a loss joined to a deed came from another deed, told right behind it (قصفت …، وسقط جرحى باشتباكات في …)."""
    told = before.kind in _DEEDS and piece.link == "joined"
    suffered = any(trigger.kind in _SUFFERED for trigger in piece.triggers)
    return told and suffered and after is not None and after.link == "cause"


def by_speaker(mentions: Mentions, piece: Clause, one: Draft) -> Draft:
    """A deed without a doer whose subject is a pronoun for the speaker (أعلنت قسد أنها اعتقلت …، the army said it …)."""
    speaker = one.attribution[-1]
    if speaker.span is None or any(party.kind not in NOBODY for party in one.actors):
        return one
    first = piece.tokens.first
    near = mentions.tokens.words[max(0, first - 1) : first + 1]
    infinitive = mentions.tokens.words[first : first + 2] == ("to", "have")
    ours = _we_did(mentions, piece, speaker)
    own_deed = ours or _announced_by(mentions, piece, speaker)
    own_deed = own_deed or whose_deed(mentions, piece, one, speaker)
    if own_deed and (
        one.kind in _DOABLE or (ours and one.quantities) or _kills_by_noun(mentions, piece)
    ):
        return replace(one, actors=own_deed)
    begin = first + (near[-1] in speech_words("that"))
    own = mentions.tokens.words[begin : begin + 1]
    forces = not speech_words("own forces").isdisjoint(own)
    theirs = mentions.tokens.words[begin : begin + _OWNED]
    owned = theirs[:1] in _THEIR
    fight = owned and not _troops().isdisjoint(theirs[1:])
    if owned and not fight:
        return one
    forces = forces or fight
    people = not speech_words("own people").isdisjoint(own)
    pronoun = not speech_words("itself").isdisjoint(near) and not _empty(mentions, first)
    itself = infinitive or forces or people or pronoun
    if not itself or (pronoun and not forces and _suffered(mentions, piece)):
        return one
    parties = within(mentions.sources, speaker.span)
    fit = parties and (can_attack(parties[0]) or (one.actors and parties[0].kind == "ministry"))
    kills = forces or (pronoun and _kills_itself(mentions, first))
    kills = kills and one.kind == "casualties" and bool(one.quantities)
    army = _troops_of(parties[0]) if parties and own and forces else None
    if army is not None and (one.kind in _DOABLE or kills):
        return replace(one, actors=(army,))
    return replace(one, actors=(parties[0],)) if fit and (one.kind in _DOABLE or kills) else one


def _we_did(mentions: Mentions, piece: Clause, speaker: Attribution) -> tuple[Party, ...]:
    """The fighters who speak, where the first Arabic verb of a clause is in the first person (*استهدفنا* المطار، وقتلنا 3 جنود)."""
    verb = next((t.tokens for t in piece.triggers if t.role == "verb"), None)
    word = mentions.tokens.words[verb.first] if verb is not None else ""
    if speaker.span is None or not word.endswith(_WE) or len(word) <= _SHORTEST:
        return ()
    fighters = within(mentions.sources, speaker.span)[:1]
    return fighters if all(map(can_attack, fighters)) else ()


def _kills_itself(mentions: Mentions, first: int) -> bool:
    """Whether an English verb of loss stands right behind the pronoun at or before a token (*it had* also *killed* nine)."""
    words = mentions.tokens.words
    at = first if words[first] in speech_words("itself") else first - 1
    at += 1
    while at < len(words) - 1 and words[at] in speech_words("between") | MARKS:
        at += 1
    hit = match("predicates", words, at, len(words)) if words[at].isascii() else None
    return hit is not None and hit[0].kind == "casualties" and hit[0].role == "verb"


def _suffered(mentions: Mentions, piece: Clause) -> bool:
    """Whether the English verb of a clause is passive (it said *it had been hit*): its subject did not do that."""
    verb = next((t.tokens.first for t in piece.triggers if t.role == "verb"), 0)
    before = mentions.tokens.words[max(0, verb - 2) : verb]
    return not _BE.isdisjoint(before) and not mentions.tokens.words[verb].endswith("ing")


def _empty(mentions: Mentions, first: int) -> bool:
    """Whether the pronoun at the head of an Arabic clause may stand for nobody (أنه *بعد* التفجير نفذ الفصيل …)."""
    words = mentions.tokens.words
    index = first if words[first] in speech_words("empty") else first - 1
    return words[index] in speech_words("empty") and words[index + 1] in adverbs()


def _troops_of(speaker: Party) -> Party | None:
    """The troops of a ministry of defence that speaks of *its forces*, None for any other speaker."""
    if not speaker.name.endswith(_DEFENCE):
        return None
    found = _named_troops(f"{speaker.name.removesuffix(_DEFENCE)} forces")
    return found and replace(found, text=speaker.text, span=speaker.span)


@lru_cache(maxsize=256)
def _named_troops(name: str) -> Party | None:
    found = find_parties(name)
    return found[0] if len(found) == 1 and found[0].name == name else None


def _announced_by(mentions: Mentions, piece: Clause, speaker: Attribution) -> tuple[Party, ...]:
    """Who announces a deed of his own by its verbal noun (أعلن الحوثيون *إسقاط* طائرة، *تنفيذ* عملية): right behind the speaker, no أن between."""
    if speaker.span is None or speaker.cue_span is None or not piece.triggers:
        return ()
    words, first = mentions.tokens.words, piece.triggers[0].tokens.first
    if words[first - 1] in markers().announced:
        first -= 1
    cue = words[mentions.token_at(speaker.cue_span.start)]
    behind = mentions.token_at(speaker.span.end - 1) + 1
    near = 0 <= first - behind <= 1 or _only_when_announced(mentions, Range(behind, first))
    parties = within(mentions.sources, speaker.span)[:1]
    announces = cue.removeprefix("و").removeprefix("ف").startswith(_ANNOUNCING)
    own = words[first].removeprefix("عن") in markers().announced
    return parties if near and announces and own and all(map(can_attack, parties)) else ()


def _kills_by_noun(mentions: Mentions, piece: Clause) -> bool:
    """Whether a clause opens with a verbal noun of killing that somebody does (*اغتيال* قيادي), not only of dying."""
    words, first = mentions.tokens.words, piece.triggers[0].tokens.first
    return words[first] in markers().killing or words[first - 1] in markers().killing


def _only_when_announced(mentions: Mentions, gap: Range) -> bool:
    """Whether words between a speaker and a deed only say when and in what he announced it (أعلنت قسد، *اليوم، في بيان*، تنفيذ …)."""
    if gap.end <= gap.first:
        return False
    days = [mentions.range(d.span) for d in within(mentions.dates, mentions.span(gap))]
    words = mentions.tokens.words
    return all(
        words[index] in markers().publishing or any(index in day for day in days)
        for index in range(gap.first, gap.end)
    )


def of_another(mentions: Mentions, piece: Clause, one: Draft) -> bool:
    """Whether a clause has a doer of its own, which none knows.

    An English one joined to another with a subject (; *one* hit grain silos), one that tells what was shot down: who
    fired it did not do that, or one whose verb says right away to whom it is done (اشتبك المسلحون مع قوات … دمرت *لهم* عربات): hardly by them.
    """
    words = mentions.tokens.words
    if one.kind == "casualties" and _own_lost(words, piece):
        return True
    if one.kind == "damage" and any(downs(words[t.tokens.first]) for t in piece.triggers):
        return True
    verb = next((t for t in piece.triggers if t.role in {"verb", "light"}), None)
    if verb is not None and words[verb.tokens.end : verb.tokens.end + 1] in _TO_THEM:
        return True
    if (
        one.kind not in _DOABLE
        or piece.link != "joined"
        or verb is None
        or not words[verb.tokens.first].isascii()
    ):
        return False
    between = words[piece.tokens.first : verb.tokens.first]
    return any(word.isalpha() and word not in conjunctions() | auxiliaries() for word in between)


def _own_lost(words: tuple[str, ...], piece: Clause) -> bool:
    """Whether an English clause tells that somebody lost people of his own (and *three of its men had been killed*): not by him."""
    verb = next((t.tokens.first for t in piece.triggers if t.role == "verb"), piece.tokens.first)
    ahead = words[piece.tokens.first : verb]
    theirs = next((i for i, word in enumerate(ahead) if (word,) in _THEIR), None)
    return (
        theirs is not None
        and not _troops().isdisjoint(ahead[theirs:])
        and not _BE.isdisjoint(ahead)
    )


def goes_on(mentions: Mentions, piece: Clause, one: Draft, before: Draft | None) -> Draft:
    """A further deed without a subject of its own is of who did the one before (كما اعتقلت شاباً، ثم قصفت …)."""
    words = mentions.tokens.words
    verb = next((t for t in piece.triggers if t.kind == one.kind and t.role == "verb"), None)
    if before is None or verb is None or one.actors or one.kind not in _DOABLE:
        return one
    opens = continuing().issuperset(words[piece.tokens.first : verb.tokens.first])
    after = words[verb.tokens.end : verb.tokens.end + 1]
    another = any(t.tokens.first == verb.tokens.end for t in piece.triggers)
    plain = not words[verb.tokens.first].endswith(_PERSONS) or another or not after
    opened = opens and verb.tokens.first > piece.tokens.first
    return one if plain or not opened else replace(one, actors=before.actors)


def by_means(mentions: Mentions, piece: Clause, one: Draft, before: Draft | None) -> Draft:
    """A deed told as the means of the one before it is of who did that (ارتكبت الطائرات مجزرة … *باستهداف* سوق، قتل مسلحون 15 *في هجوم*, killed 15 *in its strikes*)."""
    words = mentions.tokens.words
    deed = next((t for t in piece.triggers if t.kind == one.kind and t.role in _NOUNS), None)
    if before is None or deed is None or one.actors or piece.link != "cause":
        return one
    word = words[deed.tokens.first]
    means = word.startswith("ب") and not match_exact(word)
    means = means or words[deed.tokens.first - 1] in _AT
    means = means or owner_of(words, piece, deed.tokens.first) >= 0
    done = before.kind in _WITH_MEANS and one.kind in _DEEDS
    return replace(one, actors=before.actors) if means and done else one


def unclaimed(mentions: Mentions, piece: Clause, one: Draft) -> Draft:
    """A deed without a doer where somebody does not claim it (لم تتبنَّ قسد مسؤوليتها عن القصف): the deed is told, and no doer."""
    if not one.actors or one.kind not in _DEEDS:
        return one
    words, end = mentions.tokens.words, piece.tokens.end
    named = next((i for i in range(piece.tokens.first, end) if words[i] in _claimed()), None)
    if named is None:
        return one
    hits = (match("modality", words, i, named) for i in range(piece.tokens.first, named))
    if not any(hit is not None and hit[0].kind == "negated" for hit in hits):
        return one
    return replace(one, actors=(), modality=Modality.ASSERTED)


@cache
def _troops() -> frozenset[str]:
    """English nouns behind *its* for who fights for the speaker."""
    return frozenset(load("roles.toml")["en"]["troops"])


@cache
def _claimed() -> frozenset[str]:
    roles = load("roles.toml")
    return frozenset(fold(word) for lang in ("ar", "en") for word in roles[lang]["claimed"])
