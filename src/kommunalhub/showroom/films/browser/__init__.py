"""Pages, forms and the part of films."""
