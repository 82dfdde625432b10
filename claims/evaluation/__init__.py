"""Labelled cases, precision and recall for each stage, pinned floors."""
