"""The Arabic claim in words that stand alone: a sentence with its subject, what befell whom, where and when.

A clause that opens with what ties it to the one before loses that; an effect keeps the clause that brought it about, in
brackets before it, and a loss told before its cause keeps the cause behind it. What is then still unsaid follows in
brackets with the small words that a reader would say with it (في بلدة سرمين، في 3 أيار/مايو 2019).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from claims.extraction.arms import is_arm
from claims.extraction.lexicon import kinds, load, look_up, match
from claims.extraction.listed_losses import befell
from claims.extraction.mentions import Mentions, Range
from claims.extraction.publishing import called
from claims.extraction.scene_words import scene_words
from claims.extraction.smallwords import leads, tolls
from claims.extraction.spread import Atom
from claims.extraction.triggers import find_triggers, match_exact
from claims.model import Claim, DateValue, Party, Span
from claims.slots.party import caption as caption_of
from claims.slots.time import caption
from claims.text.shadow import fold
from claims.text.tokens import tokens, where

_DEEDS = frozenset({"strike", "clash"})
_SUFFERED = frozenset({"casualties", "damage", "displacement"})
_VERBS = frozenset({"verb", "light"})
_TIES = "وف"
_AND = "و"
_ONTO = "بل"
_FEMININE = ("ه", "ات", "تين", "تان")
_PLURAL = frozenset({"هجمات", "اشتباكات", "مواجهات", "معارك", "قذائف", "صواريخ", "مداهمات"})
_KEPT_SIGNS = frozenset('"«“”»(#[')
_HAMZAS = frozenset("أإآ")
_TIED_FORM = re.compile(r"و(?:ال\w{3,}|است\w{2,}|ا\wت\w{2,}|ان\w{3,}|[يت]\w{3,})$")
"""Folded forms of nouns with the article, of verbs of the eighth, seventh and tenth form and of the present, behind و."""
_ADJECTIVES = ("يه", "يتين", "يتان")
"""Folded ends of adjectives for somebody's forces, in the feminine of raids and shells (روسية، الإسرائيليتين)."""
_PRONOUNS = ("وا", "ها", "هم", "ه", "تا")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Openings:
    """Phrases that words may open with, the longest first, and the first words of them."""

    phrases: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    dropped: _Openings
    effects: _Openings
    beside: _Openings
    particles: frozenset[str]
    whereto: frozenset[str]
    own_waw: tuple[str, ...]
    ours: frozenset[str]
    theirs: frozenset[str]
    in_the_name: frozenset[str]
    one_of: frozenset[str]
    happened: tuple[str, str]
    by: str
    hands: str
    inside: str
    to: str
    on: str
    weekday: str
    about: str


@cache
def _wording() -> _Wording:
    data = load("statement.toml")

    def longest_first(name: str) -> _Openings:
        phrases = sorted((tokens(one).words for one in data[name]), key=len, reverse=True)
        return _Openings(tuple(phrases), tuple({phrase[0] for phrase in phrases}))

    return _Wording(
        longest_first("dropped"),
        longest_first("effects"),
        longest_first("beside"),
        frozenset(map(fold, data["particles"])),
        frozenset(map(fold, data["whereto"])),
        tuple(map(fold, data["own_waw"])),
        frozenset(map(fold, data["ours"])),
        frozenset(map(fold, data["theirs"])),
        frozenset(map(fold, data["in_the_name"])),
        frozenset(map(fold, data["one_of"])),
        (data["happened"][0], data["happened"][1]),
        data["by"],
        data["at the hands of"],
        data["in"],
        data["to"],
        data["on"],
        data["on_weekday"],
        data["about"],
    )


def opened(mentions: Mentions, atom: Atom) -> tuple[str, Range]:
    """What stands in brackets or nothing before the quote, and the tokens of the quote that the statement keeps.

    The lead that an effect hangs on; *there was* before a noun of action that begins a clause without a verb.
    """
    words, own, text = mentions.tokens.words, atom.draft.tokens, mentions.document.text
    lead = atom.draft.lead
    if lead is not None:
        shown = _after(words, lead, _wording().dropped)
        told = worded(mentions, shown, mentions.span(shown).of(text))
        return f"[{told}{_preposition(words, atom, lead)}] ", own
    kept = _after(words, _unmarked(words, own), _wording().dropped)
    kept = _after(words, kept, _wording().effects)
    bare = _after(words, kept, _wording().beside)
    kept = bare if look_up("predicates", words[bare.first]) else kept
    kept = _without_effect(words, atom, _without_toll(words, atom, kept))
    return _happened(words, atom, kept) or befell(mentions, kept, atom.quantities), kept


def _unmarked(words: tuple[str, ...], own: Range) -> Range:
    """A stretch without the signs before its first word (🔴 عاجل: …); quotation marks, brackets and tags stay."""
    first = own.first
    while first < own.end - 1 and not words[first].isalnum() and words[first] not in _KEPT_SIGNS:
        first += 1
    return Range(first, own.end)


def _without_toll(words: tuple[str, ...], atom: Atom, kept: Range) -> Range:
    """A deed behind the toll that it is the cause of (في حصيلة أولية *لقصف* على …), without that toll."""
    ahead = {words[kept.first], words[min(kept.first + 1, kept.end - 1)]}
    if atom.kind not in _DEEDS or atom.draft.link != "cause" or tolls().isdisjoint(ahead):
        return kept
    found = [t.tokens.first for t in find_triggers(words, kept) if t.kind in _DEEDS]
    return Range(found[0], kept.end) if found else kept


def _without_effect(words: tuple[str, ...], atom: Atom, kept: Range) -> Range:
    """A deed without the verb of effect before it, whose effect is a claim of its own (أسفر قصف على …, *led to* what follows)."""
    verb = words[kept.first].lstrip(_TIES)
    after = Range(kept.first + 1, kept.end)
    if atom.kind not in _DEEDS or verb not in leads() or after.first >= after.end - 1:
        return kept
    return after if look_up("predicates", words[after.first]) else kept


def _preposition(words: tuple[str, ...], atom: Atom, lead: Range) -> str:
    """What ties a further loss to the verb of its lead, which is written onto the first loss (أدت [إلى] لمقتل … وإصابة)."""
    tied = lead.end < atom.draft.tokens.first and words[lead.end][0] in _ONTO
    noun = tied and bool(look_up("predicates", words[lead.end][1:]))
    onto = noun and atom.draft.link == "joined" and not match_exact(words[lead.end])
    return f" {_wording().to if words[lead.end][0] == 'ل' else _wording().inside}" if onto else ""


def _after(words: tuple[str, ...], own: Range, openings: _Openings) -> Range:
    """A stretch behind the first of some phrases that it begins with; two words at least are left."""
    opening = words[own.first] if own.first < own.end else ""
    if not opening.startswith(openings.heads):
        return own
    for phrase in openings.phrases:
        if not opening.startswith(phrase[0]):
            continue
        after = own.first + len(phrase)
        if phrase[-1] == "ل":
            after -= 1
            whole = words[own.first : after] == phrase[:-1] and words[after][0] == "ل"
        elif phrase[-1] == "ب":
            after -= 1
            whole = words[own.first : after] == phrase[:-1] and words[after][0] == "ب"
        else:
            whole = words[own.first : after] == phrase
        if whole and after + 1 < own.end:
            after += not words[after].isalnum()
            return Range(after, own.end)
    return own


def _happened(words: tuple[str, ...], atom: Atom, kept: Range) -> str:
    """*There was* before a deed told by its noun alone, where its clause is no headline but a cause or an effect."""
    before = words[kept.first - 1] if kept.first > atom.draft.tokens.first else ""
    beside = before == "مع" or before.lstrip(_TIES) in leads()
    if atom.kind not in _DEEDS or not (beside or atom.draft.link in {"cause", "effect"}):
        return ""
    found = find_triggers(words, kept)
    if not found or found[0].tokens.first != kept.first or found[0].role in _VERBS:
        return ""
    noun = _bare(words[kept.first])
    feminine = noun.endswith(_FEMININE) or noun in _PLURAL
    return f"[{_wording().happened[feminine]}] "


def _bare(word: str) -> str:
    """A folded noun of action without what is written onto its front."""
    while word[0] in _TIES + _ONTO and not match_exact(word) and len(word) > _SHORTEST:
        word = word[1:]
    return word


def joins_on(lead: Range, kept: Range) -> bool:
    """Whether a lead tells the losses right before a further one of their kin, which keeps its و (مقتل سيدة] *و*إصابة أبنائها)."""
    return lead.end == kept.first


def worded(mentions: Mentions, kept: Range, quote: str) -> str:
    """The quote without the letter that ties its first word to the clause before (وأصيب، بقصف، لمقتل)."""
    word = mentions.tokens.words[kept.first]
    if word == _AND and kept.first + 1 < kept.end:
        return quote[1:].lstrip()
    rest = word[1:]
    own = _is_own(word, mentions.tokens.words[kept.first : kept.end])
    tied = rest in _wording().particles | leads() or _only_tied(quote)
    if quote[:1] in _TIES and tied and not own:
        return quote[1:]
    if own or len(word) <= _SHORTEST or match_exact(word) or quote[:1] not in _TIES + _ONTO:
        return quote
    if word[0] in _TIES:
        said = word[0] == "و" and bool(look_up("cues", rest))
        return quote[1:] if look_up("predicates", rest) or said else quote
    deed = [one for one in look_up("predicates", rest) if one.role in {"noun", "masdar"}]
    if word.startswith("لل") and look_up("predicates", word[2:]):
        return f"ال{quote[2:]}"
    return quote[1:] if deed else quote


def _is_own(word: str, told: tuple[str, ...]) -> bool:
    """Whether the ف of a folded word is its own, and not that of the particle it looks like (*فقد* ثلاثة *حياتهم*)."""
    known = look_up("predicates", word) if word.startswith("ف") and match_exact(word) else ()
    return any(not one.needs.isdisjoint(told) for one in known)


def _only_tied(quote: str) -> bool:
    """Whether the و at the head of a quote is no letter of its first word: so its form says (وأقدم، وتشهد، واعتقل، والآخر)."""
    first = fold(quote.split(maxsplit=1)[0]).rstrip("،,:")
    if first.startswith(_wording().own_waw):
        return False
    return quote[1:2] in _HAMZAS or bool(_TIED_FORM.match(first))


def with_doer(mentions: Mentions, kept: Range, quote: str, doers: list[str]) -> str:
    """The quote with its subject behind the verb that opens it (اعتقلت [قسد] شاباً)."""
    words = quote.split()
    hit = match("predicates", mentions.tokens.words, kept.first, kept.end)
    length = hit[1] - kept.first if hit else 1
    return " ".join((*words[:length], f"[{' و'.join(doers)}]", *words[length:]))


def whose(mentions: Mentions, atom: Atom) -> tuple[int, str]:
    """The token of *our teams* or *its teams* in a claim and whose they are: of who says it; (-1, "") for none.

    *His* and *its* are read so at the head of somebody's words only.
    """
    speaker, words, own = atom.draft.attribution[-1], mentions.tokens.words, atom.draft.tokens
    publisher = mentions.document.publisher
    named = (
        speaker.text or called(mentions.document) or ("" if publisher is None else publisher.name)
    )
    if not named:
        return -1, ""
    if speaker.span is not None and words[own.first] in _wording().theirs:
        return own.first, named
    ours = where(words, _wording().ours, own.first, own.end)
    return (ours[0], named) if ours else (-1, "")


def takes_subject(mentions: Mentions, atom: Atom, kept: Range) -> bool:
    """Whether the statement opens with an active verb of a deed, behind which its subject may stand."""
    hit = match("predicates", mentions.tokens.words, kept.first, kept.end)
    verb = hit is not None and hit[0].role == "verb"
    pronoun = mentions.tokens.words[kept.first].endswith(_PRONOUNS)
    if hit is not None and hit[1] < kept.end:
        behind = mentions.tokens.words[hit[1]]
        if _is_deed(behind) or is_arm(behind) or (hit[0].aims and _is_means(behind)):
            return False
    return verb and not pronoun and atom.kind not in _SUFFERED


def _is_deed(word: str) -> bool:
    """Whether a word is a noun of action with the article, the subject of the verb before it (طال *القصف*)."""
    known = look_up("predicates", word[2:]) if word.startswith("ال") else ()
    return any(one.role in {"noun", "masdar"} for one in known)


def _is_means(word: str) -> bool:
    """Whether a word behind a verb that aims is its subject: an attack or one of its munitions (استهدفت *غارات*، *إحدى* القذائف)."""
    known = any(one.role in {"noun", "masdar"} for one in look_up("predicates", word))
    return (known and match_exact(word)) or word in _wording().one_of


def unsaid(atom: Atom, said: tuple[Span, ...], *, doer: bool) -> Iterator[str]:
    """What the words leave unsaid, each with its small word: who did it, where, on what day.

    Args:
        atom: the claim.
        said: the spans that the statement shows, that of the quote first.
        doer: whether who did it is to be told here.
    """

    def open_(span: Span) -> bool:
        return not any(one.covers(span) for one in said)

    wording = _wording()
    doers = list(dict.fromkeys(_party(one) for one in atom.draft.actors if open_(one.span)))
    if doers and doer:
        by = wording.hands if atom.kind in _SUFFERED else wording.by
        yield f"{by} {' و'.join(doers)}"
    where = [place for place in atom.places if open_(place.span)]
    yield from scene_words(where, wording.inside, wording.whereto)
    if (
        atom.date is not None
        and (open_(atom.date.span) or _only_around(atom.date, said))
        and says_day(atom.date)
    ):
        yield _day(atom.date)


def _only_around(date: DateValue, said: tuple[Span, ...]) -> bool:
    """Whether a day stands only in the lead or the cause, in words that name no year (فجر اليوم)."""
    return not said[0].covers(date.span) and not states_year(date)


def states_year(date: DateValue) -> bool:
    """Whether the words of a date name its year; where it has none that anybody knows, nothing is lacking but the day of *today*."""
    if date.reason == "called-today":
        return False
    year = date.edtf[:4]
    digits = "".join(str(int(letter)) if letter.isdecimal() else " " for letter in date.text)
    return not year.isdecimal() or year in digits.split()


def says_day(date: DateValue) -> bool:
    """Whether anything is known of the day beside the hours: «أمس» in a text of no known day says nothing elsewhere."""
    return date.edtf != "XXXX-XX-XX" or date.weekday is not None


def doers_unsaid(atom: Atom, said: tuple[Span, ...]) -> list[str]:
    """Who did it, where the statement does not show it."""
    hidden = (p for p in atom.draft.actors if not any(one.covers(p.span) for one in said))
    return list(dict.fromkeys(map(_party, hidden)))


def _party(party: Party) -> str:
    """A party as its text says it, without the preposition written onto it; by name where its text is an adjective (روسية)."""
    text = party.text
    if not _wording().in_the_name.isdisjoint(fold(text).split()):
        return caption_of(party, "ar")
    lone = " " not in text
    named = party.name.endswith(" forces") and not fold(text).startswith("ال")
    if lone and (named or fold(text).endswith(_ADJECTIVES)):
        return caption_of(party, "ar")
    if fold(text).startswith("لل"):
        return f"ال{text[2:]}"
    return text


def _day(date: DateValue) -> str:
    words = caption(date, "ar")
    if date.edtf == "XXXX-XX-XX":
        return f"{_wording().weekday} {words}"
    return f"{_wording().on} {words}" if words[:1].isdecimal() else words


def apart(claims: list[Claim]) -> list[Claim]:
    """Claims of one sentence whose statements would read alike, each with what it alone is about in brackets.

    That is its figure, its day, its place or its kind, whichever first tells it from the others.
    """
    alike: dict[str, list[Claim]] = {}
    for claim in claims:
        alike.setdefault(claim.statement, []).append(claim)
    counts = {
        statement: [Counter(map(about, same)) for about in _ABOUT]
        for statement, same in alike.items()
        if len(same) > 1
    }
    return [_told_apart(claim, counts.get(claim.statement, [])) for claim in claims]


def _told_apart(claim: Claim, counts: list[Counter[str]]) -> Claim:
    """A claim with the first thing in brackets that it alone is about.

    Args:
        claim: the claim.
        counts: of how many claims that read alike each thing is said, for each of `_ABOUT`; none where no other reads alike.
    """
    for about, count in zip(_ABOUT, counts, strict=False):
        told = about(claim)
        if told and count[told] == 1:
            return replace(claim, statement=f"{claim.statement} [{_wording().about}: {told}]")
    return claim


def _figures(claim: Claim) -> str:
    return "، ".join(one.text for one in claim.quantities)


def _days(claim: Claim) -> str:
    return caption(claim.date, "ar") if claim.date else ""


def _places(claim: Claim) -> str:
    return "، ".join(one.text for one in claim.places)


def _kind(claim: Claim) -> str:
    return kinds()[claim.kind].caption.ar


_ABOUT = (_figures, _days, _places, _kind)
"""What may tell claims apart that read alike, in this order."""
