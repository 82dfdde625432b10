"""What a figure counts: the noun behind it, before it, or the sign beside it."""

from __future__ import annotations

from claims.slots.quantity.bounds import bound_after, bound_before
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.figures import two_thousand
from claims.slots.quantity.forms import Count
from claims.slots.quantity.kinds import of_word, refine, served, shared_kind
from claims.slots.quantity.lexicon import MEASURE, PEOPLE, Noun

_OPENING = frozenset({'"', "«", "“", "'"})
_OF = frozenset({"من", "of"})
_SIGNS = frozenset({"%", "٪", "$", "€", "£"})
_ONE = frozenset({"واحد", "واحده", "واحدا"})
_TWO = frozenset({"اثنان", "اثنين", "اثنتان", "اثنتين"})
_DUALS = frozenset({Count.TWO, Count.TWO_OF})
_PLACED_UNITS = frozenset({"persons", "members"})
_NOUN_PHRASE = 6
_RATE = 2
_SHORTEST = 3


def count_noun(page: Page, draft: Draft) -> None:
    """Find the noun of ``draft`` and take it in; the draft stays without a unit when there is none."""
    if draft.implied:
        draft.end = refine(page, draft, draft.end)
    elif _noun_in_front(page, draft):
        bound_before(page, draft)
    elif page.words[draft.core] not in _ONE or draft.core_end - draft.core > 1:
        _ = _sign_before(page, draft) or _noun_behind(page, draft)
    served(page, draft)
    draft.end = bound_after(page, draft, draft.end)
    _rate(page, draft)


def take(draft: Draft, noun: Noun, end: int) -> None:
    """Let ``noun`` be what the draft counts, its words ending before ``end``."""
    draft.unit, draft.counts = noun.unit, noun.counts
    draft.of = draft.of or noun.of
    draft.told = draft.by_noun = noun.counts == PEOPLE and noun.unit not in _PLACED_UNITS
    draft.end = max(draft.end, end)
    if draft.grouped is not None:
        _settle_point(draft)


def english(page: Page, at: int) -> bool:
    """Whether the token at ``at`` is written in Latin letters."""
    return "a" <= page.word(at)[:1] <= "z"


def _settle_point(draft: Draft) -> None:
    """A point before three digits groups where whole things are counted (1.250 قتيل)."""
    if draft.counts != MEASURE and draft.exact:
        draft.low = draft.high = draft.grouped
    draft.grouped = None


def _sign_before(page: Page, draft: Draft) -> bool:
    sign = page.word(draft.core - 1)
    if sign not in _SIGNS or not page.glued(draft.core):
        return False
    take(draft, page.lexicon.nouns[sign], draft.end)
    draft.first = min(draft.first, draft.core - 1)
    draft.trim = 0
    if draft.exact and page.word(draft.core_end) == "m" and page.glued(draft.core_end):
        draft.low = draft.high = (draft.low or 0) * 1_000_000
        draft.end = draft.core_end + 1
    return True


def _noun_behind(page: Page, draft: Draft) -> bool:
    at = bound_after(page, draft, draft.core_end)
    if page.word(at) in _OPENING:
        at += 1
    if page.word(at) == "-" and page.glued(at) and page.glued(at + 1):
        return _hyphenated(page, draft, at + 1)
    if english(page, at) or page.word(at) in {"%", "$", "€", "£"}:
        return _english_noun(page, draft, at)
    return _arabic_noun(page, draft, at)


def _hyphenated(page: Page, draft: Draft, at: int) -> bool:
    """500-pound, 11-year-old, 5-member."""
    found = page.lexicon.noun_at(page.words, at)
    if found is None or not english(page, at):
        return False
    take(draft, *found)
    if page.word(found[1]) == "-" and page.word(found[1] + 1) == "old":
        draft.unit, draft.end = "years of age", found[1] + 2
    return True


def _arabic_noun(page: Page, draft: Draft, at: int) -> bool:
    lexicon = page.lexicon
    found = lexicon.noun_at(page.words, at) or _unglued(page, at)
    if found is not None and (found[0].form not in _DUALS or _two_twice(draft, found[0])):
        noun, end = found
        indefinite = not noun.definite or draft.vague
        if indefinite and not noun.prefix and not _names_one(page, draft, end):
            if two_thousand(page, draft) and draft.exact:
                draft.low = draft.high = (draft.low or 0) * 2
            take(draft, noun, end)
            draft.end = refine(page, draft, end)
            return True
    if page.word(at) in lexicon.others:
        draft.others, draft.end = True, at + 1
        return _arabic_noun(page, draft, at + 1)
    if page.word(at) in _OF:
        return _partitive(page, draft, at)
    return page.word(at) in lexicon.heads and _headed(page, draft, at + 1)


def _headed(page: Page, draft: Draft, at: int) -> bool:
    """``ارتفع إلى 45 عدد القتلى``."""
    found = page.lexicon.noun_at(page.words, at)
    if found is None or found[0].form is not Count.MANY:
        return False
    take(draft, *found)
    draft.end = refine(page, draft, found[1])
    return True


def _two_twice(draft: Draft, noun: Noun) -> bool:
    """``اثنان مدنيان``."""
    return noun.form is Count.TWO and draft.exact and draft.low == 2


def _unglued(page: Page, at: int) -> tuple[Noun, int] | None:
    """Two nouns run together where marks were lost: ``عنصراًوقيادي``."""
    word, nouns = page.word(at), page.lexicon.nouns
    cut = word.find("و", _SHORTEST)
    while cut > 0:
        if word[:cut] in nouns and word[cut + 1 :] in nouns:
            return nouns[word[:cut]], at + 1
        cut = word.find("و", cut + 1)
    return None


def _names_one(page: Page, draft: Draft, end: int) -> bool:
    """The guard against ``يوم 5 شهر 9``: a singular behind 3-10 that a number follows is a date."""
    return draft.digits and page.word(end)[:1].isdigit() and page.word(end - 1) == "شهر"


def _partitive(page: Page, draft: Draft, at: int) -> bool:
    """``خمسة من عناصر …``, ``3 من المدنيين``, ``4 من عائلة واحدة``, ``dozens of civilians``."""
    found = page.lexicon.noun_at(page.words, at + 1)
    family = page.lexicon.of.get(page.phrase(at + 1, 2)) == "family"
    if found is not None and found[0].form is Count.MANY and not found[0].prefix and not family:
        take(draft, *found)
        draft.end = refine(page, draft, found[1])
        return True
    kind = of_word(page, at + 1)
    if kind is None:
        return False
    draft.unit, draft.counts, draft.of = "persons", PEOPLE, kind
    return True


def _english_noun(page: Page, draft: Draft, at: int) -> bool:
    """The head of an English noun phrase: the first plural noun, or the last singular one behind "one"."""
    single = draft.exact and draft.low == 1 and not draft.scale
    best: tuple[Noun, int, int] | None = None
    end = min(at + _NOUN_PHRASE, len(page.words))
    start = at
    while start < end and not _closes(page, start):
        found = page.lexicon.noun_at(page.words, start)
        if found is None:
            start += 1
            continue
        noun, stop = found
        if noun.arabic and noun.counts != MEASURE:
            break
        if noun.form is Count.ANY or (noun.form is Count.ONE) == single or noun.counts == MEASURE:
            best = (noun, start, stop)
            if not single:
                break
        start = stop
    if best is None:
        return _bare_others(page, draft, at)
    noun, start, stop = _next_head(page, best)
    take(draft, noun, stop)
    _modifiers(page, draft, at, start)
    draft.of = shared_kind(page, draft, stop)
    _age(page, draft, stop)
    return True


def _next_head(page: Page, best: tuple[Noun, int, int]) -> tuple[Noun, int, int]:
    """"12 killed" is told by "killed", but in "12 wounded soldiers" the soldiers are the head."""
    noun, _, stop = best
    if noun.form is not Count.ANY or noun.counts != PEOPLE:
        return best
    found = page.lexicon.noun_at(page.words, stop)
    if found is None or found[0].counts != PEOPLE or found[0].form is not Count.MANY:
        return best
    return noun._replace(of=found[0].of), stop, found[1]


def _modifiers(page: Page, draft: Draft, at: int, stop: int) -> None:
    """Kinds named before the head: 12 civilian casualties, three other ISIL fighters."""
    for place in range(at, stop):
        if page.word(place) in page.lexicon.others:
            draft.others = False
        found = page.lexicon.noun_at(page.words, place)
        if found is not None and found[0].counts == PEOPLE and draft.people and not draft.of:
            draft.of = found[0].of


def _bare_others(page: Page, draft: Draft, at: int) -> bool:
    if page.word(at) in page.lexicon.others and not draft.vague:
        draft.others, draft.end = True, at + 1
    return False


def _closes(page: Page, at: int) -> bool:
    word = page.words[at]
    return word in _CLOSING or not ("a" <= word[0] <= "z" or word in _SIGNS or word in "-'\"#")


_CLOSING = frozenset(
    "in on at near by for from with to into and or but was were is are be been has have had will "
    "northwest northeast southwest southeast north south east west who which that when while where "
    "after before during since against across along inside outside over under between around "
    "killed wounded injured destroyed damaged struck hit targeted took occurred including also "
    "as than then their his her its out up down off about the a an this these those not no so if "
    "said says reported claimed according today yesterday it they we he she".split()
) - {"killed", "wounded", "injured"}


def _age(page: Page, draft: Draft, at: int) -> None:
    if draft.unit == "years" and page.word(at) in {"old", "-"}:
        old = at if page.word(at) == "old" else at + 1
        if page.word(old) == "old":
            draft.unit, draft.end = "years of age", old + 1


def _noun_in_front(page: Page, draft: Draft) -> bool:
    """``غارة واحدة``, ``مدنيين اثنين``, ``الأطفال الخمسة``."""
    word, before = page.words[draft.core], page.word(draft.core - 1)
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
    take(draft, noun, draft.core_end)
    draft.first = draft.core - 1
    wider = page.lexicon.nouns.get(page.word(draft.first - 1))
    if word in _ONE and wider is not None and wider.counts == noun.counts == PEOPLE:
        draft.first, noun = draft.first - 1, wider
    draft.trim = 0 if noun.definite else len(noun.prefix)
    draft.joined = noun.prefix[:1] == "و" or page.word(draft.first - 1) == "و"
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
    if noun.counts == MEASURE or noun.unit in {"times", "families"}:
        return False
    return page.word(draft.core - 2) not in {"كل", "باي", "اي"}


def _rate(page: Page, draft: Draft) -> None:
    """``يوميا``, ``في اليوم``, ``per day`` behind the unit."""
    if not draft.unit or draft.unit == "%":
        return
    for size in range(_RATE, 0, -1):
        suffix = page.lexicon.rates.get(page.phrase(draft.end, size))
        if suffix is not None:
            draft.unit += suffix
            draft.end += size
            return
    if page.word(draft.first - 1) in {"الي", "الواحد"}:
        at = draft.first - (1 if page.word(draft.first - 1) == "الواحد" else 2)
        if page.word(at) == "الواحد":
            draft.unit += page.lexicon.rates.get(f"في {page.word(at - 1)}", "")
