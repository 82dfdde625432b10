"""The health check."""

from __future__ import annotations

import asyncio

import pytest
from starlette.requests import Request

from claims.services import Case, Locked
from claims.services.documents import Documents
from workbench import asgi


def health() -> int:
    """The status that the check answers with."""
    return asyncio.run(asgi.health(Request({"type": "http", "headers": []}))).status_code


def test_a_case_that_answers_is_well(case: Case) -> None:
    """The database was asked."""
    assert case
    assert health() == 200


def test_a_server_that_is_nobody_in_the_case_is_well(case: Case) -> None:
    """People are named, and the account the server runs under is none of them: the case answered all the same."""
    case.people.put("hana", "admin")
    assert health() == 200


def test_a_case_that_does_not_answer_is_not(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever watches the server learns it by the status."""

    def held(*_: object, **__: object) -> None:
        raise Locked("The case is held.")

    assert case
    monkeypatch.setattr(Documents, "list", held)
    assert health() == 503
