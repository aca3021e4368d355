"""Rules on what the text says of its own provisions."""
