"""@@kalender-abo: a private address for one's own calendar, or for that of a space."""

from kommunalhub import _
from kommunalhub.booking.feeds import FEED
from kommunalhub.booking.interfaces import ISpace
from kommunalhub.core.feeds.browser import SubscriptionPage
from plone.uuid.interfaces import IUUID


class BookingSubscription(SubscriptionPage):
    """On the site about one's own bookings, on a space about that space."""

    feed, view_name = FEED, "buchungen.ics"

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@kalender-abo"

    @property
    def argument(self):
        return IUUID(self.context) if ISpace.providedBy(self.context) else ""

    @property
    def lead(self):
        if not self.argument:
            return _(
                "lead_subscription_own",
                default="Your bookings in the calendar of your telephone or your office.",
            )
        return _(
            "lead_subscription_space",
            default="When ${space} is taken, in the calendar of your telephone or your office.",
            mapping={"space": self.context.Title()},
        )
