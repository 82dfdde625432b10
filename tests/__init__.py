"""Tests mirror the tree: each owns one behaviour and says it in a sentence."""
