"""Questions about an instrument, each one module, each a function of its tree."""
