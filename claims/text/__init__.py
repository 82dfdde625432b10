"""Bytes to documents to sentences: reading, folding with a way back, cutting."""
