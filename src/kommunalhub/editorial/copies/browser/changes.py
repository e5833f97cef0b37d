"""@@aenderungen of a working copy: what it changes, beside the page that is released."""

from functools import cached_property
from kommunalhub.approvals import revisions
from kommunalhub.editorial.comparing.page import Comparing
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class Changes(Comparing):
    """The page; there is none of what is no copy."""

    template = ViewPageTemplateFile("templates/changes.pt")

    def __call__(self):
        if self.before is None:
            raise NotFound(self.__name__)
        return super().__call__()

    @cached_property
    def before(self):
        return revisions.original_of(self.context)
