"""REST: @substitutions, and accounts without typed groups."""
