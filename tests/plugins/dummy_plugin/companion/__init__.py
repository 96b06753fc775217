"""A second Django app, brought by the dummy plugin."""
