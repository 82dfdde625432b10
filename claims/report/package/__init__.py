"""A verdict package: report, data and originals in one RO-Crate, its hashes signed with a key of the case."""
