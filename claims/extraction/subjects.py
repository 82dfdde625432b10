"""Who speaks at an English verb of saying: the subject before it.

The subject runs back from the verb to a pause or a connective (*…, the hospital's volunteers* said). A known source in it
speaks; where none is known its words are the name. Behind an apposition (*Igor Strelkov, their commander,* said) it is who
stands before the comma, unless the apposition is the name (*its director, Ali Hadi,*) or the office of an organisation
(*…, a spokesman for the mission,*). A surname alone is the person of that name heard before.
"""

from __future__ import annotations

from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.smallwords import speech_words
from claims.extraction.subject_names import by_name, is_name, speaking_in
from claims.extraction.subject_reach import (
    acts,
    before_brackets,
    before_statement,
    behind_time,
    subject_start,
    tells_finite,
    without_adverbs,
    without_opening,
)
from claims.extraction.unpaused import behind_statement
from claims.extraction.voice import Voice
from claims.model import Party

_MARKS = frozenset(',"”»:;()\n«“')
_RELATIVE = frozenset({"who", "which", "whose"})
_PARTING = frozenset({",", "-", "–", "—"})
_RELATIVE_REACH = 40
_APPOSED = 20
_LONG = 12
"""Words from which on an apposition that tells a deed anywhere is taken for a statement."""
_OPENING = 2
_LONGEST_MEMBER = 8
_AGE = 2
_MEMBERS = 40
"""Words in which a list of some who speak may stand before their verb."""
_SAYING = 4
_AT_WORK = frozenset({"reporting", "speaking", "writing"})
_JOINING = frozenset({"and", "but"})
_ORGANISED = frozenset({"monitor", "ngo", "media", "local network", "international organisation"})
_NAMELESS = frozenset({"local sources"})


def known_before(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The known source right before an English verb of saying, None where its subject holds none."""
    head, name = _subject(mentions, sentence, cue)
    party = speaking_in(mentions, name) if name.first < name.end else None
    if party is not None and _listens(mentions, party):
        return None
    party = _apposed_to(mentions, name, party) if party is not None else None
    if party is not None and _is_media_of(mentions, name, party):
        return Heard(by_words(mentions, name, cue), head, "media")
    return None if party is None else Heard(by_party(mentions, party, cue), head, party.kind)


def _apposed_to(mentions: Mentions, name: Range, party: Party) -> Party:
    """The organisation that unnamed people only tell what it is, no comma between (*the Observatory* a monitoring group said)."""
    words, first = mentions.tokens.words, mentions.range(party.span).first
    if party.kind not in _NAMELESS | {"monitor", "ngo"} or not party.text.islower():
        return party
    article = next((i for i in range(first, name.first, -1) if words[i] in {"a", "an"}), first)
    before = (
        within(mentions.sources, mentions.span(Range(name.first, article)))
        if article > name.first
        else ()
    )
    ends = bool(before) and mentions.range(before[-1].span).end == article
    return before[-1] if ends and before[-1].kind in _ORGANISED else party


def _is_media_of(mentions: Mentions, name: Range, party: Party) -> bool:
    """Whether a subject is the media of a party that fights, not that party (*Houthi media* say)."""
    after = mentions.range(party.span).end
    behind = mentions.tokens.words[after : name.end]
    return 0 < len(behind) <= _OPENING and behind[-1] in speech_words("media of")


def named_before(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """The words of the subject of an English verb of saying as the source, None where they name nobody."""
    head, name = _subject(mentions, sentence, cue)
    return by_name(mentions, name, cue, head, voice) if name.first < name.end else None


def same_subject(mentions: Mentions, sentence: Range, cue: Range) -> Heard | None:
    """The last known source since the last pause, before a verb joined to another (*the spokesman* denied it *and said*)."""
    words = mentions.tokens.words
    first = cue.first - 1
    while first > sentence.first and words[first - 1] not in _MARKS:
        first -= 1
    end = next((i for i in range(first, cue.first) if words[i] == "that"), cue.first)
    if end <= first:
        return None
    found = [
        party
        for party in within(mentions.sources, mentions.span(Range(first, end)))
        if words[mentions.range(party.span).end] != "-" and not _listens(mentions, party)
    ]
    if not found:
        return None
    end = mentions.range(found[0].span).end
    name = Range(mentions.range(found[0].span).first, min(cue.first, end + 1))
    if _is_media_of(mentions, name, found[0]):
        return Heard(by_words(mentions, name, cue), cue, "media")
    return Heard(by_party(mentions, found[0], cue), cue, found[0].kind)


def _listens(mentions: Mentions, party: Party) -> bool:
    """Whether a party is only told something (he *told the BBC* that the army withdrew and denied …)."""
    words, first = mentions.tokens.words, mentions.range(party.span).first
    return "told" in words[max(0, first - 1 - (words[first - 1] == "the")) : first]


def joined_at(words: tuple[str, ...], sentence: Range, cue: Range) -> int | None:
    """Where *and* or *but* joins a verb of saying to the one before it, adverbs between (, *but* had earlier accused …)."""
    index = cue.first - 1
    while index > sentence.first and words[index] in speech_words("between"):
        index -= 1
    return index if index > sentence.first and words[index] in _JOINING else None


def opening_subject(mentions: Mentions, sentence: Range, cue: Range, voice: Voice) -> Heard | None:
    """The subject of the first verb of the sentence, for a verb joined to it (the RSF did not reply, *but accused* …)."""
    words = mentions.tokens.words
    ends = (
        i for i in range(sentence.first + 1, cue.first) if words[i] in speech_words("opening verb")
    )
    end = next(ends, None)
    if end is None:
        return None
    name = Range(subject_start(mentions, sentence, end), end)
    party = speaking_in(mentions, name) if name.first < name.end else None
    if party is not None:
        return Heard(by_party(mentions, party, cue), cue, party.kind)
    return by_name(mentions, name, cue, cue, voice) if name.first < name.end else None


def _subject(mentions: Mentions, sentence: Range, cue: Range) -> tuple[Range, Range]:
    """The subject with its verb, and the bare name in it."""
    verb = before_statement(mentions.tokens.words, sentence, cue.first)
    whole, verb = verb, before_brackets(mentions.tokens.words, sentence, verb)
    first = subject_start(mentions, sentence, verb)
    if first == verb:
        return cue, Range(first, first)
    first = behind_statement(mentions, first, verb)
    end = without_adverbs(mentions, Range(first, verb))
    name = Range(without_opening(mentions, Range(first, end)), end)
    name = Range(behind_time(mentions.tokens.words, name), end)
    words = mentions.tokens.words
    if words[name.first : name.first + 1] == ("with",) and name.first + 1 < name.end:
        name = Range(name.first + 1, name.end)
    gerund = words[name.first : name.first + 1]
    if gerund and gerund[0].endswith("ing") and not mentions.tokens.initial(name.first).isupper():
        name = Range(name.first + 1, name.end)
    told = (
        i
        for i in range(name.first + 1, name.end)
        if (words[i] in _RELATIVE and words[i - 1] != "the")
        or (words[i] in speech_words("asked") and words[i + 1] == "by")
    )
    name = Range(name.first, next(told, name.end))
    joint = _first_of_several(mentions, sentence, name)
    if verb < whole and joint.end == verb and _over(mentions, verb):
        joint = Range(joint.first, whole)
    return Range(min(first, joint.first), cue.end), joint


def _first_of_several(mentions: Mentions, sentence: Range, name: Range) -> Range:
    """The first of those who say it together (*the government*, a rescuer and the site X said); ``name`` where one speaks."""
    words = mentions.tokens.words
    last = next((i for i in range(name.end - 1, name.first, -1) if words[i] == "and"), None)
    if last is None or not _is_member(mentions, Range(last + 1, name.end)):
        return name
    if any(party.span.end > mentions.origins[last + 1] for party in _over(mentions, last)):
        return name
    first = Range(name.first, last - (words[last - 1] == ","))
    while first.first - 1 > sentence.first and words[first.first - 1] == ",":
        comma = first.first - 1
        low = max(sentence.first, comma - _LONGEST_MEMBER - 1)
        begins = next((i + 1 for i in range(comma - 1, low - 1, -1) if words[i] in _MARKS), low)
        if not _is_member(mentions, Range(begins, comma)) or _told_in(mentions, begins, comma):
            break
        first = Range(begins, comma)
    told = _told_in(mentions, first.first, first.end)
    return name if told or not _is_member(mentions, first) else first


def _over(mentions: Mentions, index: int) -> tuple[Party, ...]:
    """The sources whose names hold the token at ``index``."""
    at = mentions.origins[index]
    return tuple(one for one in mentions.sources if one.span.start < at < one.span.end)


def _is_member(mentions: Mentions, name: Range) -> bool:
    """Whether words may name one of several who speak: they begin with an article or a capital, or are a known source."""
    if not 0 < name.end - name.first <= _LONGEST_MEMBER:
        return False
    word = mentions.tokens.words[name.first]
    capital = mentions.tokens.quote(name.first, name.first + 1)[:1].isupper()
    known = within(mentions.sources, mentions.span(name))
    return word in speech_words("members") or capital or bool(known)


def _told_in(mentions: Mentions, first: int, end: int) -> bool:
    """Whether words tell something and so name nobody."""
    words = mentions.tokens.words
    if tells_finite(mentions, Range(first, end)):
        return True
    days = within(mentions.dates, mentions.span(Range(first, end)))
    past = any(
        words[i].endswith("ed") and words[i - 1] not in speech_words("members") | {"-"}
        for i in range(first + 1, end)
    )
    return bool(days) or past or any(acts(words, index, end) for index in range(first, end))


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
    far = told.end - told.first >= _LONG and any(
        acts(words, i, told.end) and words[i - 1] not in speech_words("members")
        for i in range(told.first, told.end)
    )
    return finite or acted or far or _says(words, told)


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
    if party is not None:
        return Heard(by_party(mentions, party, cue), head, party.kind)
    return by_name(mentions, name, cue, head, voice) if name.first < name.end else None
