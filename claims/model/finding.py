"""What an automatic check noticed, and what could not be used."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.message import Message
from claims.model.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A proposal to look at something; never a verdict.

    Attributes:
        check: id of the check (``weekday``, ``total`` …).
        message: what was noticed, in both languages.
        span: the words concerned, in the document's text.
    """

    check: str
    message: Message
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the data, kept beside the good results.

    Attributes:
        code: id of the kind of problem (``not-understood``, ``encoding-unsure`` …).
        message: what is wrong and what it means for the reader.
        document: id of the document, "" when there is none yet.
        span: the words concerned, None for the whole document.
    """

    code: str
    message: Message
    document: str = ""
    span: Span | None = None
