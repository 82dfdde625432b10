"""What a case holds that its services would let nobody say.

`claims verify` names it, and a whole dump that holds any fills an empty case only knowingly. It can be there with no fault of anybody: earlier
programs took in what this one refuses. So nothing is refused for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.errors import Refused
from claims.model import Message
from claims.review.names import is_name, kept, look_alike
from claims.services.bringing import on_no_pair, unfit_marks
from claims.services.concluded import seen_by
from claims.services.conclusions_from_files import unfit as unfit_conclusions
from claims.services.numbering import REVIEWERS
from claims.services.policy import waiting, worked_on_alone
from claims.services.rulings_from_files import unfit as unfit_rulings
from claims.services.seen import public_pairs
from claims.store import company, conclusions, people
from claims.store.engine import Reader
from claims.store.verify import Fault


def check_whole(connection: Reader) -> None:
    """Pass when a case holds nothing that could not be said in one.

    Raises:
        Refused: it does; the first is named.
    """
    for found in breaches(connection):
        raise Refused(
            f"The dump holds what could not be said in a case. {found.message.en}",
            next_step="Nothing was taken in. Ask whoever made it, or take it in as it is with --knowingly: `claims verify` then names all of it.",
            arabic={found.message.en: found.message.ar},
        )


def breaches(connection: Reader, who: str | None = None) -> Iterator[Fault]:
    """Everything of the kind, by table and by the pair, claim or name that it is about.

    Args:
        connection: to a case whose record verifies.
        who: asks, and is told nothing that is hidden from them while pairs wait; None for all of it.
    """
    hides = who is not None and waiting(connection)
    public = public_pairs(connection) if hides else set()
    for by, fault in (*_names(connection), *_on_pairs(connection)):
        if not hides or by == who or fault.id in public:
            yield fault
    seen = set(conclusions.visible(connection, seen_by(connection, who))) if hides and who else None
    for said, error in unfit_conclusions(connection, connection, 0):
        if seen is None or said.id in seen:
            yield Fault(
                "conclusions",
                said.of,
                Message(
                    en=f"The conclusion of {said.by} on {said.matter} {said.of} could not be given: {error.message}",
                    ar=f"لا يمكن أن يُعطى استنتاج {said.by} في {said.of}.",
                ),
            )


def _names(connection: Reader) -> Iterator[tuple[str, Fault]]:
    for name in sorted(people.known(connection)):
        if not is_name(name) or kept(name) != name:
            why = Message(en=f"{name!a} is no name of a person.", ar=f"{name!a} ليس اسم شخص.")
            yield name, Fault("people", ascii(name), why)


def _on_pairs(connection: Reader) -> Iterator[tuple[str, Fault]]:
    """Answers, rulings and remarks, each with whose it is."""
    for by, key, error in unfit_marks(connection, 0):
        why = Message(
            en=f"The answer of {by} to pair {key} could not be given: {error.message}",
            ar=f"لا يمكن أن تُعطى إجابة {by} عن الزوج {key}.",
        )
        yield by, Fault("decisions", str(key), why)
    for each in on_no_pair(connection, 0):
        name = f"{each.topic.thing} {each.topic.id!a}"
        why = Message(
            en=f"The remark of {each.by} is on {name}, which names none.",
            ar=f"ملاحظة {each.by} على {name}، ولا شيء بهذا الاسم.",
        )
        yield each.by, Fault("remarks", each.topic.id, why)
    told: set[tuple[str, str]] = set()
    for key, settled_by, answered_by in company.both(
        connection, REVIEWERS, now=not worked_on_alone(connection)
    ):
        if look_alike(settled_by, answered_by) and (str(key), settled_by) not in told:
            told.add((str(key), settled_by))
            why = Message(
                en=f"{settled_by} settled pair {key}, and answered it as well.",
                ar=f"فصل {settled_by} في الزوج {key} وأجاب عنه أيضا.",
            )
            yield settled_by, Fault("adjudications", str(key), why)
    for key, _ in unfit_rulings(connection, connection, 0):
        why = Message(
            en=f"A ruling on pair {key} could not be given: its answers, its ground or what it adopts are not as it says.",
            ar=f"لا يمكن أن يصدر حكم في الزوج {key}: إجاباته أو سببه أو ما اعتمده ليس كما يقول.",
        )
        yield "", Fault("adjudications", str(key), why)
