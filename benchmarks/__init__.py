"""How long each stage takes and how much memory it needs, on the sample articles many times over.

Run by ``make bench``. It prints, it never asserts: a slow machine is no fault. Figures in documents come from here.
"""
