"""REST of pages that ask to be confirmed."""
