"""`page-must-read` above the text of a page that asks, `page-confirm` below it."""

from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.editorial.mustread import reading
from kommunalhub.editorial.mustread import said
from plone.protect.authenticator import createToken
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MustReadPart(BrowserView):
    """What both parts share: nothing where nothing asks, nor for who is not asked."""

    def __call__(self):
        if asking.is_anonymous() or self.mine is None or not self.is_shown():
            return ""
        return self.template()

    @cached_property
    def mine(self):
        return reading.mine(self.context, asking.userid())

    def is_shown(self):
        raise NotImplementedError

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@kenntnisnahme"

    @property
    def token(self):
        return createToken()

    @property
    def mark(self):
        return self.mine.revision.mark


class Above(MustReadPart):
    """That it asks, until when, how far it is; who confirmed before is led to what changed."""

    template = ViewPageTemplateFile("templates/above.pt")

    def is_shown(self):
        return self.mine.is_asked or self.is_office

    @cached_property
    def is_office(self):
        return reading.is_office(self.context)

    @cached_property
    def has_changes(self):
        return self.mine.is_open and self.mine.before is not None

    def what_changed(self):
        return said.what_changed(self.mine.changes)

    def confirmed(self):
        return said.confirmed_on(self.mine.confirmed) if self.mine.confirmed else None

    def until(self):
        return said.until(reading.due_of(self.context), reading.is_overdue(self.context))

    def count(self):
        return said.counted(reading.count_of(self.context))


class Below(MustReadPart):
    """The button, where one has read to the end."""

    template = ViewPageTemplateFile("templates/below.pt")

    def is_shown(self):
        return self.mine.is_open


class NoPart(BrowserView):
    """Both parts of what never asks."""

    def __call__(self):
        return ""
