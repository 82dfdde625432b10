"""What is remembered of speakers from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model import Attribution

_MEMORY = 12


@dataclass(frozen=True, slots=True)
class Voice:
    """What is remembered of speakers from sentence to sentence, newest last."""

    named: tuple[Attribution, ...] = ()
    kinds: tuple[str, ...] = ()
    last: Attribution | None = None

    def heard(self, speaker: Attribution, kind: str) -> Voice:
        """The memory after ``speaker``, a party of ``kind``, has spoken or been named."""
        return Voice((*self.named, speaker)[-_MEMORY:], (*self.kinds, kind)[-_MEMORY:], speaker)

    def meant(self, kinds_meant: frozenset[str]) -> Attribution | None:
        """The newest source of one of ``kinds_meant``; the newest of all when it is empty."""
        for speaker, kind in zip(reversed(self.named), reversed(self.kinds), strict=True):
            if not kinds_meant or kind in kinds_meant:
                return speaker
        return None

    def by_word(self, word: str) -> Attribution | None:
        """The newest source in whose name ``word`` (folded) stands."""
        for speaker in reversed(self.named):
            if word in speaker.text.split():
                return speaker
        return None
