"""Everything that is known by name, in one tree: built once, extended per case.

Longest name first; of two senses of one name the earlier of `_ORDER` is tried first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.slots.party.entries import Alias, Entry, aliases, entries, table
from claims.slots.party.heads import CIVILIAN, head_phrases, heads, unowned
from claims.slots.party.nations import bodies, forms, made, states
from claims.slots.party.phrases import cut, spread
from claims.slots.party.trie import QUOTES, Case, Followers, Node, Sense, Ways, arabic, starts
from claims.text.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.model import CaseParty

_ORDER = (
    "silence",
    "party",
    "body",
    "head",
    "reference",
    "state",
    "capital",
    "demonym",
    "event",
    "pattern",
    "after",
)
_PLACE = re.compile(r"(\{[A-Za-z]\}(?:'s)?)")
_NAMES = frozenset({"silence", "party", "body"})
_SHORT = 3
_PATTERN_KEYS = (("ar", "pattern"), ("en_before", "pattern"), ("en_after", "after"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the finder looks words up in.

    Attributes:
        hot: for each written word that can begin a name, where it leads.
        known: every word of every name, to recognise words that were split to dodge filters.
        parties: entries by id, those of the case included.
    """

    hot: Mapping[str, Ways]
    known: frozenset[str]
    parties: Mapping[str, Entry]

    def entry(self, party: str) -> Entry | None:
        """The entry of an id: listed, added by the case, an object without owner, or a body of a state."""
        listed = self.parties.get(party)
        if listed is not None:
            return listed
        head = party.removeprefix(CIVILIAN)
        if head in heads():
            return unowned(head, civilian=head != party)
        return made(party)


@lru_cache(maxsize=8)
def lexicon(glossary: tuple[CaseParty, ...] = ()) -> Lexicon:
    """The lexicon, with the entries that a case adds."""
    if not glossary:
        return _base()
    root = _tree()
    parties = dict(entries())
    for term in glossary:
        known = parties.get(term.id) or made(term.id)
        arabic_name = next((name for name in term.aliases if arabic(name[:1])), term.name)
        parties[term.id] = Entry(
            id=term.id,
            en=term.name,
            ar=known.ar if known else arabic_name,
            kind=term.kind,
            lineage=term.lineage,
            within=term.within or (known.within if known else ()),
            members=known.members if known else (),
            covers=known.covers if known else frozenset(),
        )
        for name in (term.name, *term.aliases):
            _plant(root, Alias(name, term.id), alone=True)
    return _indexed(root, parties)


@cache
def _base() -> Lexicon:
    return _indexed(_tree(), entries())


def _indexed(root: Node, parties: Mapping[str, Entry]) -> Lexicon:
    hot = starts(root, _followers())
    return Lexicon(hot, frozenset({*hot, *forms(), *_onward(root, set())}), parties)


@cache
def _followers() -> Followers:
    """Demonyms, and what `claims.slots.party.named.after_event` looks for."""
    nations = frozenset(forms())
    between = QUOTES | frozenset(map(fold, table("cues")["between_ar"]))
    joined = frozenset(f"و{form}" for form in nations)
    governmental = frozenset(map(fold, table("cues")["governmental"]))
    return Followers(nations, nations | joined | between | governmental | {"-", "#", "/"})


def _onward(node: Node, seen: set[int]) -> Iterator[str]:
    if id(node) not in seen:
        seen.add(id(node))
        yield from node.onward
        for onward in (*node.onward.values(), *node.shared):
            yield from _onward(onward, seen)


def _tree() -> Node:
    root = Node()
    for alias in aliases():
        _plant(root, alias)
    _plant_nations(root)
    _plant_heads(root)
    for row in table("silence")["silence"]:
        for name in row["names"]:
            _add(root, name, Sense("silence", ""))
    for index, row in enumerate(table("references")["reference"]):
        for name in row["words"]:
            _add(root, name, Sense("reference", str(index), case=_case(name)))
    for row in table("patterns")["pattern"]:
        for key, sort in _PATTERN_KEYS:
            for name in row[key]:
                _add(root, name, Sense(sort, row["id"]))
    for name in table("cues")["events_ar"]:
        _add(root, name, Sense("event", ""))
        _add(root, "ال" + name, Sense("event", ""))
    _sort(root, set())
    return root


def _plant(root: Node, alias: Alias, *, alone: bool = False) -> None:
    """Plant a name; ``alone`` takes it away from whoever bears it in the lexicon."""
    for name in spread(alias.phrase):
        sense = Sense("party", alias.party, alias.theatres, alias.default, _case(name))
        names = root.grow(cut(name)).names
        if alone:
            names.clear()
        if sense not in names:
            names.append(sense)


def _add(root: Node, phrase: str, sense: Sense) -> None:
    for name in spread(phrase):
        node = root.grow(cut(name))
        if sense not in node.senses:
            node.senses.append(sense)


def _plant_heads(root: Node) -> None:
    for words, head in head_phrases():
        node = root.grow(words)
        if not any(sense.sort == "head" for sense in node.senses):
            node.senses.append(Sense("head", head))


def _plant_nations(root: Node) -> None:
    demonyms, names = Node(), Node()
    for row in bodies().values():
        for name in row["names"]:
            _plant_body(root, demonyms, names, (name, row["id"]))
    for event in table("cues")["events_en"]:
        words = cut(event)
        demonyms.grow(words).senses.append(Sense("event", str(len(words))))
        for governmental in table("cues")["governmental_en"]:
            _add(root, f"{governmental} {event}", Sense("event", str(len(words))))
    for state in states().values():
        for adjective in state.adjective_en:
            _enter(root, adjective, state.id, demonyms).senses.append(
                Sense("demonym", state.id, case=_case(adjective))
            )
        for name in (*state.ar, *state.people_ar):
            _add(root, name, Sense("state", state.id))
        for name in state.capital:
            _add(root, name, Sense("capital", state.id, case=_case(name)))
        for name in state.en:
            node = _enter(root, name, state.id, names)
            node.senses.append(Sense("state", state.id, case=_case(name)))


def _enter(root: Node, name: str, state: str, shared: Node) -> Node:
    node = root.grow(cut(name))
    node.state = state
    node.shared.append(shared)
    return node


def _plant_body(root: Node, demonyms: Node, names: Node, alias: tuple[str, str]) -> None:
    phrase, body = alias
    for name in spread(phrase):
        parts = [part for part in _PLACE.split(name) if part.strip()]
        words = [word for part in parts for word in _words(part)]
        node = root
        if words[0] in {"@D", "@E"}:
            node, words = (demonyms if words[0] == "@D" else names), words[1:]
        node = node.grow(words)
        sense = Sense("body", body)
        if sense not in node.senses:
            node.senses.append(sense)


def _words(part: str) -> tuple[str, ...]:
    return (f"@{part[1]}",) if _PLACE.fullmatch(part) else cut(part)


def _case(name: str) -> Case:
    """How a name must be written to count.

    Arabic has no capitals. All-capital names of up to three letters (IS, US, AP) must stand in capitals, other single
    words need their first capital, longer names the capital of their last word.
    """
    words = name.split()
    if arabic(name[0].lower()) or not any(map(str.isupper, name)):
        return Case.ANY
    if words[0].isupper() and len(words[0]) <= _SHORT:
        return Case.ALL
    if len(words) == 1 and name[0].isupper():
        return Case.ANY if name.isupper() else Case.FIRST
    return Case.LAST if words[-1][0].isupper() else Case.ANY


def _sort(node: Node, seen: set[int]) -> None:
    if id(node) in seen:
        return
    seen.add(id(node))
    senses = sorted([*node.names, *node.senses], key=lambda sense: _ORDER.index(sense.sort))
    node.names = [sense for sense in senses if sense.sort in _NAMES]
    node.senses = [sense for sense in senses if sense.sort not in _NAMES]
    for onward in (*node.onward.values(), *node.shared):
        _sort(onward, seen)
