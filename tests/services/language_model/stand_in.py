"""A server in the place of a language model: real HTTP on this machine, answers as the test says."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server says.

    Attributes:
        status: of the answer.
        body: its bytes.
        headers: further ones.
        announced: the length that is announced; None for the true one.
        held: nothing goes out until the server closes.
        endless: the body is sent again and again until nobody listens.
        dripping: the body goes out byte by byte.
    """

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    announced: int | None = None
    held: bool = False
    endless: bool = False
    dripping: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def sentences(self) -> list[dict[str, Any]]:
        """The sentences of the passage it is about."""
        passage: list[dict[str, Any]] = json.loads(self.body["messages"][1]["content"])["sentences"]
        return passage


Answer = Callable[[Asked], Reply]


@dataclass(slots=True)
class StandIn:
    """A running server.

    Attributes:
        url: what goes into ``lm_endpoint``.
        asked: every request so far.
        replies: what it says, one for each request; the last one again and again.
    """

    url: str
    replies: list[Reply | Answer]
    asked: list[Asked] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def take(self, asked: Asked) -> Reply:
        """Note a request and find what to say."""
        self.asked.append(asked)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return reply if isinstance(reply, Reply) else reply(asked)


def completion(content: object, *, finish: str = "stop", usage: bool = True) -> Reply:
    """An answer with this text; what is no string is written as JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    whole: dict[str, Any] = {
        "choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": finish}]
    }
    if usage:
        whole["usage"] = {"prompt_tokens": 1000, "completion_tokens": 200}
    return Reply(body=json.dumps(whole, ensure_ascii=False).encode())


def proposing(*claims: dict[str, Any]) -> Answer:
    """Answers each request with those claims whose sentence is in it; without a number, whose quote is."""

    def answer(asked: Asked) -> Reply:
        mine = []
        for claim in claims:
            number = next(
                (one["number"] for one in asked.sentences if claim["quote"] in one["text"]), None
            )
            if "sentence" in claim or number is not None:
                mine.append({"sentence": number} | claim)
        return completion({"claims": mine})

    return answer


def a_proposal(quote: str, **given: Any) -> dict[str, Any]:
    """A claim as a model proposes it; what a test does not name is not stated."""
    plain: dict[str, Any] = {
        "quote": quote,
        "kind": "strike",
        "date": None,
        "places": [],
        "actors": [],
        "targets": [],
        "figures": [],
        "speaker": None,
    }
    return plain | given


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, state: StandIn) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.state = state


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        asked = Asked(self.path, dict(self.headers), json.loads(self.rfile.read(length)))
        try:
            self._say(self.server.state.take(asked), self.server.state.closing)
        except OSError:
            self.close_connection = True

    def _say(self, reply: Reply, closing: threading.Event) -> None:
        if reply.held:
            closing.wait()
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        if not reply.endless:
            size = len(reply.body) if reply.announced is None else reply.announced
            self.send_header("Content-Length", str(size))
        self.end_headers()
        self.wfile.write(reply.body[:1] if reply.dripping else reply.body)
        while reply.endless and not closing.is_set():
            self.wfile.write(reply.body)
        for byte in reply.body[1:] if reply.dripping else b"":
            if closing.wait(0.02):
                return
            self.wfile.write(bytes([byte]))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(*replies: Reply | Answer) -> Iterator[StandIn]:
    """A server on a free port of this machine that says these things in turn."""
    state = StandIn("", list(replies))
    with _Server(state) as server:
        state.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield state
        finally:
            state.closing.set()
            server.shutdown()
            thread.join()
