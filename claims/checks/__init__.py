"""What an expert would check by hand; silent when undecidable."""
