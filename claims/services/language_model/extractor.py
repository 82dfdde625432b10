"""A language model as extractor: its proposals, held against the text."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import platformdirs

from claims.errors import SettingsError
from claims.extraction.proposed import Fault, Judged, Reading, assemble, judge, prompt_version, read
from claims.model import PLAIN, Document, Extraction, Problem, Wordlist
from claims.services.language_model.answer import CUT_OFF, Answered, Proposed, answered, proposed
from claims.services.language_model.cache import Answers, Kept
from claims.services.language_model.cost import Plan, Prices, Usage, most_tokens
from claims.services.language_model.endpoint import Endpoint, ModelUnavailable, TooLarge
from claims.services.language_model.questions import Question, Questions
from claims.services.log import log
from claims.settings import Settings

_ASKED: Final = 2
"""How often a passage is asked about whose answer cannot be used."""

_APPLICATION: Final = "claim-workbench"

Notice = Callable[[str], None]
"""Told one line for people: what is about to be sent, and what was."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What came of one question: proposals, or why there are none; and what it cost."""

    question: Question
    found: Proposed | None
    why: str
    usage: Usage


class LanguageModel:
    """An extractor of the same form as ours; the text of a document leaves the machine when `extract` is called.

    May be used by many threads.

    Args:
        settings: where the model answers, and on what terms.
        notice: told before anything of a document is sent, and after.
        wait: sleeps for some seconds.

    Raises:
        SettingsError: no server or no model is named.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        notice: Notice | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        for name in ("lm_endpoint", "lm_model"):
            if not getattr(settings, name):
                raise SettingsError(
                    f"The language model is switched on, but {name!r} is not set.",
                    next_step=f"Set CLAIMS_{name.upper()}, or CLAIMS_EXTRACTOR=rules.",
                )
        self.model = settings.lm_model
        self.host = urlsplit(settings.lm_endpoint).netloc
        self.prices = Prices(settings.lm_price_in, settings.lm_price_out, settings.lm_currency)
        self._notice = notice
        self._questions = Questions(settings)
        self._answers = Answers(settings.lm_cache or _own_folder())
        self._endpoint = Endpoint(
            settings.lm_endpoint,
            settings.lm_key.get_secret_value(),
            settings.lm_timeout,
            settings.lm_tries,
            wait,
        )
        self._usage = Usage()
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """Who made the claims: the model and the version of what it was asked."""
        return f"language-model {self.model} {prompt_version()}"

    @property
    def usage(self) -> Usage:
        """What was sent and answered so far, of all documents."""
        return self._usage

    def plan(self, document: Document) -> Plan:
        """What extracting a document would send; nothing is sent."""
        return self._planned(self._about(read(document)))

    def extract(self, document: Document, wordlist: Wordlist = PLAIN) -> Extraction:
        """The claims that the model proposes and the text bears out, and a problem for everything else.

        Raises:
            ModelUnavailable: the server does not answer, refuses, or gives no answer at all that can be used.
            ClaimsError: answers cannot be kept.
        """
        reading = read(document, wordlist)
        questions = self._about(reading)
        self._tell(document, self._planned(questions).words(self.prices))
        heard: list[_Heard] = []
        try:
            for question in questions:
                heard.extend(self._hear(reading, question))
        finally:
            usage = sum((one.usage for one in heard), Usage())
            self._tell(document, usage.words(self.prices))
        if heard and all(one.found is None for one in heard):
            raise ModelUnavailable(
                f"{self.model!r} gave no answer for {document.name} that can be used ({heard[0].why}).",
                next_step="Check that the server can answer by JSON schema, or choose another model.",
            )
        found = self._judged(reading, heard)
        log.info(
            "language model read a document",
            document=document.id,
            model=self.model,
            requests=usage.requests,
            kept=usage.cached,
            tokens_in=usage.tokens_in,
            tokens_out=usage.tokens_out,
            claims=len(found.claims),
        )
        return found

    def _tell(self, document: Document, words: str) -> None:
        if self._notice is not None:
            self._notice(f"{document.name} – {self.model} ({self.host}): {words}")

    def _about(self, reading: Reading) -> list[Question]:
        passages = self._questions.cut(reading).passages
        return [self._questions.about(reading, passage) for passage in passages]

    def _planned(self, questions: list[Question]) -> Plan:
        plan = Plan()
        for one in questions:
            if self._answers.get(one.document, one.key) is not None:
                plan += Plan(cached=1)
            else:
                tokens = most_tokens(one.body)
                plan += Plan(1, 0, one.characters, tokens, self._questions.limit)
        return plan

    def _hear(self, reading: Reading, question: Question) -> list[_Heard]:
        """What is answered about a passage; about its halves, where the answer to the whole is cut off."""
        heard = self._answer(question)
        halves = question.passage.halves if heard.why == CUT_OFF else ()
        if not halves:
            return [heard]
        first, *others = [
            one
            for half in halves
            for one in self._hear(reading, self._questions.about(reading, half))
        ]
        return [replace(first, usage=first.usage + heard.usage), *others]

    def _answer(self, question: Question) -> _Heard:
        """The answer to a question, from the kept ones or by asking; a second time when the first cannot be used."""
        kept = self._answers.get(question.document, question.key)
        if kept is not None:
            self._count(Usage(cached=1))
            return _Heard(question, proposed(kept.content), "", Usage(cached=1))
        usage, why = Usage(), ""
        for _ in range(_ASKED):
            answer = self._ask(question)
            usage += _usage(answer)
            if not answer.unusable:
                self._keep(question, answer)
                return _Heard(question, proposed(answer.content), "", usage)
            why = answer.unusable
            if why == CUT_OFF:
                break
        return _Heard(question, None, why, usage)

    def _ask(self, question: Question) -> Answered:
        try:
            answer = answered(self._endpoint.ask(question.body))
        except TooLarge:
            answer = Answered("", unusable="too large")
        self._count(_usage(answer))
        return answer

    def _count(self, usage: Usage) -> None:
        with self._lock:
            self._usage += usage

    def _keep(self, question: Question, answer: Answered) -> None:
        kept = Kept(
            prompt=question.prompt,
            model=self.model,
            content=answer.content,
            tokens_in=answer.tokens_in,
            tokens_out=answer.tokens_out,
        )
        self._answers.keep(question.document, question.key, kept)

    def _judged(self, reading: Reading, heard: list[_Heard]) -> Extraction:
        document = reading.document.id
        passed_over = [
            Fault("sentence-too-long").problem(document, reading.parts[number].span)
            for number in self._questions.cut(reading).too_long
        ]
        judged: list[Judged] = []
        for one in heard:
            if one.found is None:
                fault = Fault("answer-unusable", one.why)
                passed_over.append(fault.problem(document, one.question.span))
                continue
            judged.append(judge(reading, one.question.passage, one.found.proposals))
            judged.append(Judged(problems=_misfits(document, one.found)))
        return assemble(reading, judged, passed_over)


def _misfits(document: str, found: Proposed) -> tuple[Problem, ...]:
    return tuple(Fault("proposal-misfit", words).problem(document, None) for words in found.misfits)


def _usage(answer: Answered) -> Usage:
    uncounted = answer.tokens_in is None or answer.tokens_out is None
    return Usage(1, 0, answer.tokens_in or 0, answer.tokens_out or 0, int(uncounted))


def _own_folder() -> Path:
    return Path(platformdirs.user_cache_dir(_APPLICATION, appauthor=False)) / "language-model"
