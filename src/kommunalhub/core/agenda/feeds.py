"""All dates that a person may see, behind a private address of theirs: see core/feeds."""

from datetime import timedelta
from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.agenda import gathering
from kommunalhub.core.feeds.browser import SubscriptionPage
from kommunalhub.core.language import in_site_language
from kommunalhub.core.tools import site_url


#: Name of this feed, of the view that answers its addresses, and of the page that makes one.
FEED, VIEW, PAGE = "agenda", "alle-termine.ics", "termine-abo"
#: What a feed reaches back and ahead.
BACK, AHEAD = timedelta(days=60), timedelta(days=400)


def calendar_name():
    return in_site_language(_("agenda_title", default="Dates of the hub"))


def text_of(_argument):
    """Return the dates of all offers that who asks may see now."""
    now = formatting.now()
    found = gathering.occurrences(now - BACK, now + AHEAD)
    return gathering.calendar_text(found, calendar_name())


class AllDates(SubscriptionPage):
    """@@termine-abo: one's own private address of all dates, internal ones too."""

    feed, view_name = FEED, VIEW
    lead = _(
        "lead_subscription_all",
        default="All dates that you may see here, internal ones too: workshops, events and your "
        "own.",
    )

    @property
    def url(self):
        return f"{site_url()}/@@{PAGE}"
