"""The sentences of a policy, from its data file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from claims.model import Lineage, Message, VerdictLabel
from claims.slots.party.names import name_in


@dataclass(frozen=True, slots=True)
class Wording:
    """What ``data/<policy>.toml`` says.

    Attributes:
        rules: sentence of each rule, with ``{sources}`` and ``{lineages}``.
        labels: sentence of each verdict.
        lineages: names of the kinds of source.
        joining: what joins names.
    """

    rules: Mapping[str, Message]
    labels: Mapping[VerdictLabel, Message]
    lineages: Mapping[Lineage, Message]
    joining: Message

    def rule(
        self, name: str, sources: Iterable[str] = (), lineages: Iterable[Lineage] = ()
    ) -> Message:
        """The sentence of a rule, with the names in place."""
        rule, names = self.rules[name], sorted(set(sources))
        kinds = [self.lineages[lineage] for lineage in sorted(set(lineages))]
        return Message(
            ar=rule.ar.format(
                sources=self.joining.ar.join(name_in(name, "ar") for name in names),
                lineages=self.joining.ar.join(kind.ar for kind in kinds),
            ),
            en=rule.en.format(
                sources=self.joining.en.join(names),
                lineages=self.joining.en.join(kind.en for kind in kinds),
            ),
        )


@cache
def wording(policy: str) -> Wording:
    """The sentences of a policy such as ``lineages/1``, read once."""
    name = policy.replace("/", "-")
    text = resources.files("claims.verdict").joinpath(f"data/{name}.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return Wording(
        rules={rule: Message(**words) for rule, words in data["rule"].items()},
        labels={VerdictLabel(label): Message(**words) for label, words in data["label"].items()},
        lineages={Lineage(kind): Message(**words) for kind, words in data["lineage"].items()},
        joining=Message(**data["joining"]),
    )
