"""Build the report of a case and write it to a file."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from claims.errors import Corrupt, InputError, Refused, Stale, UnknownFormat
from claims.report.content import ReportContent, Version
from claims.report.naming import NamedBy
from claims.report.told import Told, nobody
from claims.report.value import Report
from claims.review.roles import Action
from claims.services.choices import chosen
from claims.services.desk import Desk
from claims.services.files import refuse_own, whole_or_not
from claims.services.gathering import QUESTION, SCOPE, content_in, with_faults
from claims.services.naming import NAMING, how_of
from claims.services.results import Watch
from claims.services.seen import state_for
from claims.services.versions import give_out, version_of
from claims.services.vouching import vouch
from claims.store import audit, documents, people
from claims.store.engine import Reader
from claims.store.rows import storable

LANGUAGES: Final = ("ar", "en")


class Reports:
    """The report of a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def content(self) -> ReportContent:
        """Everything a report is made from, in one consistent read."""
        with self._desk.reading() as connection:
            return content_in(connection, self._desk)

    def build(self, language: str = "") -> Report:
        """The report as a value; ``language`` is ``ar`` or ``en``, "" for that of the settings.

        Raises:
            InputError: a report cannot be had in this language.
        """
        wanted = self._language(language)
        return _built(self.content(), wanted)

    def _language(self, language: str) -> str:
        """The language that is meant.

        Raises:
            InputError: a report cannot be had in it.
        """
        wanted = language or self._desk.settings.language
        if wanted not in LANGUAGES:
            raise InputError(
                f"No report can be written in {wanted!r}.", next_step="Choose ar or en."
            )
        return wanted

    def write(
        self,
        path: str | Path,
        language: str = "",
        *,
        format: str = "",  # noqa: A002 - the word people use
        knowingly: bool = False,
        watch: Watch | None = None,
    ) -> Path:
        """Write the report; an older file of that name stays whole until the new one is.

        The record is verified first. Whatever ``watch`` raises ends the work, and nothing is written.

        Args:
            path: where to; without ``format`` its ending decides the format.
            language: ``ar`` or ``en``, "" for that of the settings.
            format: one of `FORMATS`.
            knowingly: write it though the record does not verify; the report says so, and what is wrong.
            watch: told how much is done, of how much; of 0 while the end cannot be foreseen, and what is done counts seconds.

        Raises:
            Corrupt: the record does not verify.
            InputError: a report cannot be had in this language, would take the place of the case, or is to be a folder.
            Refused: the case has more claims than a report in this format holds; nothing was begun.
            UnknownFormat: no writer knows this format or ending.
            StoreError: the file cannot be written.
        """
        self._write(Path(path), language, format=format, knowingly=knowingly, watch=watch)
        return Path(path)

    def publish(
        self,
        path: str | Path,
        language: str = "",
        *,
        format: str = "",  # noqa: A002 - the word people use
        note: str = "",
        knowingly: bool = False,
        watch: Watch | None = None,
    ) -> Version:
        """Write the report and lay down that this is the one that is given out: the next one tells what has changed.

        Args:
            path: as in `write`, and so are ``language``, ``format`` and ``knowingly``.
            language: as there.
            format: as there.
            note: what to know of the version, in your words.
            knowingly: as there.
            watch: as there.

        Raises:
            Corrupt: the record does not verify, or a part of the case cannot be read.
            NotAllowed: the actor's role does not cover it; nothing was written.
            Stale: somebody worked on the case meanwhile, as far as the actor may see; the file was written, and nothing was given out.
            StoreError: the file cannot be written.
        """
        with self._desk.reading(action=Action.ADJUDICATE):
            pass
        content, state = self._write(
            Path(path), language, format=format, knowingly=knowingly, watch=watch
        )
        return self._give_out(note, lambda _: content, state)

    def _write(
        self,
        target: Path,
        language: str,
        *,
        format: str,  # noqa: A002 - the word people use
        knowingly: bool,
        watch: Watch | None,
    ) -> tuple[ReportContent, str]:
        """Write the report; gives what it was made from, and the state of the case then, as far as the actor sees."""
        if target.is_dir():
            raise InputError(
                f"{target} is a folder.",
                next_step=f"Name a file in it, such as {target / 'verdicts.html'}.",
            )
        name = _format(target, format)
        self.refuse_case(target)
        wanted = self._language(language)
        with self._desk.reading() as connection:
            _refuse_long(name, documents.sizes(connection)[1])
            faults = vouch(
                connection, self._desk.store.originals, "the report", knowingly=knowingly
            )
            content = content_in(connection, self._desk, in_seconds(watch))
            content = with_faults(content, faults)
            state = state_for(connection, self._desk.who())
        from claims.report.formats import FORMATS

        with whole_or_not(target) as file:
            FORMATS[name](_built(content, wanted), telling(watch), file)
        return content, state

    def describe(self, *, question: str | None = None, scope: str | None = None) -> tuple[str, str]:
        """What is asked and what belongs to it, as the report says it; what is given is laid down first.

        Args:
            question: in your words; None leaves it as it is.
            scope: in your words; None leaves it as it is.

        Raises:
            NotAllowed: the actor's role does not cover it.
        """
        given_words = {QUESTION: question, SCOPE: scope}
        changed = {name: storable(text) for name, text in given_words.items() if text is not None}
        if changed:
            with self._desk.writing(Action.EDIT, "describe case", self._desk.store.title) as writer:
                writer.detail = dict(changed)
                for name, text in changed.items():
                    people.put_fact(writer, name, text)
        with self._desk.reading() as connection:
            return people.fact(connection, QUESTION) or "", people.fact(connection, SCOPE) or ""

    def people(self, how: NamedBy | str = "") -> NamedBy:
        """How people are called in everything that leaves the case: report, data, package; what is given is laid down first.

        Args:
            how: ``names``, ``initials`` or ``neither`` (they are numbered); "" leaves it as it is.

        Raises:
            InputError: there is no such way.
            NotAllowed: the actor does not manage the case.
        """
        if how:
            wanted = chosen(NamedBy, how)
            with self._desk.writing(Action.MANAGE, "set naming", wanted.value) as writer:
                writer.detail = {"old": how_of(writer.connection).value, "new": wanted.value}
                people.put_fact(writer, NAMING, wanted.value)
        with self._desk.reading() as connection:
            return how_of(connection)

    def give_out(self, note: str = "") -> Version:
        """Lay down that the report as it is now is given out: the next one tells what has changed since.

        Raises:
            Corrupt: a part of the case cannot be read, so that a later report could not tell what has changed.
            NotAllowed: the actor's role does not cover it.
        """
        return self._give_out(note, lambda connection: content_in(connection, self._desk))

    def _give_out(
        self, note: str, gather: Callable[[Reader], ReportContent], state: str = ""
    ) -> Version:
        """Lay down what a report says as given out; with ``state`` only while that is the state of the case as far as the actor sees."""
        who, at = self._desk.who(), self._desk.now()
        with self._desk.writing(Action.ADJUDICATE, audit.GIVE_OUT, who) as writer:
            if state and state_for(writer.connection, who) != state:
                raise Stale(
                    "Somebody worked on the case while the report was written.",
                    next_step="The file is there, but was not given out. Write it again.",
                )
            content = gather(writer.connection)
            if content.left_out:
                raise _not_given_out(content)
            made = give_out(writer, content, by=who, at=at, note=storable(note))
            return version_of(made)

    def refuse_case(self, target: Path) -> None:
        """Pass when ``target`` is neither the case nor anything that belongs to one.

        Raises:
            InputError: it is.
        """
        refuse_own(target, self._desk.store)


def _built(content: ReportContent, language: str) -> Report:
    from claims.report.build import build

    return build(content, language)


def _not_given_out(content: ReportContent) -> Corrupt:
    first = content.left_out[0]
    name = f"{first.kind} {first.id}".strip()
    return Corrupt(
        f"A part of the case cannot be read, and the report was not given out: {name}.",
        next_step="`claims verify` names all of it. Open the newest backup that verifies.",
    )


def in_seconds(watch: Watch | None) -> Watch | None:
    """What tells ``watch`` for how long something goes on whose end cannot be foreseen, whatever it is told itself."""
    if watch is None:
        return None
    begun = time.monotonic()
    return lambda _done, _of, _name: watch(int(time.monotonic() - begun), 0, "")


def telling(watch: Watch | None) -> Told:
    """What tells ``watch`` how far the writing of a report is."""
    if watch is None:
        return nobody
    return lambda done, of: watch(done, of, "")


def _format(path: Path, name: str) -> str:
    """The format that is meant."""
    from claims.report.formats import ENDINGS, FORMATS

    wanted = name.lower() or ENDINGS.get(path.suffix.lower(), "")
    if wanted not in FORMATS:
        raise UnknownFormat(
            f"No report can be written as {name or path.suffix or path.name!r}.",
            next_step=f"Use one of: {', '.join(FORMATS)}.",
        )
    return wanted


def _refuse_long(name: str, claims: int) -> None:
    """Pass when a report on so many claims can be had in that format."""
    from claims.report.formats import FORMATS, MOST_CLAIMS, holds

    if not holds(name, claims):
        longer = (each for each in FORMATS if holds(each, claims))
        raise Refused(
            f"The case has {claims} claims; a report as {name} holds at most {MOST_CLAIMS[name]}.",
            next_step=f"Write it as one of: {', '.join(longer)}. A browser prints the pages of html that you need; "
            "`claims export jsonl` or `xlsx` hands all of it on as data.",
        )
