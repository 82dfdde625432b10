"""The same pure functions over many documents."""
