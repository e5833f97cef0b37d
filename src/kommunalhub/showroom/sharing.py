"""How an exhibit looks to other hubs: what visitors read, without its media and their makers."""

from kommunalhub.core.shareable import facts_of
from kommunalhub.core.shareable import IShareable
from kommunalhub.core.tools import site
from kommunalhub.lib.exchange.cards import Content
from kommunalhub.notices.address import link_to
from kommunalhub.showroom import workflow
from kommunalhub.showroom.interfaces import IExhibit
from zope.interface import implementer


FACTS = ("kind", "topics", "place", "address", "opening_hours", "access", "languages")


@implementer(IShareable)
class SharedExhibit:
    """Who wants to look around follows the link: media are too big to be handed on."""

    kind = "exhibit"
    states = (workflow.PUBLIC,)

    def fits(self, thing):
        return True

    def content(self, thing):
        return Content(
            kind=self.kind,
            title=thing.Title(),
            url=link_to(site(), thing),
            changed=thing.modified().asdatetime(),
            summary=thing.Description(),
            html=thing.text.raw if thing.text is not None else "",
            facts=facts_of(thing, IExhibit, FACTS),
        )
