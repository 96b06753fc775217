"""Stores: where tokens lie and are found again; three of them behind one protocol."""
