"""Tests of claims.model."""
