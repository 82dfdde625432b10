"""Who does it where an Arabic verb leaves its subject to the sentence before, and where nobody is taken from there."""

from __future__ import annotations

import pytest

from tests.extraction.reading import actors, read


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        (
            "قصفت الطائرات الأمريكية معسكراً للحوثيين في صعدة. كما استهدفت مستودعات ذخيرة في مديرية رازح.",
            "strike",
            "US forces",
        ),
        (
            "سيطر الجيش السوداني على بلدة الدندر. وأسر 9 عناصر من قوات الدعم السريع.",
            "arrest",
            "Sudanese Armed Forces",
        ),
        (
            "داهمت قوات الدعم السريع قرية الولي. وأسرت عدداً من شبانها.",
            "arrest",
            "Rapid Support Forces",
        ),
        (
            "هاجم مسلحون مجهولون حاجزاً في بلدة كايا. كما أحرقوا سيارة الدورية.",
            "damage",
            "unidentified gunmen",
        ),
        (
            "استهدف الطيران الروسي أطراف بلدة حاس. كما استهدف بالصواريخ الفراغية قرية كفروما.",
            "strike",
            "Russian forces",
        ),
        (
            "داهمت قوات الأمن اللبنانية مخيم البداوي. وانتشر القناصة فوق الأبنية. كما اعتقلت أربعة شبان.",
            "arrest",
            "Lebanese security forces",
        ),
        (
            "سيطرت القوات الحكومية، بمساندة التحالف، على جبل هيلان. كما استعادت قرية صرواح.",
            "control",
            "government forces",
        ),
    ],
)
def test_the_doer_goes_on_where_the_verb_agrees(text: str, kind: str, doer: str) -> None:
    """A verb with an object right behind it has the one subject of before, in brackets with the place it stands."""
    claim = read(text, kind)[-1]

    assert actors(claim) == [doer]
    assert "[" in claim.statement
    assert claim.borrowed


def test_the_doer_goes_on_from_sentence_to_sentence() -> None:
    """Each sentence without a subject hands on the one it was given."""
    text = "استهدف الجيش الإثيوبي بلدة ميكيلي. كما استهدف قرية وقرو. كما دمر ثلاث مركبات."

    assert [actors(claim) for claim in read(text)] == [["Ethiopian army"]] * 3


@pytest.mark.parametrize(
    "text",
    [
        "قصف الجيش الإسرائيلي بلدة ميس الجبل. كما استهدفت موقع الراهب.",
        "اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع في بحري. كما استهدفت مواقع في أم درمان.",
        "قصفت القوات الروسية مدينة سومي. وقصفت كييف بلدة غريفورون.",
        "قصفت القوات الروسية مدينة سومي. وقصفت كييف بلدة غريفورون. كما دمرت مخزن وقود.",
        "قصفت قوات النظام بلدة سرمين. كما استهدفت عبوة ناسفة سيارة في بنش.",
        "قصفت قوات النظام بلدة سرمين. ودمرت سيارة إسعاف.",
        "قصف الجيش التركي قرية الدردارة. ودمر منزل.",
        "قصف الجيش التركي قرية الدردارة. كما اعتقل شابان.",
        "هاجم الجيش السوداني قرية الولي. وأسر 9 عناصر من الجيش السوداني.",
        "قصفت قوات النظام بلدة سرمين. وقالت منظمة محلية إنها علمت بذلك. كما استهدفت قرية بينين.",
        "ربما قصفت قوات النظام بلدة سرمين. كما استهدفت قرية بينين.",
        "نفت قوات الدعم السريع قصف المشفى. كما استهدفت محطة المياه.",
        "قصفت قوات النظام بلدة سرمين. استهدفت قرية بينين.",
    ],
)
def test_nobody_is_taken_where_another_may_be_meant(text: str) -> None:
    """Another gender, two sides, a subject behind the verb, a passive, somebody in between, or a doer that is not sure: none."""
    assert actors(read(text)[-1]) == []
