"""On the queue: three alike within an hour propose a disturbance, or are found unlike."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.tools import catalog
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.support import workflow as tickets
from kommunalhub.support.devices.operations import label_by
from kommunalhub.support.disturbances import operations
from kommunalhub.support.disturbances import proposing
from kommunalhub.support.disturbances import rules
from kommunalhub.support.disturbances import workflow
from kommunalhub.support.disturbances.browser.page import chosen_in
from plone.protect.authenticator import createToken
from Products.Five import BrowserView


DISMISSED = _("message_proposal_dismissed", default="Noted: these are different problems.")


class Proposal(BrowserView):
    """A piece of the queue for those who publish disturbances, empty for everybody else."""

    def __call__(self):
        return self.index() if self.folder is not None and self.found is not None else ""

    @cached_property
    def folder(self):
        folder = self.context.get(operations.FOLDER)
        allowed = folder is not None and asking.may(workflow.ADD_DISTURBANCE, folder)
        return folder if allowed else None

    @cached_property
    def found(self):
        return proposing.proposal()

    @property
    def count(self):
        return len(self.found.reports)

    @property
    def minutes(self):
        return max(1, round(self.found.span.total_seconds() / 60))

    def about(self):
        """Return what they have in common."""
        first = self.found.reports[0]
        if self.found.why == rules.DEVICE:
            return label_by(first.device)
        if self.found.why == rules.CATEGORY:
            return titles_of("kommunalhub.support_categories").get(first.category, first.category)
        return self.rows()[0]["title"]

    def rows(self):
        uids = [report.uid for report in self.found.reports]
        found = {brain.UID: brain for brain in catalog()(UID=uids)}
        return [
            {"title": found[uid].Title, "url": found[uid].getURL()} for uid in uids if uid in found
        ]

    @property
    def uids(self):
        return sorted(self.found.uids)

    @property
    def publish_url(self):
        oldest = self.found.reports[0].uid
        return f"{self.folder.absolute_url()}/++add++Disturbance?ticket={oldest}"

    @property
    def token(self):
        return createToken()


class Dismiss(OwnPage):
    """@@verschiedene of the folder (POST): some tickets have nothing to do with each other."""

    def template(self):
        return self.lead_to(self.context.aq_parent.absolute_url())

    def post(self):
        wanted = chosen_in(self.request)
        found = catalog()(UID=wanted, portal_type=tickets.TYPE) if wanted else ()
        proposing.dismiss(brain.UID for brain in found)
        return self.lead_to(self.context.aq_parent.absolute_url(), DISMISSED)
