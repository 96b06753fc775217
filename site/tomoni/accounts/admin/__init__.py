"""What the editors' pages show of accounts."""
