"""What Plone's question before deleting says: which links break, and that the trash keeps it."""

from kommunalhub.core.tools import site_url
from kommunalhub.editorial.trash import operations
from plone.app.linkintegrity.browser.info import DeleteConfirmationInfo
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class DeletionInfo(DeleteConfirmationInfo):
    """Plone's answer, and a sentence of ours where all of it is kept."""

    note = ViewPageTemplateFile("templates/question.pt")

    def __call__(self, items=None):
        links = super().__call__(items) or ""
        if items is None:
            items = [] if IPloneSiteRoot.providedBy(self.context) else [self.context]
        return links + self.note() if items and all(map(operations.is_kept, items)) else links

    @property
    def days(self):
        return operations.days()

    @property
    def url(self):
        return f"{site_url()}/@@papierkorb"
