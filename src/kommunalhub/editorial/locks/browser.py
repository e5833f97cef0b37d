"""`page-lock` on a page and above its form, and the button that takes over."""

from functools import cached_property
from kommunalhub.approvals.revisions import MODIFY
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.editorial.checks.interfaces import IChecked
from kommunalhub.editorial.locks import operations
from kommunalhub.editorial.locks import reading
from plone import api
from plone.app.layout.viewlets.locking import LockInfoViewlet
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PageLock(BrowserView):
    """Nothing for who does not edit the page, nor where they themselves do."""

    template = ViewPageTemplateFile("templates/lock.pt")

    #: Whether it stands above the form; a page says itself that there is a working copy of it.
    in_form = False

    def __call__(self):
        if asking.is_anonymous() or not asking.may(MODIFY, self.context):
            return ""
        says = self.lock is not None and (self.lock.takeable or self.in_form)
        return self.template() if says else ""

    @cached_property
    def lock(self):
        return reading.lock_of(self.context)

    @property
    def token(self):
        return createToken()


class NoLock(BrowserView):
    """Of what has a form of the house, which says so itself."""

    def __call__(self):
        return ""


class LockViewlet(LockInfoViewlet):
    """In place of Plone's above the form of a page."""

    def render(self):
        if not IChecked.providedBy(self.context):
            return super().render()
        part = api.content.get_view("page-lock", self.context, self.request)
        part.in_form = True
        return part()


class TakeOver(OwnPage):
    """POST takes over and leads to the form."""

    def __call__(self):
        if self.request.method != "POST":
            return self.lead_to(self.context.absolute_url())
        return super().__call__()

    def post(self):
        taken = operations.take_over(self.context)
        url = self.context.absolute_url()
        return self.lead_to(f"{url}/edit" if taken else url)
