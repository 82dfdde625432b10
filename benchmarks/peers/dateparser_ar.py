"""dateparser on the whole expression, as most people call it: the language ar."""

from __future__ import annotations

from benchmarks.peers import DATE
from benchmarks.peers.dateparser_ar_sy import dates
from benchmarks.peers.serve import serve

if __name__ == "__main__":
    serve({DATE: lambda text, moment: dates(text, moment, languages=["ar"])})
