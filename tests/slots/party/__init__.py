"""Parties: finding, comparing, captions, sources."""
