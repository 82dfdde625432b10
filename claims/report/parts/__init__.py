"""The sections of a report, one module each: content in, `Section` out."""
