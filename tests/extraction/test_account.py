"""Every character is accounted for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import claims
from claims.extraction.account import account

PIECES = st.sampled_from(
    [
        "قصفت الطائرات الروسية بلدة سرمين الثلاثاء. ",
        "قتل خمسة مدنيين جراء القصف، بحسب المرصد. ",
        "شارك على فيسبوك\n",
        "Two people were killed in Kherson on 2 May 2019. ",
        "...\n",
        "كلام لا خبر فيه\n\n",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text("قصف مدني #.،\n 12abc:«»", max_size=20), max_size=8))
def test_claimed_context_aside_and_unread_add_up_to_the_text(pieces: list[str]) -> None:
    """No character is lost and none counted twice."""
    document = claims.read(
        ("قتل مدني. " + "".join(pieces)).encode(errors="replace"), name="text.txt"
    )

    whole = account(claims.extract(document))

    assert whole.total == len(document.text)


def test_a_quote_is_claimed_and_a_share_button_is_aside() -> None:
    """The words of a claim count as claimed, chrome as set aside, the full stop between as context."""
    text = "Two people were killed in Kherson on 2 May 2019."
    found = account(claims.extract(claims.read(text.encode(), name="text.txt")))

    assert (found.claimed, found.context, found.unread) == (len(text) - 1, 1, 0)


def test_words_beside_a_claim_that_nobody_understood_are_listed() -> None:
    """A claim read in a sentence is no excuse for the rest of it; who says it is context."""
    text = "قصفت قوات النظام بلدة سرمين أمس، وواجهت الفرق صعوبة في الوصول إلى المكان، بحسب الدفاع المدني."
    extraction = claims.extract(claims.read(text.encode(), name="text.txt", published="2019-05-04"))

    left = [problem.span.of(text) for problem in extraction.problems if problem.span]

    assert left == ["وواجهت الفرق صعوبة في الوصول إلى المكان"]
    assert account(extraction).unread == len(left[0])
