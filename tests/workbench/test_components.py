"""The scripts of the components, as the browser gets them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import workbench.components

FOLDER = Path(workbench.components.__file__).parent
SHARED = (FOLDER / "dom.js", FOLDER / "keymap.js")
NAMED = re.compile(r"^(?:async )?(?:function|const|let) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("name", [one.parent.name for one in FOLDER.glob("*/index.js")])
def test_no_name_is_given_twice_in_what_is_joined(name: str) -> None:
    """The scripts of a component and those that all share are one module; a name given twice would stop all of it."""
    scripts = [*SHARED, *(FOLDER / name).glob("*.js")]
    given = Counter(found for one in scripts for found in NAMED.findall(one.read_text("utf-8")))
    assert [found for found, count in given.items() if count > 1] == []
