"""Texts for the steerable stages of `tests.stages`: one claim on each line."""

from __future__ import annotations

from typing import Final

EVENTS: Final = 120
LONGEST: Final = 60
"""Words of the longest span that has to fit on the screen without scrolling."""

_ARABIC: Final = "حاجزا للجيش على الضفة الغربية لنهر الفرات قرب جسر السياسية شمال المدينة"
_ENGLISH: Final = "a checkpoint of the army on the west bank of the river near the old bridge"


def many_pairs() -> str:
    """A hundred and twenty events, each told by two speakers: in Arabic and in English, in short and in long sentences."""
    return "".join(
        f"{speaker} ({lineage}): event{number:02} {_words(number, speaker)}\n"
        for number in range(EVENTS)
        for speaker, lineage in (("Department", "official"), ("Network", "local network"))
    )


def hostile_lines() -> str:
    """Claims whose words would be markup, scripts or directional overrides if somebody let them."""
    attacks = (
        '<img src=x onerror="document.title=1">',
        "</script><script>document.title=1</script>",
        '<a href="javascript:document.title=1">click</a> ![x](http://evil.example/beacon.png)',
        "safe \u202egpj.exe",
    )
    return "".join(
        f"{speaker} ({lineage}): event{number} {attack}\n"
        for number, attack in enumerate(attacks)
        for speaker, lineage in (("Department<b>", "official"), ("Network", "local network"))
    )


def _words(number: int, speaker: str) -> str:
    """What was hit: other words for each speaker, one word more with each event, in either script."""
    repeated = ((_ARABIC if number % 2 else _ENGLISH) + " ") * LONGEST
    head = 4  # "Speaker (lineage): event" in front of it
    count = LONGEST - head if number % 10 == 0 else 6 + number % 20
    return " ".join([speaker.lower(), *repeated.split()][:count])
