"""Earlier versions of a page („Fassungen“): who made them when and why, what differs, and back.

Underneath are CMFEditions and plone.app.versioningbehavior: saving keeps a version.
"""
