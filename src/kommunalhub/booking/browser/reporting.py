"""What reports share: the days and filters that are asked for."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.booking.prices import entering
from kommunalhub.booking.reports.asked import asked_in
from kommunalhub.booking.reports.asked import FIELDS
from kommunalhub.core import formatting
from kommunalhub.partners.membership import partner_ids
from kommunalhub.partners.titles import short_title_of
from Products.Five import BrowserView
from urllib.parse import urlencode
from zope.i18n import translate


NO_PARTNER = _("occupancy_no_partner", default="none of the administrations")


class Report(BrowserView):
    """What was asked for: the days, and what of them."""

    name = ""

    @cached_property
    def asked(self):
        today = formatting.to_local(formatting.now()).date()
        return asked_in(self.request.form, today)[0]

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@{self.name}"

    def query(self):
        asked = {name: str(getattr(self.asked, name)) for name in FIELDS}
        return urlencode({name: value for name, value in asked.items() if value})

    def said(self, message):
        return translate(message, context=self.request)

    def download_url(self):
        return f"{self.url}.xlsx?{self.query()}"

    def period(self):
        return {"first": formatting.day(self.asked.first), "last": formatting.day(self.asked.last)}

    # What can be chosen: [{value, title, selected}].

    def kinds(self):
        return options(entering.space_kinds(), self.asked.kind)

    def partners(self):
        return options({one: short_title_of(one) for one in partner_ids()}, self.asked.partner)

    def applicants(self):
        return options(entering.applicant_kinds(), self.asked.applicant)


def options(titles, chosen):
    return [
        {"value": value, "title": title, "selected": value == chosen}
        for value, title in titles.items()
    ]
