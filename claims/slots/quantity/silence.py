"""What looks like a figure and is none: dates, clock times, codes, names, ordinals, list numbers, page chrome.

Two strengths: `never` holds whatever follows; `name_or_date` only where no counted noun stands with the figure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from claims.model import Span
from claims.slots.quantity.draft import Draft, Page
from claims.slots.quantity.forms import Count
from claims.slots.quantity.nouns import Noun
from claims.slots.quantity.silencers import silencers
from claims.slots.quantity.units import PEOPLE, THINGS

_CODE_MARKS = frozenset("@#=/\\?&№*^<>")
_FEW = (3, 10)
"""Figures behind which what is counted stands in the plural."""
_HALVES_OF_DAY = frozenset({"a", "p", "a.m", "p.m"})
_MONEY = frozenset({"$", "€", "£"})
_KEYCAPS = frozenset({"\u20e3", "\ufe0f"})
_LINE_STARTS = frozenset({"\n", "", ".", ":", "؛", ";", "؟", "!"})
_LIST_MARKS = frozenset({"-", ")", ".", "(", "]"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_DAY, _LAST_HOUR = 31, 24
_DAY_LIST = 16
_PAIR_TOKENS = 3
_TO_PEOPLE = 7
_TEN = 10
_EVERY = frozenset({"من كل", "in every", "of every", "in each", "of each"})
_EACH = frozenset(phrase.partition(" ")[2] for phrase in _EVERY)
_DURATIONS = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds"})


class Taken:
    """The stretches that the time module has read, for look-ups by offset."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = [span.end for span in ordered]

    def covers(self, page: Page, draft: Draft) -> bool:
        """Whether the number of ``draft`` lies in one of them."""
        if not self._starts:
            return False
        span = page.cut.span(draft.core, draft.core_end)
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.start < self._ends[at]


def never(page: Page, draft: Draft) -> bool:
    """Whether the figure is none, whatever noun follows."""
    if _torn(page, draft) or _ratio(page, draft) or _of_parent(page, draft):
        return True
    if draft.implied:
        return _named_like_two(page, draft)
    if draft.digits and (_in_code(page, draft) or _list_number(page, draft)):
        return True
    if page.words[draft.core][0].isdecimal() and _chrome(page, draft):
        return True
    lists = silencers()
    if page.words[draft.core] in lists.title_openers and page.phrase(draft.core, 2) in lists.titles:
        return True
    nth = page.words[draft.core].startswith("ال") and page.word[draft.core - 1] in lists.nth
    return nth or _clock(page, draft) or _day_of_month(page, draft) or _year(page, draft)


def _named_like_two(page: Page, draft: Draft) -> bool:
    """Whether a dual is the name of a group (طالبان), for no word of *two* stands behind it."""
    lists = silencers()
    return page.words[draft.core] in lists.duals and page.word[draft.core_end] not in lists.two


def _torn(page: Page, draft: Draft) -> bool:
    """Whether the word is the rest of one that was torn to dodge filters (``التحـ.ـالف``)."""
    if not page.glued(draft.core) or page.word[draft.core - 1][:1].isalnum():
        return False
    start = page.cut.span(draft.core, draft.core + 1).start
    return page.cut.shadow.raw[start - 1] == "\u0640"


def _ratio(page: Page, draft: Draft) -> bool:
    """Whether the figure is a side of a ratio, which counts nobody: «امرأة واحدة من كل 13 ضحية», "one in five children"."""
    core, end, word = draft.core, draft.core_end, page.word
    if word[core - 1] in _EACH and page.phrase(core - 2, 2) in _EVERY:
        return True
    if word[end + 1] in _EACH and page.phrase(end, 2) in _EVERY:
        return True
    if word[end + 2] in _EACH and page.phrase(end + 1, 2) in _EVERY:
        return True
    return word[core - 1] == "in" and word[core - 2] == "one" and not draft.digits


def _of_parent(page: Page, draft: Draft) -> bool:
    """Whether the figure counts somebody's children only to say who that is: "a mother of four", «أم لأربعة أطفال»."""
    before = page.word[draft.core - 1]
    if before == "of":
        return page.word[draft.core - 2] in silencers().parents
    return before in silencers().parents and page.words[draft.core].startswith("ل")


def name_or_date(page: Page, draft: Draft) -> bool:
    """Whether a figure without a counted noun is a name, a date or a stray number."""
    lists = silencers()
    ends = not draft.exact and page.word[draft.core - 1] in page.lexicon.between
    before, after = page.word[draft.core - 1 - ends], page.word[draft.core_end]
    if before == ".":
        before = page.word[draft.core - 2]
        return before in lists.months
    if before in lists.names or before in lists.models:
        return True
    if draft.digits and (before[:1].isdecimal() or after[:1].isdecimal()):
        return True
    if before in lists.date_before or after in lists.months:
        return True
    told = draft.vague and page.latin(draft.core)
    return before in lists.months or (not told and _looks_like_year(draft))


def designates(page: Page, draft: Draft) -> bool:
    """Whether the figure is the number of a unit or a road that did or suffered what follows (*Battalion 102* killed two)."""
    lists, at = silencers(), draft.core - 1
    if not draft.digits or draft.core != draft.first:
        return False
    if page.word[draft.core_end] in lists.units and page.cut.initial(draft.core_end).isupper():
        return True
    if page.word[at] in lists.units_ar:
        noun = page.lexicon.nouns.get(page.word[draft.core_end])
        return noun is not None and noun.form is Count.MANY and (draft.low or 0) > _TEN
    named = page.word[at] in lists.names and page.cut.initial(at).isupper()
    return named and (page.word[at] in lists.units or page.word[draft.core_end] in lists.done)


def moment(page: Page, draft: Draft) -> bool:
    """Whether a duration says when: قبل ثلاثة أيام, three years ago, السنوات الثلاث الماضية."""
    if draft.unit not in _DURATIONS:
        return False
    lists = silencers()
    before = page.word[draft.first - 1]
    return before in lists.ago_before or page.word[draft.end] in lists.ago_after


def model(page: Page, draft: Draft) -> bool:
    """Whether the number names a type of weapon, though a noun follows: Yassin 105 shells."""
    named = draft.digits and draft.core == draft.first and draft.counts == THINGS
    return named and page.word[draft.core - 1] in silencers().types


def no_count(page: Page, draft: Draft) -> bool:
    """Whether "one" counts nothing: one of, no one, one day."""
    lists = silencers()
    after, before = page.word[draft.core_end], page.word[draft.core - 1]
    if before == "that" and draft.people:
        return after in lists.one_after
    return after in lists.one_after or before in lists.one_before


def _in_code(page: Page, draft: Draft) -> bool:
    """Whether digits are part of a code, a clock time or an address."""
    return (page.glued(draft.core) and _code_before(page, draft)) or (
        page.glued(draft.core_end) and _code_behind(page, draft)
    )


def millions_of(page: Page, at: int) -> tuple[Noun, int] | None:
    """The people at token ``at``, behind whose figure an *m* is no metre (1.5m people), and the token behind them."""
    found = page.lexicon.noun_at(page.words, at)
    return found if found is not None and found[0].counts == PEOPLE else None


def part_of_millions(page: Page, at: int) -> bool:
    """Whether "of" and a number of people follow a figure with an *m*: "1.5m of Gaza's 2.3m people"."""
    people = (millions_of(page, place) for place in range(at + 2, at + _TO_PEOPLE))
    return page.word[at] == "of" and any(people)


def _code_before(page: Page, draft: Draft) -> bool:
    first, end = draft.core, draft.core_end
    before, further = page.word[first - 1], page.word[first - 2]
    if before == "/" and further.isalpha() and page.words[end : end + 1]:
        return page.glued(end) or page.lexicon.noun_at(page.words, end) is None
    if page.latin(first - 1) or before in _CODE_MARKS:
        return True
    if before == "%":
        return page.glued(first - 1) or page.glued(end)
    if before == "-" and page.glued(first - 1):
        return True
    return before in {":", "."} and further[:1].isdecimal()


def _code_behind(page: Page, draft: Draft) -> bool:
    end = draft.core_end
    after = page.word[end]
    if after == "m" and (millions_of(page, end + 1) or part_of_millions(page, end + 1)):
        return False
    if page.latin(end):
        money = after == "m" and page.word[draft.core - 1] in _MONEY
        return not money and after not in silencers().glued and after not in page.lexicon.nouns
    if after in {"-", ":"}:
        return page.glued(end + 1) and page.word[end + 1][:1].isdecimal()
    return after in _CODE_MARKS or after in _KEYCAPS


def _list_number(page: Page, draft: Draft) -> bool:
    """``١- ``, ``2) ``, ``3. `` at the start of a line or a sentence."""
    at, end = draft.core, draft.core_end
    before = page.word[at - 1]
    if before == "(" and page.word[end] == ")":
        return page.word[at - 2] in _LINE_STARTS
    if before not in _LINE_STARTS or page.word[end] not in _LIST_MARKS:
        return False
    if before == ":" and page.word[end] == ".":
        return False
    if page.word[end] == "-" and _compound(page, end + 1):
        return False
    return page.glued(end) and not page.word[end + 1][:1].isdecimal()


def _compound(page: Page, at: int) -> bool:
    """Whether the word at ``at`` is tied to the number before its hyphen: "72-hour", "1,000-plus", not "1-The town"."""
    return page.glued(at) and page.latin(at) and page.cut.initial(at).islower()


def _chrome(page: Page, draft: Draft) -> bool:
    lists = silencers()
    after, before = page.word[draft.core_end], page.word[draft.core - 1]
    if after in lists.chrome_after or (
        page.latin(draft.core_end) and after.startswith(_CHROME_STARTS)
    ):
        return True
    if before in {":", "："}:
        before = page.word[draft.core - 2]
    return before in lists.chrome_before


_CHROME_STARTS = ("comment", "share", "like", "view", "repl", "retweet", "repost", "subscriber")


def _clock(page: Page, draft: Draft) -> bool:
    lists = silencers()
    value = draft.low
    if value is None or value > _LAST_HOUR:
        return False
    if page.word[draft.core - 1] in lists.clock:
        return True
    end = draft.core_end
    dotted = page.word[end] in _HALVES_OF_DAY and page.word[end + 1] == "."
    local = page.word[end] == "local" and page.word[end + 1] == "time"
    return dotted or local or page.word[end] in lists.clock_after


def tells_when(page: Page, draft: Draft, at: int) -> bool:
    """Whether *day* behind a figure opens a date and is not counted: قتل ثلاثة *يوم السبت*; three to ten count the plural."""
    lists = silencers()
    if page.word[at] not in lists.opening_dates:
        return False
    few = draft.low is not None and _FEW[0] <= draft.low <= _FEW[1]
    return few or page.word[at + 1] in lists.named_days or page.word[at + 1][:1].isdecimal()


def _day_of_month(page: Page, draft: Draft) -> bool:
    """A day before its month, alone or in a list: 28 و27 و26 مارس, 5 - 7 آذار, 23 من الشهر."""
    low, high = draft.low, draft.high
    if low is None or high is None or low < 1 or high > _LAST_DAY:
        return False
    months = silencers().months
    if low < high and page.word[draft.core - 1] in months and _opens_days(page, draft.core - 2):
        return True
    at, stop = draft.core_end, min(draft.core_end + _DAY_LIST, len(page.words))
    while at < stop:
        word = page.words[at]
        if word in months:
            return not (_another_noun(page, at) or _own_day(page, draft, at))
        if word in {"من", "شهر", "/", "-", "(", "of"}:
            at += 1
            continue
        if not (word in {"و", "and", ",", "،"} or (word.isdecimal() and int(word) <= _LAST_DAY)):
            return False
        at += 1
    return False


def _own_day(page: Page, draft: Draft, at: int) -> bool:
    """Whether the month at ``at`` has its day behind it, so that a number in words before it counts: "six Aug. 7 strikes"."""
    if draft.digits or not page.latin(at):
        return False
    day = at + 1 + (page.word[at + 1] == ".")
    return page.word[day].isdecimal() and int(page.word[day]) <= _LAST_DAY


def _opens_days(page: Page, at: int) -> bool:
    """Whether days are told from the word at ``at`` on: "from March 4 to 30"."""
    return page.word[at] in page.lexicon.since or page.word[at] in page.lexicon.between


def _another_noun(page: Page, at: int) -> bool:
    """Guards month names that are other words as well: الجاري, الماضي need a month or شهر before them."""
    return page.words[at] in {"شهر", "شهرا"} and page.word[at - 1][:1].isdecimal()


def _year(page: Page, draft: Draft) -> bool:
    if _years(draft):
        return True
    if not _looks_like_year(draft):
        return False
    lists = silencers()
    before = page.word[draft.core - 1]
    if before in lists.year_before or before in lists.months:
        return True
    if page.word[draft.core_end] == "وحده" and not page.cut.quote(
        draft.core_end, draft.core_end + 1
    ).endswith("ة"):
        return True
    day = page.word[draft.core - 2]
    if before in {",", "،"} and day.isdecimal() and int(day) <= _LAST_DAY:
        return True
    return page.word[draft.core_end] in {"م", "ميلادي", "للميلاد"}


def _years(draft: Draft) -> bool:
    """Two years in a row: the 2019-2020 season."""
    low, high = draft.low, draft.high
    if low is None or high is None or draft.core_end - draft.core != _PAIR_TOKENS:
        return False
    return low >= _FIRST_YEAR and high <= _LAST_YEAR and high == low + 1


def _looks_like_year(draft: Draft) -> bool:
    value, last = draft.low, draft.high
    whole = isinstance(value, int) and (draft.core_end - draft.core == 1 or value != last)
    years = value is not None and _FIRST_YEAR <= value <= (last or value) <= _LAST_YEAR
    return whole and years
