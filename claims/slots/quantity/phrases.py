"""Phrases at a place in the text."""

from __future__ import annotations

from claims.slots.quantity.draft import Page


def marker_at(page: Page, at: int) -> int:
    """One past the part marker that starts with token ``at`` (بينهم, of whom); 0 when none does."""
    for size in page.lexicon.marker_openers.get(page.word[at], ()):
        if page.phrase(at, size) in page.lexicon.markers:
            return at + size
    return 0
