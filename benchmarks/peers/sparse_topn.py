"""sparse_dot_topn on TF-IDF of whole words: the ten nearest texts of each; slots are not looked at."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from benchmarks.peers.candidates import Pairs, propose

_NEAREST = 11


def blocker(accounts: Sequence[dict[str, Any]]) -> Pairs:
    """Pairs of each text with its nearest ones."""
    text = importlib.import_module("sklearn.feature_extraction.text")
    words = text.TfidfVectorizer(token_pattern=r"\S+")  # noqa: S106 - no password
    matrix = words.fit_transform(one["text"] for one in accounts)
    topn = importlib.import_module("sparse_dot_topn")
    near = topn.sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=_NEAREST, threshold=0.1).tocoo()
    return [
        (one, other)
        for one, other in zip(near.row.tolist(), near.col.tolist(), strict=True)
        if one != other
    ]


if __name__ == "__main__":
    propose(blocker)
