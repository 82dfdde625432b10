"""What the program says of its own running: to the standard logger ``claims``, as events with fields.

Words of documents and of reviewers are never among the fields at INFO and above: `withhold` replaces any that slips
in. A library stays silent until whoever uses it calls `configure`.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any, Final, TextIO

import structlog

from claims.settings import Settings

TEXTS: Final = frozenset(
    {"text", "quote", "statement", "context", "before", "after", "reason", "body", "words"}
)
"""Fields that may hold words of a document or of a person."""

WITHHELD: Final = "(withheld)"

_NAME: Final = "claims"

logging.getLogger(_NAME).addHandler(logging.NullHandler())


def withhold(_logger: object, method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Replace the words of documents and people in every event that is not for debugging."""
    if method == "debug":
        return event
    return {name: WITHHELD if name in TEXTS else value for name, value in event.items()}


_SHARED: Final[list[structlog.typing.Processor]] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    withhold,
]

log: structlog.stdlib.BoundLogger = structlog.wrap_logger(
    logging.getLogger(_NAME),
    processors=[
        structlog.stdlib.filter_by_level,
        *_SHARED,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    wrapper_class=structlog.stdlib.BoundLogger,
)
"""The logger of the services."""


def configure(settings: Settings, stream: TextIO | None = None) -> None:
    """Write events to ``stream`` (stderr) from the level and in the form that the settings say."""
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    logger = logging.getLogger(_NAME)
    logger.handlers[:] = [handler]
    logger.setLevel(settings.log_level.upper())
    logger.propagate = False
