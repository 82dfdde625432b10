"""Tests of claims.store."""
