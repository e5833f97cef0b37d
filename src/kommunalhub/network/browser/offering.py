"""„Im Verbund teilen“: below each thing that may leave the house, for who decides on it."""

from functools import cached_property
from kommunalhub.core import asking
from kommunalhub.core import formatting
from kommunalhub.core.tools import site
from kommunalhub.core.tools import site_url
from kommunalhub.network import sharing
from kommunalhub.network import storage
from kommunalhub.network import workflow
from kommunalhub.network.browser import words
from plone.uuid.interfaces import IUUID
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Offering(BrowserView):
    """Whether and with whom a thing is shared; "" on other pages and for everybody else."""

    template = ViewPageTemplateFile("templates/offering.pt")

    def __call__(self):
        return self.template() if self.is_wanted() else ""

    def is_wanted(self):
        if asking.is_anonymous() or not sharing.is_of_a_kind(self.context):
            return False
        if not self.is_own_page() or not asking.may(workflow.EXCHANGE, self.context):
            return False
        return storage.section() is not None and sharing.kind_of(self.context) is not None

    def is_own_page(self):
        """Whether this is how the thing itself looks, and none of its forms and lists."""
        shown = getattr(self.request.get("PUBLISHED"), "__name__", None)
        return shown == self.context.getLayout()

    @property
    def share_url(self):
        return f"{site_url()}/@@share-with-hubs?uid={IUUID(self.context)}"

    @cached_property
    def share(self):
        book = storage.book()
        return book.share_of(IUUID(self.context)) if book is not None else None

    def whom(self):
        return words.whom(self.share.audience)

    def licence(self):
        return sharing.LICENCES.get(self.share.licence, self.share.licence)

    def since(self):
        return formatting.day(formatting.to_local(self.share.made).date())


def shown():
    """Return what has changed for who decides on sharing, for pages that are kept."""
    if asking.is_anonymous() or not asking.may(workflow.EXCHANGE, site()):
        return ""
    book = storage.book()
    return f"shares-{book.changes}" if book is not None else ""
