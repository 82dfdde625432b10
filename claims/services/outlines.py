"""Coasts and borders for maps on screen: those of the maps in reports (`claims.report.pictures.outline`)."""

from __future__ import annotations

from claims.report.pictures.outline import Box, outline

__all__ = ["Box", "outline"]
