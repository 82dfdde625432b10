"""From the content of a case to a report: nothing is lost, everything leads back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

import pytest

from claims.model import (
    Adjudication,
    Answer,
    Apparent,
    Attribution,
    Decision,
    Edit,
    EditKind,
    Ground,
    Lineage,
    Mark,
    Message,
    Modality,
    Polarity,
    Relation,
    Ruling,
    SameEvent,
    Slot,
    Verdict,
    VerdictLabel,
)
from claims.report.build import build
from claims.report.content import Changed, ReportContent
from claims.report.runs import plain
from claims.report.value import (
    Beside,
    Block,
    Code,
    Facts,
    Foreign,
    Link,
    Listing,
    Paragraph,
    Passage,
    Picture,
    Piece,
    Ref,
    Report,
    Section,
    Sentence,
    Table,
)
from claims.report.value import (
    Mark as Shown,
)
from claims.report.wording import wording

from .examples import case, decision

EMPTY = ReportContent(title="empty", made_at="2020-01-01T00:00:00.000000Z", program="0.1.0")


def sections(of: Report) -> Iterator[Section]:
    """Every section, in reading order."""
    waiting = list(of.sections)
    while waiting:
        section = waiting.pop(0)
        yield section
        waiting[:0] = section.parts


def blocks(of: Report) -> Iterator[Block]:
    """Every block, in reading order."""
    yield from of.front
    for section in sections(of):
        yield from section.blocks


def passages(of: Report) -> Iterator[Passage]:
    """Every passage, in reading order."""
    for block in blocks(of):
        if isinstance(block, Beside):
            yield from (block.left, block.right)
        elif isinstance(block, Passage):
            yield block


def sentences(of: Report) -> Iterator[Sentence]:
    """Every sentence, those of passages last."""
    for block in blocks(of):
        if isinstance(block, Paragraph):
            yield from block.sentences
        elif isinstance(block, Listing):
            yield from block.items
    for passage in passages(of):
        yield from (passage.source, *passage.notes)


def pieces(of: Report) -> Iterator[Piece]:
    """Every piece of sentences, facts and cells."""
    yield from of.title
    for sentence in sentences(of):
        yield from sentence.pieces
    for block in blocks(of):
        if isinstance(block, Facts):
            for _, value in block.rows:
                yield from value
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell


def standing(of: Report) -> set[Ref]:
    """Every thing that has a place in the report."""
    found = {thing for section in sections(of) for thing in section.things}
    for block in blocks(of):
        if isinstance(block, Table):
            found |= {row.anchor for row in block.rows if row.anchor is not None}
    return found


def said(of: Report) -> str:
    """All words of the report, sentence by sentence and cell by cell."""
    return " ".join(
        piece.to.label if isinstance(piece, Link) else piece.text for piece in pieces(of)
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_a_sentence_rests_on_stands_in_the_report(language: str) -> None:
    """No reference leads nowhere."""
    report = build(case(), language)
    named = {ref for sentence in sentences(report) for ref in sentence.rests_on}
    named |= {piece.to for piece in pieces(report) if isinstance(piece, Link)}

    assert named <= standing(report)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_of_the_case_is_left_out(language: str) -> None:
    """Documents, claims, pairs, decisions, verdicts and problems all have their place."""
    content = case()
    ids = {(ref.thing.value, ref.id) for ref in standing(build(content, language))}

    assert {("document", each.id) for each in content.documents} <= ids
    assert {("claim", each.id) for each in content.claims} <= ids
    assert {("pair", str(each.key)) for each in content.comparisons} <= ids
    assert {("decision", str(each.id)) for each in content.decisions} <= ids
    assert {("verdict", each.claim) for each in content.verdicts} <= ids
    assert ("problem", "1") in ids
    assert {("incident", each.id) for each in content.incidents} <= ids


def test_quotes_and_their_surroundings_stand_in_the_document_word_for_word() -> None:
    """``before + quote + after`` is a stretch of the text, line breaks included."""
    content = case()
    texts = {claim.id: claim for claim in content.claims}
    documents = {document.id: document.text for document in content.documents}

    found = list(passages(build(content, "ar")))

    assert {passage.claim.id for passage in found} == set(texts)
    for passage in found:
        claim = texts[passage.claim.id]
        text = documents[claim.document]
        start = claim.span.start - len(passage.before)
        whole = passage.before + passage.quote + passage.after
        assert passage.quote == text[claim.span.start : claim.span.end]
        assert text[start : start + len(whole)] == whole
        assert passage.before
        assert passage.after


def quoted_in(section: Section) -> list[str]:
    """The claims whose passages stand directly in a section."""
    return [block.claim.id for block in section.blocks if isinstance(block, Passage)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_incident_shows_all_its_quotes_with_context(language: str) -> None:
    """Whether one source tells of it or several, and whether its pairs were decided or not."""
    content = case()
    by_incident = {
        section.anchor: quoted_in(section) for section in sections(build(content, language))
    }

    assert {len(one.accounts) for one in content.incidents} == {1, 2}
    for one in content.incidents:
        assert by_incident[f"incident-{one.id}"] == list(one.claims)


def test_claims_of_no_incident_are_quoted_with_context_too() -> None:
    """What tells of no event is not in the appendix alone."""
    content = case()
    alone = content.incidents[1]
    without = replace(content, incidents=content.incidents[:1])

    by_anchor = {each.anchor: quoted_in(each) for each in sections(build(without, "en"))}

    assert by_anchor["incidents-none"] == list(alone.claims)


def test_a_passage_is_in_the_language_of_its_quote() -> None:
    """Also in a report of the other language."""
    assert {passage.language for passage in passages(build(case(), "ar"))} == {"ar", "en"}


def test_the_decided_conflict_opens_the_report() -> None:
    """Relation, slot, both sources, the day and what each says in the slot, with the decision it rests on."""
    report = build(case(), "en")
    first = next(sentences(report))

    assert [ref.anchor.partition("-")[0] for ref in first.rests_on] == ["pair", "decision"]
    assert "".join(getattr(piece, "text", "") for piece in first.pieces) == (
        "conflict on target between Joint Command and River News Network, 3 May 2019."
        " What each says: target: depot a depot against market سوق القرية."
    )


def test_a_figure_of_agreement_that_is_nothing_has_no_sign() -> None:
    """Minus nothing is no figure that a reader knows."""
    content = case()
    line = replace(content.agreement[0], value=-0.0001, low=-0.0002, high=0.5)

    report = build(replace(content, agreement=(line,)), "en")

    codes = {piece.text for piece in pieces(report) if isinstance(piece, Code)}
    assert {"0.000", "0.000 … 0.500"} <= codes


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_figure_of_agreement_without_an_interval_says_why_where_the_interval_would_stand(
    language: str,
) -> None:
    """A dash would leave the reader to guess whether the program has none or there can be none."""
    content = case()
    known, bare = content.agreement
    assert bare.no_interval is not None

    (section,) = (each for each in build(content, language).sections if each.anchor == "agreement")

    (table,) = (block for block in section.blocks if isinstance(block, Table))
    told = [plain(row.cells[3]).strip("\u2066\u2069") for row in table.rows]
    assert told == [f"{known.low:.3f} … {known.high:.3f}", bare.no_interval.within(language)]


def test_a_slot_that_was_read_on_neither_side_is_not_told_as_said() -> None:
    """Reviewers may part on what the program did not read; "not stated against not stated" would say nothing."""
    content = case()
    (judged,) = content.decisions
    mark = Mark(judged.key, SameEvent.YES, Relation.CONFLICT, (Slot.QUANTITY,))

    report = build(replace(content, decisions=(replace(judged, mark=mark),)), "en")

    assert text_of(next(sentences(report))).endswith("3 May 2019.")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "conflict (later update) on target between"),
        ("ar", "تعارض (تحديث لاحق) في (الهدف) بين"),
    ],
)
@pytest.mark.parametrize("ruled", [False, True])
def test_a_conflict_in_appearance_is_told_with_its_kind(
    language: str, told: str, ruled: bool
) -> None:
    """Where the report opens and above the pair, by the reviewers or by an adjudicator."""
    content = case()
    (judged,) = content.decisions
    mark = Mark(
        judged.key, SameEvent.YES, Relation.CONFLICT, (Slot.TARGET,), apparent=Apparent.LATER_UPDATE
    )
    given = Answer(judged.by, judged.at)
    ruling = Adjudication(
        *(1, judged.key, Ruling(mark, Ground.EVIDENCE), "ana", "2020-01-03"),
        *((given,), (), None),
        live=True,
    )
    said = (
        replace(content, adjudications=(ruling,))
        if ruled
        else replace(content, decisions=(replace(judged, mark=mark),))
    )

    report = build(said, language)
    first = next(sentences(report))
    headed = next(each for each in sections(report) if each.anchor == f"pair-{judged.key}")

    assert text_of(first).startswith(told)
    assert [each.id for each in headed.title if isinstance(each, Shown)] == [
        *("conflict", "later_update")
    ]


def test_what_nobody_could_settle_stands_behind_what_was() -> None:
    """Though the queue had asked for it first."""
    content = case()
    (judged,) = content.decisions
    asked, waiting = content.comparisons
    unsure = replace(
        decision(8, waiting.key, "ana", ""),
        mark=Mark(waiting.key, SameEvent.UNSURE, Relation.UNSURE),
    )
    said = replace(content, comparisons=(waiting, asked), decisions=(unsure, judged))

    (listing,) = build(said, "en").sections[0].blocks

    assert isinstance(listing, Listing)
    assert [text_of(each).partition(" ")[0] for each in listing.items] == ["conflict", "unsure"]


def test_reviewers_who_do_not_agree_are_shown_as_such() -> None:
    """Neither word wins by being later."""
    content = case()
    key = content.decisions[0].key
    other = replace(
        decision(8, key, "ana", ""), mark=Mark(key, SameEvent.YES, Relation.PARTIAL, reason="scope")
    )

    report = build(replace(content, decisions=(*content.decisions, other)), "en")

    assert "The reviewers do not agree (conflict, partial)" in "".join(
        getattr(piece, "text", "") for piece in next(sentences(report)).pieces
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "as an adjudicator settled it; the reviewers said: conflict."),
        ("ar", "بعد حسم الخلاف؛ قال المراجعون: تعارض."),
    ],
)
def test_a_ruling_opens_the_report_in_the_place_of_what_it_settled(
    language: str, told: str
) -> None:
    """With what it says and with what the reviewers had said; the pair is headed by the ruling too."""
    content = case()
    key = content.decisions[0].key
    mark = Mark(key, SameEvent.YES, Relation.PARTIAL, (Slot.TARGET,))
    given = Answer(content.decisions[0].by, content.decisions[0].at)
    ruled = Adjudication(
        1, key, Ruling(mark, Ground.EVIDENCE), "ana", "2020-01-03", (given,), (), None, live=True
    )

    report = build(replace(content, adjudications=(ruled,)), language)
    first = next(sentences(report))
    headed = next(each for each in sections(report) if each.anchor == f"pair-{key}")

    assert told in text_of(first)
    assert first.pieces[0] == wording(language).mark("relation", Relation.PARTIAL)
    assert [each.id for each in headed.title if isinstance(each, Shown)] == ["partial"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_version_whose_row_is_withheld_names_none(language: str) -> None:
    """Row 0 would be a row that nobody finds."""
    content = case()
    assert content.version is not None
    blind = replace(content, version=replace(content.version, seq=0))
    found = next(each for each in sections(build(blind, language)) if each.anchor == "since")
    block = found.blocks[0]
    assert isinstance(block, Paragraph)

    assert "0" not in {
        piece.text for piece in block.sentences[0].pieces if not isinstance(piece, Link)
    }


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "the claim with the id aaaabbbbccccdddd no longer stands"),
        ("ar", "الادعاء ذو المعرّف aaaabbbbccccdddd لم يعد قائماً"),
    ],
)
def test_what_is_gone_since_the_last_version_is_told_by_its_kind(language: str, told: str) -> None:
    """A bare id tells no reader what it was."""
    content = case()
    assert content.version is not None
    label = Message(en="Weak", ar="ضعيفة")
    gone = Changed("claim", "aaaabbbbccccdddd", "gone", label, label)
    content = replace(content, version=replace(content.version, changes=(gone,)))

    found = next(each for each in sections(build(content, language)) if each.anchor == "since")
    listing = found.blocks[-1]

    assert isinstance(listing, Listing)
    assert text_of(listing.items[0]).startswith(told)


def text_of(sentence: Sentence) -> str:
    """A sentence as plain text."""
    return "".join(
        piece.to.label if isinstance(piece, Link) else piece.text for piece in sentence.pieces
    )


def test_whoever_relays_a_claim_is_named_before_whoever_says_it() -> None:
    """The chain of attribution is shown whole, outermost first."""
    content = case()
    strike = content.claims[0]
    relay = Attribution("Daily", Lineage.AGENCY)
    relayed = replace(strike, attribution=(relay, *strike.attribution))

    report = build(replace(content, claims=(relayed, *content.claims[1:])), "en")

    assert "Daily ← River News Network (local network), in document 1" in {
        text_of(passage.source) for passage in passages(report)
    }


def test_a_denial_is_told_beside_its_quote() -> None:
    """A claim that is more than a plain statement says how it is said."""
    content = case()
    denied = replace(content.claims[0], polarity=Polarity.NEGATED, modality=Modality.DENIED)

    report = build(replace(content, claims=(denied, *content.claims[1:])), "en")
    told = {
        passage.claim.id: text_of(note)
        for passage in passages(report)
        for note in passage.notes
        if text_of(note).startswith("How it is said")
    }

    assert told == {denied.id: "How it is said: negated, denied"}


def test_a_denial_is_told_where_accounts_are_compared() -> None:
    """Its words stand where both part, and among the facts of the incident, as far as somebody else says that it happened."""
    content = case()
    strike, toll, release = content.claims
    denied = replace(strike, polarity=Polarity.NEGATED, targets=())
    telling = build(replace(content, claims=(denied, toll, release)), "en")

    opening = next(each for each in sections(telling) if each.anchor == "found").blocks[0]
    assert isinstance(opening, Listing)
    first = text_of(opening.items[0])
    assert "not stated" not in first
    assert denied.quote in first
    assert "negated" in first
    assert _denials(telling) == [denied.quote]
    assert _denials(build(content, "en")) == []
    nobody = replace(release, polarity=Polarity.NEGATED)
    assert _denials(build(replace(content, claims=(denied, toll, nobody)), "en")) == []


def _denials(of: Report) -> list[str]:
    """The words of those who are told to deny an incident."""
    facts = (block for block in blocks(of) if isinstance(block, Facts))
    rows = (value for block in facts for label, value in block.rows if label.startswith("Denied"))
    return [
        each.text for value in rows for each in value if isinstance(each, Foreign) and each.quoted
    ]


def test_what_was_said_before_a_claim_changed_is_told_as_such() -> None:
    """In the opening sentence and beside the decisions."""
    content = case()
    earlier = tuple(replace(each, overtaken=True) for each in content.decisions)
    told = said(build(replace(content, decisions=earlier), "en"))
    assert "This was said before one of the two claims, or how it is read, changed." in told
    assert "the decisions are on what both said then, and still count" in told
    assert "said before one of the two" not in said(build(content, "en"))


def test_what_a_person_changed_is_told_part_by_part() -> None:
    """What they gave, what follows from it, and what was read before; a claim that was rejected keeps its words."""
    content = case()
    edit, rejected = content.edits
    (made,) = edit.made
    (before,) = edit.replaced
    reworded = replace(before, statement="four died")
    report = build(replace(content, edits=(replace(edit, replaced=(reworded,)), rejected)), "en")

    told = {
        section.anchor: {label: plain(value) for label, value in block.rows}
        for section in sections(report)
        for block in section.blocks
        if section.anchor.startswith("edit-") and isinstance(block, Facts)
    }
    assert told["edit-3"]["quantity"].endswith("(given by the person)")
    assert told["edit-3"]["statement"].endswith("(follows from the edit)")
    assert "four died" in told["edit-3"]["statement"]
    assert rejected.replaced[0].quote in told["edit-4"]["Read before"]
    assert "Stands after it" not in told["edit-4"]
    assert made.id in {ref.id for ref in standing(report)}


def test_pairs_on_which_reviewers_part_are_among_what_is_open() -> None:
    """Also where the relation is one and the slots are others; nobody said all slots together. A ruling closes it."""
    content = case()
    (one, *_) = content.decisions
    said = one.mark
    assert said is not None

    def answered(who: str, number: int, *slots: Slot) -> Decision:
        mark = replace(said, relation=Relation.CONFLICT, slots=slots, apparent=None)
        return replace(one, id=number, by=who, mark=mark)

    apart = (answered("ana", one.id, Slot.ACTOR), answered("ben", 102, Slot.TARGET, Slot.PLACE))
    open_ = replace(content, decisions=apart, adjudications=())

    def told(of: ReportContent) -> tuple[str, list[str]]:
        report = build(of, "en")
        (first,) = (each for each in sections(report) if each.anchor == "found")
        (listing,) = (block for block in first.blocks if isinstance(block, Listing))
        named = [
            ref.id
            for each in sections(report)
            if each.anchor == "disputed"
            for block in each.blocks
            if isinstance(block, Listing)
            for item in block.items
            for ref in item.rests_on
        ]
        return text_of(listing.items[0]), named

    sentence, named = told(open_)
    assert "do not agree on where it lies (" in sentence
    assert named == [str(one.key)]
    alike = replace(open_, decisions=(apart[0], replace(apart[0], id=102, by="ben")))
    assert told(alike)[1] == []
    given = tuple(Answer(each.by, each.at) for each in apart)
    assert apart[0].mark is not None
    ruling = Ruling(apart[0].mark, Ground.EVIDENCE)
    ruled = Adjudication(1, one.key, ruling, "eve", "2020-01-03", given, (), None, live=True)
    assert told(replace(open_, adjudications=(ruled,)))[1] == []


def test_source_by_date_is_drawn_for_all_sources() -> None:
    """Eight to a picture; what is left to the table is said, and nothing where nothing is."""
    content = case()
    assert content.matrix is not None
    (row, *_) = content.matrix.rows
    names = tuple(f"source {number:02}" for number in range(50))
    cells = tuple(replace(row.cells[0], source=name) for name in names)
    wide = replace(content.matrix, sources=names, rows=(replace(row, cells=cells),))

    def shown(of: ReportContent) -> tuple[int, str]:
        report = build(of, "en")
        (part,) = (each for each in sections(report) if each.anchor == "glance-matrix")
        drawn = [block for block in part.blocks if isinstance(block, Picture)]
        (told,) = (block for block in part.blocks if isinstance(block, Paragraph))
        return len(drawn), " ".join(map(text_of, told.sentences))

    count, told = shown(replace(content, matrix=wide))
    assert count == 6
    assert "sources 2" in told
    assert "In the table and not in the pictures" not in shown(content)[1]


def test_a_split_is_told_part_by_part_of_each_claim() -> None:
    """What was read before beside what each of the new claims says; of one that stands for none before, all it says."""
    content = case()
    edit, rejected = content.edits
    (made,) = edit.made
    other = replace(made, id="0" * 16, kind="damage", quantities=())
    both = replace(edit, kind=EditKind.SPLIT, made=(made, other))
    added = replace(edit, kind=EditKind.ADD, replaced=())

    def rows(one: Edit) -> dict[str, str]:
        report = build(replace(content, edits=(one, rejected)), "en")
        (told,) = (each for each in sections(report) if each.anchor == f"edit-{edit.id}")
        (facts,) = (block for block in told.blocks if isinstance(block, Facts))
        return {label: plain(value) for label, value in facts.rows}

    split = rows(both)
    assert "before: casualties; now: damage" in split[f"kind, {other.id}"]
    assert f"quantity, {other.id}" not in split
    (given,) = (said for label, said in split.items() if label.startswith("quantity, "))
    assert given.endswith("(given by the person)")
    assert rows(added)["kind"].startswith("casualties")


def test_decisions_on_a_pair_that_stands_no_more_are_listed() -> None:
    """Its claim was replaced: they count no more, and no one who reads the report misses them."""
    content = case()
    judged, still_open = content.comparisons

    report = build(replace(content, comparisons=(still_open,)), "en")
    (former,) = (each for each in sections(report) if each.anchor == "former")

    (table,) = (block for block in former.blocks if isinstance(block, Table))
    assert [row.cells[0] for row in table.rows] == [(Code(str(judged.key)),)]
    assert "former" not in {each.anchor for each in sections(build(content, "en"))}


def test_each_outcome_that_waits_is_named() -> None:
    """Grades and verdicts, fifty in a sentence."""
    content = case()
    report = build(content, "en")
    (waiting,) = (each for each in sections(report) if each.anchor == "unconcluded")
    (listing,) = (block for block in waiting.blocks if isinstance(block, Listing))

    named = {ref.id for item in listing.items for ref in item.rests_on}

    open_ = {each.proposal.id for each in content.outcomes if each.conclusion is None}
    assert open_
    assert open_ <= named


def test_what_nobody_judged_is_listed_as_a_suggestion() -> None:
    """The open pair stands in the section of what is not decided."""
    content = case()
    report = build(content, "en")
    still_open = next(section for section in sections(report) if section.anchor == "open")
    table = next(block for block in still_open.blocks if isinstance(block, Table))

    assert [row.anchor and row.anchor.id for row in table.rows] == [str(content.comparisons[1].key)]


def test_a_decision_without_a_mark_is_shown_as_a_row_without_words() -> None:
    """A row that takes an earlier one back says nothing of the pair."""
    content = case()
    silent = Decision(9, None, content.decisions[0].key, "ana", "2020-01-03T00:00:00Z", 8, True, 1)

    report = build(replace(content, decisions=(*content.decisions, silent)), "en")

    assert "9" in {piece.text for piece in pieces(report) if not isinstance(piece, Link)}


def bare(content: ReportContent) -> tuple[Verdict, ...]:
    """A verdict without a decision on every claim of the content."""
    rule = Message("لم يُحكم فيه.", "Nobody judged it.")
    label = VerdictLabel.NOT_ENOUGH_EVIDENCE
    return tuple(Verdict(each.id, label, "lineages/1", (rule,), ()) for each in content.claims)


@pytest.mark.parametrize("left", [(0, 1, 2), (0, 2), (1,)])
def test_verdicts_without_a_decision_are_told_together(left: tuple[int, ...]) -> None:
    """Label and rule once, with how many; the numbers of their claims by document, a run as its first and last."""
    content = case()
    every = bare(content)
    without = [every[at] for at in left]
    report = build(replace(content, verdicts=tuple(without)), "en")
    told = [each for each in sentences(report) if "Nobody judged it." in text_of(each)]
    (section,) = (each for each in sections(report) if each.anchor == "verdicts-without-decision")
    (table,) = (each for each in section.blocks if isinstance(each, Table))
    runs = [
        (row.cells[0], int(first), int(last or first))
        for row in table.rows
        for first, last in re.findall(
            r"(\d+)(?:–(\d+))?", text_of(Sentence(row.cells[2], told[0].rests_on))
        )
    ]

    assert len(told) == 1
    assert f"this holds: {len(without)};" in text_of(told[0])
    listed = [number for _, first, last in runs for number in range(first, last + 1)]
    numbers = {each.id: number for number, each in enumerate(content.claims, 1)}
    assert listed == [numbers[verdict.claim] for verdict in without]
    homes = [content.claims[number - 1].document for number in listed]
    assert [home for home, _ in groupby(homes)] == [
        piece.to.id for row in table.rows for piece in row.cells[0] if isinstance(piece, Link)
    ]
    assert all(one[0] != other[0] or one[2] + 1 < other[1] for one, other in pairwise(runs))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_case_gives_a_report_that_says_so(language: str) -> None:
    """Every section is there, and each says that it has nothing."""
    report = build(EMPTY, language)

    assert len(report.sections) == len(build(case(), language).sections)
    assert len(list(sentences(report))) >= 6


def test_the_same_content_gives_the_same_report() -> None:
    """Nothing but the content goes in."""
    assert build(case(), "ar") == build(case(), "ar")


def test_the_findings_of_the_checks_quote_the_words_they_are_about() -> None:
    """A weekday that cannot be is quoted from the document."""
    words = said(build(case(), "en"))

    assert "3 May 2019 was a Friday." in words
    assert "Saturday 3 May 2019" in words


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_people_said_stands_right_behind_what_reviewers_found(language: str) -> None:
    """A reader sees verdicts before method and documents; what nobody confirmed is none."""
    content = case()
    said = [each for each in (*content.grades, *content.outcomes) if each.conclusion is not None]

    found = build(content, language).sections[0]
    (part,) = found.parts
    (listing,) = part.blocks

    assert isinstance(listing, Listing)
    assert len(listing.items) == len(said) > 0
    assert {each.proposal.id for each in said} == {
        ref.id for each in listing.items for ref in each.rests_on
    }
    without = build(replace(content, grades=(), outcomes=()), language).sections[0]
    assert not without.parts


def test_what_would_change_an_outcome_says_into_which_word() -> None:
    """Of incidents and of claims alike, in the words of the case."""
    told = " ".join(said(build(case(), "en")).split())
    assert "Fair : If two independent sources" in told
    assert "What would change it: Refuted : If one more independent source" in told


@pytest.mark.parametrize(
    ("language", "said"), [("ar", "لم يُذكر في القضية"), ("en", "not stated in the case")]
)
def test_a_report_says_where_question_and_scope_are_not_stated(language: str, said: str) -> None:
    """As lines of their own, where they stand when they are stated."""
    stated = replace(case(), question=" ", scope="")
    (facts,) = build(stated, language).front
    assert isinstance(facts, Facts)

    assert [plain(value) for _, value in facts.rows[:2]] == [said, said]
