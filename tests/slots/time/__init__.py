"""Dates and times: grammar, resolution, comparison."""
