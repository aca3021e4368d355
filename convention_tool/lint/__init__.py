"""What a draft says wrongly, or leaves open, and why it matters."""
