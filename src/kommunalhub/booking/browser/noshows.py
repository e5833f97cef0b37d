"""@@nicht-erschienen of a folder of spaces: what nobody came for, for the hub management alone."""

from kommunalhub import _
from kommunalhub.booking import noshows
from kommunalhub.core import formatting
from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.persons import name_of
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


WRONG = _(
    "no_show_days_wrong",
    default="Please write a whole number from ${least} to ${most}.",
    mapping={"least": noshows.LEAST, "most": noshows.MOST},
)
SAVED = _("message_no_show_days", default="Saved. Older counts are deleted by themselves.")


class NoShowsPage(OwnPage):
    """Names in the order of the alphabet: nobody is ranked."""

    template = ViewPageTemplateFile("templates/noshows.pt")
    problem = None

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@nicht-erschienen"

    def days(self):
        return self.field("days") or str(noshows.days_kept())

    def totals(self):
        """Return {bookings, spaces} of what nobody came for."""
        return dict(zip(("bookings", "spaces"), noshows.total(), strict=True))

    def rows(self):
        """Return [{name, count, last}] of people, by name."""
        found = [
            {"name": name_of(one.person), "count": one.count, "last": formatting.day(one.last)}
            for one in noshows.absences()
        ]
        return sorted(found, key=lambda row: formatting.sort_key(row["name"]))

    def post(self):
        text = self.field("days").strip()
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
        if not noshows.LEAST <= number <= noshows.MOST:
            self.problem = WRONG
            self.request.response.setStatus(400)
            return self.template()
        api.portal.set_registry_record(noshows.RECORD, number)
        return self.lead_to(self.url, SAVED)
