"""What is hit, where words between commas or of manner stand between the deed and it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, read, targets


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        (
            "استهدف الطيران الأمريكي، فجر الخميس، عبر الطيران المسيّر، سيارتين على طريق شبوة.",
            ["vehicle"],
        ),
        ("استهدفت قوات الدعم السريع بعدد من القذائف مدرسة في الفاشر.", ["school"]),
        (
            "الراجمات استهدفت إلى جانب القرية المشفى الميداني والسوق الشعبي في كسلا.",
            ["hospital", "market"],
        ),
    ],
)
def test_words_of_means_and_manner_part_no_object_from_its_deed(text: str, hit: list[str]) -> None:
    """By what, with how much and beside what else something was hit leaves what was hit."""
    assert targets(read(text, "strike")[0]) == hit


def test_a_list_without_pauses_of_its_own_stays_one() -> None:
    """Things that a comma joins stay a list, and a means is nobody who does it."""
    claim = read("استهدف الجيش السوداني، عبر الطيران المسيّر، مدرسة، ومسجداً في كسلا.", "strike")[0]
    assert targets(claim) == ["school", "mosque"]
    assert actors(claim) == ["Sudanese Armed Forces"]


def test_damage_to_a_number_of_cars_is_no_damage_to_their_owners() -> None:
    """«أضرار بعدد من سيارات الأهالي» befell cars."""
    text = "أدى القصف إلى تدمير معمل، إضافة إلى أضرار بعدد من سيارات الأهالي في كسلا."
    assert all("families" not in targets(one) for one in read(text, "damage"))
