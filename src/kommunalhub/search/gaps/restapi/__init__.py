"""REST service of the searches without a hit."""
