Events that recur need an end within bounds, in the form and over REST; the answer stands at the field. See docs/reference/limits.md.
