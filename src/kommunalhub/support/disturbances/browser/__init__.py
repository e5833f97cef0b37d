"""Pages of disturbances, and what stands on all pages."""
