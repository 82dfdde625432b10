"""Who reads claims for a command: the rules, or a language model, whose cost is told before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import claims
from claims.cli.terminal import tell, visible
from claims.model import Document, Extraction
from claims.settings import Settings

if TYPE_CHECKING:
    from claims.services.stages import Stages


def extracting(settings: Settings) -> Callable[[Document], Extraction]:
    """What extracts claims as the settings say.

    Raises:
        SettingsError: a language model shall, and the settings do not say which.
    """
    return claims.extract if settings.extractor == "rules" else stages(settings).extract


def stages(settings: Settings) -> Stages:
    """The stages of a case as the settings say; what a language model is sent and costs is told on stderr."""
    from claims.services.stages import own_stages

    return own_stages(settings, told)


def told(words: str) -> None:
    """Tell what is sent, or was."""
    tell(visible(words))


class Estimate:
    """Takes the place of extraction: tells what a language model would be sent, and sends nothing.

    Raises:
        SettingsError: the settings name no language model.
    """

    def __init__(self, settings: Settings) -> None:
        from claims.services.language_model import LanguageModel, Plan

        self._model = LanguageModel(settings)
        self._total = Plan()

    def __call__(self, document: Document) -> Extraction:
        """Tell of one document, and count it."""
        plan = self._model.plan(document)
        self._total += plan
        told(f"{document.name}: {plan.words(self._model.prices)}")
        return Extraction(document, (), (), ())

    def total(self) -> None:
        """Tell of all documents together."""
        told(
            f"{self._model.model} ({self._model.host}), in all: {self._total.words(self._model.prices)}"
        )
