"""A small invented case: two accounts of one strike, one in Arabic, one in English."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from claims.comparison import sheet
from claims.comparison.incidents import stated
from claims.model import (
    Account,
    Attribution,
    Basis,
    Cell,
    CellState,
    Chosen,
    Claim,
    Comparison,
    Conclusion,
    DateValue,
    Decision,
    Document,
    Edit,
    EditKind,
    Evidence,
    Finding,
    Grouping,
    GroupingKind,
    Incident,
    Level,
    Lineage,
    Mark,
    Matrix,
    MatrixRow,
    Matter,
    Message,
    PairKey,
    Part,
    Party,
    Place,
    Problem,
    Proposal,
    Quantity,
    Regrouping,
    Relation,
    Remark,
    RemarkKind,
    SameEvent,
    Scale,
    ScorePart,
    Settlement,
    Slot,
    SlotComparison,
    Source,
    Span,
    Spoken,
    Stated,
    Toll,
    Topic,
    Verdict,
    VerdictLabel,
)
from claims.model import Thing as TopicThing
from claims.report.content import AgreementLine, Changed, ReportContent, Version
from claims.verdict import Between, claim_proposals, grade
from claims.verdict.outcomes import outcomes
from claims.verdict.vocabulary import built_in

ARABIC = (
    "قالت شبكة النهر الإخبارية إن غارة في 3 أيار 2019 أصابت سوق القرية.\r\nوقُتل 4 مدنيين (F-16)."
)
ENGLISH = (
    "The joint command said on Saturday 3 May 2019 that a strike hit a depot. Nothing else was hit."
)


def document(text: str, name: str, **rest: object) -> Document:
    """A document of that text, hashed as its bytes would be."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    made = Document(sha256[:16], name, sha256, text, "ar", "utf-8")
    return replace(made, **rest)  # type: ignore[arg-type]


def span(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``."""
    start = text.index(words)
    return Span(start, start + len(words))


def claim(of: Document, words: str, source: str, **rest: object) -> Claim:
    """A claim of those words, said by ``source``."""
    where = span(of.text, words)
    made = Claim(
        id=hashlib.sha256(f"{of.id}{where}".encode()).hexdigest()[:16],
        document=of.id,
        span=where,
        quote=words,
        statement=words,
        kind="strike",
        date=None,
        places=(),
        actors=(),
        targets=(),
        quantities=(),
        attribution=(Attribution(source, Lineage.UNKNOWN),),
    )
    return replace(made, **rest)  # type: ignore[arg-type]


def party(of: Document, words: str, name: str) -> Party:
    """A party named by those words."""
    return Party(name, "", "group", words, span(of.text, words))


def comparison(
    one: Claim, other: Claim, levels: Mapping[Slot, Level], relation: Relation
) -> Comparison:
    """A comparison of that outcome."""
    slots = tuple(
        SlotComparison(
            slot, levels.get(slot, Level.ABSENT), Message(f"لأن {slot}", f"because {slot}")
        )
        for slot in Slot
    )
    return Comparison(
        key=PairKey.of(one.id, other.id),
        same_event=SameEvent.YES,
        relation=relation,
        slots=slots,
        parts=(ScorePart("date", 2.0, Message("اليوم نفسه", "same day")),),
        confidence=0.75,
        conflicting=tuple(slot for slot, level in levels.items() if level is Level.DIFFERENT),
    )


def network() -> tuple[Document, Claim, Claim]:
    """The Arabic account with its two claims."""
    of = document(
        ARABIC,
        "شبكة.txt",
        publisher=Source("River News Network", Lineage.LOCAL_NETWORK),
        published="2019-05-04",
        published_reason="given",
        address="https://example.org/a?x=1&y=2",
    )
    source = (Attribution("River News Network", Lineage.LOCAL_NETWORK, "قالت"),)
    date = DateValue("2019-05-03", "3 أيار 2019", span(ARABIC, "3 أيار 2019"), "full")
    where = Place("القرية", "", None, None, "in", "القرية", span(ARABIC, "القرية"))
    strike = claim(
        of,
        "غارة في 3 أيار 2019 أصابت سوق القرية",
        "River News Network",
        date=date,
        places=(where,),
        targets=(party(of, "سوق القرية", "market"),),
        attribution=source,
        context=span(ARABIC, ARABIC.split("\r\n", maxsplit=1)[0]),
    )
    killed = Quantity(
        4, 4, False, False, False, "killed", "civilian", "4 مدنيين", span(ARABIC, "4 مدنيين")
    )
    toll = claim(
        of,
        "قُتل 4 مدنيين",
        "River News Network",
        kind="casualties",
        statement="قُتل 4 مدنيين [في غارة 3 أيار 2019]",
        quantities=(killed,),
        attribution=source,
    )
    return of, strike, toll


def command() -> tuple[Document, Claim]:
    """The English account with its claim; the weekday is wrong: 3 May 2019 was a Friday."""
    of = document(
        ENGLISH,
        "release.txt",
        language="en",
        publisher=Source("Joint Command", Lineage.OFFICIAL),
        published="2019-05-05",
        published_reason="dateline",
    )
    words = "Saturday 3 May 2019"
    weekday = Finding(
        "weekday",
        Message("كان 3 أيار 2019 يوم جمعة.", "3 May 2019 was a Friday."),
        span(ENGLISH, words),
    )
    return of, claim(
        of,
        "a strike hit a depot",
        "Joint Command",
        date=DateValue("2019-05-03", words, span(ENGLISH, words), "full", weekday=6),
        targets=(party(of, "a depot", "depot"),),
        attribution=(Attribution("Joint Command", Lineage.OFFICIAL, "said"),),
        findings=(weekday,),
    )


def decision(number: int, key: PairKey, by: str, reason: str) -> Decision:
    """A conflict on the target, decided at a fixed time."""
    mark = Mark(key, SameEvent.YES, Relation.CONFLICT, (Slot.TARGET,), reason=reason)
    return Decision(number, mark, key, by, f"2020-01-02T03:04:0{number}.000000Z", None, True, 1)


def attached(pair: str) -> Remark:
    """A link to evidence on a pair, with all that can be said of it."""
    said = Evidence(
        *(
            "https://example.org/pictures?a=1&b=2",
            "https://archive.example.org/pictures",
            "cd" * 32,
        ),
        *("2019-05-06", "دخان فوق السوق"),
    )
    topic, at = Topic(TopicThing.PAIR, pair), "2020-01-02T03:04:30.000000Z"
    return Remark(1, topic, RemarkKind.LINK, said, "ana", at, None, None, live=True)


def corrected(of: Document, made: Claim) -> tuple[Edit, ...]:
    """That somebody gave the figure of a claim, and that somebody rejected another one."""
    read = replace(made, id="0123456789abcdef", quantities=())
    gone = replace(read, id="fedcba9876543210", kind="other")
    at = "2020-01-02T03:04:20.000000Z"
    text = hashlib.sha256(of.text.encode()).hexdigest()
    row = Edit(
        *(3, EditKind.CORRECT, of.id, "ana", at, "كما في البيان", (read,), (made,)),
        *((Part.QUANTITY,), text, "0.1.0", 1),
    )
    rejected = replace(
        row, id=4, kind=EditKind.REJECT, by="سلمى", replaced=(gone,), made=(), given=()
    )
    return row, rejected


def _split(off: tuple[str, ...], rest: tuple[str, ...]) -> Grouping:
    """A person has parted some claims from an incident."""
    said = Regrouping(GroupingKind.SPLIT, (off, rest), "يومان مختلفان")
    return Grouping(5, said, "سلمى", "2020-01-02T03:04:30.000000Z", None, None, live=True)


def case() -> ReportContent:
    """Two documents, three claims, one decided pair, one open pair, two edits, one split."""
    ours, strike, toll = network()
    theirs, release = command()
    decided = comparison(
        strike, release, {Slot.DATE: Level.EQUAL, Slot.TARGET: Level.DIFFERENT}, Relation.CONFLICT
    )
    still_open = comparison(toll, release, {}, Relation.UNSURE)
    judged = decision(7, decided.key, "سلمى", "سوق لا مستودع")
    rule = Message("حكم واحد بالتعارض.", "One decision says conflict.")
    claims = (strike, toll, release)
    event = Incident(
        id=min(strike.id, release.id),
        claims=tuple(sorted((strike.id, release.id))),
        first="2019-05-03",
        last="2019-05-03",
        accounts=tuple(_account(each) for each in (release, strike)),
        lineages=2,
        tolls=(Toll("killed", "civilian", 4, 4, ("River News Network",), (toll.id,), open=True),),
    )
    spoken = {decided.key: Spoken((judged.mark,))} if judged.mark else {}
    alone = Incident(toll.id, (toll.id,), "", "", (_account(toll),), 1, ())
    cells = tuple(
        Cell(each.speaker.source, (each.id,), CellState.CONFLICT, (Slot.TARGET,))
        for each in (release, strike)
    )
    graded = grade(event.id, (strike, release), [Between((strike, release), (judged,), False)])
    return ReportContent(
        title="case",
        made_at="2020-01-02T03:05:00.123456Z",
        program="0.1.0",
        documents=(ours, theirs),
        claims=claims,
        comparisons=(decided, still_open),
        decisions=(judged,),
        verdicts=(
            Verdict(strike.id, VerdictLabel.CONFLICTING_EVIDENCE, "lineages/1", (rule,), (7,)),
        ),
        problems=(
            Problem(
                "not-understood",
                Message("لم يُفهم.", "Not understood."),
                ours.id,
                span(ARABIC, "(F-16)"),
            ),
        ),
        audit_seq=12,
        audit_hash="ab" * 32,
        question="ماذا أصابت الغارة؟",
        scope="One day, one village",
        evidence=(attached(str(decided.key)),),
        edits=corrected(ours, toll),
        groupings=(_split((toll.id,), event.claims),),
        incidents=(event, alone),
        sheets=(
            sheet(event, (strike, release), (decided,), spoken),
            sheet(alone, (toll,), ()),
        ),
        matrix=Matrix(("Joint Command", "River News Network"), (MatrixRow("2019-05-03", cells),)),
        grades=outcomes((graded,), (_concluded(graded),), built_in(Scale.GRADE)),
        outcomes=outcomes(
            claim_proposals(claims, (decided,), (judged,)), (), built_in(Scale.VERDICT)
        ),
        agreement=(
            AgreementLine(
                Message("العلاقة", "relation"),
                ("ana", "سلمى"),
                "cohen",
                2,
                0.5,
                0.1,
                0.9,
                None,
                (
                    (
                        3,
                        Message(
                            "لم يُجب عنها كلا المراجعَين", "not answered by both of these people"
                        ),
                    ),
                ),
            ),
            AgreementLine(
                Message("العلاقة", "relation"),
                ("ana", "سلمى"),
                "krippendorff",
                1,
                1.0,
                None,
                None,
                None,
                no_interval=Message(
                    "لا مدى: القيمة من زوج واحد", "no interval: from one pair only"
                ),
            ),
        ),
        beside_agreement=(
            (
                4,
                Message("لم يُجب عنها كل من طُلب منهم ذلك", "not answered by all who were asked"),
            ),
        ),
        version=Version(
            1,
            "2020-01-01T00:00:00.000000Z",
            "ana",
            "first",
            9,
            (
                Changed(
                    *("ruling", str(decided.key), "over"),
                    *(Message("متوافق", "agree"), Message("تعارض", "conflict")),
                ),
                Changed(
                    *("document", ours.id, "card"),
                    *(Message("غير معروف", "unknown"), Message("شبكة النهر", "شبكة النهر")),
                    "publisher",
                ),
                Changed("edit", "3", "new", *(Message("تصحيح", "corrected"),) * 2),
                Changed("edit", "2", "gone", *(Message("إضافة", "added"),) * 2),
                Changed("claim", strike.id, "", Message("قبل", "before"), Message("بعد", "after")),
                Changed("incident", event.id, "", Message("قبل", "then"), Message("بعد", "now")),
            ),
        ),
        vocabularies=tuple(built_in(scale) for scale in Scale),
    )


def _account(of: Claim) -> Account:
    slots = [slot for slot in Slot if stated(of, slot)]
    return Account(
        of.speaker.source,
        of.speaker.lineage,
        (of.id,),
        tuple(Stated(slot, (of.id,), slot is Slot.TARGET) for slot in slots),
    )


def _concluded(graded: Proposal) -> Conclusion:
    """A grade that somebody overrode with a reason, before a claim came in."""
    words, ways = built_in(Scale.GRADE), built_in(Scale.RESOLUTION)
    term, way = words.terms[0], ways.terms[0]
    said = Settlement(
        Chosen(term.id, term.name, words.id),
        "weak",
        graded.policy,
        Basis(graded.basis.claims[:1]),
        True,
        "صُوّر <b>",
        Chosen(way.id, way.name, ways.id),
    )
    return Conclusion(
        3, Matter.INCIDENT, graded.id, said, "ana", "2020-01-02T03:04:09.000000Z", None, True
    )
