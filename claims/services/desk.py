"""What every use case has at hand: the settings, the open store, who acts, and what time it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from threading import Lock
from typing import Final, Protocol, TypeVar

from claims.errors import InputError, NotAllowed, NotFound
from claims.review import names
from claims.review.roles import Action, check
from claims.services.kept import Kept
from claims.services.newcomers import check_newcomer
from claims.services.stages import Stages, Standing
from claims.settings import Settings
from claims.store import people
from claims.store.audit import GIVE_OUT, OF_REVIEWERS, Act, handed_to
from claims.store.engine import Reader
from claims.store.rows import storable
from claims.store.store import Store
from claims.store.writer import Writer

DISTRIBUTION: Final = "claim-workbench"
LARGEST_PAGE: Final = 1000
CANDIDATES: Final = 4
"""How many candidates an ambiguous name is answered with."""
LONGEST_NUMBER: Final = 9
"""Digits of a row number: what both databases hold in a plain integer."""
_OF_THE_REVIEW: Final = frozenset(
    {Action.DECIDE, Action.MARK, Action.REMARK, Action.GROUP, Action.ADJUDICATE}
)


T = TypeVar("T")


class Identified(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Names it within the case."""


Named = TypeVar("Named", bound=Identified)


def utc_now() -> str:
    """The time now, ISO 8601 in UTC with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def program_version() -> str:
    """Version of the installed program; ``0+unknown`` in a checkout that was not installed."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "0+unknown"


def person(name: str) -> str:
    """The name of a person as it is kept.

    Raises:
        InputError: the name is too long, holds nothing to see or what nobody sees, or mixes alphabets that look alike.
    """
    written = storable(name).strip()
    given = names.kept(written)
    if not names.is_name(written):
        raise InputError(
            "That is no name of a person.",
            next_step=f"Give a name of 1 to {names.LONGEST} characters in one line, without signs that nobody sees.",
        )
    mixed = names.of_two_alphabets(given)
    if mixed:
        raise InputError(
            f"The letters of {mixed} are of two alphabets that look alike.",
            next_step="Write each word of a name in one alphabet.",
        )
    return given


@dataclass(slots=True)
class Remembered:
    """What was compared when this case was last compared here; whoever reads or changes it holds the lock.

    Attributes:
        standing: the claims, None before the first run.
        revisions: these claims by id, with the revision that was compared.
        run: number of the run that compared them; another number in the case means that others have compared since.
    """

    standing: Standing | None = None
    revisions: dict[str, int] = field(default_factory=dict)
    run: int = 0
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True, slots=True)
class Desk:
    """Shared by all parts of an open case; may be used by many threads.

    Attributes:
        settings: in force.
        store: the open case.
        actor: who acts, unless a call says otherwise.
        now: gives the time, ISO 8601 in UTC.
        program: version of the program.
        stages: what reads, extracts and compares.
        remembered: what was compared already.
        kept: what was made from the whole case as it stands.
        looked_up: the words of the case by which near ones are found.
        known: names of people that the case held when it was asked last; it only gets more of them.
        only: whether nobody but the actor acts: a face has established who they are.
    """

    settings: Settings
    store: Store
    actor: str
    now: Callable[[], str]
    program: str
    stages: Stages
    remembered: Remembered = field(default_factory=Remembered)
    kept: Kept = field(default_factory=Kept)
    looked_up: Kept = field(default_factory=Kept)
    known: set[str] = field(default_factory=set)
    only: bool = False

    def who(self, name: str = "") -> str:
        """Who acts: whoever ``name`` means, the actor when it is "". Every call that takes a name asks here.

        Raises:
            InputError: the name is too long or holds nothing to see.
            NotAllowed: it is established who acts, and that is somebody else.
        """
        given = self.name_of(name)
        if self.only and given != self.actor:
            raise NotAllowed(
                f"{self.actor} is at work here, and does not act as {given}.",
                next_step="Nothing was changed. Act under your own name.",
            )
        return given

    def name_of(self, name: str = "") -> str:
        """The name of a person as it is kept: the actor's when it is "".

        Raises:
            InputError: the name is too long, holds nothing to see or what nobody sees, or mixes alphabets that look alike.
        """
        return person(name or self.actor)

    def check_new(self, connection: Reader, name: str) -> None:
        """Pass when a name is known in the case, or none that could be taken for another one there.

        Raises:
            Refused: see `claims.services.newcomers`.
        """
        if name in self.known:
            return
        found = people.known(connection)
        self.known.update(found)
        if name not in found:
            check_newcomer(connection, name, found)

    @contextmanager
    def reading(self, *, by: str = "", action: Action = Action.READ) -> Iterator[Reader]:
        """A transaction that only reads, after the role of whoever asks (the actor) was checked."""
        who = self.who(by)
        with self.store.reading() as connection:
            _check(connection, who, action)
            yield connection

    @contextmanager
    def writing(self, action: Action, verb: str, subject: str, *, by: str = "") -> Iterator[Writer]:
        """A transaction that writes, after the role of whoever acts was checked in it.

        Args:
            action: what the role must cover.
            verb: what is done, for the audit chain: ``add document``.
            subject: id of what it is done to.
            by: who acts; "" for the actor.

        Raises:
            ValueError: the verb is of the review, and nobody has said whether others are told of it while answers are blind.
        """
        if action in _OF_THE_REVIEW and verb not in OF_REVIEWERS | {GIVE_OUT}:
            raise ValueError(f"{verb!r} is neither hidden while answers are blind nor told")
        actor = self.who(by)
        act = Act(actor, verb, subject, self.now(), self.program)
        with self.store.writing(act) as writer:
            _check(writer.connection, actor, action)
            self.check_new(writer.connection, actor)
            yield writer

    @contextmanager
    def passing(self, action: Action, *, by: str = "") -> Iterator[Reader]:
        """A transaction for leases and cursors: nothing that anybody said, and nothing in the record.

        Args:
            action: what the role must cover.
            by: who acts; "" for the actor.
        """
        actor = self.who(by)
        with self.store.passing() as connection:
            _check(connection, actor, action)
            yield connection


def _check(connection: Reader, who: str, action: Action) -> None:
    """Pass when somebody's role covers this, or they take files into the copy that was handed to them.

    Raises:
        NotAllowed: as `claims.review.roles.check`.
    """
    roles = people.roles(connection)
    own = action is Action.IMPORT and who in roles and who == handed_to(connection)
    if not own:
        check(roles, who, action)


def page_size(limit: int) -> int:
    """``limit`` as a number of items of one page.

    Raises:
        InputError: less than one, or more than `LARGEST_PAGE`.
    """
    if not 1 <= limit <= LARGEST_PAGE:
        raise InputError(
            f"A page of {limit} items cannot be had.",
            next_step=f"Ask for 1 to {LARGEST_PAGE}, and go on with `next`.",
        )
    return limit


def place(after: str) -> int:
    """The number after which a page begins; 0 for the beginning.

    Raises:
        InputError: ``after`` is not what an earlier page gave as ``next``.
    """
    if after and not (after.isascii() and after.isdigit() and len(after) <= LONGEST_NUMBER):
        raise InputError(
            f"No page begins after {after!r}.", next_step="Hand back the `next` of a page."
        )
    return int(after or 0)


def missing(what: str, name: str) -> NotFound:
    """The error that names what the case does not hold."""
    return NotFound(
        f"The case holds no {what} {name!r}.",
        next_step=(
            "The queue lists the pairs; one is named by the ids of its two claims, joined by a tilde."
            if what in {"pair", "ruling"}
            else f"List what is there; an id or the beginning of one names each {what}."
        ),
    )


def held(found: T | None, what: str, name: str) -> T:
    """What was looked up by its id.

    Raises:
        NotFound: the case does not hold it.
    """
    if found is None:
        raise missing(what, name)
    return found


def meant(found: Sequence[Named], what: str, name: str) -> Named:
    """The one that ``name`` stands for among those that fit it: the one with just this id, else the only one.

    Raises:
        NotFound: none fits, or more than one.
    """
    exact = [one for one in found if one.id == name] or found
    if not exact:
        raise missing(what, name)
    if len(exact) > 1:
        some = ", ".join(one.id for one in exact)
        raise NotFound(
            f"{name!r} may mean more than one {what}: {some} …", next_step="Give more of the id."
        )
    return exact[0]
