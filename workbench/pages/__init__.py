"""Two-line entries of the navigation; the screens themselves are in `workbench.views`."""
