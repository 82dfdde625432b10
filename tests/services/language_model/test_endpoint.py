"""The way to the server: tries, time, refusals; real HTTP on this machine."""

from __future__ import annotations

import json
import socket
from datetime import UTC, datetime

import pytest

from claims.services.language_model.endpoint import (
    LARGEST,
    Endpoint,
    ModelUnavailable,
    TooLarge,
    retry_after,
)

from .conftest import KEY
from .stand_in import Asked, Reply, serving

FINE = Reply(body=b'{"fine": true}')
BODY = json.dumps({"messages": []}).encode()


def endpoint(url: str, waited: list[float], *, timeout: float = 10, tries: int = 4) -> Endpoint:
    """A way that notes its waits instead of waiting."""
    return Endpoint(url, KEY, timeout, tries, waited.append)


def test_a_request_goes_to_the_address_with_the_key() -> None:
    """And nowhere else; the answer comes back as it is."""
    with serving(FINE) as server:
        assert endpoint(server.url, []).ask(BODY) == FINE.body
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.body == {"messages": []}


def test_without_a_key_none_is_sent() -> None:
    """A server on one's own machine needs none."""
    with serving(FINE) as server:
        Endpoint(server.url, "", 10, 1).ask(BODY)
    assert "Authorization" not in server.asked[0].headers


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 529])
def test_what_is_meant_for_now_is_tried_again(status: int) -> None:
    """After one second, then two."""
    waited: list[float] = []
    with serving(Reply(status), Reply(status), FINE) as server:
        assert endpoint(server.url, waited).ask(BODY) == FINE.body
    assert (len(server.asked), waited) == (3, [1.0, 2.0])


def test_the_server_says_how_long_to_wait() -> None:
    """Never sooner than it says, and not sooner than the last time."""
    waited: list[float] = []
    replies = [Reply(429, headers=(("Retry-After", after),)) for after in ("7", "0", "soon")]
    with serving(*replies, FINE) as server:
        assert endpoint(server.url, waited).ask(BODY) == FINE.body
    assert waited == [7.0, 2.0, 4.0]


def test_a_server_that_wants_too_much_patience_gets_none() -> None:
    """It is told for how long."""
    waited: list[float] = []
    with (
        serving(Reply(429, headers=(("Retry-After", "3600"),))) as server,
        pytest.raises(ModelUnavailable, match="3600 seconds") as caught,
    ):
        endpoint(server.url, waited).ask(BODY)
    assert (len(server.asked), waited) == (1, [])
    assert "later" in caught.value.next_step


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("Tue, 03 Apr 2018 12:00:30 GMT", 30),
        ("Tue, 03 Apr 2018 12:00:30 -0000", 30),
        ("Tue, 03 Apr 2018 11:00:00 GMT", 0),
        ("", 0),
        ("-5", 0),
        ("1e9", 0),
        ("٣", 0),
        ("tomorrow", 0),
        ("Tue, 99 Apr 2018 12:00:30 GMT", 0),
    ],
)
def test_retry_after_is_a_number_or_a_date(header: str, seconds: float) -> None:
    """Whatever else it says is nothing."""
    assert retry_after(header, datetime(2018, 4, 3, 12, tzinfo=UTC)) == seconds


def test_tries_come_to_an_end() -> None:
    """With the last reason, and how often."""
    waited: list[float] = []
    with (
        serving(Reply(500)) as server,
        pytest.raises(ModelUnavailable, match=r"status 500 \(tries: 3\)"),
    ):
        endpoint(server.url, waited, tries=3).ask(BODY)
    assert (len(server.asked), waited) == (3, [1.0, 2.0])


def test_waits_do_not_grow_without_end() -> None:
    """Half a minute is the longest."""
    waited: list[float] = []
    with serving(Reply(500)) as server, pytest.raises(ModelUnavailable):
        endpoint(server.url, waited, tries=10).ask(BODY)
    assert waited == [1, 2, 4, 8, 16, 30, 30, 30, 30]


def test_nobody_at_home() -> None:
    """A port at which nothing listens: tried again, then told."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        waited: list[float] = []
        with pytest.raises(ModelUnavailable, match="nobody is there") as caught:
            endpoint(url, waited, tries=2).ask(BODY)
    assert waited == [1.0]
    assert "CLAIMS_LM_ENDPOINT" in caught.value.next_step


def test_a_server_that_says_nothing_is_left() -> None:
    """After the time that was set."""
    with (
        serving(Reply(held=True)) as server,
        pytest.raises(ModelUnavailable, match=r"no answer within 0\.2 seconds \(tries: 2\)"),
    ):
        endpoint(server.url, [], timeout=0.2, tries=2).ask(BODY)
    assert len(server.asked) == 2


def test_a_server_that_drips_is_left() -> None:
    """Time counts for the whole answer, not for each piece of it."""
    with (
        serving(Reply(body=b" " * 500, dripping=True)) as server,
        pytest.raises(ModelUnavailable, match="no answer within"),
    ):
        endpoint(server.url, [], timeout=0.3, tries=1).ask(BODY)


def test_an_answer_that_breaks_off_is_asked_for_again() -> None:
    """Half of it is not taken for the whole."""
    with serving(Reply(body=b'{"fine"', announced=100), FINE) as server:
        assert endpoint(server.url, [], timeout=2).ask(BODY) == FINE.body
    assert len(server.asked) == 2


def test_an_answer_without_end_is_not_read_to_its_end() -> None:
    """Nor asked for again."""
    with serving(Reply(body=b" " * 100_000, endless=True)) as server, pytest.raises(TooLarge):
        endpoint(server.url, []).ask(BODY)
    assert len(server.asked) == 1


def test_the_largest_answer_is_taken() -> None:
    """One byte more is not."""
    with serving(Reply(body=b" " * LARGEST), Reply(body=b" " * (LARGEST + 1))) as server:
        assert len(endpoint(server.url, []).ask(BODY)) == LARGEST
        with pytest.raises(TooLarge):
            endpoint(server.url, []).ask(BODY)


@pytest.mark.parametrize(
    ("status", "step"),
    [
        (400, "CLAIMS_LM_PARAMETERS"),
        (401, "CLAIMS_LM_KEY"),
        (403, "CLAIMS_LM_KEY"),
        (404, "CLAIMS_LM_MODEL"),
        (413, "CLAIMS_LM_PASSAGE"),
        (418, "CLAIMS_LM_"),
    ],
)
def test_a_refusal_is_told_with_what_to_do(status: int, step: str) -> None:
    """And not tried again."""
    waited: list[float] = []
    with (
        serving(Reply(status)) as server,
        pytest.raises(ModelUnavailable, match=f"{status}") as caught,
    ):
        endpoint(server.url, waited).ask(BODY)
    assert (len(server.asked), waited) == (1, [])
    assert step in caught.value.next_step


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ({"code": "context_length_exceeded", "message": "secret words"}, "context_length_exceeded"),
        ({"code": None, "type": "invalid_request_error"}, "invalid_request_error"),
        ({"code": 400, "type": "secret words"}, ""),
        ({"code": KEY}, ""),
        ("secret words", ""),
    ],
)
def test_of_a_refusal_only_a_code_is_told(error: object, told: str) -> None:
    """A server may repeat key or text in its words; these are not passed on."""
    body = json.dumps({"error": error}).encode()
    with serving(Reply(400, body)) as server, pytest.raises(ModelUnavailable) as caught:
        endpoint(server.url, []).ask(BODY)
    assert told in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_key_that_looks_like_a_code_is_not_told() -> None:
    """Nor is a part of it."""
    for told in ("opensesame", "sesame"):
        body = json.dumps({"error": {"code": told}}).encode()
        with serving(Reply(400, body)) as server, pytest.raises(ModelUnavailable) as caught:
            Endpoint(server.url, "opensesame", 10, 1).ask(BODY)
        assert "sesame" not in str(caught.value)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed(status: int) -> None:
    """Neither text nor key go to an address that nobody set."""
    with serving(FINE) as other:

        def elsewhere(_asked: Asked) -> Reply:
            return Reply(status, headers=(("Location", f"{other.url}/chat/completions"),))

        with serving(elsewhere) as server, pytest.raises(ModelUnavailable, match="elsewhere"):
            endpoint(server.url, []).ask(BODY)
    assert other.asked == []


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the settings name is called, directly."""
    with serving(FINE) as proxy, serving(FINE) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        endpoint(server.url, []).ask(BODY)
    assert (len(proxy.asked), len(server.asked)) == (0, 1)


def test_the_key_does_not_show() -> None:
    """Not even to who looks at the value."""
    assert KEY not in repr(Endpoint("http://127.0.0.1:1/v1", KEY, 1, 1))


def test_without_a_secure_connection_nothing_is_sent() -> None:
    """A server that does not speak TLS where it should, as one whose certificate is not trusted: not tried again."""
    waited: list[float] = []
    with (
        serving(FINE) as server,
        pytest.raises(ModelUnavailable, match="no secure connection"),
    ):
        endpoint(server.url.replace("http:", "https:"), waited, tries=3).ask(BODY)
    assert (server.asked, waited) == ([], [])
