"""What the program says of its own running."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from claims.services import Case, Settings, configure_log
from claims.services.log import TEXTS, WITHHELD, log
from tests.stages import TWO_ACCOUNTS


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """Leave the logger as it was found."""
    logger = logging.getLogger("claims")
    handlers, level, propagate = logger.handlers[:], logger.level, logger.propagate
    yield
    logger.handlers[:] = handlers
    logger.setLevel(level)
    logger.propagate = propagate


def _configured(**settings: object) -> io.StringIO:
    stream = io.StringIO()
    configure_log(Settings(**settings), stream)  # type: ignore[arg-type]
    return stream


@pytest.mark.parametrize("field", sorted(TEXTS))
@pytest.mark.parametrize("level", ["info", "warning", "error"])
def test_words_of_documents_and_people_are_withheld(field: str, level: str) -> None:
    """Whatever field they come in, at INFO and above."""
    stream = _configured(log_level="info", log_format="json")
    getattr(log, level)("event", **{field: "قُتل خمسة"})
    (event,) = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert event[field] == WITHHELD
    assert (event["event"], event["level"]) == ("event", level)


def test_no_use_of_a_case_writes_words_of_a_document(case: Case) -> None:
    """Adding, comparing and deciding is told by ids and counts."""
    stream = _configured(log_level="info", log_format="json")
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
    case.pairs.compare()
    case.review.decide(case.review.queue()[0].key, relation="unsure", reason="my reason")
    said = stream.getvalue()
    assert [json.loads(line)["event"] for line in said.splitlines()] == [
        "document added",
        "claims compared",
    ]
    assert not [word for word in ("hideout", "Department", "my reason") if word in said]


def test_words_may_be_seen_when_debugging() -> None:
    """Who asks for it gets it, on their own machine."""
    stream = _configured(log_level="debug", log_format="json")
    log.debug("event", quote="words")
    assert json.loads(stream.getvalue())["quote"] == "words"


def test_a_library_is_silent_until_it_is_configured(
    case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on stdout or stderr, whatever is done."""
    case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt")
    log.error("event")
    assert capsys.readouterr() == ("", "")


def test_a_line_is_one_line(case: Case) -> None:
    """A line break in a field cannot forge another event."""
    stream = _configured(log_level="info", log_format="json")
    log.info("event", document=f"a\n{case.actor}: forged")
    assert len(stream.getvalue().splitlines()) == 1


def test_people_get_a_readable_line() -> None:
    """The console form has no colours and names event and fields."""
    stream = _configured(log_level="info", log_format="console")
    log.info("document added", document="0123")
    log.debug("not shown")
    assert "document added" in stream.getvalue()
    assert "document=0123" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()
    assert "not shown" not in stream.getvalue()
