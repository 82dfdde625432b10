"""Who holds a position: who demands, blames, welcomes or condemns is the subject of the verb, and the one who says it."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.agreement import FEMININE, MASCULINE, agreement_of, form_of
from claims.extraction.heard import by_party, by_words
from claims.extraction.lexicon import match
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.pointed import ORGANISED
from claims.extraction.smallwords import generics, speech_words
from claims.model import Attribution, Party

_LONGEST = 5
_CONJUNCTIONS = frozenset({"كما", "فيما", "بينما", "حيث", "وقد"})
_WE = ("نط", "نن", "نست", "ندي", "ندع", "نحث", "نرح", "نتم")
"""Beginnings of verbs of demand in the first person: the subject is who writes."""
_WE_DID = "نا"
"""Ending of such a verb in the past (ناشدنا الأهالي)."""


def position_of(mentions: Mentions, clause: Range, verb: Range) -> Attribution | None:
    """Who demands, blames or welcomes: the known source right before the verb, in Arabic also behind it, one word between at most."""
    word = mentions.tokens.words[verb.first].removeprefix("و")
    if word.startswith(_WE) or word.endswith(_WE_DID):
        return None
    english = mentions.tokens.words[verb.first].isascii()
    ahead = None if english else _body_ahead(mentions, clause, verb)
    for party in within(mentions.sources, mentions.span(clause)):
        name = mentions.range(party.span)
        if name.first >= verb.end and (
            english or ahead is not None or _clashes(mentions, verb, name)
        ):
            continue
        if -1 <= name.first - verb.end <= 1 or 0 <= verb.first - name.end <= 1:
            return by_party(mentions, party, verb)
    return None if english else ahead or _body_behind(mentions, verb)


def _body_ahead(mentions: Mentions, clause: Range, verb: Range) -> Attribution | None:
    """The body that opens an Arabic clause right before its verb (*المجلس المحلي* يطالب …): who is named behind that verb is whom it asks."""
    words = mentions.tokens.words
    first = clause.first + (words[clause.first] in _CONJUNCTIONS)
    name = Range(first, verb.first)
    if not 0 < name.end - name.first <= _LONGEST or not all(
        map(str.isalpha, words[first : verb.first])
    ):
        return None
    head = words[first]
    bodies = head in speech_words("bodies") or bool(generics().get((head,), frozenset()))
    told = any(match("predicates", words, i, name.end) for i in range(first, name.end))
    if not bodies or told or within(mentions.dates, mentions.span(name)):
        return None
    known = within(mentions.sources, mentions.span(name))
    return by_party(mentions, known[0], verb) if known else by_words(mentions, name, verb)


def _clashes(mentions: Mentions, verb: Range, name: Range) -> bool:
    """Whether an Arabic verb cannot have a party behind it as its subject, the one being masculine and the other feminine (يناشد *الأمم المتحدة* التدخل)."""
    words = mentions.tokens.words
    word = words[verb.first].removeprefix("و").removeprefix("ف")
    if word[-1:] == "ن":
        return False
    feminine = word.startswith("ت") or form_of(word) == FEMININE
    masculine = not feminine and (word.startswith("ي") or form_of(word) == MASCULINE)
    asked = agreement_of(words[name.first].removeprefix("ال"))
    return (masculine and asked == FEMININE) or (feminine and asked == MASCULINE)


def _body_behind(mentions: Mentions, verb: Range) -> Attribution | None:
    """The organisation that a noun with the article behind the verb stands for (وأدان *الفريق* …): the last such one named before."""
    words, at = mentions.tokens.words, verb.end
    kinds_meant = generics().get(words[at : at + 1], frozenset())
    joined = words[verb.first].startswith("و")
    if (
        not kinds_meant
        and not joined
        and words[at] in speech_words("bodies")
        and words[at].startswith("ال")
    ):
        return by_words(mentions, Range(at, at + 1), verb)
    if not kinds_meant or not kinds_meant <= ORGANISED | {"political body"}:
        return None
    known = _last_of(mentions, kinds_meant, mentions.span(verb).start)
    name = Range(at, at + 1)
    if known is None:
        return by_words(mentions, name, verb)
    return replace(
        by_party(mentions, known, verb),
        text=mentions.tokens.quote(at, at + 1),
        span=mentions.span(name),
    )


def _last_of(mentions: Mentions, kinds_meant: frozenset[str], start: int) -> Party | None:
    """The last source of some kinds that the document names before a position, None for none."""
    before = [one for one in mentions.sources if one.span.end <= start and one.kind in kinds_meant]
    return before[-1] if before else None
