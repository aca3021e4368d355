"""Rules on what an instrument is made of."""
