"""Who stands behind an Arabic verb of saying that opens its clause is who speaks, not who was named before it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("حيث أشار رئيس البلدية سالم العلي لمراسل الوكالة إلى أن", "رئيس البلدية سالم العلي"),
        ("وأكد الطبيب المناوب كريم الحسن أن", "الطبيب المناوب كريم الحسن"),
        ("فيما لفت صاحب المخبز القديم على طريق الميناء أن", "صاحب المخبز القديم على طريق الميناء"),
    ],
)
def test_the_subject_behind_the_verb_speaks(said: str, speaker: str) -> None:
    """The army that was named before the verb says nothing there."""
    told = read(f"الجيش الإسرائيلي قصف المدينة بصاروخ، {said} القصف دمر منزلين.", "damage")

    assert [claim.speaker.source for claim in told] == [speaker]


@pytest.mark.parametrize("manner", ["بشكل قاطع", "في بيان له", "أيضا"])
def test_how_or_where_it_is_said_is_no_subject(manner: str) -> None:
    """Who was named before the verb goes on."""
    told = read(
        f"المرصد السوري لحقوق الإنسان نفى ذلك، وأكد {manner} أن القصف دمر منزلين.", "damage"
    )

    assert [claim.speaker.source for claim in told] == ["Syrian Observatory for Human Rights"]


def test_a_turn_of_speech_ends_the_last_one() -> None:
    """Behind «بدوره» the word «بين» is a verb, however long the name of who speaks."""
    told = read(
        "وقال مدير المشفى سالم العلي إن القصف دمر منزلين.\n"
        "بدوره بين النجار نادر الصالح صاحب إحدى الورش المدمرة أن القصف دمر ورشته.",
        "damage",
    )

    assert [claim.speaker.source for claim in told] == [
        "مدير المشفى سالم العلي",
        "النجار نادر الصالح صاحب إحدى الورش المدمرة",
    ]
