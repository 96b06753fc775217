"""What editors meet while they write at a document: refusals, panels beside the form."""
