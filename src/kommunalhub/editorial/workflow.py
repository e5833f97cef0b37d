"""How Plone's own types are released: all as approvals.pages says.

Files and pictures have no workflow: they are read where what they stand in is read.
"""

from kommunalhub.approvals.pages import page_process
from kommunalhub.approvals.pages import PUBLIC
from kommunalhub.approvals.rules import Denied
from kommunalhub.approvals.rules import OK
from kommunalhub.editorial.checks import said


def is_accessible(facts, actor):
    """Return Ok unless a page lacks what the law wants; what is public can be made internal."""
    hurdles = facts.extra.get("hurdles")
    if not hurdles or facts.state == PUBLIC:
        return OK
    return Denied(said.kept_back(hurdles), ("partner-editors",))


PAGES = page_process("Document", condition=is_accessible)
NEWS = page_process("News Item", condition=is_accessible)
EVENTS = page_process("Event", condition=is_accessible)
LINKS = page_process("Link")
COLLECTIONS = page_process("Collection")
FOLDERS = page_process("Folder", passes=False)
