"""People rescued, headlines that break off, places named twice, and words that only say how sure it is."""

from __future__ import annotations

from tests.extraction.reading import actors, places, read, targets


def test_rescuing_the_injured_of_attacks_is_relief() -> None:
    """Teams that rescued eighty of the injured of those attacks hurt nobody, nor did who attacked do it."""
    text = "قُتل 47 شخصاً بهجمات قوات الدعم السريع فيما أنقذت فرق الإغاثة 80 شخصاً من المصابين في تلك الهجمات."
    rescued = read(text, "relief")[0]
    assert [(one.low, one.unit) for one in rescued.quantities] == [(80, "rescued")]
    assert actors(rescued) == []


def test_who_stands_behind_dots_is_no_victim_of_what_stands_before() -> None:
    """«أغلب ضحاياها أطفال…قوات الدعم السريع ترتكب مجزرة»: children are the victims."""
    claim = read("أغلب ضحاياها أطفال…قوات الدعم السريع ترتكب مجزرة في قرية الولي.", "casualties")[0]
    assert targets(claim) == ["children"]


def test_a_place_that_a_tag_names_again_stands_once() -> None:
    """Kassala and #كسلا are one place of the claim."""
    claim = read("قصفت الطائرات مدرسة في كسلا بولاية كسلا #كسلا ما أدى إلى دمار كبير.", "strike")[0]
    assert places(claim).count("Kassala") == 1


def test_a_statement_opens_with_what_happened() -> None:
    """According to first information … is no part of it."""
    claim = read("ووفق المعلومات الأولية فقد أصيب 3 عمال بحروق في كسلا.", "casualties")[0]
    assert claim.statement.startswith("أصيب 3 عمال")
