"""Rules on the words of a text as a whole."""
