"""The publisher as a source: the name under which others quote it, and who in its text is the publisher itself."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from claims.model import Attribution, Document, Lineage
from claims.slots.party import source_named
from claims.text.shadow import fold

_ACCOUNT = re.compile(r"\w{3,30}", re.ASCII)
_HEAD = 1_000
"""How far into a text the frame of a saved post is looked for."""
_LONGEST = 60


def in_own_name(document: Document) -> Attribution:
    """The publisher's own voice; a document without a known publisher speaks in its own name.

    A publisher that the lexicon of parties knows, by its name or by another name that was given for it, is the source as
    which others quote it: a ministry that publishes its release is *the ministry* of the papers. So is an account whose post
    begins with such a name.
    """
    publisher = document.publisher
    if publisher is None:
        return Attribution(document.name, Lineage.UNKNOWN)
    shown = called(document)
    known = _known((publisher.name, *publisher.aliases)) or (_known((shown,)) if shown else None)
    if known is None:
        return Attribution(publisher.name, publisher.lineage)
    name, lineage = known
    return Attribution(name, lineage if publisher.lineage is Lineage.UNKNOWN else publisher.lineage)


def publisher_cited(document: Document, chain: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Who says a claim, where the publisher is cited under its own or another of its names: the publisher itself."""
    publisher = document.publisher
    if publisher is None or all(link.span is None for link in chain):
        return chain
    names = {fold(name) for name in (publisher.name, *publisher.aliases)}
    own = in_own_name(document)
    return tuple(
        replace(link, source=own.source, lineage=own.lineage)
        if link.span is not None and {fold(link.source), fold(link.text)} & names
        else link
        for link in chain
    )


def called(document: Document) -> str:
    """How the text names the account that published it (*name*@account), "" where the publisher is no account or not named there."""
    publisher = document.publisher
    account = publisher.name.removeprefix("@") if publisher is not None else ""
    if not _ACCOUNT.fullmatch(account):
        return ""
    head = document.text[:_HEAD]
    at = head.find(f"@{account}")
    name = head[head.rfind("\n", 0, max(at, 0)) + 1 : max(at, 0)].strip()
    return name if len(name) <= _LONGEST else ""


@lru_cache(maxsize=1 << 10)
def _known(names: tuple[str, ...]) -> tuple[str, Lineage] | None:
    """Name and kind of the one source that any of these names stands for; None where they stand for none or for several."""
    found = {one.id: one for one in map(source_named, names) if one is not None}
    if len(found) != 1:
        return None
    (one,) = found.values()
    return one.name, one.lineage
