"""Drawing a plain table."""

from __future__ import annotations

from workbench import components
from workbench.shown.tables import Table


def draw(table: Table, key: str) -> str:
    """Draw the table.

    Args:
        table: what to show.
        key: unique among the elements of the screen.

    Returns:
        The id of the row that was just opened, "" when none was.
    """
    result = components.renderer("listing")(
        key=key, data=dict(table), on_opened_change=lambda: None
    )
    return str(result.opened or "")
