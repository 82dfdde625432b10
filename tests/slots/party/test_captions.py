"""Parties in words, their objects, and how exactly they name somebody."""

from __future__ import annotations

import pytest

from claims.model import Party
from claims.slots.party import caption, find_parties, object_of, specificity
from claims.slots.party.names import name_in


def read(text: str) -> Party:
    """The first party of a text that plays in Syria."""
    return find_parties(f"{text}. في سوريا")[0]


@pytest.mark.parametrize(
    ("text", "ar", "en"),
    [
        ("التحالف الدولي", "التحالف الدولي", "International Coalition"),
        ("منازل المدنيين", "منازل", "houses"),
        ("ISIL checkpoint", "تنظيم داعش (حاجز)", "ISIS (checkpoint)"),
        ("حاجزا للجيش السوري", "الجيش السوري (حاجز)", "Syrian army (checkpoint)"),
        ("الطيران التركي", "القوات التركية", "Turkish forces"),
        ("وزارة الدفاع الفرنسية", "وزارة الدفاع الفرنسية", "French Ministry of Defence"),
        ("مسؤول أمريكي", "مسؤولون أمريكيون", "US officials"),
        ("مشفى عائشة", "مشفى عائشة", "مشفى عائشة"),
        ("مشفى", "مستشفى", "hospital"),
        ("منزلا", "منازل", "houses"),
        ("كتيبة شهداء الحولة", "كتيبة شهداء الحولة", "كتيبة شهداء الحولة"),
    ],
)
def test_a_party_has_a_caption_in_both_languages(text: str, ar: str, en: str) -> None:
    """That of the data, with the object named; own words for what no lexicon has."""
    assert (caption(read(text), "ar"), caption(read(text), "en")) == (ar, en)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("مستودع ذخيرة لداعش", "warehouse"),
        ("ISIL heavy machine gun", "artillery"),
        ("مشفى", "hospital"),
        ("سيارة مدنية", "vehicle"),
        ("داعش", ""),
        ("عناصر داعش", ""),
    ],
)
def test_the_object_is_read_from_the_words(text: str, head: str) -> None:
    """What is hit besides its owner; nothing for a bare name or for people."""
    found = object_of(read(text))
    assert (found.id if found else "") == head


@pytest.mark.parametrize(
    ("loose", "exact"),
    [
        ("طيران مجهول", "القوات الروسية"),
        ("الميليشيات", "ميليشيا حزب الله"),
        ("قوات النظام", "الجيش السوري"),
        ("الجيش السوري", "الفرقة الرابعة"),
        ("مشفى", "مشفى عائشة"),
        ("مصادر محلية", "شبكة فرات بوست"),
        ("مواقع", "مواقع لداعش"),
    ],
)
def test_the_more_exact_name_is_more_specific(loose: str, exact: str) -> None:
    """From somebody to a named unit."""
    assert 0 <= specificity(read(loose)) < specificity(read(exact)) <= 1


@pytest.mark.parametrize(
    ("name", "ar"),
    [
        ("International Coalition", "التحالف الدولي"),
        ("Iraqi Ministry of Defence", "وزارة الدفاع العراقية"),
        ("Turkey", "تركيا"),
        ("Nobody's News", "Nobody's News"),
    ],
)
def test_a_source_is_named_in_the_readers_language(name: str, ar: str) -> None:
    """Those of the lexicon, states, and the bodies that every state has; another name stays as it is."""
    assert name_in(name, "ar") == ar
    assert name_in(name, "en") == name
