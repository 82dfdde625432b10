"""What stands between the network and Streamlit: headers, foreign origins, the first frame.

Streamlit answers without security headers, and on a web socket from a foreign origin it asks public servers for its
own address before it refuses. Both are settled here, before it is reached.
"""

from __future__ import annotations

from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workbench import frame, held

_OWN_PATHS: Final = (
    "/_stcore/",
    "/static/",
    "/media/",
    "/component/",
    "/app/",
    "/fonts/",
    "/health",
    held.PLACE,
)
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_YEAR: Final = 365 * 24 * 3600


def policy() -> str:
    """The content security policy: everything from here, no eval, no framing by others."""
    hashes = " ".join(frame.script_hashes())
    return (
        "default-src 'self'; "
        f"script-src 'self' blob: {hashes}; "
        "style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )


class SecurityHeaders:
    """Adds the security headers to every response; a file that was made keeps the stricter ones it brings."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = {
            "content-security-policy": policy(),
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "referrer-policy": "no-referrer",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with headers on the way back."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = MutableHeaders(scope=message)
                kept = set(own) if scope["path"].startswith(held.PLACE) else set()
                own.update({name: text for name, text in self._headers.items() if name not in kept})
            await send(message)

        await self._app(scope, receive, with_headers)


class SameOrigin:
    """Refuses hosts that are not ours and web sockets that another site opened.

    Args:
        app: what is guarded.
        hosts: names under which the server may be asked for; empty for any (behind a proxy).
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from our own pages."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        named = urlsplit(f"//{host}").hostname or ""
        if (self._hosts and named not in self._hosts) or (
            scope["type"] == "websocket" and not _same(headers.get("origin"), host)
        ):
            await _refuse(scope, receive, send)
        else:
            await self._app(_without_origin(scope), receive, send)


class FirstFrame:
    """Answers a navigation with the page in the reader's language and remembers which that is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the page for a navigation, pass everything else on."""
        if scope["type"] != "http" or not _navigates(scope):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookie = cookies(headers.get("cookie", "")).get(frame.LANGUAGE_COOKIE, "")
        language = frame.preferred(cookie, headers.get("accept-language", ""))
        response = Response(frame.page(language), media_type="text/html")
        response.headers["cache-control"] = "no-cache"
        response.headers["vary"] = "cookie, accept-language"
        if cookie != language:
            response.set_cookie(frame.LANGUAGE_COOKIE, language, max_age=_YEAR, samesite="lax")
        await response(scope, receive, send)


def cookies(header: str) -> dict[str, str]:
    """The cookies of a ``Cookie`` header; none of them when it cannot be read."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}


def allowed_hosts(host: str) -> frozenset[str]:
    """The names a server bound to ``host`` may be asked for; any when it listens for other machines."""
    return _LOOPBACK if host in _LOOPBACK else frozenset()


def _navigates(scope: Scope) -> bool:
    """Whether a person asks for a screen. Streamlit's page also looks for its services below a screen's address."""
    return (
        scope["method"] == "GET"
        and "text/html" in Headers(scope=scope).get("accept", "")
        and not scope["path"].startswith(_OWN_PATHS)
    )


def _same(origin: str | None, host: str) -> bool:
    """Whether a web socket comes from a page of this server; programs send no origin."""
    return origin is None or urlsplit(origin).netloc == host


def _without_origin(scope: Scope) -> Scope:
    """The scope of a web socket whose origin we have judged ourselves."""
    if scope["type"] != "websocket":
        return scope
    kept = [(name, value) for name, value in scope["headers"] if name != b"origin"]
    return {**scope, "headers": kept}


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    await PlainTextResponse("403", status_code=403)(scope, receive, send)
