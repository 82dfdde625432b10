"""Every noun of the flow, as frozen values.

bytes → `Document` → `Sentence` → `Claim` (with slots) → pair (`Comparison`) → `Decision` → `Verdict` → report.
Nothing here reads, writes or computes; standard library and `claims.errors` only.
"""

from claims.model.claim import Attribution, Claim, Modality, Polarity
from claims.model.comparison import (
    Apparent,
    Comparison,
    Level,
    PairKey,
    Relation,
    SameEvent,
    ScorePart,
    SlotComparison,
)
from claims.model.decision import Decision, Mark, Verdict, VerdictLabel
from claims.model.document import Document, Extraction, Role, Sentence, Source
from claims.model.edit import Edit, EditKind, LiveClaim, MachineClaim, Maker, Part, Question
from claims.model.finding import Finding, Problem
from claims.model.incident import (
    Account,
    Cell,
    CellState,
    Incident,
    Matrix,
    MatrixRow,
    Stated,
    Toll,
)
from claims.model.message import Message
from claims.model.passage import Passage
from claims.model.queue import DocumentHead, QueueItem, Side
from claims.model.span import Span
from claims.model.values import DateValue, Lineage, Party, Place, Quantity, Slot, Unread

__all__ = [
    "Account",
    "Apparent",
    "Attribution",
    "Cell",
    "CellState",
    "Claim",
    "Comparison",
    "DateValue",
    "Decision",
    "Document",
    "DocumentHead",
    "Edit",
    "EditKind",
    "Extraction",
    "Finding",
    "Incident",
    "Level",
    "Lineage",
    "LiveClaim",
    "MachineClaim",
    "Maker",
    "Mark",
    "Matrix",
    "MatrixRow",
    "Message",
    "Modality",
    "PairKey",
    "Part",
    "Party",
    "Passage",
    "Place",
    "Polarity",
    "Problem",
    "Quantity",
    "Question",
    "QueueItem",
    "Relation",
    "Role",
    "SameEvent",
    "ScorePart",
    "Sentence",
    "Side",
    "Slot",
    "SlotComparison",
    "Source",
    "Span",
    "Stated",
    "Toll",
    "Unread",
    "Verdict",
    "VerdictLabel",
]
