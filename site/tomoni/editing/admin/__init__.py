"""What editors see: the guarded edit view, and the page on two versions."""
