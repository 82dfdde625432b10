"""What is on a screen that people can write remarks on."""

from __future__ import annotations

from claims.model import Thing, Topic
from claims.services import Case


def on_pair(case: Case, key: str, reviewer: str) -> tuple[Topic, ...]:
    """A pair, the answers on it that one may see and that stand, and the ruling on it where there is one."""
    rows = case.review.history(key, reviewer=reviewer)
    answers = (Topic(Thing.DECISION, str(each.id)) for each in rows if each.live)
    ruled = case.adjudication.history(key)
    return (Topic(Thing.PAIR, key), *answers, *((Topic(Thing.RULING, key),) if ruled else ()))
