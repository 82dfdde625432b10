"""A report as a value without mark-up, then as bytes."""
