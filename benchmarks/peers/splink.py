"""splink's blocking rules on slots, in its DuckDB; blocking alone, without training or prediction."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from benchmarks.peers.candidates import Pairs, propose

_RULES = (
    ("place", "week"),
    ("day", "kind"),
    ("day", "actor"),
    ("week", "count"),
    ("place", "count"),
    ("place", "actor"),
)


def blocker(accounts: Sequence[dict[str, Any]]) -> Pairs:
    """Pairs that one of the rules proposes."""
    splink = importlib.import_module("splink")
    arrow = importlib.import_module("pyarrow")
    library = importlib.import_module("splink.comparison_library")
    rows = [one | {"unique_id": one["id"], "week": one["day"] // 7} for one in accounts]
    table = splink.DuckDBAPI().register(arrow.Table.from_pylist(rows))
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=[library.ExactMatch(name) for name in ("place", "day", "actor", "count")],
        blocking_rules_to_generate_predictions=[splink.block_on(*rule) for rule in _RULES],
    )
    found = splink.Linker(table, settings).inference.deterministic_link()
    return [(row["unique_id_l"], row["unique_id_r"]) for row in found.as_record_list()]


if __name__ == "__main__":
    propose(blocker)
