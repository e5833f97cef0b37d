"""Text blocks for pages: each administration keeps its own; see core/textblocks."""
