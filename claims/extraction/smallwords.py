"""The small words that steer a reading, as folded sets: each names a group of a data file beside this module."""

from __future__ import annotations

from functools import cache

from claims.extraction.lexicon import load
from claims.text.shadow import fold
from claims.text.tokens import tokens


@cache
def generics() -> dict[tuple[str, ...], frozenset[str]]:
    """Definite nouns that point back to a source (folded words) and the kinds of party they can mean."""
    data = load("cues.toml")
    return {
        tokens(phrase).words: frozenset(kinds_meant)
        for language in ("ar", "en")
        for phrase, kinds_meant in data[language]["generic"].items()
    }


@cache
def bearing() -> frozenset[str]:
    """Folded words that only lead over to an effect (يسفر، وقوع)."""
    data = load("clauses.toml")
    return frozenset(fold(word) for language in ("ar", "en") for word in data[language]["bearing"])


@cache
def telling() -> frozenset[str]:
    """Folded words before a noun of action that make it what is told (وقع، تم، there was)."""
    return _telling("words")


@cache
def told_of() -> frozenset[str]:
    """Folded words before a definite noun of action of which only that is told (عدد الغارات)."""
    return _telling("of")


@cache
def spoken_about() -> frozenset[str]:
    """English words behind a noun of speech that only speak of a deed (statements *on* the deaths)."""
    return frozenset(load("clauses.toml")["en"]["telling"]["about"])


@cache
def speaking_of() -> frozenset[str]:
    """English nouns of speech and inquiry before those words."""
    return frozenset(load("clauses.toml")["en"]["telling"]["about_of"])


@cache
def quelling() -> frozenset[str]:
    """English verbs by which an attack is ended and nothing damaged."""
    return frozenset(load("clauses.toml")["en"]["telling"]["quelling"])


@cache
def people_doubted() -> frozenset[str]:
    """English nouns right behind *alleged* for what somebody is said to be."""
    return frozenset(load("clauses.toml")["en"]["telling"]["people doubted"])


@cache
def naming() -> frozenset[tuple[str, ...]]:
    """Words of doubt that keep away from a name (*so-called*), as folded tokens."""
    return frozenset(
        tokens(phrase).words for phrase in load("clauses.toml")["en"]["telling"]["naming"]
    )


@cache
def obliging() -> frozenset[str]:
    """Folded Arabic words before *that* and what somebody has to do (يجب أن)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["obliging"]))


@cache
def halting() -> frozenset[str]:
    """Folded Arabic nouns right before a deed that somebody wants ended (وقف الهجمات)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["halting"]))


@cache
def keeping() -> frozenset[str]:
    """Folded Arabic words before a deed that somebody keeps doing (استمرار القصف، تتعمد استهداف …)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["keeping"]))


@cache
def keeping_off() -> frozenset[str]:
    """Folded Arabic words behind which a deed is no longer what somebody keeps doing (تواصل البحث *عن* ضحايا الغارات)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["keeping off"]))


@cache
def constant() -> frozenset[str]:
    """Folded Arabic adjectives, without the article, of a deed that goes on (مستمر، متواصلة)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["constant"]))


@cache
def talking() -> frozenset[str]:
    """Folded words behind which a noun of action is only spoken of (يحظر، سياسة، حق)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["talk"]))


@cache
def judges() -> frozenset[str]:
    """Folded verbs of judging (يعتبر، يشكل)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["judges"]))


@cache
def judged() -> frozenset[str]:
    """Folded words for what a deed is judged to be (جريمة، انتهاكا)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["judged"]))


@cache
def proposed() -> frozenset[str]:
    """Folded words behind which any noun of action is only called for, feared or planned (دعوة أتباعه إلى شن هجمات)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["proposed"]))


@cache
def unjudged() -> frozenset[str]:
    """Folded words between a deed and a judgement by which the judgement is of something else (قصف السوق في هجوم يعد جريمة)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["unjudged"]))


@cache
def belongs() -> frozenset[str]:
    """Folded verbs by which something belongs to more of its kind (تأتي ضمن سلسلة)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["belongs"]))


@cache
def whereto() -> frozenset[str]:
    """Folded words behind those verbs before what it belongs to (ضمن، إطار)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["telling"]["whereto"]))


@cache
def beside() -> frozenset[str]:
    """Folded verbs that only set a known deed beside something else (تزامنت هذه الضربات مع)."""
    return _telling("beside")


@cache
def leading() -> frozenset[str]:
    """Folded verbs that lead a noun of action which tells (تمكن من، واصل)."""
    return _telling("leading")


def _telling(key: str) -> frozenset[str]:
    data = load("clauses.toml")
    return frozenset(
        fold(word) for language in ("ar", "en") for word in data[language]["telling"][key]
    )


@cache
def speech_words(group: str) -> frozenset[str]:
    """A group of the small words around an act of saying, as the tokens are folded (``that``, ``stop``)."""
    line_feed = {"\n"} if group == "stop" else set()
    return frozenset(fold(word) for word in load("cues.toml")["words"][group]) | line_feed


@cache
def accusing_forms() -> tuple[str, ...]:
    """How Arabic words end by which somebody is accused or held responsible."""
    return tuple(sorted(speech_words("accusing ar")))


@cache
def auxiliary_passive() -> frozenset[str]:
    """English auxiliaries behind which a verb is told of who undergoes it."""
    return frozenset(load("roles.toml")["en"]["passive"])


@cache
def _circumstances() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(load("cues.toml")["words"]["said in"], key=len, reverse=True):
        cut = tokens(phrase).words
        found[cut[0]] = (*found.get(cut[0], ()), cut)
    return found


def circumstance_end(words: tuple[str, ...], index: int, end: int) -> int:
    """Where a phrase at ``index`` ends that tells where or to whom something was said; ``index`` where there is none."""
    for phrase in _circumstances().get(words[index], ()):
        if index + len(phrase) <= end and words[index : index + len(phrase)] == phrase:
            return index + len(phrase)
    return index


@cache
def continuing() -> frozenset[str]:
    """Folded words that lead on to a further deed of the same doer (كما، ثم)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["continuing"])


@cache
def going_on() -> frozenset[str]:
    """Folded words behind a comma that go on with the clause before it (، وذلك بدعم من)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["going_on"])


@cache
def newcomers() -> frozenset[str]:
    """Folded subjects behind a comma that open a statement of their own (، فرقنا نقلت المصابين)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["newcomers"])


@cache
def scenic() -> frozenset[str]:
    """Folded words by which a phrase behind a comma only says where or when (، في مدينة …، مساء أمس)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["scenic"])


@cache
def answers() -> frozenset[str]:
    """Folded words that open a sentence with the deed that is answered (رداً على)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["answers"])


@cache
def at_once() -> frozenset[str]:
    """Folded words that open a sentence with another deed of the same time (بالتزامن مع)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["at_once"])


@cache
def after_deed() -> frozenset[str]:
    """Folded words between a deed and an earlier one that is named behind them (هجوم عقب تفجير)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["after_deed"])


@cache
def alongside() -> frozenset[str]:
    """Folded words between a known deed and another one of the same time (تزامن القصف مع اشتباكات)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["alongside"])


@cache
def tolls() -> frozenset[str]:
    """Folded words for a count of losses that a sentence is about (حصيلة المصابين)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["toll"])


@cache
def leads() -> frozenset[str]:
    """Folded verbs of effect that stand before the deed which had the effect (أدى القصف إلى)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["leads"])


@cache
def launching(where: str) -> frozenset[str]:
    """Folded words near a munition by which it is fired, falls or hits; those ``before`` it or ``behind`` it, or numbers that ب is written ``onto``."""
    data = (load(f"predicates_{lang}.toml")["launching"] for lang in ("ar", "en"))
    return frozenset(fold(word) for words in data for word in words.get(where, ()))


@cache
def governing() -> frozenset[str]:
    """Folded Arabic prepositions behind which a word that may be a verb is a noun of action (إلى ضرب)."""
    return frozenset(map(fold, load("predicates_ar.toml")["governing"]["words"]))


@cache
def conjunctions() -> frozenset[str]:
    """Folded English words that join a clause to the one before it and are no part of what it states (*when* shells fell)."""
    return frozenset(fold(word) for word in load("clauses.toml")["en"]["conjunctions"])


@cache
def tying() -> tuple[tuple[str, ...], ...]:
    """English phrases at the head of a claim that only tie it to its sentence (*in the wake of* the raid), the longest first."""
    phrases = (tuple(fold(one).split()) for one in load("clauses.toml")["en"]["tying"])
    return tuple(sorted(phrases, key=len, reverse=True))


@cache
def occurring() -> frozenset[str]:
    """English words before *when* by which something is told of no one time (it *occurs* when …)."""
    return frozenset(load("clauses.toml")["en"]["occurring"])


@cache
def enabling() -> frozenset[str]:
    """English verbs of what somebody can or has to do."""
    return frozenset(load("clauses.toml")["en"]["enabling"])


@cache
def begins_then() -> frozenset[str]:
    """English verbs behind *since* by which something began on the day that follows."""
    return frozenset(load("clauses.toml")["en"]["begun"])


@cache
def numbers() -> frozenset[str]:
    """English words that count people before a verb of loss."""
    return frozenset(load("clauses.toml")["en"]["numbers"])


@cache
def auxiliaries() -> frozenset[str]:
    """Folded English auxiliaries that may open a clause whose subject stands before (*were wounded*)."""
    return frozenset(fold(word) for word in load("clauses.toml")["en"]["auxiliaries"])


@cache
def framing() -> frozenset[str]:
    """Folded English words that open a clause which only says when (*since* fighting broke out on Friday, …)."""
    return frozenset(fold(word) for word in load("clauses.toml")["en"]["framing"])


@cache
def undergone() -> frozenset[str]:
    """Folded Arabic verbs behind a relative pronoun by which a place underwent the deed before it (القصف الذي *طال* …)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["undergone"])


@cache
def recalled() -> frozenset[str]:
    """Folded Arabic words before a deed that is only spoken of (مصادر القصف الذي …، ويأتي القصف الذي …)."""
    return frozenset(fold(word) for word in load("clauses.toml")["ar"]["recalled"])


@cache
def records() -> frozenset[str]:
    """English words for a record, which *since* bounds (the *first* since 2006)."""
    return frozenset(load("clauses.toml")["en"]["records"])


@cache
def completing() -> frozenset[str]:
    """Folded English words before *that* which then completes them (we *know* that …)."""
    return frozenset(fold(word) for word in load("clauses.toml")["en"]["completing"])


@cache
def judging() -> frozenset[str]:
    """Folded English verbs behind which *for* with a deed names what somebody is judged for (sentenced for killing …)."""
    return frozenset(fold(word) for word in load("clauses.toml")["en"]["judging"])


@cache
def accusing() -> frozenset[str]:
    """Folded English verbs whose object did what stands behind *for* (blamed the army for the attack)."""
    return frozenset(fold(word) for word in load("clauses.toml")["en"]["telling"]["accusing"])


@cache
def further() -> frozenset[str]:
    """Words in both languages that make a loss one more beside those told (no *other* casualties)."""
    return frozenset(map(fold, load("clauses.toml")["en"]["telling"]["further"]))


@cache
def unverified() -> frozenset[str]:
    """English verbs of finding out, by which nothing is told where they are negated (could not *establish*)."""
    return frozenset(load("clauses.toml")["en"]["telling"]["unverified"])


@cache
def opining() -> frozenset[str]:
    """English verbs whose object is a deed that somebody has an opinion of (*called* the raid a crime)."""
    return frozenset(load("clauses.toml")["en"]["telling"]["opining"])


@cache
def untimed() -> frozenset[str]:
    """Folded words behind في وقت that say when (في وقت متأخر): it opens no statement then."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["untimed"]))


@cache
def elsewhere_words() -> frozenset[str]:
    """Folded words behind a comma that open a statement of another place (وفي نوى)."""
    return frozenset(map(fold, load("clauses.toml")["ar"]["elsewhere"]))
