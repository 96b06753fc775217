"""The outline of an import: its pieces, what is doubtful in them, and how they are mended."""
