"""How the people who work on a case are called in what leaves it: by their names, by initials, or by a number.

What they wrote themselves is cleared of each other's names as well; what documents say is evidence and stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from claims.model import (
    Adjudication,
    Conclusion,
    Decision,
    Described,
    Edit,
    Evidence,
    Grouping,
    Mark,
    Message,
    Outcome,
    Remark,
    RuledBy,
    Step,
    TakenIn,
    Verdict,
)
from claims.report.wording import wording
from claims.verdict.rulings import message

_PART: Final = re.compile(r"[^\W\d_]+", re.UNICODE)
_ARTICLE: Final = re.compile(r"ال(?=\w{2})")
_SHORTEST: Final = 2
"""Letters that a name has at least to be looked for in what people wrote."""
_BEFORE: Final = "[وفبلك]{0,2}"
"""What Arabic writes together with the word behind it: *and*, *so*, *with*, *for*, *like*."""
_BETWEEN: Final = "[\\s\u200b-\u200f]+"
_WITHIN: Final = "[\u0640\u064b-\u0652\u0670]*"
"""Tatweel and vowel marks, which may stand behind any letter."""
_ALIKE: Final = ("اأإآٱ", "ىي", "هة")
"""Arabic letters that people write for one another."""


_ARABIC: Final = "\u0600"
_PERSON: Final = "p"


class NamedBy(StrEnum):
    """What a case has chosen."""

    NAMES = "names"
    INITIALS = "initials"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Naming:
    """What each person is called.

    Attributes:
        how: what the case has chosen.
        people: everybody who is named in what leaves it, those first who spoke first; a person's number is their place.
        language: of the word before a number, ``ar`` or ``en``.
    """

    how: NamedBy = NamedBy.NAMES
    people: tuple[str, ...] = ()
    language: str = "en"
    _shown: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what each is called."""
        object.__setattr__(self, "_shown", dict(self._each()))

    def called(self, name: str) -> str:
        """What a person is called; somebody who is not among the people is called by nothing that tells who."""
        if self.how is NamedBy.NAMES or not name:
            return name
        return self._shown.get(name) or wording(self.language).text("person_other")

    def cleared(self, text: str) -> str:
        """What a person wrote, without the names of others who work on the case: what they are called stands in brackets."""
        found = None if self.how is NamedBy.NAMES else _names(self.people)
        return text if found is None else found.sub(self._instead, text)

    def decision(self, of: Decision) -> Decision:
        """A decision under what its reviewer is called."""
        if self.how is NamedBy.NAMES:
            return of
        said, how = self._mark(of.mark), self._came(of.taken_in)
        return replace(of, by=self.called(of.by), mark=said, taken_in=how)

    def ruling(self, of: Adjudication) -> Adjudication:
        """A ruling under what the adjudicator is called, and so the answers it rests on."""
        if self.how is NamedBy.NAMES:
            return of
        said = of.ruling
        if said is not None:
            mark = self._mark(said.mark) or said.mark
            said = replace(said, mark=mark, note=self.cleared(said.note))
        originals, adopted = (
            tuple(replace(each, by=self.called(each.by)) for each in answers)
            for answers in (of.originals, of.adopted)
        )
        told = replace(of, ruling=said, originals=originals, adopted=adopted)
        return replace(told, by=self.called(of.by), taken_in=self._came(of.taken_in))

    def conclusion(self, of: Conclusion) -> Conclusion:
        """A conclusion under what whoever drew it is called."""
        if self.how is NamedBy.NAMES:
            return of
        said = of.settlement
        if said is not None:
            basis = replace(said.basis, answers=())
            said = replace(said, reason=self.cleared(said.reason), basis=basis)
        how = self._came(of.taken_in)
        return replace(of, by=self.called(of.by), settlement=said, taken_in=how)

    def ruled_by(self, of: RuledBy) -> RuledBy:
        """A ruling as a trace names it, under what the adjudicator is called, and those whose answers it adopts."""
        return replace(of, by=self.called(of.by), adopted=tuple(map(self.called, of.adopted)))

    def outcome(self, of: Outcome) -> Outcome:
        """An outcome in which people are called so, by what was concluded and by the rulings that its trace names."""
        if self.how is NamedBy.NAMES:
            return of
        steps = tuple(map(self._step, of.proposal.steps))
        said = None if of.conclusion is None else self.conclusion(of.conclusion)
        return replace(of, proposal=replace(of.proposal, steps=steps), conclusion=said)

    def verdict(self, of: Verdict) -> Verdict:
        """A verdict in which people are called so, by the rulings that its trace names."""
        if self.how is NamedBy.NAMES or not of.rulings:
            return of
        known = {message(each): self._told(each) for each in of.rulings}
        trace = tuple(known.get(each, each) for each in of.trace)
        return replace(of, trace=trace, rulings=tuple(map(self.ruled_by, of.rulings)))

    def _step(self, of: Step) -> Step:
        if of.ruling is None:
            return of
        return replace(of, message=self._told(of.ruling), ruling=self.ruled_by(of.ruling))

    def _told(self, ruling: RuledBy) -> Message:
        """The sentence that names a ruling, each language with its own word for a person who is numbered."""
        told = {
            language: message(replace(self, language=language).ruled_by(ruling)).within(language)
            for language in ("ar", "en")
        }
        return Message(**told)

    def described(self, of: Described) -> Described:
        """What a person said of a document, under what they are called."""
        if self.how is NamedBy.NAMES:
            return of
        said, how = self.cleared(of.reason), self._came(of.taken_in)
        return replace(of, by=self.called(of.by), reason=said, taken_in=how)

    def edit(self, of: Edit) -> Edit:
        """What a person changed about claims, under what they are called."""
        if self.how is NamedBy.NAMES:
            return of
        said, how = self.cleared(of.reason), self._came(of.taken_in)
        return replace(of, by=self.called(of.by), reason=said, taken_in=how)

    def grouping(self, of: Grouping) -> Grouping:
        """A merge or split of incidents, under what whoever said it is called."""
        if self.how is NamedBy.NAMES:
            return of
        said, how = of.said, self._came(of.taken_in)
        if said is not None:
            said = replace(said, reason=self.cleared(said.reason))
        return replace(of, by=self.called(of.by), said=said, taken_in=how)

    def remark(self, of: Remark) -> Remark:
        """A link to evidence under what whoever attached it is called."""
        if self.how is NamedBy.NAMES:
            return of
        said = of.content
        if isinstance(said, Evidence):
            said = replace(said, comment=self.cleared(said.comment))
        return replace(of, content=said, by=self.called(of.by), taken_in=self._came(of.taken_in))

    def _came(self, how: TakenIn | None) -> TakenIn | None:
        if how is None:
            return None
        return replace(how, by=self.called(how.by), sender=self.called(how.sender))

    def _mark(self, mark: Mark | None) -> Mark | None:
        if mark is None:
            return None
        return replace(mark, reason=self.cleared(mark.reason), comment=self.cleared(mark.comment))

    def _instead(self, found: re.Match[str]) -> str:
        name = self.people[int(str(found.lastgroup).removeprefix(_PERSON))]
        return f"{found['before']}[{self.called(name)}]"

    def _each(self) -> Iterable[tuple[str, str]]:
        words = wording(self.language)
        short = [initials(name) for name in self.people]
        counts, met = Counter(short), Counter[str]()
        for number, (name, letters) in enumerate(zip(self.people, short, strict=True), 1):
            met[letters] += 1
            if self.how is NamedBy.NEITHER or not letters:
                yield name, words.text("person_numbered", number=number)
            elif counts[letters] == 1:
                yield name, letters
            else:
                yield name, f"{letters} ({met[letters]})"


def initials(name: str) -> str:
    """The first letter of each part of a name, ``A. L.``; "" of a name without letters.

    Of an address only what stands before the ``@`` counts; the Arabic article and single letters before it do not.
    """
    parts = _PART.findall(name.partition("@")[0])
    return " ".join(f"{_ARTICLE.sub('', part, count=1)[0].upper()}." for part in parts)


def in_order(spoken: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The people of rows of a case, ``(time, name)`` each, those first who spoke first."""
    return tuple(dict.fromkeys(name for _, name in sorted(spoken) if name))


def _names(people: Iterable[str]) -> re.Pattern[str] | None:
    """Finds their names in a text, as whole words, the longest first; each in a group with the place of who is meant.

    However they are spaced and vowelled, with Arabic letters that people write for one another, and behind words that
    Arabic writes together with the next.
    """
    long = [(at, name) for at, name in enumerate(people) if len(name) >= _SHORTEST]
    if not long:
        return None
    long.sort(key=lambda each: -len(each[1]))
    found = "|".join(f"(?P<{_PERSON}{at}>{_loosely(name)})" for at, name in long)
    return re.compile(rf"(?<!\w)(?P<before>{_BEFORE})(?:{found})(?!\w)", re.IGNORECASE)


def _loosely(name: str) -> str:
    """A pattern of a name."""
    return _BETWEEN.join("".join(map(_letter, part)) for part in name.split())


def _letter(letter: str) -> str:
    alike = next((each for each in _ALIKE if letter in each), "")
    return (f"[{alike}]" if alike else re.escape(letter)) + (_WITHIN if letter > _ARABIC else "")
