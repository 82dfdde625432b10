"""The sentences of a policy."""

from __future__ import annotations

from claims.verdict.wording import wording
from tests.factories import an_attribution


def test_sources_have_their_names_in_each_language() -> None:
    """An Arabic reader meets no English name that has an Arabic one; a name that nobody knows stays as it is."""
    words = wording("lineages/1")
    rule = next(name for name, text in words.rules.items() if "{sources}" in text.ar)

    speakers = [an_attribution("US Department of Defense"), an_attribution("Abu Nobody")]
    message = words.rule(rule, speakers)

    assert "وزارة الدفاع الأمريكية" in message.ar
    assert "Department" not in message.ar
    assert "Abu Nobody" in message.ar
    assert "US Department of Defense" in message.en
