"""Quantities of running text: the corpus, properties, comparison and captions."""
