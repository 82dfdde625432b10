"""Which pairs are worth it, the explained comparison, and the suggested relation."""
