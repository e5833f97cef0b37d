"""Data protection in the journal: what people said, or who they were, taken out with a mark."""
