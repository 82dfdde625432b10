"""Names as a tree of folded words, walked once from each word that can begin one.

A node leads on by the next word. Where a name in the data has a place for a demonym («الجيش {M}», "{D} army"), the node
leads on by the *form* of the demonym instead (``@M``, ``@D``), so that eighty states share one set of names.
Quotation marks and hash signs inside a name are passed over: «تنظيم "داعش"», «قوات #سوريا_الديمقراطية».
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from claims.model.quick import quick
from claims.text.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

QUOTES = frozenset("\"'«»“”„‟‹›#‘’")
INSIDE = QUOTES | {"("}
_JOINED = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_ARABIC = "\u0620"
_GENITIVE = "'s"


class Case(IntEnum):
    """How a name must be written to count."""

    ANY = 0
    FIRST = 1
    ALL = 2
    LAST = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name may mean.

    Attributes:
        sort: ``party``, ``body``, ``head``, ``state``, ``event``, ``reference``, ``pattern`` or ``silence``.
        key: id within that sort.
        theatres: where it means this; empty for everywhere.
        default: also where the text shows no theatre.
        case: how it must be written.
    """

    sort: str
    key: str
    theatres: tuple[str, ...] = ()
    default: bool = False
    case: Case = Case.ANY


class Node:
    """A place in the tree.

    Attributes:
        onward: next nodes by folded word or form.
        names: which parties the names that end here mean, or that they are to be passed over.
        senses: what else the words that end here may be.
        state: id of the state whose English demonym or name ends here, "" for none.
        shared: node of the names that begin with any such demonym or name.
    """

    __slots__ = ("names", "onward", "senses", "shared", "state")

    def __init__(self) -> None:
        self.onward: dict[str, Node] = {}
        self.names: list[Sense] = []
        self.senses: list[Sense] = []
        self.state = ""
        self.shared: list[Node] = []

    def grow(self, words: Sequence[str]) -> Node:
        """The node at the end of ``words``, made where it is missing."""
        node = self
        for word in words:
            node = node.onward.setdefault(word, Node())
        return node


@dataclass(frozen=True, slots=True)
class Start:
    """A written word that can begin a name.

    Attributes:
        node: the node that the word leads to.
        prefix: what is written onto it («و», «لل» …).
        cut: how many letters of the prefix can be taken off a quotation.
    """

    node: Node
    prefix: str
    cut: int


class Match(NamedTuple):
    """A name found in the text.

    Attributes:
        end: the token after its last one.
        names: which parties it means as a name, see `Node`.
        senses: what else it may be.
        state: id of the state that a demonym or a name in it names, "" for none.
        start: its first word.
    """

    end: int
    names: Sequence[Sense]
    senses: Sequence[Sense]
    state: str
    start: Start


_start, _new = quick(Start), tuple.__new__
"""Make a `Start` and a `Match`; the class's own call makes the same at three times the cost."""


def arabic(word: str) -> bool:
    """Whether a folded word is written in Arabic letters."""
    return word >= _ARABIC


def written(word: str) -> Iterator[str]:
    """A word as it stands in texts: folded, alone and with what Arabic writes onto it."""
    folded = fold(word)
    yield folded
    if arabic(folded):
        yield from (form for form, _, _ in joined(folded))


def joined(word: str) -> Iterator[tuple[str, str, int]]:
    """A folded Arabic word with each prefix: the written form, the prefix, how much of it can be cut off."""
    for prefix in _JOINED:
        if prefix.endswith("ل") and word.startswith("ال"):
            yield prefix + word[1:], prefix, len(prefix) - 1
            yield prefix + word, prefix, len(prefix)
        else:
            yield prefix + word, prefix, len(prefix)


@dataclass(frozen=True, slots=True)
class Ways:
    """All that a written word can begin.

    Attributes:
        starts: where it leads, one for each way of reading it.
        onward: the words one of which must follow, marks that are passed over included; None where the word may be
            somebody by itself.
        further: more such words, shared by many: demonyms, what may stand behind an event.
    """

    starts: tuple[Start, ...]
    onward: frozenset[str] | None
    further: frozenset[str]


class Followers(NamedTuple):
    """What makes a party of words that are none by themselves.

    Attributes:
        forms: every demonym and one-word name of a state, for names with a place for one.
        events: what may stand behind an event whose author it names («غارات جوية روسية»).
    """

    forms: frozenset[str]
    events: frozenset[str]


def starts(root: Node, followers: Followers) -> dict[str, Ways]:
    """Every written word that can begin a name of the tree."""
    found: dict[str, list[Start]] = {}
    for word, node in root.onward.items():
        found.setdefault(word, []).insert(0, _start(node, "", 0))
        if arabic(word):
            for form, prefix, cut in joined(word):
                found.setdefault(form, []).append(_start(node, prefix, cut))
        elif word.isalpha():
            found.setdefault(word + "'s", []).append(_start(node, "", 0))
    return {word: _ways(tuple(each), followers) for word, each in found.items()}


def _ways(each: tuple[Start, ...], followers: Followers) -> Ways:
    nodes = [start.node for start in each]
    senses = {sense.sort for node in nodes for sense in node.senses}
    if any(node.names or node.shared for node in nodes) or not senses <= {"event"}:
        return Ways(each, None, frozenset())
    onward = frozenset(word for node in nodes for word in node.onward)
    if senses:
        return Ways(each, onward | INSIDE, followers.events)
    formed = any(word.startswith("@") for word in onward)
    return Ways(each, onward | INSIDE, followers.forms if formed else frozenset())


def walk(
    start: Start, words: Sequence[str], at: int, forms: Mapping[str, Sequence[tuple[str, str]]]
) -> list[Match]:
    """All names that begin with ``start``, the longest first.

    Args:
        start: what the word before token ``at`` leads to.
        words: folded words of the text.
        at: index of the token after the first word.
        forms: for the words that are demonyms or names of states, each state and form.
    """
    node, state, first = start.node, start.node.state, at
    found: list[Match] = []
    while True:
        if node.names or node.senses:
            found.append(_new(Match, (at, node.names, node.senses, state, start)))
        if not node.onward and not node.shared:
            break
        word = words[at]
        if node.shared or word in forms:
            return _branches(start, words, first, forms)
        following = node.onward.get(word)
        if following is None:
            if word in INSIDE or "'" in word:
                return _branches(start, words, first, forms)
            break
        node, state, at = following, following.state or state, at + 1
    found.reverse()
    return found


def _branches(
    start: Start, words: Sequence[str], at: int, forms: Mapping[str, Sequence[tuple[str, str]]]
) -> list[Match]:
    """The same where a word may lead on in several ways, or is passed over."""
    found: list[Match] = []
    paths: list[tuple[Node, str, int]] = [(start.node, start.node.state, at)]
    while paths:
        node, state, at = paths.pop()
        if node.names or node.senses:
            found.append(_new(Match, (at, node.names, node.senses, state, start)))
        if not node.onward and not node.shared:
            continue
        steps = _steps(node, words[at], state, forms)
        if not steps and words[at] in INSIDE:
            at += 1
            steps = _steps(node, words[at], state, forms)
        for onward, named in reversed(steps):
            paths.append((onward, named, at + 1))
    if len(found) > 1:
        found.sort(key=_by_length)
    return found


def _by_length(match: Match) -> int:
    return -match.end


def _steps(
    node: Node, word: str, state: str, forms: Mapping[str, Sequence[tuple[str, str]]]
) -> list[tuple[Node, str]]:
    """The nodes that a word leads to: as itself, behind the demonym that ends here, as a demonym."""
    steps: list[tuple[Node, str]] = []
    onward = node.onward.get(word)
    if onward is not None:
        steps.append((onward, onward.state or state))
    for shared in node.shared:
        onward = shared.onward.get(word)
        if onward is not None:
            steps.append((onward, state))
    if word in forms:
        for nation, form in forms[word]:
            onward = node.onward.get(form)
            if onward is not None:
                steps.append((onward, nation))
    if not steps and word[-2:] == _GENITIVE:
        return _steps(node, word[:-2], state, forms)
    return steps
