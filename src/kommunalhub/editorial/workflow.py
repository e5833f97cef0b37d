"""How Plone's own types are released: all as approvals.pages says.

Files and pictures have no workflow: they are read where what they stand in is read.
"""

from kommunalhub.approvals.pages import page_process


PAGES = page_process("Document")
NEWS = page_process("News Item")
EVENTS = page_process("Event")
LINKS = page_process("Link")
COLLECTIONS = page_process("Collection")
FOLDERS = page_process("Folder", passes=False)
