"""What the words behind people say befell them: "12 civilians were killed", ``33 جندياً تركياً استشهدوا``, "19 people, a journalist among them, died"."""

from __future__ import annotations

from functools import cache

from claims.slots.number import number_words
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import Count
from claims.slots.quantity.kinds import TOLLS
from claims.slots.quantity.lexicon import lexicon
from claims.slots.quantity.units import PEOPLE

_REACH_BEHIND = 5
_AND = frozenset({"and", "or", "و", "او", "&"})
_SINGULAR = frozenset({"قتل", "قتلت", "استشهد", "استشهدت", "اصيب", "اصيبت", "جرح", "توفي"})
_BE = frozenset({"were", "was", "have", "had", "are"})
_WERE = frozenset({"were", "was"})
_HAVE = frozenset({"have", "had"})
_ARMED = frozenset({"fighter", "soldier", "officer", "commander", "terrorist", "police"})
_ASIDE = 8
_WHOSE = frozenset({"a", "an", "his", "her", "their"})
_LOST_LIVES = 3
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


def tell_from_behind(page: Page, draft: Draft, at: int) -> None:
    """Let a word behind the people, from token ``at`` on, tell what befell them."""
    lexicon = page.lexicon
    if page.word[at] in _SINGULAR and page.word[at + 1] not in lexicon.nouns:
        draft.tell(lexicon.befell[page.word[at]])
        return
    toll = lexicon.nouns.get(page.word[at + 1])
    if page.word[at] == "بين" and toll is not None and toll.unit in TOLLS:
        draft.tell("casualties")
        return
    at = _past_strangers(page, draft, at + _people_by_name(page, draft, at))
    for _ in range(_REACH_BEHIND):
        word = page.word[at]
        unit = told_behind(page, at)
        if unit in _OF_PEOPLE and (_kills_others(page, at) or _another_clause(page, at)):
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
        beyond = beyond_aside(page, at) or _beyond_another(page, at) or _beyond_modal(page, at)
        beyond = beyond or _beyond_clause(page, at)
        if beyond:
            at = beyond
            continue
        apart = word == "," and page.word[at + 1] in _BE
        adverb = page.latin(at) and word.endswith("ly")
        if not (
            apart
            or adverb
            or _of_a_body(page, draft, at)
            or _agrees(page, at)
            or word in lexicon.passed
            or word in lexicon.others
        ):
            return
        at += 1


def _kills_others(page: Page, at: int) -> bool:
    """Whether those counted did it to others who are counted behind: "two gunmen killed three", "two bombers killed at least 43 people"."""
    if not page.latin(at) or page.word[at - 1] in _BE or not page.word[at].endswith("ed"):
        return False
    first = at + 1 + (2 if page.phrase(at + 1, 2) in _AT_LEAST else 0)
    number = page.word[first][:1].isdecimal() or page.word[first] in number_words()
    return number and page.word[first + 1] not in page.lexicon.befell


def _another_clause(page: Page, at: int) -> bool:
    """Whether an Arabic verb that "and" joins opens a clause of its own: «خطفوا 12 رجلاً وقتلوا ثلاثة منهم» tells nothing of the twelve."""
    word = page.word[at]
    return word[0] == "و" and word[1:] in page.lexicon.behind


def _people_by_name(page: Page, draft: Draft, at: int) -> bool:
    """Whether the name of a people in no lexicon stands between a figure and its verb: "40 Rohingya were killed"."""
    if draft.unit or at != draft.core_end or not page.latin(at):
        return False
    verb = at + 1 + (page.word[at + 1] in _HAVE)
    if page.word[verb] not in _WERE and page.word[verb] not in page.lexicon.lone["died"]:
        return page.word[verb] == "fled" and page.cut.initial(at).isupper()
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


def beyond_aside(page: Page, at: int) -> int:
    """Behind an aside between commas, 19 people, a journalist among them, were killed; 0 where there is none."""
    if page.word[at] != ",":
        return _beyond_including(page, at)
    for place in range(at + 2, at + _ASIDE):
        word = page.word[place]
        if word == ",":
            onward = page.word[place + 1]
            return place + 1 if onward in _BE or onward in page.lexicon.lone["died"] else 0
        if word in page.lexicon.ends or word in page.lexicon.befell or not word:
            return 0
    return 0


def _beyond_including(page: Page, at: int) -> int:
    """Behind those named without commas, "12 villagers including women and children died"; 0 where there are none."""
    if page.word[at] != "including":
        return 0
    for place in range(at + 2, at + _ASIDE):
        word, lexicon = page.word[place], page.lexicon
        if word in _BE or word in _HAVE:
            return place
        if (
            not word.isalpha()
            or word in lexicon.ends
            or word in lexicon.clauses
            or word in lexicon.befell
        ):
            return 0
    return 0


def _beyond_modal(page: Page, at: int) -> int:
    """Behind "may have" or "believed to have"; 0 where nothing such stands."""
    for size in (2, 3):
        if page.phrase(at, size) in page.lexicon.sets["modal"]:
            return at + size
    return 0


def _beyond_clause(page: Page, at: int) -> int:
    """Behind what people do, or "who": "43 people sheltering in a school were killed", "49 children who died"; 0 where they are not said to be hurt."""
    if page.word[at] == "who":
        return at + 1 if _suffer(page, at + 1) else 0
    if not (page.latin(at) and page.word[at].endswith("ing")):
        return 0
    for place in range(at + 1, at + _ASIDE):
        word, lexicon = page.word[place], page.lexicon
        if _suffer(page, place):
            return place
        if word in lexicon.ends or word in lexicon.clauses or word in lexicon.befell:
            return 0
        if not word.isalpha() or word in number_words():
            return 0
    return 0


def _suffer(page: Page, at: int) -> bool:
    """Whether the verb at ``at`` says what befell its subject: "were wounded", "died", "burned to death", not "killed"."""
    word = page.word[at]
    if word in _WERE:
        return told_behind(page, at + 1) in _OF_PEOPLE
    unit = page.lexicon.behind.get(word)
    return word in page.lexicon.lone["died"] or (unit is None and told_behind(page, at) == "killed")


def _agrees(page: Page, at: int) -> bool:
    """Whether an adjective of origin stands between people and the verb behind them: ``33 جندياً تركياً استشهدوا``."""
    word, lexicon = page.word[at], page.lexicon
    if page.latin(at) or not word.endswith(tuple(lexicon.sets["agreeing"])):
        return False
    if word in lexicon.nouns or word in lexicon.befell:
        return False
    place = at + 1 + (page.word[at + 1] in lexicon.passed)
    return told_behind(page, place) is not None


def _of_a_body(page: Page, draft: Draft, at: int) -> bool:
    """Whether the word names whose people they are, before the verb: «سبعة من رجال الإطفاء لقوا مصرعهم»."""
    word = page.word[at]
    partitive = "من" in page.words[draft.core_end : draft.end]
    return (
        partitive
        and word.startswith("ال")
        and word not in page.lexicon.befell
        and told_behind(page, at + 1) is not None
    )


def _beyond_another(page: Page, at: int) -> int:
    """Behind another victim that "and" joins, ``مسعفان ومتطوع استشهدوا``, "two men and their cousin"; 0 where there is none."""
    if page.word[at] in {"and", "+", "plus"}:
        return _beyond_relative(page, at + 1)
    found = page.lexicon.noun_at(page.words, at)
    if found is None or found[0].prefix != "و" or found[0].definite:
        return 0
    alone = found[0].form is Count.ONE and found[0].bare and found[0].counts == PEOPLE
    return found[1] if alone else 0


def _beyond_relative(page: Page, at: int) -> int:
    """Behind "a third", "their cousin", "companions" or the like at ``at``; 0 for anything else."""
    if page.word[at] not in _WHOSE:
        found = page.lexicon.noun_at(page.words, at)
        many = found is not None and found[0].form is Count.MANY and found[0].unit == "persons"
        return found[1] if found is not None and many else 0
    found = page.lexicon.noun_at(page.words, at + 1)
    alone = found is not None and found[0].form is Count.ONE and found[0].counts == PEOPLE
    return found[1] if found is not None and alone else 0


@cache
def _behind_openers() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon().behind)


def told_behind(page: Page, at: int) -> str | None:
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
    return "casualties" if other and len(both) > 1 and both <= TOLLS else unit
