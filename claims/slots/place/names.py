"""Keys under which place names are looked up, in Arabic and in Latin script.

A key is a folded name (see `claims.text.shadow`) cut to words joined by single spaces. Arabic keys keep the article;
Latin keys lose apostrophes, hyphens and the transliterated article (*Dayr az-Zawr* → ``dayr zawr``), so that the
spellings of agencies and military releases meet.
"""

from __future__ import annotations

import re

from claims.text.shadow import fold

ARTICLES = frozenset(
    [
        "ad",
        "adh",
        "al",
        "an",
        "ar",
        "as",
        "ash",
        "at",
        "ath",
        "az",
        "ach",
        "ech",
        "ed",
        "el",
        "en",
        "enn",
        "er",
        "es",
        "esh",
        "et",
        "ett",
        "ez",
        "ul",
        "ur",
        "us",
        "uz",
    ]
)
"""Transliterations of the Arabic article, assimilated or not (BGN/PCGN, French mandate maps, press)."""

_ARABIC_WORD = re.compile(r"[\u0621-\u063a\u0641-\u064a]+")
_ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a]+(?: [\u0621-\u063a\u0641-\u064a]+)*")
_LATIN_WORD = re.compile(r"[a-z]+")
_WORD = re.compile(r"\d+|[a-z]+|[\u0621-\u063a\u0641-\u064a]+")
_JOINED = (
    *(
        "ابو",
        "ام",
        "باب",
        "برج",
        "بيت",
        "بير",
        "تل",
        "جب",
        "جبل",
        "جسر",
        "حمام",
        "خان",
        "خربه",
        "دير",
        "راس",
    ),
    *("رسم", "شيخ", "عين", "قلعه", "كفر", "معره", "وادي", "تير", "طيبه", "البو", "الشيخ", "كفير"),
)
_SHORTEST_REST = 2
_SHORTEST_SOFT = 5


def arabic_key(name: str) -> str:
    """The key of an Arabic name; "" when it holds anything but standard Arabic letters and spaces."""
    folded = " ".join(fold(name).replace("-", " ").split())
    return folded if _ARABIC_NAME.fullmatch(folded) else ""


def latin_words(name: str) -> list[str]:
    """The folded words of a Latin name, apostrophes removed, articles kept."""
    plain = re.sub("['\"’‘ʿʾ`´ʻʼ]", "", fold(name))
    return _LATIN_WORD.findall(plain)


def latin_key(name: str) -> str:
    """The key of a Latin name without its articles; "" when nothing but articles is left."""
    return " ".join(word for word in latin_words(name) if word not in ARTICLES)


def is_arabic(key: str) -> bool:
    """Whether a key is written in Arabic letters."""
    return bool(_ARABIC_WORD.match(key))


def arabic_variants(key: str) -> list[str]:
    """Other spellings of one Arabic name that writers use alike.

    First words such as *Tell* or *Kafr* written on to the next word or apart (كفرنبل، كفر نبل), a final hamza left
    out (كربلاء، كربلا), and a final heh for alef in names of some length (مركدا، مركده).
    """
    found = []
    words = key.split()
    if len(words) > 1 and words[0] in _JOINED:
        found.append(words[0] + " ".join(words[1:]))
    if len(words) == 1 and key.startswith("كفر") and len(key) > len("كفر") + _SHORTEST_REST:
        found.append(f"كفر {key[3:]}")
    if key.startswith("البو") and len(words) == 1 and len(key) > len("البو") + _SHORTEST_REST:
        found += [f"البو {key[4:]}", f"ابو {key[4:]}"]
    for spelling in (key, *found):
        if spelling.endswith("اء"):
            found.append(spelling[:-1])
        elif len(words) > 1 or spelling.endswith(("يا", "يه")):
            continue
        elif spelling.endswith("ا") and len(spelling) >= _SHORTEST_SOFT:
            found.append(f"{spelling[:-1]}ه")
        elif spelling.endswith("ه") and len(spelling) > _SHORTEST_SOFT:
            found.append(f"{spelling[:-1]}ا")
    return found


def supplement_key(name: str) -> str:
    """The key of a name given by hand, in either script, digits allowed (``محطة T2``)."""
    if is_arabic(fold(name).lstrip()):
        return " ".join(_WORD.findall(fold(name).replace("-", " ")))
    plain = re.sub("['\"’‘ʿʾ`´ʻʼ]", "", fold(name))
    words = _WORD.findall(plain)
    kept = [word for word in words if word not in ARTICLES]
    return " ".join(kept or words)


def starts_with_article(name: str) -> bool:
    """Whether a Latin name begins with an article (*Al Bab*, *Ar Raqqah*)."""
    return bool(words := latin_words(name)) and len(words) > 1 and words[0] in ARTICLES


_SOUNDS = (
    ("kh", "x"), ("gh", "g"), ("sh", "S"), ("ch", "S"), ("th", "t"), ("dh", "z"), ("dj", "j"), ("ph", "f"),
    ("q", "k"), ("c", "k"), ("v", "f"), ("p", "b"),
    ("خ", "x"), ("غ", "g"), ("ش", "S"), ("ث", "t"), ("ط", "t"), ("ت", "t"), ("ذ", "z"), ("ظ", "z"), ("ز", "z"),
    ("ج", "j"), ("د", "d"), ("ض", "d"), ("ر", "r"), ("س", "s"), ("ص", "s"), ("ف", "f"), ("ق", "k"), ("ك", "k"),
    ("ل", "l"), ("م", "m"), ("ن", "n"), ("ب", "b"),
)  # fmt: skip
_SILENT = re.compile("[^a-zS]|[aeiouywh]")
_DOUBLE = re.compile(r"(.)\1+")


def skeleton(key: str) -> str:
    """The consonants of a name in either script, so that قيبار and *Qaybar* meet; the article is left out."""
    words = [word.removeprefix("ال") if len(word) > len("ال") + 1 else word for word in key.split()]
    sound = " ".join(words)
    for written, heard in _SOUNDS:
        sound = sound.replace(written, heard)
    return _DOUBLE.sub(r"\1", _SILENT.sub("", sound))
