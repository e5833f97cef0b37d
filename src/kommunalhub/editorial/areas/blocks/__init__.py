"""The kinds of blocks that every area has; other rooms bring theirs (core/homeblocks)."""
