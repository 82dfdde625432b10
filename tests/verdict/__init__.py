"""Tests of claims.verdict."""
