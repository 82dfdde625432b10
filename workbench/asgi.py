"""What is served: Streamlit's application between our guards, with the fonts and the health check beside it."""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit.starlette import App

from claims.services import ClaimsError, NotAllowed
from workbench import context, guard, held

_HERE = Path(__file__).parent


async def health(_request: Request) -> JSONResponse:
    """200 when the case answers a question, 503 with the reason when it does not.

    That this server's own account is nobody's name in the case is an answer too.
    """
    try:
        await run_in_threadpool(_ask)
    except NotAllowed:
        return JSONResponse({"case": "ok"})
    except ClaimsError as error:
        return JSONResponse({"case": error.message}, status_code=503)
    return JSONResponse({"case": "ok"})


def _ask() -> None:
    context.case().documents.list(limit=1)


def application(host: str) -> App:
    """The ASGI application of a server that listens on ``host``."""
    return App(
        _HERE / "app.py",
        routes=[
            Route("/health", health),
            Route(f"{held.PLACE}{{key}}", held.hand_out),
            Mount("/fonts", StaticFiles(directory=_HERE / "fonts")),
        ],
        middleware=[
            Middleware(guard.SecurityHeaders),
            Middleware(guard.SameOrigin, hosts=guard.allowed_hosts(host)),
            Middleware(guard.FirstFrame),
        ],
    )
