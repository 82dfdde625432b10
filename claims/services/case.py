"""Open a case: the one door to everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from claims.errors import InputError
from claims.services.adjudicating import Adjudicating
from claims.services.agreeing import Agreeing
from claims.services.auditing import Audit
from claims.services.bringing import Handed
from claims.services.claims import Claims
from claims.services.desk import Desk, program_version, utc_now
from claims.services.documents import Documents
from claims.services.exchange import backup as back_up
from claims.services.exchange import dump as write_dump
from claims.services.exchange import load as take_in
from claims.services.exporting import Exports
from claims.services.grouping import Incidents
from claims.services.handing import dump_mine
from claims.services.leaving_out import LeftOut
from claims.services.matching import Pairs
from claims.services.packaging import Packages
from claims.services.people import People
from claims.services.problems import Problems
from claims.services.remarking import Remarks
from claims.services.reporting import Reports
from claims.services.results import LoadReport
from claims.services.reviewing import Review
from claims.services.stages import RULES, Stages, own_stages
from claims.services.verdicts import Verdicts
from claims.services.wordlist import Wordlists
from claims.settings import Settings, load_settings
from claims.store.store import open_store


class Case:
    """One investigation: its documents, claims, pairs, decisions, verdicts, people.

    May be shared by many threads; opened by `open_case`.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.documents = Documents(desk)
        self.claims = Claims(desk)
        self.pairs = Pairs(desk)
        self.incidents = Incidents(desk)
        self.review = Review(desk)
        self.adjudication = Adjudicating(desk)
        self.agreement = Agreeing(desk)
        self.remarks = Remarks(desk)
        self.verdicts = Verdicts(desk)
        self.report = Reports(desk)
        self.exports = Exports(desk)
        self.package = Packages(desk)
        self.problems = Problems(desk)
        self.people = People(desk)
        self.wordlist = Wordlists(desk)
        self.audit = Audit(desk)

    @property
    def path(self) -> str:
        """The case file, or the address of the database without its password."""
        return self._desk.store.name

    @property
    def title(self) -> str:
        """What it is called: its file without folder and ending, or the name of its database."""
        return self._desk.store.title

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._desk.settings

    @property
    def actor(self) -> str:
        """Who works, unless a call says otherwise."""
        return self._desk.actor

    def acting_as(self, name: str, *, only: bool = False) -> Case:
        """The same open case in the hands of somebody else: their role counts, and the record names them.

        ``by`` and ``reviewer`` of single calls say the same for one call: `Desk.who` answers all of them. This is where a
        log-in comes in: a face that has established who somebody is hands on ``acting_as(name, only=True)``.

        Args:
            name: who acts; "" for the actor of this one.
            only: nobody else's name is taken from now on, whichever way it is said.

        Raises:
            InputError: that is no name of a person.
            NotAllowed: it is established already who acts, and that is somebody else.
        """
        who = self._desk.who(name)
        return Case(replace(self._desk, actor=who, only=only or self._desk.only))

    def dump(
        self,
        stream: TextIO,
        *,
        knowingly: bool = False,
        mine: bool = False,
        without: Sequence[str] = (),
    ) -> tuple[LeftOut, ...]:
        """Write the whole case as sorted JSON lines; see `claims.services.exchange.dump`.

        With ``mine`` only what the actor may see, and of the things in ``without`` nothing that people said; see
        `claims.services.handing.dump_mine`. Gives how much of each was left out.

        Raises:
            InputError: something is to be left out of the whole.
        """
        if mine:
            return dump_mine(self._desk, stream, without, knowingly=knowingly)
        if without:
            raise InputError(
                "Nothing is left out of a whole dump.",
                next_step="Write what you may see (--mine), and leave something out of that.",
            )
        write_dump(self._desk, stream, knowingly=knowingly)
        return ()

    def load(
        self,
        stream: TextIO,
        *,
        sender: str = "",
        knowingly: bool = False,
        other_case: bool = False,
    ) -> LoadReport:
        """Take in what `dump` wrote; see `claims.services.exchange.load`.

        Args:
            stream: the lines.
            sender: whose file it is; "" for what it says itself, or else for the actor. Words of others in it are refused.
            knowingly: take them in all the same; the record says who did.
            other_case: take it in though it is of another case: no document is in both.
        """
        return take_in(self._desk, stream, Handed(sender, knowingly, other_case))

    def backup(self, path: str | Path, *, knowingly: bool = False) -> Path:
        """Copy the case while others work on it; see `claims.services.exchange.backup`."""
        return back_up(self._desk, Path(path), knowingly=knowingly)

    def close(self) -> None:
        """Let go of every connection."""
        self._desk.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_case(
    case: str | Path | Settings = "",
    *,
    actor: str = "",
    clock: Callable[[], str] = utc_now,
    stages: Stages | None = None,
) -> Case:
    """Open a case; create it, or bring its tables up to date, where needed.

    Args:
        case: its file, the address of its database, or settings that say both; "" for the settings in force.
        actor: who works; "" for the one in the settings.
        clock: what time it is, ISO 8601 in UTC with microseconds.
        stages: what reads, extracts and compares; None for ours, as the settings say. Who extracts, when not the
            rules, stands in the record with the version of the program.

    Raises:
        SettingsError: a setting is unknown or impossible.
        StoreError: the file cannot be opened, or is of a newer program.
        Corrupt: the file is no case.
        Locked: somebody else holds it for longer than we wait.
    """
    settings = _settings(case)
    stages = stages or own_stages(settings)
    program = program_version()
    store = open_store(
        settings.case,
        originals=settings.originals,
        timeout=settings.lock_timeout,
        at=clock(),
        program=program,
    )
    if stages.extractor != RULES:
        program = f"{program} ({stages.extractor})"
    return Case(Desk(settings, store, actor or settings.actor, clock, program, stages))


def _settings(case: str | Path | Settings) -> Settings:
    if isinstance(case, Settings):
        return case
    return load_settings(case=str(case) or None)
