"""Tests of claims.review."""
