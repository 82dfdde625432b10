"""The command line: one verb per stage, data on stdout, messages and progress on stderr.

Exit codes: 0 fine, 1 something needs a person, 2 wrong use or surroundings (nothing was changed), 130 interrupted,
141 whoever read stdout has left.
"""

from claims.cli.app import app, main

__all__ = ["app", "main"]
