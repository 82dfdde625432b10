"""``mark``, ``note``, ``tag``, ``link``, ``withdraw`` and ``remarks``: what people write beside the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.cases import opened
from claims.cli.lines import print_remark
from claims.cli.options import CaseFile, Json, Language, Reviewer, words_in
from claims.cli.terminal import sum_up
from claims.errors import InputError
from claims.model import (
    Evidence,
    Quality,
    Remark,
    RemarkKind,
    Slot,
    Tag,
    Thing,
    Topic,
    bare_hash,
)

if TYPE_CHECKING:
    from claims.services import Case

ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="Id of a claim.", show_default=False)]
Kind = Annotated[
    Thing, typer.Argument(metavar="THING", help="What it is about.", show_default=False)
]
Of = Annotated[str, typer.Argument(metavar="ID", help="Its id.", show_default=False)]
Number = Annotated[
    int, typer.Argument(metavar="NUMBER", help="Number of a remark of yours.", show_default=False)
]
Words = Annotated[str, typer.Argument(metavar="TEXT", help="The words.", show_default=False)]
Address = Annotated[
    str, typer.Argument(metavar="URL", help="Where it was published.", show_default=False)
]
Judged = Annotated[Quality, typer.Option("--quality", help="How it was read.", show_default=False)]
Wrong = Annotated[
    list[Slot] | None,
    typer.Option("--slot", help="A slot that is wrong; may be given more than once."),
]
Comment = Annotated[str, typer.Option("--comment", metavar="TEXT", help="What else to say.")]
Archive = Annotated[str, typer.Option("--archive", metavar="URL", help="Where a copy is kept.")]
Hash = Annotated[str, typer.Option("--hash", metavar="HASH", help="SHA-256 of the bytes seen.")]
Retrieved = Annotated[str, typer.Option("--retrieved", metavar="TIME", help="When it was seen.")]
About = Annotated[Thing | None, typer.Option("--about", help="Only those about one thing …")]
Id = Annotated[str, typer.Option("--id", metavar="ID", help="… of this id.")]
OfKind = Annotated[RemarkKind | None, typer.Option("--kind", help="Only those of one kind.")]
WithTag = Annotated[str, typer.Option("--tag", metavar="NAME", help="Only this tag.")]


def mark(  # noqa: PLR0913 - a command line has as many parameters as options
    claim: ClaimId,
    *,
    quality: Judged,
    slot: Wrong = None,
    comment: Comment = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Say how well one claim was read; an earlier mark of yours on it is superseded, never erased."""
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        name = acting.claims.find(claim).id
        found = acting.remarks.mark(name, quality, slots=tuple(slot or ()), comment=comment)
    print_remark(found, words_in(language), as_json=as_json)


def note(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    thing: Kind,
    of: Of,
    text: Words,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Write a note on a document, claim, pair, incident or decision."""
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        found = acting.remarks.note(_topic(acting, thing, of), text)
    print_remark(found, words_in(language), as_json=as_json)


def tag(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    thing: Kind,
    of: Of,
    name: Words,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Tag a document, claim, pair, incident or decision."""
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        found = acting.remarks.tag(_topic(acting, thing, of), name)
    print_remark(found, words_in(language), as_json=as_json)


def link(  # noqa: PLR0913 - a command line has as many parameters as options
    thing: Kind,
    of: Of,
    address: Address,
    *,
    archive: Archive = "",
    sha256: Hash = "",
    retrieved: Retrieved = "",
    comment: Comment = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Say where evidence lies outside of the case; nothing is fetched from there."""
    evidence = Evidence(address, archive, bare_hash(sha256), retrieved, comment)
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        found = acting.remarks.link(_topic(acting, thing, of), evidence)
    print_remark(found, words_in(language), as_json=as_json)


def withdraw(
    number: Number,
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Take a remark of yours away; the record keeps it."""
    with opened(case) as at_hand:
        found = at_hand.acting_as(by).remarks.withdraw(number)
    print_remark(found, words_in(language), as_json=as_json)


def remarks(  # noqa: PLR0913, PLR0917 - a command line has as many parameters as options
    about: About = None,
    of: Id = "",
    kind: OfKind = None,
    tagged: WithTag = "",
    by: Reviewer = "",
    as_json: Json = False,
    case: CaseFile = None,
    language: Language = None,
) -> None:
    """Print the remarks that stand and that you may see; those that are all that is asked for."""
    if of and about is None:
        raise InputError(
            "An id names a thing of one kind.",
            next_step="Say of which with --about: document, claim, pair, incident or decision.",
        )
    with opened(case) as at_hand:
        acting = at_hand.acting_as(by)
        rooms = acting.remarks
        found = rooms.of(_topic(acting, about, of)) if about and of else rooms.list()
    asked = [each for each in found if _is_asked(each, about, kind, tagged)]
    words = words_in(language)
    for each in asked:
        print_remark(each, words, as_json=as_json)
    sum_up(words.text("line_remarks", count=len(asked)), as_json=as_json)


def _topic(case: Case, thing: Thing, of: str) -> Topic:
    """The thing by its whole id: the beginning of one names a document, a claim or an incident, and its name a document too.

    Raises:
        NotFound: there is none, or more than one.
    """
    match thing:
        case Thing.DOCUMENT:
            return Topic(thing, case.documents.find(of).id)
        case Thing.CLAIM | Thing.INCIDENT:
            return Topic(thing, case.claims.find(of).id)
        case Thing.PAIR | Thing.DECISION | Thing.RULING | Thing.CONCLUSION:
            return Topic(thing, of)


def _is_asked(remark: Remark, about: Thing | None, kind: RemarkKind | None, tagged: str) -> bool:
    """Whether a remark is about such a thing, of this kind and with this tag, as far as any is asked for."""
    return (
        about in {None, remark.topic.thing}
        and kind in {None, remark.kind}
        and (not tagged or (isinstance(remark.content, Tag) and remark.content.name == tagged))
    )
