"""What befell the people that figures count: killed, injured, arrested, displaced and the like.

The word that tells stands before the figure (``مقتل ١٢ مدني``, "killed 12 civilians"), behind it ("12 civilians were
killed"), is the counted noun itself (``23 قتيلا``), or is shared with a figure that "and" joins (``عشرة أطفال وامرأتان``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.slots.number import number_words
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import Count
from claims.slots.quantity.lexicon import VERDICT_REACH, lexicon
from claims.slots.quantity.units import PEOPLE

_REACH_AR, _REACH_EN = 9, 7
_REACH_BEHIND = 5
_AND = frozenset({"and", "or", "و", "او", "&"})
_SINGULAR = frozenset({"قتل", "قتلت", "استشهد", "استشهدت", "اصيب", "اصيبت", "جرح", "توفي"})
_BE = frozenset({"were", "was", "have", "had", "are"})
_WERE = frozenset({"were", "was"})
_VICTIMS = frozenset({"victim", "victims"})
_TOLLS = frozenset({"killed", "injured", "casualties"})
_FREED = "released"
_OVERTAKES = _TOLLS | {_FREED, "rescued"}
_EXCHANGED = frozenset({"مقابل", "for"})
_ARMED = frozenset({"fighter", "soldier", "officer", "commander", "terrorist", "police"})
_ABOUT_THEM = frozenset({"عن"})
_ASIDE = 8
_WHOSE = frozenset({"a", "an", "his", "her", "their"})
_HELD = {
    "arrested": "prisoner",
    "captured": "prisoner",
    "abducted": "prisoner",
    "displaced": "refugee",
}
_NEAR = 4
_LONGEST_GAP = 6
_LOST_LIVES = 3
_BESIDE_NAMED = 7
_LOOSE = 3
_PARTITIVE = 3
_LONGEST_NAME = 6
_AT_LEAST = frozenset({"at least", "more than", "up to", "at most", "as many"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "the", "those", "these"})
_OF_PEOPLE = frozenset({"killed", "injured", "arrested", "casualties"})
"""What befalls people alone: whoever *was killed* needs no lexicon to be counted as one."""
_BINDING = frozenset(
    {
        "of",
        "in",
        "on",
        "at",
        "near",
        "to",
        "from",
        "by",
        "with",
        "and",
        "or",
        "for",
        "after",
        "than",
        "who",
        "that",
    }
)


def tell(page: Page, drafts: Sequence[Draft]) -> None:
    """Give every figure of people the unit of what befell them, where the words say so."""
    previous: Draft | None = None
    for draft in drafts:
        if _only_a_set(page, draft) or (previous is not None and previous.total is draft):
            previous = draft
            continue
        sized = page.phrase(draft.first - 2, 2) in page.lexicon.sets["sized"]
        if _may_be_people(draft) and not draft.told and not sized:
            tell_from_behind(page, draft, draft.end)
        if draft.by_noun and draft.unit in _HELD:
            _overtaken(page, draft, previous)
        if draft.unit == "casualties" and page.word[draft.end - 1] in _VICTIMS:
            _fate_of_victims(page, draft)
        if not draft.told and _may_be_people(draft):
            _from_before(page, draft, previous)
        if not draft.told and previous is not None and coordinated(page, previous, draft, _LOOSE):
            _share(previous, draft)
        previous = draft
    for one, other in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        shared = other.told and not other.by_noun
        if one.people and not one.told and shared and coordinated(page, one, other):
            one.tell(other.unit)


def _only_a_set(page: Page, draft: Draft) -> bool:
    """Whether a figure only says of how many none or an unnamed part is told: "none of the 12 hostages", "half of its 900 men"."""
    sets, at = page.lexicon.sets, draft.first
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
    unit = _told_behind(page, draft.end + (page.word[draft.end] in _BE)) or before
    if unit in _TOLLS:
        draft.tell(unit)


def _befallen(page: Page, draft: Draft) -> str | None:
    """What the words near captives say befell them, None where nothing more did."""
    lexicon = page.lexicon
    for at in range(draft.first - 1, max(-1, draft.first - _NEAR), -1):
        word = page.words[at]
        unit = lexicon.befell.get(word) or lexicon.near.get(word)
        if unit in _OVERTAKES:
            failed = lexicon.fails(word, page.words[max(0, at - 2) : at])
            return None if failed else unit
        if unit is not None or word in lexicon.ends:
            return None
    at = draft.end
    while page.word[at] in lexicon.passed:
        at += 1
    unit = _told_behind(page, at)
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
        if word in lexicon.befell or word in lexicon.ends or word in lexicon.clauses:
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
    stop = max(0, draft.first - reach, previous.end if previous else 0)
    if draft.joined or page.word[draft.first - 1] in _AND:
        if latin or (previous is not None and previous.end > draft.first - _BESIDE_NAMED):
            return
        stop = max(stop, draft.first - _BESIDE_NAMED)
    for at in range(draft.first - 1, stop - 1, -1):
        word = page.words[at]
        if word in lexicon.ends or word in lexicon.clauses:
            return
        unit = lexicon.befell.get(word)
        if unit is None and page.phrase(at + 1, draft.first - at - 1) in {"", "of"}:
            taking = page.word[draft.end - 1] in lexicon.taking.get(word, ())
            unit = "killed" if taking else lexicon.near.get(word)
        if unit is not None:
            if _only_sentenced(page, at):
                return
            draft.tell(unit if _one_person(draft) else _with_neighbour(page, at, unit))
            return
        if word[0] == "و" and word not in lexicon.nouns and word not in lexicon.and_words:
            return


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
    if word.startswith("و") and _has_subject(page, at - 2):
        return unit
    if word.startswith("و") and word[1:] in befell:
        other = befell.get(page.word[at - 1])
        victim = page.lexicon.nouns.get(page.word[at - 1])
        if victim is not None and victim.form is Count.MANY:
            return unit
        if victim is not None and victim.form is Count.ONE and word not in page.lexicon.nouns:
            return unit
    elif page.word[at - 1] in _AND:
        other = befell.get(page.word[at - 2])
    else:
        return unit
    both = {unit, other}
    return "casualties" if other and len(both) > 1 and both <= _TOLLS else unit


def _has_subject(page: Page, at: int) -> bool:
    noun = page.lexicon.nouns.get(page.word[at])
    return noun is not None and noun.counts == PEOPLE


def tell_from_behind(page: Page, draft: Draft, at: int) -> None:
    """Let a word behind the people, from token ``at`` on, tell what befell them."""
    lexicon = page.lexicon
    if page.word[at] in _SINGULAR and page.word[at + 1] not in lexicon.nouns:
        draft.tell(lexicon.befell[page.word[at]])
        return
    toll = lexicon.nouns.get(page.word[at + 1])
    if page.word[at] == "بين" and toll is not None and toll.unit in _TOLLS:
        draft.tell("casualties")
        return
    at = _past_strangers(page, draft, at + _people_by_name(page, draft, at))
    for _ in range(_REACH_BEHIND):
        word = page.word[at]
        unit = _told_behind(page, at)
        if unit in _OF_PEOPLE and _kills_others(page, at):
            return
        if unit is not None:
            draft.tell(_with_next(page, at, unit))
            return
        if word in lexicon.fallen and draft.of in _ARMED and page.word[at + 1] not in lexicon.risen:
            draft.tell("killed")
            return
        if word == "من" and lexicon.of.get(page.word[at + 1]) == "family":
            at += _PARTITIVE
            continue
        beyond = _beyond_aside(page, at) or _beyond_another(page, at)
        if beyond:
            at = beyond
            continue
        apart = word == "," and page.word[at + 1] in _BE
        adverb = page.latin(at) and word.endswith("ly")
        if not (apart or adverb or word in lexicon.passed or word in lexicon.others):
            return
        at += 1


def _kills_others(page: Page, at: int) -> bool:
    """Whether those counted did it to others who are counted behind: "two gunmen killed three", "two bombers killed at least 43 people"."""
    if not page.latin(at) or page.word[at - 1] in _BE or not page.word[at].endswith("ed"):
        return False
    first = at + 1 + (2 if page.phrase(at + 1, 2) in _AT_LEAST else 0)
    number = page.word[first][:1].isdecimal() or page.word[first] in number_words()
    return number and page.word[first + 1] not in page.lexicon.befell


def _people_by_name(page: Page, draft: Draft, at: int) -> bool:
    """Whether the name of a people in no lexicon stands between a figure and its verb: "40 Rohingya were killed"."""
    if draft.unit or at != draft.core_end or not page.latin(at):
        return False
    if page.word[at + 1] not in _WERE and page.word[at + 1] not in page.lexicon.lone["died"]:
        return False
    return page.cut.initial(at).isupper()


def _strangers(page: Page, draft: Draft, at: int) -> int:
    """How many words name people in no lexicon before what befell them: "three of his aides were wounded", "12 Somali pirates were held"; 0 for none."""
    if draft.unit or draft.vague or at < draft.core_end or not page.latin(at):
        return 0
    first = at + 2 if page.word[at] == "of" and page.word[at + 1] in _OWNERS else at
    for end in range(first, first + _LONGEST_NAME):
        word = page.word[end]
        if end > first and word in _WERE and page.latin(end - 1):
            held = page.lexicon.behind.get(page.word[end + 1]) in _OF_PEOPLE
            return end - at if held or page.word[end + 1].endswith("ly") else 0
        if end > first and word in page.lexicon.lone["died"]:
            return end - at
        inside = word == "-" and page.glued(end) and page.glued(end + 1)
        if not (inside or page.latin(end)) or not _names_people(page, end):
            return 0
    return 0


def _past_strangers(page: Page, draft: Draft, at: int) -> int:
    """The token behind people in no lexicon, whom the draft takes in."""
    named = _strangers(page, draft, at)
    if named:
        noun = page.lexicon.nouns.get(page.word[at + named - 1])
        draft.of = draft.of or (noun.of if noun is not None else "")
        draft.end = max(draft.end, at + named)
    return at + named


def _names_people(page: Page, at: int) -> bool:
    """Whether a word can stand in the name of people: it says nothing else, counts no things and binds no phrase."""
    word, lexicon = page.word[at], page.lexicon
    if (
        word in _BINDING
        or word in lexicon.befell
        or word in lexicon.clauses
        or word in number_words()
    ):
        return False
    found = lexicon.nouns.get(word)
    return found is None or found.counts == PEOPLE


def _beyond_aside(page: Page, at: int) -> int:
    """Behind an aside between commas, 19 people, a journalist among them, were killed; 0 where there is none."""
    if page.word[at] != ",":
        return 0
    for place in range(at + 2, at + _ASIDE):
        word = page.word[place]
        if word == ",":
            return place + 1 if page.word[place + 1] in _BE else 0
        if word in page.lexicon.ends or word in page.lexicon.befell or not word:
            return 0
    return 0


def _beyond_another(page: Page, at: int) -> int:
    """Behind another victim that "and" joins, ``مسعفان ومتطوع استشهدوا``, "two men and their cousin"; 0 where there is none."""
    if page.word[at] == "and":
        return _beyond_relative(page, at + 1)
    found = page.lexicon.noun_at(page.words, at)
    if found is None or found[0].prefix != "و" or found[0].definite:
        return 0
    alone = found[0].form is Count.ONE and found[0].bare and found[0].counts == PEOPLE
    return found[1] if alone else 0


def _beyond_relative(page: Page, at: int) -> int:
    """Behind "a third", "their cousin" or the like at ``at``; 0 for anything else."""
    if page.word[at] not in _WHOSE:
        return 0
    found = page.lexicon.noun_at(page.words, at + 1)
    alone = found is not None and found[0].form is Count.ONE and found[0].counts == PEOPLE
    return found[1] if found is not None and alone else 0


@cache
def _behind_openers() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon().behind)


def _told_behind(page: Page, at: int) -> str | None:
    """What the words at ``at`` tell, longest phrase first: "lost their lives" before "lost"."""
    table = page.lexicon.behind
    if page.word[at] not in _behind_openers():
        return None
    for size in range(_LOST_LIVES, 0, -1):
        unit = table.get(page.phrase(at, size))
        if unit is not None:
            return unit
    return None


def _with_next(page: Page, at: int, unit: str) -> str:
    """Whether "were killed or wounded" makes casualties; "were killed and 20 wounded" are killed."""
    if page.lexicon.behind.get(page.word[at + 1]) == unit:
        at += 1
    if page.word[at + 1] not in _AND:
        return unit
    other = page.lexicon.behind.get(page.word[at + 2])
    both = {unit, other}
    return "casualties" if other and len(both) > 1 and both <= _TOLLS else unit
