"""Arabic statements are sentences that a person could publish alone."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


def test_a_further_loss_hangs_on_the_words_before_the_first() -> None:
    """What brought both about, with the verb of effect, leads in brackets; the و of the list falls."""
    text = "استهدفت مدفعية الجيش سوق البلدة ما أسفر عن مقتل خمسة مدنيين وإصابة عشرة آخرين."

    dead, hurt = read(text, "casualties")

    lead = "استهدفت مدفعية الجيش سوق البلدة"
    assert dead.statement == f"[{lead}] ما أسفر عن مقتل خمسة مدنيين"
    assert hurt.statement == f"[{lead} ما أسفر عن] إصابة عشرة آخرين"


def test_a_loss_told_before_its_cause_keeps_the_cause_behind_it() -> None:
    """Both losses have the words of the one cause behind them, and the cause is a sentence by *there was*."""
    text = "قتلت سيدة وأصيب طفلان إثر غارات روسية على بلدة كنصفرة في 3 أيار 2019."

    dead, hurt = read(text, "casualties")
    [raid] = read(text, "strike")

    cause = "إثر غارات روسية على بلدة كنصفرة في 3 أيار 2019"
    assert dead.statement == f"قتلت سيدة [{cause}]"
    assert hurt.statement == f"أصيب طفلان [{cause}]"
    assert raid.statement == "[وقعت] غارات روسية على بلدة كنصفرة في 3 أيار 2019"


def test_claims_of_one_clause_say_what_each_is_about() -> None:
    """Two figures in the same words never read alike."""
    text = "وبلغ عدد الغارات على مدينة إدلب 12 غارة وعلى مدينة سراقب 7 غارات، بحسب الدفاع المدني."

    statements = [claim.statement for claim in read(text)]

    assert len(set(statements)) == len(statements)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("كما جرت اشتباكات بين الجيش الوطني وقوات النظام قرب بلدة بزاعة.", "جرت اشتباكات"),
        ("وقصفت قوات النظام بلدة سرمين أمس.", "قصفت قوات النظام"),
        ("حيث أصيب 4 أطفال أمس في مدينة سرمين.", "أصيب 4 أطفال"),
    ],
)
def test_what_only_ties_a_clause_to_the_one_before_falls(text: str, start: str) -> None:
    """Connectives and the و of a list are no part of what is stated."""
    assert read(text)[0].statement.startswith(start)


def test_the_quote_stays_as_it_is_written() -> None:
    """Only the statement loses letters: the quote is the text."""
    [claim] = read("وقصفت قوات النظام بلدة سرمين أمس.")

    assert claim.quote == "وقصفت قوات النظام بلدة سرمين أمس"


def test_a_loss_behind_words_of_effect_that_name_no_deed_is_read() -> None:
    """*What came of it, and ten wounded*: nothing hangs there, and nothing breaks."""
    [hurt] = read("قصفت طائرة سوقا في إدلب، ما أسفر عنه وإصابة عشرة مدنيين.", "casualties")

    assert hurt.quote == "وإصابة عشرة مدنيين"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("واعتقلت قسد شاباً في بلدة الشحيل.", "اعتقلت"),
        ("وأقدم مسلحون على قتل مدني في مدينة درعا.", "أقدم"),
        ("والد الطفل قتل بقصف على بلدة سرمين.", "والد الطفل قتل"),
        ("🔴 عاجل: مقتل مدنيين اثنين بقصف على بلدة سرمين.", "مقتل مدنيين"),
        ("أسفر قصف على بلدة سرمين عن مقتل خمسة مدنيين.", "[وقع] قصف على بلدة سرمين"),
    ],
)
def test_a_statement_opens_with_its_own_first_word(text: str, start: str) -> None:
    """The و that only joins, signs, the label of a post and a verb that leads over to the effect fall."""
    assert any(claim.statement.startswith(start) for claim in read(text)), [
        claim.statement for claim in read(text)
    ]


def test_a_further_loss_hangs_on_whole_words() -> None:
    """The lead ends before the first loss, not before a deed that is named again on the way."""
    text = "قصفت قوات النظام مدينة سرمين، لتصبح حصيلة هذا الاستهداف مقتل امرأة وإصابة طفل."

    assert read(text, "casualties")[-1].statement.startswith(
        "[قصفت قوات النظام مدينة سرمين، لتصبح حصيلة هذا الاستهداف] إصابة طفل"
    )


def test_a_cause_keeps_the_loss_that_says_whom_its_pronoun_means() -> None:
    """«منزلهم» is the home of those who were killed: they stand in brackets before it."""
    [strike] = read("قتل مدنيان جراء استهداف منزلهم بقذيفة هاون في بلدة حيس.", "strike")

    assert strike.statement == "[قتل مدنيان جراء] استهداف منزلهم بقذيفة هاون في بلدة حيس"


@pytest.mark.parametrize(
    "text",
    [
        "قتل حارسان في مدينة زلة دون ذكر أسباب الهجوم.",
        "قتل حارسان في مدينة زلة من دون ذكر الجهة المسؤولة.",
        "وسط إطلاق نار كثيف قتل حارسان في مدينة زلة.",
    ],
)
def test_what_is_not_said_cuts_no_statement_and_a_letter_of_a_word_stays(text: str) -> None:
    """Behind *without* nobody says anything; the و of وسط is its own."""
    [loss] = read(text, "casualties")
    assert loss.statement == text.removesuffix(".")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("أصابت الغارة منزلاً في مدينة زلة.", ["strike"]),
        ("غارة أصابت سوقاً في مدينة زلة.", ["strike"]),
        ("غارة أصابت ثلاثة مدنيين في مدينة زلة.", ["casualties", "strike"]),
        ("سجلت إصابته في مدينة زلة.", ["casualties"]),
    ],
)
def test_a_thing_that_was_hit_is_no_loss(text: str, kinds: list[str]) -> None:
    """أصابت is a verb, and tells of people only where it names them; إصابته is the noun."""
    assert sorted(claim.kind for claim in read(text)) == kinds


def test_both_ends_of_a_road_stand_together_behind_what_came_of_it() -> None:
    """What happened between two towns is told to be there, and not in the second of them."""
    text = "استهدفت مسيّرة سيارة على الطريق الواصل بين مدينة الأبيض وأم روابة. وأسفر الهجوم عن مقتل ثلاثة مدنيين."

    [dead] = read(text, "casualties")

    assert dead.statement.endswith("على الطريق الواصل بين مدينة الأبيض وأم روابة]")


def test_a_loss_of_kin_keeps_the_loss_before_it() -> None:
    """*Her sons* and *their house* are nobody's without the woman who was killed."""
    text = "تعرضت بلدة ثلا لقصف مدفعي، ما أدى إلى مقتل سيدة وإصابة أبنائها ودمار منزلهم."
    [*_, hurt, ruined] = [claim.statement for claim in read(text)]
    assert hurt == "[تعرضت بلدة ثلا لقصف مدفعي، ما أدى إلى مقتل سيدة] وإصابة أبنائها"
    assert ruined == "[تعرضت بلدة ثلا لقصف مدفعي، ما أدى إلى مقتل سيدة وإصابة أبنائها] ودمار منزلهم"


def test_a_further_loss_by_a_noun_written_like_its_verb_hangs_on_the_deed() -> None:
    """«عن مقتل خمسة وجرح آخرين»: the raid left others hurt."""
    text = "أغارت الطائرات على مدينة تعز ما أسفر عن مقتل خمسة وجرح آخرين."
    assert read(text)[-1].statement == "[أغارت الطائرات على مدينة تعز ما أسفر عن] جرح آخرين"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("وصباح أمس قُصفت تعز.", "صباح أمس"),
        ("وبشكل يومي تُقصف تعز.", "بشكل يومي"),
        ("و أصيب رجل في تعز.", "أصيب رجل"),
        ("والسبت، قُصفت تعز.", "السبت"),
    ],
)
def test_the_letter_that_ties_a_sentence_to_the_one_before_falls(text: str, statement: str) -> None:
    """Before a day, an adverb and a space as well."""
    assert read(text)[0].statement.startswith(statement)


def test_who_loses_his_life_is_a_loss() -> None:
    """فقد … حياتهم counts the dead; the ف is its own there."""
    [dead] = read("وبحسب المرصد، فقد ثلاثة مدنيين حياتهم في كسلا.", "casualties")
    assert dead.statement == "فقد ثلاثة مدنيين حياتهم في كسلا"
    assert [(one.low, one.unit) for one in dead.quantities] == [(3, "killed")]


def test_who_loses_something_else_did_not_die() -> None:
    """Whoever lost his house is not counted as dead, and the particle فقد before a verb falls as a tie does."""
    lost = read("فقد ثلاثة مدنيين منازلهم في كسلا.")
    assert all(one.unit != "killed" for claim in lost for one in claim.quantities)
    [dead] = read("وبحسب المرصد، فقد قتل ثلاثة مدنيين في كسلا.", "casualties")
    assert dead.statement == "قد قتل ثلاثة مدنيين في كسلا"
