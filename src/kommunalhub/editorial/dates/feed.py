"""The dates that a person may see and has chosen, behind a private address: see core/feeds."""

from functools import cached_property
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.agenda import gathering as agenda
from kommunalhub.core.agenda.feeds import AHEAD
from kommunalhub.core.agenda.feeds import BACK
from kommunalhub.core.agenda.feeds import calendar_name
from kommunalhub.core.feeds.browser import SubscriptionPage
from kommunalhub.core.tools import site_url
from kommunalhub.editorial.dates import gathering
from urllib.parse import parse_qs
from urllib.parse import urlencode


#: Name of this feed, of the view that answers its addresses, and of the page that makes one.
FEED, VIEW, PAGE = "agenda", "alle-termine.ics", "termine-abo"


def text_of(argument):
    """Return the dates of all offers that who asks may see now, of those that were chosen.

    argument: what was chosen, as it stands in addresses; of what is no more there are no dates.
    """
    form = parse_qs(argument)
    single = {name: values[0] for name, values in form.items() if name != "access"}
    asked, wrong = gathering.asked_in(single | {"access": form.get("access", [])})
    now = formatting.now()
    found = [] if wrong else gathering.dates_in(asked, now - BACK, now + AHEAD)
    return agenda.calendar_text(found, calendar_name())


class AllDates(SubscriptionPage):
    """@@termine-abo: one's own private address of all dates, or of those of a filter."""

    feed, view_name = FEED, VIEW

    @cached_property
    def argument(self):
        return urlencode(gathering.asked_in(self.request.form)[0].query())

    @property
    def lead(self):
        if self.argument:
            return _(
                "lead_subscription_chosen",
                default="The dates that you have chosen in the calendar, internal ones too.",
            )
        return _(
            "lead_subscription_all",
            default="All dates that you may see here, internal ones too: workshops, events and "
            "your own.",
        )

    @property
    def url(self):
        plain = f"{site_url()}/@@{PAGE}"
        return f"{plain}?{self.argument}" if self.argument else plain
