"""What is released where it is read: the parts of a page that only those see who take part.

Every page of ours names both parts; pages in Plone's template get them as viewlets.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import ANSWER
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.processes import is_page
from kommunalhub.core import asking
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.annotation.interfaces import IAnnotations


AUTHOR = _("who_author", default="who has written the page")
READ_BY_AUTHOR = _("help_reason_author", default="Who has written the page reads it.")


class PagePart(CaseView):
    """What both parts share: nothing for those who merely read, nor where nothing is released."""

    parts = CaseView.template

    def __call__(self):
        if asking.is_anonymous() or not is_page(self.context) or not self.is_involved:
            return ""
        for name, value in IAnnotations(self.request).get(ANSWER, {}).items():
            setattr(self, name, value)
        return self.template()

    @cached_property
    def who_acts(self):
        """Who is awaited; of a page nobody is the applicant."""
        return AUTHOR if self.case.state == self.process.milestones[0] else super().who_acts

    def reader(self):
        return READ_BY_AUTHOR

    @cached_property
    def is_released(self):
        return self.case.state in self.process.released


class PageApproval(PagePart):
    """Above the text: whose turn it is, as long as the page is not released."""

    template = ViewPageTemplateFile("templates/pageapproval.pt")


class PageHistory(PagePart):
    """Below the text: what happened, and what can be done with a page that is released."""

    template = ViewPageTemplateFile("templates/pagehistory.pt")


class NoPart(BrowserView):
    """Both parts of what nobody decides on."""

    def __call__(self):
        return ""


class PageViewlet(ViewletBase):
    """One of the parts on a page in Plone's template."""

    part = ""

    def render(self):
        if not is_page(self.context):
            return ""
        return api.content.get_view(self.part, self.context, self.request)()


class ApprovalViewlet(PageViewlet):
    """See PageApproval."""

    part = "page-approval"


class HistoryViewlet(PageViewlet):
    """See PageHistory."""

    part = "page-history"
