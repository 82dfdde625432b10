"""nomenklatura's blocker: events are not matchable there, so the accounts go in as names of legal entities."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.peers.candidates import Pairs, propose

_EACH = 50


def blocker(accounts: Sequence[dict[str, Any]]) -> Pairs:
    """The best pairs of its index, fifty for each account."""
    followthemoney = importlib.import_module("followthemoney")
    resolving = importlib.import_module("nomenklatura.resolver")
    store_of = importlib.import_module("nomenklatura.store.memory").MemoryStore
    index_of = importlib.import_module("nomenklatura.blocker.index").Index
    dataset = followthemoney.Dataset.make({"name": "accounts", "title": "accounts"})
    store = store_of(dataset, resolving.Linker({}))
    with store.writer() as writer:
        for one in accounts:
            data = {
                "id": f"a{one['id']}",
                "schema": "LegalEntity",
                "properties": {"name": [one["text"]]},
            }
            entity = followthemoney.StatementEntity.from_data(dataset, data, cleaned=False)
            writer.add_entity(entity)
    with tempfile.TemporaryDirectory() as folder:
        index = index_of(store.default_view(), Path(folder), {})
        index.build()
        found = list(index.pairs(max_pairs=_EACH * len(accounts)))
    return [(int(str(one.id)[1:]), int(str(other.id)[1:])) for (one, other), _ in found]


if __name__ == "__main__":
    propose(blocker)
