"""What a package says of itself: an RO-Crate 1.1 and a manifest of SHA-256. Both follow from the members alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, unquote

MANIFEST: Final = "manifest-sha256.txt"
SIGNATURE: Final = "signature.json"
METADATA: Final = "ro-crate-metadata.json"
DATA: Final = "data/case.jsonl"
ORIGINALS: Final = "originals/"

_CRATE: Final = "https://w3id.org/ro/crate/1.1"
_KEEPERS, _TERMS = "#case", "#terms"
_UNSAFE: Final = re.compile(r"[^\w.-]")
_LONGEST: Final = 60
_ENDING: Final = 10
_SHA256: Final = "https://schema.org/sha256"


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a package.

    Attributes:
        path: inside of the package, parts joined by ``/``.
        sha256: hash of its bytes, 64 hex digits.
        size: in bytes.
        title: what it is, for people.
        media_type: as registered, ``text/html``.
        author: who wrote it, "" when unknown or made by the program.
        address: where it was published, "" when unknown.
        archive: address of a copy in an archive, "" when there is none.
        described: who said so and when, "" when nobody did.
    """

    path: str
    sha256: str
    size: int
    title: str = ""
    media_type: str = "application/octet-stream"
    author: str = ""
    address: str = ""
    archive: str = ""
    described: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What a package is about.

    Attributes:
        title: of the case.
        made_at: time of the newest row of the record, ISO 8601 in UTC: the same case gives the same package.
        program: version of the program.
        language: of the report.
        audit_seq: number of that row.
        audit_hash: its hash.
    """

    title: str
    made_at: str
    program: str
    language: str
    audit_seq: int
    audit_hash: str


def original(sha256: str, name: str) -> str:
    """Where an original stands in a package: its hash and, readable, the name it came under.

    What a file system or a reader could take for something else (slashes, controls, turned letters, dots in front) is
    replaced.
    """
    parts = _UNSAFE.sub("_", name.encode("utf-8", "replace").decode()).strip("._") or "original"
    stem, dot, ending = parts.rpartition(".")
    short = parts[:_LONGEST] if not dot or len(ending) > _ENDING else f"{stem[:_LONGEST]}.{ending}"
    return f"{ORIGINALS}{sha256}/{short}"


def hash_in(path: str) -> str:
    """The hash under which `original` put a file."""
    return path.removeprefix(ORIGINALS).partition("/")[0]


def manifest(members: Iterable[Member]) -> bytes:
    """One line a file, as ``sha256sum -c`` reads it, sorted by path."""
    lines = (f"{each.sha256}  {each.path}\n" for each in sorted(members, key=lambda one: one.path))
    return "".join(lines).encode()


def hashes(text: bytes) -> dict[str, str]:
    """The hashes of a manifest by path.

    Raises:
        ValueError: it is no manifest, or names a file twice.
    """
    found: dict[str, str] = {}
    for line in text.decode("utf-8").splitlines():
        digest, gap, path = line[:64], line[64:66], line[66:]
        if gap != "  " or not path or path in found:
            raise ValueError(f"no line of a manifest: {line[:80]!r}")
        found[path] = digest
    return found


def metadata(head: Head, members: Sequence[Member]) -> bytes:
    """The description of the package as JSON-LD."""
    graph: list[dict[str, Any]] = [_descriptor(), _root(head, members)]
    graph.extend(_file(each) for each in members)
    graph.extend((_keepers(head), _terms(), _program(head)))
    crate = {"@context": [f"{_CRATE}/context", {"sha256": _SHA256}], "@graph": graph}
    return (json.dumps(crate, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def order(text: bytes) -> list[str]:
    """The members of a package in the order in which they are written: those that speak of the others, then as the crate lists them.

    Raises:
        ValueError: it is no description of a package.
    """
    try:
        (root,) = (each for each in json.loads(text)["@graph"] if each["@id"] == "./")
        listed = [unquote(each["@id"]) for each in root["hasPart"]]
    except (KeyError, TypeError) as error:
        raise ValueError("no description of a package") from error
    return [METADATA, MANIFEST, SIGNATURE, *listed]


def _descriptor() -> dict[str, Any]:
    return {
        "@id": METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _CRATE},
        "about": {"@id": "./"},
    }


def _root(head: Head, members: Sequence[Member]) -> dict[str, Any]:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": head.title or "case",
        "description": (
            f"Verdict package of a case of claims at {_row(head)} of its record, "
            f"SHA-256 {head.audit_hash}."
        ),
        "datePublished": head.made_at,
        "license": {"@id": _TERMS},
        "author": {"@id": _KEEPERS},
        "publisher": {"@id": _KEEPERS},
        "inLanguage": head.language,
        "hasPart": [{"@id": quote(each.path)} for each in members],
    }


def _row(head: Head) -> str:
    """The row of the record at which the package was made; its number may be withheld."""
    return f"row {head.audit_seq}" if head.audit_seq else "a row"


def _file(member: Member) -> dict[str, Any]:
    known = {
        "author": member.author,
        "url": member.address,
        "archivedAt": member.archive,
        "description": member.described,
    }
    return {
        "@id": quote(member.path),
        "@type": "File",
        "name": member.title or member.path,
        "encodingFormat": member.media_type,
        "contentSize": str(member.size),
        "sha256": member.sha256,
        **{name: value for name, value in known.items() if value},
    }


def _keepers(head: Head) -> dict[str, Any]:
    """Those who keep the case: its name is all that a package says of them."""
    return {"@id": _KEEPERS, "@type": "Organization", "name": head.title or "case"}


def _terms() -> dict[str, Any]:
    return {
        "@id": _TERMS,
        "@type": "CreativeWork",
        "name": "Terms of use",
        "description": "All rights in quoted texts and originals remain with their publishers.",
    }


def _program(head: Head) -> dict[str, Any]:
    return {
        "@id": "#claim-workbench",
        "@type": "SoftwareApplication",
        "name": "claim-workbench",
        "version": head.program,
    }
