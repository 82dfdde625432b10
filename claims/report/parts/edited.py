"""What people changed about claims: what was read before, what stands now, by whom and why; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Final

from claims.model import Claim, Edit, Part, Slot
from claims.report.captions import kind_caption, moment, slot_pieces, source_caption, words_of
from claims.report.later import Each
from claims.report.ledger import Ledger, link
from claims.report.parts.outcomes import Fact
from claims.report.parts.who import who
from claims.report.value import Code, Facts, Paragraph, Piece, Section, Sentence, Words
from claims.report.wording import Wording


def edited(of: Ledger) -> Section:
    """The section, one part for each edit that stands; says so when there is none."""
    words = of.words
    title = (Words(words.text("edits_title")),)
    edits = of.content.edits
    key = "edits_note" if edits else "edits_none"
    note = Paragraph((Sentence(words.pieces(key), (of.method,)),))
    return Section("edits", title, (note,), Each(partial(_edit, of), edits))


def edited_sentence(of: Ledger, claim: Claim) -> tuple[Sentence, ...]:
    """That a person made a claim, and where it is told what was read before; nothing of what the program read."""
    edit = of.edits.get(claim.id)
    if edit is None:
        return ()
    told = of.words.pieces("edited_claim", edit=link(of.edit(edit)))
    return (Sentence(told, (of.edit(edit),)),)


def _edit(of: Ledger, edit: Edit) -> Section:
    words, ref = of.words, of.edit(edit)
    rows = [
        *((words.text("edit_read"), _named(of, each)) for each in edit.replaced),
        *((words.text("edit_made"), _named(of, each)) for each in edit.made),
        *_changes(of, edit),
        (words.text("edit_by"), who(words, edit.by, edit.taken_in)),
        (words.text("time"), (Code(moment(edit.at)),)),
        (words.text("reason"), (words_of(edit.reason or "–"),)),
        (words.text("the_document"), _document(of, edit)),
    ]
    done = words.word("edit", edit.kind)
    return Section(
        anchor=ref.anchor,
        title=words.pieces("edit_title", edit=ref.label, done=done),
        blocks=(Facts(tuple(rows)),),
        things=(ref,),
    )


def _document(of: Ledger, edit: Edit) -> tuple[Piece, ...]:
    if edit.document not in of.documents:
        return (Code(edit.document),)
    return link(of.document(edit.document))


def _named(of: Ledger, claim: Claim) -> tuple[Piece, ...]:
    """A claim where it still stands in the report, else its id; and its words with their place."""
    there = claim.id in of.claims
    return of.words.pieces(
        "edit_claim",
        claim=link(of.claim(claim.id)) if there else Code(claim.id),
        place=Code(f"[{claim.span.start}, {claim.span.end})"),
        quote=words_of(claim.quote, quoted=True),
    )


def changes_of(of: Ledger, edit: Edit) -> tuple[Piece, ...]:
    """In one line what an edit changed, part by part; nothing where it only sets claims aside.

    The statement follows from the rest, and is told only where nothing else has changed.
    """
    found = tuple(_changes(of, edit, frozenset(Part) - {Part.STATEMENT}))
    told = (
        of.words.pieces("edit_part", part=label, told=said)
        for label, said in found or _changes(of, edit)
    )
    return of.words.listed(told, by="semicolon")


def _changes(of: Ledger, edit: Edit, parts: Collection[Part] = frozenset(Part)) -> Iterator[Fact]:
    """Part by part what was said and what is said now; of a claim that stands for none before it all that it says."""
    words = of.words
    nothing = (Words(words.text("not_stated")),)
    for made in edit.made:
        for part in (each for each in Part if each in parts):
            now, then = _TOLD[part](made, words), _before(edit, part, words)
            if now != then and (edit.replaced or now != nothing):
                given = words.text(_how(edit, part))
                label = _label(of, edit, made, part)
                if edit.replaced:
                    yield label, words.pieces("edit_changed", before=then, after=now, how=given)
                else:
                    yield label, words.pieces("edit_says", now=now, how=given)


def _label(of: Ledger, edit: Edit, made: Claim, part: Part) -> str:
    """The part, and of which claim where the edit made several."""
    name = of.words.word("edited_part", part)
    if len(edit.made) == 1:
        return name
    called = of.claim(made.id).label if made.id in of.claims else made.id
    return of.words.text("edit_part_of", part=name, claim=called)


def _before(edit: Edit, part: Part, words: Wording) -> tuple[Piece, ...]:
    """What the claims that an edit replaces said in a part, each answer once."""
    told = dict.fromkeys(_TOLD[part](each, words) for each in edit.replaced)
    return words.listed(told, by="semicolon")


def _how(edit: Edit, part: Part) -> str:
    """How a value came: a person gave it, or it was read in the words; the statement follows from the rest."""
    if part in edit.given:
        return "edit_given"
    return "edit_follows" if part is Part.STATEMENT else "edit_found"


def _speaker(claim: Claim, words: Wording) -> tuple[Piece, ...]:
    return words.listed(
        ((words_of(source_caption(each.source, words.language)),) for each in claim.attribution),
        by="relays",
    )


_Told = Callable[[Claim, Wording], tuple[Piece, ...]]


def _slot(slot: Slot) -> _Told:
    return lambda claim, words: slot_pieces(claim, slot, words)


_TOLD: Final[Mapping[Part, _Told]] = {
    Part.DATE: _slot(Slot.DATE),
    Part.PLACE: _slot(Slot.PLACE),
    Part.ACTOR: _slot(Slot.ACTOR),
    Part.TARGET: _slot(Slot.TARGET),
    Part.QUANTITY: _slot(Slot.QUANTITY),
    Part.SPEAKER: _speaker,
    Part.KIND: lambda claim, words: (Words(kind_caption(claim.kind, words.language)),),
    Part.POLARITY: lambda claim, words: (words.mark("polarity", claim.polarity),),
    Part.MODALITY: lambda claim, words: (words.mark("modality", claim.modality),),
    Part.STATEMENT: lambda claim, _: (words_of(claim.statement),),
}
"""What a claim says in each part that a person can correct."""
