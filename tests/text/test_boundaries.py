"""Where a sentence ends inside a line, and where a full stop is something else."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claims.text.boundaries import ends, inline_signs


def cut(line: str) -> list[str]:
    """The sentences of one line."""
    places = [0, *ends(line, inline_signs(line)), len(line)]
    return [line[first:last].strip() for first, last in pairwise(places)]


@pytest.mark.parametrize(
    "line",
    [
        "ارتفع السعر 3.5 بالمئة و٧.٥ مليون لتر",
        "قال د. أحمد ومعه أ.د. سامي و م. خالد",
        "باعت الشركة (ش.م.ع) حصتها لمستثمر",
        "باعت الشركة (قال مصدر. وأكد آخر) حصتها",
        "نقلت الجزيرة.نت والسورية.نت الخبر",
        "مقتـ.ـل خمسة واستشــ. ــاد طفلة بقصـ.ـف",
        "نعت المجا.هدين في بيان لها اليوم",
        "إدلب.. مقتل شخصين وإصابة آخرين",
        "وصل الوفد... إلى دمشق مساء أمس",
        "زار موقع www.example.org/a.b?c=d أمس",
        "سأل الصحفي «متى نعود؟» قال ذلك ومضى",
        "The U.S. military said Gen. Joseph L. Votel spoke in Washington, D.C., on Monday",
        "It hit No. 2 at 9:30 a.m. local time, about 3.5 km away",
        "Acme Inc. said on Jan. 5 that e.g. prices rose",
        '"Did they go?" he asked',
        "He said the toll was... unclear to everyone",
        "Mail a.b@example.org or see example.com/x.y for more",
        "J. R. Smith and Dr. A. Khan met",
        "الساعة 12:11 م، بحسب المصدر",
        "1. One strike engaged a tactical unit",
    ],
)
def test_no_sentence_ends_here(line: str) -> None:
    """Numbers, names, abbreviations, initials, addresses, hidden words and brackets keep their full stops."""
    assert cut(line) == [line]


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("قصفت البلدة. وأصيب ثلاثة.", ["قصفت البلدة.", "وأصيب ثلاثة."]),
        ("في المناطق العراقية.عمليات جديدة", ["في المناطق العراقية.", "عمليات جديدة"]),
        ("في ريف حلب.وقال ناشطون إن القصف", ["في ريف حلب.", "وقال ناشطون إن القصف"]),
        ("حدث ذلك عام 2018.وأكد المصدر", ["حدث ذلك عام 2018.", "وأكد المصدر"]),
        ("قبل نحو ساعة تقريبًا.بدوره ذكر", ["قبل نحو ساعة تقريبًا.", "بدوره ذكر"]),
        ("هزيمة المتطرفين., في 8 آب", ["هزيمة المتطرفين.,", "في 8 آب"]),
        ("إلى اليوم 12:11 م. وعاد الهدوء", ["إلى اليوم 12:11 م.", "وعاد الهدوء"]),
        ("في آذار 2018م. وعاد الهدوء", ["في آذار 2018م.", "وعاد الهدوء"]),
        ("متى نعود؟ لا أحد يعلم!ثم صمت", ["متى نعود؟", "لا أحد يعلم!", "ثم صمت"]),
        ("قال: «سننتصر». وأضاف", ["قال: «سننتصر».", "وأضاف"]),
        ('وقال "حررناها". وأضاف', ['وقال "حررناها".', "وأضاف"]),
        (
            "غادرت القوات المدينة فجرا... وأكد شهود ذلك",
            ["غادرت القوات المدينة فجرا...", "وأكد شهود ذلك"],
        ),
        ("قتل 5. وجرح ٤.", ["قتل 5.", "وجرح ٤."]),
        ("تدمير آليات. 15 قتيلا", ["تدمير آليات.", "15 قتيلا"]),
        ("الطقس: • حار • جاف", ["الطقس:", "• حار", "• جاف"]),
        ("الأسماء: 1- أحمد 2- سعاد 3- علي", ["الأسماء:", "1- أحمد", "2- سعاد", "3- علي"]),
        ("It left. The count rose.", ["It left.", "The count rose."]),
        ("The count was lower.It rose later", ["The count was lower.", "It rose later"]),
        ("He lives in the U.S. The army denied it", ["He lives in the U.S.", "The army denied it"]),
        ("It struck No. Nobody knew", ["It struck No.", "Nobody knew"]),
        ('"We left." Others stayed', ['"We left."', "Others stayed"]),
        ("Was it a market? No. It was a depot", ["Was it a market?", "No.", "It was a depot"]),
        ("قصف سوريا. The army denied it", ["قصف سوريا.", "The army denied it"]),
        ("أكدت القيادة المركزية.The army", ["أكدت القيادة المركزية.", "The army"]),
    ],
)
def test_a_sentence_ends_here(line: str, sentences: list[str]) -> None:
    """Full stops, with or without a space, question marks, list signs and separators end a sentence."""
    assert cut(line) == sentences


def test_a_list_sign_at_the_head_of_a_line_ends_nothing() -> None:
    """What belongs to the sign is skipped."""
    assert ends("2. يوم السبت قصفت البلدة", inline_signs(""), skip=3) == []


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("حريق في الحديدةأعلنت الشرطة إخماده", ["حريق في الحديدة", "أعلنت الشرطة إخماده"]),
        ("إنزال قرب القريةنفّذ الجيش عملية", ["إنزال قرب القرية", "نفّذ الجيش عملية"]),
        ("في المدينةالقديمة سوق كبير", ["في المدينةالقديمة سوق كبير"]),
    ],
)
def test_the_news_glued_to_a_headline_begin_a_sentence(line: str, sentences: list[str]) -> None:
    """A verb that opens news behind a ta marbuta without a space; two nouns glued together are no two sentences."""
    assert cut(line) == sentences
