"""Use cases: the only place where stages and store meet.

`open_case` gives a `Case`; its parts are the use cases, one noun each:

    documents   take files in, list and read them       (`claims.services.documents`)
    claims      list, read and edit claims              (`claims.services.claims`, `claims.services.editing`)
    pairs       compare claims, list and read pairs     (`claims.services.matching`)
    incidents   claims by event; merge, split, undo     (`claims.services.incidents`, `claims.services.grouping`)
    review      queue, decide, undo, history            (`claims.services.queueing`, `claims.services.answering`, `claims.services.reviewing`)
    adjudication  settle what reviewers part on         (`claims.services.adjudicating`)
    agreement   how far reviewers agree                 (`claims.services.agreeing`)
    remarks     marks on claims, notes, tags, links     (`claims.services.remarking`)
    verdicts    outcomes by a named policy              (`claims.services.verdicts`)
    report      build and write the report              (`claims.services.reporting`)
    package     report, data and originals in one signed file (`claims.services.packaging`)
    exports     write the data, read back what was filled in (`claims.services.exporting`)
    problems    what could not be read or understood    (`claims.services.problems`)
    wordlist    parties, places and checks of the case  (`claims.services.wordlist`)
    people      who works on the case, in which role    (`claims.services.people`)
    audit       verify and show the record              (`claims.services.auditing`)

`Shelf` keeps several cases open at once, those of a folder (`claims.services.shelf`).

Every write is one transaction together with its rows of the audit chain: it happens whole or not at all. Every
method may be called from any thread. Everything a face needs to import stands here or in `claims.model`.
"""

from claims.errors import (
    ClaimsError,
    Corrupt,
    InHand,
    InputError,
    Locked,
    NotAllowed,
    NotFound,
    Refused,
    SettingsError,
    Stale,
    StoreError,
    UnknownFormat,
    UnreadableFile,
)
from claims.report.naming import NamedBy
from claims.report.refusals import safe_and_step, told_in
from claims.review.roles import TeamRole
from claims.services.agreeing import Agreement, LeftOut, Measured
from claims.services.beside import Beside
from claims.services.captions import (
    caption,
    sign_words,
    source_caption,
    toll_caption,
    voice_words,
    warm,
)
from claims.services.case import Case, open_case
from claims.services.dating import DescribedMany, Saying
from claims.services.describing import Describes
from claims.services.log import configure as configure_log
from claims.services.making import used_or_gone
from claims.services.people import Person
from claims.services.rereading import ReadAgain
from claims.services.restoring import restore
from claims.services.results import (
    AddReport,
    Conflicts,
    LoadReport,
    Outlook,
    Page,
    PairCounts,
    PairsReport,
    Progress,
    Refusal,
    Watch,
)
from claims.services.shelf import Kept, Shelf
from claims.services.wordlist import CheckState, PartyKind
from claims.settings import Settings, load_settings
from claims.store.audit import Entry, Head
from claims.store.verify import Fault

__all__ = [
    "AddReport",
    "Agreement",
    "Beside",
    "Case",
    "CheckState",
    "ClaimsError",
    "Conflicts",
    "Corrupt",
    "DescribedMany",
    "Describes",
    "Entry",
    "Fault",
    "Head",
    "InHand",
    "InputError",
    "Kept",
    "LeftOut",
    "LoadReport",
    "Locked",
    "Measured",
    "NamedBy",
    "NotAllowed",
    "NotFound",
    "Outlook",
    "Page",
    "PairCounts",
    "PairsReport",
    "PartyKind",
    "Person",
    "Progress",
    "ReadAgain",
    "Refusal",
    "Refused",
    "Saying",
    "Settings",
    "SettingsError",
    "Shelf",
    "Stale",
    "StoreError",
    "TeamRole",
    "UnknownFormat",
    "UnreadableFile",
    "Watch",
    "caption",
    "configure_log",
    "load_settings",
    "open_case",
    "restore",
    "safe_and_step",
    "sign_words",
    "source_caption",
    "told_in",
    "toll_caption",
    "used_or_gone",
    "voice_words",
    "warm",
]
