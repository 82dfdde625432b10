"""Named, versioned policies from decisions to verdicts, each with its trace."""
