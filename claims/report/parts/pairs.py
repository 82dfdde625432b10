"""The pairs with a decision: both quotes with their surroundings, slot by slot, and who decided what, when and why."""

from __future__ import annotations

import re

from claims.model import Claim, Comparison, Decision, Modality, Polarity, SlotComparison
from claims.report.captions import slot_pieces, source_caption, words_of
from claims.report.ledger import Ledger, link
from claims.report.parts.found import relation_of
from claims.report.value import (
    Beside,
    Block,
    Code,
    Paragraph,
    Passage,
    Piece,
    Ref,
    Row,
    Section,
    Sentence,
    Table,
    Thing,
    Words,
)
from claims.text.language import language_of

SURROUNDINGS = 240
"""Code points of the document shown on each side of a quote, at most, when its sentence shows no more."""

_WORD = re.compile(r"\s+")


def pairs(of: Ledger) -> Section:
    """The section, one part for each pair that was decided."""
    title = (Words(of.words.text("pairs_title")),)
    decided = of.decided()
    if not decided:
        nothing = Sentence(of.words.pieces("pairs_none"), (of.method,))
        return Section("pairs", title, (Paragraph((nothing,)),))
    return Section("pairs", title, parts=tuple(_pair(of, each) for each in decided))


def _pair(of: Ledger, comparison: Comparison) -> Section:
    ref = of.pair(comparison.key)
    left, right = of.sides(comparison.key)
    blocks: tuple[Block, ...] = (
        Beside(_passage(of, left), _passage(of, right)),
        _slots(of, comparison),
        Paragraph(_suggestion(of, comparison)),
        _decisions(of, of.decisions[comparison.key]),
        *_ruling(of, comparison),
    )
    title = of.words.pieces(
        "pair_title",
        pair=ref.label,
        relation=relation_of(of, comparison),
        left=of.speaker(left),
        right=of.speaker(right),
    )
    return Section(anchor=ref.anchor, title=title, blocks=blocks, things=(ref,))


def _passage(of: Ledger, claim: Claim) -> Passage:
    words = of.words
    document = of.documents[claim.document]
    ref, where = of.claim(claim.id), of.document(document.id)
    start, end = _window(claim, document.text)
    source = words.pieces(
        "says",
        source=_chain(of, claim),
        lineage=words.mark("lineage", claim.speaker.lineage),
        document=link(where),
    )
    statement = words.pieces("understood_as", statement=words_of(claim.statement))
    place = words.pieces("place_of", span=Code(f"[{claim.span.start}, {claim.span.end})"))
    return Passage(
        claim=ref,
        source=Sentence(source, (ref, where)),
        before=document.text[start : claim.span.start],
        quote=claim.quote,
        after=document.text[claim.span.end : end],
        language=_language(claim.quote, document.language),
        notes=(
            Sentence(statement, (ref,)),
            *_stance(of, claim),
            Sentence(place, (ref, where)),
            *(_finding(of, claim, number) for number in range(len(claim.findings))),
        ),
    )


def _language(quote: str, otherwise: str) -> str:
    own = language_of(quote)
    return otherwise if own == "und" else own


def _chain(of: Ledger, claim: Claim) -> tuple[Piece, ...]:
    """Who says it, outermost first."""
    names = (source_caption(link.source, of.words.language) for link in claim.attribution)
    return of.words.listed(((words_of(name),) for name in names), by="relays")


def _stance(of: Ledger, claim: Claim) -> tuple[Sentence, ...]:
    """How the words stand to the fact, where that is more than a plain statement."""
    words = of.words
    said = []
    if claim.polarity is not Polarity.AFFIRMED:
        said.append((words.mark("polarity", claim.polarity),))
    if claim.modality is not Modality.ASSERTED:
        said.append((words.mark("modality", claim.modality),))
    if not said:
        return ()
    pieces = words.pieces("how_said", stance=words.listed(said))
    return (Sentence(pieces, (of.claim(claim.id),)),)


def _finding(of: Ledger, claim: Claim, number: int) -> Sentence:
    message = claim.findings[number].message.within(of.words.language)
    return Sentence((Words(message),), (of.claim(claim.id),))


def _window(claim: Claim, text: str) -> tuple[int, int]:
    """The stretch to show: the claim's sentence, or more where that is the quote itself."""
    start, end = claim.span.start, claim.span.end
    if claim.context is not None:
        start, end = min(start, claim.context.start), max(end, claim.context.end)
    if start == claim.span.start:
        start = _whole_word(text, max(0, start - SURROUNDINGS), start)
    if end == claim.span.end:
        far = min(len(text), end + SURROUNDINGS)
        gap = max((each.start() for each in _WORD.finditer(text, end, far)), default=far)
        end = far if far == len(text) else gap
    return start, end


def _whole_word(text: str, start: int, limit: int) -> int:
    if start == 0:
        return 0
    gap = _WORD.search(text, start, limit)
    return gap.end() if gap else start


def _slots(of: Ledger, comparison: Comparison) -> Table:
    words = of.words
    left, right = of.sides(comparison.key)
    return Table(
        caption=words.text("slots_caption"),
        columns=tuple(words.text(key) for key in ("slot", "left", "right", "level", "why")),
        rows=tuple(Row(_slot(of, each, left, right)) for each in comparison.slots),
    )


def _slot(
    of: Ledger, each: SlotComparison, left: Claim, right: Claim
) -> tuple[tuple[Piece, ...], ...]:
    words = of.words
    return (
        (words.mark("slot", each.slot),),
        slot_pieces(left, each.slot, words),
        slot_pieces(right, each.slot, words),
        (words.mark("level", each.level),),
        (Words(each.message.within(words.language)),),
    )


def _suggestion(of: Ledger, comparison: Comparison) -> tuple[Sentence, ...]:
    words = of.words
    rests_on: tuple[Ref, ...] = tuple(
        of.claim(claim) for claim in (comparison.key.left, comparison.key.right)
    )
    suggested = words.pieces(
        "suggested",
        relation=words.mark("relation", comparison.relation),
        same_event=words.mark("same_event", comparison.same_event),
        confidence=Code(f"{comparison.confidence:.2f}"),
    )
    told = [Sentence(suggested, rests_on)]
    if comparison.apparent is not None:
        kind = words.mark("apparent", comparison.apparent)
        told.append(Sentence(words.pieces("suggested_kind", kind=kind), rests_on))
    if comparison.dependence:
        reason = words_of(comparison.dependence)
        told.append(Sentence(words.pieces("dependence", reason=reason), rests_on))
    return tuple(told)


def _decisions(of: Ledger, decisions: tuple[Decision, ...]) -> Table:
    words = of.words
    columns = ("number", "reviewer", "time", "event", "relation", "in_conflict", "kind", "reason")
    return Table(
        caption=words.text("decisions_caption"),
        columns=tuple(words.text(key) for key in columns),
        rows=tuple(_decision(of, each) for each in decisions),
    )


def _ruling(of: Ledger, comparison: Comparison) -> tuple[Block, ...]:
    """What an adjudicator settled, on which answers, and whose was adopted."""
    ruled = of.rulings.get(comparison.key)
    if ruled is None or ruled.ruling is None:
        return ()
    words, ruling = of.words, ruled.ruling
    rests_on = tuple(of.decision(each.id) for each in of.decisions[comparison.key])
    told = words.pieces(
        "settled_by",
        who=words_of(ruled.by),
        when=Code(ruled.at),
        relation=words.mark("relation", ruling.mark.relation),
        ground=words.mark("ground", ruling.ground),
        note=words_of(ruling.note),
    )
    people = words.listed((words_of(each.by),) for each in ruled.adopted)
    adopted = words.pieces("adopted_of", people=people) if people else words.pieces("adopted_none")
    return (Paragraph((Sentence(told, rests_on), Sentence(adopted, rests_on))),)


def _decision(of: Ledger, decision: Decision) -> Row:
    words, mark = of.words, decision.mark
    nothing = (Words("–"),)
    head: tuple[tuple[Piece, ...], ...] = (
        (Code(str(decision.id)),),
        (words_of(decision.by),),
        (Code(decision.at),),
    )
    if mark is None:
        return Row((*head, *(nothing for _ in range(5))), Ref(Thing.DECISION, str(decision.id)))
    said: tuple[tuple[Piece, ...], ...] = (
        (words.mark("same_event", mark.same_event),),
        (words.mark("relation", mark.relation),),
        words.listed((words.mark("slot", slot),) for slot in mark.slots) or nothing,
        nothing if mark.apparent is None else (words.mark("apparent", mark.apparent),),
        (words_of(mark.reason),) if mark.reason else nothing,
    )
    return Row((*head, *said), of.decision(decision.id))
