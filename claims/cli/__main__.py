"""``python -m claims.cli``: the same as the command ``claims``."""

from claims.cli.app import main

main()
