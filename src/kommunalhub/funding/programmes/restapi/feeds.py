"""`@programmes-feed`: a private address of a calendar of closing days, given and taken back."""

from kommunalhub.core.feeds import addresses
from kommunalhub.core.restapi.body import body_of
from kommunalhub.core.restapi.body import text_of
from kommunalhub.core.restapi.body import wrong
from kommunalhub.core.restapi.own import OwnService
from kommunalhub.core.vocabularies import titles_of
from kommunalhub.funding.programmes.feeds import FEED
from kommunalhub.funding.programmes.feeds import TOPICS
from kommunalhub.funding.programmes.said import UNKNOWN_TOKEN
from plone.protect.interfaces import IDisableCSRFProtection
from zope.interface import alsoProvides


class FeedPost(OwnService):
    """POST {topic}: a new address, the only time it is told; the one before is good no more."""

    def answer(self):
        topic = self.topic(text_of(body_of(self.request), "topic", self.request))
        alsoProvides(self.request, IDisableCSRFProtection)
        secret = addresses.subscribe(self.userid, FEED, topic)
        self.request.response.setStatus(201)
        address = f"{self.portal.absolute_url()}/@@foerderfristen.ics?key={secret}"
        return {"topic": topic, "address": address}

    def topic(self, topic):
        if topic and topic not in titles_of(TOPICS):
            raise wrong("topic", UNKNOWN_TOKEN, self.request)
        return topic


class FeedDelete(FeedPost):
    """DELETE ?topic=: the address is good no more."""

    def answer(self):
        topic = self.topic(text_of(self.request.form, "topic", self.request))
        alsoProvides(self.request, IDisableCSRFProtection)
        addresses.revoke(self.userid, FEED, topic)
        return self.reply_no_content()
