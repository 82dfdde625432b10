"""Who *he*, *it* and «المصدر» are where others were meant by them before, and who only listens."""

from __future__ import annotations

import pytest

import claims
from claims.extraction.mentions import Mentions, Range, find_mentions
from claims.extraction.speech import find_speech
from claims.extraction.voice import Voice
from tests.extraction.reading import places, read


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (
            (
                'Governor Omar Deng said troops shelled the port. "They hit the quay," he said.\n\n'
                "President Lina Farah visited the town on Tuesday. She said jets bombed the bridge.\n\n"
                "Mayor Sam Odhi was in the town as well. He said 12 people were killed in Kano."
            ),
            "casualties",
            "Mayor Sam Odhi",
        ),
        (
            (
                "A doctor said shells hit the clinic. He said five patients were hurt in Kano.\n\n"
                "A fisherman described the raid. A witness said boats were burned. "
                "He said three men were killed in Kano."
            ),
            "casualties",
            "eyewitnesses",
        ),
        (
            (
                "قال مصدر طبي إن القصف أصاب المشفى. وأضاف المصدر أن خمسة جرحوا في إدلب.\n\n"
                "وأفاد مصدر عسكري بأن الجيش قصف الرقة. وأوضح المصدر أن جنديا قتل في الرقة."
            ),
            "casualties",
            "a military source",
        ),
    ],
)
def test_a_word_that_pointed_to_one_points_to_another_later(
    text: str, kind: str, said: str
) -> None:
    """*He* of an earlier paragraph is no name: it means whoever was named since."""
    assert read(text, kind)[-1].speaker.source == said


def test_a_known_person_with_an_apposition_is_whom_he_means() -> None:
    """*Macron, elected last May,* is the subject, and the month no verb."""
    text = (
        '"Shells hit the camp," Amin Sabri, head of the relief council, told Reuters.\n\n'
        "Macron, elected last May, said in an interview he planned to visit the camp.\n\n"
        '"The army shelled the bridge on Monday," he told a Sunday paper.'
    )
    speakers = [claim.speaker.source for claim in read(text)]
    assert speakers == ["Amin Sabri", "Emmanuel Macron", "Emmanuel Macron"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                '"Shells hit the clinic at dawn," Mona Saleh, director of the only hospital in the '
                "besieged harbour town of Arin, told Reuters in an interview."
            ),
            "Mona Saleh",
        ),
        (
            (
                '"Shells hit the clinic," the Russian president told reporters in his residence in '
                "Sochi in line with a translation posted on the website."
            ),
            "Russian presidency",
        ),
    ],
)
def test_who_is_told_something_does_not_say_it(text: str, who: str) -> None:
    """Reporters and agencies behind *told* listen, however long the office of who speaks."""
    assert {claim.speaker.source for claim in read(text)} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            (
                "Arin's Central Hospital was also quoted by Voice of America as saying that "
                "six children were killed."
            ),
            "Arin's Central Hospital",
        ),
        (
            (
                "A doctor in Kano had been quoted by Radio Dabanga as saying that six children "
                "were killed."
            ),
            "A doctor in Kano",
        ),
        ("ونقلت إذاعة محلية عن مشفى الشفاء قوله إن ستة أطفال قتلوا.", "مشفى الشفاء"),
        ("ونقلت صحيفة النور عن طبيب في المدينة قوله إن ستة أطفال قتلوا.", "طبيب في المدينة"),
    ],
)
def test_who_is_quoted_says_it_and_not_who_quotes(text: str, who: str) -> None:
    """The innermost source is the one whose words are relayed."""
    assert [claim.speaker.source for claim in read(text, "casualties")] == [who]


def test_an_object_is_no_name_of_a_speaker() -> None:
    """«تعتبر خرقاً واضحاً»: what is written with the ending of an object speaks not."""
    text = (
        "وتضاعف هذه الغارات معاناة السكان، وتعتبر خرقاً واضحاً للقانون، بينما يتقاعس العالم عن محاسبة من "
        "قصف السوق ليبقى الناس بلا مأوى دون أن يجدوا ملجأ."
    )
    assert {claim.speaker.source for claim in read(text)} == {"text.txt"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('About 90 rebels were "neutralised", a word Turkey uses for those it killed.', []),
        ("Five people were killed in the camp Syria closed.", []),
        ("Five people were killed in the capital Damascus.", ["Damascus"]),
        ("Five people were killed in the country Libya sits beside.", ["Libya"]),
    ],
)
def test_a_state_that_opens_a_relative_clause_without_a_pronoun_is_no_scene(
    text: str, where: list[str]
) -> None:
    """*A word Turkey uses*: Turkey is who uses it; a name behind what it is of stays a place."""
    assert [places(claim) for claim in read(text, "casualties")] == [where]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The raid left 30 soldiers dead, according to reports.", "reports"),
        (
            "Radio Arin's Mona Sabri, reporting from Kano, said three people were killed.",
            "Radio Arin's Mona Sabri",
        ),
        ("Amr Sabri, speaking to reporters in Kano, said three people were killed.", "Amr Sabri"),
        ("On Sunday, the prime minister, Ali Kone, said three people were killed.", "Ali Kone"),
    ],
)
def test_where_somebody_reports_from_and_on_which_day_hides_no_speaker(text: str, who: str) -> None:
    """Behind a name stands where it speaks from; *reports* behind *according to* is a noun."""
    assert {claim.speaker.source for claim in read(text, "casualties")} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "On Sunday, Governor Ali Hadi met fishermen. He said three people were killed in Kano.",
            "Governor Ali Hadi",
        ),
        ("The rebels said they “firmly deny” that they killed three people in Kano.", "The rebels"),
    ],
)
def test_a_day_or_an_adverb_is_nobody(text: str, who: str) -> None:
    """*On Sunday* is no name, and *firmly* before a verb of saying none either."""
    assert {claim.speaker.source for claim in read(text, "casualties")} == {who}


def test_who_is_pointed_back_to_keeps_its_kind() -> None:
    """*The group* is of several kinds: it is of the kind of the one meant, so that the same text is read alike each time."""
    text = (
        "A rights group said nine people died in Kutum. The group said the mill was hit. "
        '"Four houses burned," he said.'
    )
    document = claims.read(text.encode(), name="text.txt", published="2019-05-04")
    mentions = find_mentions(document)
    first, second = (sentence_tokens(mentions, text, at) for at in (0, text.index("The group")))
    _, voice = find_speech(mentions, first, Voice())
    _, voice = find_speech(mentions, second, voice)

    assert len(voice.kinds) == 2
    assert voice.kinds[0] == voice.kinds[1]
    assert voice.person is None


def sentence_tokens(mentions: Mentions, text: str, start: int) -> Range:
    """The tokens of the sentence that begins at an offset."""
    end = text.index(".", start)
    return Range(mentions.token_at(start), mentions.token_at(end) + 1)
