"""@@fehler-melden on a page: whoever reads it says what is wrong; no account is needed."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import asking
from kommunalhub.core.persons import property_of
from kommunalhub.editorial.upkeep import operations
from kommunalhub.editorial.upkeep import rules
from kommunalhub.security import strangers
from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView


class PageReport(BrowserView):
    """`page-report`: the way to the form, below a page."""


class ReportError(BrowserView):
    """Form and its answer; what a program sends is thanked for and forgotten."""

    errors = {}
    sent = False

    def __call__(self):
        if self.request.method == "POST":
            check_authenticator(self.request)
            self.receive()
        return self.index()

    @cached_property
    def values(self):
        values = rules.tidied(self.request.form)
        if self.request.method != "POST" and not asking.is_anonymous():
            values["email"] = property_of(asking.userid(), "email") or ""
        return values

    def places(self):
        """Return [{value, title, selected}] of the headings of the page."""
        return [
            {"value": anchor, "title": heading, "selected": anchor == self.values["place"]}
            for anchor, heading in operations.places_of(self.context)
        ]

    def receive(self):
        if strangers.is_program(self.request.form):
            self.sent = True
            return
        self.errors = rules.errors_in(self.values)
        if self.errors:
            self.request.response.setStatus(400)
            return
        strangers.count(self.request)
        try:
            operations.report(self.context, self.values)
        except operations.Full:
            self.errors = {"form": operations.FULL}
            self.request.response.setStatus(503)
        else:
            self.sent = True

    def told(self):
        if self.values["email"]:
            return _(
                "report_sent_answer",
                default="Thank you. We look at it and write to you when it is dealt with.",
            )
        return _("report_sent_thanks", default="Thank you. We look at it.")
