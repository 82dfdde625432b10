"""Relative clauses in the midst of a statement, in both languages, and who only reacts to a deed."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, date, places, read


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "Fighters of the Sham Legion, whom the army shelled in April, attacked Hama on Monday.",
            "clash",
            (["Sham Legion"], ["Hama"], "2019-04-29"),
        ),
        (
            "Aleppo, which rebels captured in March, was shelled by the army on Monday.",
            "strike",
            (["the army"], ["Aleppo"], "2019-04-29"),
        ),
        (
            "The village, where rebels killed five soldiers in March, was bombed by the army on Monday.",
            "strike",
            (["the army"], [], "2019-04-29"),
        ),
        (
            "Israel, which Iran accuses of the raid, bombed Beirut on Monday.",
            "strike",
            ([], ["Beirut"], "2019-04-29"),
        ),
        (
            "استهدفت قوات النظام التي تتمركز في معسكر جورين، بقذائف المدفعية قرى في سهل الغاب.",
            "strike",
            (["Syrian government forces"], ["al-Ghab Plain"], ""),
        ),
        (
            "قصفت الطائرات الروسية مدينة عفرين التي تسيطر عليها فصائل المعارضة، أمس الجمعة.",
            "strike",
            (["Russian forces"], ["Afrin"], "2019-05-03"),
        ),
    ],
)
def test_a_statement_goes_on_behind_a_relative_clause(
    text: str, kind: str, told: tuple[list[str], list[str], str]
) -> None:
    """Who, where and when are those of the statement, and none of them stands in the relative clause."""
    claim = next(one for one in read(text, kind) if date(one) == told[2])
    assert (actors(claim), places(claim), date(claim)) == told


def test_what_a_relative_clause_tells_is_a_claim_of_its_own() -> None:
    """With its day, its doer, and the words that it tells about in brackets."""
    text = "Farmers of Jurin, which the army shelled in April, fled to Hama on Monday."
    shelled, fled = (read(text, kind)[0] for kind in ("strike", "displacement"))
    assert (actors(shelled), date(shelled)) == (["the army"], "2019-04")
    assert (actors(fled), date(fled)) == ([], "2019-04-29")
    assert shelled.statement.startswith("[Farmers of Jurin]")


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات الروسية مدينة عفرين، حيث قتل ثلاثة مدنيين.",
        "اعتقلت الشرطة الرجل الذي قتل ثلاثة مدنيين، أمس في مدينة الباب.",
        "Police arrested the man who killed three civilians, in Al Bab on Friday.",
    ],
)
def test_a_deed_of_a_relative_clause_stays_told(text: str) -> None:
    """Where the clause tells a deed of its own behind the verb nothing is taken out of it."""
    assert len(read(text, "casualties")) == 1


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Canada has suspended its work with Russia over the shelling of Kharkiv.", []),
        ("Turkey summoned the Syrian envoy over the bombing of a market in Idlib.", []),
        ("استدعت تركيا السفير السوري على خلفية قصف السوق في إدلب.", []),
        ("علقت كندا تعاونها مع روسيا احتجاجا على قصف خاركيف.", []),
        ("Russia carried out over 40 raids on Idlib.", ["Russia"]),
    ],
)
def test_who_reacts_to_a_deed_did_not_do_it(text: str, doers: list[str]) -> None:
    """*Over the shelling*, «على خلفية القصف»: who acts on account of it has no part in it."""
    assert [actors(one) for one in read(text, "strike")] == [doers]


def test_a_day_up_to_which_was_counted_is_of_nothing_else() -> None:
    """*As of Sunday* is when 14 were counted; who was displaced was so on no day that is told."""
    text = (
        "As of Sunday, at least 14 soldiers have been killed in the fighting.\n\n"
        "The agency said some 20,000 villagers were displaced in Afrin because of the operation.\n\n"
        "A court is to hear the case of two generals on May 20."
    )
    assert [date(one) for one in read(text, "displacement")] == [""]


def test_an_adverb_and_a_day_before_a_comma_say_nothing() -> None:
    """*Earlier Tuesday, the mayor, …, said*: the mayor says it."""
    text = "Earlier Tuesday, the Chadian prime minister, Ali Kone, said three people died in Kano."
    assert {one.speaker.source for one in read(text)} == {"Ali Kone"}


def test_a_figure_alone_in_a_relative_clause_stays_a_claim() -> None:
    """*Which spans some 500 square miles* is told, though nothing happened."""
    text = "The plain, which spans some 500 square miles, also borders on two districts."
    assert [one.kind for one in read(text, "statistic")]
