"""Sentences to atomic claims: predicates, coordination spread out, attribution, modality."""
