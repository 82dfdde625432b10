"""Use cases: the only place where stages and store meet."""
