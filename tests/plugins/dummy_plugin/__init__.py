"""A plugin that uses every extension point; the tests hold the kernel against it."""
