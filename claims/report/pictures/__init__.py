"""Pictures of a case as SVG: no script, no style, nothing from outside; each stands beside a table that says the same."""
