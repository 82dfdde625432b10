"""The sentences of a policy, from its data file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from claims.model import Attribution, Lineage, Message
from claims.slots.party.names import name_in


@dataclass(frozen=True, slots=True)
class Wording:
    """What ``data/<policy>.toml`` says, with the names of ``data/sources.toml``.

    Attributes:
        rules: sentence of each rule, with ``{sources}`` and ``{lineages}``.
        labels: sentence of each label.
        changes: sentence of what would change it.
        lists: what else the policy lays down: lists of words.
        lineages: names of the kinds of source.
        joining: what joins names.
        joining_last: what joins the last one to those before.
    """

    rules: Mapping[str, Message]
    labels: Mapping[str, Message]
    changes: Mapping[str, Message]
    lists: Mapping[str, frozenset[str]]
    lineages: Mapping[Lineage, Message]
    joining: Message
    joining_last: Message

    def rule(self, name: str, speakers: Iterable[Attribution] = ()) -> Message:
        """The sentence of a rule, with the names of sources and of their kinds in place."""
        return self._filled(self.rules[name], tuple(speakers))

    def change(self, name: str, speakers: Iterable[Attribution] = ()) -> Message:
        """The sentence of what would change it, with the names in place."""
        return self._filled(self.changes[name], tuple(speakers))

    def _filled(self, sentence: Message, speakers: tuple[Attribution, ...]) -> Message:
        names = sorted({each.source for each in speakers})
        kinds = [self.lineages[kind] for kind in sorted({each.lineage for each in speakers})]
        return Message(
            ar=sentence.ar.format(
                sources=self._joined([apart(name_in(name, "ar")) for name in names], "ar"),
                lineages=self._joined([kind.ar for kind in kinds], "ar"),
            ),
            en=sentence.en.format(
                sources=self._joined([apart(name) for name in names], "en"),
                lineages=self._joined([kind.en for kind in kinds], "en"),
            ),
        )

    def _joined(self, names: Sequence[str], language: str) -> str:
        """Names in a row as the language tells them."""
        *before, last = names or [""]
        row = self.joining.within(language).join(before)
        return f"{row}{self.joining_last.within(language)}{last}" if before else last


def apart(name: str) -> str:
    """A name in a bidi isolate, so that it turns nothing beside it and can be told from our own words."""
    return f"\u2068{name}\u2069"


def unnamed(file: str) -> Message:
    """What stands for the publisher of a document of which only the file is known."""
    said = _data("sources")["unnamed"]
    return Message(**{language: words.format(name=file) for language, words in said.items()})


def headed(headline: str, file: str = "") -> Message:
    """What stands for the publisher of a document that has a title or headline, with the name of its file where others have the same."""
    said = _data("sources")["headed_file" if file else "headed"]
    return Message(
        **{lang: words.format(headline=headline, name=file) for lang, words in said.items()}
    )


@cache
def wording(policy: str) -> Wording:
    """The sentences of a policy such as ``lineages/1``, read once."""
    data, sources = _data(policy.replace("/", "-")), _data("sources")
    return Wording(
        rules=_messages(data["rule"]),
        labels=_messages(data["label"]),
        changes=_messages(data["change"]),
        lists={name: frozenset(value) for name, value in data.items() if isinstance(value, list)},
        lineages={Lineage(kind): Message(**words) for kind, words in sources["lineage"].items()},
        joining=Message(**sources["joining"]),
        joining_last=Message(**sources["joining_last"]),
    )


@cache
def _data(name: str) -> dict[str, Any]:
    file = resources.files("claims.verdict").joinpath(f"data/{name}.toml")
    return tomllib.loads(file.read_text("utf-8"))


def _messages(data: Mapping[str, Mapping[str, str]]) -> dict[str, Message]:
    return {name: Message(**words) for name, words in data.items()}
