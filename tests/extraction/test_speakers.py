"""Who says it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, read


def speakers(text: str) -> set[str]:
    """The innermost sources of a text's claims."""
    return {claim.speaker.source for claim in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "قتل مدني في سرمين، بحسب ما أعلن عنه المرصد السوري لحقوق الإنسان.",
        "قتل مدني في سرمين، وفق ما قاله المرصد السوري لحقوق الإنسان.",
        "قتل مدني في سرمين حسبما أفاد به المرصد السوري لحقوق الإنسان.",
        "المرصد السوري لحقوق الإنسان: مقتل مدني في سرمين.",
        "#المرصد_السوري_لحقوق_الإنسان: مقتل مدني في سرمين.",
        "قال “المرصد السوري لحقوق الإنسان“، إن مدنيا قتل في سرمين.",
        "أعلن “المرصد السوري لحقوق الإنسان” مقتل مدني في سرمين.",
        "A civilian was killed in Sarmin, the Syrian Observatory for Human Rights said in a statement.",
        "The Syrian Observatory for Human Rights, which has its seat in Britain, said a civilian was killed in Sarmin.",
    ],
)
def test_the_observatory_says_it(text: str) -> None:
    """A cited verb, a colon, a hashtag, quotation marks of any kind, before and behind."""
    assert speakers(text) == {"Syrian Observatory for Human Rights"}


def test_who_is_relayed_is_the_speaker() -> None:
    """نقلت الوكالة عن المرصد: the observatory says it, through the agency."""
    [claim] = read("نقلت وكالة رويترز عن المرصد السوري لحقوق الإنسان أن مدنيا قتل في سرمين.")

    assert [link.source for link in claim.attribution] == [
        "Reuters",
        "Syrian Observatory for Human Rights",
    ]


def test_a_name_that_no_lexicon_knows_stays_as_it_is() -> None:
    """Behind a quotation, before the verb, with an apposition."""
    assert speakers('"A shell killed two people in Kherson," said Olena Marchuk, a teacher.') == {
        "Olena Marchuk"
    }
    assert speakers("Two people died in Kherson, a regional engineer said.") == {
        "a regional engineer"
    }


def test_an_organisation_never_named_is_what_the_words_say() -> None:
    """*The ministry* without a ministry before is nobody else."""
    assert speakers("The ministry said two people were killed in Kherson.") == {"The ministry"}


def test_claiming_responsibility_is_no_claim_of_doubt() -> None:
    """*Claimed responsibility* tells who did it."""
    found = read("The Houthis claimed responsibility for a missile attack on Abu Dhabi.")

    assert all(claim.modality == "asserted" for claim in found)


def test_a_statement_goes_on() -> None:
    """After بما يلي: the source speaks until another does."""
    text = "صرح مصدر عسكري بما يلي: قصف الطيران الإسرائيلي نقاطا في محيط حمص. وأدى القصف إلى مقتل جندي."

    assert len(speakers(text)) == 1
    assert "text.txt" not in speakers(text)


def test_tags_before_a_colon_are_a_speaker() -> None:
    """#network #town : the network speaks, and no word of saying hides in its name."""
    [dead] = read("#فرات_بوست #الميادين : مقتل 3 مدنيين بقصف على المدينة.", "casualties")

    assert dead.speaker.source == "Euphrates Post (Furat Post)"
    assert dead.modality == "asserted"


def test_what_nobody_announced_keeps_its_no() -> None:
    """ولم تعلن أي جهة …: the words of denial stay in the quote, and the fact is open."""
    [dead] = read("ولم تعلن أي جهة رسمية عن وقوع قتلى في سرمين.", "casualties")

    assert dead.quote.startswith("ولم تعلن")
    assert dead.modality == "possible"


def test_who_demands_holds_the_position() -> None:
    """The subject of a demand is its speaker, and what else is demanded is no event of its own."""
    [claim] = read("وطالبت الأمم المتحدة بوقف القصف على إدلب، وفتح المعابر.")

    assert (claim.kind, claim.speaker.source) == ("position", "United Nations")
    assert "وفتح المعابر" in claim.quote


def test_who_is_begged_is_not_who_begs() -> None:
    """نناشد التحالف: the writer demands."""
    [claim] = read("نناشد التحالف الدولي التدخل لوقف القصف على إدلب.")

    assert claim.speaker.source != "International Coalition"


def test_news_said_of_a_party_is_not_said_by_it() -> None:
    """قسد، التي قالت الأنباء إنها …: the news says it."""
    text = "استهدفت القرية مواقع قسد، التي قالت الأنباء إنها قصفت بلدة سرمين أمس."

    assert "Syrian Democratic Forces" not in {claim.speaker.source for claim in read(text)}


def test_who_carries_the_wounded_relays_nothing() -> None:
    """نقلت الفرق الجرحى إلى المشفى: no source is quoted."""
    text = "وقال الدفاع المدني إن القصف قتل مدنياً في سرمين. ونقلت الفرق جثماني المدنيين إلى ذويهم أمس في إدلب."

    assert all("ذويهم" not in claim.speaker.source for claim in read(text))


def test_an_unknown_name_in_marks_speaks() -> None:
    """قال "راديو …" إن: the name as it stands, not who spoke before."""
    text = 'وقال الدفاع المدني إن القصف مستمر. وقال "راديو الساحل" المحلي، إن شخصاً أصيب في سلمية.'

    assert read(text, "casualties")[-1].speaker.source == "راديو الساحل"


def test_who_is_called_by_a_name_claims_nothing() -> None:
    """شخص يدعى فلان: no claim is doubted there."""
    [raid] = read("قامت قوات التحالف أثناء بحثها عن شخص يدعى أبو خطاب بمداهمة منزل في الرقة.")

    assert raid.modality == "asserted"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("ووفقاً لمصادر محلية فإن الطائرات قصفت سوقاً في مدينة الباب.", "مصادر محلية"),
        ("ووفقا للمصادر فإن الطائرات قصفت سوقاً في مدينة الباب.", "المصادر"),
        ("أعلنت وزارة الداخلية القبض على خلية لتنظيم داعش في ريف دمشق.", "وزارة الداخلية"),
    ],
)
def test_the_whole_noun_phrase_names_the_source(text: str, source: str) -> None:
    """Also where the preposition is written onto it, or a noun of action follows it."""
    assert [claim.speaker.source for claim in read(text)] == [source]


def test_a_nameless_tally_behind_the_words_does_not_take_them_from_who_speaks() -> None:
    """The defence says it; the official tally is only where the number is from."""
    text = "وقال الدفاع المدني السوري إن رجلاً قتل وأصيب 6 مدنيين، وفق حصيلة رسمية."

    assert speakers(text) == {"Syrian Civil Defence (White Helmets)"}


def test_a_source_named_behind_a_comma_says_only_what_follows() -> None:
    """What stands before (، وبحسب مصادر، فإن) is the publisher's own."""
    text = "قصفت الطائرات مدينة إعزاز أمس، وبحسب مصادر محلية، فإن سبعة مدنيين أصيبوا."

    [strike] = read(text, "strike")
    [hurt] = read(text, "casualties")

    assert strike.speaker.span is None
    assert hurt.speaker.span is not None


def test_whoever_belongs_to_somebody_quotes_nobody() -> None:
    """«تابع للجيش» says whose he is; «وتابع المرصد» says who goes on."""
    assert "Syrian National Army" not in speakers(
        "استهدف انفجار سيارة عقيد تابع للجيش الوطني السوري بعد أن وصل إلى عفرين، وأصيب 3 مدنيين."
    )
    assert speakers("وتابع المرصد السوري لحقوق الإنسان أن الغارات قتلت 4 مدنيين في إدلب.") == {
        "Syrian Observatory for Human Rights"
    }


def test_the_site_is_the_site_named_before() -> None:
    """الموقع، الحاكم and الولاية are the newest speaker whose name begins with that noun, known to a lexicon or not."""
    text = (
        "قتل خمسة أشخاص بانفجار في بلدة سرمين، وفقاً لموقع ضفاف الخابور. "
        "وقال المرصد السوري إن ثلاثة أصيبوا. وذكر الموقع أن الانفجار نجم عن لغم."
    )

    assert read(text)[-1].speaker.source == "موقع ضفاف الخابور"


def test_the_report_is_that_of_who_issued_it() -> None:
    """أوضح التقرير has the speaker of أصدر … تقريره."""
    text = "أصدر الدفاع المدني السوري أمس تقريره السنوي. وأوضح التقرير أن 14 مدنياً قتلوا في سرمين."

    assert read(text, "casualties")[-1].speaker.source == "Syrian Civil Defence (White Helmets)"


def test_first_information_is_nobody_named_before() -> None:
    """تشير المعلومات الأولية إلى: unnamed, and not the party behind it."""
    text = "أعلن الجيش الليبي هدنة. وتشير المعلومات الأولية إلى أن تنظيم داعش قصف بلدة سرت."

    assert read(text, "strike")[-1].speaker.source == "المعلومات الأولية"


def test_a_source_that_is_not_named_points_back_to_nobody() -> None:
    """حسب مصدر في مديرية الزراعة is that source, and not the medical source above it."""
    text = (
        "قتل ثلاثة بقصف على سرمين، حسب مصدر طبي في مستشفى إدلب. "
        "وأصيب أربعة بحريق في بنش، حسب مصدر في زراعة إدلب."
    )

    assert read(text)[-1].speaker.source == "مصدر في زراعة إدلب"


def test_to_whom_it_was_told_did_not_say_it() -> None:
    """وأوضح سالم حردان لقناة الجزيرة: the man speaks, not the channel."""
    for heard in ("وأوضح سالم حردان لقناة الجزيرة", "وأوضح سالم حردان في تصريح لقناة الجزيرة"):
        [strike] = read(f"{heard} أن الجيش قصف بلدة سرمين.", "strike")

        assert strike.speaker.source == "سالم حردان"


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("وكان رئيس الوزراء سالم حردان قد أعلن أمس أن", "رئيس الوزراء سالم حردان"),
        ("وحسب حصيلة لمنظمة الصحة العالمية، فإن", "World Health Organization"),
        ("وقالت المديرية العامة للدفاع المدني إن", "Civil Defence"),
        ("وبحسب مديرية الصحة في المدينة،", "مديرية الصحة"),
    ],
)
def test_the_whole_name_of_who_speaks(said: str, speaker: str) -> None:
    """Before the verb behind كان, behind what a source issues, and without the place that it sits in."""
    [dead] = read(f"وقع انفجار أمس. {said} الجيش قتل خمسة مدنيين في بلدة سرمين.", "casualties")

    assert dead.speaker.source == speaker


def test_the_statement_of_the_command_is_that_of_the_command_named_before() -> None:
    """ذكر بيان للقيادة leads to the command above."""
    text = "أعلنت قيادة شرطة الجبل أن عنصراً قتل في سرمين. وذكر بيان للقيادة أن خمسة مدنيين أصيبوا."

    assert read(text)[-1].speaker.source == "قيادة شرطة الجبل"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "أدان مجلس الأمن الدولي الهجوم على القاعدة، ودعا جميع الأطراف إلى وقف إطلاق النار.",
            ["United Nations"] * 2,
        ),
        ("وأدان الفريق الاستهداف المتكرر للمشافي، ودعا إلى محاسبة المسؤولين.", ["الفريق"] * 2),
    ],
)
def test_who_condemns_also_calls_for_what_follows(text: str, named: list[str]) -> None:
    """A further demand has the speaker of the first; an organisation nobody named stays what the words say."""
    found = read(text, "position")

    assert [claim.speaker.source for claim in found] == named


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Two clinics in Sarmin were looted, according to the village council, which blamed soldiers.",
            "village council",
        ),
        ("الداخلية: مقتل مدني في سرمين.", "الداخلية"),
    ],
)
def test_the_words_of_citing_are_no_part_of_the_name(text: str, speaker: str) -> None:
    """Also where a clause behind the name says something more, or a ministry is called by its one word."""
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Local sources told SANA that a bridge was hit in Sarmin. The sources added that two men were killed.",
            "local sources",
        ),
        (
            "The Syrian Observatory for Human Rights a Britain-based monitoring group said two men were killed in Sarmin.",
            "Syrian Observatory for Human Rights",
        ),
        ("The Syrian Coalition said two men were killed in Sarmin.", "Syrian opposition"),
    ],
)
def test_who_was_only_told_or_what_somebody_is_does_not_speak(text: str, speaker: str) -> None:
    """*The sources* are those that spoke; an apposition without commas leaves the name; not every coalition is the one."""
    assert speakers(text) == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker", "doers"),
    [
        (
            "The mayor said two men died in Sarmin. The Chadian army announced a raid, saying it had killed nine rebels.",
            "Chadian army",
            ["Chadian army"],
        ),
        (
            "The mayor said two men died in Sarmin. The Chadian army confirmed the raid, saying it had been attacked by rebels.",
            "Chadian army",
            ["rebels"],
        ),
        (
            'The mayor said two men died in Sarmin. A witness fled the market. "Gunmen killed nine men," he said.',
            "eyewitnesses",
            ["unidentified gunmen"],
        ),
    ],
)
def test_who_opens_the_sentence_says_what_stands_behind_its_gerund(
    text: str, speaker: str, doers: list[str]
) -> None:
    """*It* begins what is said and is not who said something before; a witness who was brought in speaks as *he*."""
    last = read(text)[-1]

    assert last.speaker.source == speaker
    assert actors(last) == doers


def test_a_list_of_some_who_speak_leaves_those_of_whom_they_are() -> None:
    """The last one of the list is not the one who says it."""
    text = "Several residents of Sarmin, including Ali Hadi, Omar Saleh and Rana Kamel, said two men were killed."

    assert speakers(text) <= {"residents", "Several residents of Sarmin"}
    assert speakers(text)


def test_an_observatory_is_also_told_by_where_it_sits() -> None:
    """*The Britain-based monitor* is the one of the text; one that bears a name is that one."""
    text = "The Syrian Observatory for Human Rights said two men were killed in Sarmin. The Britain-based monitor said a house was hit."

    assert speakers(text) == {"Syrian Observatory for Human Rights"}
    assert speakers("Airwars, a UK-based monitor, said two men were killed in Sarmin.") == {
        "Airwars"
    }


def test_who_spoke_in_the_sentence_adds_what_stands_behind_its_gerund() -> None:
    """Whoever is named right before it only stands there."""
    text = "The mayor said the raid helped Boko Haram adding that two men were killed in Sarmin."

    assert speakers(text) == {"The mayor"}
