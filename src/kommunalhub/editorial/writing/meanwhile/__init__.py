"""Two people change one page at once: who saves second is told, sees what differs, loses nothing.

The form carries a mark of the page as it was opened. Plone's lock warns beforehand; it can be taken
over, run out, and knows nothing of REST.
"""
