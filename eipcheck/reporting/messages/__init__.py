"""Message catalogues: one folder per language, one module per area, the same keys in each."""
