"""The page that gives a private address of a calendar, and the calendar behind one."""

from kommunalhub.core.browser.own import OwnPage
from kommunalhub.core.feeds import addresses
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class SubscriptionPage(OwnPage):
    """For an offer to fill: `feed` and `view_name`, `url`, `lead` and `argument`."""

    template = ViewPageTemplateFile("templates/subscription.pt")
    #: Name of the IFeed, and of the view of the site that answers its addresses.
    feed = view_name = ""
    #: What the calendar is about, for its IFeed.
    argument = ""
    #: Shown once, where it is made.
    address = None

    @property
    def url(self):
        raise NotImplementedError

    @property
    def lead(self):
        """A sentence: what stands in the calendar."""
        raise NotImplementedError

    def is_subscribed(self):
        return addresses.is_subscribed(self.userid, self.feed, self.argument)

    def post(self):
        if self.field("delete"):
            addresses.revoke(self.userid, self.feed, self.argument)
            return self.lead_to(self.url)
        secret = addresses.subscribe(self.userid, self.feed, self.argument)
        self.address = f"{self.site_url}/@@{self.view_name}?key={secret}"
        return self.template()


class Feed(BrowserView):
    """The calendar behind a private address; who asks needs to know nothing but that."""

    def __call__(self):
        secret = self.request.form.get("key")
        text = addresses.text_of(secret) if isinstance(secret, str) and secret else None
        if text is None:
            raise NotFound(f"@@{self.__name__}")
        response = self.request.response
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        response.setHeader("Content-Disposition", f'inline; filename="{self.__name__}"')
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Robots-Tag", "noindex")
        return text
