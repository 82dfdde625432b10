"""Texts for property tests: Arabic and English running text with what makes both difficult."""

from __future__ import annotations

from hypothesis import strategies as st

_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة"
_MARKS = "ًٌٍَُِّْٰـ"
_SIGNS = ".,،؛؟!?…:\"'«»“”()[]-–—/#@•*"
_SPACES = " \n\t\r\u00a0\u200b\u200f\u202e\u2028\u0085"
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۳"
_RARE = "ﻻﷲﷺﺮﻗ\ufe0f🔴😀９Ａé\u0301İßﬁ"

messy = st.text(
    st.one_of(
        st.sampled_from(_ARABIC + _MARKS + _SIGNS + _SPACES + _DIGITS + _RARE + "abcXYZ"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
)
"""Any text, rich in what this room treats specially."""

_NEWS = (
    "قُتل خمسة مدنيين في غارة على بلدة الخيام قال مصدر إن د. أحمد (م.ع) U.S. Gen. Smith said 3.5 13,221 No. 2 "
    'اقرأ أيضا شارك الرئيسية ٢٧ مارس 2018م. العراقية.عمليات مقتـ.ـل “نعم” "لا" • 1- ٢) التحالف... http://a.b/c'
)
_WORDS = st.sampled_from(_NEWS.split())
lines = st.lists(_WORDS, min_size=1, max_size=25).map(" ".join)
running = st.lists(lines, min_size=1, max_size=12).flatmap(
    lambda rows: st.sampled_from(["\n", "\n\n", "\r\n", ". ", ".,", "\u2028"]).map(
        lambda gap: gap.join(rows)
    )
)
"""Running text of news words, abbreviations, list signs and page furniture."""
