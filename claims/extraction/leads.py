"""The words that an English clause without a subject of its own hangs on.

*Killing two* is nothing without *a tank shelled the hotel*; *and wounded four* lacks who did it. The clause before, or its
subject, goes with such a clause, in brackets, so that its words are a sentence.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from claims.extraction.clauses import Clause
from claims.extraction.draft import trimmed
from claims.extraction.lexicon import load, look_up, match
from claims.extraction.mentions import Range
from claims.extraction.smallwords import auxiliaries, speech_words, tolls
from claims.text.shadow import fold

_HANGING = frozenset({"effect", "uneventful", "relative"})
_JOINED = frozenset({"joined", "contrast"})
_SUFFERED = frozenset({"casualties", "damage", "displacement", "arrest"})
_NOUNS = frozenset({"noun", "masdar"})
_MARKS = frozenset("،,;؛:(")
_RESUMING = _JOINED | {"main"}
_WHOM = ("ه", "ها", "هم", "هما")
_TIED_ON = ("", "ب", "ل")
_LONGEST = 40
_KIN_REACH = 3
_LONGEST_SUBJECT = 12


def lead_of(
    words: tuple[str, ...], piece: Clause, before: Clause | None, standing: Range | None
) -> Range | None:
    """The words of its sentence that ``piece`` hangs on, None where it stands by itself.

    Args:
        words: of the document.
        piece: the clause.
        before: the clause before it in its sentence.
        standing: what the clause before hangs on.
    """
    if before is None:
        return None
    if not _latin(words, trimmed(words, piece)):
        return _arabic_lead(words, piece, before, standing)
    return _english_lead(words, piece, before, standing)


def _english_lead(
    words: tuple[str, ...], piece: Clause, before: Clause, standing: Range | None
) -> Range | None:
    """The clause that an effect, or a cause without a verb, hangs on; the subject of a verb that stands without one."""
    own = trimmed(words, piece)
    if piece.link in _HANGING:
        if piece.link == "relative" and _empty_subject(words, before):
            return None
        whole = standing if before.link in _HANGING and standing else trimmed(words, before)
        return whole if whole.end - whole.first <= _LONGEST else None
    if piece.link == "cause" and not _has_verb(words, own):
        whole = trimmed(words, before)
        return whole if whole.end - whole.first <= _LONGEST else None
    if piece.link in _RESUMING and _bare_verb(words, own):
        return _subject(words, before) or (standing if before.link in _JOINED else None)
    return None


def _arabic_lead(
    words: tuple[str, ...], piece: Clause, before: Clause, standing: Range | None
) -> Range | None:
    """All the words from the clause that an effect hangs on up to it; a further loss hangs on the verb of the first as well.

    *قصفت المدفعية سوقاً ما أدى إلى مقتل خمسة* leads to *وإصابة عشرة* by all its words before مقتل. A cause hangs on the loss before it
    where only that says whom its pronoun means (قُتل مدنيان جراء *استهداف منزلهما*).
    """
    if before.whole.end != piece.tokens.first:
        return None
    begins = standing.first if standing is not None else trimmed(words, before).first
    ends = trimmed(words, piece).first
    if piece.link == "joined":
        if (
            standing is None
            or not _is_noun(words, piece)
            or piece.triggers[0].kind not in _SUFFERED
        ):
            return None
        begins = standing.first
        ends = ends if _of_kin(words, piece) else _first_loss(words, before, standing.end)
    elif (
        piece.link not in _HANGING
        and not _adverbial(words, piece)
        and not _afterwards(words, piece)
        and not _of_whom(words, piece)
    ):
        return None
    while ends > begins and words[ends - 1] in _MARKS:
        ends -= 1
    return Range(begins, ends) if 0 < ends - begins <= _LONGEST else None


def _is_noun(words: tuple[str, ...], piece: Clause) -> bool:
    """Whether a clause opens with a noun of action, also where a verb is written alike (عن مقتل خمسة *وجرح* آخرين)."""
    if not piece.triggers:
        return False
    first = piece.triggers[0]
    if first.role in _NOUNS:
        return True
    written = words[first.tokens.first].removeprefix("و")
    behind = words[first.tokens.end : first.tokens.end + 1]
    alike = any(one.role == "masdar" for one in look_up("predicates", written))
    return alike and adverbs().isdisjoint(behind)


def _of_kin(words: tuple[str, ...], piece: Clause) -> bool:
    """Whether a further loss is of the kin of those lost before it, whom only a pronoun names (مقتل سيدة *وإصابة أبنائها*)."""
    first = piece.triggers[0].tokens.end
    return not _kin().isdisjoint(words[first : min(first + _KIN_REACH, piece.tokens.end)])


@cache
def _kin() -> frozenset[str]:
    """Folded words of somebody's kin and home with the pronoun that says whose."""
    stems = [fold(stem) for stem in load("statement.toml")["kin"]]
    return frozenset(f"{tie}{stem}{end}" for stem in stems for end in _WHOM for tie in _TIED_ON)


def _of_whom(words: tuple[str, ...], piece: Clause) -> bool:
    """Whether a cause names what people have or do by a pronoun alone (جراء استهداف *منزلهم*)."""
    return piece.link == "cause" and not theirs().isdisjoint(
        words[piece.tokens.first : piece.tokens.end]
    )


@cache
def theirs() -> frozenset[str]:
    """Folded words of what people have or do, and of what befell them, with the pronoun that says whose or whom."""
    data = load("statement.toml")
    stems = [fold(stem) for stem in (*data["of_whom"], *data["onto_whom"])]
    return frozenset(f"{tie}{stem}{end}" for stem in stems for end in _WHOM for tie in _TIED_ON)


def _first_loss(words: tuple[str, ...], before: Clause, otherwise: int) -> int:
    """Where the first loss of an effect begins; ``otherwise`` where it has none, or counts it (تضاعف عدد الضحايا)."""
    losses = [t.tokens.first for t in before.triggers if t.kind in _SUFFERED]
    if before.link not in _HANGING or not losses or words[losses[0] - 1] in tolls():
        return otherwise
    return losses[0]


def _adverbial(words: tuple[str, ...], piece: Clause) -> bool:
    """Whether a clause without a verb only says when or why the one before was done (ردا على القصف، بعد ساعات من غارة)."""
    verbless = bool(piece.triggers) and piece.triggers[0].role in _NOUNS
    return piece.link == "contrast" and verbless and words[piece.tokens.first] in hanging()


def _afterwards(words: tuple[str, ...], piece: Clause) -> bool:
    """Whether a clause only tells what went before, its verb without a subject of its own (بعد أن اعتقل منذ شهرين)."""
    opening = words[piece.tokens.first : piece.tokens.first + 2]
    after = opening in {("بعد", "ان"), ("قبل", "ان")} or opening[:1] == ("بعدما",)
    if piece.link != "contrast" or not after or not piece.triggers:
        return False
    verb = piece.triggers[0]
    behind = words[verb.tokens.end : verb.tokens.end + 1]
    return verb.role == "verb" and (not behind or behind[0] in adverbs())


@cache
def adverbs() -> frozenset[str]:
    """First words behind a verb that are no subject of it (في، منذ، قبل)."""
    return frozenset(map(fold, load("statement.toml")["adverbs"]))


@cache
def hanging() -> frozenset[str]:
    """First words of an Arabic clause that is no sentence without the one before it."""
    return frozenset(map(fold, load("statement.toml")["hanging"]))


def tail_of(words: tuple[str, ...], pieces: tuple[Clause, ...], number: int) -> Range | None:
    """The words right behind an Arabic loss that tell what brought it about (جراء قصف …), None for none.

    Losses that are joined share the cause behind the last of them (قتل خمسة وأصيب عشرة جراء قصف).
    """
    if not any(one.kind in _SUFFERED for one in pieces[number].triggers):
        return None
    for here, after in pairwise(pieces[number:]):
        if here.whole.end != after.tokens.first:
            return None
        if after.link == "cause":
            found = Range(after.tokens.first, trimmed(words, after).end)
            short = found.end - found.first <= _LONGEST
            return found if short and not _latin(words, found) else None
        if after.link != "joined" or not any(one.kind in _SUFFERED for one in after.triggers):
            return None
    return None


def bare(words: tuple[str, ...], piece: Clause) -> bool:
    """Whether a clause is nothing but marks and a connective between two others."""
    inside = words[piece.tokens.first : piece.tokens.end]
    return sum(map(str.isalnum, inside)) <= 1


def _latin(words: tuple[str, ...], stretch: Range) -> bool:
    found = (words[i] for i in range(stretch.first, stretch.end) if words[i].isalpha())
    return next((word.isascii() for word in found), False)


def _empty_subject(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether a clause is about nothing before *that* (*it appears* that …)."""
    opening = words[clause.tokens.first : clause.tokens.first + 2]
    return "it" in opening or "there" in opening


def _bare_verb(words: tuple[str, ...], own: Range) -> bool:
    """Whether a clause opens with its verb."""
    if words[own.first] in auxiliaries():
        return True
    hit = match("predicates", words, own.first, own.end)
    return hit is not None and hit[0].role in {"verb", "light"}


def _has_verb(words: tuple[str, ...], own: Range) -> bool:
    """Whether a clause tells by a verb and so is a sentence (*two air strikes hit the centre*)."""
    found = (match("predicates", words, index, own.end) for index in range(own.first, own.end))
    finite = not speech_words("finite").isdisjoint(words[own.first : own.end])
    return finite or any(hit is not None and hit[0].role in {"verb", "light"} for hit in found)


def _subject(words: tuple[str, ...], clause: Clause) -> Range | None:
    """The words of a clause before its verb, None where it opens with that or they are many."""
    own = trimmed(words, clause)
    verbs = [t.tokens.first for t in clause.triggers if t.role in {"verb", "light"}]
    ends = [i for i in range(own.first, own.end) if words[i] in auxiliaries()]
    end = min([*verbs, *ends], default=own.end)
    while end > own.first and (words[end - 1] == "," or words[end - 1].endswith("ly")):
        end -= 1
    return Range(own.first, end) if 0 < end - own.first <= _LONGEST_SUBJECT else None
