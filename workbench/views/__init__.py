"""The screens. Each asks the services, lets `workbench.shown` prepare the answer, and draws it."""
