"""The way to the server: one request, its time, its tries, and what each failure means.

Only the address of the settings is called. No redirect is followed, no proxy of the environment is used, and neither key
nor text nor the words of an error page stand in a message or a log line: of a refusal only its code is told.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import urllib3
from pydantic import BaseModel, ValidationError
from urllib3.exceptions import HTTPError, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as TooSlow

from claims.errors import ClaimsError

LARGEST: Final = 4_000_000
"""Bytes of an answer; what is longer is not read to its end."""

_LARGEST_REFUSAL: Final = 64_000
_CHUNK: Final = 65_536
_FIRST_WAIT: Final = 1.0
_LONGEST_BACKOFF: Final = 30.0
_LONGEST_WAIT: Final = 120.0
"""Seconds; a server that wants more patience than this gets none."""

_FINE: Final = 200
_MOVED: Final = range(300, 400)
_FOR_NOW: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_TERMS: Final = "Check CLAIMS_LM_MODEL, CLAIMS_LM_PARAMETERS and CLAIMS_LM_PASSAGE against what the server takes."
_NEXT_STEPS: Final = {
    401: "Set the key in CLAIMS_LM_KEY.",
    403: "Check what the key in CLAIMS_LM_KEY may do.",
    404: "Check CLAIMS_LM_ENDPOINT (the part before /chat/completions) and CLAIMS_LM_MODEL.",
    413: "Set CLAIMS_LM_PASSAGE lower.",
    400: _TERMS,
    422: _TERMS,
}
_LATER: Final = "Try again later: what was answered so far is kept and not asked again."
_CODE = re.compile(r"[A-Za-z][A-Za-z_.-]{0,59}")


class ModelUnavailable(ClaimsError):
    """The language model gave no answer that can be used; nothing was stored."""


class TooLarge(Exception):
    """An answer of more than `LARGEST` bytes."""


@dataclass(frozen=True, slots=True)
class _Failed:
    """One try that may go better another time: why, and how long the server wants us to wait."""

    why: str
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that speaks the chat completions of OpenAI. May be used by many threads.

    Attributes:
        url: the address before ``/chat/completions``.
        key: what opens it, "" for none.
        timeout: seconds for one try.
        tries: how often a request is made before it counts as failed.
        wait: sleeps for some seconds.
    """

    url: str
    key: str = field(repr=False)
    timeout: float
    tries: int
    wait: Callable[[float], None] = time.sleep
    pool: urllib3.PoolManager = field(default_factory=urllib3.PoolManager, repr=False)

    def ask(self, body: bytes) -> bytes:
        """The body of the server's answer to a request.

        Tried again after a lost connection, a time-out and answers that are meant for now (429, 500, 503 …): after
        1, 2, 4 … seconds, and never before ``Retry-After`` says.

        Raises:
            ModelUnavailable: every try failed, the server refuses, or it wants us to wait for more than two minutes.
            TooLarge: the answer does not end.
        """
        backoff, left = _FIRST_WAIT, self.tries
        while isinstance(answer := self._try(body), _Failed):
            left -= 1
            if not left:
                raise ModelUnavailable(
                    f"The language model at {self.url} does not answer: {answer.why} (tries: {self.tries}).",
                    next_step=f"Check CLAIMS_LM_ENDPOINT and the connection. {_LATER}",
                )
            if answer.after > _LONGEST_WAIT:
                raise ModelUnavailable(
                    f"The language model at {self.url} asks to be left alone for {answer.after:.0f} seconds.",
                    next_step=_LATER,
                )
            self.wait(max(backoff, answer.after))
            backoff = min(2 * backoff, _LONGEST_BACKOFF)
        return answer

    def _try(self, body: bytes) -> bytes | _Failed:
        deadline = time.monotonic() + self.timeout
        try:
            response = self.pool.request(
                "POST",
                f"{self.url}/chat/completions",
                body=body,
                headers=self._headers(),
                timeout=urllib3.Timeout(total=self.timeout),
                retries=False,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                most = LARGEST if response.status == _FINE else _LARGEST_REFUSAL
                data = _read(response, most, deadline)
            finally:
                response.close()
        except NewConnectionError:
            return _Failed("nobody is there")
        except TooSlow:
            return _Failed(f"no answer within {self.timeout:g} seconds")
        except SSLError as error:
            raise ModelUnavailable(
                f"There is no secure connection to the language model at {self.url}; nothing was sent.",
                next_step="Check CLAIMS_LM_ENDPOINT, the server's certificate, and the clock of this machine.",
            ) from error
        except HTTPError:
            return _Failed("the connection broke")
        if response.status == _FINE:
            if len(data) > LARGEST:
                raise TooLarge
            return data
        if response.status in _FOR_NOW:
            after = retry_after(response.headers.get("Retry-After", ""), datetime.now(UTC))
            return _Failed(f"status {response.status}", after)
        raise self._refused(response.status, data)

    def _headers(self) -> dict[str, str]:
        own = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": "claim-workbench",
        }
        return own | ({"Authorization": f"Bearer {self.key}"} if self.key else {})

    def _refused(self, status: int, data: bytes) -> ModelUnavailable:
        if status in _MOVED:
            return ModelUnavailable(
                f"The language model at {self.url} sends us elsewhere (status {status}); text and key were not sent there.",
                next_step="Set CLAIMS_LM_ENDPOINT to the address that answers.",
            )
        code = _code(data)
        named = f", {code}" if code and code not in self.key else ""
        return ModelUnavailable(
            f"The language model at {self.url} refuses the request (status {status}{named}).",
            next_step=_NEXT_STEPS.get(status, "Check the CLAIMS_LM_… settings."),
        )


def retry_after(header: str, now: datetime) -> float:
    """The seconds that a ``Retry-After`` header asks for, as a number or as a date; 0 when it says nothing readable."""
    text = header.strip()
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def _read(response: urllib3.BaseHTTPResponse, most: int, deadline: float) -> bytes:
    """At most one byte more than ``most``.

    Raises:
        TooSlow: it takes too long altogether, however steadily it comes in.
    """
    parts: list[bytes] = []
    size = 0
    while size <= most and (part := response.read1(_CHUNK, decode_content=False)):
        parts.append(part)
        size += len(part)
        if time.monotonic() > deadline:
            raise TooSlow
    return b"".join(parts)[: most + 1]


class _Reason(BaseModel):
    code: str | int | None = None
    type: str | None = None


class _Refusal(BaseModel):
    error: _Reason


def _code(data: bytes) -> str:
    """The code of a refusal, when it is a plain identifier; other words of a server are not passed on."""
    try:
        reason = _Refusal.model_validate_json(data).error
    except ValidationError:
        return ""
    for told in (reason.code, reason.type):
        if isinstance(told, str) and _CODE.fullmatch(told):
            return told
    return ""
