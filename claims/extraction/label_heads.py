"""Who of those in a label before a colon speaks: who addresses another, or tells it to a medium.

«ترامب *يحذّر حماس*: …» is of Trump, «محافظ درعا *لـ سانا*: …» of the governor.
"""

from __future__ import annotations

from claims.extraction.arabic_names import says
from claims.extraction.heard import Heard, by_party, by_words
from claims.extraction.mentions import Mentions, Range
from claims.extraction.smallwords import speech_words
from claims.model import Party

_TO = "ل"
_LONGEST = 4
_HEARING = frozenset({"media", "local network"})


def head_of_label(
    mentions: Mentions, label: Range, colon: Range, inside: tuple[Party, ...]
) -> Heard | None:
    """The one who addresses the last source of an Arabic label; None where nobody is addressed in it.

    Args:
        mentions: of the document.
        label: the words before the colon.
        colon: the colon.
        inside: the known sources among them.
    """
    turn = _turn(mentions, label, inside[-1])
    if turn is None:
        return None
    ahead = [one for one in inside if mentions.range(one.span).end <= turn]
    head = Range(label.first, colon.end)
    if ahead:
        return Heard(by_party(mentions, ahead[-1], colon), head, ahead[-1].kind)
    words = mentions.tokens.words
    told = (i for i in range(label.first, turn) if words[i].isalpha() and not says(words[i]))
    first = next(told, turn)
    name = Range(first, turn)
    alone = 0 < name.end - name.first <= _LONGEST and all(map(str.isalpha, words[first:turn]))
    return Heard(by_words(mentions, name, colon), head) if alone else None


def _turn(mentions: Mentions, label: Range, last: Party) -> int | None:
    """The token of the verb of addressing or of the *to* that stands before the last source of a label."""
    words, first = mentions.tokens.words, mentions.token_at(last.span.start)
    verb = next(
        (i for i in range(label.first + 1, first) if words[i] in speech_words("addressing")), None
    )
    if verb is not None:
        return verb
    if last.kind not in _HEARING:
        return None
    if first > label.first + 1 and words[first - 1] == _TO:
        return first - 1
    onto = words[first].startswith(_TO) and last.span.start >= mentions.origins[first]
    return first if onto and first > label.first else None
