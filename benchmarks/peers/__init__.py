"""Packages of others that the project is measured beside, each in a process of its own.

They are no part of the project: ``python -m benchmarks.peers`` puts them under ``.venv/peers``, one folder for each set that can live
together, and nothing but the bench looks there. A process of its own also keeps their faults to themselves: one ends the
interpreter on a single odd phrase, one prints while it reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / ".venv" / "peers"

DATE, NUMBER, WORK, MATCHING = "date", "number", "work", "matching"
"""What a peer can be asked: the dates or the numbers of an expression, to work through documents, which claims to pair."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A package and what it is asked.

    Attributes:
        name: as people know it.
        module: of its side of the conversation.
        lock: set of packages that it is installed with, ``requirements/peers-<lock>.txt``.
        needs: file or folder of the set that shows that it is there.
        asked: what it can do.
    """

    name: str
    module: str
    lock: str
    needs: str
    asked: tuple[str, ...]

    @property
    def installed(self) -> bool:
        """Whether it stands where the bench looks."""
        return (FOLDER / self.lock / self.needs).exists()


PEERS: Final = (
    Peer("Duckling", f"{__name__}.duckling", "duckling", "duckling", (DATE, NUMBER)),
    Peer("Maha", f"{__name__}.maha", "maha", "maha", (DATE, NUMBER)),
    Peer("dateparser", f"{__name__}.dateparser_ar_sy", "text", "dateparser", (DATE,)),
    Peer("dateparser ar", f"{__name__}.dateparser_ar", "text", "dateparser", (DATE,)),
    Peer("pyarabic", f"{__name__}.pyarabic", "text", "pyarabic", (NUMBER,)),
    Peer("spaCy blank + sentencizer", f"{__name__}.spacy", "text", "spacy", (WORK,)),
    Peer("pysbd", f"{__name__}.pysbd", "text", "pysbd", (WORK,)),
    Peer(
        "sparse_dot_topn, words",
        f"{__name__}.sparse_topn",
        "matching",
        "sparse_dot_topn",
        (MATCHING,),
    ),
    Peer("splink, slot rules", f"{__name__}.splink", "matching", "splink", (MATCHING,)),
    Peer("nomenklatura", f"{__name__}.nomenklatura", "matching", "nomenklatura", (MATCHING,)),
    Peer("dateparser.search", f"{__name__}.dateparser_search", "text", "dateparser", (WORK,)),
)
