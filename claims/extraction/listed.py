"""Things hit that a list goes on with behind words about one of them, and guns that only go on a list of means.

«استهدف مدرسة تؤوي نازحين ومسجداً وثلاثة منازل»: the mosque and the houses are hit as the school is. «قصفت بقذائف الهاون والمدفعية
الثقيلة»: the artillery is what was shelled with, nobody who shells.
"""

from __future__ import annotations

from claims.extraction.markers import NOBODY, markers
from claims.extraction.mentions import Range, within
from claims.extraction.standing import MARKS, Scene, Stand
from claims.model import Party, Quantity
from claims.text.tokens import tokens

_REACH = 7
_MEANS = 4
_INSERTED = 4
_BETWEEN = frozenset({"and", ","})
_LISTED = 3
"""Words from *and* or a comma to a thing of an English list: a number, an adjective."""
_WITH_HELP = frozenset({"بواسطه", "بدعم", "بمشاركه", "بمسانده"})
_FIRED = frozenset({"صواريخ", "صاروخ", "صاروخا", "صاروخين", "قذائف", "قذيفه"})
_PEOPLE = frozenset({"killed", "injured", "persons", "casualties"})


def goes_on_list(scene: Scene, here: Stand, party: Party) -> bool:
    """Whether a thing with و on it, or on its number, goes on a list of things that are done something to."""
    if party.kind not in markers().things or not scene.targets or here.letter:
        return False
    last = scene.targets[-1]
    words, start = scene.words, scene.mentions.range(last.span).end
    if last.kind not in markers().things or here.tokens.first - start > _REACH:
        return False
    between = words[start : here.tokens.first]
    if not _opened(scene, here):
        return False
    return not any(_parts(scene, start + i, word) for i, word in enumerate(between))


def heads_list(scene: Scene, party: Party, here: Stand, end: int) -> bool:
    """Whether an English thing stands at the head of a list of things that ends at a token (*houses, a mosque and two cars* were …).

    Args:
        scene: the clause.
        party: the thing.
        here: where it stands.
        end: the token behind the list.
    """
    things = markers().things
    if party.kind not in things or not scene.words[here.tokens.first].isascii():
        return False
    further = [scene.mentions.range(one.span) for one in scene.parties if one.kind in things]
    ends = {one.first: one.end for one in further if one.first >= here.tokens.end}
    at, joined, gap = here.tokens.end, False, 0
    while at < end:
        if at in ends:
            at, gap = ends[at], 0
            if at == end:
                return joined
            continue
        word = scene.words[at]
        if word in _BETWEEN:
            joined, gap = joined or word == "and", 1
        elif not gap or gap > _LISTED or not word.isalnum() or word in markers().placing:
            return False
        else:
            gap += 1
        at += 1
    return False


def _opened(scene: Scene, here: Stand) -> bool:
    """Whether و is written onto a party, or onto the number right before it (وثلاثة منازل)."""
    words, first = scene.words, here.tokens.first
    if words[first].startswith("و"):
        return True
    counted = _count_at(scene, first)
    return counted is not None and words[scene.mentions.token_at(counted.span.start)].startswith(
        "و"
    )


def _count_at(scene: Scene, index: int) -> Quantity | None:
    """The figure that counts the thing at a token."""
    from_there = scene.mentions.span(
        scene.mentions.range(scene.mentions.tokens.span(index - 1, index + 1))
    )
    found = within(scene.mentions.quantities, from_there)
    return found[0] if found and found[0].unit not in _PEOPLE else None


def _parts(scene: Scene, index: int, word: str) -> bool:
    """Whether a word between two things ends a list: a preposition, a verb of another deed, a full stop."""
    told = any(t.tokens.first == index and t.role != "noun" for t in scene.clause.triggers)
    small = word in markers().breaking or word in markers().placing
    return told or small or not (word.isalnum() or word in MARKS or word in {"،", "و"})


def lists_means(words: tuple[str, ...], clause: Range, here: Stand, party: Party) -> bool:
    """Whether nobody's guns are joined by و to a means that ب is written onto (بقذائف الهاون والمدفعية الثقيلة), or drones to what was fired (أطلق صواريخ *ومسيرات*)."""
    if party.kind not in NOBODY:
        return False
    first = tokens(party.text).words[0].removeprefix("و").removeprefix("ال")
    if first not in markers().means:
        return False
    at = here.tokens.first
    joined = words[at].startswith("و") or words[at - 1] in {"و", "أو"}
    gap = words[max(clause.first, at - _MEANS) : at]
    return joined and any(is_means(word) or word.removeprefix("ال") in _FIRED for word in gap)


def inserted_before(scene: Scene, at: int) -> bool:
    """Whether a pause and a small word open what ends with the party at a token (استهدف …، *عبر الطيران المسيّر*، سيارتين): it is no list."""
    words, low = scene.words, max(scene.clause.tokens.first, at - _INSERTED)
    opening = next((i for i in range(at - 1, low - 1, -1) if words[i] == "،"), None)
    if opening is None or opening + 1 >= at:
        return False
    small = words[opening + 1]
    return small in markers().breaking or small in markers().placing or small in _WITH_HELP


def is_means(word: str) -> bool:
    """Whether ب is written onto a word for what is fired or fired with (بالمدفعية)."""
    return word.startswith("ب") and word[1:].removeprefix("ال") in markers().means
