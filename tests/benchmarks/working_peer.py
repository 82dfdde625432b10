"""A peer that works through documents."""

from __future__ import annotations

from benchmarks.peers.serve import serve

if __name__ == "__main__":
    serve({}, lambda text: [text] * 1000)
