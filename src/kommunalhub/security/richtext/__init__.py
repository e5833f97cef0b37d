"""Rich text that people write: what of it reaches those who read it.

rules.py says what stays, embeds.py what becomes of contents of other sites, transform.py stands in
the one place that every rich text passes on its way out: portal_transforms, to text/x-html-safe.
See docs/decisions/rich-text.md.
"""
