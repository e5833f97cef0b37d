"""`@@fristen-abo` of the catalogue: closing days as a private calendar, by topic."""

from kommunalhub import _
from kommunalhub.core.feeds.browser import SubscriptionPage
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.programmes.feeds import FEED
from kommunalhub.funding.programmes.feeds import TOPICS
from urllib.parse import urlencode


class ClosingDaysSubscription(SubscriptionPage):
    """The parameter `topic` says which field of funding; none is all of them."""

    feed, view_name = FEED, "foerderfristen.ics"

    @property
    def argument(self):
        topic = self.field("topic")
        return topic if topic in titles_of(TOPICS) else ""

    @property
    def url(self):
        query = f"?{urlencode({'topic': self.argument})}" if self.argument else ""
        return f"{self.context.absolute_url()}/@@fristen-abo{query}"

    @property
    def lead(self):
        if not self.argument:
            return _(
                "lead_subscription_programmes",
                default="Closing days of all funding programmes. For one field of funding alone, "
                "choose it in the list of programmes first.",
            )
        return _(
            "lead_subscription_programmes_topic",
            default="Closing days of funding programmes about: ${topic}.",
            mapping={"topic": titles_of(TOPICS)[self.argument]},
        )
