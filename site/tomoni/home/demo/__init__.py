"""The demo town ともに市: what it says (content), how it looks (pictures), how it is built."""
