"""@@stand-am: a form with a day, and the page as it was then."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.approvals.pages import RELEASED
from kommunalhub.core import formatting
from kommunalhub.core import pagetext
from kommunalhub.editorial.asof import operations
from kommunalhub.editorial.asof import rules
from plone import api
from Products.Five import BrowserView


WRONG = {
    "form": _("asof_form", default="Please choose a day, for example 2026-03-03."),
    "early": _("asof_early", default="Please choose a day after the year 1999."),
    "future": _("asof_future", default="This day is still to come."),
}


class AsOf(BrowserView):
    """Wrong days answer 400 with the form; a day without a release says so."""

    asked = error = earlier = None

    def __call__(self):
        if "date" in self.request.form:
            try:
                day = rules.read_day(self.request.form["date"], operations.today())
                self.asked = day
                self.earlier = operations.as_of(self.context, day)
            except rules.NoDay as wrong:
                self.error = WRONG[wrong.reason]
                self.request.response.setStatus(400)
        return self.index()

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@stand-am"

    @property
    def value(self):
        """Return what stands in the field: what was asked for, as far as it is a text."""
        sent = self.request.form.get("date")
        return sent[:10] if isinstance(sent, str) else ""

    def latest(self):
        return operations.today().isoformat()

    @cached_property
    def day(self):
        return formatting.day(self.asked)

    def text(self):
        text = self.earlier.text
        if text is None:
            return ""
        html = text.output_relative_to(self.context)
        return pagetext.shown(self.context, self.request, html, rules.end_of(self.asked))

    def since(self):
        return formatting.moment(self.earlier.standing.since)

    def until(self):
        return formatting.moment(self.earlier.standing.until)


class Link(BrowserView):
    """Below a page that others read: where to ask for another day."""

    def __call__(self):
        return self.index() if api.content.get_state(self.context, "") in RELEASED else ""
