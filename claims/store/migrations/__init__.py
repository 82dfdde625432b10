"""The way of the tables from the first to the newest form; run by `claims.store.upgrade`, never by hand.

A revision is frozen once it was released: it copies what it needs and imports nothing of ours.
"""
