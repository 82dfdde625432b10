"""Claims: the engine of the claim-verification workbench."""
