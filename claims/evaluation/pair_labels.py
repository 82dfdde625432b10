"""Labelled pairs of claims: what a person said of two accounts held side by side.

The files are TOML; the head of ``tests/evaluation/pairs/en.toml`` says what the labels mean. A claim is addressed by some
of its words, its kind and its speaker, not by its span, so that the labels outlive changes of the extraction.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.errors import InputError
from claims.model import Apparent, Relation, SameEvent, Slot

_HELD = "_held"
_HAPPENING = frozenset({"name", "pairs", "account"})
_ACCOUNT = frozenset({"id", "publisher", "published", "text", "claims"})
_ADDRESS = re.compile(
    r"(?:(?P<kind>\w+)\s*)?(?:@\s*(?P<speaker>[^:]+?)\s*)?:\s+(?P<words>.+)", re.DOTALL
)
_LINE = re.compile(
    r"(?P<left>\w+) (?P<right>\w+) (?P<same>[\w|]+)(?: (?P<relation>(?!on |as )[\w|]+))?"
    r"(?: on (?P<slots>[\w,]+))?(?: as (?P<kinds>[\w|]+))?(?: ~(?P<near>.+))?"
)


@dataclass(frozen=True, slots=True)
class Address:
    """Which claim of an account is meant.

    Attributes:
        account: id of the account.
        words: some words of the claim, as they stand in the text.
        kind: its kind, "" for any.
        speaker: canonical name of who says it, "" for anybody.
    """

    account: str
    words: str
    kind: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A text with who published it when."""

    id: str
    publisher: str
    published: str
    text: str


@dataclass(frozen=True, slots=True)
class PairLabel:
    """What a person said of two claims.

    Attributes:
        left: one of them.
        right: the other.
        same: answers to *same event?* that are right.
        relations: relations that are right; empty where the event is another.
        slots: on which both part.
        kinds: likely kinds of what parts that are right; empty where none was said.
        near: why the pair lies close to the line, "" where it does not.
    """

    left: Address
    right: Address
    same: frozenset[SameEvent]
    relations: frozenset[Relation]
    slots: frozenset[Slot] = frozenset()
    kinds: frozenset[Apparent] = frozenset()
    near: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Accounts of one happening and of others close to it, with the pairs that were judged.

    Attributes:
        name: file and title.
        held: whether it is for measuring only.
        accounts: by their id.
        claims: every labelled claim.
        pairs: in the order of the file.
    """

    name: str
    held: bool
    accounts: tuple[Account, ...]
    claims: tuple[Address, ...]
    pairs: tuple[PairLabel, ...]


def load_pairs(folder: Path) -> tuple[Happening, ...]:
    """All happenings of a folder, files sorted by name.

    Raises:
        InputError: when a line cannot be read, or a label names words that its text does not hold.
    """
    return tuple(each for path in sorted(folder.glob("*.toml")) for each in _happenings(path))


def pair_fingerprint(happenings: tuple[Happening, ...]) -> str:
    """SHA-256 over all texts and labels, in order."""
    return hashlib.sha256(repr([_plain(each) for each in happenings]).encode()).hexdigest()


def _plain(happening: Happening) -> tuple[object, ...]:
    pairs = [
        (
            *(pair.left, pair.right, pair.near),
            *(sorted(group) for group in (pair.same, pair.relations, pair.slots, pair.kinds)),
        )
        for pair in happening.pairs
    ]
    return happening.name, happening.held, happening.accounts, happening.claims, pairs


def _happenings(path: Path) -> Iterator[Happening]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    for entry in content["incident"]:
        where = f"{path.stem}: {entry['name']}"
        accounts = entry["account"]
        _check(where, entry, accounts)
        named = {
            name: _address(where, account, said)
            for account in accounts
            for name, said in account.get("claims", {}).items()
        }
        yield Happening(
            where,
            path.stem.endswith(_HELD),
            tuple(
                Account(each["id"], each["publisher"], each.get("published", ""), each["text"])
                for each in accounts
            ),
            tuple(named.values()),
            tuple(_pair(where, line, named) for line in entry["pairs"]),
        )


def _check(where: str, entry: dict[str, Any], accounts: list[dict[str, Any]]) -> None:
    """A key in the wrong table would leave labels out unseen, so it is refused."""
    unknown = (entry.keys() - _HAPPENING) | {
        key for account in accounts for key in account.keys() - _ACCOUNT
    }
    if unknown:
        raise InputError(
            f"{where}: unknown key {min(unknown)!r}.",
            next_step="In TOML `pairs` stands above the accounts, or it is one of the last account.",
        )
    if not entry.get("pairs"):
        raise InputError(f"{where}: no pair is labelled.")


def _address(where: str, account: dict[str, Any], said: str) -> Address:
    found = _ADDRESS.fullmatch(said)
    kind, speaker, words = found.group("kind", "speaker", "words") if found else ("", "", said)
    if words not in account["text"]:
        raise InputError(f"{where}: the text of {account['id']} does not hold the words {words!r}.")
    return Address(account["id"], words, kind or "", speaker or "")


def _pair(where: str, line: str, named: dict[str, Address]) -> PairLabel:
    found = _LINE.fullmatch(line)
    if found is None:
        raise InputError(
            f"{where}: cannot read the pair {line!r}.",
            next_step="LEFT RIGHT SAME [RELATION] [on SLOT,SLOT] [as KIND] [~near miss]",
        )
    said = found.groupdict(default="")
    if not {said["left"], said["right"]} <= named.keys():
        raise InputError(f"{where}: {line!r} names a claim that no account has.")
    return PairLabel(
        named[said["left"]],
        named[said["right"]],
        frozenset(map(SameEvent, said["same"].split("|"))),
        frozenset(Relation(one) for one in said["relation"].split("|") if one),
        frozenset(Slot(one) for one in said["slots"].split(",") if one),
        frozenset(Apparent(one) for one in said["kinds"].split("|") if one),
        said["near"],
    )
