"""The claim in words that stand alone.

The quote is kept as it is; what a reader would have to look for elsewhere stands around it in [square brackets]: the words
it hangs on and whom its pronoun means before it or in it, who did it, where, and the day behind it, each where the quote
does not say it. The day of a list stands in place of the list. What is denied or doubted begins with who does so.
"""

from __future__ import annotations

from claims.extraction.arabic_statement import (
    doers_unsaid,
    joins_on,
    opened,
    says_day,
    states_year,
    takes_subject,
    unsaid,
    whose,
    with_doer,
    worded,
)
from claims.extraction.lexicon import look_up
from claims.extraction.mentions import Mentions, Range
from claims.extraction.smallwords import speech_words
from claims.extraction.spread import Atom
from claims.extraction.triggers import triggers_of
from claims.model import Attribution, DateValue, Modality, Party, Place, Span
from claims.slots.time import caption

_HELD_OFF = frozenset({Modality.DENIED, Modality.DOUBTED})
_SUFFERED = frozenset({"casualties", "damage", "displacement", "arrest"})
_VERBS = frozenset({"verb", "light"})
_FULL_DAY, _MONTH, _YEAR = len("2018-04-03"), len("2018-04"), len("2018")


def borrowed(mentions: Mentions, atom: Atom) -> tuple[Span, ...]:
    """Where the values stand that a claim has from outside of its quote, each span once.

    Actors, places, the date; and the words it hangs on, and whom its pronoun means.
    """
    own = mentions.span(atom.draft.tokens)
    values = (*atom.draft.actors, *atom.places, *((atom.date,) if atom.date else ()))
    spans = [value.span for value in values]
    if atom.draft.tail is not None:
        spans.append(mentions.span(atom.draft.tail))
    if atom.draft.lead is not None:
        spans.append(mentions.span(atom.draft.lead))
    elif _meant(mentions, atom) or whose(mentions, atom)[1]:
        spans.extend(link.span for link in atom.draft.attribution[-1:] if link.span)
    return tuple(dict.fromkeys(span for span in spans if not own.covers(span)))


def statement(mentions: Mentions, atom: Atom, language: str) -> str:
    """The statement of an atomic claim in the language of its sentence."""
    if language == "ar":
        return _arabic(mentions, atom)
    own = mentions.span(atom.draft.tokens)
    text = mentions.document.text
    quote = _dated(own.of(text), own, atom, language)
    lead = mentions.span(atom.draft.lead) if atom.draft.lead is not None else None
    stance = _stance_of(atom, language)
    ahead = lead.of(text) if lead is not None else "" if stance else _said_only(mentions, atom)
    meant = _meant(mentions, atom) if lead is None and not stance else ""
    if meant:
        first, _, rest = quote.partition(" ")
        quote = f"{first} [{meant}] {rest}"
    quote = f"{quote}{_claimed_by(mentions, atom)}"
    told = _told(atom, own, lead, meant)
    return _joined(f"{stance}[{ahead}] " if ahead else stance, quote, told)


def _claimed_by(mentions: Mentions, atom: Atom) -> str:
    """The participle and who speaks behind words that end in its auxiliary (the attack was *[claimed by the group]*), "" otherwise."""
    speaker, own = atom.draft.attribution[-1], mentions.span(atom.draft.tokens)
    last = mentions.tokens.words[atom.draft.tokens.end - 1]
    if speaker.span is None or speaker.cue_span is None or last not in speech_words("passive"):
        return ""
    follows = 0 <= speaker.cue_span.start - own.end <= 1
    if not follows or speaker.span.start < speaker.cue_span.end:
        return ""
    return f" [{mentions.document.text[speaker.cue_span.start : speaker.span.end]}]"


def _joined(ahead: str, quote: str, told: str) -> str:
    return " ".join(f"{ahead}{quote} [{told}]".split() if told else f"{ahead}{quote}".split())


def _arabic(mentions: Mentions, atom: Atom) -> str:
    """Lead, quote, cause, and what is still unsaid, as an Arabic sentence."""
    text = mentions.document.text
    ahead, kept = opened(mentions, atom)
    own = mentions.span(kept)
    quote = _dated(own.of(text), own, atom, "ar")
    whole = atom.draft.lead is not None and (
        atom.draft.link != "joined" or joins_on(atom.draft.lead, kept)
    )
    quote = quote if whole else worded(mentions, kept, quote)
    quote = _explained(mentions, atom, quote)
    around = [mentions.span(one) for one in (atom.draft.lead, atom.draft.tail) if one is not None]
    said = (own, *around)
    doers = doers_unsaid(atom, said) if takes_subject(mentions, atom, kept) else []
    if doers and not ahead:
        quote = with_doer(mentions, kept, quote, doers)
    told = "، ".join(dict.fromkeys(unsaid(atom, said, doer=not doers or bool(ahead))))
    if atom.draft.tail is not None:
        told = "، ".join(filter(None, (mentions.span(atom.draft.tail).of(text), told)))
    return _joined(f"{_stance_of(atom, 'ar')}{ahead}", quote, told)


def _explained(mentions: Mentions, atom: Atom, quote: str) -> str:
    """The quote with whose people *our teams* are in brackets behind them (فرقنا [الدفاع المدني السوري])."""
    at, named = whose(mentions, atom)
    told = mentions.tokens.quote(at, at + 1) if at >= 0 else ""
    return quote.replace(told, f"{told} [{named}]", 1) if told else quote


def _told(atom: Atom, own: Span, lead: Span | None, meant: str) -> str:
    """What an English quote leaves unsaid, as a reader would say it: *by US forces, in Kunduz, on 3 October 2015*."""

    def unsaid(span: Span) -> bool:
        return not own.covers(span) and not (lead is not None and lead.covers(span))

    speaker = atom.draft.attribution[-1].source
    doers = [p for p in atom.draft.actors if unsaid(p.span) and not (meant and p.name == speaker)]
    told = [f"by {_named(doer)}" for doer in doers]
    told += _scene([place for place in atom.places if unsaid(place.span)])
    if atom.date is not None and not own.covers(atom.date.span):
        led = lead is not None and lead.covers(atom.date.span) and states_year(atom.date)
        told += [_day(atom.date)] if says_day(atom.date) and not led else []
    return ", ".join(dict.fromkeys(told))


def _named(party: Party) -> str:
    """A party as its text says it; by its name where the text is only an adjective of it (*Russian* missiles)."""
    return party.name if party.name.startswith(f"{party.text} ") else party.text


def _scene(places: list[Place]) -> list[str]:
    """Places with *in* before the first of those that state no relation of their own."""
    told: list[str] = []
    inside = False
    for place in places:
        words = place.text.removesuffix("’s").removesuffix("'s").removeprefix("#")
        bare = place.relation == "in" and not words.startswith(("in ", "near ", "inside "))
        told.append(f"in {words}" if bare and not inside else words)
        inside = inside or bare
    return told


def _day(date: DateValue) -> str:
    words = caption(date, "en")
    if len(date.edtf) == _FULL_DAY and date.edtf[:4].isdecimal() and "/" not in date.edtf:
        return f"on {words}"
    return f"in {words}" if len(date.edtf) in {_MONTH, _YEAR} and words[0].isupper() else words


def _said_only(mentions: Mentions, atom: Atom) -> str:
    """Speaker and verb of saying before words that hold no verb and follow at once ([the agency reported] 11 dead)."""
    speaker, own = atom.draft.attribution[-1], mentions.span(atom.draft.tokens)
    if speaker.span is None or speaker.cue_span is None or not speaker.cue.isalpha():
        return ""
    follows = 0 <= own.start - speaker.cue_span.end <= 1 and speaker.span.end < own.start
    words = mentions.tokens.words[atom.draft.tokens.first : atom.draft.tokens.end]
    if follows and speaker.cue in speech_words("setting"):
        return f"{_who(speaker)} {speaker.cue}"
    if not follows or not speech_words("finite").isdisjoint(words):
        return ""
    verbs = (t.role in _VERBS for t in triggers_of(mentions.tokens, atom.draft.tokens))
    return "" if any(verbs) else f"{_who(speaker)} {speaker.cue}"


def _meant(mentions: Mentions, atom: Atom) -> str:
    """Whom the pronoun at the head of somebody's words means: the one who speaks, where it is no object of the deed."""
    words, tokens = mentions.tokens.words, atom.draft.tokens
    speaker = atom.draft.attribution[-1]
    if atom.draft.link != "said" or speaker.span is None or not _latin_pronoun(words, tokens):
        return ""
    return _who(speaker)


def _who(speaker: Attribution) -> str:
    """A speaker as the text says it, by the name of the source where it is a pronoun."""
    pronoun = speaker.text.lower() in speech_words("pronouns")
    return speaker.source if pronoun else speaker.text


def _latin_pronoun(words: tuple[str, ...], tokens: Range) -> bool:
    after = words[tokens.first + 1 : tokens.first + 3]
    passive = not speech_words("passive").isdisjoint(after)
    return words[tokens.first] in speech_words("own words") and not passive


def _stance_of(atom: Atom, language: str) -> str:
    """Who denies or doubts it, in brackets before the quote: without that the words would assert what was denied."""
    speaker = atom.draft.attribution[-1]
    if atom.draft.modality not in _HELD_OFF or not speaker.cue:
        return ""
    cited = any(
        one.role == "preposition" for one in look_up("cues", speaker.cue.lower().split()[0])
    )
    first = language == "ar" or cited
    words = (speaker.cue, speaker.text) if first else (speaker.text, speaker.cue)
    return f"[{' '.join(words).strip()}] "


def _dated(quote: str, own: Span, atom: Atom, language: str) -> str:
    """The quote with the day of a list in place of the list, or with the year of a day that states none."""
    date = atom.date
    if date is None or not own.covers(date.span) or not says_day(date):
        return quote
    words = caption(date, language)
    if atom.listed is not None and own.covers(atom.listed):
        first, last = atom.listed.start - own.start, atom.listed.end - own.start
        return f"{quote[:first]}[{words}]{quote[last:]}"
    if states_year(date):
        return quote
    last = date.span.end - own.start
    return f"{quote[:last]} [{words}]{quote[last:]}"
