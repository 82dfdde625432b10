"""The face of the claim-verification workbench."""
