"""Slots of claims: dates, quantities, places, parties."""
