"""Headers, origins and the first frame, before Streamlit is reached."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from starlette.responses import PlainTextResponse

from workbench import guard

Sent = list[dict[str, Any]]


async def inner(scope: Any, receive: Any, send: Any) -> None:
    """Stands where Streamlit stands; says what it was asked."""
    if scope["type"] == "websocket":
        origins = [value for name, value in scope["headers"] if name == b"origin"]
        await send({"type": "websocket.accept", "origins": origins})
        return
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"inner"})


def asked(app: Any, path: str = "/", kind: str = "http", **headers: str) -> Sent:
    """Everything that is sent in answer to one request."""
    sent: Sent = []
    scope = {
        "type": kind,
        "method": "GET",
        "path": path,
        "headers": [
            (name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()
        ],
    }

    async def receive() -> dict[str, str]:
        return {"type": f"{kind}.connect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent


def headers_of(sent: Sent) -> dict[str, str]:
    """The headers of an answer."""
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_every_answer_carries_the_security_headers() -> None:
    """No eval, no framing, no sniffing, nobody is told where the reader came from."""
    headers = headers_of(asked(guard.SecurityHeaders(inner)))
    policy = headers["content-security-policy"]
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self';" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_page_that_was_made_keeps_its_own_policy_and_gets_the_other_headers() -> None:
    """A report that is looked at stands in a frame of ours, and may do less than our pages."""

    async def shown(scope: Any, receive: Any, send: Any) -> None:
        headers = {"content-security-policy": "sandbox", "x-frame-options": "SAMEORIGIN"}
        await PlainTextResponse("words", headers=headers)(scope, receive, send)

    headers = headers_of(asked(guard.SecurityHeaders(shown), "/taken/page"))
    assert headers["content-security-policy"] == "sandbox"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["x-content-type-options"] == "nosniff"
    assert (
        "frame-ancestors 'none'"
        in headers_of(asked(guard.SecurityHeaders(shown)))["content-security-policy"]
    )


@pytest.mark.parametrize("path", ["/", "/compare", "/reading", "/no-such-screen"])
def test_a_navigation_gets_our_page(path: str) -> None:
    """Whatever address a person opens, the frame is in their language."""
    sent = asked(guard.FirstFrame(inner), path, accept="text/html", cookie="claims_language=ar")
    assert b'dir="rtl"' in sent[1]["body"]
    assert "set-cookie" not in headers_of(sent)


def test_the_language_of_the_first_visit_is_remembered() -> None:
    """The page and its web socket have to agree on it."""
    sent = asked(guard.FirstFrame(inner), accept="text/html", accept_language="en")
    assert headers_of(sent)["set-cookie"].startswith("claims_language=en;")


@pytest.mark.parametrize(
    "path", ["/compare/_stcore/health", "/compare/_stcore/host-config", "/static/x.js"]
)
def test_what_scripts_ask_for_is_passed_on(path: str) -> None:
    """Streamlit's page looks for its services below the address of a screen."""
    assert asked(guard.FirstFrame(inner), path, accept="*/*")[1]["body"] == b"inner"


def test_a_web_socket_of_another_site_is_refused() -> None:
    """And Streamlit is not reached, which would ask public servers for its own address."""
    own = guard.SameOrigin(inner, hosts=guard.allowed_hosts("127.0.0.1"))
    good = {"host": "127.0.0.1:8642", "origin": "http://127.0.0.1:8642"}
    foreign = {"host": "127.0.0.1:8642", "origin": "http://evil.example"}
    other_port = {"host": "127.0.0.1:8642", "origin": "http://127.0.0.1:9999"}
    assert asked(own, kind="websocket", **good) == [{"type": "websocket.accept", "origins": []}]
    for bad in (foreign, other_port):
        assert asked(own, kind="websocket", **bad)[0]["type"] == "websocket.close"


def test_a_host_name_that_is_not_ours_is_refused() -> None:
    """A foreign name that resolves to this machine (DNS rebinding) gets nothing."""
    own = guard.SameOrigin(inner, hosts=guard.allowed_hosts("127.0.0.1"))
    assert asked(own, host="evil.example:8642")[0]["status"] == 403
    assert asked(own)[0]["status"] == 403
    assert asked(own, host="localhost:8642")[0]["status"] == 200
    assert asked(own, host="[::1]:8642")[0]["status"] == 200


def test_a_server_for_other_machines_answers_to_any_name_but_no_other_site() -> None:
    """Behind a proxy the name is the proxy's; the origin still has to be the same."""
    wide = guard.SameOrigin(inner, hosts=guard.allowed_hosts("192.0.2.7"))
    host = "claims.example"
    assert asked(wide, host=host)[0]["status"] == 200
    same = asked(wide, kind="websocket", host=host, origin=f"https://{host}")
    assert same[0]["type"] == "websocket.accept"
    other = asked(wide, kind="websocket", host=host, origin="https://evil.example")
    assert other[0]["type"] == "websocket.close"


def test_a_broken_cookie_header_is_no_reason_to_fail() -> None:
    """A browser may carry cookies of other programs on this machine."""
    assert guard.cookies("a=1; claims_language=ar")["claims_language"] == "ar"
    assert isinstance(guard.cookies('x="\x00;;=;'), dict)
