"""Killed while people edit or an engine reads again, a case holds every acknowledged edit, and nothing by halves."""

from __future__ import annotations

from collections.abc import Iterator

from claims.services import Settings, open_case
from claims.services.standing import standing_in
from tests.services.test_kill import Workers
from tests.stages import STAGES, TWO_ACCOUNTS

KILLS = 6
"""For each database and each kind of work; more when the machine is so busy that nothing was acknowledged yet."""

MOST = 60
"""After so many something must have been acknowledged."""


def _killed(workers: Workers, acknowledged: list[str]) -> Iterator[int]:
    """Kill one worker after the other, note what each acknowledged, and give how many were killed."""
    for killed in range(1, MOST + 1):
        acknowledged += [said for said in workers.kill_one() if said]
        yield killed
        if killed >= KILLS and acknowledged:
            return


def _prepare(settings: Settings) -> str:
    """A case with six claims and three pairs; gives the id of its document."""
    with open_case(settings, stages=STAGES) as case:
        (head,) = case.documents.add_bytes(TWO_ACCOUNTS.encode(), name="a.txt").added
        case.pairs.compare()
        return head.id


def _check(settings: Settings, document: str) -> list[int]:
    """What is stored of edits, after seeing that what stands is what the rows say."""
    with open_case(settings, stages=STAGES) as case:
        assert case.audit.verify() == ()
        with case._desk.store.reading() as connection:
            standing = {each.claim.id for each in standing_in(connection, document)}
        assert {claim.id for claim in case.claims.list(limit=1000).items} == standing
        assert case.documents.head(document).claims == len(standing)
        from claims.store import edits

        with case._desk.store.reading() as connection:
            return [row.id for row in edits.of_document(connection, document)]


def test_no_acknowledged_edit_is_lost(made: Settings) -> None:
    """Rows rise without gaps, the chain is whole, and the claims that stand are those that the rows say."""
    document = _prepare(made)
    acknowledged: list[str] = []
    with Workers("edit", made) as workers:
        for killed in _killed(workers, acknowledged):
            stored = _check(made, document)
            assert {int(said) for said in acknowledged} <= set(stored)
            assert stored == list(range(1, len(stored) + 1))
            assert len(stored) <= len(acknowledged) + killed
    assert acknowledged


def test_a_document_is_read_again_whole_or_not_at_all(made: Settings) -> None:
    """All its claims are of one reading."""
    document = _prepare(made)
    acknowledged: list[str] = []
    with Workers("read_again", made) as workers:
        for _ in _killed(workers, acknowledged):
            _check(made, document)
            with open_case(made, stages=STAGES) as case:
                claims = case.claims.list().items
                assert len(claims) == 6
                assert len({claim.statement.endswith("[!]") for claim in claims}) == 1
                with case._desk.store.reading() as connection:
                    from claims.store import readings

                    assert readings.number(connection, document) > len(acknowledged)
    assert acknowledged
