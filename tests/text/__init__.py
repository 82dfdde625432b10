"""Reading, folding, cutting."""
