"""What of the record of a case somebody may see, and how a state of the case is named by no more than that.

While pairs of a case for several wait for answers, what colleagues did for the review is hidden, and nothing may tell that
it is there: neither a row, nor a number, nor a cache that is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from claims.model.plain import Plain
from claims.services.concluded import seen_by
from claims.services.policy import reviewers_of, waiting
from claims.services.remarking import visible_remarks
from claims.services.rounds import waiting_again
from claims.services.words_on_incidents import standing_words
from claims.store import adjudications, audit, conclusions, decisions, remarks
from claims.store.audit import LOOKS, OF_REVIEWERS, TAKEN_IN, TELLS_NOTHING, hash_of
from claims.store.engine import Reader

EVERYBODY: Final = ""
"""Who asks where only what everybody may see counts: nobody has this name."""


def state_for(connection: Reader, who: str) -> str:
    """What is another text after every change that somebody may see, and the same one after any other.

    While nothing waits that is the hash of the newest row. While pairs wait it is a hash over what may be seen: the rows of the record,
    and which words stand. The hash of a row is among it, which nobody is shown meanwhile, so that no guess can be tried.
    """
    if not waiting(connection):
        return audit.head(connection).hash
    reviewers = reviewers_of(connection)
    newest, told = _told(connection, who)
    rulings = tuple(adjudications.standing(connection))
    public = public_pairs(connection) if rulings else set()
    words: dict[str, Plain] = {
        "decisions": list(decisions.fingerprint(connection, who, reviewers)),
        "again": list[Plain](sorted(map(str, waiting_again(connection, _passed_over)))),
        "rulings": [n for n, key in rulings if key in public],
        "remarks": [
            row.id
            for row in visible_remarks(
                connection, remarks.found(connection, left_out=_passed_over), who
            )
        ],
        "incidents": [row.id for row in standing_words(connection, who, _passed_over)],
        "conclusions": list(conclusions.visible(connection, seen_by(connection, who))),
    }
    return hash_of({"row": audit.hash_at(connection, newest), "rows": told, **words})


def standing_for(connection: Reader) -> str:
    """What is another text after every change of claims or pairs, and the same one for everybody whatever reviewers say.

    Of files that were taken in only those count that brought something else than hidden words.
    """
    newest = audit.newest_beside_review(connection)
    later = (number for number in audit.takings(connection) if number > newest)
    number = next((each for each in later if _brought(connection, each)), newest)
    return hash_of({"row": audit.hash_at(connection, number)})


def _told(connection: Reader, who: str) -> tuple[int, list[Plain]]:
    """The newest row of the record that somebody is told for whatever stands now, and how many there are of these.

    The database counts them: nothing is read but looks, of which there are few. What others decided on pairs that all have answered is
    told too, and follows from the marks that stand.
    """
    count, newest = audit.counted(connection, who)
    looks = [seq for seq in audit.looks(connection) if _is_told(connection, who, seq)]
    return max([newest, *looks]), [count, newest, *looks]


def _is_told(connection: Reader, who: str, look: int) -> bool:
    """Whether a look is told: it is not hidden, and something that one may see stands between it and the same look before."""
    later: Any = None
    for row in _not_hidden(connection, who, before=look + 1):
        if row.seq != look:
            return later is not None and not _repeats(connection, later, row)
        later = row
    return later is not None


def _passed_over(_name: str, _error: object) -> None:
    """What cannot be read is no part of a state."""


def public_pairs(connection: Reader) -> set[str]:
    """The pairs that all who were asked have answered."""
    return {str(key) for key in decisions.answered(connection, reviewers_of(connection))}


def seen_rows(connection: Reader, who: str) -> Iterator[int]:
    """The numbers of the rows that somebody may see while pairs wait for answers, newest first.

    Of one person's looks with nothing to be seen between them only the first is told: a second one stands in the record when something
    came between, and would tell that. One that brought something that everybody sees is told; one that did not, to nobody else.
    """
    later: Any = None
    for row in _not_hidden(connection, who):
        if later is not None and not _repeats(connection, later, row):
            yield later.seq
        later = row
    if later is not None:
        yield later.seq


def _repeats(connection: Reader, later: Any, row: Any) -> bool:  # noqa: ANN401 - rows of `audit.acts`
    """Whether a row is a look that somebody had had already."""
    if later.action not in LOOKS or (later.actor, later.action) != (row.actor, row.action):
        return False
    return later.action != TAKEN_IN or not _brought(connection, later.seq)


def _brought(connection: Reader, number: int) -> bool:
    """Whether a file that was taken in held something that is not hidden."""
    rows = audit.some(connection, [number])
    return any(change.table not in TELLS_NOTHING for row in rows for change in row.changes)


def _not_hidden(connection: Reader, who: str, before: int | None = None) -> Iterator[Any]:
    public: set[str] | None = None
    for row in audit.acts(connection, before=before):
        if row.actor != who and row.action == TAKEN_IN and not _brought(connection, row.seq):
            continue
        if row.actor != who and row.action in OF_REVIEWERS:
            if row.action != "decide pair":
                continue
            public = public_pairs(connection) if public is None else public
            if row.subject not in public:
                continue
        yield row
