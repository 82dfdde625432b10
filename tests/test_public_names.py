"""The public face of the library is what it says it is."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import claims

HEAVY = {"sqlalchemy", "pandas", "pydantic", "streamlit", "rapidfuzz", "rich", "typer", "jinja2"}


def test_the_public_names_are_sorted_and_told_by_dir() -> None:
    """What is promised stands in one list."""
    assert sorted(claims.__all__) == claims.__all__
    assert dir(claims) == claims.__all__


@pytest.mark.parametrize("name", claims.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    """Each can be had from the package, and has words of its own."""
    value = getattr(claims, name)

    assert inspect.getdoc(value)
    assert value is getattr(claims, name)


@pytest.mark.parametrize("name", [name for name in claims.__all__ if name[0].islower()])
def test_every_public_verb_is_fully_annotated(name: str) -> None:
    """A caller's type checker knows what goes in and what comes out."""
    signature = inspect.signature(getattr(claims, name))

    assert signature.return_annotation is not inspect.Signature.empty
    assert all(
        each.annotation is not inspect.Parameter.empty for each in signature.parameters.values()
    )


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match="no_such_verb"):
        claims.no_such_verb  # noqa: B018 - the access is the test


def test_importing_the_library_loads_nothing_heavy() -> None:
    """``import claims`` is quick; a verb brings what it needs."""
    code = "import sys, claims; print(*{each.partition('.')[0] for each in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert not HEAVY & set(loaded.stdout.split())


def test_reading_and_comparing_loads_no_database_and_no_web_face() -> None:
    """Pure verbs need neither."""
    code = (
        "import sys, claims\n"
        "document = claims.read(b'Two people were killed in Aleppo.', name='a.txt')\n"
        "claims.compare_all(claims.extract(document).claims)\n"
        "print(*{each.partition('.')[0] for each in sys.modules})"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert not {"sqlalchemy", "pandas", "streamlit", "jinja2"} & set(loaded.stdout.split())
