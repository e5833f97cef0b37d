"""A page as others will see it, before they do: citizens, colleagues, on a phone."""
