"""The import in the editors' pages: uploads, the outline beside its source, drafts of pages."""
