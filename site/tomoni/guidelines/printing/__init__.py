"""PDFs of documents, old editions and comparisons: composed, drawn in the background, kept."""
