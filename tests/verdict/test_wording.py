"""The sentences of a policy."""

from __future__ import annotations

from claims.model import Lineage
from claims.verdict.wording import wording


def test_sources_have_their_names_in_each_language() -> None:
    """An Arabic reader meets no English name that has an Arabic one; a name that nobody knows stays as it is."""
    words = wording("lineages/1")
    rule = next(name for name, text in words.rules.items() if "{sources}" in text.ar)

    message = words.rule(rule, ["US Department of Defense", "Abu Nobody"], [Lineage.OFFICIAL])

    assert "وزارة الدفاع الأمريكية" in message.ar
    assert "Department" not in message.ar
    assert "Abu Nobody" in message.ar
    assert "US Department of Defense" in message.en
