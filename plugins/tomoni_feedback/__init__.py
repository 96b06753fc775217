"""Feedback: residents say under each page whether it helped them."""
