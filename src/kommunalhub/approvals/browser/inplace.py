"""What is released where it is read: the parts of a page that only those see who take part.

Every page of ours names both parts; pages in Plone's template get them as viewlets.
"""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.answers.pages import ANSWER
from kommunalhub.approvals.browser.case import CaseView
from kommunalhub.approvals.pages import PLANNED
from kommunalhub.approvals.pages import RELEASES
from kommunalhub.approvals.processes import is_page
from kommunalhub.approvals.timing.form import fields_of
from kommunalhub.approvals.timing.operations import step_behind
from kommunalhub.approvals.timing.reading import said_of
from kommunalhub.approvals.timing.rules import END
from kommunalhub.approvals.timing.rules import NAMES
from kommunalhub.core import asking
from kommunalhub.core import formatting
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.annotation.interfaces import IAnnotations


AUTHOR = _("who_author", default="who has written the page")
MODIFY = "Modify portal content"
READ_BY_AUTHOR = _("help_reason_author", default="Who has written the page reads it.")


class PagePart(CaseView):
    """What both parts share: nothing for those who merely read, nor where nothing is released."""

    parts = CaseView.template
    times = ViewPageTemplateFile("templates/times.pt")
    own_times = ViewPageTemplateFile("templates/owntimes.pt")
    time_names = ()

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

    @cached_property
    def tasks(self):
        """What keeps the page back, and where who may change it mends that."""
        kept_back = [act for act in self.refused if act["cause"] == "condition"]
        where = self.process.mended_at
        if self.offered or not kept_back or where is None or not asking.may(MODIFY, self.context):
            return []
        name, verb = where
        url = f"{self.context.absolute_url()}/@@{name}"
        return [{"text": kept_back[0]["reason"], "verb": verb, "url": url}]

    def reader(self):
        return READ_BY_AUTHOR

    def bar(self):
        """Return the state bar, with what will happen to the page by itself at where it stands."""
        said = said_of(self.context, formatting.now())
        places = super().bar()
        for place in places:
            if place["kind"] == "now" and said is not None:
                place["who"] = said
        return places

    def times_html(self):
        """Return the fields for times, where somebody decides whether others read the page."""
        offers = self.process.is_timed and any(act["id"] in RELEASES for act in self.offered)
        if not offers or self.is_released or self.case.state == PLANNED:
            return ""
        self.time_names = NAMES
        return self.times()

    def own_times_html(self):
        """Return the form for another time of what is planned, or for the end of what is read."""
        step = step_behind(self.context)
        if step not in [act["id"] for act in self.offered]:
            return ""
        self.time_names = (END,) if self.is_released else NAMES
        return self.own_times()

    def time_fields(self):
        return fields_of(self.context, self.time_names, self.times_typed, self.time_errors)

    @property
    def says_times(self):
        """Whether the fields say something, so that they stand open."""
        return any(field["value"] or field["error"] for field in self.time_fields())

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
