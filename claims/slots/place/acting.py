"""Whether a country or its capital is named as who acts, speaks or owns, rather than as a place.

«قصفت إسرائيل دمشق», «مصر تخفض الرسوم», *Israel and Hamas swapped*, *Iraq's migration ministry*. What decides is in
``place_words.toml``; a preposition before the name keeps it a place.
"""

from __future__ import annotations

from claims.slots.place.lexicon import words
from claims.slots.place.mentions import Mention
from claims.slots.place.senses import Role, sense
from claims.slots.verbs import acts, behind_partners, dual, placed
from claims.text.tokens import Tokens

_PLACED = 2
"""Weight from which what stands before a name makes it a place, whatever follows."""
_HEADS = frozenset(",.;:!?()[]\"'«»“”،؛؟\n-/|")
"""Marks behind which a sentence or a headline may begin."""
_BORDERS = frozenset(
    {"حدود", "الحدود", "المنطقه", "الطريق", "طريق", "المعبر", "المثلث", "border", "borders", "area", "road"}
)  # fmt: skip
_HAPPENED = ("شهدت", "عاشت", "عرفت")
_PLURAL = "اتها"
_VERB = 3
"""Letters of the shortest word that is taken for a present verb by its shape."""
_BODY = 3
"""Words behind an owner among which its body must stand."""


def acting(tokens: Tokens, mention: Mention, prior: int, role: Role) -> bool:
    """Whether a country or its capital is said to act."""
    if mention.base in ("between", "near"):
        return _beside(tokens, mention, prior)
    attack = _its_attack(tokens, mention, prior)
    placed_before = mention.weight >= _PLACED and not attack
    if mention.word or mention.base or mention.wind or placed_before:
        return False
    if attack or (
        prior >= 0 and (_took_it(tokens.words[prior]) or _meanwhile(tokens, mention, prior))
    ):
        return True
    if (
        role.acts
        and mention.lead in ("", "و")
        and words().actors_before.ending(tokens.words, prior) is not None
    ):
        return True
    if mention.arabic:
        return (
            _of_two(tokens, mention, prior)
            or (mention.lead == "ل" and prior >= 0 and tokens.words[prior] in words().loyal)
            or _acts_at(tokens, mention.right, free=False)
            or _strikes(tokens, mention, prior)
            or _heads_sentence(tokens, mention, prior)
            or (prior >= 0 and _does_it(mention, tokens.words[prior]))
            or _accused(tokens, mention, prior)
        )
    free = not mention.weight or tokens.words[prior] == "and"
    free = free and not placed(tokens.words, mention.left)
    return _acts_at(tokens, mention.right, free=free) or (free and _with_another(tokens, mention))


def _its_attack(tokens: Tokens, mention: Mention, prior: int) -> bool:
    """Whether an attack on something stands right behind the English name of a state (hurt in *Armenia strikes on* a town; not *In Syria attacks on* …)."""
    if mention.arabic or words().attacks_after.starting(tokens.words, mention.right) is None:
        return False
    return prior > 0 and tokens.words[prior - 1] not in _HEADS


def _of_two(tokens: Tokens, mention: Mention, prior: int) -> bool:
    """Whether a state is one of two at the head of a sentence that do what the dual behind them says (موسكو وكييف تتبادلان …)."""
    words_behind = (*tokens.words[mention.right : mention.right + 2], "", "")
    first = prior < 0 or tokens.words[prior] in _HEADS
    if not mention.lead and first and words_behind[0].startswith("و"):
        verb = words_behind[1]
    else:
        verb = words_behind[0] if mention.lead == "و" else ""
    return dual(verb) and verb not in words().idle


def _beside(tokens: Tokens, mention: Mention, prior: int) -> bool:
    """Whether something is between states, or somebody stands by one, rather than near it (بجانب سوريا)."""
    if mention.base == "between":
        return prior < 0 or tokens.words[prior] not in _BORDERS
    return tokens.words[mention.left].endswith("جانب") and mention.entries[0].kind == "country"


def _took_it(verb: str) -> bool:
    """Whether a word is shaped like a past verb with its object written on to it (شنتها), not like a plural (قواتها)."""
    if not verb.endswith("تها") or verb.endswith(_PLURAL):
        return False
    return not verb.startswith(_HAPPENED)


def _meanwhile(tokens: Tokens, mention: Mention, prior: int) -> bool:
    """Whether a word of time stands between a state and the verb of a relative clause before it (ضربة استهدفت خلالها إسرائيل …)."""
    verb = tokens.words[prior - 1] if prior else ""
    told = _took_it(verb) or verb in words().striking
    return told and tokens.words[prior] in words().meanwhile and not mention.lead


def _strikes(tokens: Tokens, mention: Mention, prior: int) -> bool:
    """Whether a state stands behind an Arabic verb of striking that heads a sentence, or before the place that is struck."""
    if prior < 0 or mention.lead or tokens.words[prior].removeprefix("و") not in words().striking:
        return False
    if mention.entries[0].kind == "country" and (not prior or tokens.words[prior - 1] in _HEADS):
        return True
    struck = sense(tokens.words[mention.right]) if mention.right < len(tokens.words) else None
    if struck is None:
        return False
    return any(not head.prefix for head in struck.heads) or struck.opens


def _heads_sentence(tokens: Tokens, mention: Mention, prior: int) -> bool:
    """Whether a country begins a sentence and a present verb follows (مصر تخفض الأسعار، العراق يوقف الرحلات)."""
    if prior >= 0 and tokens.words[prior] not in _HEADS:
        return False
    verb = tokens.words[mention.right] if mention.right < len(tokens.words) else ""
    if mention.weight or mention.lead:
        return False
    if mention.entries[0].kind != "country" and verb not in words().telling:
        return False
    if verb in words().idle or verb.endswith("ه") or not _present(verb):
        return False
    read = sense(verb)
    return read is None or not read.heads


def _does_it(mention: Mention, verb: str) -> bool:
    """Whether the verb before a country has its object written on to it, so that the country does it (تعتبرها تركيا)."""
    if mention.lead or mention.entries[0].kind != "country" or not _present(verb):
        return False
    stem = verb.removesuffix("ها").removesuffix("هم")
    return stem != verb and len(stem) >= _VERB and stem not in words().idle


def _accused(tokens: Tokens, mention: Mention, prior: int) -> bool:
    """Whether a verb of blame and who blames stand before a state (واتهمت أنقرة أبوظبي، وحمّلت حماس واشنطن المسؤولية)."""
    return not mention.lead and prior > 0 and tokens.words[prior - 1] in words().accusing


def _present(word: str) -> bool:
    """Whether an Arabic word is shaped like a present verb of a state."""
    return word.startswith(("ت", "ي")) and len(word) >= _VERB


def _acts_at(tokens: Tokens, index: int, *, free: bool) -> bool:
    """Whether a verb of acting stands at a token; *bombed by* is none.

    Args:
        tokens: the text.
        index: the token behind the name.
        free: whether nothing before the name makes it a place or an object.
    """
    if words().actors_after.starting(tokens.words, index) is not None:
        return True
    verb = tokens.words[index : index + 1]
    told = words().doing.issuperset(verb) and verb != ()
    if not free:
        return False
    return acts(tokens.words, index) or (told and tokens.words[index + 1 : index + 2] != ("by",))


def _with_another(tokens: Tokens, mention: Mention) -> bool:
    """Whether others named by one word act together with a state (*Israel and Hamas swapped*, *Ankara, Doha and Kuwait*)."""
    behind = behind_partners(tokens.words, mention.right)
    others = range(mention.right + 1, behind, 2)
    if not others or behind >= len(tokens.words):
        return False
    named = all(tokens.initial(other).isupper() for other in others)
    return named and _acts_at(tokens, behind, free=True)


def owner(tokens: Tokens, mention: Mention) -> bool:
    """Whether a state stands before its body as an owner (*Iraq's migration ministry*)."""
    if mention.arabic or mention.word or not tokens.words[mention.end - 1].endswith("'s"):
        return False
    return not words().bodies.isdisjoint(tokens.words[mention.right : mention.right + _BODY])
