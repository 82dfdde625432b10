"""dateparser.search, Arabic, on whole documents."""

from __future__ import annotations

import importlib

from benchmarks.peers.serve import serve

if __name__ == "__main__":
    search = importlib.import_module("dateparser.search").search_dates
    serve({}, lambda text: search(text, languages=["ar"]))
