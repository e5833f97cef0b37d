"""Who takes a page away from where it stands.

Plone asks whether somebody may delete the folder around it. The folder of an administration is
public and nobody's to delete, so its editors could throw away their drafts over REST and in lists,
but were not offered it, and moved nothing. Here the page is asked, as Dexterity does to delete it.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from kommunalhub.approvals.processes import is_page
from kommunalhub.core import asking
from Products.CMFCore.interfaces import ISiteRoot
from Products.Five import BrowserView


DELETE, MOVE, ADD = "Delete objects", "Copy or Move", "Add portal content"
#: What OFS.CopySupport calls the check of what is copied, and of what is moved.
COPIED, MOVED = 1, 2


def may_leave(obj):
    """Return whether who asks may take a thing out of its folder."""
    if not asking.may(DELETE, obj):
        return False
    folder = aq_parent(aq_inner(obj))
    decides_alone = is_page(obj) and not ISiteRoot.providedBy(folder)
    return decides_alone or asking.may(DELETE, folder)


def verify_paste(folder, obj, validate_src=True):
    """Check what is pasted (instead of PasteBehaviourMixin._verifyObjectPaste of Dexterity)."""
    if validate_src == MOVED and may_leave(obj):
        validate_src = COPIED  # the same but for the folder that it leaves
    return folder._old__verifyObjectPaste(obj, validate_src)


class Leaving(BrowserView):
    """What the menu of a page asks."""

    def may_leave(self):
        return may_leave(self.context)

    def may_move(self):
        return asking.may(MOVE, self.context) and self.may_leave()

    def may_rename(self):
        return asking.may(ADD, self.context) and self.may_move()
