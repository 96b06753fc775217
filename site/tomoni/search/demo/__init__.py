"""The search room's part of the demo town."""
