"""Tests of the workbench without a browser."""
