"""Tests of claims.services."""
