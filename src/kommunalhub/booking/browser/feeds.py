"""@@kalender-abo: a private address for one's own calendar; @@buchungen.ics: what stands there."""

from kommunalhub.booking import feeds
from kommunalhub.booking.interfaces import ISpace
from kommunalhub.core.browser.own import OwnPage
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class SubscriptionPage(OwnPage):
    """On the site about one's own bookings, on a space about that space."""

    template = ViewPageTemplateFile("templates/feeds.pt")
    #: Shown once, where it is made.
    address = None

    @property
    def url(self):
        return f"{self.context.absolute_url()}/@@kalender-abo"

    @property
    def uid(self):
        return IUUID(self.context) if self.is_of_space else ""

    @property
    def is_of_space(self):
        return ISpace.providedBy(self.context)

    def is_subscribed(self):
        return feeds.is_subscribed(self.userid, self.uid)

    def post(self):
        if self.field("delete"):
            feeds.revoke(self.userid, self.uid)
            return self.lead_to(self.url)
        secret = feeds.subscribe(self.userid, self.uid)
        self.address = f"{self.site_url}/@@buchungen.ics?key={secret}"
        return self.template()


class Feed(BrowserView):
    """The calendar behind a private address; who asks needs to know nothing but that."""

    def __call__(self):
        secret = self.request.form.get("key")
        text = feeds.text_of(secret) if isinstance(secret, str) and secret else None
        if text is None:
            raise NotFound("@@buchungen.ics")
        response = self.request.response
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        response.setHeader("Content-Disposition", 'inline; filename="buchungen.ics"')
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Robots-Tag", "noindex")
        return text
