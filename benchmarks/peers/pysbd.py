"""pySBD, Arabic sentences, on whole documents."""

from __future__ import annotations

import importlib

from benchmarks.peers.serve import serve

if __name__ == "__main__":
    segmenter = importlib.import_module("pysbd").Segmenter(language="ar", clean=False)
    serve({}, segmenter.segment)
