"""A language model as an alternative extractor: off unless the settings switch it on.

Any server that speaks the chat completions of OpenAI with answers by JSON schema. `LanguageModel` asks it passage by
passage (`endpoint`), keeps its answers (`cache`), says what it costs (`cost`), checks their form (`answer`) and leaves it
to `claims.extraction.proposed` what of it the text bears out. This is the only part of the engine that opens a connection
to another machine.
"""

from claims.services.language_model.cost import Plan, Prices, Usage
from claims.services.language_model.endpoint import ModelUnavailable
from claims.services.language_model.extractor import LanguageModel, Notice

__all__ = ["LanguageModel", "ModelUnavailable", "Notice", "Plan", "Prices", "Usage"]
