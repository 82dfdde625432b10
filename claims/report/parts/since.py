"""Corrections: what has changed since the version of the report that was given out last."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import partial
from typing import Final

from claims.model import Edit, Message, PairKey
from claims.report.captions import moment, words_of
from claims.report.content import Changed
from claims.report.later import Each
from claims.report.ledger import Ledger, link, links
from claims.report.parts.edited import changes_of
from claims.report.parts.pending import became
from claims.report.parts.regrouped import parts_of, told_of
from claims.report.parts.who import who
from claims.report.value import (
    Block,
    Code,
    Listing,
    Paragraph,
    Piece,
    Ref,
    Section,
    Sentence,
    Thing,
    Words,
)

_TOLD_TOGETHER: Final = 50
"""So many things are named in one sentence at most."""


def since(of: Ledger) -> Section:
    """The section; says so before the first version was given out."""
    words, version = of.words, of.content.version
    title = (Words(words.text("since_title")),)
    if version is None:
        unread = any(each.kind == "version" for each in of.content.left_out)
        key = "since_unread" if unread else "since_none"
        first = Sentence(words.pieces(key), (of.record if unread else of.method,))
        return Section("since", title, (Paragraph((first,)),))
    head = words.pieces(
        "since_version" if version.seq else "since_version_blind",
        number=Code(str(version.number)),
        when=Code(moment(version.at)),
        who=words_of(version.by),
        seq=Code(str(version.seq)),
    )
    told = [Sentence(head, (of.record,))]
    if version.note:
        note = words.pieces("since_note", note=words_of(version.note, quoted=True))
        told.append(Sentence(note, (of.record,)))
    if version.less:
        told.append(Sentence(words.pieces("since_less"), (of.record,)))
    blocks: tuple[Block, ...] = (Paragraph(tuple(told)),)
    if version.changes:
        blocks += (Listing(Each(partial(_change, of), _alike(_telling_first(version.changes)))),)
    else:
        nothing = Sentence(words.pieces("since_nothing"), (of.record,))
        blocks += (Paragraph((nothing,)),)
    return Section("since", title, blocks)


def _telling_first(changes: Sequence[Changed]) -> Sequence[Changed]:
    """What came out first, then what led there, then documents; what is new stands together by what is said of it."""

    def rank(each: Changed) -> tuple[int, str]:
        return _ORDER.index(each.kind), each.after.en if _together(each) and each.how else ""

    ranks = list(map(rank, changes))
    order = array("L", sorted(range(len(ranks)), key=ranks.__getitem__))
    return Each(changes.__getitem__, order)


def _together(each: Changed) -> bool:
    """Whether several of one word are told in one sentence."""
    return not each.how or (each.kind, each.how) in _SEVERAL


def _alike(changes: Sequence[Changed]) -> Sequence[Sequence[Changed]]:
    """Those of one new word that follow each other, so that a new vocabulary does not hide the rest; all others alone."""
    begins, before, count = array("L"), None, 0
    for number, each in enumerate(changes):
        said = (each.kind, each.how, each.before, each.after)
        count += 1
        if not _together(each) or said != before or count > _TOLD_TOGETHER:
            begins.append(number)
            before, count = said, 1
    ends = (*begins[1:], len(changes))
    return Each(lambda at: changes[begins[at] : ends[at]], range(len(begins)))


def _change(of: Ledger, alike: Sequence[Changed]) -> Sentence:
    """What was said of some things and what is said now, and the things, where they still stand in the report."""
    words, changed = of.words, alike[0]
    thing = _REFS[changed.kind]
    there = [each.id in of.numbers[thing] for each in alike]
    refs = [of.ref(thing, each.id) for each, known in zip(alike, there, strict=True) if known]
    gone = (
        words.pieces(f"gone_{thing}", id=Code(each.id))
        for each, known in zip(alike, there, strict=True)
        if not known
    )
    how, more, rests_on = _further(of, changed)
    if len(alike) > 1 and (changed.kind, changed.how) in _SEVERAL:
        how += "_several"
    said = words.pieces(
        f"changed_{changed.kind}{how}",
        thing=words.listed([*links(refs), *gone]),
        before=_value(of, changed, changed.before),
        after=_value(of, changed, changed.after),
        entry=words.text(changed.entry) if changed.entry else "",
        **more,
    )
    if changed.kind in _JUDGED and changed.how not in _UNSAID:
        for each, known in zip(alike, there, strict=True):
            said += () if known else _fell(of, each.id, alone=len(alike) == 1)
    return Sentence(said, (*refs, *rests_on, *(() if all(there) else (of.record,))))


def _further(
    of: Ledger, changed: Changed
) -> tuple[str, dict[str, tuple[Piece, ...]], tuple[Ref, ...]]:
    """Which sentence tells a change, what else it tells, and what that rests on.

    An edit tells what it changed, by whom and why, a claim that was replaced leads to the edit that did so, an incident that
    stands by itself no more to the one that has its claim now.
    """
    if changed.kind == "edit" and changed.how == "new":
        edit = next((each for each in of.content.edits if str(each.id) == changed.id), None)
        return ("_new", {}, ()) if edit is None else ("_told", _edit_told(of, edit), ())
    if changed.kind == "grouping" and changed.how == "new":
        row = of.content.groupings[of.numbers[Thing.GROUPING][changed.id]]
        return "_told", {"told": told_of(of, row), "parts": parts_of(of, row)}, ()
    if (changed.kind, changed.how) == ("incident", "gone"):
        where = tuple(map(of.incident, of.incidents_of(changed.id)))
        if where:
            return "_goes_on", {"where": of.words.listed(links(where))}, where
    edit = of.replaced.get(changed.id) if (changed.kind, changed.how) == ("claim", "gone") else None
    if edit is not None:
        how = "_replaced" if edit.made else "_rejected"
        return how, {"by": link(of.edit(edit))}, (of.edit(edit),)
    return (f"_{changed.how}" if changed.how else ""), {}, ()


def _fell(of: Ledger, key: str, *, alone: bool) -> tuple[Piece, ...]:
    """That decisions on a pair that stands no more are not counted, and to which edit its claim fell; alone: it was just named."""
    if alone:
        return of.words.pieces("changed_former_one", became=became(of, PairKey.parse(key)))
    pair = of.words.pieces("gone_pair", id=Code(key))
    return of.words.pieces("changed_former", pair=pair, became=became(of, PairKey.parse(key)))


def _edit_told(of: Ledger, edit: Edit) -> dict[str, tuple[Piece, ...]]:
    """By whom an edit was made, when and why; what it changed, and the words of the claims where that tells too little."""
    changes = changes_of(of, edit)
    quoted = edit.made or edit.replaced
    quotes = ((words_of(each.quote, quoted=True),) for each in quoted)
    shown = () if edit.replaced and changes else of.words.listed(quotes)
    return {
        "who": who(of.words, edit.by, edit.taken_in),
        "when": (Code(moment(edit.at)),),
        "what": of.words.listed((each for each in (shown, changes) if each), by="semicolon"),
        "reason": (words_of(edit.reason or "–"),),
    }


def _value(of: Ledger, changed: Changed, value: Message) -> Piece:
    """What was or is said: our own word, or, of a document, the words of those who described it."""
    text = value.within(of.words.language)
    if not changed.entry or value.ar != value.en:
        return Words(text)
    return Code(text) if changed.entry == _DATE else words_of(text, quoted=True)


_DATE: Final = "published"
_JUDGED: Final = frozenset({"pair", "ruling"})
_UNSAID: Final = frozenset({"gone", "lapsed"})
_SEVERAL: Final = frozenset({("pair", "new"), ("document", "new")})
_REFS: Final = {
    "incident": Thing.INCIDENT,
    "claim": Thing.CLAIM,
    "ruling": Thing.PAIR,
    "pair": Thing.PAIR,
    "edit": Thing.EDIT,
    "grouping": Thing.GROUPING,
    "document": Thing.DOCUMENT,
}
_ORDER: Final = tuple(_REFS)
