"""The demo town's guideline: its words, and how they become pages."""
