"""The pure stages that the use cases run: bytes → document → claims → comparisons.

They are handed in when a case is opened, so that another extractor of the same form can take the place of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from claims.model import (
    PLAIN,
    Claim,
    Comparison,
    Document,
    Extraction,
    PairKey,
    Source,
    Wordlist,
)
from claims.settings import Settings

RULES: Final = "rules"
"""The extractor that needs no other machine."""


class Read(Protocol):
    """Bytes to a document; see `claims.text.reading.read`."""

    def __call__(
        self, data: bytes, *, name: str, published: str, publisher: Source | None, address: str
    ) -> Document:
        """The document in these bytes; ``name`` is the file's with its folders, which only errors repeat."""


class Extract(Protocol):
    """A document to claims; see `claims.extraction.extract` and `claims.checks.examine`."""

    def __call__(self, document: Document, wordlist: Wordlist = PLAIN, /) -> Extraction:
        """The claims of the document, read with what the case adds and without the checks it does without."""


class CompareAll(Protocol):
    """Claims to suggested pairs; see `claims.comparison.compare_all`."""

    def __call__(
        self, claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Comparison, ...]:
        """The comparison of every pair that is suggested."""


class Standing(Protocol):
    """Claims that were held against each other; see `claims.comparison.standing.Standing`."""

    def changed(self, came: Sequence[Claim], gone: Iterable[str] = ()) -> Step:
        """What other claims change."""

    def passed_over(self) -> int:
        """How many claims were held against none, for too many others say what they say."""

    def parts(self, claims: Sequence[Claim]) -> Mapping[str, bytes]:
        """What is to be kept of these claims, for each of their documents."""


class Step(Protocol):
    """What a change of the claims changes among the pairs; see `claims.comparison.standing.Step`."""

    @property
    def after(self) -> Standing:
        """The claims as they stand now."""

    @property
    def met(self) -> tuple[PairKey, ...]:
        """Pairs to compare."""

    @property
    def parted(self) -> tuple[PairKey, ...]:
        """Pairs of claims that stay and meet no longer."""


class Comparing(Protocol):
    """Comparing only what is new, in any process."""

    def engine(self) -> str:
        """Names the program that compares and puts in order."""

    def standing(self, parts: Iterable[bytes]) -> Standing:
        """The claims of which this was kept."""

    def compare(
        self,
        claims: Mapping[str, Claim],
        keys: Iterable[PairKey],
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[Comparison, ...]:
        """The comparison of each of these pairs that is suggested."""

    def compare_apart(
        self, claims: Mapping[str, Claim], keys: Iterable[PairKey]
    ) -> tuple[Comparison, ...]:
        """The comparison of each of these pairs, suggested or not."""


@dataclass(frozen=True, slots=True)
class Stages:
    """One function for each stage, values in, values out.

    Attributes:
        read: bytes to a document.
        extract: a document to claims.
        compare_all: claims to suggested pairs.
        comparing: compares only what is new; None where every run compares all claims.
        extractor: who extracts: `RULES`, or a language model by name with the version of what it is asked.
    """

    read: Read
    extract: Extract
    compare_all: CompareAll
    extractor: str = RULES
    comparing: Comparing | None = None


def own_stages(
    settings: Settings | None = None, notice: Callable[[str], None] | None = None
) -> Stages:
    """Ours; imported when they are first used, for their data take a moment to load.

    Args:
        settings: say who extracts claims; None for the rules, which send nothing anywhere.
        notice: told what a language model is sent, and what it cost.

    Raises:
        SettingsError: a language model shall extract, and the settings do not say which.
    """

    def read(
        data: bytes, *, name: str, published: str, publisher: Source | None, address: str
    ) -> Document:
        from claims.text.reading import read

        return read(data, name=name, published=published, publisher=publisher, address=address)

    def extract(document: Document, wordlist: Wordlist = PLAIN, /) -> Extraction:
        from claims.checks import examine
        from claims.extraction import extract

        return examine(extract(document, wordlist), without=wordlist.without)

    def compare_all(
        claims: Sequence[Claim], *, progress: Callable[[int, int], None] | None = None
    ) -> tuple[Comparison, ...]:
        from claims.comparison import compare_all

        return compare_all(claims, progress=progress)

    ours = Stages(read, extract, compare_all, comparing=_Ours())
    return (
        ours if settings is None or settings.extractor == RULES else _asking(ours, settings, notice)
    )


class _Ours:
    """`Comparing` by `claims.comparison`."""

    def engine(self) -> str:
        from claims.comparison import Standing
        from claims.review.order import edition

        return f"{Standing.engine()} {edition()}"

    def standing(self, parts: Iterable[bytes]) -> Standing:
        from claims.comparison import Standing

        return Standing.of_parts(parts)

    def compare(
        self,
        claims: Mapping[str, Claim],
        keys: Iterable[PairKey],
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[Comparison, ...]:
        from claims.comparison import compare_keys

        return compare_keys(claims, keys, progress=progress)

    def compare_apart(
        self, claims: Mapping[str, Claim], keys: Iterable[PairKey]
    ) -> tuple[Comparison, ...]:
        from claims.comparison import compare_apart

        return compare_apart(claims, keys)


def _asking(ours: Stages, settings: Settings, notice: Callable[[str], None] | None) -> Stages:
    """Our stages with a language model in the place of the rules."""
    from claims.checks import examine
    from claims.services.language_model import LanguageModel

    model = LanguageModel(settings, notice=notice)

    def extract(document: Document, wordlist: Wordlist = PLAIN, /) -> Extraction:
        return examine(model.extract(document, wordlist), without=wordlist.without)

    return replace(ours, extract=extract, extractor=model.name)
