"""Tampering behind the program's back is found and named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import (
    ColumnClause,
    Connection,
    LargeBinary,
    Table,
    delete,
    func,
    insert,
    literal,
    literal_column,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError

from claims.services import Case, Fault, Settings, open_case
from claims.store import lifting
from claims.store.audit import START, Head, key_of, sealed
from claims.store.engine import writing
from claims.store.guards import lower_guards, raise_guards
from claims.store.originals import sha256
from claims.store.schema import (
    CONTENT,
    DERIVED,
    KEPT,
    PASSING,
    audit,
    cursors,
    decisions,
    documents,
    doubts,
    facets,
    findable,
    leases,
    metadata,
    occurrences,
    pairs,
    tallies,
    traits,
    words,
)
from tests.conftest import ticking

TABLES = [table.name for table in CONTENT]


def _tamper(case: Case, change: Callable[[Connection], None]) -> None:
    """Change the database as somebody would who knows what stands in the way, and puts that back."""
    engine = case._desk.store.engine
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        else:
            lower_guards(connection)
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        change(connection)
        if connection.dialect.name == "sqlite":
            raise_guards(connection)


def _sqlite_without_foreign_keys(case: Case, change: Callable[[Connection], None]) -> None:
    engine = case._desk.store.engine
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys = OFF")
            connection.execution_options(writes=True)
            with connection.begin():
                lower_guards(connection)
                change(connection)
                raise_guards(connection)
            raw.execute("PRAGMA foreign_keys = ON")
    else:
        _tamper(case, change)


def _rows(connection: Connection, table: Table) -> list[dict[str, object]]:
    query = select(table).order_by(*table.primary_key.columns)
    return [row._asdict() for row in connection.execute(query)]


def _named(faults: tuple[Fault, ...]) -> set[tuple[str, str]]:
    return {(fault.where, fault.id) for fault in faults}


def test_a_case_that_nobody_tampered_with_verifies(filled: Case) -> None:
    """No fault is found where there is none, with the head noted or not."""
    assert filled.audit.verify() == ()
    assert filled.audit.verify(head=filled.audit.head()) == ()


@pytest.mark.parametrize("table", TABLES)
def test_an_edited_row_is_named(filled: Case, table: str) -> None:
    """One changed value in one row of any table names that row, and no other."""
    wanted: list[tuple[str, str]] = []

    def edit(connection: Connection) -> None:
        target = metadata.tables[table]
        row = _rows(connection, target)[0]
        wanted.append((table, key_of(target, row)))
        keys = {column.name for column in target.primary_key.columns}
        keys |= DERIVED.get(table, frozenset())
        name = [name for name, value in row.items() if name not in keys and isinstance(value, str)][
            -1
        ]
        where = [column == row[column.name] for column in target.primary_key.columns]
        connection.execute(update(target).where(*where).values({name: f"{row[name]}x"[-64:]}))

    _sqlite_without_foreign_keys(filled, edit)
    assert _named(filled.audit.verify()) == set(wanted)


@pytest.mark.parametrize("table", TABLES)
def test_a_deleted_row_is_named(filled: Case, table: str) -> None:
    """A row that is gone is missed by its key."""
    wanted: list[tuple[str, str]] = []

    def remove(connection: Connection) -> None:
        target = metadata.tables[table]
        row = _rows(connection, target)[-1]
        wanted.append((table, key_of(target, row)))
        where = [column == row[column.name] for column in target.primary_key.columns]
        connection.execute(delete(target).where(*where))

    _sqlite_without_foreign_keys(filled, remove)
    assert set(wanted) <= _named(filled.audit.verify())


@pytest.mark.parametrize("table", ["adjudications", "claims", "decisions", "groupings", "remarks"])
@pytest.mark.parametrize("value", ["2", "-1", "0.5", "'often'"])
def test_a_yes_or_no_that_is_neither_is_refused_or_named(
    filled: Case, table: str, value: str
) -> None:
    """PostgreSQL takes no such value; a file takes it, and the row is named."""
    wanted: list[tuple[str, str]] = []

    def edit(connection: Connection) -> None:
        target = metadata.tables[table]
        wanted.append((table, key_of(target, _rows(connection, target)[0])))
        first = select(func.min(target.c.id)).scalar_subquery()
        odd: ColumnClause[object] = literal_column(value)
        connection.execute(update(target).where(target.c.id == first).values(live=odd))

    if filled._desk.store.engine.dialect.name == "postgresql":
        with pytest.raises(DBAPIError):
            _tamper(filled, edit)
        assert filled.audit.verify() == ()
    else:
        _tamper(filled, edit)
        named = [fault for fault in filled.audit.verify() if "neither" in fault.message.en]
        assert [(fault.where, fault.id) for fault in named] == wanted


def test_a_row_that_was_put_in_is_named(filled: Case) -> None:
    """A decision that nobody took through the program is no decision."""

    def put_in(connection: Connection) -> None:
        row = _rows(connection, decisions)[0]
        connection.execute(insert(decisions), row | {"id": 99, "reviewer": "eve", "live": True})

    _tamper(filled, put_in)
    assert _named(filled.audit.verify()) == {("decisions", "99")}


def test_two_swapped_rows_are_both_named(filled: Case) -> None:
    """Each row has its digest under its own key."""

    def swap(connection: Connection) -> None:
        one, other = _rows(connection, decisions)[:2]
        for row, content in ((one, other), (other, one)):
            values = {"mark": content["mark"], "relation": content["relation"]}
            connection.execute(update(decisions).where(decisions.c.id == row["id"]).values(values))

    _tamper(filled, swap)
    assert _named(filled.audit.verify()) == {("decisions", "1"), ("decisions", "2")}


@pytest.mark.parametrize(
    ("table", "column"), [("pairs", "relation"), ("pairs", "rank"), ("documents", "sha256")]
)
def test_raw_bytes_in_the_place_of_a_word_or_a_number_are_named(
    filled: Case, table: str, column: str
) -> None:
    """A file takes any value in any column, a server refuses some; what follows from such a row cannot be worked out, and is not in the way."""
    try:
        _tamper(filled, lambda connection: _raw(connection, table, column))
    except DBAPIError:
        assert filled._desk.store.engine.dialect.name == "postgresql"
        assert filled.audit.verify() == ()
    else:
        assert table in {fault.where for fault in filled.audit.verify()}


def _raw(connection: Connection, table: str, column: str) -> None:
    changed = metadata.tables[table]
    first = _rows(connection, changed)[0]
    where = (each == first[each.name] for each in changed.primary_key.columns)
    raw = literal(b"2" * 64, LargeBinary)
    connection.execute(update(changed).where(*where).values({column: raw}))


def test_a_superseded_decision_that_is_made_to_stand_again_is_named(filled: Case) -> None:
    """Which decision stands follows from the rows; a flag that says otherwise is found."""

    def revive(connection: Connection) -> None:
        connection.execute(update(decisions).where(decisions.c.id == 2).values(live=False))

    _tamper(filled, revive)
    assert _named(filled.audit.verify()) == {("decisions", "2")}


def _edit(name: str) -> Callable[[Connection], None]:
    def change(connection: Connection) -> None:
        connection.execute(update(audit).where(audit.c.seq == 2).values({name: "x" * 64}))

    return change


@pytest.mark.parametrize(
    "column", ["at", "actor", "action", "subject", "detail", "changes", "program", "hash"]
)
def test_an_edited_row_of_the_chain_is_the_first_fault(filled: Case, column: str) -> None:
    """Whatever was changed in it, the row is named."""
    _tamper(filled, _edit(column))
    first = filled.audit.verify()[0]
    assert (first.where, first.id) == ("audit", "2")


def test_a_deleted_row_of_the_chain_is_the_first_fault(filled: Case) -> None:
    """The numbers have no gaps; a gap names the row that is missing."""
    _tamper(filled, lambda connection: _delete(connection, 3))
    first = filled.audit.verify()[0]
    assert (first.where, first.id) == ("audit", "3")


def _delete(connection: Connection, *numbers: int) -> None:
    connection.execute(delete(audit).where(audit.c.seq.in_(numbers)))


def test_a_chain_that_was_closed_again_after_a_deletion_is_found(filled: Case) -> None:
    """Renumbering and sealing anew hides the gap, but not the rows that nothing answers for, nor the noted head."""
    head = filled.audit.head()

    def close_again(connection: Connection) -> None:
        kept = [row for row in _rows(connection, audit) if row["seq"] != 3]
        connection.execute(delete(audit))
        previous = START
        for seq, row in enumerate(kept, 1):
            new = row | {"seq": seq, "prev_hash": previous}
            previous = sealed(new)
            connection.execute(insert(audit), new | {"hash": previous})

    _tamper(filled, close_again)
    assert "audit" not in {fault.where for fault in filled.audit.verify()}
    assert filled.audit.verify() != ()
    assert ("audit", str(head.seq)) in _named(filled.audit.verify(head=head))


def test_two_swapped_rows_of_the_chain_are_found(filled: Case) -> None:
    """A row in the place of another does not follow from the one before."""

    def swap(connection: Connection) -> None:
        rows = {int(str(row["seq"])): row for row in _rows(connection, audit)}
        _delete(connection, 2, 3)
        connection.execute(insert(audit), [rows[2] | {"seq": 3}, rows[3] | {"seq": 2}])

    _tamper(filled, swap)
    first = filled.audit.verify()[0]
    assert (first.where, first.id) == ("audit", "2")


def test_a_cut_tail_is_found_by_a_head_that_was_noted_elsewhere(filled: Case) -> None:
    """Without a noted head a cut chain whose rows are cut along looks like a younger one; with it, it does not."""
    noted = filled.audit.head()
    before = len(filled.review.decisions(live=False))
    filled.review.decide(filled.review.queue()[0].key, relation="unsure")
    head = filled.audit.head()

    def cut(connection: Connection) -> None:
        connection.execute(delete(audit).where(audit.c.seq > noted.seq))
        last = connection.execute(select(decisions).order_by(decisions.c.id.desc()).limit(1)).one()
        connection.execute(delete(decisions).where(decisions.c.id == last.id))
        if last.supersedes is not None:
            previous = decisions.c.id == last.supersedes
            connection.execute(update(decisions).where(previous).values(live=True))
        lifting.rebuild(connection, 1)

    _tamper(filled, cut)
    assert len(filled.review.decisions(live=False)) == before
    assert filled.audit.verify() == ()
    assert filled.audit.verify(head=noted) == ()
    (fault,) = filled.audit.verify(head=head)
    assert (fault.where, fault.id) == ("audit", str(head.seq))


def test_a_head_that_never_was_is_not_found(filled: Case) -> None:
    """A chain that was written anew from the start does not hold the noted hash."""
    head = filled.audit.head()
    assert filled.audit.verify(head=Head(head.seq, "f" * 64)) != ()


@pytest.mark.parametrize("spoil", ["flip", "delete"])
def test_a_spoilt_original_is_named(filled: Case, spoil: str) -> None:
    """One flipped bit, or a missing file, is found by the hash of the document."""
    document = filled.documents.list().items[0]
    path: Path = filled._desk.store.originals.path(document.sha256)
    data = path.read_bytes()
    path.unlink()
    if spoil == "flip":
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    assert _named(filled.audit.verify()) == {("originals", document.sha256)}


def _other_facets(connection: Connection) -> None:
    connection.execute(update(facets).where(facets.c.kind == "source").values(value="nobody"))


DERIVED_COLUMNS: dict[str, tuple[str, Callable[[Connection], object]]] = {
    "place": (
        "pairs",
        lambda connection: connection.execute(update(pairs).values(place=pairs.c.place + 1)),
    ),
    "no place": ("pairs", lambda connection: connection.execute(update(pairs).values(place=None))),
    "slots": ("pairs", lambda connection: connection.execute(update(pairs).values(slots="date"))),
    "facets": ("facets", _other_facets),
    "lost facets": (
        "facets",
        lambda connection: connection.execute(
            delete(facets).where(
                facets.c.claim == select(func.min(facets.c.claim)).scalar_subquery()
            )
        ),
    ),
    "all facets": ("facets", lambda connection: connection.execute(delete(facets))),
    "cursor": (
        "cursors",
        lambda connection: connection.execute(
            insert(cursors).values(
                reviewer="eve", scope="own", place=10**6, left_claim="", right_claim=""
            )
        ),
    ),
    "count": (
        "tallies",
        lambda connection: connection.execute(update(tallies).values(pairs=tallies.c.pairs + 1)),
    ),
    "lost count": ("tallies", lambda connection: connection.execute(delete(tallies))),
    "invented count": (
        "tallies",
        lambda connection: connection.execute(
            insert(tallies).values(relation="not_comparable", pairs=7)
        ),
    ),
    "title": (
        "findable",
        lambda connection: connection.execute(update(findable).values(title="nothing")),
    ),
    "headline": (
        "findable",
        lambda connection: connection.execute(update(findable).values(headline="nothing")),
    ),
    "word": ("words", lambda connection: connection.execute(update(words).values(bare="x"))),
    "lost words": (
        "occurrences",
        lambda connection: connection.execute(
            delete(occurrences).where(
                occurrences.c.word == select(func.min(occurrences.c.word)).scalar_subquery()
            )
        ),
    ),
    "card": (
        "documents",
        lambda connection: connection.execute(
            update(documents).values(particulars='{"archive":"X"}')
        ),
    ),
    "seat": ("leases", lambda connection: _lease(connection, seat=3)),
    "seat below all": ("leases", lambda connection: _lease(connection, seat=-1)),
    "holder": ("leases", lambda connection: _lease(connection, holder="")),
    "time": ("leases", lambda connection: _lease(connection, until="9")),
    "local time": (
        "leases",
        lambda connection: _lease(connection, until="2018-04-03T12:00:00.000000+03:00"),
    ),
}


def _lease(connection: Connection, **values: object) -> None:
    pair = connection.execute(select(pairs).order_by(pairs.c.left_claim).limit(1)).one()
    key = {"left_claim": pair.left_claim, "right_claim": pair.right_claim}
    fine = {
        "seat": 0,
        "holder": "eve",
        "until": "2018-04-03T12:00:00.000000+00:00",
        "given_back": False,
    }
    connection.execute(insert(leases).values(key | fine | values))


@pytest.mark.parametrize("what", DERIVED_COLUMNS)
def test_what_follows_from_other_rows_is_made_anew_and_held_against_them(
    opened_file: Case, what: str
) -> None:
    """Places, slots, facets, cursors and counts: whoever changes one hides a pair, and the row is named."""
    assert opened_file.audit.verify() == ()
    table, change = DERIVED_COLUMNS[what]

    def changing(connection: Connection) -> None:
        change(connection)

    _tamper(opened_file, changing)
    faults = opened_file.audit.verify()
    assert {fault.where for fault in faults} == {table}
    assert all(fault.id for fault in faults)


def test_what_is_noted_of_a_pair_that_is_suggested_no_more_is_held_against_its_comparison(
    opened_file: Case,
) -> None:
    """It comes back with it when the edit is undone."""
    opened_file.claims.reject(opened_file.pairs.list().items[0].key.left)

    def changing(connection: Connection) -> None:
        connection.execute(update(pairs).where(~pairs.c.live).values(slots="date"))

    _tamper(opened_file, changing)
    faults = opened_file.audit.verify()
    assert [fault.where for fault in faults] == ["pairs"] * len(faults)
    assert faults
    with opened_file._desk.store.reading() as connection:
        stands = connection.scalar(select(func.count()).where(~pairs.c.live))
    assert len(faults) == stands


def test_the_place_of_a_pair_that_is_suggested_no_more_is_not_used(opened_file: Case) -> None:
    """Whatever stands there, it is listed, and has its right place when it comes back."""
    keys = [item.key for item in opened_file.pairs.list().items]
    before = opened_file.review.queue()
    opened_file.claims.reject(keys[0].left)

    def changing(connection: Connection) -> None:
        connection.execute(update(pairs).where(~pairs.c.live).values(place=None))

    _tamper(opened_file, changing)
    assert opened_file.pairs.get(keys[0]).key == keys[0]
    opened_file.claims.undo()
    opened_file.pairs.compare()
    assert opened_file.audit.verify() == ()
    assert opened_file.review.queue() == before


def test_what_follows_from_other_rows_follows_through_all_work(opened_file: Case) -> None:
    """Answers, undos, edits, other policies and a later reading: never a false alarm."""
    case = opened_file
    keys = [item.key for item in case.pairs.list().items]
    steps: list[Callable[[], object]] = [
        lambda: case.review.decide(keys[0], relation="agree"),
        case.review.next,
        lambda: case.review.decide(keys[1], relation="agree", by="ben"),
        case.review.undo,
        lambda: case.review.decide(keys[0], relation="conflict", slots=["date"]),
        lambda: case.claims.reject(keys[1].left),
        lambda: case.claims.correct(keys[2].left, "statement", "[other words]"),
        lambda: case.review.require(2),
        case.claims.undo,
        case.pairs.compare,
        lambda: case.review.decide(keys[0], relation="agree", by="ben"),
    ]
    for number, step in enumerate(steps):
        step()
        assert case.audit.verify() == (), number


def test_every_write_is_answered_for_by_its_own_row(filled: Case) -> None:
    """The chain tells who did what to which subject, in the order it happened."""
    entries = filled.audit.list(limit=100).items
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.action for entry in entries] == [
        "add document",
        "add document",
        "reject claim",
        "undo edit",
        "extract document again",
        "compare claims",
        "decide pair",
        "decide pair",
        "decide pair",
        "undo decision",
        "decide pair",
        "settle pair",
        "settle pair",
        "add mark",
        "add tag",
        "add note",
        "undo remark",
        "conclude on claim",
        "conclude on claim",
        "undo conclusion",
        "merge incidents",
        "undo grouping",
        "describe document",
        "undo description",
        "set reviewers",
        "name person",
    ]
    assert {entry.actor for entry in entries} == {"ana", "ben"}
    with filled._desk.store.reading() as connection:
        counted = connection.scalar(select(func.count()).select_from(decisions))
    changes = [change for entry in entries for change in entry.changes]
    assert sum(change.table == "decisions" for change in changes) == counted


@pytest.fixture
def kept(settings: Settings) -> Iterator[Case]:
    """A case compared by our own stages, which keep what they compared; one claim was edited since."""
    with open_case(settings, clock=ticking()) as case:
        for name, text in ACCOUNTS.items():
            case.documents.add_bytes(text.encode(), name=name)
        case.pairs.compare()
        case.claims.reject(case.pairs.list().items[0].left.claim.id)
        yield case


ACCOUNTS = {
    "one.txt": "The ministry said a strike killed five civilians in Mosul on 17 March 2017.",
    "two.txt": "Residents said a strike killed nine civilians in Mosul on 17 March 2017.",
}


def _forged(connection: Connection) -> None:
    """A row of traits that fits its own digest, as somebody would write who wants a document passed over."""
    row = connection.execute(select(traits).order_by(traits.c.document).limit(1)).one()
    digest = sha256(row.revisions.encode())
    forged = update(traits).where(traits.c.document == row.document)
    connection.execute(forged.values(body=b"", digest=digest))


FORGERIES: dict[str, Callable[[Connection], object]] = {
    "traits": _forged,
    "doubts": lambda connection: connection.execute(delete(doubts)),
}


@pytest.mark.parametrize("table", FORGERIES)
def test_what_was_compared_already_is_what_the_chain_says(kept: Case, table: str) -> None:
    """Whoever changes what a later comparison leaves out hides pairs; a row that fits its own digest is named too."""
    assert kept.audit.verify() == ()

    def forge(connection: Connection) -> None:
        FORGERIES[table](connection)

    _tamper(kept, forge)
    assert {fault.where for fault in kept.audit.verify()} == {table}


def test_what_is_kept_of_comparisons_verifies_through_all_work(kept: Case) -> None:
    """Compared again, afresh, edited, loaded from its own dump: never a false alarm."""
    dump = StringIO()
    steps: list[Callable[[], object]] = [
        kept.pairs.compare,
        kept.claims.undo,
        kept.pairs.compare,
        lambda: kept.pairs.compare(afresh=True),
        lambda: kept.claims.reject(kept.pairs.list().items[0].left.claim.id),
        lambda: kept.dump(dump),
        lambda: kept.load(StringIO(dump.getvalue())),
        kept.pairs.compare,
    ]
    for number, step in enumerate(steps):
        step()
        assert kept.audit.verify() == (), number


def test_no_table_is_left_out() -> None:
    """Every table is answered for by the chain, is the chain, or is tried above; a new one has to be given its place."""
    tried = {where for where, _ in DERIVED_COLUMNS.values()} | set(FORGERIES)
    assert set(metadata.tables) == {*TABLES, audit.name} | {table.name for table in PASSING}
    assert {table.name for table in PASSING} <= tried
    assert {table.name for table in KEPT} == set(FORGERIES)


def _rewritten(before: str, after: str, table: str) -> str:
    """What makes a table of a SQLite file another one by rewriting the words that made it."""
    words = f"sql = replace(sql, '{before}', '{after}') WHERE name = '{table}'"
    change = "PRAGMA writable_schema=ON; UPDATE sqlite_master SET "
    return f"{change}{words}; PRAGMA schema_version=9999; PRAGMA writable_schema=OFF"


FOREIGN = {
    "a trigger of somebody else": (
        "CREATE TRIGGER other AFTER UPDATE ON pairs BEGIN SELECT 1; END",
        "CREATE TRIGGER other AFTER UPDATE ON pairs FOR EACH ROW EXECUTE FUNCTION claims_written_once()",
        {"trigger other"},
    ),
    "a trigger of ours that is gone": (
        "DROP TRIGGER decisions_no_update",
        "DROP TRIGGER decisions_no_update ON decisions",
        {"trigger decisions_no_update"},
    ),
    "a trigger of ours that does nothing": (
        "DROP TRIGGER audit_no_delete; CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT 1; END",
        "ALTER TABLE audit DISABLE TRIGGER audit_no_delete",
        {"trigger audit_no_delete"},
    ),
    "what our triggers do": (
        "DROP TRIGGER claims_no_delete",
        "CREATE OR REPLACE FUNCTION claims_written_once() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        {"trigger claims_no_delete", "function claims_written_once"},
    ),
    "an index that lets two answers stand": (
        "DROP INDEX ux_decisions_live; CREATE INDEX ux_decisions_live ON decisions (left_claim)",
        "DROP INDEX ux_decisions_live; CREATE INDEX ux_decisions_live ON decisions (left_claim)",
        {"index ux_decisions_live"},
    ),
    "an index that is gone": (
        "DROP INDEX ux_decisions_token",
        "DROP INDEX ux_decisions_token",
        {"index ux_decisions_token"},
    ),
    "a table of somebody else": (
        "CREATE TABLE notes (name TEXT)",
        "CREATE TABLE notes (name TEXT)",
        {"table notes"},
    ),
    "a column of somebody else": (
        "ALTER TABLE people ADD COLUMN secret TEXT",
        "ALTER TABLE people ADD COLUMN secret TEXT",
        {"column people.secret"},
    ),
    "a table that lets two words be one": (
        (
            "CREATE TABLE w (id INTEGER NOT NULL, word TEXT NOT NULL, bare TEXT NOT NULL, CONSTRAINT pk_words PRIMARY KEY (id)); "
            "INSERT INTO w SELECT * FROM words; DROP TABLE words; ALTER TABLE w RENAME TO words"
        ),
        "ALTER TABLE words DROP CONSTRAINT uq_words_word",
        {"constraint words u word"},
    ),
    "a table without its references": (
        (
            "CREATE TABLE w (document TEXT NOT NULL, seq INTEGER NOT NULL UNIQUE, title TEXT NOT NULL, headline TEXT NOT NULL, publisher TEXT NOT NULL, "
            "lineage TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (document)); INSERT INTO w SELECT * FROM findable; "
            "DROP TABLE findable; ALTER TABLE w RENAME TO findable; CREATE INDEX ix_findable_title ON findable (title, seq); "
            "CREATE INDEX ix_findable_publisher ON findable (publisher, seq)"
        ),
        "ALTER TABLE findable DROP CONSTRAINT fk_findable_document",
        {"constraint findable f document"},
    ),
    "a check that passes everything": (
        (
            "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace(sql, '(left_claim < right_claim)', '(1)'); "
            "PRAGMA writable_schema=OFF"
        ),
        "ALTER TABLE pairs DROP CONSTRAINT ck_pairs_ordered",
        {"constraint ck_pairs_ordered"},
    ),
    "a check of the same name that passes everything": (
        (
            "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace(sql, '(mark IS NOT NULL OR undoes IS NOT NULL)', '(1)'); "
            "PRAGMA writable_schema=OFF"
        ),
        (
            "ALTER TABLE decisions DROP CONSTRAINT ck_decisions_mark_or_undo; "
            "ALTER TABLE decisions ADD CONSTRAINT ck_decisions_mark_or_undo CHECK (true)"
        ),
        {"constraint ck_decisions_mark_or_undo"},
    ),
    "a reference that takes others along": (
        _rewritten("REFERENCES claims (id)", "REFERENCES claims (id) ON DELETE CASCADE", "doubts"),
        (
            "ALTER TABLE doubts DROP CONSTRAINT fk_doubts_claim; "
            "ALTER TABLE doubts ADD CONSTRAINT fk_doubts_claim FOREIGN KEY (claim) REFERENCES claims (id) ON DELETE CASCADE"
        ),
        {"constraint doubts f claim"},
    ),
    "a reference to something else": (
        _rewritten("REFERENCES claims (id)", "REFERENCES former_claims (claim)", "doubts"),
        (
            "ALTER TABLE doubts DROP CONSTRAINT fk_doubts_claim; "
            "ALTER TABLE doubts ADD CONSTRAINT fk_doubts_claim FOREIGN KEY (claim) REFERENCES documents (id) NOT VALID"
        ),
        {"constraint doubts f claim"},
    ),
    "a key that gives way": (
        _rewritten(
            "CONSTRAINT uq_words_word UNIQUE (word)",
            "CONSTRAINT uq_words_word UNIQUE (word) ON CONFLICT REPLACE",
            "words",
        ),
        (
            "ALTER TABLE words DROP CONSTRAINT uq_words_word; "
            "ALTER TABLE words ADD CONSTRAINT uq_words_word UNIQUE (word) DEFERRABLE INITIALLY DEFERRED"
        ),
        {"table words", "constraint words u word"},
    ),
    "a unique index for some rows only": (
        "DROP INDEX ux_decisions_live; CREATE UNIQUE INDEX ux_decisions_live ON decisions (left_claim, right_claim, reviewer) WHERE id < 2",
        "DROP INDEX ux_decisions_live; CREATE UNIQUE INDEX ux_decisions_live ON decisions (left_claim, right_claim, reviewer) WHERE id < 2",
        {"index ux_decisions_live"},
    ),
    "an index that does not count": (
        "DROP INDEX ux_decisions_live",
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ux_decisions_live'::regclass",
        {"index ux_decisions_live"},
    ),
    "a column that may be empty": (
        _rewritten("holder TEXT NOT NULL", "holder TEXT", "leases"),
        "ALTER TABLE leases ALTER COLUMN holder DROP NOT NULL",
        {"column leases.holder"},
    ),
    "a column of another type": (
        _rewritten("until TEXT", "until BLOB", "leases"),
        "ALTER TABLE leases ALTER COLUMN until TYPE varchar(40)",
        {"column leases.until"},
    ),
    "a column that fills itself": (
        _rewritten("holder TEXT NOT NULL", "holder TEXT NOT NULL DEFAULT 7", "leases"),
        "ALTER TABLE leases ALTER COLUMN holder SET DEFAULT 'eve'",
        {"column leases.holder"},
    ),
    "text in another order": (
        _rewritten("reviewer TEXT NOT NULL", "reviewer TEXT COLLATE NOCASE NOT NULL", "cursors"),
        'ALTER TABLE cursors ALTER COLUMN reviewer TYPE text COLLATE "und-x-icu"',
        {"table cursors", "column cursors.reviewer"},
    ),
    "a table that forgets, or hides rows": (
        "DROP TABLE doubts",
        "ALTER TABLE tallies SET UNLOGGED; ALTER TABLE people ENABLE ROW LEVEL SECURITY",
        {
            "table tallies",
            "table people",
            "table doubts",
            "column doubts.claim",
            "constraint doubts p claim",
            "constraint doubts f claim",
        },
    ),
    "a view": (
        "CREATE VIEW all_answers AS SELECT * FROM decisions",
        "CREATE VIEW all_answers AS SELECT * FROM decisions",
        {"view all_answers"},
    ),
}
"""What is done behind the program's back on SQLite, on PostgreSQL, and what is named; of the last, what fits the database."""


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_foreign_gone_or_changed_in_the_structure_is_named(filled: Case, what: str) -> None:
    """No row is touched, and yet something can be dropped, doubled or changed from now on."""
    file, server, wanted = FOREIGN[what]
    sqlite = filled._desk.store.engine.dialect.name == "sqlite"

    def change(connection: Connection) -> None:
        if not sqlite:
            connection.exec_driver_sql(server)
            return
        parts = (
            [file]
            if "BEGIN" in file and "DROP" not in file
            else file.split("; ", 1 if "BEGIN" in file else -1)
        )
        for statement in parts:
            connection.exec_driver_sql(statement)

    with writing(filled._desk.store.engine) as connection:
        change(connection)
    found = {fault.id for fault in filled.audit.verify() if fault.where == "structure"}
    assert found
    assert found <= wanted


def test_a_rule_or_a_lost_constraint_of_a_server_is_named(filled: Case) -> None:
    """A rule drops what is written; without its constraint the chain could branch."""
    if filled._desk.store.engine.dialect.name == "sqlite":
        assert filled.audit.verify() == ()
        return
    with writing(filled._desk.store.engine) as connection:
        connection.exec_driver_sql("CREATE RULE dropped AS ON INSERT TO facts DO INSTEAD NOTHING")
        connection.exec_driver_sql("ALTER TABLE audit DROP CONSTRAINT uq_audit_prev_hash")
        connection.exec_driver_sql("ALTER TABLE leases DISABLE TRIGGER ALL")
    assert [(fault.where, fault.id) for fault in filled.audit.verify()] == [
        ("structure", "constraint audit u prev_hash"),
        ("structure", "rule dropped"),
        ("structure", "constraint leases f left_claim right_claim"),
    ]
