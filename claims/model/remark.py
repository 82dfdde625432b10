"""What people write beside the flow: marks on single claims, notes, tags, links to evidence elsewhere."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from claims.errors import Refused
from claims.model.taken_in import TakenIn
from claims.model.values import Slot

LONGEST_TAG: Final = 100
_ADDRESS: Final = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_JOINS: Final = re.compile("[\u200c\u200d\U000e0020-\U000e007f]")
"""What joins or parts letters and pictures: the joiner and non-joiner, and the letters inside of a flag."""
_HASH_NAME: Final = re.compile(r"sha-?256:", re.IGNORECASE)


class Thing(StrEnum):
    """What a remark can be about."""

    DOCUMENT = "document"
    CLAIM = "claim"
    PAIR = "pair"
    INCIDENT = "incident"
    DECISION = "decision"
    RULING = "ruling"
    CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing of the case: its kind and its id.

    The id of a decision is its number; that of a pair both ids of its claims, joined by a tilde, and that of a ruling its
    pair's. A conclusion is named by what it is on: ``incident~`` or ``claim~`` and the id.
    """

    thing: Thing
    id: str


class Quality(StrEnum):
    """How well one claim was read, as a reviewer sees it."""

    ACCURATE = "accurate"
    INACCURATE_SPLIT = "inaccurate_split"
    WRONG_SLOT = "wrong_slot"
    NOT_CHECKABLE = "not_checkable"


class RemarkKind(StrEnum):
    """The four kinds of remark."""

    MARK = "mark"
    NOTE = "note"
    TAG = "tag"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """What a reviewer says of a single claim.

    Raises:
        Refused: a wrong slot that is not named, or slots where none is wrong.
    """

    quality: Quality
    slots: tuple[Slot, ...] = ()
    comment: str = ""

    def __post_init__(self) -> None:
        if (self.quality is Quality.WRONG_SLOT) != bool(self.slots):
            raise Refused(
                "A wrong slot is named, and slots are named only where one is wrong.",
                next_step="Say which is wrong: date, place, actor, target or quantity.",
            )


@dataclass(frozen=True, slots=True)
class Note:
    """Words of a person.

    Raises:
        Refused: there are none.
    """

    text: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise Refused("The note is empty.", next_step="Write what you want to keep.")


@dataclass(frozen=True, slots=True)
class Tag:
    """A word to find things by.

    Raises:
        Refused: it is empty, too long, of more than one line, or holds a sign that nobody sees. Emoji are words too.
    """

    name: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refused("The tag is empty.", next_step="Write a word.")
        if len(self.name) > LONGEST_TAG:
            raise Refused(
                f"A tag of {len(self.name)} characters is too long.",
                next_step=f"Use 1 to {LONGEST_TAG} characters.",
            )
        if self.name.strip() != self.name or any(map(_ends_line, self.name)):
            raise Refused(
                f"{self.name!r} is no tag: it is of more than one line, or begins or ends with a space.",
                next_step="Write one line, without spaces around it.",
            )
        if any(map(_is_unseen, self.name)) or not any(map(_has_ink, self.name)):
            raise Refused(
                f"{self.name!r} is no tag: it holds a sign that nobody sees.",
                next_step="Leave that sign out; signs that join letters or pictures are allowed.",
            )


def _ends_line(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Zl", "Zp"}


def _is_unseen(sign: str) -> bool:
    """Whether a sign shows nothing and joins nothing; the parts of an emoji are no such signs."""
    return unicodedata.category(sign) in {"Cf", "Cs", "Co"} and not _JOINS.fullmatch(sign)


def _has_ink(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZM" or unicodedata.category(sign) == "Cn"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where evidence lies outside of the case. Nothing is fetched from there.

    Attributes:
        address: where it was published.
        archive: where a copy of it is kept, "" when nowhere.
        sha256: hash of the bytes that were seen, 64 hex digits, "" when not taken.
        retrieved: when it was seen, as the person says; "" when not said.
        comment: what it shows.

    Raises:
        Refused: an address or a hash that is none.
    """

    address: str
    archive: str = ""
    sha256: str = ""
    retrieved: str = ""
    comment: str = ""

    def __post_init__(self) -> None:
        for address in (self.address, self.archive or self.address):
            if not _ADDRESS.fullmatch(address) or not address.isprintable():
                raise Refused(
                    f"{address!r} is no address of evidence.",
                    next_step="Give the whole address, with https or http before it.",
                )
        if self.sha256 and not _HASH.fullmatch(self.sha256):
            raise Refused(
                f"{self.sha256!r} is no SHA-256.",
                next_step="Give its 64 hex digits, or leave it out.",
            )


def bare_hash(words: str) -> str:
    """A hash as `Evidence` takes it, from what archivers write: ``SHA-256:AB…``, ``sha256:ab…``."""
    return _HASH_NAME.sub("", words.strip(), count=1).lower()


Content: TypeAlias = ClaimMark | Note | Tag | Evidence
"""What a remark says."""

KINDS: Final[dict[RemarkKind, type[Content]]] = {
    RemarkKind.MARK: ClaimMark,
    RemarkKind.NOTE: Note,
    RemarkKind.TAG: Tag,
    RemarkKind.LINK: Evidence,
}
"""The content of each kind."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One row of what people wrote; append-only.

    Attributes:
        id: number of the row, rising.
        topic: what it is about.
        kind: mark, note, tag or link.
        content: what it says; None in a row that takes an earlier one back.
        by: who.
        at: when, ISO 8601 in UTC with microseconds.
        supersedes: id of the row that this one replaces, None when it is the first of its line.
        undoes: id of the row that this one takes back, else None.
        live: whether no later row replaces it.
        token: idempotency key of the submission ("" when none).
        taken_in: how it came here from a file; None when it was said in this case.
    """

    id: int
    topic: Topic
    kind: RemarkKind
    content: Content | None
    by: str
    at: str
    supersedes: int | None
    undoes: int | None
    live: bool
    token: str = ""
    taken_in: TakenIn | None = None
