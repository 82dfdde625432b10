"""``python -m benchmarks.calibrate``: the confidence that the labelled pairs held out give, as TOML.

What it prints goes below the head of ``claims/comparison/data/confidence.toml``, after a look at what moved.
"""

from __future__ import annotations

import sys
from pathlib import Path

from claims.cli.quality_pairs import calibration

if __name__ == "__main__":
    sys.stdout.write(calibration(Path("tests/evaluation/labels")))
