"""Words that mean the same: how they are written, recognised in a query, and read as romaji."""
