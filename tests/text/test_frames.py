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


def test_a_text_about_posts_has_no_frame() -> None:
    """Words of a frame inside an article cut nothing."""
    text = "The video was viewed 3,000 times. It was first shared by @example on Sunday, according to All reactions."
    assert by_role(text, Role.CHROME) == []
