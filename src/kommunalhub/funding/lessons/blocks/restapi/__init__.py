"""REST services of the text blocks."""
