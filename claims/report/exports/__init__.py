"""A case as data for other programs: one walk over its documents, claims and pairs, many forms, a row at a time."""
