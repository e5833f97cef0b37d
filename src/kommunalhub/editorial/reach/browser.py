"""`page-reach`: for whom a page is, and for those who look after it whom it reaches."""

from functools import cached_property
from kommunalhub.approvals.revisions import may_change
from kommunalhub.core import asking
from kommunalhub.editorial.reach import reading
from kommunalhub.partners.audience.said import audience_text
from kommunalhub.partners.audience.said import reach_text
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PageReach(BrowserView):
    """A part of the page: one line for its readers, the numbers for those who look after it."""

    template = ViewPageTemplateFile("templates/reach.pt")

    def __call__(self):
        if asking.is_anonymous() or not (self.audience or self.steps or self.now):
            return ""
        return self.template()

    @cached_property
    def audience(self):
        """For whom it is, None where it is for everybody."""
        return audience_text(self.context)

    @cached_property
    def keeps(self):
        return may_change(self.context)

    @cached_property
    def now(self):
        """Whom it reaches since it is released, None for others and before."""
        if not (self.keeps and reading.is_released(self.context)):
            return None
        return reach_text(reading.reach_now(self.context))

    @cached_property
    def steps(self):
        """[{title, text}] of what a step of release would reach; nothing once it is released."""
        if reading.is_released(self.context):
            return []
        steps = reading.reached_by_steps(self.context)
        return [{"title": title, "text": reach_text(reach)} for title, reach in steps]


class NoReach(BrowserView):
    """Of what is for everybody whom its state lets read."""

    def __call__(self):
        return ""
