"""Exhibits away from their page: on the screen in the hall, in pages of others, as a code."""
