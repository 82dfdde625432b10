"""Names as a tree of folded words, walked once from each word that can begin one.

A node leads on by the next word. Where a name in the data has a place for a demonym («الجيش {M}», "{D} army"), the node
leads on by the *form* of the demonym instead (``@M``, ``@D``), so that eighty states share one set of names.
Quotation marks and hash signs inside a name are passed over: «تنظيم "داعش"», «قوات #سوريا_الديمقراطية».
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from claims.text.shadow import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

QUOTES = frozenset("\"'«»“”„‟‹›#‘’")
INSIDE = QUOTES | {"("}
_JOINED = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_ARABIC = "\u0620"


class Case(IntEnum):
    """How a name must be written to count."""

    ANY = 0
    FIRST = 1
    ALL = 2
    LAST = 3


class Sense(NamedTuple):
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


class Start(NamedTuple):
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


class Ways(NamedTuple):
    """All that a written word can begin.

    Attributes:
        starts: where it leads, one for each way of reading it.
        onward: the words one of which must follow, None where the word is a name by itself.
        forms: whether a demonym may follow as well.
    """

    starts: tuple[Start, ...]
    onward: frozenset[str] | None
    forms: bool


def starts(root: Node) -> dict[str, Ways]:
    """Every written word that can begin a name of the tree."""
    found: dict[str, list[Start]] = {}
    for word, node in root.onward.items():
        found.setdefault(word, []).insert(0, Start(node, "", 0))
        if arabic(word):
            for form, prefix, cut in joined(word):
                found.setdefault(form, []).append(Start(node, prefix, cut))
        elif word.isalpha():
            found.setdefault(word + "'s", []).append(Start(node, "", 0))
    return {word: _ways(tuple(each)) for word, each in found.items()}


def _ways(each: tuple[Start, ...]) -> Ways:
    if any(start.node.names or start.node.senses or start.node.shared for start in each):
        return Ways(each, None, forms=True)
    onward = frozenset(word for start in each for word in start.node.onward)
    return Ways(each, onward, forms=any(word.startswith("@") for word in onward))


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
    node = start.node
    if not node.onward and not node.shared:
        return [Match(at, node.names, node.senses, node.state, start)]
    found: list[Match] = []
    paths: list[tuple[Node, str, int]] = [(node, node.state, at)]
    while paths:
        node, state, at = paths.pop()
        if node.names or node.senses:
            found.append(Match(at, node.names, node.senses, state, start))
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
    if not steps and word[-2:] == "'s":
        return _steps(node, word[:-2], state, forms)
    return steps
