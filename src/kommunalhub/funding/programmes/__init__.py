"""The library of programmes: what the catalog knows of them, list, calendar, comparison, checks."""
