"""Claims that somebody else proposes, a language model for one, held against the text.

`read` reads a document as we do, `cut` parts it into passages, `request` says what is asked about each, and `judge` turns
proposals into claims and problems; `assemble` joins the passages. Nothing here reaches for a network: values in, values out.

A proposal names words and their roles. What a claim holds is read by our own slot modules at those words.
"""

from claims.extraction.proposed.faults import Fault
from claims.extraction.proposed.judge import Judged, assemble, judge
from claims.extraction.proposed.passages import Cut, Passage, cut
from claims.extraction.proposed.proposal import (
    Proposal,
    ProposedDate,
    ProposedFigure,
    ProposedSpeaker,
)
from claims.extraction.proposed.reading import Reading, read
from claims.extraction.proposed.request import Request, prompt_version, request

__all__ = [
    "Cut",
    "Fault",
    "Judged",
    "Passage",
    "Proposal",
    "ProposedDate",
    "ProposedFigure",
    "ProposedSpeaker",
    "Reading",
    "Request",
    "assemble",
    "cut",
    "judge",
    "prompt_version",
    "read",
    "request",
]
