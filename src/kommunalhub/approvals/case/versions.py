"""Older versions of a page bring back its text, never its past: journal, deadlines, who wrote,
for whom it was.

Plone keeps a version as a copy of the whole object (CMFEditions) and brings all of it back.
"""

from Acquisition import aq_base
from kommunalhub.approvals.case.parts import kept_by_parts
from kommunalhub.approvals.journal.storage import KEY
from kommunalhub.partners.audience.rules import FIELDS
from plone import api
from Products.CMFEditions.interfaces.IModifier import ISaveRetrieveModifier
from Products.CMFEditions.Modifiers import ConditionalModifier
from zope.interface import implementer


ID = "kommunalhub.case"
#: What a case keeps on itself that no version may bring back, besides what its parts keep.
KEPT = ("__annotations__", "case_number", "due", "last_editor", *FIELDS)


@implementer(ISaveRetrieveModifier)
class RetainCase:
    """Leaves what belongs to the approval as it is, and out of the versions."""

    def beforeSaveModifier(self, obj, clone):
        annotations = getattr(aq_base(clone), "__annotations__", None)
        for key in (KEY, *kept_by_parts(obj)[1]):
            if annotations is not None and key in annotations:
                del annotations[key]
        return {}, [], []

    def afterRetrieveModifier(self, obj, repo_clone, preserve=()):
        return [], [] if obj is None else [*KEPT, *kept_by_parts(obj)[0]], {}


def install(portal):
    """Register the modifier; nothing where it is registered already."""
    tool = api.portal.get_tool("portal_modifier")
    if ID not in tool.objectIds():
        modifier = ConditionalModifier(ID, RetainCase(), "Journal and deadlines stay")
        tool.register(ID, modifier)
        modifier.edit(True)


def uninstall(portal):
    """Take the modifier away: its class is ours."""
    tool = api.portal.get_tool("portal_modifier")
    if ID in tool.objectIds():
        tool.unregister(ID)
