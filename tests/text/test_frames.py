"""Saved posts are cut out of the frame that an app wrote around them."""

from __future__ import annotations

from claims.model import Role
from claims.text.sentences import sentences

FACEBOOK = (
    "قصف على بلدة الخيام يوقع... - شبكة المثال\n"
    "Facebook\u200eشبكة المثال\u200e's Post\n\n"
    "شبكة المثالDecember 4, 2024 · Shared with Publicقصف على بلدة الخيام يوقع ثلاثة جرحى. #الخيام"
    "All reactions:40848 commentsLikeCommentMost relevant\ufeffفلان الفلانيالله يرحمهم1yآخرلا حول ولا قوة1y"
)
POST = (
    "Post\n\nPost\n\nشبكة المثال@example_net#عاجل\nقصف على بلدة الخيام يوقع ثلاثة جرحى.\n"
    "#الخيام00:003:28 PM · Nov 10, 20241.9KViews3115\n\nفلان@someoneNov 10, 2024أين المنظمات من كل هذا؟12"
)


def by_role(text: str, role: Role) -> list[str]:
    """The sentences of one role."""
    return [sentence.span.of(text) for sentence in sentences(text) if sentence.role is role]


def test_of_a_facebook_post_the_words_and_the_date_remain() -> None:
    """Page title, name, buttons and strangers' comments are set aside; the date is a publication line."""
    assert by_role(FACEBOOK, Role.BODY) == ["قصف على بلدة الخيام يوقع ثلاثة جرحى."]
    assert by_role(FACEBOOK, Role.DATELINE) == ["December 4, 2024 · Shared with Public"]
    assert any("الله يرحمهم" in words for words in by_role(FACEBOOK, Role.CHROME))


def test_of_an_x_post_the_words_and_the_date_remain() -> None:
    """Handle, counters and replies are set aside."""
    assert by_role(POST, Role.BODY) == ["قصف على بلدة الخيام يوقع ثلاثة جرحى."]
    assert by_role(POST, Role.DATELINE) == ["3:28 PM · Nov 10, 2024"]
    assert any("أين المنظمات" in words for words in by_role(POST, Role.CHROME))


def test_what_the_author_posts_below_goes_on() -> None:
    """A thread: further posts of the account at the head are read, without counters and names; answers of others are set aside."""
    thread = (
        "Post\n\nوزارة المثال@example_moi#عاجل\nبدأت العملية في بلدة الخيام.9:13 AM · Dec 25, 202590.7KViews186\n\n"
        "وزارة المثال@example_moiDec 25, 2025أسفرت العملية عن مقتل ثلاثة مسلحين.119180وزارة المثال@example_moiDec 25, 2025وعادت الوحدات إلى مواقعها.\n"
        "#الخيام2111788.2K\n\nفلان | 14@someoneDec 25, 2025أين المنظمات من كل هذا؟21K"
    )
    assert by_role(thread, Role.BODY) == [
        "بدأت العملية في بلدة الخيام.",
        "أسفرت العملية عن مقتل ثلاثة مسلحين.",
        "وعادت الوحدات إلى مواقعها.",
    ]
    assert "أين المنظمات من كل هذا؟" in by_role(thread, Role.CHROME)[-1]


def test_a_figure_at_the_end_of_a_last_post_is_its_own() -> None:
    """Only counters that end the text are cut off behind the last post of the author."""
    thread = (
        "Post\n\nشبكة المثال@example_net\nقصف على الخيام.3:28 PM · Nov 10, 2024\n\n"
        "شبكة المثال@example_netNov 10, 2024قتل 3 مدنيين في القصف."
    )
    assert by_role(thread, Role.BODY)[-1] == "قتل 3 مدنيين في القصف."


def test_a_text_about_posts_has_no_frame() -> None:
    """Words of a frame inside an article cut nothing."""
    text = "The video was viewed 3,000 times. It was first shared by @example on Sunday, according to All reactions."
    assert by_role(text, Role.CHROME) == []
