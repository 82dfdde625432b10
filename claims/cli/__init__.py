"""The command line: one verb per stage, data on stdout, messages on stderr."""
