"""People of whom something goes on: still under the rubble (لا يزال 7 آخرون تحت الركام), or nobody knows their fate (مصير 5 مجهول).

Those who still lie there are told apart from the dead before them, whatever their figure goes on with.
"""

from __future__ import annotations

from claims.slots.quantity.behind import told_behind
from claims.slots.quantity.draft import Draft, Page

_BEFORE, _BEHIND = 3, 3


def lingering(page: Page, draft: Draft) -> str:
    """The unit of people who are still trapped or whose fate is unknown, "" for all others.

    The words of going on stand up to three tokens before the figure, where they are up to three behind it. A bare figure that is
    said to be missing (و3 في عداد المفقودين) counts these, and not what the figure before it counts.
    """
    sets = page.lexicon.sets
    ahead = page.words[max(0, draft.first - _BEFORE) : draft.first]
    if not sets["still"].isdisjoint(ahead) and _behind(page, draft, sets["under rubble"]):
        return "trapped"
    if draft.end == draft.core_end and told_behind(page, draft.end) == "missing":
        return "missing"
    unknown = not sets["fate"].isdisjoint(ahead) and _behind(page, draft, sets["unknown"])
    return "missing" if unknown else ""


def _behind(page: Page, draft: Draft, phrases: frozenset[str]) -> bool:
    places = range(draft.core_end, draft.end + _BEHIND)
    return any(page.phrase(at, size) in phrases for at in places for size in (1, 2))
