"""The words of the interface in Arabic and English, from gettext catalogues.

The English sentence is the message id; `messages/ar.po` and `messages/en.po` hold the translations and their plural
forms (Arabic has six). The catalogues are compiled in memory when a language is first asked for, so that what a
translator edits is what is shown.
"""

from __future__ import annotations

import gettext
import io
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

Language = Literal["ar", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("ar", "en")
AUTONYMS: Final[dict[Language, str]] = {"ar": "العربية", "en": "English"}
"""What each language calls itself; the same in every interface."""

KEYWORDS: Final = {"words": None, "many": (1, 2), "mark": None}
"""Names of calls whose string arguments are messages, for Babel's extractor."""

FIRST_STRONG_ISOLATE: Final = "\u2068"
POP_ISOLATE: Final = "\u2069"


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language.

    Attributes:
        language: ``ar`` or ``en``.
        catalogue: its compiled translations.
    """

    language: Language
    catalogue: gettext.NullTranslations

    def __call__(self, message: str, **values: object) -> str:
        """The translation of ``message``, its ``{names}`` filled from ``values``."""
        return self.catalogue.gettext(message).format(**values)

    def many(self, one: str, several: str, count: int, **values: object) -> str:
        """The plural form that goes with ``count``; ``{count}`` is filled with it in the reader's form."""
        told = self.number(count)
        return self.catalogue.ngettext(one, several, count).format(count=told, **values)

    def number(self, value: float, form: str | None = None) -> str:
        """A number in the reader's form; ``form`` is a CLDR pattern where it is another than the usual one."""
        return _spoken(value, form, self.language)

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction of the interface in this language."""
        return "rtl" if self.language == "ar" else "ltr"


def mark(message: str) -> str:
    """``message`` itself; says that it is a message id, translated where it is shown."""
    return message


def isolate(text: str) -> str:
    """``text`` between bidi isolates, so that a name keeps its own direction inside a sentence."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def known(language: str) -> Language | None:
    """``language`` if there is a catalogue for it, else None."""
    return next((name for name in LANGUAGES if name == language), None)


@lru_cache(maxsize=4096)
def _spoken(value: float, form: str | None, language: Language) -> str:
    """Screens say the same few numbers again and again, and a locale is long to look up."""
    return format_decimal(value, format=form, locale=language)


@cache
def of(language: Language) -> Words:
    """The words of ``language``."""
    source = files("workbench.wording") / "messages" / f"{language}.po"
    catalogue = read_po(io.BytesIO(source.read_bytes()), locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Words(language, gettext.GNUTranslations(compiled))
