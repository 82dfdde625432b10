"""spaCy without a model: the Arabic tokeniser and the sentencizer, on whole documents."""

from __future__ import annotations

import importlib

from benchmarks.peers.serve import serve

if __name__ == "__main__":
    language = importlib.import_module("spacy").blank("ar")
    language.add_pipe("sentencizer")
    serve({}, language)
