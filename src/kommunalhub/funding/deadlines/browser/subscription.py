"""@@fristen-abo: a private address for the deadlines of an administration, or of all one sees."""

from kommunalhub import _
from kommunalhub.core.feeds.browser import SubscriptionPage
from kommunalhub.funding.deadlines.feeds import FEED
from kommunalhub.partners.operations import get_partner
from urllib.parse import urlencode


class DeadlineSubscription(SubscriptionPage):
    """The page; what is asked for stands in its address."""

    feed, view_name = FEED, "fristen.ics"

    @property
    def partner(self):
        return get_partner(self.field("partner"))

    @property
    def argument(self):
        return self.partner.id if self.partner is not None else ""

    @property
    def url(self):
        query = f"?{urlencode({'partner': self.argument})}" if self.argument else ""
        return f"{self.context.absolute_url()}/@@fristen-abo{query}"

    @property
    def lead(self):
        if self.partner is None:
            return _(
                "lead_subscription_deadlines",
                default="All deadlines that you may see, in the calendar of your telephone or your "
                "office. Dates that move are moved there too.",
            )
        return _(
            "lead_subscription_deadlines_of",
            default="The deadlines of ${partner}, in the calendar of your telephone or your "
            "office. Dates that move are moved there too.",
            mapping={"partner": self.partner.title},
        )
