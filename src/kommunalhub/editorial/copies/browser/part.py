"""`page-copy` above a page: that it is a copy, that there is one, or that there could be."""

from functools import cached_property
from kommunalhub.approvals import revisions
from kommunalhub.core import asking
from kommunalhub.editorial.copies import operations
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class CopyPart(BrowserView):
    """Nothing for who merely reads."""

    template = ViewPageTemplateFile("templates/part.pt")

    def __call__(self):
        if asking.is_anonymous() or not (self.original or self.held or self.offers_copy):
            return ""
        return self.template()

    @cached_property
    def original(self):
        """The page that this is a copy of, or None."""
        return revisions.original_of(self.context)

    @cached_property
    def held(self):
        """The Held of the copy that somebody works on, where this person may see it, or None."""
        found = operations.held(self.context)
        return found if found is not None and asking.may("View", found.copy) else None

    @cached_property
    def offers_copy(self):
        """Whether this person changes the page by a copy and in no other way."""
        return asking.may(revisions.START, self.context) and not asking.may(
            "Modify portal content", self.context
        )

    def may_discard(self):
        return asking.may("Delete objects", self.context)

    @property
    def token(self):
        return createToken()


class NoPart(BrowserView):
    """Of what is changed where it stands."""

    def __call__(self):
        return ""


class CopyViewlet(ViewletBase):
    """The same above the form in which a page is edited."""

    def render(self):
        return api.content.get_view("page-copy", self.context, self.request)()
