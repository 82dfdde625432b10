"""Whose *the aircraft* is: «شن الطيران الروسي غارات على … واستهدف *الطيران* كذلك …» goes on with the same air force.

An arm with the article and no word that says whose it is, right behind the verb of a strike, is of the only one whose arm of that kind the
deed right before it was told of, in the words of the same source.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.draft import Draft
from claims.extraction.markers import NOBODY
from claims.extraction.mentions import Mentions
from claims.extraction.pointers import words_of
from claims.extraction.triggers import find_triggers
from claims.model import Modality, Party
from claims.text.clitics import stems

_ARMS = ("aircraft", "guns")
_OWN_KIND = frozenset({"الحربي", "المروحي", "المسير", "الثقيله", "الحربيه", "المروحيه", "المسيره"})
"""Adjectives that tell the arm and not whose it is."""


def by_arm(
    mentions: Mentions, one: Draft, deed: Draft | None, found: Sequence[Draft]
) -> tuple[Party, ...]:
    """Who did a strike of which only an arm is named, () where that is not beyond doubt.

    Args:
        mentions: of the document.
        one: the strike.
        deed: what the sentence before tells with one doer, None for none.
        found: the drafts of its own sentence before it.
    """
    if one.kind != "strike" or any(party.kind not in NOBODY for party in one.actors):
        return ()
    arm = _arm(mentions, one)
    told = [each for each in found if each.actors] or ([deed] if deed is not None else [])
    doers = {frozenset(party.id or party.name for party in each.actors) for each in told}
    if not arm or len(doers) != 1:
        return ()
    last = told[-1]
    same = last.kind == "strike" and last.modality is Modality.ASSERTED
    same = same and last.attribution[-1].source == one.attribution[-1].source
    words = mentions.tokens.words[last.tokens.first : last.tokens.end]
    named = all(party.kind not in NOBODY for party in last.actors)
    return last.actors if same and named and _of(words, arm) else ()


def _arm(mentions: Mentions, one: Draft) -> frozenset[str]:
    """The words for the arm that stands with the article right behind the verb of a draft, nobody's; empty for none."""
    words = mentions.tokens.words
    for verb in find_triggers(words, one.tokens):
        at = verb.tokens.end
        if verb.role not in {"verb", "light"} or at >= one.tokens.end:
            continue
        if not words[at].startswith("ال"):
            continue
        behind = words[at + 1] if at + 1 < one.tokens.end else ""
        whose = behind.startswith("ال") and behind not in _OWN_KIND
        arm = next((arm for arm in map(words_of, _ARMS) if _of((words[at],), arm)), frozenset())
        return frozenset() if whose else arm
    return frozenset()


def is_arm(word: str) -> bool:
    """Whether a word with the article names an arm (*الطيران*، *المدفعية*)."""
    return word.startswith("ال") and any(_of((word,), arm) for arm in map(words_of, _ARMS))


def _of(words: tuple[str, ...], arm: frozenset[str]) -> bool:
    return any(stem.word in arm for word in words for stem in stems(word))
