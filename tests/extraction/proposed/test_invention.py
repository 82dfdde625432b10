"""Whatever is proposed, nothing is claimed that the text does not hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.lexicon import kinds
from claims.extraction.proposed import (
    Proposal,
    ProposedDate,
    ProposedFigure,
    ProposedSpeaker,
    assemble,
    cut,
    judge,
    read,
)
from claims.model import Source
from tests.factories import a_document

TEXT = (
    "قالت وزارة الدفاع الأمريكية إن غارة للتحالف الدولي قتلت 21 شخصا بينهم 5 أطفال في الرقة في 3 أيار 2019. "
    "ولم تقصف الطائرات مدرسة قرب حلب (28 و27 آذار). Local networks said more than five raids hit ISIS near Raqqa "
    "on 9 May 2019, killing 12 people. Was it an accident? The army may attack Idlib tomorrow."
)
WORDS = TEXT.split()

READING = read(
    a_document(TEXT, language="ar", publisher=Source("Daily Post"), published="2019-05-10")
)
PASSAGES = cut(READING, 100_000).passages
MENTIONS = READING.mentions

stretches = st.builds(
    lambda first, size: " ".join(WORDS[first : first + size]),
    st.integers(0, len(WORDS) - 3),
    st.integers(3, 9),
)
inventions = stretches | st.text(max_size=12) | st.sampled_from(["12", "21", "Damascus"])
dates = st.sampled_from([one.text for one in MENTIONS.dates] * 3 + ["3 May 2018"])
figures = st.sampled_from([one.text for one in MENTIONS.quantities] * 3 + ["12"])
places = st.sampled_from([one.text for one in MENTIONS.places])
parties = st.sampled_from([one.text for one in MENTIONS.parties])
speakers = st.sampled_from([one.text for one in MENTIONS.sources] * 4 + ["قالت", "Reuters"])
cues = st.sampled_from(["قالت", "said", "", "killing"])
numbers = st.none() | st.sampled_from([5, 6, 12, 21, 21.0, -1, 10**9])
proposals = st.builds(
    Proposal,
    sentence=st.integers(0, 6),
    quote=st.one_of(stretches, stretches, stretches, inventions),
    kind=st.sampled_from(list(kinds())),
    date=st.none() | st.builds(ProposedDate, dates, st.sampled_from(["", "2019-05-03", "2019"])),
    places=st.lists(places, max_size=1).map(tuple),
    actors=st.lists(parties, max_size=1).map(tuple),
    targets=st.lists(parties | inventions, max_size=1).map(tuple),
    figures=st.lists(st.builds(ProposedFigure, figures, numbers, numbers), max_size=1).map(tuple),
    speaker=st.none() | st.builds(ProposedSpeaker, speakers, cues),
)


@given(st.lists(proposals, max_size=4))
def test_every_value_of_a_claim_was_read_in_the_text(given_: list[Proposal]) -> None:
    """Quote, date, places, parties, figures and speaker; and what is not understood is quoted as it stands."""
    for claim in judge(READING, PASSAGES[0], given_).claims:
        assert claim.span.of(TEXT) == claim.quote
        assert claim.date is None or claim.date in MENTIONS.dates
        assert set(claim.places) <= set(MENTIONS.places)
        assert {*claim.actors, *claim.targets} <= set(MENTIONS.parties)
        assert set(claim.quantities) <= set(MENTIONS.quantities)
        assert all(one.span.of(TEXT) == one.text for one in claim.unread)
        for link in claim.attribution:
            assert link.span is None or link.span.of(TEXT) == link.text
            assert link.cue_span is None or link.cue_span.of(TEXT) == link.cue


@given(st.lists(proposals, max_size=4))
def test_every_sentence_is_claimed_or_told_of(given_: list[Proposal]) -> None:
    """Nothing is left out in silence."""
    found = assemble(READING, [judge(READING, PASSAGES[0], given_)])
    told = [claim.context for claim in found.claims] + [one.span for one in found.problems]
    for number in READING.asked:
        sentence = READING.parts[number].span
        assert any(span is not None and span.overlaps(sentence) for span in told)


@given(proposals)
def test_the_same_proposal_gives_the_same_claims(one: Proposal) -> None:
    """In whatever company it comes."""
    alone = judge(READING, PASSAGES[0], [one]).claims
    twice = assemble(READING, [judge(READING, PASSAGES[0], [one, one])]).claims
    assert {claim.id for claim in twice} == {claim.id for claim in alone}
