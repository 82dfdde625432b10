"""One sentence in both languages of the workbench."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """The same sentence in Arabic and in English; neither is ever empty."""

    ar: str
    en: str

    def __post_init__(self) -> None:
        if not self.ar or not self.en:
            raise ValueError("a message needs both languages")

    def within(self, language: str) -> str:
        """The sentence in ``language`` ("ar", else English)."""
        return self.ar if language == "ar" else self.en
