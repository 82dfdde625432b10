"""Numbers in words and digits, against an independent generator of number words."""
