"""Two parties, and two lists of them, side by side."""

from __future__ import annotations

import pytest

from claims.model import Level, Party
from claims.slots.party import SAME_SPELLING, compare, compare_groups, find_parties
from claims.slots.party.compare import likeness
from claims.text.shadow import fold

IN_SYRIA = ". وذلك في سوريا حيث داعش"


def read(text: str) -> Party:
    """The first party of a text that plays in Syria."""
    return find_parties(text + IN_SYRIA)[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("التحالف الدولي", "طيران التحالف"),
        ("تنظيم الدولة", "ISIS"),
        ("مواقع لتنظيم داعش", "داعش"),
        ("مواقع داعش", "مبنى لداعش"),
        ("ISIL checkpoint", "حاجز لداعش"),
        ("قوات النظام", "عصابات الأسد"),
        ("الجيش السوري", "قوات النظام"),
        ("Syrian army", "regime forces"),
        ("مشفى عائشة", "مشفى عائشه"),
        ("أحد منازل المدنيين", "houses"),
    ],
)
def test_one_party_by_any_name_is_equal(left: str, right: str) -> None:
    """Aliases, languages and generic objects do not part two mentions of one party."""
    assert compare(read(left), read(right))[0] is Level.EQUAL


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("مواقع لوحدات حماية الشعب", "قسد"),
        ("كتائب حزب الله العراقي", "الحشد الشعبي"),
        ("وزارة الدفاع الروسية", "الطيران الروسي"),
        ("روسيا", "القوات الروسية"),
        ("القوات الأمريكية", "التحالف الدولي"),
        ("البنتاغون", "التحالف الدولي"),
        ("طيران مجهول", "الطيران الروسي"),
        ("طائرة مسيرة", "مسيّرة تركية"),
        ("الميليشيات", "ميليشيا حزب الله"),
        ("هيئة تحرير الشام", "فصائل المعارضة"),
        ("عدة مواقع", "مواقع لداعش"),
        ("حاجز", "حاجز للجيش السوري"),
        ("سيارة", "سيارة لداعش"),
        ("سيارة لداعش", "مبنى لداعش"),
        ("مدنيين", "منازل المدنيين"),
        ("أطفال", "مدنيين"),
        ("مشفى عائشة", "مشفى"),
        ("مبنى", "مدرسة"),
        ("كتيبة شهداء الحولة", "كتيبة شهدا الحوله"),
        ("لواء أحرار الجولان", "Liwa Ahrar"),
    ],
)
def test_what_one_account_may_mean_by_either_is_compatible(left: str, right: str) -> None:
    """Containment, one state, members, loose names, unowned objects and spellings are no conflict."""
    sides = [
        state if name == "روسيا" else read(name)
        for name in (left, right)
        for state in find_parties("قصفت روسيا القرية")[:1]
    ]
    assert compare(*sides)[0] is Level.COMPATIBLE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("مواقع لداعش", "حاجزا للجيش السوري"),
        ("مواقع لداعش", "الدفاع الوطني"),
        ("مواقع لداعش", "قوات النظام"),
        ("مقر لداعش", "أحد منازل المدنيين"),
        ("مقرات", "مشفى عائشة"),
        ("مشفى عائشة", "مشفى الكندي"),
        ("مدرسة", "مشفى"),
        ("الطيران الروسي", "قوات النظام"),
        ("هيئة تحرير الشام", "قسد"),
        ("الميليشيات الشيعية", "داعش"),
        ("كتيبة شهداء الحولة", "لواء أحرار الجولان"),
        ("داعش", "كتيبة شهداء الحولة"),
    ],
)
def test_two_parties_are_different(left: str, right: str) -> None:
    """Another owner, another named object or another group is a conflict of the slot."""
    assert compare(read(left), read(right))[0] is Level.DIFFERENT


def test_the_sentence_quotes_both_sides_in_both_languages() -> None:
    """Raw words and captions of both stand in each sentence."""
    _, message = compare(read("مواقع لداعش"), read("حاجزا للجيش السوري"))
    assert (
        message.ar
        == "«مواقع لداعش» (تنظيم داعش (موقع)) و«حاجزا للجيش السوري» (الجيش السوري (حاجز)) ليسا شيئاً واحداً."
    )
    assert message.en == (
        "“\u2068مواقع لداعش\u2069” (ISIS (position)) and "
        "“\u2068حاجزا للجيش السوري\u2069” (Syrian army (checkpoint)) are not the same."
    )


def test_containment_is_said_in_its_direction() -> None:
    """The part is a part of the whole, and the whole includes the part."""
    units, forces = read("وحدات حماية الشعب"), read("قوات سوريا الديمقراطية")
    assert "is a part of" in compare(units, forces)[1].en
    assert "includes" in compare(forces, units)[1].en


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("كتيبة شهداء الحولة", "كتيبة شهدا الحولة", True),
        ("لواء عبد الرحمن بن عوف", "لواء عبدالرحمن بن عوف", True),
        ("Al-Nasr Brigade", "al Nasr Brigades", True),
        ("جيش العزة", "جيش الإسلام", False),
        ("لواء النصر", "لواء النور", False),
        ("Al-Nur Brigade", "Al-Nasr Brigade", False),
        ("كتيبة شهداء الحولة", "كتيبة شهداء تلبيسة", False),
        ("Al-Nasr Brigade", "Al-Fath Brigade", False),
    ],
)
def test_the_threshold_parts_spellings_from_other_names(
    left: str, right: str, *, same: bool
) -> None:
    """Spelling variants lie above `SAME_SPELLING`, other groups below."""
    assert (likeness(fold(left), fold(right)) >= SAME_SPELLING) is same


def groups(*texts: str) -> tuple[Party, ...]:
    """One party of each text."""
    return tuple(read(text) for text in texts)


def test_a_missing_side_is_absent_and_never_different() -> None:
    """Nobody named on one side says nothing."""
    assert compare_groups((), groups("داعش"))[0] is Level.ABSENT
    assert compare_groups(groups("داعش"), ())[0] is Level.ABSENT
    assert compare_groups((), ())[0] is Level.ABSENT


def test_the_same_set_in_any_order_is_equal() -> None:
    """Order and repetition do not count."""
    left = groups("قسد", "التحالف الدولي")
    right = groups("طيران التحالف الدولي", "قوات سوريا الديمقراطية", "قسد")
    assert compare_groups(left, right)[0] is Level.EQUAL


def test_a_shared_or_overlapping_party_is_compatible() -> None:
    """One side may name more than the other."""
    left = groups("الجيش السوري", "الميليشيات الشيعية")
    assert compare_groups(left, groups("قوات النظام"))[0] is Level.COMPATIBLE
    assert compare_groups(left, groups("داعش", "الجيش السوري"))[0] is Level.COMPATIBLE


def test_lists_without_a_common_party_are_different() -> None:
    """Both sentences quote every party of both sides."""
    left, right = groups("مواقع لداعش"), groups("الجيش السوري", "الميليشيات الشيعية")
    level, message = compare_groups(left, right)
    assert level is Level.DIFFERENT
    for words in ("مواقع لداعش", "الجيش السوري", "الميليشيات الشيعية"):
        assert words in message.ar
        assert words in message.en
