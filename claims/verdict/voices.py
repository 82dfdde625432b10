"""What a source is called of which nobody has said who it is: that no publisher is given, with the title or headline of its document.

Until somebody says who published a document, the name of its file stands for the publisher (`claims.model.Attribution`).
A reader of verdicts is not to take that for a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from claims.model import Document, DocumentHead, Message, Outcome, Proposal, Verdict
from claims.verdict.wording import headed, unnamed

Voices = Mapping[str, Message]
"""What each source is called that has no name, by what stands for its name in claims."""

_LONGEST: Final = 70
"""Characters of a headline that are told."""

_ISOLATES: Final = re.compile("[\u2066-\u2069]")
_ISOLATED: Final = re.compile("\u2068([^\u2066-\u2069]*)\u2069")


def voices(
    documents: Iterable[Document | DocumentHead], headlines: Mapping[str, str] | None = None
) -> dict[str, Message]:
    """What the publisher of each document without one is called.

    A title or headline stands beside it, never for it: who reads "Ministry: raid on a depot" is not to take the ministry for
    the source.

    Args:
        documents: all of the case, or those without a publisher.
        headlines: what stands above the text of each, by its id.
    """
    found = [each for each in documents if each.publisher is None]
    above = {each.id: _short(each.title or (headlines or {}).get(each.id, "")) for each in found}
    files, alike = Counter(each.name for each in found), Counter(above.values())
    return {
        each.name: headed(above[each.id], each.name if alike[above[each.id]] > 1 else "")
        if above[each.id] and files[each.name] == 1
        else unnamed(each.name)
        for each in found
    }


def _short(headline: str) -> str:
    """A headline within a sentence, without bidi isolates of its own."""
    plain = " ".join(_ISOLATES.sub("", headline).split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rsplit(maxsplit=1)[0]} …"


def retold(message: Message, called: Voices) -> Message:
    """A sentence of a policy with sources of no name called as they are called; names stand in it in bidi isolates."""
    if not called:
        return message
    return Message(ar=_within(message.ar, "ar", called), en=_within(message.en, "en", called))


def outcome_retold(outcome: Outcome, called: Voices) -> Outcome:
    """The same outcome, its rules and changes in such sentences; what it rests on and its digest stay."""
    return replace(outcome, proposal=_proposal(outcome.proposal, called)) if called else outcome


def verdict_retold(verdict: Verdict, called: Voices) -> Verdict:
    """The same verdict, its trace in such sentences."""
    return replace(verdict, trace=tuple(retold(each, called) for each in verdict.trace))


def _proposal(proposal: Proposal, called: Voices) -> Proposal:
    return replace(
        proposal,
        steps=tuple(replace(each, message=retold(each.message, called)) for each in proposal.steps),
        changes=tuple(
            replace(each, message=retold(each.message, called)) for each in proposal.changes
        ),
    )


def _within(text: str, language: str, called: Voices) -> str:
    def instead(found: re.Match[str]) -> str:
        said = called.get(found[1])
        return found.group() if said is None else f"\u2068{said.within(language)}\u2069"

    return _ISOLATED.sub(instead, text)
