"""The screens on which editors keep the term base and the synonym table."""
