"""Who does it where the verb that opens an Arabic sentence has no subject: the doer told one or two sentences before.

«شنت الطائرات الأمريكية غارات على … . كما استهدفت مخازن في …»، «سيطر الجيش على … . وأسر 16 عنصراً»: Arabic leaves out a subject
that goes on. It is taken from before only where the verb agrees with it, what stands right behind the verb is what it is done to, one
doer was told there, and nobody named since, or beside him, agrees with the verb as well. Else the doer stays unsaid.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.agreement import FEMININE, agreement_of, form_of
from claims.extraction.draft import Draft
from claims.extraction.lexicon import look_up
from claims.extraction.markers import can_attack, ends, is_held, markers
from claims.extraction.mentions import Mentions, Range, within
from claims.extraction.pointers import is_denied
from claims.extraction.smallwords import continuing
from claims.extraction.story import Story
from claims.extraction.verb_object import takes_object
from claims.model import Modality, Party, Span

_DOABLE = frozenset({"strike", "clash", "arrest", "damage", "control", "movement"})
_VERBS = frozenset({"verb", "light"})
_DEED_NOUNS = frozenset({"noun", "masdar"})
_REACH = 2
_NEAR = 2
_LEAD = 4
_OF = "من"


def resumed(mentions: Mentions, one: Draft, story: Story, number: int, start: int) -> Draft:
    """The first draft of a sentence with the doer that its verb leaves unsaid, where that is beyond doubt.

    Args:
        mentions: of the document.
        one: the draft.
        story: what was told before.
        number: of its sentence.
        start: offset at which its sentence begins.
    """
    far = number - story.done_at
    if one.actors or one.kind not in _DOABLE or not story.done or not 0 < far <= _REACH:
        return one
    first = mentions.range(Span(start, start + 1)).first
    form = _without_subject(mentions, one, first)
    doer = _doer(mentions, story.done, form) if form else None
    if doer is None or _is_named(mentions, one, doer):
        return one
    since = Range(story.done[-1].tokens.end, first)
    told = far > 1 and _told(mentions.tokens.words, since, form)
    apart = told or _another(mentions, story.done, doer, (form, start))
    return one if apart else replace(one, actors=(doer,))


def _without_subject(mentions: Mentions, one: Draft, first: int) -> str:
    """The form of the verb without a subject that opens the sentence beginning at a token, "" where none does."""
    words = mentions.tokens.words
    verb = _head(words, one.tokens)
    linked = not continuing().isdisjoint(words[first:verb])
    certain = one.modality is Modality.ASSERTED and not is_denied(one)
    if words[verb].isascii() or not certain or not (linked or words[verb].startswith("و")):
        return ""
    form = form_of(words[verb].removeprefix("و"))
    if not form or not _opens(words, first, verb):
        return ""
    behind = Range(verb + 1, one.tokens.end)
    return form if takes_object(mentions, behind, (one.kind, form), linked=linked) else ""


def _is_named(mentions: Mentions, one: Draft, doer: Party) -> bool:
    """Whether a draft names its doer of before in another part."""
    named = (*one.targets, *within(mentions.parties, mentions.span(one.tokens)))
    return any((party.id or party.name) == (doer.id or doer.name) for party in named)


def _opens(words: tuple[str, ...], first: int, verb: int) -> bool:
    """Whether nothing but words that lead on stands before a word in its sentence, and it may be a verb."""
    ahead = words[first:verb]
    known = (
        *look_up("predicates", words[verb]),
        *look_up("predicates", words[verb].removeprefix("و")),
    )
    fit = not known or any(word.role in _VERBS | _DEED_NOUNS for word in known)
    return fit and all(word in continuing() or not word.isalnum() for word in ahead)


def _told(words: tuple[str, ...], stretch: Range, form: str) -> bool:
    """Whether a verb of a form stands in a stretch of tokens: it may have a subject that no list of parties knows."""
    return any(
        form_of(words[index].removeprefix("و")) == form and _is_verb(words[index])
        for index in range(stretch.first, stretch.end)
    )


def _is_verb(word: str) -> bool:
    known = (*look_up("predicates", word), *look_up("cues", word))
    return any(one.role in _VERBS or one.role == "cue" for one in known)


def _head(words: tuple[str, ...], stretch: Range) -> int:
    """The first token of a stretch that does not only lead on (كما)."""
    return next(
        (i for i in range(stretch.first, stretch.end - 1) if words[i] not in continuing()),
        stretch.first,
    )


def _doer(mentions: Mentions, done: tuple[Draft, ...], form: str) -> Party | None:
    """The one doer of what was told with certainty, where a verb of a form agrees with him; None where not."""
    doers = {
        (party.id or party.name): party
        for one in done
        for party in one.actors
        if len(one.actors) == 1 or not _supports(mentions, party)
    }
    sure = all(one.modality is Modality.ASSERTED and not is_denied(one) for one in done)
    if len(doers) != 1 or not sure:
        return None
    doer = next(iter(doers.values()))
    return doer if _agrees(mentions, doer, form) else None


def _supports(mentions: Mentions, party: Party) -> bool:
    """Whether somebody only supports who does it (بمساندة *التحالف*)."""
    at = mentions.token_at(party.span.start)
    return ends(mentions.tokens.words[max(0, at - _LEAD) : at], markers().joint)


def _agrees(mentions: Mentions, doer: Party, form: str) -> bool:
    """Whether the noun that names a doer asks for a verb of a form, and the verb beside it does not speak against that."""
    words, at = mentions.tokens.words, mentions.token_at(doer.span.start)
    head = at - _NEAR if words[at - 1] == _OF and at >= _NEAR else at
    head = (
        at - 1
        if head == at and agreement_of(words[at - 1]) and not look_up("predicates", words[at - 1])
        else head
    )
    asked = agreement_of(words[head].removeprefix("و").removeprefix("ل"))
    verbs = (
        [word for word in look_up("predicates", words[head - 1]) if word.role in _VERBS]
        if head
        else []
    )
    shown = form_of(words[head - 1].removeprefix("و")) if verbs else ""
    if not asked:
        return bool(shown) and shown == form
    against = shown and (shown == FEMININE) != (asked == FEMININE)
    return asked == form and not against


def _another(
    mentions: Mentions, done: tuple[Draft, ...], doer: Party, told: tuple[str, int]
) -> bool:
    """Whether somebody else than the doer, named beside or since, may be the subject of a verb of a form in the sentence that begins there."""
    form, start = told
    stretch = Span(mentions.origins[done[0].tokens.first], start)
    hit = {party.id or party.name for one in done for party in one.targets}
    behind = done[-1].tokens.end
    for party in within(mentions.parties, stretch):
        key = party.id or party.name
        if key == (doer.id or doer.name) or not (can_attack(party) or key in markers().unknown):
            continue
        at = mentions.token_at(party.span.start)
        word = mentions.tokens.words[at].removeprefix("و").removeprefix("ل").removeprefix("ب")
        if at < behind and (key in hit or is_held(party) or word in markers().persons):
            continue
        asked = agreement_of(word)
        if asked in {"", form}:
            return True
    return False
