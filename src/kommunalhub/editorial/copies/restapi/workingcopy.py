"""POST and DELETE @workingcopy, GET @changes of a page.

PATCH, checking in by hand, is nobody's: a copy takes its place when it is released.
"""

from dataclasses import asdict
from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.core import asking
from kommunalhub.core.restapi import body
from kommunalhub.editorial.comparing.reading import differences
from kommunalhub.editorial.copies import operations
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import alsoProvides


NOT_A_COPY = _("copy_of_copy", default="This is a working copy itself. Please change it.")


class CopyPost(Service):
    """201 with the address of the copy; 409 where there is one, or where this is one.

    working_copy: where the one is that somebody else has started, for who may see it.
    """

    def reply(self):
        body.body_of(self.request)  # no form of another site
        alsoProvides(self.request, IDisableCSRFProtection)
        if revisions.is_revision(self.context):
            return self.conflict(NOT_A_COPY)
        try:
            copy = operations.start(self.context)
        except operations.CopyThere as error:
            return self.conflict(error.held.said, error.held.copy)
        response = self.request.response
        response.setStatus(201)
        response.setHeader("Location", copy.absolute_url())
        return {"@id": copy.absolute_url()}

    def conflict(self, message, there=None):
        self.request.response.setStatus(409)
        told = {"type": "CopyThere", "message": translate(message, context=self.request)}
        if there is not None and asking.may("View", there):
            told["working_copy"] = there.absolute_url()
        return told


class CopyDelete(Service):
    """204; 404 of what is no copy."""

    def reply(self):
        if not revisions.is_revision(self.context):
            raise NotFound(self.context.absolute_url())
        alsoProvides(self.request, IDisableCSRFProtection)
        revisions.discard(self.context)
        return self.reply_no_content()


class ChangesGet(Service):
    """{original, fields} of a copy: what it changes; 404 of what is none.

    fields: name, title and sections (kind, heading, before, pieces), pieces, or before and after.
    """

    def reply(self):
        page = revisions.original_of(self.context)
        if page is None:
            raise NotFound(self.context.absolute_url())
        return {
            "@id": f"{self.context.absolute_url()}/@changes",
            "original": page.absolute_url(),
            "fields": [
                {**asdict(one), "title": translate(one.title, context=self.request)}
                for one in differences(page, self.context, self.request)
            ],
        }
