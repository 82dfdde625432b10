"""Who speaks where an apposition or a relative clause between commas parts an English name from its verb of saying.

*Igor Strelkov, their commander,* said: who stands before the comma speaks, unless the apposition is the name (*its director, Ali Hadi,*)
or the office of an organisation (*…, a spokesman for the mission,*).
"""

from __future__ import annotations

from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import speech_words
from claims.extraction.subject_names import by_name, is_name, speaking_in
from claims.extraction.subject_reach import acts, subject_start, tells_finite
from claims.extraction.voice import Voice
from claims.model import Party

_RELATIVE = frozenset({"who", "which", "whose"})
_PARTING = frozenset({",", "-", "–", "—"})
_RELATIVE_REACH = 40
_APPOSED = 20
_LONG = 12
"""Words from which on an apposition that tells a deed anywhere is taken for a statement."""
_OPENING = 2
_AGE = 2
_MEMBERS = 40
"""Words in which a list of some who speak may stand before their verb."""
_SAYING = 4
_AT_WORK = frozenset({"reporting", "speaking", "writing"})
_NAMELESS = frozenset({"local sources"})


def behind_apposition(
    mentions: Mentions, sentence: Range, cue: Range, voice: Voice
) -> Heard | None:
    """The source with an apposition between commas before an English verb of saying (*MSF, which runs the clinic, said*)."""
    words = mentions.tokens.words
    if cue.first - 1 <= sentence.first or words[cue.first - 1] != ",":
        return None
    comma = _opening_comma(mentions, sentence, cue.first - 1)
    if comma is None or comma + 1 >= cue.first - 1:
        return None
    told = Range(comma + 1, cue.first - 1)
    adverb = comma - 1 == sentence.first and words[sentence.first] in speech_words("between")
    if adverb or _dated(mentions, Range(sentence.first, comma)):
        return None
    return None if _is_statement(mentions, told) else _apposed(mentions, sentence, cue, told, voice)


def _dated(mentions: Mentions, opening: Range) -> bool:
    """Whether words are nothing but a day, with an adverb or preposition before it (*Earlier Tuesday*, …; *On Sunday*, …)."""
    days = map(mentions.range, (one.span for one in within(mentions.dates, mentions.span(opening))))
    return any(one.end == opening.end and one.first - opening.first <= 1 for one in days)


def behind_relative(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The known source that opens a sentence, before a relative clause with commas of its own (*The monitor*, which counts by age, sex and rank, said)."""
    words = mentions.tokens.words
    low = max(sentence.first, cue.first - _RELATIVE_REACH)
    spots = (i for i in range(cue.first - 1, low, -1) if words[i] in _RELATIVE)
    spot = next((i for i in spots if words[i - 1] in _PARTING), None)
    if words[cue.first - 1] not in _PARTING or spot is None:
        return None
    opening = within(mentions.sources, mentions.span(Range(sentence.first, spot)))
    named = next((one for one in opening if mentions.range(one.span).end == spot - 1), None)
    if named is None or mentions.range(named.span).first - sentence.first > _OPENING:
        return None
    head = Range(mentions.range(named.span).first, cue.end)
    return Heard(by_party(mentions, named, cue), head, named.kind)


def with_members(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """The sources of which an English list names some before the verb of saying (*Several sources*, including A, B and C, said)."""
    words = mentions.tokens.words
    if words[cue.first - 1] != ",":
        return None
    low = max(sentence.first + 1, cue.first - _MEMBERS)
    spots = (i for i in range(cue.first - 1, low, -1) if words[i] == "including")
    spot = next((i for i in spots if words[i - 1] == ","), None)
    if spot is None or words[spot - 1 : cue.first].count(",") <= _OPENING:
        return None
    if not speech_words("finite").isdisjoint(words[spot : cue.first]):
        return None
    name = Range(subject_start(mentions, sentence, spot - 1), spot - 1)
    if name.first >= name.end:
        return None
    head = Range(name.first, cue.end)
    party = speaking_in(mentions, name)
    if party is not None:
        return Heard(by_party(mentions, party, cue), head, party.kind)
    return by_name(mentions, name, cue, head, voice)


def _apposed(
    mentions: Mentions, sentence: Range, cue: Range, told: Range, voice: Voice
) -> Heard | None:
    """Who speaks where ``told`` stands between commas behind a name and before a verb of saying."""
    words, comma = mentions.tokens.words, told.first - 1
    first = subject_start(mentions, sentence, comma)
    name = Range(first, comma)
    head = cue if _quotes_another(words, told) else Range(first, cue.end)
    office = within(mentions.sources, mentions.span(told))
    if office and not speech_words("office").isdisjoint(words[told.first : told.end]):
        return Heard(by_party(mentions, office[-1], cue), head, office[-1].kind)
    party = speaking_in(mentions, name) if name.first < name.end else None
    if party is not None and not (party.kind in _NAMELESS and is_name(mentions, told)):
        return Heard(by_party(mentions, party, cue), head, party.kind)
    if is_name(mentions, told):
        return Heard(by_words(mentions, told, cue), head)
    return by_name(mentions, name, cue, head, voice)


def behind_auxiliary(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """Whose apposition stands before the auxiliary of a verb of saying (the Sahl Committee, a relief group, *has* accused)."""
    words, first = mentions.tokens.words, cue.first
    while first > sentence.first + 1 and words[first - 1] in speech_words("between"):
        first -= 1
    if first == cue.first or words[first - 1] != ",":
        return None
    return behind_apposition(mentions, sentence, Range(first, cue.end), voice)


def _is_statement(mentions: Mentions, told: Range) -> bool:
    """Whether what stands between two commas tells something itself (In Tripoli, *two people died*, said …)."""
    words = mentions.tokens.words
    if words[told.first] in _RELATIVE:
        return False
    if words[told.first] in _AT_WORK and words[told.first + 1] in speech_words("reporting from"):
        return False
    finite = tells_finite(mentions, told)
    acted = acts(words, told.end - 1, told.end) and words[told.end - 2] != "the"
    far = not _opens_noun(mentions, told) and any(
        acts(words, i, told.end) and words[i - 1] not in speech_words("members")
        for i in range(told.first, told.end)
    )
    return finite or acted or far or _says(words, told)


def _opens_noun(mentions: Mentions, told: Range) -> bool:
    """Whether what stands between two commas is short, or says with *a* what a known source right before it is (the PMF, *an Iran-backed group …*,)."""
    if told.end - told.first < _LONG:
        return True
    named = map(mentions.range, (one.span for one in mentions.sources))
    behind_source = any(one.end == told.first - 1 for one in named)
    return behind_source and mentions.tokens.words[told.first] in {"a", "an"}


def _says(words: tuple[str, ...], told: Range) -> bool:
    """Whether what stands between two commas ends in a verb of saying and so closes what is said before it (…, *the army said*, adding)."""
    last = range(max(told.first, told.end - _SAYING), told.end)
    hits = (match("cues", words, index, told.end) for index in last)
    return any(hit is not None and hit[0].role == "cue" for hit in hits)


def _opening_comma(mentions: Mentions, sentence: Range, closing: int) -> int | None:
    """The comma behind the name whose apposition a comma closes; an age or a further apposition may stand between (Abu Ali, 34, a baker,)."""
    words = mentions.tokens.words
    low = max(sentence.first, closing + 1 - _APPOSED)
    commas = [i for i in range(closing - 1, low, -1) if words[i] == ","]
    for comma in commas:
        before = next((i for i in commas if i < comma), None)
        aged = before is not None and comma - before == _AGE and words[before + 1].isdecimal()
        effect = words[comma + 1].endswith("ing") and match("predicates", words, comma + 1, closing)
        if not aged:
            return None if effect else comma
    return None


def _quotes_another(words: tuple[str, ...], told: Range) -> bool:
    """Whether a relative clause behind a name says something as well (Yerevan, *which reported 49 dead*, raised the number)."""
    saying = (match("cues", words, index, told.end) for index in range(told.first, told.end))
    return words[told.first] in _RELATIVE and any(hit and hit[0].role == "cue" for hit in saying)


def before_relative(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """Whom a relative clause that opens with a verb of saying is about (*Yerevan*, which reported 49 dead, …; according to *the committee*, which blamed …)."""
    words = mentions.tokens.words
    pronoun = cue.first - 1
    while pronoun > sentence.first and words[pronoun] in speech_words("between"):
        pronoun -= 1
    if words[pronoun] not in _RELATIVE or pronoun - 1 <= sentence.first:
        return None
    if words[pronoun - 1] != ",":
        return None
    first = subject_start(mentions, sentence, pronoun - 1)
    cited = match("cues", words, first, pronoun - 1) if first < pronoun - 1 else None
    if cited is not None and cited[0].role == "preposition":
        first = cited[1]
    name, head = Range(first, pronoun - 1), Range(first, cue.end)
    party = speaking_in(mentions, name) if name.first < name.end else None
    party = party or _issuer(mentions, Range(sentence.first, pronoun))
    if party is not None:
        return Heard(by_party(mentions, party, cue), head, party.kind)
    return by_name(mentions, name, cue, head, voice) if name.first < name.end else None


def _issuer(mentions: Mentions, before: Range) -> Party | None:
    """The known source that opens a sentence and issues a text of which a relative clause tells (*The alliance* released a statement …, which said)."""
    words = mentions.tokens.words
    issued = (i for i in range(before.first, before.end) if words[i] in speech_words("saying noun"))
    text = next(issued, before.first)
    opening = (
        within(mentions.sources, mentions.span(Range(before.first, text)))
        if text > before.first
        else ()
    )
    if not opening or mentions.range(opening[0].span).first - before.first > _OPENING:
        return None
    return opening[0]
