"""What befell the people that figures count: killed, injured, arrested, displaced and the like.

The word that tells stands before the figure (``مقتل ١٢ مدني``, "killed 12 civilians"), behind it ("12 civilians were
killed"), is the counted noun itself (``23 قتيلا``), or is shared with a figure that "and" joins (``عشرة أطفال وامرأتان``).
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.slots.number import number_words
from claims.slots.place.gazetteer import gazetteer
from claims.slots.quantity.behind import beyond_aside, tell_from_behind, told_behind
from claims.slots.quantity.context import listed_by_place
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.elided import lost_in_another
from claims.slots.quantity.forms import Count
from claims.slots.quantity.kinds import TOLLS
from claims.slots.quantity.lexicon import VERDICT_REACH
from claims.slots.quantity.lingering import lingering
from claims.slots.quantity.units import PEOPLE

_REACH_AR, _REACH_EN = 9, 7
_AND = frozenset({"and", "or", "و", "او", "&"})
_BE = frozenset({"were", "was", "have", "had", "are"})
_WHO = frozenset({"الذين", "اللواتي", "who"})
_VICTIMS = frozenset({"victim", "victims"})
_FREED = "released"
_OVERTAKES = (TOLLS - {"missing"}) | {_FREED, "rescued"}
_EXCHANGED = frozenset({"مقابل", "for"})
_ABOUT_THEM = frozenset({"عن"})
_HELD = {
    "arrested": "prisoner",
    "captured": "prisoner",
    "abducted": "prisoner",
    "displaced": "displaced",
}
_NEAR = 4
_AMONG = (("among",), ("among", "the"), ("among", "those"))
_ADJECTIVES = 2
_OF_ATTACK = frozenset({"strikes", "attacks", "explosions", "missiles", "munitions", "drones"})
_LONGEST_GAP = 6
_BESIDE_NAMED = 7
_LOOSE = 3
_PARTITIVE = 3
_MANY_ENDS = ("ا", "هم")
"""How Arabic words end that agree with people told before them (قتلوا، لقوا مصرعهم)."""


def tell(page: Page, drafts: Sequence[Draft]) -> None:
    """Give every figure of people the unit of what befell them, where the words say so."""
    previous: Draft | None = None
    for draft in drafts:
        whole = previous is not None and previous.total is draft
        if whole or _goes_on(page, draft) or _only_a_set(page, draft):
            previous = draft
            continue
        sized = page.phrase(draft.first - 2, 2) in page.lexicon.sets["sized"]
        if _may_be_people(draft) and not draft.told and not sized:
            if _only_describes(page, draft):
                _from_before(page, draft, previous)
            if not draft.told:
                tell_from_behind(page, draft, draft.end)
        if draft.by_noun and draft.unit in _HELD:
            _overtaken(page, draft, previous)
        if draft.unit == "casualties" and page.word[draft.end - 1] in _VICTIMS:
            _fate_of_victims(page, draft)
        if not draft.told and _may_be_people(draft):
            _from_before(page, draft, previous)
        if not draft.told and previous is not None:
            _as_the_last(page, previous, draft)
        previous = draft
    _share_back(page, drafts)


def _goes_on(page: Page, draft: Draft) -> bool:
    """Whether people are still trapped or of unknown fate, which is then what befell them."""
    unit = lingering(page, draft) if _may_be_people(draft) else ""
    if unit:
        draft.tell(unit)
        draft.by_noun = True
    return bool(unit)


def _only_describes(page: Page, draft: Draft) -> bool:
    """Whether a relative clause behind people says of nobody that they were hurt: «فقتلت 106 من المدنيين الذين لجأوا إليه»."""
    return page.word[draft.end] in _WHO and told_behind(page, draft.end + 1) not in TOLLS


def _as_the_last(page: Page, previous: Draft, draft: Draft) -> None:
    """Give a figure what befell the one before it, where it goes on with that one."""
    if not draft.unit and _elsewhere(page, previous, draft):
        draft.tell(previous.unit)
        draft.of = previous.of
    elif lost_in_another(page, previous, draft):
        draft.tell(previous.unit)
    elif coordinated(page, previous, draft, _LOOSE):
        _share(previous, draft)


def _elsewhere(page: Page, previous: Draft, draft: Draft) -> bool:
    """Whether a bare figure goes on with those hurt at another place: «قُتل 12 في غزة و8 في رفح», "killed 12 in Homs and 30 in Hama"."""
    if not previous.told or previous.by_noun or not listed_by_place(page, draft, previous):
        return False
    place = page.word[draft.core_end + 1]
    if page.latin(draft.core_end + 1):
        return page.cut.initial(draft.core_end + 1).isupper()
    names = gazetteer().names
    return place in names or f"{place} {page.word[draft.core_end + 2]}" in names


def _share_back(page: Page, drafts: Sequence[Draft]) -> None:
    """Let a figure have what is told of the next one, with which it is joined or among which it is said to be."""
    for one, other in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if one.people and not one.told and other.told and _among(page, one, other):
            one.tell(other.unit)
        shared = other.told and not other.by_noun
        if one.people and not one.told and shared and coordinated(page, one, other):
            one.tell(other.unit)


def _among(page: Page, one: Draft, other: Draft) -> bool:
    """Whether the first are said to be among the second: "ten nurses were among the 150 people slain"."""
    gap = page.words[one.end : other.first]
    return gap[:1] != () and gap[0] in _BE and gap[1:] in _AMONG


def _only_a_set(page: Page, draft: Draft) -> bool:
    """Whether a figure only says of how many none or an unnamed part is told: "none of the 12 hostages", "half of its 900 men"."""
    sets, at = page.lexicon.sets, draft.first
    if page.phrase(at - 2, 2) in sets["among"]:
        return not draft.told
    while at > 0 and (page.word[at - 1] in sets["determiners"] or page.word[at - 1].endswith("'s")):
        at -= 1
    if page.word[at - 1] not in sets["of"]:
        return False
    return page.word[at - 2] in sets["part"] or page.phrase(at - 3, 2) in sets["part"]


def _overtaken(page: Page, draft: Draft, previous: Draft | None) -> None:
    """``مقتل 6 رهائن``: what befell captives is what counts, that they were captives is their kind."""
    unit = _befallen(page, draft)
    exchanged = previous is not None and previous.unit == _FREED and not previous.by_noun
    if unit is None and exchanged and page.word[draft.first - 1] in _EXCHANGED:
        unit = _FREED
    if unit is not None:
        draft.of = draft.of or _HELD[draft.unit]
        draft.tell(unit)
        draft.by_noun = False


def _fate_of_victims(page: Page, draft: Draft) -> None:
    """Let the English verb right beside victims tell what befell them: "killed more than 200 victims", "three victims died"."""
    before = page.lexicon.befell.get(page.word[draft.first - 1])
    unit = told_behind(page, draft.end + (page.word[draft.end] in _BE)) or before
    if unit in TOLLS:
        draft.tell(unit)


def _befallen(page: Page, draft: Draft) -> str | None:
    """What the words near captives say befell them, None where nothing more did; their own verb behind them comes first."""
    lexicon = page.lexicon
    at = draft.end
    while page.word[at] in lexicon.passed:
        at += 1
    at = beyond_aside(page, at) or at
    at += page.word[at] in _BE
    unit = told_behind(page, at)
    if unit in _OVERTAKES and at > draft.end:
        return unit
    for back in range(draft.first - 1, max(-1, draft.first - _NEAR), -1):
        word = page.words[back]
        if word in lexicon.ends or word in lexicon.clauses or (word == "and" and page.latin(back)):
            break
        before = lexicon.befell.get(word) or lexicon.near.get(word)
        if before in _OVERTAKES:
            failed = lexicon.fails(word, page.words[max(0, back - 2) : back])
            return None if failed else before
        if before is not None:
            return None
    return unit if unit in _OVERTAKES else None


def coordinated(page: Page, one: Draft, other: Draft, strangers: int = 1) -> bool:
    """Whether ``other`` is joined to ``one`` by "and" or a comma with few other words between.

    Args:
        page: the text.
        one: a figure.
        other: the next one.
        strangers: how many words that are neither joints nor "others" may stand between.
    """
    lexicon = page.lexicon
    gap = page.words[one.end : other.first]
    if gap and gap[0] == "من" and gap[1:2] != ("و",):
        gap = gap[_PARTITIVE:] if len(gap) > 1 else gap
    if len(gap) > _LONGEST_GAP:
        return False
    if not (other.joined or any(word in lexicon.joints for word in gap)):
        return False
    strange = 0
    for word in gap:
        told = word in lexicon.befell or word in lexicon.near
        told = told or (word in lexicon.behind and word[0] != "و")
        if told or word in lexicon.ends or word in lexicon.clauses:
            return False
        strange += not (word in lexicon.joints or word in lexicon.others or word in "()")
    return strange <= (strangers if other.joined else 1)


def _may_be_people(draft: Draft) -> bool:
    return draft.people or (not draft.unit and not draft.implied)


def _share(one: Draft, other: Draft) -> None:
    if one.told and not one.by_noun and other.people:
        other.tell(one.unit)


def _from_before(page: Page, draft: Draft, previous: Draft | None) -> None:
    lexicon = page.lexicon
    latin = page.latin(draft.core - 1) or page.latin(draft.core_end)
    reach = _REACH_EN if latin else _REACH_AR
    if not draft.people:
        reach = 2 if page.word[draft.first - 1] in _ABOUT_THEM else 1
    first = _past_more(page, draft.first) if latin else draft.first
    by_deeds = previous is not None and _by_deeds(page, previous, draft)
    stop = max(0, first - reach, previous.end if previous and not by_deeds else 0)
    if draft.joined or page.word[draft.first - 1] in _AND:
        if latin or (previous is not None and previous.end > draft.first - _BESIDE_NAMED):
            return
        stop = max(stop, draft.first - _BESIDE_NAMED)
    for at in range(first - 1, stop - 1, -1):
        word = page.words[at]
        if word in lexicon.ends or word in lexicon.clauses:
            return
        unit = lexicon.befell.get(word)
        if unit is None:
            unit = _taken(page, draft, at, near=page.phrase(at + 1, first - at - 1) in {"", "of"})
        if unit is not None:
            if _only_sentenced(page, at):
                return
            draft.tell(unit if _one_person(draft) else _with_neighbour(page, at, unit))
            return
        if word[0] == "و" and word not in lexicon.nouns and word not in lexicon.and_words:
            return


def _taken(page: Page, draft: Draft, at: int, *, near: bool) -> str | None:
    """What a word tells of people ``near`` behind it, or in Arabic of those that the one before them has lost (فقد اللواء سبعة من *عناصره*)."""
    lost = page.word[draft.end - 1] in page.lexicon.taking.get(page.words[at], ())
    if lost and (near or not page.latin(at)):
        return "killed"
    return _near(page, at) if near else None


def _past_more(page: Page, at: int) -> int:
    """The token at which "a further" or "another" before a figure begins, or ``at``."""
    while at > 0 and page.words[at - 1] in page.lexicon.between_more:
        at -= 1
    return at


def _near(page: Page, at: int) -> str | None:
    """What a word tells that stands right before the figure, or two of them, "gunned down 30"."""
    table = page.lexicon.near
    return table.get(page.phrase(at - 1, 2)) or table.get(page.words[at])


def _by_deeds(page: Page, deeds: Draft, draft: Draft) -> bool:
    """Whether counted raids stand as the subject right behind an Arabic verb, and those they befell behind them: ``قتلت غارتان جويتان 12 مدنياً``."""
    verb = page.word[deeds.first - 1]
    told = deeds.unit in _OF_ATTACK and verb in page.lexicon.befell and not page.latin(deeds.core)
    return told and draft.first - deeds.end <= _ADJECTIVES and not draft.joined


def _only_sentenced(page: Page, at: int) -> bool:
    """Whether what the word at ``at`` tells did not come to pass: an attempt, a verdict, "death sentences"."""
    if page.phrase(at, 2) in page.lexicon.penalties:
        return True
    return page.lexicon.fails(page.words[at], page.words[max(0, at - VERDICT_REACH) : at])


def _one_person(draft: Draft) -> bool:
    return draft.implied and draft.low == 1


def _with_neighbour(page: Page, at: int, unit: str) -> str:
    """Two words that tell, joined by "and": ``مقتل وإصابة 4`` are casualties, ``طفل قتل وجرح اثنان`` are injured."""
    befell = page.lexicon.befell
    word = page.words[at]
    if word.startswith("و") and (_has_subject(page, at - 2) or _agrees_with_many(page, at - 1)):
        return unit
    if word.startswith("و") and word[1:] in befell:
        other = befell.get(page.word[at - 1])
        victim = page.lexicon.nouns.get(page.word[at - 1])
        tolls = victim is not None and victim.unit in TOLLS and word in page.lexicon.nouns
        uncounted = (
            page.word[at - 2] not in number_words() and not page.word[at - 2][:1].isdecimal()
        )
        if victim is not None and victim.form is Count.MANY and not (tolls and uncounted):
            return unit
        if victim is not None and victim.form is Count.ONE and word not in page.lexicon.nouns:
            return unit
    elif page.word[at - 1] in _AND:
        counted = page.word[at - 3]
        if counted[:1].isdecimal() or counted in number_words():
            return unit
        other = befell.get(page.word[at - 2])
    else:
        return unit
    both = {unit, other}
    return "casualties" if other and len(both) > 1 and both <= TOLLS else unit


def _agrees_with_many(page: Page, at: int) -> bool:
    """Whether a verb is a plural or a dual, or its object *their death*, so that its people stand before it: ``ثلاثة قتلوا وأصيب 34`` shares no figure."""
    return page.word[at].endswith(_MANY_ENDS) and page.word[at] in page.lexicon.behind


def _has_subject(page: Page, at: int) -> bool:
    noun = page.lexicon.nouns.get(page.word[at])
    return noun is not None and noun.counts == PEOPLE
