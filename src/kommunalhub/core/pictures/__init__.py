"""The behaviour `kommunalhub.picture`: one lead image that is never without a text."""
