"""What residents asked for and did not find: counted without keeping who asked."""
