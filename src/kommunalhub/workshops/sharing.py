"""How a public workshop looks to other hubs: when, where and about what; nobody who takes part."""

from kommunalhub import _
from kommunalhub.core import formatting
from kommunalhub.core.language import in_site_language
from kommunalhub.core.shareable import IShareable
from kommunalhub.core.tools import site
from kommunalhub.lib.exchange import markup
from kommunalhub.lib.exchange.cards import Content
from kommunalhub.notices.address import link_to
from kommunalhub.workshops import workflow
from zope.interface import implementer


@implementer(IShareable)
class SharedWorkshop:
    """What visitors read of it; one for the house alone only where other hubs have seats in it."""

    kind = "workshop"
    states = (workflow.PUBLISHED,)

    def fits(self, thing):
        return bool(thing.is_public or thing.hub_seats)

    def content(self, thing):
        facts = (
            (_("label_share_starts", default="Begins"), formatting.moment(thing.start)),
            (_("label_share_ends", default="Ends"), formatting.moment(thing.end)),
            (_("label_share_place", default="Where"), thing.place or ""),
        )
        return Content(
            kind=self.kind,
            title=thing.Title(),
            url=link_to(site(), thing),
            changed=thing.modified().asdatetime(),
            summary=thing.Description(),
            html=markup.paragraphs(thing.program),
            facts=tuple((in_site_language(label), value) for label, value in facts if value),
            language=thing.workshop_language or "de",
            seats=thing.hub_seats or 0,
        )
