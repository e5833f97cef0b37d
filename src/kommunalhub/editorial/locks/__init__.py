"""Who edits a page right now („wird bearbeitet“), in words, and how somebody else takes over.

Plone's locks underneath: they warn beforehand. What was saved meanwhile writing/meanwhile tells.
"""
