"""The pages of a document beside its chapters: each view takes the request and the document."""
