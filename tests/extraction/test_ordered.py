"""English deeds that are only ordered, asked for, threatened or planned."""

from __future__ import annotations

import pytest

from claims.model import Modality
from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The president asked Congress to authorise air strikes on Goma.", "strike"),
        ("Soldiers have ordered residents to evacuate Goma.", "displacement"),
        ("The council approved a proposal to launch strikes on Goma.", "strike"),
        ("Rebels were threatening to shell Goma.", "strike"),
        ("The group was prepared to attack Goma.", "clash"),
        ("Kyiv was given permission to strike Kursk.", "strike"),
    ],
)
def test_what_somebody_is_to_do_has_not_happened(text: str, kind: str) -> None:
    """*Asked to authorise*, *ordered to*, *threatening to*, *permission to*: planned, and no deed."""
    assert [one.modality for one in read(text, kind)] == [Modality.PLANNED]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army forced 900 people to evacuate Goma.", "displacement"),
        ("The raid prompted rebels to shell Goma.", "strike"),
        ("The army launched an attack to capture Goma.", "clash"),
        ("Soldiers who were ordered to withdraw shelled Goma.", "strike"),
        ("The captain asked the crew to leave and was killed in Goma.", "casualties"),
    ],
)
def test_what_was_done_beside_an_order_has_happened(text: str, kind: str) -> None:
    """*Forced to* and *prompted to* tell what came about, and a deed beside an order is told."""
    assert read(text, kind)[0].modality is Modality.ASSERTED
