"""@@arbeitskopie starts a copy, @@arbeitskopie-verwerfen throws it away, @@aendern leads there."""

from kommunalhub import _
from kommunalhub.approvals import revisions
from kommunalhub.core import asking
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.editorial.copies import operations
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized


STARTED = _(
    "copy_started",
    default="This is your working copy. The released page stays as it is until this one is "
    "released.",
)
DISCARDED = _("copy_discarded", default="The working copy was discarded.")


class StartCopy(OwnPage):
    """Says what a copy is; POST makes one and leads to its form, or to the one that is there."""

    template = ViewPageTemplateFile("templates/start.pt")

    def __call__(self):
        if revisions.is_revision(self.context):
            raise NotFound(self.__name__)
        return super().__call__()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@arbeitskopie"

    @property
    def held(self):
        return operations.held(self.context)

    def may_change(self):
        return asking.may("Modify portal content", self.context)

    def post(self):
        try:
            copy = operations.start(self.context)
        except operations.CopyThere as error:
            there = error.held
            seen = there.copy if asking.may("View", there.copy) else self.context
            return self.lead_to(seen.absolute_url(), there.said)
        return self.lead_to(f"{copy.absolute_url()}/edit", STARTED)


class DiscardCopy(OwnPage):
    """POST deletes a copy and leads to its page."""

    def __call__(self):
        if not revisions.is_revision(self.context):
            raise NotFound(self.__name__)
        if self.request.method != "POST":
            return self.lead_to(self.context.absolute_url())
        return super().__call__()

    def post(self):
        original = revisions.original_of(self.context)
        revisions.discard(self.context)
        return self.lead_to(original.absolute_url(), DISCARDED)


class Change(BrowserView):
    """Leads to the form."""

    def __call__(self):
        return self.request.response.redirect(f"{self.context.absolute_url()}/{self.way()}")

    def way(self):
        return "edit"


class ChangePage(Change):
    """Leads to the form of a page, of its copy, or to where a copy is started."""

    def way(self):
        if asking.may("Modify portal content", self.context):
            return "edit"
        copy = revisions.revision_of(self.context)
        if copy is not None and asking.may("Modify portal content", copy):
            return f"../{copy.getId()}/edit"
        if asking.may(revisions.START, self.context):
            return "@@arbeitskopie"
        raise Unauthorized("This page cannot be changed by this person now.")
