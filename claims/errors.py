"""Every way in which using the engine can go wrong.

    ClaimsError
    ├── InputError            what was handed in cannot be used
    │   ├── UnreadableFile
    │   └── UnknownFormat
    ├── NotFound              an id or a name that the case does not hold
    ├── Refused               a rule of the model or a role says no
    │   ├── NotAllowed
    │   └── InHand
    ├── Stale                 what the writer saw is no longer the newest
    ├── StoreError            the case file or its surroundings
    │   ├── Locked
    │   ├── Corrupt
    │   └── NotPrinted
    └── SettingsError

Faults *in the data* are no exceptions: they are `claims.model.Problem` values beside the good results.
Errors in our own code are built-in exceptions and are never caught.
"""

from collections.abc import Mapping


class ClaimsError(Exception):
    """Something that a person can mend: what happened, and the next step.

    Args:
        message: what happened, naming the id, file or value concerned.
        next_step: what to do now, as a sentence.
        arabic: sentences within the message that exist in Arabic where they come from, such as a fault of the record:
            the Arabic, by the English that stands in the message.
    """

    def __init__(
        self, message: str, *, next_step: str = "", arabic: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step
        self.arabic = dict(arabic or {})

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()


class InputError(ClaimsError):
    """What was handed in cannot be used."""


class UnreadableFile(InputError):
    """The bytes could not be read or do not hold text."""


class UnknownFormat(InputError):
    """No reader knows this kind of file."""


class NotFound(ClaimsError):
    """An id or a name that the case does not hold."""


class Refused(ClaimsError):
    """A rule of the model says no; nothing was changed."""


class NotAllowed(Refused):
    """The actor's role does not cover this action."""


class InHand(Refused):
    """Somebody else has the pair in hand, and one answer is all that is asked for; whoever means it answers knowingly."""


class Stale(ClaimsError):
    """What the writer saw is no longer the newest; nothing was overwritten."""


class StoreError(ClaimsError):
    """The case file or its surroundings are at fault."""


class Locked(StoreError):
    """Another process holds the case file for longer than we wait."""


class Corrupt(StoreError):
    """The case file or an original does not verify."""


class NotPrinted(StoreError):
    """The pages of a PDF could not be set; every other format can be written."""


class SettingsError(ClaimsError):
    """A setting is unknown or has an impossible value."""
