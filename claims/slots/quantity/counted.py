"""What a figure counts: the noun behind it, before it, or the sign beside it."""

from __future__ import annotations

from functools import cache

from claims.slots.number import number_words
from claims.slots.quantity.bounds import bound_after, bound_before
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.figures import two_thousand
from claims.slots.quantity.forms import Count
from claims.slots.quantity.kinds import of_word, refine, served
from claims.slots.quantity.lexicon import lexicon
from claims.slots.quantity.noun_phrase import SIGNS, english_noun, past_size
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.silence import millions_of, part_of_millions, tells_when
from claims.slots.quantity.silencers import silencers
from claims.slots.quantity.units import MEASURE, PEOPLE

_OPENING = frozenset({'"', "«", "“", "'"})
_OF = frozenset({"من", "of"})
_ONE = frozenset({"واحد", "واحده", "واحدا"})
_TWO = frozenset({"اثنان", "اثنين", "اثنتان", "اثنتين"})
_DUALS = (Count.TWO, Count.TWO_OF)
_RATE = 2
_MILLION, _PRICE = 1_000_000, 8
_HALVES = {"ونصف": 0.5, "وربع": 0.25, "and a half": 0.5, "and a quarter": 0.25}
_DENIED = 3
_PAIR = 2
_CODE = 3
_SHORTEST = 3
_POSSESSIVES = ("هما", "ها", "هم", "ه", "نا")


def count_noun(page: Page, draft: Draft) -> None:
    """Find the noun of ``draft`` and take it in; the draft stays without a unit when there is none."""
    if draft.implied:
        if draft.people:
            draft.end = refine(page, draft, draft.end)
    elif _noun_in_front(page, draft):
        bound_before(page, draft)
    elif page.words[draft.core] not in _ONE or draft.core_end - draft.core > 1:
        if _sign_before(page, draft):
            bound_before(page, draft)
        else:
            _ = _group_of(page, draft) or _noun_behind(page, draft)
    if draft.counts == MEASURE and draft.exact:
        _half_behind(page, draft)
    served(page, draft)
    draft.end = bound_after(page, draft, draft.end)
    _rate(page, draft)


def _group_of(page: Page, draft: Draft) -> bool:
    """A family of six, with nothing behind the figure that it could count."""
    at = draft.core
    if page.word[at - 1] != "of" or page.word[at - 2] not in page.lexicon.groups:
        return False
    if page.latin(draft.core_end) and page.word[draft.core_end] not in page.lexicon.phrase_ends:
        return False
    draft.unit, draft.counts = "persons", PEOPLE
    return True


def _half_behind(page: Page, draft: Draft) -> None:
    """``طنين ونصف الطن``, ``خمسة أشهر ونصف``, "two tonnes and a half"."""
    size = next((n for n in (1, 3) if page.phrase(draft.end, n) in _HALVES), 0)
    if not size:
        return
    at = draft.end + size
    again = page.lexicon.nouns.get(page.word[at])
    same = again is not None and again.unit == draft.unit and not again.prefix
    other = page.word[at] in page.lexicon.wholes or page.word[at] in number_words()
    if other or (again is not None and not same):
        return
    draft.low = draft.high = (draft.low or 0) + _HALVES[page.phrase(draft.end, size)]
    draft.end = at + 1 if same else at


def _sign_before(page: Page, draft: Draft) -> bool:
    sign = page.word[draft.core - 1]
    if not (_signed(page, draft.core) if sign in SIGNS else _coded(page, draft.core - 1)):
        return False
    draft.take(page.lexicon.nouns[sign], draft.end)
    draft.first = min(draft.first, draft.core - 1)
    draft.trim = 0
    if draft.exact and page.word[draft.core_end] == "m" and page.glued(draft.core_end):
        draft.low = draft.high = (draft.low or 0) * 1_000_000
        draft.end = draft.core_end + 1
    return True


def _signed(page: Page, at: int) -> bool:
    """Whether the sign before token ``at`` is of the figure there: "$300", "US$ 300"."""
    return page.glued(at) or (page.glued(at - 1) and page.word[at - 2].endswith("us"))


def _coded(page: Page, at: int) -> bool:
    """Whether the word at ``at`` is the code of a currency in capitals (ISO 4217): SYP 15,000."""
    noun = page.lexicon.nouns.get(page.word[at])
    if noun is None or noun.counts != MEASURE or noun.unit.lower() != page.word[at]:
        return False
    return len(noun.unit) == _CODE and page.cut.quote(at, at + 1).isupper()


def _noun_behind(page: Page, draft: Draft) -> bool:
    at = bound_after(page, draft, _past_brackets(page, draft))
    if page.word[at] in _OPENING:
        at += 1
    if page.word[at] == "-" and page.glued(at) and page.glued(at + 1):
        return _hyphenated(page, draft, at + 1)
    if page.word[at] == "m" and page.glued(at) and _millions(page, draft, at + 1):
        return True
    tagged = page.word[at] == "#" and page.latin(at + 1)
    if page.latin(at) or tagged or page.word[at] in SIGNS or past_size(page, at) > at:
        return english_noun(page, draft, at)
    return _arabic_noun(page, draft, at)


def _past_brackets(page: Page, draft: Draft) -> int:
    """Behind an English figure that stands in brackets or has itself again in brackets: "(31) people", "three (3) militants"."""
    word, at = page.word, draft.core_end
    again = word[at] == "(" and word[at + 1].isdecimal() and word[at + 2] == ")"
    if again and draft.exact and int(word[at + 1]) == draft.low and page.latin(at + 3):
        return at + 3
    inside = draft.digits and word[draft.core - 1] == "(" and word[at] == ")"
    opens = draft.core < _RATE or word[draft.core - _RATE] in page.lexicon.ends
    return at + 1 if inside and page.latin(at + 1) and not opens else at


def _millions(page: Page, draft: Draft, at: int) -> bool:
    """1.5m people, 2m displaced."""
    found = millions_of(page, at)
    if not draft.exact or not (found or part_of_millions(page, at)):
        return False
    value = float(draft.low or 0) * _MILLION
    draft.low = draft.high = int(value) if value.is_integer() else value
    if found is not None:
        draft.take(*found)
    else:
        draft.core_end = draft.end = at
    return True


def _hyphenated(page: Page, draft: Draft, at: int) -> bool:
    """500-pound, 11-year-old, 5-member."""
    found = page.lexicon.noun_at(page.words, at)
    if found is None or not page.latin(at):
        return False
    draft.take(*found)
    if page.word[found[1]] == "-" and page.word[found[1] + 1] == "old":
        draft.end = found[1] + 2
        draft.unit = "years of age" if draft.unit == "years" else draft.unit
    return True


def _arabic_noun(page: Page, draft: Draft, at: int) -> bool:
    lexicon = page.lexicon
    found = lexicon.noun_at(page.words, at) or _unglued(page, at)
    if found is not None and tells_when(page, draft, at):
        return False
    if found is not None and (found[0].form not in _DUALS or _two_twice(draft, found[0])):
        noun, end = found
        indefinite = not noun.definite or draft.vague
        if indefinite and not noun.prefix and not _names_one(page, draft, end):
            if two_thousand(page, draft) and draft.exact:
                draft.low = draft.high = (draft.low or 0) * 2
            draft.take(noun, end)
            draft.end = refine(page, draft, end)
            return True
    if draft.scale >= _MILLION and page.word[at] in lexicon.peoples and not _money(page, draft):
        draft.unit, draft.counts, draft.end = "persons", PEOPLE, at + 1
        return True
    if page.word[at] in lexicon.others:
        draft.others, draft.end = True, at + 1
        behind = lexicon.noun_at(page.words, at + 1)
        people = behind is None or behind[0].counts == PEOPLE
        return people and _arabic_noun(page, draft, at + 1)
    if page.word[at] in _OF:
        return _partitive(page, draft, at)
    headed = page.word[at] in lexicon.heads and page.word[at][0] != "و"
    return headed and _headed(page, draft, at + 1)


def _money(page: Page, draft: Draft) -> bool:
    """Whether a word of money stands near before the figure."""
    return not page.lexicon.money.isdisjoint(page.words[max(0, draft.first - _PRICE) : draft.first])


def _headed(page: Page, draft: Draft, at: int) -> bool:
    """``ارتفع إلى 45 عدد القتلى``."""
    found = page.lexicon.noun_at(page.words, at)
    if found is None or found[0].form is not Count.MANY:
        return False
    draft.take(*found)
    draft.end = refine(page, draft, found[1])
    return True


def _two_twice(draft: Draft, noun: Noun) -> bool:
    """``اثنان مدنيان``."""
    return noun.form is Count.TWO and draft.exact and draft.low == _PAIR


def _unglued(page: Page, at: int) -> tuple[Noun, int] | None:
    """Two nouns run together where marks were lost: ``عنصراًوقيادي``."""
    word, nouns = page.word[at], page.lexicon.nouns
    cut = word.find("و", _SHORTEST)
    while cut > 0:
        if word[:cut] in nouns and word[cut + 1 :] in nouns:
            return nouns[word[:cut]], at + 1
        cut = word.find("و", cut + 1)
    return None


def _names_one(page: Page, draft: Draft, end: int) -> bool:
    """The guard against ``يوم 5 شهر 9``: a singular behind 3-10 that a number follows is a date."""
    return draft.digits and page.word[end][:1].isdecimal() and page.word[end - 1] == "شهر"


def _partitive(page: Page, draft: Draft, at: int) -> bool:
    """``خمسة من عناصر …``, ``3 من المدنيين``, ``4 من عائلة واحدة``, ``dozens of civilians``."""
    found = page.lexicon.noun_at(page.words, at + 1) or _possessed(page, at + 1)
    family = page.lexicon.of.get(page.phrase(at + 1, 2)) == "family"
    if found is not None and found[0].form is Count.MANY and not found[0].prefix and not family:
        draft.take(*found)
        draft.end = refine(page, draft, found[1])
        return True
    kind = of_word(page, at + 1)
    if kind is None:
        return False
    draft.unit, draft.counts, draft.of = "persons", PEOPLE, kind
    return True


def _possessed(page: Page, at: int) -> tuple[Noun, int] | None:
    """A plural with a possessive: ``ثلاثة من عناصره``, ``اثنان من مرافقيها``."""
    word, nouns = page.word[at], page.lexicon.nouns
    for ending in _POSSESSIVES:
        stem = word.removesuffix(ending)
        if stem != word and stem in nouns and nouns[stem].form is Count.MANY:
            return nouns[stem], at + 1
    return None


def _noun_in_front(page: Page, draft: Draft) -> bool:
    """``غارة واحدة``, ``مدنيين اثنين``, ``الأطفال الخمسة``."""
    word, before = page.words[draft.core], page.word[draft.core - 1]
    noun = page.lexicon.nouns.get(before)
    if draft.definite and _their_children(page, draft, before):
        return True
    if noun is None or not noun.arabic or draft.core_end - draft.core > 1:
        return False
    fits = (
        (word in _ONE and noun.form is Count.ONE and not noun.definite)
        or (word in _TWO and noun.form is not Count.ONE)
        or (draft.definite and noun.definite and noun.form is Count.MANY and not draft.vague)
    )
    if not fits or (word in _ONE and not _counts_one(page, draft, noun)):
        return False
    draft.take(noun, draft.core_end)
    draft.first = draft.core - 1
    wider = page.lexicon.nouns.get(page.word[draft.first - 1])
    befell = page.word[draft.first - 1] in page.lexicon.befell
    people = wider is not None and wider.counts == noun.counts == PEOPLE
    if word in _ONE and wider is not None and people and not befell:
        draft.first, noun = draft.first - 1, wider
        draft.take(wider, draft.core_end)
    draft.trim = 0 if noun.definite else len(noun.prefix)
    draft.joined = noun.prefix[:1] == "و" or page.word[draft.first - 1] == "و"
    draft.end = refine(page, draft, draft.core_end)
    return True


def _their_children(page: Page, draft: Draft, before: str) -> bool:
    """``وأطفالها الثلاثة``: a noun with a possessive."""
    kind = page.lexicon.of.get(before.removeprefix("و"), "")
    if kind != "child" or not before.endswith(("ها", "ه", "هم", "هما")):
        return False
    draft.unit, draft.counts, draft.of = "persons", PEOPLE, kind
    draft.first = draft.core - 1
    draft.joined = before[0] == "و"
    draft.trim = int(draft.joined)
    return True


def _counts_one(page: Page, draft: Draft, noun: Noun) -> bool:
    """من عائلة واحدة is no count; nor are في يوم واحد and مرة واحدة."""
    if noun.counts == MEASURE or noun.unit in silencers().one_units:
        return False
    back = page.words[max(0, draft.core - 2 - _DENIED) : draft.core - 1]
    denied = page.lexicon.save.isdisjoint(back) and any(
        word in page.lexicon.denied
        and page.phrase(draft.core - 1 - len(back) + at, 2) not in page.lexicon.before
        for at, word in enumerate(back)
    )
    return not denied and page.word[draft.core - 2] not in {"كل", "باي", "اي"}


def _rate(page: Page, draft: Draft) -> None:
    """``يوميا``, ``في اليوم``, ``per day`` behind the unit."""
    if not draft.unit or draft.unit == "%":
        return
    near = _rate_words()
    beside = page.word[draft.end] in near or page.word[draft.end - 1] in near
    if beside and _rate_beside(page, draft):
        return
    if page.word[draft.first - 1] in {"الي", "الواحد"}:
        at = draft.first - (1 if page.word[draft.first - 1] == "الواحد" else 2)
        if page.word[at] == "الواحد":
            draft.unit += page.lexicon.rates.get(f"في {page.word[at - 1]}", "")


@cache
def _rate_words() -> frozenset[str]:
    """Every word of every rate."""
    return frozenset(word for phrase in lexicon().rates for word in phrase.split())


def _rate_beside(page: Page, draft: Draft) -> bool:
    for size in range(_RATE, 0, -1):
        within = page.lexicon.rates.get(page.phrase(draft.end - size, size))
        if within is not None and draft.end - size > draft.core_end:
            draft.unit += within
            return True
        suffix = _suffix(page, draft, size)
        if suffix is not None:
            draft.unit += suffix
            draft.end += size
            return True
    return False


def _suffix(page: Page, draft: Draft, size: int) -> str | None:
    """The rate behind the unit; a slash parts headlines and only behind a measure says "per".

    One week of several is no rate: ``في الأسبوع الأول``.
    """
    slashed = page.word[draft.end] == "/" and draft.counts != MEASURE
    one_of_them = page.word[draft.end + size - 1].startswith("ال") and page.word[
        draft.end + size
    ].startswith("ال")
    if one_of_them and page.word[draft.end + size] != "الواحد":
        return None
    return None if slashed else page.lexicon.rates.get(page.phrase(draft.end, size))
