"""Every noun of the flow, as frozen values.

bytes → `Document` → `Sentence` → `Claim` (with slots) → pair (`Comparison`) → `Decision` → `Verdict` → report.
Nothing here reads, writes or computes; standard library and `claims.errors` only.
"""

from claims.model.adjudication import Adjudication, Answer, Dispute, Ground, Ruling
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
from claims.model.queue import DocumentHead, QueueItem, Side, Status, Wanted
from claims.model.remark import (
    ClaimMark,
    Content,
    Evidence,
    Note,
    Quality,
    Remark,
    RemarkKind,
    Tag,
    Thing,
    Topic,
)
from claims.model.span import Span
from claims.model.values import DateValue, Lineage, Party, Place, Quantity, Slot, Unread

__all__ = [
    "Account",
    "Adjudication",
    "Answer",
    "Apparent",
    "Attribution",
    "Cell",
    "CellState",
    "Claim",
    "ClaimMark",
    "Comparison",
    "Content",
    "DateValue",
    "Decision",
    "Dispute",
    "Document",
    "DocumentHead",
    "Edit",
    "EditKind",
    "Evidence",
    "Extraction",
    "Finding",
    "Ground",
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
    "Note",
    "PairKey",
    "Part",
    "Party",
    "Passage",
    "Place",
    "Polarity",
    "Problem",
    "Quality",
    "Quantity",
    "Question",
    "QueueItem",
    "Relation",
    "Remark",
    "RemarkKind",
    "Role",
    "Ruling",
    "SameEvent",
    "ScorePart",
    "Sentence",
    "Side",
    "Slot",
    "SlotComparison",
    "Source",
    "Span",
    "Stated",
    "Status",
    "Tag",
    "Thing",
    "Toll",
    "Topic",
    "Unread",
    "Verdict",
    "VerdictLabel",
    "Wanted",
]
