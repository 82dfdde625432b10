"""Holds an unpacked crate against the profile of RO-Crate 1.1 by roc-validator; what it finds is printed, a line each.

Run by itself, with the packages of ``requirements/judge.txt`` and no others. Nothing is asked for over a network: the
context of RO-Crate is answered here, with the terms that a package uses as its standard defines them.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import requests
import requests_cache
import urllib3
from rocrate_validator import models, services

_ADDRESS: Final = "https://w3id.org/ro/crate/1.1/context"
_OF_SCHEMA: Final = (
    *("name", "description", "datePublished", "license", "hasPart", "about", "author", "publisher"),
    *("url", "archivedAt", "encodingFormat", "contentSize", "inLanguage", "version"),
    *("Dataset", "CreativeWork", "SoftwareApplication", "Organization", "Person"),
)
_CONTEXT: Final = {
    **{term: f"http://schema.org/{term}" for term in _OF_SCHEMA},
    "File": "http://schema.org/MediaObject",
    "conformsTo": "http://purl.org/dc/terms/conformsTo",
}


class _Answers(requests.adapters.HTTPAdapter):
    """Stands in the place of the address."""

    def send(self, request: requests.PreparedRequest, *_: object, **__: object) -> Any:
        """The context, whatever is asked."""
        found = urllib3.HTTPResponse(
            io.BytesIO(json.dumps({"@context": _CONTEXT}).encode()),
            headers={"Content-Type": "application/ld+json"},
            status=200,
            preload_content=False,
            request_url=request.url,
        )
        return self.build_response(request, found)


def main(crate: str) -> None:
    """Judge one crate."""
    with tempfile.TemporaryDirectory() as folder:
        kept = str(Path(folder) / "cache")
        with requests_cache.CachedSession(kept, backend="sqlite", expire_after=-1) as session:
            session.mount("https://w3id.org", _Answers())
            session.get(_ADDRESS)
            session.get(_ADDRESS, headers={"Accept": "application/ld+json"})
        wanted = services.ValidationSettings(
            rocrate_uri=crate,
            profile_identifier="ro-crate-1.1",
            requirement_severity=models.Severity.RECOMMENDED,
            offline=True,
            cache_path=kept,
        )
        found = services.validate(wanted)
    for issue in found.get_issues():
        sys.stdout.write(f"{issue.severity.name} {issue.check.identifier} {issue.message}\n")
    sys.stdout.write(f"judged by {len(found.executed_checks)} checks\n")


if __name__ == "__main__":
    main(sys.argv[1])
