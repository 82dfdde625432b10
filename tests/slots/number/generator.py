"""Number words made by the rules of school grammar, with nothing shared with the reader that they test.

`arabic` and `english` spell a whole number from 0 to 999,999; a `Style` chooses among the spellings that news uses.
"""

from __future__ import annotations

from dataclasses import dataclass

LARGEST = 999_999

MASCULINE = (
    "صفر",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
)
FEMININE = (
    "صفر",
    "واحدة",
    "اثنتان",
    "ثلاث",
    "أربع",
    "خمس",
    "ست",
    "سبع",
    "ثماني",
    "تسع",
    "عشر",
)
TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = [
    "-",
    "-",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]


@dataclass(frozen=True)
class Style:
    """How Arabic number words are spelt.

    Attributes:
        feminine: agreeing with a feminine noun.
        genitive: يْن instead of ان and ون.
        hamza: with hamza on its carriers, or bare.
        classical: مائة instead of مئة.
        parted: ثلاث مئة instead of ثلاثمئة.
        tanween: ألفاً instead of ألف behind 11 to 99.
        spaced: a lone و instead of one written onto the next word.
    """

    feminine: bool = False
    genitive: bool = False
    hamza: bool = True
    classical: bool = False
    parted: bool = False
    tanween: bool = False
    spaced: bool = False


def arabic(number: int, style: Style) -> str:
    """The Arabic words of ``number``."""
    thousands, rest = divmod(number, 1000)
    groups = [_thousands(thousands, style)] if thousands else []
    if rest or not groups:
        groups.append(_below_thousand(rest, style))
    words = _and(groups, style)
    return words if style.hamza else words.translate(str.maketrans("أإآئ", "اااي"))


def _and(parts: list[str], style: Style) -> str:
    return (" و " if style.spaced else " و").join(parts)


def _case(stem: str, style: Style, *, nominative: str) -> str:
    return stem + ("ين" if style.genitive else nominative)


def _thousands(count: int, style: Style) -> str:
    if count == 1:
        return "ألف"
    if count == 2:
        return _case("ألف", style, nominative="ان")
    last = count % 100
    noun = "ألف"
    if 3 <= last <= 10:
        noun = "آلاف"
    elif last > 10 and style.tanween:
        noun = "ألفاً"
    counted = Style(
        genitive=style.genitive,
        classical=style.classical,
        parted=style.parted,
        spaced=style.spaced,
    )
    return f"{_below_thousand(count, counted)} {noun}"


def _below_thousand(number: int, style: Style) -> str:
    hundreds, rest = divmod(number, 100)
    groups = [_hundred(hundreds, style)] if hundreds else []
    if rest or not groups:
        groups.append(_below_hundred(rest, style))
    return _and(groups, style)


def _hundred(count: int, style: Style) -> str:
    hundred = "مائة" if style.classical else "مئة"
    if count == 1:
        return hundred
    if count == 2:
        return _case(hundred[:-1] + "ت", style, nominative="ان")
    unit = FEMININE[count]
    return f"{unit} {hundred}" if style.parted else f"{unit.removesuffix('ي')}{hundred}"


def _below_hundred(number: int, style: Style) -> str:
    units = FEMININE if style.feminine else MASCULINE
    if number == 2 and style.genitive:
        return units[2].removesuffix("ان") + "ين"
    if number <= 10:
        return units[number]
    if number < 20:
        return _teen(number - 10, style)
    tens, unit = divmod(number, 10)
    word = _case(TENS[tens], style, nominative="ون")
    if not unit:
        return word
    first = _below_hundred(unit, style)
    return _and([first, word], style)


def _teen(unit: int, style: Style) -> str:
    ten = "عشرة" if style.feminine else "عشر"
    if unit == 1:
        return f"{'إحدى' if style.feminine else 'أحد'} {ten}"
    if unit == 2:
        stem = "اثنت" if style.feminine else "اثن"
        return f"{stem}{'ي' if style.genitive else 'ا'} {ten}"
    return f"{(FEMININE if style.feminine else MASCULINE)[unit]} {ten}"


def english(number: int, *, hyphen: bool = True, conjunction: bool = False) -> str:
    """The English words of ``number``, with or without hyphens and the British "and"."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _english_hundreds(rest, hyphen=hyphen, conjunction=conjunction)
    head = _english_hundreds(thousands, hyphen=hyphen, conjunction=conjunction) + " thousand"
    if not rest:
        return head
    joint = " and " if conjunction and rest < 100 else " "
    return head + joint + _english_hundreds(rest, hyphen=hyphen, conjunction=conjunction)


def _english_hundreds(number: int, *, hyphen: bool, conjunction: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _english_small(rest, hyphen=hyphen)
    head = f"{ENGLISH[hundreds]} hundred"
    if not rest:
        return head
    joint = " and " if conjunction else " "
    return head + joint + _english_small(rest, hyphen=hyphen)


def _english_small(number: int, *, hyphen: bool) -> str:
    if number < 20:
        return ENGLISH[number]
    tens, unit = divmod(number, 10)
    if not unit:
        return ENGLISH_TENS[tens]
    return ENGLISH_TENS[tens] + ("-" if hyphen else " ") + ENGLISH[unit]
